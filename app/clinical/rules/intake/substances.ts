import type { IntakeFacts } from '../../facts/intake.ts'
import {
  advise,
  atLeast,
  block,
  both,
  either,
  is,
  isNotLoaded,
  judged,
  reading,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/** B13: alcohol. Published cut-offs differ by sex at birth; where it is not known, the lower one of the two holds. */
export const alcohol: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B13',
  version: 1,
  severities: ['review', 'advise'],
  whenUnknown: 'advise',
  limits: [
    'instruments.auditC.reviewTotal',
    'instruments.auditC.adviseTotalMen',
    'instruments.auditC.adviseTotalOthers',
  ],
  sections: ['I-9', 'I-24'],
  judge: (facts, limits) => {
    const cutOff =
      facts.sexAtBirth === 'male'
        ? 'instruments.auditC.adviseTotalMen'
        : 'instruments.auditC.adviseTotalOthers'
    return judged(
      review(atLeast(facts, 'auditCTotal', limits, 'instruments.auditC.reviewTotal')),
      advise(
        atLeast(facts, 'auditCTotal', limits, cutOff),
        both(
          isNotLoaded(facts, 'auditCTotal'),
          reading('alcoholQuestion', facts.alcoholQuestion?.positive, 'at least one day'),
        ),
      ),
    )
  },
}

/** B14: other substances. Dependence now, or opioid use disorder ever, blocks. */
export const substances: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B14',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'review',
  limits: ['instruments.dast10.reviewTotal'],
  sections: ['I-10', 'S-2'],
  judge: (facts, limits) =>
    judged(
      block(is(facts, 'hasCurrentDependence'), is(facts, 'everOpioidUseDisorder')),
      review(
        atLeast(facts, 'dast10Total', limits, 'instruments.dast10.reviewTotal'),
        both(
          isNotLoaded(facts, 'dast10Total'),
          either(
            reading('taps1', facts.taps1?.uses.drugs, 'drugs'),
            reading('taps1', facts.taps1?.uses.medicines, 'medicines beyond prescription'),
          ),
        ),
      ),
    ),
}

/** B15: ketamine or PCP used in a way that harmed. */
export const ketamineMisuse: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B15',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-2', 'S-12'],
  judge: (facts) => judged(block(is(facts, 'everMisusedKetamineOrPcp'))),
}
