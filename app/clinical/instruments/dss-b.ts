/**
 * Brief Dissociative Symptoms Scale (DSS-B): eight items about a week, each 0 to 4, total 0 to 32. Made for
 * watching: what counts is the rise over the person's own total before treatment. No cut-off was published.
 *
 * US National Center for PTSD. Source, licence, change and sign-off: docs/clinical/dss-b.md
 */
import { numbered, upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

export const dssB = sumScale({
  code: 'dss-b',
  version: '1.0.0',
  recall: 'past-week',
  source: 'docs/clinical/dss-b.md',
  items: numbered('dss-b', 8, upTo(4)),
  mayMiss: 1,
})
