/**
 * Local questions about psychosis and mania, each of which a prescriber looks at by itself. They stand beside any
 * scale, and in place of one until the practice has loaded it.
 *
 * Our own words. Source of the list and sign-off: docs/clinical/psychosis-and-mania.md
 */
import { safetyQuestions, yesNoSet } from './yes-no-set.ts'

export const psychosisAndMania = yesNoSet({
  code: 'psychosis-and-mania',
  version: '1.0.0',
  recall: 'several',
  source: 'docs/clinical/psychosis-and-mania.md',
  items: safetyQuestions(
    'psychosis-diagnosis',
    'psychosis-now',
    'psychosis-substance',
    'psychosis-family',
    'mania-hospital',
    'mania-now',
  ),
})
