import type { IntakeFacts } from '../../facts/intake.ts'
import { block, hasAny, isPositive, judged, review } from '../condition.ts'
import { hasClassFor } from '../medicine-classes.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'
import { showsClassFor } from './monitoring-programme.ts'

/**
 * B18: a class the protocol does not allow beside ketamine, told or shown by the state's monitoring programme. What is
 * shown is never taken back by what was told. No text ever tells a patient to stop one.
 */
export const blockedMedicine: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B18',
  version: 3,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['medicines.classes'],
  sections: ['S-4'],
  judge: (facts, limits) =>
    judged(
      block(
        hasClassFor('block', 'medicineClasses', facts.medicineClasses, limits),
        hasClassFor('block', 'substanceClasses', facts.substanceClasses, limits),
        showsClassFor('block', facts, limits),
      ),
    ),
}

/** B19: a class the protocol wants looked at, told or shown by the programme, or a text that matched no ingredient. */
export const reviewedMedicine: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B19',
  version: 3,
  severities: ['review'],
  whenUnknown: 'review',
  limits: ['medicines.classes'],
  sections: ['S-4'],
  judge: (facts, limits) =>
    judged(
      review(
        hasClassFor('review', 'medicineClasses', facts.medicineClasses, limits),
        hasClassFor('review', 'substanceClasses', facts.substanceClasses, limits),
        showsClassFor('review', facts, limits),
        isPositive(facts, 'unmatchedMedicines'),
      ),
    ),
}

/** B20: prazosin and its kin pull blood pressure the other way; standing readings and times of taking are due. */
export const alphaMedicine: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B20',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-4', 'practice'],
  judge: (facts) => judged(review(hasAny(facts, 'medicineClasses', ['alpha-blocker-or-agonist']))),
}
