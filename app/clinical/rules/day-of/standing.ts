/** Medicines that lower blood pressure, and standing up: ketamine pushes the other way, and people fall after. */
import type { DayOfFacts } from '../../facts/day-of.ts'
import { anyOfKnown, onlyIf, standsAbove } from '../comparing.ts'
import { against, atLeast, below, block, either, is, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { DAY_OF } from './about.ts'

/**
 * C20: nobody knows how the medicine stands today: the last one not remembered, outside the signed hours, or a
 * usual one missed.
 */
export const alphaMedicineTiming: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C20',
  version: 1,
  severities: ['review'],
  whenUnknown: 'block',
  mark: '‡',
  limits: ['medicines.alphaMedicineFromHours', 'medicines.alphaMedicineToHours'],
  sections: ['S-4', 'practice'],
  judge: (facts, limits) => {
    const hours = facts.hoursSinceAlphaMedicine
    const name = 'hoursSinceAlphaMedicine'
    const isOff = either(
      { holds: hours === 'not-known', evidence: hours === 'not-known' ? { [name]: hours } : {}, missing: [] },
      against('below', name, hours, limits, 'medicines.alphaMedicineFromHours'),
      against('above', name, hours, limits, 'medicines.alphaMedicineToHours'),
      is(facts, 'missedUsualAlphaDose'),
    )
    return judged(review(onlyIf(is(facts, 'takesAlphaMedicine'), isOff)))
  },
}

/**
 * C21: a fall on standing, a low pressure standing, or light-headed. It has to be looked for in people who take
 * these medicines or are older; found in anybody else, it counts as well.
 */
export const dropOnStanding: Rule<DayOfFacts> = {
  ...DAY_OF,
  id: 'C21',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [
    'vitals.before.standingFallSystolicMmHg',
    'vitals.before.standingBelowSystolicMmHg',
    'vitals.before.standingFromAgeYears',
  ],
  sections: ['S-5'],
  judge: (facts, limits) => {
    // Somebody who may go without a seated reading has still none to compare with.
    const seated = typeof facts.systolicMmHg === 'number' ? facts.systolicMmHg : undefined
    const drop = either(
      standsAbove(
        { name: 'systolicMmHg', value: seated },
        { name: 'standingSystolicMmHg', value: facts.standingSystolicMmHg },
        limits,
        'vitals.before.standingFallSystolicMmHg',
      ),
      below(facts, 'standingSystolicMmHg', limits, 'vitals.before.standingBelowSystolicMmHg'),
      is(facts, 'isLightHeadedStanding'),
    )
    const isLookedFor = anyOfKnown(
      is(facts, 'takesAlphaMedicine'),
      atLeast(facts, 'ageYears', limits, 'vitals.before.standingFromAgeYears'),
    )
    // A reading that is there and has no signed number to stand beside is not clear, whoever it is of.
    const isUncompared =
      facts.standingSystolicMmHg !== undefined && drop.missing.some(({ kind }) => kind === 'limit')
    return judged(block(drop.holds === true || isUncompared ? drop : onlyIf(isLookedFor, drop)))
  },
}
