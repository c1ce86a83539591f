/** How much a rule asks for, so that two of its judgements can be held against each other. */
import type { Outcome } from '../app/clinical/outcome.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import type { Rule } from '../app/clinical/rules/rule.ts'

const RUNGS: readonly Outcome[] = ['clear', 'inform', 'advise', 'review', 'block']

export const isMilder = (one: Outcome, other: Outcome): boolean => RUNGS.indexOf(one) < RUNGS.indexOf(other)

/** What comes of a rule: where it cannot be said, what it asks for then, or what holds already. */
export function comesOf<Facts extends object>(rule: Rule<Facts>, facts: Facts, limits: Limits): Outcome {
  const { outcome, atLeast = 'clear' } = rule.judge(facts, limits)
  if (outcome !== 'unknown') return outcome
  const asked = rule.whenUnknown === 'nothing' ? 'clear' : rule.whenUnknown
  return isMilder(asked, atLeast) ? atLeast : asked
}
