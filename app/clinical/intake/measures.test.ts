import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MEASURES, readMeasure } from './measures.ts'

test.each([
  ['5 ft 6 in', 167.6],
  ['5\'6"', 167.6],
  ['5’6”', 167.6],
  ['5 ft', 152.4],
  ['6 ft 0 in', 182.9],
  ['5 ft 6,5 in', 168.9],
  ['5 ft 6.5 in', 168.9],
  ['5 ft 11.5 in', 181.6],
  ['  5  FT\t6   IN ', 167.6],
  ['0 ft 11 in', 27.9],
  ['5 feet 11 inches', 180.3],
  ['5 pies 6', 167.6],
  ['66 in', 167.6],
  ['66,5 in', 168.9],
  ['167,64 cm', 167.6],
  ['167,65 cm', 167.7],
  ['168 cm', 168],
  ['1.68 m', 168],
  ['1,68 m', 168],
])('%s is %d cm', (written, cm) => {
  expect(readMeasure('height', written)).toBe(cm)
})

test.each([
  ['150 lb', 68],
  ['150,5 lb', 68.3],
  [' 150 LB ', 68],
  ['150 lbs.', 68],
  ['150 libras', 68],
  ['68 kg', 68],
  ['68,5 kilos', 68.5],
])('%s is %d kg', (written, kg) => {
  expect(readMeasure('weight', written)).toBe(kg)
})

test.each([
  ['height', '170'],
  ['height', '5 ft 12 in'],
  ['height', '5 ft 13 in'],
  ['height', '68 kg'],
  ['weight', '168 cm'],
  ['height', 'tall'],
  ['weight', '70'],
  ['weight', '12 st'],
  ['weight', ''],
] as const)('a %s of “%s” is asked about, not guessed', (of, written) => {
  expect(readMeasure(of, written)).toBeUndefined()
})

test('whatever is written has an answer, and none is a number below zero or none at all', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MEASURES), fc.string(), (of, written) => {
      const value = readMeasure(of, written)
      expect(value === undefined || value >= 0).toBe(true)
    }),
  )
})
