/**
 * Primary Care PTSD Screen for DSM-5 (PC-PTSD-5).
 *
 * A gate about exposure, then five yes/no items about the past month; counts 0 to 5. No to the gate ends the
 * screen at 0, which is another 0 than that of five noes, so the branch is kept.
 * US National Center for PTSD. Source, licence, cut-off and sign-off: docs/clinical/pc-ptsd5.md
 */
import { type Filled, filled, given, missing, missingCount, sum } from './answers.ts'
import { type Answers, type Instrument, type Item, numbered, YES, YES_NO } from './instrument.ts'
import type { Bounded } from './total.ts'

export type PcPtsd5Score = {
  total: number
  /** `gate`: no such event, nothing asked. `symptoms`: the five items were asked. */
  branch: 'gate' | 'symptoms'
}

const gate: Item = { linkId: 'pc-ptsd5-gate', values: YES_NO }
const symptoms: Item[] = numbered('pc-ptsd5', 5, YES_NO).map((item) => ({
  ...item,
  askedWhen: [{ linkId: gate.linkId, is: YES }],
}))
const items = [gate, ...symptoms]

export const pcPtsd5: Instrument<PcPtsd5Score, Bounded> = {
  code: 'pc-ptsd-5',
  version: '1.0.0',
  recall: 'past-month',
  source: 'docs/clinical/pc-ptsd5.md',
  items,
  score: (answers) => {
    const within = { bounds: { from: count(answers, 'lowest'), to: count(answers, 'highest') } }
    const gaps = missing(items, answers)
    if (missingCount(gaps) > 0) return { ...within, status: 'incomplete', ...gaps }
    const branch = given(gate, answers) === YES ? 'symptoms' : 'gate'
    return { ...within, status: 'complete', score: { total: within.bounds.from, branch } }
  },
}

function count(answers: Answers, end: 'lowest' | 'highest'): number {
  const values: Filled = filled(items, answers, end)
  return sum(symptoms.map(({ linkId }) => values[linkId] ?? 0))
}
