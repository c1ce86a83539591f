/**
 * Every complete set of answers there is, against a second account of the rules written down another way: PHQ-9
 * 4⁹ = 262,144 and GAD-7 4⁷ = 16,384.
 */
import { expect, test } from 'vitest'
import { gad7 } from './gad7.ts'
import { phq9 } from './phq9.ts'

/** The severity table of the PHQ-9, read off its printed rows. */
const PHQ9_ROWS: [string, number, number][] = [
  ['minimal', 0, 4],
  ['mild', 5, 9],
  ['moderate', 10, 14],
  ['moderately-severe', 15, 19],
  ['severe', 20, 27],
]
const GAD7_ROWS: [string, number, number][] = [
  ['minimal', 0, 4],
  ['mild', 5, 9],
  ['moderate', 10, 14],
  ['severe', 15, 21],
]
const rowOf = (rows: [string, number, number][], total: number) =>
  rows.find(([, low, high]) => low <= total && total <= high)?.[0]

/** Calls back with every list of `length` digits from 0 to 3, counting up in base four. */
function everyVector(
  length: number,
  visit: (digits: number[], answers: Record<string, number>) => void,
  prefix: string,
) {
  const names = Array.from({ length }, (_, i) => `${prefix}-0${i + 1}`)
  for (let n = 0; n < 4 ** length; n += 1) {
    const digits = names.map((_, i) => (n >> (2 * i)) & 3)
    visit(digits, Object.fromEntries(names.map((name, i) => [name, digits[i] ?? 0])))
  }
}

/** The scoring guide, sentence by sentence. */
function patternByTheGuide(digits: number[]): string {
  let checked = 0
  for (let i = 0; i < 8; i += 1) if (digits[i] === 2 || digits[i] === 3) checked += 1
  if (digits[8] !== 0) checked += 1
  const isFirstOrSecond = (digits[0] ?? 0) > 1 || (digits[1] ?? 0) > 1
  if (isFirstOrSecond && checked > 4) return 'major'
  if (isFirstOrSecond && checked > 1) return 'other'
  return 'none'
}

test('PHQ-9: all 262,144 sets of answers come out as the printed form says', () => {
  const wrong: string[] = []
  let seen = 0
  everyVector(
    9,
    (digits, answers) => {
      seen += 1
      let total = 0
      for (const digit of digits) total += digit
      const result = phq9.score(answers)
      const isRight =
        result.status === 'complete' &&
        result.score.total === total &&
        result.score.band === rowOf(PHQ9_ROWS, total) &&
        result.bounds.from === total &&
        result.bounds.to === total &&
        result.item9 === digits[8] &&
        result.selfHarmThoughts === (digits[8] === 0 ? 'not-met' : 'met') &&
        result.depressivePattern === patternByTheGuide(digits)
      if (!isRight) wrong.push(digits.join(''))
    },
    'phq9',
  )
  expect(seen).toBe(262_144)
  expect(wrong).toEqual([])
})

test('GAD-7: all 16,384 sets of answers come out as the printed form says', () => {
  const wrong: string[] = []
  let seen = 0
  everyVector(
    7,
    (digits, answers) => {
      seen += 1
      let total = 0
      for (const digit of digits) total += digit
      const result = gad7.score(answers)
      const isRight =
        result.status === 'complete' &&
        result.score.total === total &&
        result.score.band === rowOf(GAD7_ROWS, total)
      if (!isRight) wrong.push(digits.join(''))
    },
    'gad7',
  )
  expect(seen).toBe(16_384)
  expect(wrong).toEqual([])
})
