import type { IntakeFacts } from '../../facts/intake.ts'
import { limitAt } from '../../protocol.ts'
import { block, both, isNot, isOneOf, isOver, judged, lacksAny, not } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { isOutsideServedStates } from '../served-states.ts'
import { INTAKE } from './about.ts'

/** B31: every consent the practice requires is in force. */
export const consents: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B31',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['intake.requiredConsents'],
  sections: ['T-1'],
  judge: (facts, limits) => {
    const required = limitAt(limits, 'intake.requiredConsents')
    if (required === undefined)
      return {
        outcome: 'unknown',
        evidence: {},
        missing: [{ kind: 'limit', name: 'intake.requiredConsents' }],
      }
    return judged(block(lacksAny(facts, 'consentsInForce', required)))
  },
}

/**
 * B32: a controlled medicine is ordered on a legal basis that has not run out, after an encounter by sound and
 * picture or in person. On its last day a basis still holds.
 */
export const telehealthBasis: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B32',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  isFinal: true,
  limits: [],
  sections: ['T-8'],
  judge: (facts) =>
    judged(
      block(
        isOneOf(facts, 'telehealthBasis', ['none']),
        isOver(facts, 'telehealthBasisDaysLeft'),
        both(not(isOneOf(facts, 'telehealthBasis', ['in-person'])), isNot(facts, 'isEncounterAudioVideo')),
      ),
    ),
}

/** B33: in a state the practice serves, attested at the visit. */
export const location: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B33',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  isFinal: true,
  limits: ['assessment.statesServed'],
  sections: ['T-8'],
  judge: (facts, limits) => judged(block(isOutsideServedStates(facts, limits))),
}
