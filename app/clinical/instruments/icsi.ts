/**
 * Interstitial Cystitis Symptom Index (ICSI, O'Leary-Sant): urgency, frequency, nights, pain; total 0 to 20. What
 * counts is the rise over the person's own baseline. The scorer alone: the wording is loaded by a practice that
 * may use it.
 *
 * Source, licence, change and sign-off: docs/clinical/icsi.md
 */
import { numbered, upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

/** The usual form of the last item has no answer worth 1. */
const pain = { linkId: 'icsi-04', values: [0, 2, 3, 4, 5] }

export const icsi = sumScale({
  code: 'icsi',
  version: '1.0.0',
  recall: 'past-month',
  source: 'docs/clinical/icsi.md',
  items: [...numbered('icsi', 3, upTo(5)), pain],
  mayMiss: 0,
})
