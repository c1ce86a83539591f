/**
 * Subjective Units of Distress (SUDS): one number, 0 completely calm to 10 the worst imaginable. After Wolpe 1969.
 *
 * No cut-off is validated. The steps of the distress ladder are the practice's own signed numbers, and rules D06 and
 * D07 climb it. Source and sign-off: docs/clinical/suds.md
 */

import { upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

export const suds = sumScale({
  code: 'suds',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/suds.md',
  items: [{ linkId: 'suds', values: upTo(10) }],
  mayMiss: 0,
})
