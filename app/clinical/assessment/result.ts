/**
 * What the findings of the free assessment mean for the next step: a talk, a talk about something first, or not
 * right now. Never a diagnosis, and no number. Source and sign-off: docs/clinical/assessment.md
 */
import { type AssessmentRuleId, assessmentRules } from '../rules/assessment/rules.ts'
import type { Finding } from '../rules/rule.ts'
import { type AssessmentAnswers, OUTSIDE_US } from './questions.ts'

/** A known yes to one of these ends it for now. Of the others, a clinician speaks with the person first. */
const NOT_NOW: readonly AssessmentRuleId[] = ['A01', 'A02', 'A03', 'A04']

export type Reason = {
  ruleId: AssessmentRuleId
  /** Nobody can say: it was left out, or the practice has signed no limit. */
  isOpen: boolean
}

export type AssessmentResult = {
  kind: 'talk' | 'talk-first' | 'not-now'
  /** What closes the way or is to be talked about, the strongest first. */
  reasons: readonly Reason[]
  /** Kind words that hold nobody back. */
  notes: readonly AssessmentRuleId[]
  /** Whose help is shown above everything else; undefined when it stands where it always stands. */
  help: 'not-safe' | 'teen' | 'abroad' | undefined
}

export function assessmentResult(answers: AssessmentAnswers, found: readonly Finding[]): AssessmentResult {
  const reasons = found.flatMap(({ severity, isUnknown, rules }) =>
    severity === 'block' || severity === 'review'
      ? rules.flatMap(({ id }) => (isAssessmentRule(id) ? [{ ruleId: id, isOpen: isUnknown }] : []))
      : [],
  )
  const notes = found.flatMap(({ severity, ruleId }) =>
    severity === 'advise' && isAssessmentRule(ruleId) ? [ruleId] : [],
  )
  const isEnded = reasons.some(({ ruleId, isOpen }) => !isOpen && NOT_NOW.includes(ruleId))
  return {
    kind: isEnded ? 'not-now' : reasons.length > 0 ? 'talk-first' : 'talk',
    reasons: [...reasons].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)),
    notes,
    help: helpFor(answers, reasons),
  }
}

/** Whose help comes above everything, from the moment it was answered: before any result, and before any no. */
export function helpFor(
  answers: AssessmentAnswers,
  reasons: readonly Reason[] = [],
): AssessmentResult['help'] {
  if (answers.safe === 'no' || answers.safe === 'unsure') return 'not-safe'
  if (reasons.some(({ ruleId, isOpen }) => ruleId === 'A01' && !isOpen)) return 'teen'
  return answers.where === OUTSIDE_US ? 'abroad' : undefined
}

const isAssessmentRule = (id: string): id is AssessmentRuleId => Object.hasOwn(assessmentRules, id)
