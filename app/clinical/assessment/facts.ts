/** What the answers of the free assessment say to its rules. Sign-off: docs/clinical/assessment.md */
import type { AssessmentFacts } from '../facts/assessment.ts'
import { HEART_CONDITIONS } from '../facts/conditions.ts'
import { gad2 } from '../instruments/gad2.ts'
import type { Answers, Instrument } from '../instruments/instrument.ts'
import { pcPtsd5 } from '../instruments/pc-ptsd5.ts'
import { phq2 } from '../instruments/phq2.ts'
import { TOLD_BY_NOTHING } from '../rules/told-by-nothing.ts'
import { type AssessmentAnswers, NONE_OF_THESE, SKIP } from './questions.ts'

/** Nothing here turns a missing answer into one: what was left out, skipped or unsure stays unknown. */
export function assessmentFacts(answers: AssessmentAnswers): AssessmentFacts {
  const where = textOf(answers, 'where')
  const age = textOf(answers, 'age')
  return {
    ageYears: age === undefined ? undefined : Number(age),
    stateOfLocation: where,
    isNotSafeNow: yesOrNo(answers, 'safe', { yes: 'no', no: 'yes' }),
    // There is nowhere to write in it, so nobody wrote anything.
    ...TOLD_BY_NOTHING.A03,
    isPregnantOrTrying: yesOrNo(answers, 'pregnant'),
    hasPsychosisDiagnosis: yesOrNo(answers, 'psychosis'),
    hasManiaNow: yesOrNo(answers, 'mania'),
    heartConditions: heartConditions(answers),
    pcPtsd5: pcPtsd5.score(answersTo(pcPtsd5, answers)),
    phq2: phq2.score(answersTo(phq2, answers)),
    gad2: gad2.score(answersTo(gad2, answers)),
  }
}

const textOf = (answers: AssessmentAnswers, name: string): string | undefined => {
  const given = answers[name]
  return typeof given === 'string' && given !== SKIP ? given : undefined
}

function yesOrNo(answers: AssessmentAnswers, name: string, means = { yes: 'yes', no: 'no' }) {
  const given = textOf(answers, name)
  if (given === means.yes) return true
  return given === means.no ? false : undefined
}

/** Something ticked beside "none of these" counts. Nothing ticked at all is no answer. */
function heartConditions(answers: AssessmentAnswers): AssessmentFacts['heartConditions'] {
  const given = answers.heart
  if (typeof given === 'string' || given === undefined || given.length === 0) return undefined
  const named = HEART_CONDITIONS.filter((condition) => given.includes(condition))
  return named.length > 0 || given.includes(NONE_OF_THESE) ? named : undefined
}

function answersTo({ items }: Instrument<unknown>, answers: AssessmentAnswers): Answers {
  return Object.fromEntries(
    items.flatMap(({ linkId }): [string, number | 'skipped'][] => {
      const given = answers[linkId]
      if (typeof given !== 'string') return []
      return [[linkId, given === SKIP ? 'skipped' : Number(given)]]
    }),
  )
}
