/**
 * WHO-5 Well-Being Index: five items about two weeks, each 0 to 5; raw 0 to 25, times four 0 to 100. Higher is
 * better. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * Source, licence, cut-off, change and sign-off: docs/clinical/who5.md
 */
import { bounds } from './answers.ts'
import { type Instrument, numbered, upTo } from './instrument.ts'
import { type Bounded, rescored, totalOf } from './total.ts'
import { type Truth, truth } from './truth.ts'

export type Who5Score = {
  /** 0 to 25. */
  raw: number
  /** 0 to 100. */
  percent: number
}

/** `poor`: a raw score below 13. Its `bounds` are those of the raw score. */
export type Who5Readings = Bounded & { poor: Truth }

const items = numbered('who5', 5, upTo(5))
const POOR_BELOW = 13

export const who5: Instrument<Who5Score, Who5Readings> = {
  code: 'who-5',
  version: '1.0.0',
  recall: 'past-two-weeks',
  source: 'docs/clinical/who5.md',
  items,
  score: (answers) => {
    const { from, to } = bounds(items, answers)
    return {
      ...rescored(totalOf(items, answers, 0), ({ total }) => ({ raw: total, percent: total * 4 })),
      poor: truth(to < POOR_BELOW ? true : from >= POOR_BELOW ? false : undefined),
    }
  },
}
