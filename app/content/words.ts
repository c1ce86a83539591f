/**
 * Every word a person reads, by language. English is written first and gives the
 * others their type, so that a page without its Spanish does not compile.
 */
import { account as accountEn } from './en/account.ts'
import { alerts as alertsEn } from './en/alerts.ts'
import { assessment as assessmentEn } from './en/assessment.ts'
import { booking as bookingEn } from './en/booking.ts'
import { briefing as briefingEn } from './en/briefing.ts'
import { checkIn as checkInEn } from './en/check-in.ts'
import { consentTexts as consentTextsEn } from './en/consent-texts.ts'
import { consents as consentsEn } from './en/consents.ts'
import { demo as demoEn } from './en/demo.ts'
import { duty as dutyEn } from './en/duty.ts'
import { errors as errorsEn } from './en/errors.ts'
import { frame as frameEn } from './en/frame.ts'
import { help as helpEn } from './en/help.ts'
import { home as homeEn } from './en/home.ts'
import { instruments as instrumentsEn } from './en/instrument-texts.ts'
import { intake as intakeEn } from './en/intake.ts'
import { integration as integrationEn } from './en/integration.ts'
import { journey as journeyEn } from './en/journey.ts'
import { mail as mailEn } from './en/mail.ts'
import { ownDay as ownDayEn } from './en/own-day.ts'
import { ownPages as ownPagesEn } from './en/own-pages.ts'
import { ownPeople as ownPeopleEn } from './en/own-people.ts'
import { ownSupply as ownSupplyEn } from './en/own-supply.ts'
import { patient as patientEn } from './en/patient.ts'
import { pcl5 as pcl5En } from './en/pcl5.ts'
import { people as peopleEn } from './en/people.ts'
import { plan as planEn } from './en/plan.ts'
import { planDesk as planDeskEn } from './en/plan-desk.ts'
import { portal as portalEn } from './en/portal.ts'
import { prepare as prepareEn } from './en/prepare.ts'
import { protocol as protocolEn } from './en/protocol.ts'
import { register as registerEn } from './en/register.ts'
import { review as reviewEn } from './en/review.ts'
import { rulesPage as rulesPageEn } from './en/rules-page.ts'
import { sessionDay as sessionDayEn } from './en/session-day.ts'
import { shared as sharedEn } from './en/shared.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { supplyDesk as supplyDeskEn } from './en/supply-desk.ts'
import { told as toldEn } from './en/told.ts'
import { way as wayEn } from './en/way.ts'
import { worklist as worklistEn } from './en/worklist.ts'
import { account as accountEs } from './es/account.ts'
import { alerts as alertsEs } from './es/alerts.ts'
import { assessment as assessmentEs } from './es/assessment.ts'
import { booking as bookingEs } from './es/booking.ts'
import { briefing as briefingEs } from './es/briefing.ts'
import { checkIn as checkInEs } from './es/check-in.ts'
import { consentTexts as consentTextsEs } from './es/consent-texts.ts'
import { consents as consentsEs } from './es/consents.ts'
import { demo as demoEs } from './es/demo.ts'
import { duty as dutyEs } from './es/duty.ts'
import { errors as errorsEs } from './es/errors.ts'
import { frame as frameEs } from './es/frame.ts'
import { help as helpEs } from './es/help.ts'
import { home as homeEs } from './es/home.ts'
import { instruments as instrumentsEs } from './es/instrument-texts.ts'
import { intake as intakeEs } from './es/intake.ts'
import { integration as integrationEs } from './es/integration.ts'
import { journey as journeyEs } from './es/journey.ts'
import { mail as mailEs } from './es/mail.ts'
import { ownDay as ownDayEs } from './es/own-day.ts'
import { ownPages as ownPagesEs } from './es/own-pages.ts'
import { ownPeople as ownPeopleEs } from './es/own-people.ts'
import { ownSupply as ownSupplyEs } from './es/own-supply.ts'
import { patient as patientEs } from './es/patient.ts'
import { pcl5 as pcl5Es } from './es/pcl5.ts'
import { people as peopleEs } from './es/people.ts'
import { plan as planEs } from './es/plan.ts'
import { planDesk as planDeskEs } from './es/plan-desk.ts'
import { portal as portalEs } from './es/portal.ts'
import { prepare as prepareEs } from './es/prepare.ts'
import { protocol as protocolEs } from './es/protocol.ts'
import { register as registerEs } from './es/register.ts'
import { review as reviewEs } from './es/review.ts'
import { rulesPage as rulesPageEs } from './es/rules-page.ts'
import { sessionDay as sessionDayEs } from './es/session-day.ts'
import { shared as sharedEs } from './es/shared.ts'
import { signIn as signInEs } from './es/sign-in.ts'
import { supplyDesk as supplyDeskEs } from './es/supply-desk.ts'
import { told as toldEs } from './es/told.ts'
import { way as wayEs } from './es/way.ts'
import { worklist as worklistEs } from './es/worklist.ts'

export const LANGUAGES = ['en', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

const en = {
  account: accountEn,
  alerts: alertsEn,
  assessment: assessmentEn,
  checkIn: checkInEn,
  consents: consentsEn,
  consentTexts: consentTextsEn,
  demo: demoEn,
  errors: errorsEn,
  frame: frameEn,
  help: helpEn,
  home: homeEn,
  instruments: instrumentsEn,
  journey: journeyEn,
  intake: intakeEn,
  mail: mailEn,
  patient: patientEn,
  ownSupply: ownSupplyEn,
  pcl5: pcl5En,
  people: peopleEn,
  plan: planEn,
  planDesk: planDeskEn,
  portal: portalEn,
  protocol: protocolEn,
  review: reviewEn,
  rulesPage: rulesPageEn,
  prepare: prepareEn,
  ownDay: ownDayEn,
  ownPages: ownPagesEn,
  ownPeople: ownPeopleEn,
  briefing: briefingEn,
  booking: bookingEn,
  duty: dutyEn,
  integration: integrationEn,
  register: registerEn,
  shared: sharedEn,
  sessionDay: sessionDayEn,
  signIn: signInEn,
  told: toldEn,
  way: wayEn,
  supplyDesk: supplyDeskEn,
  worklist: worklistEn,
}

export type Words = typeof en

const es: Words = {
  account: accountEs,
  alerts: alertsEs,
  assessment: assessmentEs,
  checkIn: checkInEs,
  consents: consentsEs,
  consentTexts: consentTextsEs,
  demo: demoEs,
  errors: errorsEs,
  frame: frameEs,
  help: helpEs,
  home: homeEs,
  instruments: instrumentsEs,
  journey: journeyEs,
  intake: intakeEs,
  mail: mailEs,
  patient: patientEs,
  ownSupply: ownSupplyEs,
  pcl5: pcl5Es,
  people: peopleEs,
  plan: planEs,
  planDesk: planDeskEs,
  portal: portalEs,
  protocol: protocolEs,
  review: reviewEs,
  rulesPage: rulesPageEs,
  prepare: prepareEs,
  ownDay: ownDayEs,
  ownPages: ownPagesEs,
  ownPeople: ownPeopleEs,
  briefing: briefingEs,
  booking: bookingEs,
  duty: dutyEs,
  integration: integrationEs,
  register: registerEs,
  shared: sharedEs,
  sessionDay: sessionDayEs,
  signIn: signInEs,
  told: toldEs,
  way: wayEs,
  supplyDesk: supplyDeskEs,
  worklist: worklistEs,
}

export const words: Record<Language, Words> = { en, es }
