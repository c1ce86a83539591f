/** After every event the rules of group D look at the whole session: what is new is kept, and people are told. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { askedToEndFacts, endingFacts } from '../clinical/day/facts-of-ending.ts'
import { inSessionFacts, tonightFacts } from '../clinical/day/facts-of-session.ts'
import type { Limits } from '../clinical/protocol.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { HappeningKind } from '../clinical/session/events.ts'
import type { StoredAlert } from '../records/alerts.ts'
import { insertFindings } from '../records/findings.ts'
import { closeInSession } from '../records/intake-findings.ts'
import {
  aboutOf,
  levelOf,
  machineRaises,
  type Raise,
  raiseAll,
  ruleCause,
  waitingRules,
} from './raise-alerts.ts'
import { type OpenSession, silenceOf } from './session-log.ts'

/** The machine raises these itself; who wants to drive was seen in a look, and nothing but the rule speaks of it. */
const RAISED_BY_MACHINE: readonly string[] = ['D08', 'D10', 'D14']
const isStop = ({ ruleId, evidence }: Finding): boolean =>
  ruleId === 'D21' && evidence.wantsToDrive === undefined

/** A prescriber reads it, and is not called for it: the room wakes them and counts. D01, D02 and D20 call somebody. */
const CALLS_NOBODY: readonly string[] = ['E12']

/** Of these two the machine raises one: what the patient said on their own screen. */
const isRaisedByMachine = (finding: Finding): boolean =>
  RAISED_BY_MACHINE.includes(finding.ruleId) || isStop(finding) || isOwnFear(finding)

const callsSomebody = (finding: Finding): boolean =>
  (finding.severity === 'block' || finding.severity === 'review') &&
  !CALLS_NOBODY.includes(finding.ruleId) &&
  !isRaisedByMachine(finding)

/** Said by the patient alone, for nobody beside them to read. What others saw of the same rule is no secret. */
export const isOwnFear = ({ ruleId, evidence }: Pick<Finding, 'ruleId' | 'evidence'>): boolean =>
  ruleId === 'D19' && evidence.fearsSupportPerson !== undefined && evidence.actsOnVoices === undefined

/** What a new event speaks of: a rule that goes on firing is found again only by what it looks at. */
const SPOKEN_OF: Partial<Record<HappeningKind, readonly string[]>> = {
  'look-in': ['D01', 'D02', 'D10', 'D11', 'D20'],
  distress: ['D06', 'D07'],
  vitals: ['D03', 'D04', 'D05', 'D11', 'D12', 'D13', 'D16', 'D17', 'D18', 'D19'],
  'more-taken': ['D10'],
  tonight: ['E13'],
}

/** Everything the rules say now, also what could not be judged. Empty before the dose. */
export function judgedNow(session: OpenSession, now: Date): Finding[] {
  const { reading, limits, numbers } = session
  const facts = inSessionFacts(reading, limits, numbers, now.getTime(), silenceOf(session, now))
  if (facts === undefined) return []
  return [
    ...findings(JUDGED_AT.session, facts, limits),
    ...towardsEnd(session, now),
    ...findings(JUDGED_AT.tonight, tonightFacts(reading), limits),
    ...(reading.session.endList === undefined ? [] : askedToEnd(session, now)),
  ]
}

/** E02, E11, E12: too long, the first time standing, asleep before it is over. */
function towardsEnd({ reading, limits }: OpenSession, now: Date): Finding[] {
  const facts = endingFacts(reading, limits, now.getTime())
  if (facts === undefined) return []
  const late = findings(JUDGED_AT.lateInSession, facts, limits)
  return [
    // That nobody signed a number is told once there is a list to hold against it.
    ...(reading.session.endList === undefined ? late.filter(({ isUnknown }) => !isUnknown) : late),
    ...findings(JUDGED_AT.restingInSession, facts, limits),
  ]
}

/**
 * E01: why it cannot end yet, from when the end is asked for: the list is not whole, or it is too early. It is told and
 * not stored: the session refuses by itself, and the list stands in its log.
 */
export function askedToEnd({ reading, limits, numbers }: OpenSession, now: Date): Finding[] {
  const facts = askedToEndFacts(reading, limits, now.getTime())
  if (facts === undefined) return []
  const { minimumObservationMinutes: least } = numbers
  const { minimumObservationMinutes: _, ...session } = limits.session ?? {}
  // The plan's own minutes, as the session counts them.
  const own: Limits = {
    ...limits,
    session: { ...session, ...(least !== undefined && { minimumObservationMinutes: least }) },
  }
  return findings(JUDGED_AT.askedToEnd, facts, own)
}

/** What the room is told while it is so. It ends with what is seen next, or with the session, and nobody has to close it. */
const ENDS_BY_ITSELF: readonly string[] = JUDGED_AT.restingInSession.map(({ id }) => id)

const isStored = ({ ruleId }: Finding): boolean => !JUDGED_AT.askedToEnd.some(({ id }) => id === ruleId)

/** Keeps what is new since `before`, found after one event, and raises what needs a person. */
export async function judgeSession(
  scope: Scope<AboutPatient>,
  before: OpenSession,
  after: OpenSession,
  event: { id: string; kind: HappeningKind; at: Date },
): Promise<void> {
  const old = firingAt(before, event.at)
  const isOld = ({ ruleId, severity }: Finding) =>
    old.some((other) => other.ruleId === ruleId && other.severity === severity)
  const isSpokenOf = ({ ruleId }: Finding) => SPOKEN_OF[event.kind]?.includes(ruleId) ?? false
  const firing = firingAt(after, event.at)
  const found = firing.filter((finding) => !isOld(finding) || isSpokenOf(finding))
  const sessionId = after.booked.id
  await insertFindings(scope, { sessionId, sessionEventId: event.id }, after.protocolVersion, found)
  const isOver = (id: string) => !firing.some(({ ruleId }) => ruleId === id)
  await closeInSession(scope, sessionId, ENDS_BY_ITSELF.filter(isOver), event.at)

  const waiting = await waitingRules(scope, sessionId)
  const worse = ({ ruleId, severity }: Finding) =>
    severity === 'block' && !old.some((other) => other.ruleId === ruleId && other.severity === 'block')
  const raises = found
    .filter(callsSomebody)
    .filter((finding) => !waiting.has(finding.ruleId) || worse(finding))
    .map(
      (finding): Raise => ({
        cause: ruleCause(sessionId, finding.ruleId, event.id),
        level: levelOf(finding.severity),
      }),
    )
  await raiseAll(scope, sessionId, [...machineRaises(after), ...raises], event.at)
}

/** Climbs a ladder of its own, rung by rung. */
const SILENCE = 'D09'

/**
 * What the rules of the session have against its end, besides the machine: an alert of theirs that nobody settled, or
 * an emergency by what was seen last, settled or not. That nobody was heard of for a while is over with who speaks.
 *
 * @param isTakenOn a clinician ends it with a reason: on what was seen, never past an alert
 */
export function againstEnd(
  session: OpenSession,
  alerts: readonly StoredAlert[],
  now: Date,
  isTakenOn: boolean,
): 'alert-open' | 'look-again' | undefined {
  const isOfSession = (ruleId: string) =>
    ruleId !== SILENCE && JUDGED_AT.session.some(({ id }) => id === ruleId)
  if (alerts.some((alert) => alert.settled === null && isOfSession(aboutOf(alert)))) return 'alert-open'
  const isEmergency = firingAt(session, now).some(
    ({ ruleId, severity }) => severity === 'block' && isOfSession(ruleId),
  )
  return isEmergency && !isTakenOn ? 'look-again' : undefined
}

/**
 * The same with nothing recorded: what has become true since the last event because time went by. Each is found and
 * raised once for that event.
 */
export async function judgeByClock(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  at: Date,
): Promise<void> {
  const last = session.events.at(-1)
  const lastAt = last && session.receipts[last.id]
  if (last === undefined || lastAt === undefined) return
  const then = firingAt(session, new Date(lastAt))
  const found = firingAt(session, at).filter(
    ({ ruleId, severity }) =>
      ruleId !== SILENCE && !then.some((other) => other.ruleId === ruleId && other.severity === severity),
  )
  const sessionId = session.booked.id
  await insertFindings(scope, { sessionId, sessionEventId: last.id }, session.protocolVersion, found)
  const waiting = await waitingRules(scope, sessionId)
  const raises = found
    .filter((finding) => callsSomebody(finding) && !waiting.has(finding.ruleId))
    .map(
      ({ ruleId, severity }): Raise => ({
        cause: ruleCause(sessionId, ruleId, `${last.id} by-the-clock`),
        level: levelOf(severity),
      }),
    )
  await raiseAll(scope, sessionId, raises, at)
}

/** Keeps that there is a silence nobody announced, once for the event it is counted from. */
export async function findSilence(scope: Scope<AboutPatient>, session: OpenSession, at: Date): Promise<void> {
  const last = session.events.at(-1)
  if (last === undefined) return
  const found = firingAt(session, at).filter(({ ruleId }) => ruleId === SILENCE)
  const foundIn = { sessionId: session.booked.id, sessionEventId: last.id }
  await insertFindings(scope, foundIn, session.protocolVersion, found)
}

/** What fires and is kept. */
const firingAt = (session: OpenSession, at: Date): Finding[] =>
  judgedNow(session, at).filter((finding) => !finding.isUnknown && isStored(finding))
