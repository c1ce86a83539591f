import { assessmentFacts } from '../clinical/assessment/facts.ts'
import type { AssessmentAnswers } from '../clinical/assessment/questions.ts'
import { type AssessmentResult, assessmentResult } from '../clinical/assessment/result.ts'
import type { Limits } from '../clinical/protocol.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'

type Judged = { result: AssessmentResult; found: Finding[] }

/**
 * Judges the answers of a free assessment by the rules of group A. Nothing is stored by it.
 *
 * @param known what is known better than from the answers: the age by a birth date
 * @param sheetId stands in the evidence for what belongs to a sensitive segment of the record
 */
export function judgeAssessment(
  answers: AssessmentAnswers,
  limits: Limits,
  known: { ageYears?: number } = {},
  sheetId?: string,
): Judged {
  const facts = { ...assessmentFacts(answers), ...known }
  const found = findings(JUDGED_AT.assessment, facts, limits, { isPregnantOrTrying: sheetId })
  return { found, result: assessmentResult(answers, found) }
}
