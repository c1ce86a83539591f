/**
 * The gate of a session day: both halves, judged by groups C and S wherever one of them has come in.
 *
 * It needs both sheets, and the support person may not read the patient's: under their hand it is asked by the
 * practice's server. Asked again it finds the same, so whoever opens the page next completes what was interrupted.
 */
import type { AboutPatient } from '../access/actions.ts'
import { jobActor } from '../access/actor.ts'
import { inScope, Permit, type Scope } from '../access/permit.ts'
import type { PatientKey, Vault } from '../access/vault.ts'
import type { BookingGap } from '../clinical/booking.ts'
import { asTimeGoesBy, passesByItself, staysUntil, withStanding } from '../clinical/day/answered-again.ts'
import { dayOfFacts, type PatientHalf, partOfRule, type SupportHalf } from '../clinical/day/facts-of-day.ts'
import type { DayKnown } from '../clinical/day/own-questions.ts'
import { DAY_VERSION } from '../clinical/day/questions.ts'
import { type Gate, type GateReason, gate, gateOver, gateRuleVersions, ruleOf } from '../clinical/gate.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { yesOf } from '../clinical/intake/question.ts'
import type { Limits } from '../clinical/protocol.ts'
import { allFrom, type Finding } from '../clinical/rules/rule.ts'
import type { GateFinding, Happening } from '../clinical/session/events.ts'
import { refusalOf } from '../clinical/session/refusal.ts'
import { holdingFindings } from '../clinical/session/state.ts'
import type { Database } from '../database/connection.ts'
import { listAlerts, settleByRecord } from '../records/alerts.ts'
import { type AnswerSheet, listSheets } from '../records/answer-sheets.ts'
import { findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { insertFindings } from '../records/findings.ts'
import { lockSession } from '../records/session-events.ts'
import { type BookedSession, findBookingGaps, findNextSession } from '../records/sessions.ts'
import { uuidFrom } from '../system/ids.ts'
import { type AgainstDose, type againstDose, againstReady, isBookedDay } from './against-dose.ts'
import { callOffWithAppointment } from './cancel-session.ts'
import { dayKnown, dayToldIn, PATIENT_SHEET } from './day-known.ts'
import { dayRecord } from './day-record.ts'
import { judgeCourseOnDay } from './judge-course.ts'
import { aboutOf, machineCause, type Raise, raiseAll, ruleCause } from './raise-alerts.ts'
import { draftEvent, type OpenSession, openSession, recordEvent, SERVER } from './session-log.ts'

export const SUPPORT_SHEET = 'gate-support'

export type Halves = {
  patient: AnswerSheet | undefined
  /** What the patient had answered before that, the oldest first. */
  patientBefore: readonly AnswerSheet[]
  support: AnswerSheet | undefined
}

/**
 * What was handed in for this session on its own day; whoever may not read a half does not find it. What somebody said
 * who is not there any more is no half.
 */
export async function findHalves(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  booked: BookedSession,
  gaps: readonly BookingGap[],
): Promise<Halves> {
  const ofDay = async (kind: string) =>
    (await listSheets(scope, key, kind)).filter(
      ({ sessionId, authoredAt }) => sessionId === booked.id && isBookedDay(booked, authoredAt),
    )
  // Answers to other questions than today's are asked anew.
  const own = (await ofDay(PATIENT_SHEET)).filter(({ version }) => version === DAY_VERSION)
  const support = (await ofDay(SUPPORT_SHEET)).at(-1)
  const isThere =
    (support?.authoredBy === booked.supportPersonId && !gaps.includes('support')) ||
    (support?.authoredBy === booked.backupPersonId && !gaps.includes('backup'))
  return { patient: own.at(-1), patientBefore: own.slice(0, -1), support: isThere ? support : undefined }
}

type Sheet = { asq?: Answers }
const patientHalf = (
  sheet: AnswerSheet | undefined,
  before: readonly AnswerSheet[],
): PatientHalf | undefined => {
  if (!sheet) return undefined
  const { asq = {} } = sheet.answers as Sheet
  const toldAt = ({ answers, authoredAt }: AnswerSheet) => ({
    told: dayToldIn(answers),
    at: authoredAt.getTime(),
  })
  return { asq, told: asTimeGoesBy(toldAt(sheet), before.map(toldAt)) }
}
const supportHalf = (sheet: AnswerSheet | undefined): SupportHalf | undefined =>
  sheet && { told: dayToldIn(sheet.answers) }

/** The whole gate now, without what was opened. */
export async function gateNow(
  scope: Scope<AboutPatient>,
  known: DayKnown,
  session: OpenSession,
  { patient, patientBefore, support }: Halves,
  now: Date,
  gaps: readonly BookingGap[],
): Promise<Gate> {
  const record = await dayRecord(scope, session, now)
  const facts = dayOfFacts(
    record,
    known,
    patientHalf(patient, patientBefore),
    supportHalf(support),
    session.limits,
  )
  const sync = { at: now.getTime(), limits: session.limits, rules: gateRuleVersions() }
  // What a sensitive segment told leaves as the id of its sheet.
  const recordIds = allFrom(facts, patient?.id)
  return gate({ facts, sync, now: now.getTime(), recordIds, gaps })
}

/** In whose words the patient reads of what stands on record. */
const ON_RECORD = [
  ['consents', 'B31'],
  ['finding', 'C17'],
] as const

/** The same with what a prescriber opened, and with what goes on holding whatever is answered: what the patient reads. */
export function gateWithOpenings(
  whole: Gate,
  { reading }: OpenSession,
  against: readonly AgainstDose[],
): Gate {
  const { judged } = reading.session
  const isOpened = ({ ruleId }: Finding) => judged[partOfRule(ruleId)]?.opened.includes(ruleId) ?? false
  const now = whole.reasons.filter((reason) => reason.is !== 'finding' || !isOpened(reason.finding))
  const named = new Set(now.map(ruleOf))
  const before = holdingFindings(reading.session)
    .filter(({ ruleId, staysUntil }) => staysUntil !== undefined && !named.has(ruleId))
    .map(({ ruleId, severity }): GateReason => ({ is: 'said-before', ruleId, severity }))
  const isDutyNamed = now.some((reason) => reason.is === 'booking' && reason.gap === 'duty')
  const isNamed = (ruleId: string) => [...now, ...before].some((reason) => ruleOf(reason) === ruleId)
  const onRecord = ON_RECORD.filter(([what, ruleId]) => against.includes(what) && !isNamed(ruleId)).map(
    ([, ruleId]): GateReason => ({ is: 'said-before', ruleId, severity: 'block' }),
  )
  return gateOver([
    ...(against.includes('duty') && !isDutyNamed ? [{ is: 'booking' as const, gap: 'duty' as const }] : []),
    ...now,
    ...before,
    ...onRecord,
    ...(against.includes('alert') ? [{ is: 'alert' as const }] : []),
  ])
}

/** What could not be judged holds as a review, however lightly the rule takes it. */
const gateFinding = (finding: Finding, at: Date, limits: Limits): GateFinding => {
  const { ruleId, severity, isUnknown, isFinal } = finding
  const until = staysUntil(finding, at.getTime(), limits)
  return {
    ruleId,
    severity: isUnknown && (severity === 'advise' || severity === 'inform') ? 'review' : severity,
    ...(isFinal && { isFinal }),
    ...(until !== undefined && { staysUntil: until }),
  }
}

/** Judges what has come in and not been judged yet. */
export async function judgeDay(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  now: Date,
  by: string,
): Promise<void> {
  await lockSession(scope)
  const booked = await findNextSession(scope)
  if (!booked) return
  const state = (await findEnrolment(scope))?.state
  if (state !== 'ready' && state !== 'session-day') return
  const gaps = await findBookingGaps(scope, booked.id)
  const halves = await findHalves(scope, key, booked, gaps)
  if (!halves.support) await forgetBeside(scope, booked, now)
  if (!halves.patient && !halves.support) return
  await stepEnrolment(scope, { to: 'session-day', by, at: now, isByRecord: true })

  let session = await openSession(scope, booked)
  const known = await dayKnown(scope, key, booked, now)
  const whole = await gateNow(scope, known, session, halves, now, gaps)
  const found = whole.reasons.flatMap((reason) => (reason.is === 'finding' ? [reason.finding] : []))
  const basis = `${booked.id} ${halves.patient?.id} ${halves.support?.id}`
  const write = async (what: Happening, id: string) => {
    if (session.receipts[id] !== undefined) return false
    session = await recordEvent(scope, session, draftEvent(session, SERVER, { id, what, at: now }))
    return true
  }

  if (session.reading.session.stage === 'not-ready')
    await write({ kind: 'preparing' }, uuidFrom(`${booked.id} preparing`))
  for (const part of ['patient', 'support-person'] as const) {
    const sheet = part === 'patient' ? halves.patient : halves.support
    if (!sheet) continue
    const own = found.filter(({ ruleId }) => partOfRule(ruleId) === part)
    const latest = own.map((finding) => gateFinding(finding, sheet.authoredAt, session.limits))
    const before = session.reading.session.judged[part]
    const findings = withStanding(before, latest, sheet.authoredAt.getTime())
    const what: Happening = { kind: 'judged', part, findings }
    if (!(await write(what, uuidFrom(`${basis} ${part}`)))) continue
    const foundIn = { answerSheetId: sheet.id, sessionId: booked.id }
    await insertFindings(scope, foundIn, session.protocolVersion, own)
    if (part === 'patient') {
      const day = dayOfFacts({}, known, patientHalf(sheet, halves.patientBefore), undefined, session.limits)
      await judgeCourseOnDay(scope, { sheetId: sheet.id, sessionId: booked.id, day })
    }
    // What only waits for the other half is nobody's to look at yet.
    const toLookAt = own.filter(({ isUnknown }) => !isUnknown || part === 'patient' || halves.patient)
    await raiseAll(scope, booked.id, await raisesOf(scope, booked, toLookAt, sheet, now), now)
  }
  if (halves.support) {
    const hasVoiceLine = yesOf(supportHalf(halves.support)?.told, 'phone') === true
    await write({ kind: 'line-checked', hasVoiceLine }, uuidFrom(`${basis} line`))
  }
  if (found.some(({ ruleId, isUnknown }) => ruleId === 'C18' && !isUnknown)) {
    await callOff(scope, session, now, by)
    return
  }
  // Taken again after the rest, or late enough after the meal: nobody has to be asked any more.
  if (holdingFindings(session.reading.session).length === 0)
    await settleByRecord(scope, machineCause(booked.id, PASSING), { name: 'Groundwork', at: now }, PASSED)
  session = await standDown(scope, session, now, againstReady)
  await makeReady(scope, session, now)
}

/** What holds until it is taken again, or time has gone by, and then by itself no more. */
const PASSING = 'held:passing:'
const PASSED = 'taken again in its time, and nothing holds'

/** Suicide is an emergency of its own; anything else that holds asks once for somebody to look. */
async function raisesOf(
  scope: Scope<AboutPatient>,
  booked: BookedSession,
  found: readonly Finding[],
  sheet: AnswerSheet,
  now: Date,
): Promise<Raise[]> {
  const open = (await listAlerts(scope, booked.id)).filter(({ settled }) => settled === null)
  const raises: Raise[] = found
    .filter(({ ruleId, isUnknown }) => ruleId === 'S01' && !isUnknown)
    .map(({ ruleId }) => ({ cause: ruleCause(booked.id, ruleId, sheet.id), level: 'emergency' }))
  const isOwnWord = found.every(({ ruleId }) => ruleId === 'C18')
  const isPassing = found.every(passesByItself)
  // Asked already, also by answers about safety that came before the rest of the check.
  const isAsked = open.some((alert) =>
    aboutOf(alert) === 'held'
      ? isPassing || !alert.cause.startsWith(machineCause(booked.id, PASSING))
      : ['S02', 'S03'].includes(aboutOf(alert)),
  )
  const key = `${isPassing ? PASSING : 'held:'}${sheet.id}:${now.getTime()}`
  if (found.length > 0 && !isOwnWord && !isAsked)
    raises.push({ cause: machineCause(booked.id, key), level: 'person-now' })
  return raises
}

/**
 * What the room was found to be is not so any more when the person who said it is gone: whoever is there now says it
 * anew, and nobody opens that.
 */
export async function forgetBeside(
  scope: Scope<AboutPatient>,
  booked: BookedSession,
  now: Date,
): Promise<void> {
  const session = await openSession(scope, booked)
  const said = session.reading.session.judged['support-person']
  if (!said || said.findings.some(({ ruleId, isFinal }) => ruleId === 'C10' && isFinal)) return
  const gone: GateFinding = { ruleId: 'C10', severity: 'review', isFinal: true }
  // Whether they were there and sober was said of them alone; what else stands, stands.
  const before = { ...said, findings: said.findings.filter(({ ruleId }) => ruleId !== 'C10') }
  const findings = withStanding(before, [gone], now.getTime())
  const what: Happening = { kind: 'judged', part: 'support-person', findings }
  const id = uuidFrom(`${booked.id} beside ${session.events.length}`)
  await recordEvent(scope, session, draftEvent(session, SERVER, { id, what, at: now }))
}

/** What was ready and has something against it now is looked at again. */
export async function standDown(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  now: Date,
  against: typeof againstDose,
): Promise<OpenSession> {
  const { stage, judged } = session.reading.session
  if (stage !== 'ready-for-dose') return session
  if ((await against(scope, session, now)).length === 0) return session
  const what: Happening = { kind: 'judged', part: 'patient', findings: judged.patient?.findings ?? [] }
  const id = uuidFrom(`${session.booked.id} stood down ${session.events.length}`)
  return recordEvent(scope, session, draftEvent(session, SERVER, { id, what, at: now }))
}

/** Ready for the dose as soon as nothing stands against it, and everything the booking rests on is there. */
export async function makeReady(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  now: Date,
): Promise<OpenSession> {
  const id = uuidFrom(`${session.booked.id} ready ${session.events.length}`)
  const draft = draftEvent(session, SERVER, { id, what: { kind: 'made-ready' }, at: now })
  if (refusalOf(session.reading.session, draft, session.numbers) !== undefined) return session
  if ((await againstReady(scope, session, now)).length > 0) return session
  return recordEvent(scope, session, draft)
}

/** The same once an alert was settled that its log knows nothing of. @param sessionId null for one of no session */
export async function makeReadyAgain(
  scope: Scope<AboutPatient>,
  sessionId: string | null,
  now: Date,
): Promise<void> {
  await lockSession(scope)
  const booked = await findNextSession(scope)
  if (booked && (sessionId === null || booked.id === sessionId))
    await makeReady(scope, await openSession(scope, booked), now)
}

/** Not today: the session is over before it began, the day is free, and nobody is asked why. */
export async function callOff(scope: Scope<AboutPatient>, session: OpenSession, now: Date, by: string) {
  const { stage } = session.reading.session
  if (stage !== 'stopped' && stage !== 'aborted') {
    const id = uuidFrom(`${session.booked.id} called off`)
    await recordEvent(scope, session, draftEvent(session, SERVER, { id, what: { kind: 'stop' }, at: now }))
  }
  await callOffWithAppointment(scope, session.booked.id, now)
  const state = (await findEnrolment(scope))?.state
  if (state === 'session-day' || state === 'in-session')
    await stepEnrolment(scope, { to: 'ready', by, at: now, isByRecord: true })
}

/** As the practice's server: for a hand that may not read both halves. */
export async function judgeDayAsServer(
  db: Database,
  vault: Vault,
  { practiceId, patientId, now }: { practiceId: string; patientId: string; now: Date },
): Promise<void> {
  const permit = await Permit.ask(db, jobActor(practiceId, 'judge-day'), 'judge-day', patientId)
  await inScope(db, permit, async (scope) => judgeDay(scope, await vault.keyOf(scope), now, 'Groundwork'))
}
