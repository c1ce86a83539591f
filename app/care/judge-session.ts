/** After every event the rules of group D look at the whole session: what is new is kept, and people are told. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { inSessionFacts, tonightFacts } from '../clinical/day/facts-of-session.ts'
import { readyToEnd } from '../clinical/instruments/ready-to-end.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { HappeningKind } from '../clinical/session/events.ts'
import type { StoredAlert } from '../records/alerts.ts'
import { insertFindings } from '../records/findings.ts'
import {
  aboutOf,
  levelOf,
  machineRaises,
  openRules,
  type Raise,
  raiseAll,
  ruleCause,
} from './raise-alerts.ts'
import { type OpenSession, silenceOf } from './session-log.ts'

/** The machine raises these itself. */
const RAISED_BY_MACHINE: readonly string[] = ['D08', 'D10', 'D14', 'D21']

/** Of these two the machine raises one: what the patient said on their own screen. */
const isRaisedByMachine = (finding: Finding): boolean =>
  RAISED_BY_MACHINE.includes(finding.ruleId) || isOwnFear(finding)

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
  const late = lateFinding({ reading, limits }, facts.minutesSinceDose)
  return [
    ...findings(JUDGED_AT.session, facts, limits),
    ...late,
    ...findings(JUDGED_AT.tonight, tonightFacts(reading), limits),
  ]
}

/** E02: too long, and not ready. A list that nobody has filled in, or that was taken back, is not complete. */
function lateFinding(
  { reading, limits }: Pick<OpenSession, 'reading' | 'limits'>,
  minutesSinceDose: number | undefined,
): Finding[] {
  const { endList, stage } = reading.session
  if (minutesSinceDose === undefined || stage !== 'dosed') return []
  const isReadyToEnd = endList !== undefined && readyToEnd.score(endList.answers).allYes === 'met'
  const found = findings(JUDGED_AT.lateInSession, { minutesSinceDose, isReadyToEnd }, limits)
  // That nobody signed a number is told once there is a list to hold against it.
  return endList === undefined ? found.filter(({ isUnknown }) => !isUnknown) : found
}

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
  const found = firingAt(after, event.at).filter((finding) => !isOld(finding) || isSpokenOf(finding))
  const sessionId = after.booked.id
  await insertFindings(scope, { sessionId, sessionEventId: event.id }, after.protocolVersion, found)

  const open = await openRules(scope, sessionId)
  const worse = ({ ruleId, severity }: Finding) =>
    severity === 'block' && !old.some((other) => other.ruleId === ruleId && other.severity === 'block')
  const raises = found
    .filter(({ severity }) => severity === 'block' || severity === 'review')
    .filter((finding) => !isRaisedByMachine(finding))
    .filter((finding) => !open.has(finding.ruleId) || worse(finding))
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
  const open = await openRules(scope, sessionId)
  const raises = found
    .filter(({ severity }) => severity === 'block' || severity === 'review')
    .filter((finding) => !isRaisedByMachine(finding) && !open.has(finding.ruleId))
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

const firingAt = (session: OpenSession, at: Date): Finding[] =>
  judgedNow(session, at).filter(({ isUnknown }) => !isUnknown)
