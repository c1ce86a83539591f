import { expect, test } from 'vitest'
import { isDropped, wordsOf } from './text.ts'

test.each([
  ['Prazosín 0.5mg', ['prazosin', '0', '5', 'mg']],
  ['St. John’s Wort', ['st', 'johns', 'wort']],
  ['Tylenol #3', ['tylenol', 'no', '3']],
  ['A&B + C', ['a', 'and', 'b', 'and', 'c']],
  ['5-HTP2', ['5', 'htp', '2']],
  ['10/325mg x3', ['10', '325', 'mg', 'x', '3']],
  ["Rock'n'Roll ‘so’ `called´ John´s", ['rocknroll', 'so', 'called', 'johns']],
  ['Ⅱ², ½', ['ii', '2', '1', '2']],
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
  ['for', []],
  ['pain pill', ['pain']],
  ['pills not for the pain', ['not']],
  ['for a bad pain', ['bad', 'pain']],
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
