/**
 * Tobacco, Alcohol, Prescription medication and other Substance use tool, part 1 (TAPS-1): four questions about
 * twelve months, each from never (0) to daily or almost daily (4). Anything but never leads to part 2.
 *
 * US National Institute on Drug Abuse. Source, licence, cut-off and sign-off: docs/clinical/taps1.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Answers, type Instrument, type Item, upTo } from './instrument.ts'
import { holds, type Truth, truth } from './truth.ts'

const SUBSTANCES = ['tobacco', 'alcohol', 'drugs', 'medicines'] as const
export type Substance = (typeof SUBSTANCES)[number]

export type Taps1Readings = {
  /** Any of the four above never. */
  positive: Truth
  /** Each by itself: tobacco asks for another talk than drugs. */
  uses: Record<Substance, Truth>
}

const itemOf = (substance: Substance): Item => ({ linkId: `taps1-${substance}`, values: upTo(4) })
const items = SUBSTANCES.map(itemOf)

const use = (substance: Substance, answers: Answers): Truth => {
  const frequency = given(itemOf(substance), answers)
  return truth(frequency === undefined ? undefined : frequency > 0)
}

export const taps1: Instrument<null, Taps1Readings> = {
  code: 'taps-1',
  version: '1.0.0',
  recall: 'past-year',
  source: 'docs/clinical/taps1.md',
  items,
  score: (answers) => {
    const positive = holds(items, answers, (values) => Object.values(values).some((value) => value > 0))
    const uses = {
      tobacco: use('tobacco', answers),
      alcohol: use('alcohol', answers),
      drugs: use('drugs', answers),
      medicines: use('medicines', answers),
    }
    return decided(items, answers, { positive, uses }, positive !== 'undetermined')
  },
}
