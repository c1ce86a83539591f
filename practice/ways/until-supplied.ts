/** From registering to a signed plan and the units that came: what each person of the demo and the staff did. */
import { inScope } from '../../app/access/permit.ts'
import { closeFinding } from '../../app/care/close-finding.ts'
import { drawPlan, savePlan } from '../../app/care/draft-plan.ts'
import { enterReference, orderSupply } from '../../app/care/order-supply.ts'
import { type PlanDay, readPlanRoom } from '../../app/care/plan-room.ts'
import { recordDelivery } from '../../app/care/record-delivery.ts'
import { recordGround } from '../../app/care/record-ground.ts'
import { declineIntake, recordForIntake, takeIntoReview } from '../../app/care/review.ts'
import { signConsent } from '../../app/care/sign-consents.ts'
import { signPlan } from '../../app/care/sign-plan.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import { readSupplyRoom } from '../../app/care/supply-room.ts'
import { handInIntake, tellPart } from '../../app/care/tell-intake.ts'
import { CONSENT_KINDS, CONSENT_VERSIONS } from '../../app/clinical/consents.ts'
import { asq } from '../../app/clinical/instruments/asq.ts'
import type { Answers, Instrument } from '../../app/clinical/instruments/instrument.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { phq9 } from '../../app/clinical/instruments/phq9.ts'
import type { PartKey } from '../../app/clinical/intake/parts.ts'
import { beginEnrolment, findEnrolment } from '../../app/records/enrolments.ts'
import { listFindings } from '../../app/records/findings.ts'
import { lockPatient } from '../../app/records/questionnaire-responses.ts'
import { AppError } from '../../app/system/errors.ts'
import { calendarDay } from '../../app/system/time.ts'
import { INVENTED_LIMITS } from '../demo-protocol.ts'
import { answersAdding, LOW_DAYS, NO_SUCH_THOUGHTS } from './answers.ts'
import { bodyOf, FIRST_PARTS, homeIn, MEDICINES, OTHER_PARTS, PRIVATE_PART, recordedIn } from './told.ts'
import { before, idOf, permitFor, type Traveller } from './traveller.ts'

/** Units of one order: enough for some sessions, and what is counted on the first. */
export const UNITS = 4
const BASIS_DAYS = 90

export async function register(traveller: Traveller): Promise<void> {
  const { house, patient } = traveller
  const permit = await permitFor(traveller, patient, 'begin-enrolment')
  await inScope(house.db, permit, async (scope) => {
    await lockPatient(scope)
    if (await findEnrolment(scope)) return
    await beginEnrolment(scope, { state: 'registered', by: patient.name, at: before(traveller, 16) })
  })
}

export async function signConsents(traveller: Traveller): Promise<void> {
  const { house, patient, person } = traveller
  const permit = await permitFor(traveller, patient, 'sign-consents')
  for (const [index, kind] of CONSENT_KINDS.entries())
    await signConsent(house.db, permit, patient.name, {
      ...{ id: idOf(traveller, kind), kind, textVersion: CONSENT_VERSIONS[kind], language: person.language },
      ...{ signedName: patient.name, signedAt: before(traveller, 15, index * 4) },
    })
}

const sexOf = ({ person }: Traveller) => (person.pronouns === 'he/him' ? 'male' : 'female')

export const tellFirst = (traveller: Traveller): Promise<void> =>
  tell(traveller, { you: bodyOf(sexOf(traveller)), ...FIRST_PARTS }, 40)

export async function tellRest(traveller: Traveller): Promise<void> {
  const parts = { ...OTHER_PARTS, home: homeIn(traveller.person.state), list: MEDICINES }
  await tell(traveller, sexOf(traveller) === 'male' ? parts : { ...parts, private: PRIVATE_PART }, 24 * 60)
  await answer(traveller, pcl5, answersAdding(46, 1))
  await answer(traveller, pcl5Week, answersAdding(44, 2, pcl5Week))
  await answer(traveller, phq9, LOW_DAYS)
  await answer(traveller, asq, NO_SUCH_THOUGHTS)
  const permit = await permitFor(traveller, traveller.patient, 'submit-answers')
  await handInIntake(traveller.house.db, traveller.vault, permit, {
    ...{ id: idOf(traveller, 'handed in'), by: traveller.patient.name, at: before(traveller, 14, 30) },
  })
}

/** @param minutes after they signed the agreements */
async function tell(
  traveller: Traveller,
  parts: Partial<Record<PartKey, unknown>>,
  minutes: number,
): Promise<void> {
  const { house, vault, patient } = traveller
  const permit = await permitFor(traveller, patient, 'submit-answers')
  for (const [part, answers] of Object.entries(parts))
    await tellPart(house.db, vault, permit, {
      ...{ id: idOf(traveller, part), part: part as PartKey, answers, at: before(traveller, 15, minutes) },
    })
}

/** What is answered the first time; later weeks have a name of their own. */
export async function answer(
  traveller: Traveller,
  instrument: Instrument<unknown>,
  answers: Answers,
  { name = 'first', authoredAt = before(traveller, 14, 10) }: { name?: string; authoredAt?: Date } = {},
): Promise<void> {
  const { house, patient, person } = traveller
  const permit = await permitFor(traveller, patient, 'submit-answers')
  await submitResponse(house.db, permit, {
    ...{ id: idOf(traveller, `${instrument.code} ${name}`), instrument, language: person.language },
    ...{ answers, authoredAt },
  })
}

export async function takeUp(traveller: Traveller): Promise<void> {
  const permit = await permitFor(traveller, traveller.prescriber, 'review-intake')
  const act = { by: traveller.prescriber.name, at: before(traveller, 13) }
  await takeIntoReview(traveller.house.db, permit, act)
}

/** What a prescriber looks up and checks. */
export async function record(traveller: Traveller): Promise<void> {
  const { house, vault, prescriber, person, timeZone } = traveller
  const permit = await permitFor(traveller, prescriber, 'review-intake')
  const at = before(traveller, 13, 20)
  const until = calendarDay(before(traveller, 13 - BASIS_DAYS), timeZone)
  const answers = recordedIn(person.state, calendarDay(at, timeZone), until)
  const act = { by: prescriber.name, at }
  await recordForIntake(house.db, vault, permit, { id: idOf(traveller, 'recorded'), answers, ...act })
}

/** Everything open is looked at, and closed with a word on it. */
export const lookThrough =
  (because: string) =>
  async (traveller: Traveller): Promise<void> => {
    const { house, prescriber } = traveller
    const reading = await permitFor(traveller, prescriber, 'read-chart')
    const found = await inScope(house.db, reading, listFindings)
    const permit = await permitFor(traveller, prescriber, 'close-finding')
    for (const { id: findingId, closedAt } of found)
      if (closedAt === null)
        await closeFinding(house.db, permit, { findingId, because, closedAt: new Date() })
  }

export async function decline(traveller: Traveller): Promise<void> {
  const permit = await permitFor(traveller, traveller.prescriber, 'review-intake')
  await declineIntake(traveller.house.db, traveller.vault, permit, {
    ...{ by: traveller.prescriber.name, at: before(traveller, 12) },
    reason: 'Wants to begin with a therapist near home, and we agree. Spoken about on the phone.',
  })
}

/** Drawn by the protocol; which of the signed strengths, the prescriber chooses. */
export async function makePlan(traveller: Traveller): Promise<void> {
  const { house, vault, prescriber, timeZone } = traveller
  const day = { now: before(traveller, 12), timeZone }
  const drafting = await permitFor(traveller, prescriber, 'draft-plan')
  await drawPlan(house.db, drafting, vault, { ...day, drafter: prescriber })
  const drawn = await readDraft(traveller, day)
  await savePlan(house.db, drafting, vault, {
    ...{ ...day, drafter: prescriber },
    edited: {
      ...{ version: drawn.version, readHash: drawn.hash, level: drawn.plan.level, reasons: {} },
      values: { ...drawn.plan.values, unitStrengthMg: INVENTED_LIMITS.dose.unitStrengthsMg[0] ?? null },
    },
  })
  const { version, hash } = await readDraft(traveller, day)
  const outcome = await signPlan(house.db, await permitFor(traveller, prescriber, 'sign-plan'), vault, {
    ...{ ...day, signer: prescriber, typedName: prescriber.name, version, readHash: hash },
  })
  if (outcome.status !== 'signed') throw new AppError('conflict', `the plan was not signed: ${outcome.why}`)
}

async function readDraft(traveller: Traveller, day: PlanDay) {
  const { house, vault, prescriber } = traveller
  const permit = await permitFor(traveller, prescriber, 'read-plan')
  const { draft } = await inScope(house.db, permit, (scope) => readPlanRoom(scope, vault, day))
  if (!draft) throw new AppError('conflict', 'no plan was drawn')
  return draft
}

/** The prescriber's own, in the state where the person is. The legal basis was recorded with the intake. */
export async function recordLicence(traveller: Traveller): Promise<void> {
  const { house, coordinator, person, timeZone } = traveller
  const permit = await permitFor(traveller, coordinator, 'book-session')
  await recordGround(house.db, permit, idOf(traveller, 'licence'), {
    ...{ subject: 'licence', basis: null, state: person.state },
    fromOn: calendarDay(before(traveller, 30), timeZone),
    endsOn: calendarDay(before(traveller, -180), timeZone),
    ...{ by: coordinator.name, at: before(traveller, 12, 5) },
  })
}

export async function order(traveller: Traveller): Promise<void> {
  const { house, vault, prescriber, timeZone } = traveller
  const permit = await permitFor(traveller, prescriber, 'order-supply')
  const orderId = idOf(traveller, 'order')
  const at = before(traveller, 12, 10)
  const by = { by: prescriber, now: at, timeZone }
  const ordered = { id: orderId, planVersion: 1, units: UNITS }
  const outcome = await orderSupply(house.db, vault, permit, { ...by, order: ordered })
  if (outcome.status !== 'ordered') throw new AppError('conflict', `nothing was ordered: ${outcome.why}`)
  const reading = await permitFor(traveller, prescriber, 'read-supply')
  const { orders } = await inScope(house.db, reading, (scope) => readSupplyRoom(scope, { now: at, timeZone }))
  await enterReference(house.db, permit, {
    ...{ ...by, now: before(traveller, 12, 30), orderId },
    entry: {
      ...{ reference: `RX-${orderId.slice(0, 6)}`, pharmacy: 'Bay Compounding Pharmacy', units: UNITS },
      strengthMg: orders[0]?.strengthMg ?? 0,
      prescribedOn: calendarDay(at, timeZone),
    },
  })
}

export async function deliver(traveller: Traveller): Promise<void> {
  const { house, coordinator, timeZone } = traveller
  const permit = await permitFor(traveller, coordinator, 'record-supply')
  const outcome = await recordDelivery(house.db, permit, {
    ...{ by: coordinator, now: before(traveller, 9), timeZone },
    delivery: {
      ...{ id: idOf(traveller, 'delivery'), orderId: idOf(traveller, 'order'), units: UNITS },
      ...{ lot: 'HS-2107', expiresOn: calendarDay(before(traveller, -365), timeZone) },
    },
  })
  if (outcome.status !== 'recorded') throw new AppError('conflict', `nothing came: ${outcome.why}`)
}
