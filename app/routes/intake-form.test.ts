import { expect, test } from 'vitest'
import type { Question } from '../clinical/intake/question.ts'
import { insteadOf, NEVER, NONE, readPart, SKIP, writtenIn, writtenOf } from './intake-form.ts'

const QUESTIONS: readonly Question[] = [
  { name: 'one', kind: 'one-of', options: ['no', 'yes'] },
  { name: 'any', kind: 'several', options: ['a', 'b'] },
  { name: 'count', kind: 'number', from: 60, to: 260 },
  { name: 'tall', kind: 'measure', of: 'height' },
  { name: 'on', kind: 'day' },
  { name: 'say', kind: 'text', longest: 5 },
  { name: 'call', kind: 'text', longest: 40, holds: 'phone' },
]
const read = (fields: Record<string, unknown>) => readPart(QUESTIONS, fields)

test('what was not reached is not there; what was left empty neither', () => {
  expect(read({ one: '', count: '', say: '  ' }).told).toEqual({})
})

test('each kind is read, and an empty list is an answer', () => {
  const fields = { one: 'yes', any: [NONE], count: '128', tall: '168 cm', on: '2026-02-28', say: 'hi' }
  expect(read(fields)).toEqual({
    told: { one: 'yes', any: [], count: 128, tall: 168, on: '2026-02-28', say: 'hi' },
    problems: new Map(),
  })
  expect(read({ any: ['b', 'a'] }).told).toEqual({ any: ['a', 'b'] })
})

test('not to say outweighs what stands beside it, and nothing of that is kept', () => {
  const told = { one: SKIP, say: 'hello', [insteadOf('say')]: NEVER, any: 'a', [insteadOf('any')]: SKIP }
  expect(read(told).told).toEqual({
    one: { declined: 'now' },
    any: { declined: 'now' },
    say: { declined: 'for-good' },
  })
})

test.each([
  [{ one: 'maybe' }, 'one', 'unclear'],
  [{ one: ['no', 'yes'] }, 'one', 'unclear'],
  [{ any: ['a', NONE] }, 'any', 'both'],
  [{ any: 'c' }, 'any', 'unclear'],
  [{ count: '59' }, 'count', 'number'],
  [{ count: '1e3' }, 'count', 'number'],
  [{ tall: '168' }, 'tall', 'height'],
  [{ on: '2026-02-30' }, 'on', 'day'],
  [{ say: 'too long' }, 'say', 'long'],
  [{ call: '305 555 0162 after 6' }, 'call', 'phone'],
])('%o is asked about again, and is no answer', (fields, name, problem) => {
  const { told, problems } = read(fields)
  expect([told, problems.get(name)]).toEqual([{}, problem])
})

const PRESSURES: readonly Question[] = ['firstUpper', 'firstLower', 'secondUpper', 'secondLower'].map(
  (name) => ({ name, kind: 'number', from: 30, to: 260 }),
)
test.each([
  ['120', '121', ['firstUpper', 'firstLower']],
  ['120', '120', ['firstUpper', 'firstLower']],
  ['120', '119', []],
  ['120', '', []],
  ['', '80', []],
])('a pressure of %s over %s: asked again is %j', (firstUpper, firstLower, again) => {
  const fields = { firstUpper, firstLower, secondUpper: '118', secondLower: '76' }
  const { problems } = readPart(PRESSURES, fields)
  expect([...problems]).toEqual(again.map((name) => [name, 'pressure']))
  const other = readPart(PRESSURES, { secondUpper: firstUpper, secondLower: firstLower })
  expect([...other.problems.keys()]).toEqual(again.map((name) => name.replace('first', 'second')))
})

test('what is kept is shown as it would be written, and reads the same again', () => {
  const { told } = read({ one: NEVER, any: [NONE], count: '70', tall: '5 ft 6 in', [insteadOf('say')]: SKIP })
  const again = Object.fromEntries(
    Object.entries(writtenOf(QUESTIONS, told)).map(([name, values]) => [name, [...values]]),
  )
  const single = Object.fromEntries(
    Object.entries(again).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
  expect(read(single).told).toEqual(told)
  expect(writtenIn(QUESTIONS, { say: 'x' }).say).toEqual(['x'])
})
