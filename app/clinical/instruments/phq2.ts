/**
 * PHQ-2: the first two items of the PHQ-9, a first look at low mood. 0 to 6.
 *
 * © Pfizer, free to use. Source, licence, cut-off and sign-off: docs/clinical/phq2.md
 */
import { numbered, upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

export const phq2 = sumScale({
  code: 'phq-2',
  version: '1.0.0',
  recall: 'past-two-weeks',
  source: 'docs/clinical/phq2.md',
  items: numbered('phq2', 2, upTo(3)),
  mayMiss: 0,
})
