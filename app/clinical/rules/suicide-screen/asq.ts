/**
 * The built-in suicide screen. Nothing is added up, and a question declined counts as yes. Where a practice has
 * loaded the C-SSRS and it was asked instead, its own rules judge it and these are silent.
 */
import type { SuicideScreenFacts } from '../../facts/suicide-screen.ts'
import type { AsqOutcome } from '../../instruments/asq.ts'
import { truth } from '../../instruments/truth.ts'
import { block, type Condition, judged, reading } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { SUICIDE_SCREEN } from './about.ts'

/** S01: right now, or no answer to that: a person now. */
export const acuteSuicideScreen: Rule<SuicideScreenFacts> = {
  ...SUICIDE_SCREEN,
  id: 'S01',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  isSafety: true,
  limits: [],
  sections: ['I-24'],
  judge: (facts) => judged(block(outcomeIs(facts, ['acute'], ['positive', 'undetermined']))),
}

/** S02: any of the first four, and not right now: an evaluation and a safety plan before anything goes on. */
export const positiveSuicideScreen: Rule<SuicideScreenFacts> = {
  ...SUICIDE_SCREEN,
  id: 'S02',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  isSafety: true,
  limits: [],
  sections: ['I-24', 'T-2'],
  judge: (facts) => judged(block(outcomeIs(facts, ['non-acute', 'positive'], ['undetermined']))),
}

/** S03: a question skipped or declined is not a no. */
export const suicideScreenSkipped: Rule<SuicideScreenFacts> = {
  ...SUICIDE_SCREEN,
  id: 'S03',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['I-24', 'I-0'],
  judge: (facts) => judged(block(wasSkipped(facts))),
}

function outcomeIs(
  facts: SuicideScreenFacts,
  firing: readonly AsqOutcome[],
  open: readonly AsqOutcome[],
): Condition {
  const outcome = facts.asq?.outcome
  if (outcome === undefined) return withoutAsq(facts)
  return reading('asq', truth(open.includes(outcome) ? undefined : firing.includes(outcome)), outcome)
}

function wasSkipped(facts: SuicideScreenFacts): Condition {
  const { asq } = facts
  if (asq === undefined) return withoutAsq(facts)
  if (asq.status === 'complete') return { holds: false, evidence: {}, missing: [] }
  const isSkipped = asq.skipped.length + asq.invalid.length > 0
  // Not asked to the end, and nothing skipped so far: nobody can say.
  return reading(
    'asq',
    truth(isSkipped ? true : undefined),
    `skipped: ${[...asq.skipped, ...asq.invalid].join(', ')}`,
  )
}

/** Asked with the C-SSRS, whatever it said: its rules speak. Asked with neither: unknown. */
function withoutAsq({ cssrsLevel }: SuicideScreenFacts): Condition {
  if (cssrsLevel !== undefined && cssrsLevel !== 'not-loaded')
    return { holds: false, evidence: {}, missing: [] }
  return { holds: undefined, evidence: { asq: undefined }, missing: [{ kind: 'fact', name: 'asq' }] }
}
