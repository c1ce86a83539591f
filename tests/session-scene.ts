/** One invented person on the day of a session: booked, prepared, supplied, with everybody who belongs to it. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../app/access/actor.ts'
import { inScope, Permit } from '../app/access/permit.ts'
import { openVault } from '../app/access/vault.ts'
import { type Act, actInSession } from '../app/care/act-in-session.ts'
import { tellDay, tellDayBeside } from '../app/care/tell-day.ts'
import { CONSENT_KINDS, CONSENT_VERSIONS } from '../app/clinical/consents.ts'
import type { Answers } from '../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../app/clinical/instruments/pcl5.ts'
import { phq9 } from '../app/clinical/instruments/phq9.ts'
import type { MedicineLine, MedicinesTold } from '../app/clinical/intake/medicines-told.ts'
import type { Told } from '../app/clinical/intake/question.ts'
import type { PlanValues } from '../app/clinical/plan/shape.ts'
import type { Happening } from '../app/clinical/session/events.ts'
import type { Database } from '../app/database/connection.ts'
import { insertAnswerSheet } from '../app/records/answer-sheets.ts'
import { INVENTED_LIMITS } from '../practice/demo-protocol.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from './people.ts'
import type { TestDatabase } from './postgres.ts'
import { TEST_SECRET } from './postgres-server.ts'

const PLAN: PlanValues = {
  ...{ route: 'sublingual', unit: 'invented', unitStrengthMg: 50, residue: 'spit', holdMinutes: 10 },
  ...{ doseMg: 50, stepMaxMg: 25, ceilingMg: 100, daysBetweenSteps: 14, sessions: 4, daysBetweenSessions: 7 },
  ...{ readingAtMinutes: [0, 40, 120], lookInMinutes: 15, observationMinutes: 120, isStandingReading: false },
  supportPerson: { minimumAgeYears: 18, isSober: true, staysHours: 4 },
  therapist: 'optional',
  integration: { isOffered: true, fromHours: 24, toHours: 72 },
  ...{ questionnaires: [], startsOn: '2026-11-01', endsOn: '2027-02-01', reviewAfterSessions: 4 },
  reEvaluateOn: '2027-01-01',
}

export const vault = openVault(TEST_SECRET)
export const MINUTE = 60_000
/** When the dose is to be taken. */
export const DOSE = new Date('2026-11-22T15:00:00Z')
export const minute = (minutes: number) => new Date(DOSE.getTime() + minutes * MINUTE)

export const ASQ_NO: Answers = { 'asq-01': 0, 'asq-02': 0, 'asq-03': 0, 'asq-04': 0 }
export const GOOD_DAY: Told = {
  ...{ ownWord: 'fine', distress: 3, usualDistress: 3, sleptHours: 7, foodHours: 8, drinkMinutes: 60 },
  ...{ taken: [], ill: [], since: [], medicineChange: [], pregnant: 'does-not-apply' },
  ...{ dependants: 'no', drives: 'no', inState: 'FL' },
}
export const GOOD_ROOM: Told = {
  ...{ here: 'yes', sober: 'yes', ageYears: 40, phone: 'yes', address: 'yes', contact: 'yes' },
  ...{ firstUpper: 122, firstLower: 78, secondUpper: 120, secondLower: 76, pulse: 70, oxygen: 98 },
  ...{ breaths: 14, deviceFault: 'no', units: 4 },
}
export const END_YES: Answers = Object.fromEntries(
  ['awake', 'calm', 'walks', 'pressure', 'no-vomiting', 'oxygen', 'company', 'no-driving'].map((item) => [
    `end-${item}`,
    1,
  ]),
)

/** Readings, distress and the whole list, all of it as the protocol wants it before the end. */
export const READY_TO_END: readonly Happening[] = [
  { kind: 'vitals', readings: { systolicMmHg: 124, diastolicMmHg: 78, oxygenPercent: 98 } },
  { kind: 'distress', points: 2 },
  { kind: 'end-list', answers: END_YES },
]

export type Scene = Awaited<ReturnType<typeof makeScene>>

/** @param but `isCovered: false`: nobody is on duty; `first`: PHQ-9 and PCL-5 are on record unless said */
export async function makeScene(
  { everything, db }: TestDatabase,
  but: {
    isCovered?: boolean
    practiceId?: string
    state?: string
    plan?: Partial<PlanValues>
    /** On the list of the intake, which is there unless said. */
    medicines?: 'none' | readonly Pick<MedicineLine, 'text' | 'taking'>[]
  } = {},
) {
  const practiceId = but.practiceId ?? (await makePractice(everything, INVENTED_LIMITS))
  const patient = await makePatient(everything, practiceId)
  const friend = await makeMember(everything, practiceId, ['support-person'])
  const backup = await makeMember(everything, practiceId, ['support-person'])
  const prescriber = await makeMember(everything, practiceId, ['prescriber'])
  for (const { id } of [friend, backup, prescriber]) await joinCareTeam(everything, patient, id)
  const of = { practice_id: practiceId, patient_id: patient.id }
  const by = { drafted_by: prescriber.id, drafted_by_name: prescriber.name, drafted_at: minute(-9999) }
  const plan = { values: { ...PLAN, ...but.plan } }
  await everything
    .insertInto('plan_version')
    .values({
      ...{ ...of, version: 1, plan: JSON.stringify(plan), protocol_version: 1, ...by },
      ...{ signed_by: prescriber.id, signed_by_name: prescriber.name, signed_at: minute(-9999) },
    })
    .execute()
  const sessionId = await bookSession(everything, { practiceId, patient, friend, backup, prescriber }, DOSE)
  const enrolmentId = randomUUID()
  const state = (but.state ?? 'ready') as 'ready'
  await everything
    .insertInto('enrolment')
    .values({ ...of, enrolment_id: enrolmentId, state, since: minute(-9000), paused_from: null })
    .execute()
  await everything
    .insertInto('enrolment_step')
    .values({
      ...{ ...of, enrolment_id: enrolmentId, step: 1, from_state: 'supplied', to_state: 'ready' },
      ...{ taken_by: prescriber.id, taken_by_name: 'x', taken_as: 'prescriber', reason: null },
      taken_at: minute(-9000),
    })
    .execute()
  await everything
    .insertInto('unit_event')
    .values({
      ...{ ...of, unit_event_id: randomUUID(), supply_order_id: null, happened_at: minute(-8000) },
      event: JSON.stringify({
        ...{ id: 'r', kind: 'received', lot: 'L1', units: 4, at: minute(-8000).getTime() },
        expiresOn: '2027-12-31',
      }),
      ...{ recorded_by: prescriber.id, recorded_by_name: 'x', recorded_as: 'prescriber' },
      recorded_at: minute(-8000),
    })
    .execute()
  for (const [instrument, value] of [
    [pcl5, 1],
    [phq9, 0],
  ] as const)
    await everything
      .insertInto('questionnaire_response')
      .values({
        ...{ ...of, questionnaire_response_id: randomUUID(), instrument: instrument.code },
        ...{ instrument_version: instrument.version, language: 'en', authored_at: minute(-9000) },
        answers: JSON.stringify(Object.fromEntries(instrument.items.map(({ linkId }) => [linkId, value]))),
        total: instrument.items.length * value,
      })
      .execute()
  await everything
    .insertInto('consent')
    .values(
      CONSENT_KINDS.map((kind) => ({
        ...{ ...of, consent_id: randomUUID(), kind, text_version: CONSENT_VERSIONS[kind], language: 'en' },
        ...{ signed_name: patient.name, signed_at: minute(-9500), withdrawn_at: null },
      })),
    )
    .execute()
  if (but.medicines !== 'none') await tellMedicines(db, patient, but.medicines)
  if (but.isCovered !== false)
    await everything
      .insertInto('duty')
      .values({
        ...{ practice_id: practiceId, duty_id: randomUUID(), clinician_id: prescriber.id },
        ...{ from_at: minute(-2000), to_at: minute(3000), planned_by: null, planned_by_name: null },
        ...{ withdrawn_at: null, withdrawn_by: null },
      })
      .execute()
  return { db, everything, practiceId, patient, friend, backup, prescriber, sessionId, enrolmentId }
}

type Booking = { practiceId: string; patient: Member; friend: Member; backup: Member; prescriber: Member }

export async function bookSession(
  everything: TestDatabase['everything'],
  { practiceId, patient, friend, backup, prescriber }: Booking,
  at: Date,
): Promise<string> {
  const sessionId = randomUUID()
  const of = { practice_id: practiceId, patient_id: patient.id }
  await everything
    .insertInto('dosing_session')
    .values({
      ...{ ...of, session_id: sessionId, plan_version: 1, protocol_version: 1, starts_at: at },
      ...{ planned_end_at: new Date(at.getTime() + 240 * MINUTE), time_zone: 'America/New_York' },
      ...{ duty_clinician_id: prescriber.id, support_person_id: friend.id, backup_person_id: backup.id },
      ...{ booked_by: prescriber.id, booked_by_name: prescriber.name, booked_at: minute(-9000) },
      ...{ cancelled_at: null, cancelled_by: null, ended_at: null },
    })
    .execute()
  await everything
    .insertInto('appointment')
    .values({
      ...{ ...of, appointment_id: randomUUID(), kind: 'integration', session_id: sessionId },
      ...{ with_id: prescriber.id, starts_at: new Date(at.getTime() + 48 * 60 * MINUTE) },
      ...{ time_zone: 'America/New_York', state: 'booked', booked_by: prescriber.id },
      ...{ booked_at: minute(-9000), state_by: null, state_at: null, way_on: null, way_on_at: null },
    })
    .execute()
  return sessionId
}

/** The list as it was gone through at intake. */
async function tellMedicines(
  db: Database,
  patient: Member,
  lines: readonly Pick<MedicineLine, 'text' | 'taking'>[] = [{ text: 'sertraline', taking: 'taking' }],
) {
  const list: MedicinesTold = {
    lines: lines.map((line) => ({ kind: 'prescribed', ...line })),
    none: ['without-prescription', 'supplement-or-herb'],
    ...{ declined: [], prazosin: 'no' },
  }
  await inScope(db, await Permit.ask(db, patient, 'tell-day', patient.id), async (scope) => {
    const sheet = {
      id: randomUUID(),
      kind: 'intake-list',
      version: 1,
      answers: list,
      authoredAt: minute(-9000),
    }
    await insertAnswerSheet(scope, await vault.keyOf(scope), sheet)
  })
}

/** The patient's own half. */
export async function tellOwn(
  scene: Scene,
  told: Told = GOOD_DAY,
  asq = ASQ_NO,
  at = minute(-60),
  db = scene.db,
  id: string = randomUUID(),
) {
  const { patient, sessionId } = scene
  const permit = await Permit.ask(db, patient, 'tell-day', patient.id)
  await tellDay(db, vault, permit, { id, sessionId, at, by: patient.name }, { asq, told })
}

/** The half of whoever is there. */
export async function tellRoom(
  scene: Scene,
  told: Told = GOOD_ROOM,
  at = minute(-55),
  who: Member = scene.friend,
) {
  const permit = await Permit.ask(scene.db, who, 'tell-day-beside', scene.patient.id)
  await tellDayBeside(scene.db, vault, permit, { id: randomUUID(), sessionId: scene.sessionId, at }, told)
}

type Happened = Partial<Pick<Act, 'id' | 'seen' | 'sessionId'>> & { db?: Database }

/** Somebody presses a button. */
export async function press(scene: Scene, who: Member, what: Happening, at: Date, but: Happened = {}) {
  const { db = scene.db, ...rest } = but
  const action = who.roles.includes('patient')
    ? 'record-own-event'
    : who.roles.includes('prescriber')
      ? 'answer-for-session'
      : 'record-event'
  const permit = await Permit.ask(db, who, action, scene.patient.id)
  const act = { id: randomUUID(), sessionId: scene.sessionId, what, at, by: who.name, ...rest }
  return actInSession(db, permit, [act])
}

/** Whoever is there measures, asks, and fills in the list. */
export async function readyToEnd(scene: Scene, at: Date) {
  for (const what of READY_TO_END) await press(scene, scene.friend, what, at)
}

/** Up to the dose, with nothing in the way. */
export async function dosedScene(postgres: TestDatabase, but: Parameters<typeof makeScene>[1] = {}) {
  const scene = await makeScene(postgres, { ...but, isCovered: true })
  await tellOwn(scene)
  await tellRoom(scene)
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  // Without cover no session becomes ready: it was lost on the way.
  if (but.isCovered === false)
    await scene.everything
      .updateTable('duty')
      .set({ withdrawn_at: minute(1), withdrawn_by: scene.prescriber.id })
      .where('practice_id', '=', scene.practiceId)
      .execute()
  return scene
}

export const stateOf = async ({ everything, enrolmentId }: Scene) =>
  (
    await everything
      .selectFrom('enrolment')
      .select('state')
      .where('enrolment_id', '=', enrolmentId)
      .executeTakeFirstOrThrow()
  ).state

export const alertsOf = ({ everything, sessionId }: Scene) =>
  everything
    .selectFrom('alert')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('raised_at')
    .execute()

export const eventsOf = async ({ everything, sessionId }: Scene) =>
  (
    await everything
      .selectFrom('session_event')
      .select('event')
      .where('session_id', '=', sessionId)
      .orderBy('received_at')
      .execute()
  ).map(({ event }) => event)

export const sessionRow = ({ everything, sessionId }: Scene) =>
  everything
    .selectFrom('dosing_session')
    .selectAll()
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow()
