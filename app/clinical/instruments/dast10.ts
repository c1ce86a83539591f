/**
 * Drug Abuse Screening Test (DAST-10): ten yes/no questions about twelve months; a point for each yes, but for
 * item 3, where no is the point. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * Source, licence, bands and sign-off: docs/clinical/dast10.md
 */
import { type Band, bandOf } from './bands.ts'
import { type Answers, type Instrument, NO, numbered, YES, YES_NO } from './instrument.ts'
import type { BandedTotal } from './sum-scale.ts'
import { type Bounded, rescored, totalOf } from './total.ts'
import { type Truth, truth } from './truth.ts'

export type Dast10Band = 'none' | 'low' | 'moderate' | 'substantial' | 'severe'

/** `onlyItem3`: its point is the only one, which is more often a misread question than a finding. */
export type Dast10Readings = Bounded & { onlyItem3: Truth }

const BANDS: readonly [Band<Dast10Band>, ...Band<Dast10Band>[]] = [
  { from: 0, name: 'none' },
  { from: 1, name: 'low' },
  { from: 3, name: 'moderate' },
  { from: 6, name: 'substantial' },
  { from: 9, name: 'severe' },
]

const items = numbered('dast10', 10, YES_NO)
const REVERSED = 'dast10-03'

export const dast10: Instrument<BandedTotal<Dast10Band>, Dast10Readings> = {
  code: 'dast-10',
  version: '1.0.0',
  recall: 'past-year',
  source: 'docs/clinical/dast10.md',
  items,
  score: (answers) => {
    const points = pointed(answers)
    const result = totalOf(items, points, 0)
    const third = points[REVERSED]
    const isOther = items.some(({ linkId }) => linkId !== REVERSED && points[linkId] === YES)
    const isOnly = result.status === 'complete' && third === YES && !isOther
    return {
      ...rescored(result, ({ total }) => ({ total, band: bandOf(total, BANDS) })),
      onlyItem3: truth(isOnly ? true : isOther || third === NO ? false : undefined),
    }
  },
}

/** Item 3 turned round, so that 1 is a point everywhere. A skip stays a skip. */
function pointed(answers: Answers): Answers {
  const third = answers[REVERSED]
  return third === YES || third === NO ? { ...answers, [REVERSED]: third === YES ? NO : YES } : answers
}
