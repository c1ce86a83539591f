/**
 * CADSS-6: six items of the Clinician-Administered Dissociative States Scale, each 0 to 4, total 0 to 24, asked
 * looking back when the peak is over. It describes; it has no cut-off for safety, and a higher total is no aim.
 * The scorer alone: the wording is loaded by a practice that may use it.
 *
 * Source, licence and sign-off: docs/clinical/cadss6.md
 */
import { upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

/** Their numbers in the whole scale. */
const ITEMS = ['01', '02', '06', '07', '15', '22']

export const cadss6 = sumScale({
  code: 'cadss-6',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/cadss6.md',
  items: ITEMS.map((number) => ({ linkId: `cadss-${number}`, values: upTo(4) })),
  mayMiss: 0,
})
