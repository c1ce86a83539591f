/**
 * Every address there is. A page that is not on this list does not exist, and one
 * that is has its rows in tests/authorization-matrix.ts.
 */
import { accountRoutes } from './account/account.tsx'
import { passwordRoutes } from './account/password.tsx'
import { secondStepEnrolRoutes } from './account/second-step.tsx'
import { agreeRoutes } from './care-team/agree.tsx'
import { integrationRoutes } from './care-team/integration.tsx'
import { people } from './care-team/people.tsx'
import { person } from './care-team/person.tsx'
import { besideCareRoutes } from './care-team/session-care.tsx'
import { besideRoutes } from './care-team/session-day.tsx'
import { alertRoutes } from './console/alerts.tsx'
import { bookingRoutes } from './console/booking.tsx'
import { closeFindingRoute } from './console/close-finding.ts'
import { decideRoutes } from './console/decide.tsx'
import { dutyRoutes } from './console/duty.tsx'
import { exceptions } from './console/exceptions.tsx'
import { instrumentRoutes } from './console/instruments.tsx'
import { orderSheet } from './console/order-sheet.tsx'
import { patient } from './console/patient.tsx'
import { journeys } from './console/people.tsx'
import { planRoutes } from './console/plan.tsx'
import { planSignRoutes } from './console/plan-sign.tsx'
import { protocol } from './console/protocol.tsx'
import { protocolEditRoutes } from './console/protocol-edit.tsx'
import { protocolRetireRoutes } from './console/protocol-retire.tsx'
import { protocolSignRoutes } from './console/protocol-sign.tsx'
import { protocolVersionRoutes } from './console/protocol-versions.tsx'
import { reviewRoutes } from './console/review.tsx'
import { reviewSegment } from './console/review-segment.tsx'
import { rules } from './console/rules.tsx'
import { sessionRoutes } from './console/sessions.tsx'
import { supplyRoutes } from './console/supply.tsx'
import { worklist } from './console/worklist.tsx'
import { demoClockRoutes } from './demo/clock.tsx'
import { demoRoutes } from './demo/demo.tsx'
import { demoMailRoutes } from './demo/mail.tsx'
import { ownBookingRoutes } from './portal/booking.tsx'
import { checkIn, checkInStart, checkInThanks } from './portal/check-in.tsx'
import { consent, consents, signConsents } from './portal/consents.tsx'
import { dayRoutes } from './portal/day.tsx'
import { dayNowRoutes } from './portal/day-now.tsx'
import { followUpRoutes } from './portal/follow-up.tsx'
import { intakeRoutes } from './portal/intake.tsx'
import { nextDayRoutes } from './portal/next-day.tsx'
import { pauseRoutes } from './portal/pause.tsx'
import { ownPeopleRoutes } from './portal/people.tsx'
import { ownPlan } from './portal/plan.tsx'
import { prepareRoutes } from './portal/prepare.tsx'
import { progress } from './portal/progress.tsx'
import { ownSupplyRoutes } from './portal/supply.tsx'
import { today } from './portal/today.tsx'
import { assessment, assessmentStart } from './public/assessment.tsx'
import { healthz, readyz } from './public/health.ts'
import { help } from './public/help.tsx'
import { home } from './public/home.tsx'
import { leave } from './public/leave.ts'
import { register, registerSent, registerStart } from './public/register.tsx'
import type { Route } from './route.ts'
import { linkRoutes } from './sign-in/link.tsx'
import { passkeyApiRoutes } from './sign-in/passkey-api.tsx'
import { secondStepRoutes } from './sign-in/second-step.tsx'
import { signInRoutes } from './sign-in/sign-in.tsx'
import { signOutRoutes } from './sign-in/sign-out.tsx'
import { start } from './start.ts'

export const ROUTES: readonly Route[] = [
  home,
  help,
  leave,
  assessmentStart,
  assessment,
  registerStart,
  register,
  registerSent,
  healthz,
  readyz,
  start,
  today,
  checkInStart,
  checkIn,
  checkInThanks,
  ...intakeRoutes,
  ...followUpRoutes,
  progress,
  ...pauseRoutes,
  consents,
  consent,
  signConsents,
  ownPlan,
  ...ownSupplyRoutes,
  worklist,
  patient,
  closeFindingRoute,
  ...reviewRoutes,
  reviewSegment,
  ...planRoutes,
  ...planSignRoutes,
  ...supplyRoutes,
  orderSheet,
  exceptions,
  ...decideRoutes,
  journeys,
  protocol,
  ...protocolVersionRoutes,
  ...protocolEditRoutes,
  ...protocolSignRoutes,
  ...protocolRetireRoutes,
  rules,
  ...instrumentRoutes,
  people,
  ...dayRoutes,
  ...dayNowRoutes,
  ...nextDayRoutes,
  ...besideRoutes,
  ...besideCareRoutes,
  ...sessionRoutes,
  ...alertRoutes,
  ...agreeRoutes,
  ...integrationRoutes,
  ...dutyRoutes,
  ...bookingRoutes,
  ...prepareRoutes,
  ...ownPeopleRoutes,
  ...ownBookingRoutes,
  person,
  ...signInRoutes,
  ...secondStepRoutes,
  ...linkRoutes,
  ...passkeyApiRoutes,
  ...signOutRoutes,
  ...accountRoutes,
  ...passwordRoutes,
  ...secondStepEnrolRoutes,
  ...demoRoutes,
  ...demoMailRoutes,
  ...demoClockRoutes,
]
