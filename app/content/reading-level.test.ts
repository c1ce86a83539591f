import { expect, test } from 'vitest'
import { readingGrade, syllablesOf } from './reading-level.ts'
import { type PlacedText, textsOf } from './texts.ts'
import { words } from './words.ts'

test.each([
  ['a', 1],
  ['time', 1],
  ['stopped', 1],
  ['table', 2],
  ['people', 2],
  ['medicine', 3],
  ['memories', 3],
  ['988', 3],
])('%s has %i syllables', (word, syllables) => {
  expect(syllablesOf(word)).toBe(syllables)
})

test('a plain sentence asks for less schooling than a learned one', () => {
  const plain = readingGrade('You can stop. You can come back.') ?? Number.NaN
  const learned = readingGrade('Discontinuation necessitates individualized multidisciplinary consultation.')
  expect(plain).toBeLessThan(2)
  expect(learned).toBeGreaterThan(15)
})

test('a text without words has no grade', () => {
  expect(readingGrade(' … ')).toBeUndefined()
})

/** What a patient reads. The clinician's words and the fixed wording of the questions are not among them. */
const {
  pcl5: _pcl5,
  patient: _patient,
  worklist: _worklist,
  journey: _journey,
  protocol: _protocol,
  review: _review,
  rulesPage: _rulesPage,
  planDesk: _planDesk,
  supplyDesk: _supplyDesk,
  ...forPatients
} = words.en

const hasWords = (atLeast: number) => (placed: PlacedText) => placed.text.split(/\s+/).length >= atLeast

test.each(Object.entries(forPatients))('%s reads at grade 8 or below', (page, part) => {
  // Labels of a word or three would pull the grade down: only what is read as a sentence counts.
  const whole = textsOf(part, page)
    .filter(hasWords(4))
    .map(({ text }) => text)
  expect(readingGrade(whole.join('\n'))).toBeLessThanOrEqual(8)
})

test.each(Object.entries(forPatients).flatMap(([page, part]) => textsOf(part, page).filter(hasWords(12))))(
  '$place stays readable by itself',
  ({ text }) => {
    expect(readingGrade(text)).toBeLessThanOrEqual(10)
  },
)
