import type { DayOfFacts } from '../../facts/day-of.ts'
import { withinSigned } from '../comparing.ts'
import { below, block, hasAny, isOneOf, isPositive, judged, review } from '../condition.ts'
import { hasClassFor } from '../medicine-classes.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/** C03: food and drink, each by its own clock. */
export const notFasted: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C03',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['fasting.foodHours', 'fasting.clearLiquidsMinutes'],
  sections: ['S-6'],
  judge: (facts, limits) =>
    judged(
      block(
        below(facts, 'hoursSinceFood', limits, 'fasting.foodHours'),
        below(facts, 'minutesSinceClearLiquids', limits, 'fasting.clearLiquidsMinutes'),
      ),
    ),
}

const SUBSTANCES = [
  ['tookAlcohol', 'fasting.alcoholHours'],
  ['tookSedative', 'fasting.sedativeHours'],
  ['tookCannabis', 'fasting.cannabisHours'],
] as const

/** C04: alcohol, a sedative or cannabis within the signed hours. Not being sure is talked about. */
export const substanceToday: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C04',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: SUBSTANCES.map(([, path]) => path),
  sections: ['S-4'],
  judge: (facts, limits) => {
    const says = (word: 'yes' | 'unsure') =>
      SUBSTANCES.map(([name, path]) => withinSigned(isOneOf(facts, name, [word]), limits, path))
    return judged(block(...says('yes')), review(...says('unsure')))
  },
}

/** C08: anything new since the last session: a class the protocol blocks, as B18; everything else as B19. */
export const newMedicine: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C08',
  version: 2,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['medicines.classes'],
  sections: ['S-4'],
  judge: (facts, limits) =>
    judged(
      block(
        hasClassFor('block', 'newMedicineClasses', facts.newMedicineClasses, limits),
        hasClassFor('block', 'newSubstanceClasses', facts.newSubstanceClasses, limits),
      ),
      review(
        hasAny(facts, 'newMedicineClasses'),
        hasAny(facts, 'newSubstanceClasses'),
        isPositive(facts, 'newUnmatchedMedicines'),
      ),
    ),
}
