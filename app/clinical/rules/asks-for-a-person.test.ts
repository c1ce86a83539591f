import { expect, test } from 'vitest'
import { RULE_GROUPS } from './all.ts'
import { askedLevel } from './asks-for-a-person.ts'

const level = (ruleId: string, isUnknown = false) => askedLevel({ ruleId, isUnknown })

test('right now, or a plan, is an emergency; any other word of it asks for a person now', () => {
  expect(['S01', 'B01'].map((id) => level(id))).toEqual(['emergency', 'emergency'])
  expect(['S02', 'S03', 'B02', 'B04', 'B05', 'B29'].map((id) => level(id))).toEqual(
    Array(6).fill('person-now'),
  )
})

test('what could not be judged is nobody’s word that it is right now', () => {
  expect(level('S01', true)).toBe('person-now')
})

test('for everything else the list is enough', () => {
  expect(['F01', 'B10', 'D16', 'toString'].map((id) => level(id))).toEqual(Array(4).fill(undefined))
  const all = Object.values(RULE_GROUPS).flatMap((group) => Object.keys(group))
  expect(all.filter((id) => level(id) !== undefined)).toHaveLength(8)
})
