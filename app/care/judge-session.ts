/** After every event the rules of group D look at the whole session: what is new is kept, and people are told. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { inSessionFacts } from '../clinical/day/facts-of-session.ts'
import type { InSessionFacts } from '../clinical/facts/in-session.ts'
import { readyToEnd } from '../clinical/instruments/ready-to-end.ts'
import { afterSessionRules } from '../clinical/rules/after-session/rules.ts'
import { inSessionRules } from '../clinical/rules/in-session/rules.ts'
import { type Finding, findings, type Rule } from '../clinical/rules/rule.ts'
import type { HappeningKind } from '../clinical/session/events.ts'
import { insertFindings } from '../records/findings.ts'
import { levelOf, machineRaises, openRules, type Raise, raiseAll, ruleCause } from './raise-alerts.ts'
import type { OpenSession } from './session-log.ts'

const RULES = Object.values<Rule<InSessionFacts>>(inSessionRules)

/** The machine raises these itself. */
const RAISED_BY_MACHINE: readonly string[] = ['D08', 'D10', 'D14', 'D21']

/** What a new event speaks of: a rule that goes on firing is found again only by what it looks at. */
const SPOKEN_OF: Partial<Record<HappeningKind, readonly string[]>> = {
  'look-in': ['D01', 'D02', 'D10', 'D11', 'D20'],
  distress: ['D06', 'D07'],
  vitals: ['D03', 'D04', 'D05', 'D11', 'D12', 'D13', 'D16', 'D17', 'D18', 'D19'],
  'more-taken': ['D10'],
}

/** Everything the rules say now, also what could not be judged. Empty before the dose. */
export function judgedNow({ reading, limits, numbers }: OpenSession, now: Date): Finding[] {
  const facts = inSessionFacts(reading, limits, numbers, now.getTime())
  const late = lateFinding({ reading, limits }, facts?.minutesSinceDose)
  return facts === undefined ? [] : [...findings(RULES, facts, limits), ...late]
}

/** E02, once a list was filled in and is not all yes: too long, and not ready. */
function lateFinding(
  { reading, limits }: Pick<OpenSession, 'reading' | 'limits'>,
  minutesSinceDose: number | undefined,
): Finding[] {
  const { endList, stage } = reading.session
  if (minutesSinceDose === undefined || endList === undefined || stage !== 'dosed') return []
  const isReady = readyToEnd.score(endList.answers).allYes === 'met'
  return findings([afterSessionRules.E02], { minutesSinceDose, isReadyToEnd: isReady }, limits)
}

/** Keeps what is new since `before`, found after one event, and raises what needs a person. */
export async function judgeSession(
  scope: Scope<AboutPatient>,
  before: OpenSession,
  after: OpenSession,
  event: { id: string; kind: HappeningKind; at: Date },
): Promise<void> {
  const firing = (session: OpenSession) => judgedNow(session, event.at).filter(({ isUnknown }) => !isUnknown)
  const old = firing(before)
  const isOld = ({ ruleId, severity }: Finding) =>
    old.some((other) => other.ruleId === ruleId && other.severity === severity)
  const isSpokenOf = ({ ruleId }: Finding) => SPOKEN_OF[event.kind]?.includes(ruleId) ?? false
  const found = firing(after).filter((finding) => !isOld(finding) || isSpokenOf(finding))
  const sessionId = after.booked.id
  await insertFindings(scope, { sessionId, sessionEventId: event.id }, after.protocolVersion, found)

  const open = await openRules(scope, sessionId)
  const worse = ({ ruleId, severity }: Finding) =>
    severity === 'block' && !old.some((other) => other.ruleId === ruleId && other.severity === 'block')
  const raises = found
    .filter(({ severity }) => severity === 'block' || severity === 'review')
    .filter(({ ruleId }) => !RAISED_BY_MACHINE.includes(ruleId))
    .filter((finding) => !open.has(finding.ruleId) || worse(finding))
    .map(
      (finding): Raise => ({
        cause: ruleCause(sessionId, finding.ruleId, event.id),
        level: levelOf(finding.severity),
      }),
    )
  await raiseAll(scope, sessionId, [...machineRaises(after), ...raises], event.at)
}
