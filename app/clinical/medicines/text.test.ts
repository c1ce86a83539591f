import { expect, test } from 'vitest'
import { isDropped, wordsOf } from './text.ts'

test.each([
  ['Prazosín 0.5mg', ['prazosin', '0', '5', 'mg']],
  ['St. John’s Wort', ['st', 'johns', 'wort']],
  ['Tylenol #3', ['tylenol', 'no', '3']],
  ['A&B + C', ['a', 'and', 'b', 'and', 'c']],
  ['5-HTP2', ['5', 'htp', '2']],
  [' \n\t', []],
])('%j is cut into %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

const left = (text: string) => {
  const words = wordsOf(text)
  return words.filter((_word, at) => !isDropped(words, at))
}

test.each([
  ['2mg caps at night', []],
  ['one tablet by mouth twice daily with food', []],
  ['para la ansiedad', []],
  ['for my high blood pressure', []],
  ['8 pm', []],
  ['2 g', []],
  ['pm', ['pm']],
  ['g', ['g']],
  ['pain pill', ['pain']],
  ['blood pressure pill', ['blood', 'pressure']],
  ['high', ['high']],
  ['not taking', ['not']],
  ['allergic to', ['allergic']],
  ['D', ['d']],
  ['HCT', ['hct']],
  ['magnesium citrate', ['magnesium']],
])('of %j is left %j', (text, words) => {
  expect(left(text)).toEqual(words)
})

test('beyond the last word nothing is said', () => {
  expect(isDropped(['x'], 1)).toBe(true)
})
