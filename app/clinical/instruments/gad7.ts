/**
 * Generalized Anxiety Disorder scale (GAD-7): seven items about two weeks, each 0 to 3, total 0 to 21.
 *
 * © Pfizer, free to use. Source, licence, bands, missing rule and sign-off: docs/clinical/gad7.md
 */
import { numbered, upTo } from './instrument.ts'
import { bandedScale } from './sum-scale.ts'

export type Gad7Band = 'minimal' | 'mild' | 'moderate' | 'severe'

export const gad7 = bandedScale<Gad7Band>({
  code: 'gad-7',
  version: '1.0.0',
  recall: 'past-two-weeks',
  source: 'docs/clinical/gad7.md',
  items: numbered('gad7', 7, upTo(3)),
  mayMiss: 1,
  bands: [
    { from: 0, name: 'minimal' },
    { from: 5, name: 'mild' },
    { from: 10, name: 'moderate' },
    { from: 15, name: 'severe' },
  ],
})
