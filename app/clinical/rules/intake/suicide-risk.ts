import type { IntakeFacts } from '../../facts/intake.ts'
import { block, both, isNot, isOneOf, isPositive, judged, reading, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { INTAKE } from './about.ts'

/**
 * B01 to B04 read the C-SSRS screener. Where its text is not loaded the ASQ stands in, and S01 to S03 judge it.
 * The highest answer decides; nothing is added up.
 */

/** B01: intent, a plan, or behaviour in the past three months: a person now. */
export const highSuicideRisk: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B01',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['I-7'],
  judge: (facts) => judged(block(isOneOf(facts, 'cssrsLevel', ['high']))),
}

/** B02: thoughts with a method, or behaviour longer ago: nothing goes on before an evaluation and a safety plan. */
export const moderateSuicideRisk: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B02',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['I-7', 'T-2'],
  judge: (facts) => judged(block(isOneOf(facts, 'cssrsLevel', ['moderate']))),
}

/** B03: a wish or thoughts alone. Low does not mean none. */
export const lowSuicideRisk: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B03',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  isSafety: true,
  limits: [],
  sections: ['I-7', 'T-2'],
  judge: (facts) => judged(review(isOneOf(facts, 'cssrsLevel', ['low']))),
}

/** B04: a skipped question about suicide is not a no. */
export const suicideQuestionSkipped: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B04',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['I-0', 'I-7'],
  judge: (facts) => judged(block(isPositive(facts, 'cssrsItemsSkipped'))),
}

/** B05: item 9 of the PHQ-9 is never the only suicide question; a yes or a skip asks for the screen that day. */
export const phq9ItemNine: Rule<IntakeFacts> = {
  ...INTAKE,
  id: 'B05',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['I-5', 'I-0'],
  judge: (facts) =>
    judged(
      block(
        both(
          reading('phq9', facts.phq9?.selfHarmThoughts, `item 9 is ${facts.phq9?.item9}`),
          isNot(facts, 'isSuicideScreenSameDay'),
        ),
      ),
    ),
}
