import { expect, test } from 'vitest'
import { OFF_RAMP_CHOICES, OFF_RAMP_SHEET, OffRamp } from './off-ramp.ts'

const AGREED: OffRamp = {
  stopVisit: 'held',
  lastMeasures: 'handed-in',
  therapist: 'told-with-leave',
  ifItReturns: 'Call us, on any day.',
}
const isAgreed = (change: object) => OffRamp.safeParse({ ...AGREED, ...change }).success

test('every choice that is offered can be agreed, and nothing else', () => {
  for (const [name, choices] of Object.entries(OFF_RAMP_CHOICES)) {
    for (const choice of choices) expect(isAgreed({ [name]: choice })).toBe(true)
    expect(isAgreed({ [name]: 'other' })).toBe(false)
    expect(isAgreed({ [name]: undefined })).toBe(false)
  }
})

test('what to do if it returns is said in words, and not without end', () => {
  expect(OffRamp.parse({ ...AGREED, ifItReturns: '  Call us.\n' }).ifItReturns).toBe('Call us.')
  for (const ifItReturns of ['', ' \n ', undefined]) expect(isAgreed({ ifItReturns })).toBe(false)
  expect(isAgreed({ ifItReturns: 'x' })).toBe(true)
  expect(isAgreed({ ifItReturns: 'x'.repeat(2000) })).toBe(true)
  expect(isAgreed({ ifItReturns: 'x'.repeat(2001) })).toBe(false)
})

test('the sheet is kept under a name that says nothing about health', () => {
  expect(OFF_RAMP_SHEET).toBe('off-ramp')
})
