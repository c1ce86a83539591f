import type { CourseFacts, Craving } from '../../facts/course.ts'
import { type Limits, limitAt, type NumberPath } from '../../protocol.ts'
import {
  above,
  against,
  atLeast,
  block,
  both,
  type Condition,
  either,
  is,
  isNotLoaded,
  isPositive,
  judged,
  not,
  review,
} from '../condition.ts'
import type { Missing, Rule } from '../rule.ts'
import { COURSE } from './about.ts'

/** F09: a supply asked for early, or lost. Once is asked about; a pattern waits for a talk. Nobody is punished. */
export const earlyOrLostSupply: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F09',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['refill.blockFromTimes', 'refill.earlyDays'],
  sections: ['S-12'],
  judge: (facts, limits) =>
    judged(
      block(atLeast(facts, 'earlyOrLostSupplies', limits, 'refill.blockFromTimes')),
      review(
        above(facts, 'refillEarlyDays', limits, 'refill.earlyDays'),
        isPositive(facts, 'lostSuppliesNow'),
      ),
    ),
}

/** F10: craving again and again, use outside sessions, or sharing. */
export const craving: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F10',
  version: 2,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['refill.cravingPoints', 'refill.cravingTimes'],
  sections: ['S-11', 'S-12'],
  judge: (facts, limits) =>
    judged(
      block(is(facts, 'usesOutsideSessions'), is(facts, 'sharesMedicine'), craves(facts.cravings, limits)),
    ),
}

/** The latest so many times in a row, each at or above the limit. One of unknown strength counts as reaching it. */
function craves(cravings: readonly Craving[] | undefined, limits: Limits): Condition {
  const points = limitAt(limits, 'refill.cravingPoints')
  const times = limitAt(limits, 'refill.cravingTimes')
  const missing: Missing[] = []
  if (cravings === undefined) missing.push({ kind: 'fact', name: 'cravings' })
  if (points === undefined) missing.push({ kind: 'limit', name: 'refill.cravingPoints' })
  if (times === undefined) missing.push({ kind: 'limit', name: 'refill.cravingTimes' })
  const evidence = {
    cravings: cravings?.join(', '),
    'refill.cravingPoints': points,
    'refill.cravingTimes': times,
  }
  if (cravings === undefined || points === undefined || times === undefined)
    return { holds: undefined, evidence, missing }
  const latest = cravings.slice(-times)
  return {
    holds: latest.length >= times && latest.every((value) => value === 'some' || value >= points),
    evidence,
    missing,
  }
}

/** F11: a controlled medicine from somebody new. */
export const newPrescriber: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F11',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: [],
  sections: ['T-8', 'S-12'],
  judge: (facts) => judged(review(is(facts, 'pdmpShowsNewPrescriber'))),
}

/** F14: alcohol or other substances have reached a cut-off that they had not reached when asked before, the signed months ago. */
export const substanceUseWorse: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F14',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: [
    'instruments.auditC.adviseTotalMen',
    'instruments.auditC.adviseTotalOthers',
    'instruments.auditC.reviewTotal',
    'instruments.dast10.reviewTotal',
  ],
  sections: ['I-9', 'I-10'],
  judge: (facts, limits) => {
    const cutOff =
      facts.sexAtBirth === 'male'
        ? 'instruments.auditC.adviseTotalMen'
        : 'instruments.auditC.adviseTotalOthers'
    const isUnfilled = either(isNotLoaded(facts, 'auditCTotal'), isNotLoaded(facts, 'dast10Total'))
    return judged(
      review(
        hasReached('auditCTotal', facts.previousAuditCTotal, facts.auditCTotal, limits, cutOff),
        hasReached(
          'auditCTotal',
          facts.previousAuditCTotal,
          facts.auditCTotal,
          limits,
          'instruments.auditC.reviewTotal',
        ),
        hasReached(
          'dast10Total',
          facts.previousDast10Total,
          facts.dast10Total,
          limits,
          'instruments.dast10.reviewTotal',
        ),
        both(isUnfilled, is(facts, 'isSubstanceUseWorse')),
      ),
    )
  },
}

type Total = CourseFacts['auditCTotal']

const hasReached = (name: string, before: Total, now: Total, limits: Limits, path: NumberPath): Condition =>
  both(against('at-least', name, now, limits, path), not(against('at-least', name, before, limits, path)))
