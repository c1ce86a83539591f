import { expect, test } from 'vitest'
import type { Limits } from '../../protocol.ts'
import { repeatAtMinutes } from './circulation.ts'

const during = { reviewSystolicMmHg: 160, reviewDiastolicMmHg: 100, repeatMinutes: 5 }
const limits: Limits = { vitals: { during } }

test.each([
  ['below both', 159, 99, undefined],
  ['the upper at its limit', 160, 80, 45],
  ['the lower at its limit', 130, 100, 45],
  ['far above', 200, 120, 45],
])('a reading %s is taken again after the signed minutes', (_what, systolicMmHg, diastolicMmHg, expected) => {
  expect(repeatAtMinutes({ atMinutes: 40, systolicMmHg, diastolicMmHg }, limits)).toBe(expected)
})

test('without signed minutes, or without a signed band, nobody is told when', () => {
  const raised = { atMinutes: 40, systolicMmHg: 200, diastolicMmHg: 120 }
  const { repeatMinutes: _, ...unsaid } = during
  expect(repeatAtMinutes(raised, { vitals: { during: unsaid } })).toBeUndefined()
  expect(repeatAtMinutes(raised, { vitals: { during: { repeatMinutes: 5 } } })).toBeUndefined()
})
