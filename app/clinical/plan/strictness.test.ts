import { describe, expect, test } from 'vitest'
import { isLooser, stricter } from './strictness.ts'

describe('of two values of a line, the stricter is', () => {
  test('the smaller of what may be given, and the larger of what keeps apart or watches', () => {
    expect(stricter('ceilingMg', 40, 60)).toBe(40)
    expect(stricter('daysBetweenSessions', 7, 14)).toBe(14)
    expect(stricter('observationMinutes', 120, 90)).toBe(120)
    expect(stricter('endsOn', '2027-01-02', '2027-01-01')).toBe('2027-01-01')
  })

  test('every reading of both, in order, each once', () => {
    expect(stricter('readingAtMinutes', [90, 40], [5, 120, 40])).toEqual([5, 40, 90, 120])
  })

  test('of two support persons: the older, the longer, and sober where either has to be', () => {
    const person = (isSober: boolean, minimumAgeYears = 18, staysHours = 4) => ({
      ...{ minimumAgeYears, isSober, staysHours },
    })
    expect(stricter('supportPerson', person(false, 18, 6), person(false, 21, 4))).toEqual(
      person(false, 21, 6),
    )
    for (const [a, b] of [[true, false] as const, [false, true] as const])
      expect(stricter('supportPerson', person(a), person(b))).toEqual(person(true))
  })

  test.each([
    ['optional', 'strongly-advised'],
    ['strongly-advised', 'essential'],
    ['optional', 'essential'],
  ] as const)('of a therapist who is %s and one who is %s, the second', (less, more) => {
    expect(stricter('therapist', less, more)).toBe(more)
    expect(stricter('therapist', more, less)).toBe(more)
  })

  test('of the questionnaires each one there is, as often as either asks, by name', () => {
    const ask = (instrument: string, everyDays: number) => ({ instrument, everyDays })
    const a = [ask('phq-9', 14), ask('gad-7', 7)]
    const b = [ask('pcl-5', 28), ask('gad-7', 14), ask('phq-9', 7)]
    const both = [ask('gad-7', 7), ask('pcl-5', 28), ask('phq-9', 7)]
    expect(stricter('questionnaires', a, b)).toEqual(both)
    expect(stricter('questionnaires', b, a)).toEqual(both)
  })

  test('neither, where the protocol signs one form and not a strength of care', () => {
    expect(stricter('route', 'oral', 'sublingual')).toBe('oral')
    expect(isLooser('route', 'oral', 'sublingual')).toBe(false)
  })
})

describe('a line is looser', () => {
  test('when one of its questionnaires is asked more rarely or not at all, in whatever order they stand', () => {
    const ask = (instrument: string, everyDays: number) => ({ instrument, everyDays })
    const than = [ask('phq-9', 14), ask('gad-7', 7)]
    expect(isLooser('questionnaires', [ask('gad-7', 7), ask('phq-9', 14)], than)).toBe(false)
    expect(isLooser('questionnaires', [ask('gad-7', 7), ask('phq-9', 15)], than)).toBe(true)
    expect(isLooser('questionnaires', [ask('gad-7', 7)], than)).toBe(true)
    expect(isLooser('questionnaires', [ask('gad-7', 6), ask('phq-9', 1), ask('dss-b', 7)], than)).toBe(false)
  })

  test('when integration is not offered that was, and not for its hours', () => {
    const offer = (isOffered: boolean, fromHours = 24) => ({ isOffered, fromHours, toHours: 72 })
    expect(isLooser('integration', offer(false), offer(true))).toBe(true)
    expect(isLooser('integration', offer(true, 12), offer(true))).toBe(false)
  })
})
