import { expect, test } from 'vitest'
import { CLINICIAN_QUESTIONS } from '../clinical/intake/clinician-form.ts'
import { QUESTION_PARTS } from '../clinical/intake/parts.ts'
import type { Question } from '../clinical/intake/question.ts'
import { questionText } from './intake-words.ts'
import { readingGrade } from './reading-level.ts'
import { LANGUAGES, words } from './words.ts'

const questions: readonly Question[] = Object.values(QUESTION_PARTS).flat()
const optionsOf = (question: Question) =>
  question.kind === 'one-of' || question.kind === 'several' ? question.options : []

test.each(LANGUAGES)('every question and every option has words in %s', (language) => {
  const silent = questions.flatMap((question) => {
    const { ask, options = {} } = questionText(language, question.name)
    return [
      ...(ask === question.name ? [question.name] : []),
      ...optionsOf(question).filter((option) => !options[option]),
    ]
  })
  expect(silent).toEqual([])
  const forClinicians = CLINICIAN_QUESTIONS.flatMap((question: Question) => {
    const text = words[language].review.questions[question.name]
    return [...(text ? [] : [question.name]), ...optionsOf(question).filter((one) => !text?.options?.[one])]
  })
  expect(forClinicians).toEqual([])
})

const OURS = questions.map(({ name }) => ({ name, ...questionText('en', name) }))

test('the questions read at grade 8 or below, one by one at 10', () => {
  expect(readingGrade(OURS.map(({ ask }) => ask).join('\n'))).toBeLessThanOrEqual(8)
  const hard = OURS.filter(({ ask, name }) => !name.startsWith('psychosis') && (readingGrade(ask) ?? 0) > 10)
  expect(hard.filter(({ ask }) => ask.split(/\s+/).length >= 12)).toEqual([])
})

test('no question asks for the story, judges, or shouts', () => {
  const all = LANGUAGES.flatMap((language) =>
    questions.flatMap(({ name }) => {
      const { ask, hint = '', options = {} } = questionText(language, name)
      return [ask, hint, ...Object.values(options)]
    }),
  )
  expect(
    all.filter((text) =>
      /what happened|qué pasó|describe|tell us about|abuse|abuso|victim|víctima|[!¡]/i.test(text),
    ),
  ).toEqual([])
})
