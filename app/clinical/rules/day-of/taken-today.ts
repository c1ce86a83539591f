import type { DayOfFacts, HeldMedicine } from '../../facts/day-of.ts'
import { holdHoursOf } from '../../medicines/hold.ts'
import type { Limits } from '../../protocol.ts'
import { withinSigned } from '../comparing.ts'
import { below, block, type Condition, hasAny, isOneOf, isPositive, judged, review } from '../condition.ts'
import { hasClassFor } from '../medicine-classes.ts'
import type { Missing, Rule } from '../rule.ts'
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

/**
 * C04: alcohol, a sedative or cannabis within the signed hours, or a medicine of the recorded list taken nearer to the
 * dose than its class allows. Not being sure is talked about, and so is a medicine of which the hours were not said.
 */
export const substanceToday: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C04',
  version: 2,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [...SUBSTANCES.map(([, path]) => path), 'medicines.classes'],
  sections: ['S-4'],
  judge: (facts, limits) => {
    const says = (word: 'yes' | 'unsure') =>
      SUBSTANCES.map(([name, path]) => withinSigned(isOneOf(facts, name, [word]), limits, path))
    const held = [
      takenTooLate('heldMedicines', facts.heldMedicines, limits),
      takenTooLate('heldSubstances', facts.heldSubstances, limits),
    ]
    return judged(block(...says('yes'), ...held), review(...says('unsure')))
  },
}

/** Nearer to the dose than the hours signed for its class. On the hour itself it is far enough. */
function takenTooLate(name: string, held: readonly HeldMedicine[] | undefined, limits: Limits): Condition {
  const fact: Missing = { kind: 'fact', name }
  if (held === undefined) return { holds: undefined, evidence: { [name]: undefined }, missing: [fact] }
  const all = held.map((one) => ({ ...one, holdHours: holdHoursOf(one.class, limits) }))
  const isSaid = (hours: number | undefined) => hours !== undefined && !Number.isNaN(hours)
  const late = all.filter(({ hoursAgo, holdHours }) => (hoursAgo ?? Number.NaN) < (holdHours ?? 0))
  const unsaid = all.filter(({ hoursAgo, holdHours = 0 }) => holdHours > 0 && !isSaid(hoursAgo))
  const unsigned = all.filter(({ holdHours }) => holdHours === undefined)
  const seen = [...late, ...unsaid, ...unsigned].map(
    ({ class: one, hoursAgo = '?', holdHours = '?' }) => `${one} ${hoursAgo}/${holdHours} h`,
  )
  const evidence = seen.length > 0 ? { [name]: [...new Set(seen)].join(', ') } : {}
  const missing: Missing[] = [
    ...(unsaid.length > 0 ? [fact] : []),
    ...(unsigned.length > 0 ? [{ kind: 'limit' as const, name: 'medicines.classes' }] : []),
  ]
  if (late.length > 0) return { holds: true, evidence, missing: [] }
  return { holds: missing.length > 0 ? undefined : false, evidence, missing }
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
