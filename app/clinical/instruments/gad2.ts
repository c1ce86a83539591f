/**
 * GAD-2: the first two items of the GAD-7, a first look at worry. 0 to 6.
 *
 * © Pfizer, free to use. Source, licence, cut-off and sign-off: docs/clinical/gad2.md
 */
import { numbered, upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

export const gad2 = sumScale({
  code: 'gad-2',
  version: '1.0.0',
  recall: 'past-two-weeks',
  source: 'docs/clinical/gad2.md',
  items: numbered('gad2', 2, upTo(3)),
  mayMiss: 0,
})
