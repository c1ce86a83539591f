/**
 * Orientation probe, asked aloud by the person who is there: name, place, who is with you, and whether this feels
 * safe enough. Not estimated: a question that got no answer is not a right one.
 *
 * Our own words. Sign-off: docs/clinical/orientation.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Instrument, type Item, NO, YES, YES_NO } from './instrument.ts'
import { holds, type Truth } from './truth.ts'

export type OrientationReadings = {
  /** All four right. */
  oriented: Truth
  /** How many were right, 0 to 4. */
  right: number
  /** Which were not, by `linkId`. */
  notRight: string[]
}

const items: Item[] = ['name', 'place', 'company', 'safe-enough'].map((what) => ({
  linkId: `orientation-${what}`,
  values: YES_NO,
  isSafety: true,
}))

export const orientation: Instrument<null, OrientationReadings> = {
  code: 'orientation',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/orientation.md',
  items,
  score: (answers) => {
    const oriented = holds(items, answers, (values) => items.every(({ linkId }) => values[linkId] === YES))
    const readings = {
      oriented,
      right: items.filter((item) => given(item, answers) === YES).length,
      notRight: items.filter((item) => given(item, answers) === NO).map(({ linkId }) => linkId),
    }
    return decided(items, answers, readings, oriented !== 'undetermined')
  },
}
