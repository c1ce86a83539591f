import { expect, test } from 'vitest'
import { MEDICINE_CLASSES } from '../app/clinical/protocol/course.ts'
import { cellsOf, placeName } from '../app/clinical/protocol/places.ts'
import { INVENTED_LIMITS } from './demo-protocol.ts'
import { NEXT_PROTOCOL, PROTOCOL } from './harbour-street.ts'
import { STAFF } from './people.ts'

test('the demo has an invented number in every place a protocol has', () => {
  const without = cellsOf(INVENTED_LIMITS).filter(({ value }) => value === undefined)
  expect(without.map(({ place }) => placeName(place))).toEqual([])
})

test('every class of medicine means something in the demo', () => {
  expect(INVENTED_LIMITS.medicines.classes.map((row) => row.class).sort()).toEqual(
    [...MEDICINE_CLASSES].sort(),
  )
})

test('its numbers are within what each field can mean', () => {
  const outside = cellsOf(INVENTED_LIMITS).filter(({ field, value }) => {
    if (field.is !== 'number' && field.is !== 'numbers') return false
    const numbers = (Array.isArray(value) ? value : [value]).map(Number)
    return numbers.some(
      (one) => one < field.from || one > field.to || (!field.hasParts && !Number.isInteger(one)),
    )
  })
  expect(outside.map(({ place }) => placeName(place))).toEqual([])
})

test('two people of the demo signed it, the last of them a medical director', () => {
  const roles = PROTOCOL.signers.map((key) => STAFF.find((person) => person.key === key)?.roles)
  expect(new Set(PROTOCOL.signers).size).toBe(2)
  expect(roles[1]).toContain('medical-director')
  expect(STAFF.map(({ key }) => key)).toContain(NEXT_PROTOCOL.draftedBy)
})
