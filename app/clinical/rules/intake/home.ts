import { STORAGE_NEEDS } from '../../facts/conditions.ts'
import type { IntakeFacts } from '../../facts/intake.ts'
import { atMost, block, both, type Condition, is, isNot, judged, lacksAny, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/** B28: a sober adult who stays is part of every plan. */
export const noSupportPerson: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B28',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-6', 'S-2'],
  judge: (facts) => judged(block(isNot(facts, 'hasConfirmedSupportPerson'))),
}

/** B29: asked in private, told to clinicians alone, and never to the support person. */
export const unsafeHome: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B29',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-3', 'T-5'],
  judge: (facts) => judged(block(is(facts, 'isUnsafeAtHome'), is(facts, 'fearsSupportPerson'))),
}

/** B40: where nobody can be called, and no help can be sent, there is no dose. */
export const outOfReach: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B40',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['S-2', 'T-5'],
  judge: (facts) => judged(block(isNot(facts, 'hasVoiceLine'), isNot(facts, 'hasConfirmableAddress'))),
}

/** B41: timing, not a verdict. What happened is not asked. */
export const hardTime: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B41',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['intake.recentEventDays'],
  sections: ['S-3'],
  judge: (facts, limits) =>
    judged(
      review(
        atMost(facts, 'daysSinceRecentEvent', limits, 'intake.recentEventDays'),
        is(facts, 'isHardAnniversary'),
      ),
    ),
}

/** B42: before the first supply comes into a home, it is known where it will be kept. */
export const storage: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B42',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['S-12'],
  judge: (facts) =>
    judged(block(both(isFirstOrder(facts), lacksAny(facts, 'storageConfirmed', STORAGE_NEEDS)))),
}

function isFirstOrder({ order }: IntakeFacts): Condition {
  if (order === undefined)
    return { holds: undefined, evidence: {}, missing: [{ kind: 'fact', name: 'order' }] }
  return { holds: order !== 'none-yet' && order.stepMg === 'first-order', evidence: {}, missing: [] }
}
