/**
 * Local questions about ketamine before now: outside medicine, as a treatment elsewhere, from several prescribers.
 *
 * Our own words. Source of the list and sign-off: docs/clinical/ketamine-history.md
 */
import { safetyQuestions, yesNoSet } from './yes-no-set.ts'

export const ketamineHistory = yesNoSet({
  code: 'ketamine-history',
  version: '1.0.0',
  recall: 'lifetime',
  source: 'docs/clinical/ketamine-history.md',
  items: safetyQuestions('ketamine-non-medical', 'ketamine-treatment-before', 'ketamine-prescribers'),
})
