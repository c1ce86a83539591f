/** The one ladder of distress: grounding, then a person. */
import type { InSessionFacts } from '../../facts/in-session.ts'
import { type Limits, limitAt, type NumberPath } from '../../protocol.ts'
import {
  above,
  advise,
  against,
  atLeast,
  both,
  type Condition,
  either,
  judged,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'
import { inOrder, seen } from './looks.ts'

const GROUNDING = 'instruments.suds.groundingPoints'

/** D06: grounding is offered, in the steps the person chose, and distress is asked again. */
export const grounding: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D06',
  version: 1,
  severities: ['advise'],
  limits: [GROUNDING, 'instruments.suds.recheckMinutes', 'session.lookInEveryMinutes'],
  sections: ['I-14', 'T-3'],
  judge: (facts, limits) => {
    const again = limitAt(limits, 'instruments.suds.recheckMinutes')
    const judgement = judged(advise(both(latestReaches(facts, limits, GROUNDING), signed(limits))))
    return { ...judgement, evidence: { ...judgement.evidence, 'instruments.suds.recheckMinutes': again } }
  },
}

/** D07: high twice, very high once, high after tools were tried, or without relief for too long: a person now. */
export const distressNeedsPerson: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D07',
  version: 2,
  severities: ['review'],
  limits: [
    GROUNDING,
    'instruments.suds.personNowPoints',
    'instruments.suds.personAfterTools',
    'instruments.suds.reliefWithinMinutes',
    'session.lookInEveryMinutes',
  ],
  sections: ['T-4', 'I-14'],
  judge: (facts, limits) =>
    judged(
      review(
        latestReaches(facts, limits, 'instruments.suds.personNowPoints'),
        isHighAgain(facts, limits),
        both(
          latestReaches(facts, limits, GROUNDING),
          atLeast(facts, 'toolsTriedSinceDistress', limits, 'instruments.suds.personAfterTools'),
        ),
        isWithoutRelief(facts, limits),
      ),
    ),
}

/** D12: frozen or in a flashback for longer than signed. */
export const frozen: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D12',
  version: 1,
  severities: ['review'],
  limits: ['session.frozenMinutes'],
  sections: ['T-4'],
  judge: (facts, limits) =>
    judged(review(above(facts, 'frozenOrFlashbackMinutes', limits, 'session.frozenMinutes'))),
}

type Check = { atMinutes: number; points: number }

const checks = (
  facts: InSessionFacts,
  limits: Limits,
  ask: (latest: Check, earlier: readonly Check[]) => Condition,
): Condition =>
  seen('distress', facts.distress, facts, limits, (looks) => {
    const ordered = inOrder(looks, ({ points }) => points)
    return ask(ordered.pop() ?? looks[0], ordered)
  })

const latestReaches = (facts: InSessionFacts, limits: Limits, path: NumberPath): Condition =>
  checks(facts, limits, ({ points }) => against('at-least', 'distress', points, limits, path))

const reaches = (points: number, limits: Limits) => against('at-least', 'distress', points, limits, GROUNDING)

const isHighAgain = (facts: InSessionFacts, limits: Limits): Condition =>
  checks(facts, limits, (latest, earlier) =>
    both(reaches(latest.points, limits), either(...earlier.map(({ points }) => reaches(points, limits)))),
  )

/** From the first high check of the row that the latest one ends, until now. */
const isWithoutRelief = (facts: InSessionFacts, limits: Limits): Condition =>
  checks(facts, limits, (latest, earlier) => {
    const isHigh = reaches(latest.points, limits)
    const row = [...earlier, latest]
    const start = row.slice(row.findLastIndex(({ points }) => reaches(points, limits).holds !== true) + 1)[0]
    const { minutesSinceDose } = facts
    const lasting =
      minutesSinceDose === undefined || start === undefined ? undefined : minutesSinceDose - start.atMinutes
    const path = 'instruments.suds.reliefWithinMinutes'
    const limit = limitAt(limits, path)
    const missing = [
      ...(lasting === undefined ? [{ kind: 'fact' as const, name: 'minutesSinceDose' }] : []),
      ...(limit === undefined ? [{ kind: 'limit' as const, name: path }] : []),
    ]
    const isLong: Condition = {
      holds: lasting === undefined || limit === undefined ? undefined : lasting >= limit,
      evidence: { minutesSinceDose, [path]: limit },
      missing,
    }
    return both(isHigh, isLong)
  })

/** Without a signed time to ask again there is no ladder to follow. */
function signed(limits: Limits): Condition {
  const path = 'instruments.suds.recheckMinutes'
  const isSigned = limitAt(limits, path) !== undefined
  return {
    holds: isSigned ? true : undefined,
    evidence: {},
    missing: isSigned ? [] : [{ kind: 'limit', name: path }],
  }
}
