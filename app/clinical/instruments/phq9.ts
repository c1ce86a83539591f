/**
 * Patient Health Questionnaire (PHQ-9): nine items about two weeks, each 0 to 3, total 0 to 27, and one about
 * function that is not added up.
 *
 * Item 9 asks about death and self-harm. It is read on its own whatever the total is, is never estimated, and a
 * no to it does not rule risk out.
 * © Pfizer, free to use. Source, licence, bands, missing rule and sign-off: docs/clinical/phq9.md
 */
import { type Filled, given } from './answers.ts'
import { type Band, bandOf } from './bands.ts'
import { type Instrument, type Item, numbered, upTo } from './instrument.ts'
import type { BandedTotal } from './sum-scale.ts'
import { type Bounded, rescored, totalOf } from './total.ts'
import { settle, type Truth, truth } from './truth.ts'

export type Phq9Band = 'minimal' | 'mild' | 'moderate' | 'moderately-severe' | 'severe'

export type Phq9Readings = Bounded & {
  /** The answer to item 9, 0 to 3; undefined when it has none. */
  item9: number | undefined
  /** Item 9 at 1 or more. A skip is undetermined, never no. */
  selfHarmThoughts: Truth
  /** The questionnaire's own diagnostic algorithm: a pattern to ask about, not a diagnosis. */
  depressivePattern: 'none' | 'other' | 'major' | 'undetermined'
  /** Function very or extremely difficult. */
  functionalImpairment: Truth
}

const BANDS: readonly [Band<Phq9Band>, ...Band<Phq9Band>[]] = [
  { from: 0, name: 'minimal' },
  { from: 5, name: 'mild' },
  { from: 10, name: 'moderate' },
  { from: 15, name: 'moderately-severe' },
  { from: 20, name: 'severe' },
]

/** Two answers may be missing; the rest stands in for them with its mean. */
const MAY_MISS = 2

const ratings = upTo(3)
const selfHarm: Item = { linkId: 'phq9-09', values: ratings, isSafety: true }
const rated: Item[] = [...numbered('phq9', 8, ratings), selfHarm]

/** Asked when any problem was checked, as on the form. */
const difficulty: Item = {
  linkId: 'phq9-10',
  values: ratings,
  askedWhen: rated.flatMap(({ linkId }) => [1, 2, 3].map((is) => ({ linkId, is }))),
}
const VERY_DIFFICULT = 2

export const phq9: Instrument<BandedTotal<Phq9Band>, Phq9Readings> = {
  code: 'phq-9',
  version: '1.0.0',
  recall: 'past-two-weeks',
  source: 'docs/clinical/phq9.md',
  items: [...rated, difficulty],
  score: (answers) => {
    const item9 = given(selfHarm, answers)
    const difficult = given(difficulty, answers)
    const banded = rescored(totalOf(rated, answers, MAY_MISS), ({ total }) => ({
      total,
      band: bandOf(total, BANDS),
    }))
    return {
      ...banded,
      item9,
      selfHarmThoughts: truth(item9 === undefined ? undefined : item9 >= 1),
      depressivePattern: settle(rated, answers, patternOf),
      functionalImpairment: truth(difficult === undefined ? undefined : difficult >= VERY_DIFFICULT),
    }
  },
}

/** Five symptoms on more than half the days make the major pattern, two to four the other; item 9 counts from 1. */
function patternOf(values: Filled): 'none' | 'other' | 'major' {
  const present = rated.map(({ linkId, isSafety }) => (values[linkId] ?? 0) >= (isSafety ? 1 : 2))
  const [interest, mood] = present
  const symptoms = present.filter(Boolean).length
  if (!(interest || mood) || symptoms < 2) return 'none'
  return symptoms >= 5 ? 'major' : 'other'
}
