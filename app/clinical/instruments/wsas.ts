/**
 * Work and Social Adjustment Scale (WSAS): five items, each 0 to 8, total 0 to 40. Who does not work skips the
 * first, and the other four stand for it. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * Source, licence, bands, change and sign-off: docs/clinical/wsas.md
 */
import { type Band, bandOf } from './bands.ts'
import { type Instrument, numbered, upTo } from './instrument.ts'
import type { BandedTotal } from './sum-scale.ts'
import { type Bounded, rescored, totalOf } from './total.ts'

export type WsasBand = 'subclinical' | 'significant' | 'moderately-severe'

const BANDS: readonly [Band<WsasBand>, ...Band<WsasBand>[]] = [
  { from: 0, name: 'subclinical' },
  { from: 10, name: 'significant' },
  { from: 21, name: 'moderately-severe' },
]

const items = numbered('wsas', 5, upTo(8))
const work = 'wsas-01'

export const wsas: Instrument<BandedTotal<WsasBand>, Bounded> = {
  code: 'wsas',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/wsas.md',
  items,
  score: (answers) => {
    const mayMiss = answers[work] === 'skipped' ? 1 : 0
    return rescored(totalOf(items, answers, mayMiss), ({ total }) => ({ total, band: bandOf(total, BANDS) }))
  },
}
