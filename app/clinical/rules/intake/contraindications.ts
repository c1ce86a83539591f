import type { IntakeFacts } from '../../facts/intake.ts'
import { block, hasAny, is, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/** B36: an allergy to the medicine or an ingredient. No reason opens it. */
export const allergy: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B36',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  isFinal: true,
  mark: '‡',
  limits: [],
  sections: ['S-2', 'label'],
  judge: (facts) => judged(block(is(facts, 'hasKetamineAllergy'))),
}

/** B37: the list of the free assessment, asked again where it is kept. */
export const heartOrVesselsOnRecord: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B37',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['S-2', 'label'],
  judge: (facts) => judged(block(hasAny(facts, 'heartConditions'))),
}

/** B38: pressure in the head or the eye. */
export const raisedPressure: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B38',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['S-2'],
  judge: (facts) =>
    judged(
      block(
        is(facts, 'hasRaisedIntracranialPressure'),
        is(facts, 'hasHeadInjuryWithSymptoms'),
        is(facts, 'hasAngleClosureGlaucoma'),
      ),
    ),
}

/** B39: seizures are looked at; an overactive thyroid is treated first. */
export const seizureOrThyroid: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B39',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-2'],
  judge: (facts) =>
    judged(block(is(facts, 'hasUntreatedHyperthyroidism')), review(is(facts, 'hasSeizureDisorder'))),
}
