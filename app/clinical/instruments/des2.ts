/**
 * Dissociative Experiences Scale (DES-II): 28 items, each 0 to 100 % in tens; the score is their mean. Within it
 * the taxon (DES-T), eight items. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * About half of people with PTSD are above the usual cut-off: something to talk about, not a reason to refuse.
 * Source, licence, cut-offs and sign-off: docs/clinical/des2.md
 */
import { type Bounds, bounds, given, missing, missingCount, sum } from './answers.ts'
import { type Answers, type Instrument, type Item, numbered, upTo } from './instrument.ts'

export type Des2Score = { mean: number }

export type Des2Readings = {
  /** The least and the most the mean can still be, 0 to 100. */
  bounds: Bounds
  /** Means of parts of the scale, 0 to 100. Undefined when one of their items is missing: none is estimated. */
  taxon: number | undefined
  amnesia: number | undefined
  absorption: number | undefined
  depersonalisation: number | undefined
  /** The least and the most the mean of the taxon can still be. */
  taxonBounds: Bounds
}

const items = numbered(
  'des2',
  28,
  upTo(10).map((tens) => tens * 10),
)
const MAY_MISS = 3

const TAXON = [3, 5, 7, 8, 12, 13, 22, 27]
const AMNESIA = [3, 4, 5, 8, 25, 26]
const ABSORPTION = [2, 14, 15, 17, 18, 20]
const DEPERSONALISATION = [7, 11, 12, 13, 27, 28]

export const des2: Instrument<Des2Score, Des2Readings> = {
  code: 'des-ii',
  version: '1.0.0',
  recall: 'typical',
  source: 'docs/clinical/des2.md',
  items,
  score: (answers) => {
    const readings: Des2Readings = {
      bounds: meanBounds(items, answers),
      taxon: meanOf(TAXON, answers),
      amnesia: meanOf(AMNESIA, answers),
      absorption: meanOf(ABSORPTION, answers),
      depersonalisation: meanOf(DEPERSONALISATION, answers),
      taxonBounds: meanBounds(partOf(TAXON), answers),
    }
    const gaps = missing(items, answers)
    const values = items.flatMap((item) => given(item, answers) ?? [])
    const score = { mean: sum(values) / values.length }
    if (missingCount(gaps) === 0) return { ...readings, status: 'complete', score }
    const isEstimable = missingCount(gaps) <= MAY_MISS && gaps.invalid.length === 0
    return isEstimable
      ? { ...readings, status: 'prorated', ...gaps, score }
      : { ...readings, status: 'incomplete', ...gaps }
  },
}

const partOf = (numbers: readonly number[]): Item[] => items.filter((_, i) => numbers.includes(i + 1))

function meanBounds(part: readonly Item[], answers: Answers): Bounds {
  const { from, to } = bounds(part, answers)
  return { from: from / part.length, to: to / part.length }
}

function meanOf(numbers: readonly number[], answers: Answers): number | undefined {
  const part = partOf(numbers)
  const values = part.flatMap((item) => given(item, answers) ?? [])
  return values.length === part.length ? sum(values) / part.length : undefined
}
