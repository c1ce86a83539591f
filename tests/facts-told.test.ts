/** A part of a rule that nothing tells never finds anything: it is named as such, and nothing else is. */
import { expect, test } from 'vitest'
import type { RuleId } from '../app/clinical/rules/all.ts'
import { isRunning } from '../app/clinical/rules/running.ts'
import { PARTLY_TOLD, TOLD_BY_NOTHING, untoldFacts } from '../app/clinical/rules/told-by-nothing.ts'
import { toldIn, untoldOfRules } from './facts-told.ts'

test('what nothing tells a rule is what the list says: told, it leaves the list; a constant, it stands in it', () => {
  const listed = PARTLY_TOLD.map((id) => [id, [...untoldFacts(id)].sort()])
  expect(untoldOfRules()).toEqual(Object.fromEntries(listed))
})

test('the list is in the order of the programme, and names rules that are judged', () => {
  expect(PARTLY_TOLD).toEqual([...PARTLY_TOLD].sort())
  expect(PARTLY_TOLD.filter((id: RuleId) => !isRunning(id))).toEqual([])
})

test('what stands in for an answer is a no, a zero, a scale nobody loaded, or nothing', () => {
  const constants = Object.values(TOLD_BY_NOTHING).flatMap((facts) => Object.values<unknown>(facts))
  for (const constant of constants) expect([false, 0, 'not-loaded', undefined]).toContain(constant)
})

test.each<[string, string, boolean]>([
  ['a constant', 'const f = { fact: false }', false],
  ['the same constant twice', 'const f = [{ fact: 0 }, { fact: 0 }]', false],
  ['a name that is only read', 'const { fact } = told', false],
  ['nothing of it', 'const f = { other: told }', false],
  ['two constants, by when it is asked', 'const f = [{ fact: true }, { fact: false }]', true],
  ['an answer', 'const f = { fact: yesOf(told, "fact") }', true],
  ['an answer by its own name', 'const f = { fact }', true],
])('%s (%s): told is %s', (_what, source, isTold) => {
  expect(toldIn([source]).has('fact')).toBe(isTold)
})
