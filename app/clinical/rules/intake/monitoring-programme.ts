import type { IntakeFacts } from '../../facts/intake.ts'
import type { MedicineClass } from '../../protocol/course.ts'
import type { Limits } from '../../protocol.ts'
import { withinSigned } from '../comparing.ts'
import { above, atLeast, block, both, type Condition, either, is, judged, review } from '../condition.ts'
import { hasClassFor } from '../medicine-classes.ts'
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

/** B17: what the programme shows goes before what was said. Few prescribers means something only over signed days. */
export const pdmpFindings: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B17',
  version: 2,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['intake.pdmpPrescriberCount', 'intake.pdmpWindowDays'],
  sections: ['S-12', 'S-4'],
  judge: (facts, limits) =>
    judged(
      review(
        is(facts, 'pdmpShowsOpioid'),
        is(facts, 'pdmpShowsBenzodiazepine'),
        is(facts, 'pdmpShowsOtherKetamine'),
        withinSigned(
          atLeast(facts, 'pdmpPrescribers', limits, 'intake.pdmpPrescriberCount'),
          limits,
          'intake.pdmpWindowDays',
        ),
      ),
    ),
}

/**
 * What each answer of the programme may be. It names a family and no ingredient: an opioid counts as every class of
 * them, and the strictest of their signed actions holds.
 */
const SHOWN = {
  pdmpShowsOpioid: ['opioid-full-agonist', 'buprenorphine-or-methadone'],
  pdmpShowsBenzodiazepine: ['benzodiazepine'],
} as const satisfies Partial<Record<keyof IntakeFacts, readonly MedicineClass[]>>

const SHOWN_NAMES = Object.keys(SHOWN) as (keyof typeof SHOWN)[]

/** What the programme shows counts as taken, whatever stands on the person's own list. Not asked yet: unknown. */
export const showsOpioidOrBenzodiazepine = (facts: IntakeFacts): Condition =>
  either(...SHOWN_NAMES.map((name) => is(facts, name)))

/** As `hasClassFor`, of what the programme shows. Unknown only where an answer could bring the action. */
export const showsClassFor = (action: 'block' | 'review', facts: IntakeFacts, limits: Limits): Condition =>
  either(
    ...SHOWN_NAMES.map((name) =>
      both(is(facts, name), { ...hasClassFor(action, name, SHOWN[name], limits), evidence: {} }),
    ),
  )
