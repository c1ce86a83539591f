import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BEGIN, MINUTE, NUMBERS } from '../../../tests/recording.ts'
import { RUNGS, silence } from './silence.ts'

const at = (minute: number) => BEGIN + minute * MINUTE
const [nudge, support, clinician, backup] = RUNGS

describe('after something was heard at minute 0, with look-ins every 15', () => {
  test.each<[number, string, readonly string[]]>([
    [0, 'reporting', []],
    [14.9, 'reporting', []],
    [15, 'unexpectedly-silent', [nudge]],
    [17.9, 'unexpectedly-silent', [nudge]],
    [18, 'unexpectedly-silent', [nudge, support]],
    [19.9, 'unexpectedly-silent', [nudge, support]],
    [20, 'unexpectedly-silent', [nudge, support, clinician]],
    [24.9, 'unexpectedly-silent', [nudge, support, clinician]],
    [25, 'unexpectedly-silent', [nudge, support, clinician, backup]],
    [500, 'unexpectedly-silent', [nudge, support, clinician, backup]],
  ])('minute %d: %s, reached %j', (minute, contact, reached) => {
    expect(silence(at(0), undefined, NUMBERS, at(minute))).toMatchObject({ contact, reached, dueAt: at(15) })
  })

  test.each([
    [3, { rung: nudge, at: at(15) }],
    [15, { rung: support, at: at(18) }],
    [18, { rung: clinician, at: at(20) }],
    [20, { rung: backup, at: at(25) }],
    [25, undefined],
  ])('minute %d: the next rung has its time', (minute, next) => {
    expect(silence(at(0), undefined, NUMBERS, at(minute)).next).toEqual(next)
  })
})

describe('a session announced to be without network', () => {
  const calls = [at(120), at(40), at(80)]

  test.each([
    ['waits for the first agreed call', 0, 39.9, 'announced-offline', []],
    ['climbs from a call that was not answered', 0, 40, 'unexpectedly-silent', [nudge]],
    ['climbs like any other silence', 0, 45, 'unexpectedly-silent', [nudge, support, clinician]],
    ['waits for the next call after one was answered on the minute', 40, 79, 'announced-offline', []],
    ['waits for the next call after one was answered', 41, 79, 'announced-offline', []],
    ['is looked in on as usual after the last call', 121, 135, 'reporting', []],
    ['and climbs when it is not', 121, 136, 'unexpectedly-silent', [nudge]],
  ])('%s', (_what, heard, now, contact, reached) => {
    expect(silence(at(heard), calls, NUMBERS, at(now))).toMatchObject({ contact, reached })
  })

  test('with no call agreed is one that is looked in on', () => {
    expect(silence(at(0), [], NUMBERS, at(10)).contact).toBe('reporting')
    expect(silence(at(0), [], NUMBERS, at(15)).contact).toBe('unexpectedly-silent')
  })
})

describe('minutes nobody signed', () => {
  test('are no reason to wait', () => {
    expect(silence(at(0), undefined, {}, at(0)).reached).toEqual(RUNGS)
    const numbers = { ...NUMBERS, silence: { callSupportPersonMinutes: 3, emergencyGuidanceMinutes: 10 } }
    expect(silence(at(0), undefined, numbers, at(15)).reached).toEqual([nudge, support, clinician])
  })
})

test('only an unexpected silence climbs; it climbs in order, never down, and tells its next step in time', () => {
  const minute = fc.integer({ min: 0, max: 400 })
  const calls = fc.option(fc.array(minute, { maxLength: 4 }), { nil: undefined })
  const signed = fc.record({
    lookInEveryMinutes: minute,
    silence: fc.record({
      callSupportPersonMinutes: minute,
      callClinicianMinutes: minute,
      emergencyGuidanceMinutes: minute,
    }),
  })
  fc.assert(
    fc.property(minute, calls, signed, minute, minute, (heard, agreed, numbers, a, b) => {
      const on = (now: number) => silence(at(heard), agreed?.map(at), numbers, at(now))
      const [early, late] = [on(Math.min(a, b)), on(Math.max(a, b))]
      expect(early.reached).toEqual(RUNGS.slice(0, early.reached.length))
      expect(early.reached.length).toBeLessThanOrEqual(late.reached.length)
      expect(early.reached.length > 0).toBe(early.contact === 'unexpectedly-silent')
      if (early.next) expect(early.next.at).toBeGreaterThan(at(Math.min(a, b)))
      else expect(early.reached).toEqual(RUNGS)
    }),
    { numRuns: 1000 },
  )
})
