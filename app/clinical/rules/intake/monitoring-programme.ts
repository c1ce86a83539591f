import type { IntakeFacts } from '../../facts/intake.ts'
import { above, atLeast, block, is, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/** B16: no order on an old look at the state's prescription monitoring programme, and none without one. */
export const pdmpQueryDue: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B16',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: ['intake.pdmpMaxAgeDays'],
  sections: ['T-8'],
  judge: (facts, limits) => judged(block(above(facts, 'pdmpAgeDays', limits, 'intake.pdmpMaxAgeDays'))),
}

/** B17: what the programme shows goes before what was said. */
export const pdmpFindings: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B17',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['intake.pdmpPrescriberCount'],
  sections: ['S-12', 'S-4'],
  judge: (facts, limits) =>
    judged(
      review(
        is(facts, 'pdmpShowsOpioid'),
        is(facts, 'pdmpShowsBenzodiazepine'),
        is(facts, 'pdmpShowsOtherKetamine'),
        atLeast(facts, 'pdmpPrescribers', limits, 'intake.pdmpPrescriberCount'),
      ),
    ),
}
