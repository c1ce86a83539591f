import type { DayOfFacts } from '../../facts/day-of.ts'
import { truth } from '../../instruments/truth.ts'
import { type Limits, limitAt } from '../../protocol.ts'
import { onlyIf, withinSigned } from '../comparing.ts'
import {
  below,
  block,
  both,
  type Condition,
  either,
  is,
  isNot,
  isPositive,
  judged,
  not,
  reading,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/** C11: too few days since the last session. */
export const tooSoon: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C11',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['course.minDaysBetweenSessions'],
  sections: ['P-3', 'P-2'],
  judge: (facts, limits) =>
    judged(block(below(facts, 'daysSinceLastSession', limits, 'course.minDaysBetweenSessions'))),
}

/** C12: what is in the box is not what should be. Said without blame. */
export const countDiffers: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C12',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-12'],
  judge: (facts) => judged(block(differs(facts))),
}

function differs({ unitsExpected, unitsCounted }: DayOfFacts): Condition {
  const missing = [
    ...(isCount(unitsExpected) ? [] : [{ kind: 'fact' as const, name: 'unitsExpected' }]),
    ...(isCount(unitsCounted) ? [] : [{ kind: 'fact' as const, name: 'unitsCounted' }]),
  ]
  const holds = missing.length > 0 ? undefined : unitsExpected !== unitsCounted
  return { holds, evidence: { unitsExpected, unitsCounted }, missing }
}

const isCount = (value: number | undefined) => value !== undefined && !Number.isNaN(value)

/** C17: an adverse event of an earlier session that nobody has closed. */
export const openAdverseEvent: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C17',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-7'],
  judge: (facts) => judged(block(isPositive(facts, 'openAdverseEvents'))),
}

const isFirstSession = ({ daysSinceLastSession: days }: DayOfFacts): Condition =>
  reading(
    'daysSinceLastSession',
    truth(days === undefined ? undefined : days === 'first-session'),
    'first-session',
  )

/** C22: preparation and follow-up. Before the first session it closes; later a prescriber looks. */
export const notPrepared: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C22',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['practice'],
  judge: (facts) => {
    const isOpen = either(
      isNot(facts, 'isPreparationFinished'),
      isNot(facts, 'isPreparationAgreed'),
      isNot(facts, 'isFollowUpBooked'),
    )
    return judged(block(both(isFirstSession(facts), isOpen)), review(isOpen))
  },
}

/** C23: where therapy is essential and no appointment was kept in the window after the last session: talk first. */
export const noTherapyAfterLast: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C23',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['integration.isTherapyEssential', 'integration.windowFromHours', 'integration.windowToHours'],
  sections: ['practice', 'E-4'],
  judge: (facts, limits) => {
    const wasNotKept = withinSigned(
      isNot(facts, 'keptIntegrationAppointment'),
      limits,
      'integration.windowFromHours',
      'integration.windowToHours',
    )
    return judged(
      review(onlyIf(isTherapyEssential(facts, limits), both(not(isFirstSession(facts)), wasNotKept))),
    )
  },
}

/** For everybody by the protocol, or for this person by their plan. */
function isTherapyEssential(facts: DayOfFacts, limits: Limits): Condition {
  const path = 'integration.isTherapyEssential'
  const forAll = limitAt(limits, path)
  return either(
    {
      holds: forAll,
      evidence: forAll ? { [path]: 'yes' } : {},
      missing: forAll === undefined ? [{ kind: 'limit', name: path }] : [],
    },
    is(facts, 'isTherapyEssential'),
  )
}
