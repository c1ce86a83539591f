/**
 * Insomnia Severity Index (ISI): seven items about two weeks, each 0 to 4, total 0 to 28. The scorer alone: the
 * wording is loaded by a practice that may use it.
 *
 * Source, licence, bands and sign-off: docs/clinical/isi.md
 */
import { numbered, upTo } from './instrument.ts'
import { bandedScale } from './sum-scale.ts'

export type IsiBand = 'none' | 'subthreshold' | 'moderate' | 'severe'

export const isi = bandedScale<IsiBand>({
  code: 'isi',
  version: '1.0.0',
  recall: 'past-two-weeks',
  source: 'docs/clinical/isi.md',
  items: numbered('isi', 7, upTo(4)),
  mayMiss: 0,
  bands: [
    { from: 0, name: 'none' },
    { from: 8, name: 'subthreshold' },
    { from: 15, name: 'moderate' },
    { from: 22, name: 'severe' },
  ],
})
