/**
 * Subjective Units of Distress (SUDS): one number, 0 completely calm to 10 the worst imaginable. After Wolpe 1969.
 *
 * No cut-off is validated. The steps of the distress ladder are the practice's own signed numbers, and silence is
 * a step of its own. Source, steps and sign-off: docs/clinical/suds.md
 */

import { upTo } from './instrument.ts'
import { sumScale } from './sum-scale.ts'

export const suds = sumScale({
  code: 'suds',
  version: '1.0.0',
  recall: 'now',
  source: 'docs/clinical/suds.md',
  items: [{ linkId: 'suds', values: upTo(10) }],
  mayMiss: 0,
})

/** From this number on, this step. Absent = nobody signed it. */
export type DistressLimits = { groundingFrom?: number; supportFrom?: number; personFrom?: number }

/** Weakest first. `support-person` looks in; `person-now` is a clinician. */
export type DistressStep = 'usual' | 'grounding' | 'support-person' | 'person-now' | 'unknown'

/**
 * What the latest check asks for, seen with the ones before it.
 *
 * @param checks the checks of one session in order: 0 to 10, or no answer at a check that was due
 * @returns `unknown` without a signed number or without a check. Never weaker for what is missing: a second
 *   check in a row without an answer asks for a person, whatever was signed.
 */
export function distressStep(
  checks: readonly (number | 'no-answer')[],
  { groundingFrom, supportFrom, personFrom }: DistressLimits,
): DistressStep {
  const latest = checks.at(-1)
  if (latest === 'no-answer') return checks.at(-2) === 'no-answer' ? 'person-now' : 'support-person'
  if (
    latest === undefined ||
    groundingFrom === undefined ||
    supportFrom === undefined ||
    personFrom === undefined
  )
    return 'unknown'
  const isHigh = (check: number | 'no-answer') => check !== 'no-answer' && check >= supportFrom
  if (latest >= personFrom) return 'person-now'
  if (isHigh(latest)) return checks.slice(0, -1).some(isHigh) ? 'person-now' : 'support-person'
  return latest >= groundingFrom ? 'grounding' : 'usual'
}
