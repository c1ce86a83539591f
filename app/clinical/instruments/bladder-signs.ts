/**
 * Local warning signs of the bladder: blood, pain and leaking, and how often the night is broken. Any of the first
 * three holds the next dose; the nights are kept as the person's own baseline.
 *
 * Our own words. Source of the list and sign-off: docs/clinical/bladder-signs.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Instrument, type Item, upTo } from './instrument.ts'
import { readYesNo, safetyQuestions, type YesNoReadings } from './yes-no-set.ts'

export type BladderReadings = YesNoReadings & {
  /** Times up in a usual night to pass urine, 0 to 20; undefined when there is no answer. */
  timesAtNight: number | undefined
}

const signs = safetyQuestions('bladder-blood', 'bladder-pain', 'bladder-leak')
const night: Item = { linkId: 'bladder-night', values: upTo(20) }
const items = [...signs, night]

export const bladderSigns: Instrument<null, BladderReadings> = {
  code: 'bladder-signs',
  version: '1.0.0',
  recall: 'since-last-contact',
  source: 'docs/clinical/bladder-signs.md',
  items,
  score: (answers) => {
    const readings = { ...readYesNo(signs, answers), timesAtNight: given(night, answers) }
    return decided(items, answers, readings, readings.any !== 'undetermined')
  },
}
