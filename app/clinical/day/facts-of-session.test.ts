import { describe, expect, test } from 'vitest'
import {
  BEGIN,
  devices,
  dosed,
  ended,
  MINUTE,
  NUMBERS,
  type Room,
  read,
  record,
  settleAll,
} from '../../../tests/recording.ts'
import type { InSessionFacts } from '../facts/in-session.ts'
import { WAKING_WORDS } from '../instruments/waking.ts'
import type { Limits } from '../protocol.ts'
import type { Happening } from '../session/events.ts'
import type { Silence } from '../session/silence.ts'
import { dosedAt, inSessionFacts, nextByClock, tonightFacts } from './facts-of-session.ts'
import { SIGNS } from './questions.ts'

const at = (minute: number) => BEGIN + minute * MINUTE
const factsAt = (room: Room, minute: number, limits: Limits = {}, silence?: Silence) => {
  const facts = inSessionFacts(read(room), limits, NUMBERS, at(minute), silence)
  if (!facts) throw new Error('there was a dose')
  return facts
}
/** A session with a dose at minute 0, and what happened in it. */
const dosedThen = (...happened: readonly [Happening, number][]) => {
  const room = dosed()
  for (const [what, minute] of happened) record(room, room.support, what, minute)
  return room
}
const vitals = (readings: Record<string, number>, minute: number): [Happening, number] => [
  { kind: 'vitals', readings },
  minute,
]

test('before the dose there is nothing to judge', () => {
  const room = devices()
  record(room, room.patient, { kind: 'preparing' }, -60)
  expect(inSessionFacts(read(room), {}, NUMBERS, at(0))).toBeUndefined()
  expect(dosedAt(read(room))).toBeUndefined()
})

test('a session in which nothing was recorded yet: what nobody measured and nobody was asked is not known', () => {
  expect(factsAt(dosed(), 30)).toEqual({
    ...{ minutesSinceDose: 30, phase: 'peak', waking: [], pressures: [], distress: [] },
    ...{ breathsPerMinute: undefined, oxygenPercent: undefined, pulsePerMinute: undefined },
    ...{ wantsToStopOrLeave: false, pressedHelp: false, toolsTriedSinceDistress: 0, tookExtraDose: false },
    ...{ silentMinutes: 0, missedChecks: 0, isOfflineAnnounced: false, isQuestionnaireRequested: false },
    ...{ isSupportPersonPresent: true, isSupportPersonReachable: true },
  })
})

test('the minutes count from the first swallow, and never below none', () => {
  const room = dosedThen([{ kind: 'more-taken' }, 30])
  expect(dosedAt(read(room))).toBe(at(0))
  expect(factsAt(room, 40)).toMatchObject({ minutesSinceDose: 40, tookExtraDose: true })
  expect(factsAt(room, -5).minutesSinceDose).toBe(0)
})

test.each(WAKING_WORDS)('somebody who wakes %s is so for the rules too', (waking) => {
  const room = dosedThen(
    [{ kind: 'look-in', isWell: true }, 10],
    [{ kind: 'look-in', isWell: true, waking }, 20],
  )
  expect(factsAt(room, 21).waking).toEqual([{ atMinutes: 20, waking }])
})

describe('readings', () => {
  test('each stands until the next of its kind, and what was left out is not invented', () => {
    const room = dosedThen(
      vitals({ breathsPerMinute: 14, pulsePerMinute: 70, oxygenPercent: 97 }, 10),
      vitals({ pulsePerMinute: 90 }, 20),
    )
    expect(factsAt(room, 21)).toMatchObject({
      ...{ breathsPerMinute: 14, pulsePerMinute: 90, oxygenPercent: 97, pressures: [] },
    })
  })

  test('of pressure come in pairs, with their minute; half a pair is none', () => {
    const room = dosedThen(
      vitals({ systolicMmHg: 140, diastolicMmHg: 88 }, 40),
      vitals({ systolicMmHg: 130 }, 50),
      vitals({ diastolicMmHg: 80 }, 60),
    )
    expect(factsAt(room, 61).pressures).toEqual([{ atMinutes: 40, systolicMmHg: 140, diastolicMmHg: 88 }])
  })

  test('of pressure whose upper number is not above the lower are no readings', () => {
    const room = dosedThen(
      vitals({ systolicMmHg: 90, diastolicMmHg: 120 }, 40),
      vitals({ systolicMmHg: 90, diastolicMmHg: 90 }, 50),
      vitals({ systolicMmHg: 91, diastolicMmHg: 90 }, 60),
    )
    expect(factsAt(room, 61).pressures).toEqual([{ atMinutes: 60, systolicMmHg: 91, diastolicMmHg: 90 }])
  })

  test('from before the dose count as taken at it', () => {
    const room = devices()
    record(room, room.support, { kind: 'vitals', readings: { systolicMmHg: 120, diastolicMmHg: 78 } }, -30)
    record(room, room.support, { kind: 'dose-started', units: 1 }, 0)
    expect(factsAt(room, 5).pressures).toEqual([{ atMinutes: 0, systolicMmHg: 120, diastolicMmHg: 78 }])
  })

  test('of oxygen may be gone without where the protocol says so, and one that was taken counts', () => {
    const limits: Limits = { vitals: { before: { mayGoWithout: ['oxygen'] } } }
    expect(factsAt(dosed(), 5, limits).oxygenPercent).toBe('exempt')
    expect(factsAt(dosedThen(vitals({ oxygenPercent: 91 }, 4)), 5, limits).oxygenPercent).toBe(91)
    const other: Limits = { vitals: { before: { mayGoWithout: ['pulse'] } } }
    expect(factsAt(dosed(), 5, other).oxygenPercent).toBeUndefined()
  })
})

describe('a sign', () => {
  const NAMES = [...SIGNS.filter((sign) => sign !== 'vomitedTimes' && sign !== 'isFrozen')]
  test.each(NAMES)('%s is seen, by itself, until it is looked at again without', (name) => {
    const seen = (facts: InSessionFacts) => NAMES.filter((each) => facts[each] === true)
    const room = dosedThen(vitals({ [name]: 1 }, 20))
    expect(seen(factsAt(room, 21))).toEqual([name])
    record(room, room.support, { kind: 'vitals', readings: { pulsePerMinute: 80 } }, 25)
    expect(seen(factsAt(room, 26))).toEqual([name])
    record(room, room.support, { kind: 'vitals', readings: { [name]: 0 } }, 30)
    expect(seen(factsAt(room, 31))).toEqual([])
  })

  test('that nobody looked for is not known, by whatever else was written', () => {
    const room = dosedThen([{ kind: 'look-in', isWell: true }, 10], vitals({ pulsePerMinute: 80 }, 12))
    const facts = factsAt(room, 13)
    for (const name of NAMES) expect(facts[name]).toBeUndefined()
    expect(facts).toMatchObject({ vomitedTimes: undefined, frozenOrFlashbackMinutes: undefined })
    expect(facts).not.toHaveProperty('hasBreathingPauses')
  })

  test('of blue lips, gasping or long pauses is one tick: asked and not seen, there are no pauses', () => {
    expect(factsAt(dosedThen(vitals({ isBlueOrGasping: 0 }, 10)), 11)).toMatchObject({
      ...{ isBlueOrGasping: false, hasBreathingPauses: false, longestPauseSeconds: 0 },
    })
  })

  test('that they do not feel safe is the patient’s to say, and known until a clinician has settled it', () => {
    const room = dosed()
    expect(factsAt(room, 5).fearsSupportPerson).toBeUndefined()
    record(room, room.patient, { kind: 'not-safe' }, 10)
    expect(factsAt(room, 11).fearsSupportPerson).toBe(true)
    settleAll(room, 12)
    expect(factsAt(room, 13).fearsSupportPerson).toBeUndefined()
  })

  test('vomiting is counted each time it was seen', () => {
    const room = dosedThen(
      vitals({ vomitedTimes: 1 }, 20),
      vitals({ vomitedTimes: 0 }, 25),
      vitals({ vomitedTimes: 1 }, 30),
    )
    expect(factsAt(room, 31).vomitedTimes).toBe(2)
  })

  test('frozen is not counted from a reading that was no look for it', () => {
    const room = dosed()
    record(room, room.support, { kind: 'vitals', readings: { systolicMmHg: 120, diastolicMmHg: 80 } }, 10)
    expect(factsAt(room, 15).frozenOrFlashbackMinutes).toBeUndefined()
    record(room, room.support, { kind: 'vitals', readings: { isFrozen: 1 } }, 20)
    record(room, room.support, { kind: 'vitals', readings: { pulsePerMinute: 80 } }, 30)
    expect(factsAt(room, 35).frozenOrFlashbackMinutes).toBe(15)
  })

  test('each time comfort was needed is one, and nothing else is', () => {
    const room = dosed()
    record(room, room.support, { kind: 'distress', points: 6 }, 10)
    record(room, room.patient, { kind: 'comfort-needed' }, 11)
    record(room, room.support, { kind: 'look-in', isWell: true }, 12)
    expect(factsAt(room, 15).toolsTriedSinceDistress).toBe(1)
    record(room, room.support, { kind: 'comfort-needed' }, 16)
    expect(factsAt(room, 17).toolsTriedSinceDistress).toBe(2)
  })

  test('frozen is counted from the first look of the row that saw it, and ends when it is over', () => {
    const room = dosedThen(
      vitals({ isFrozen: 1 }, 20),
      vitals({ isFrozen: 1 }, 30),
      vitals({ pulsePerMinute: 8 }, 32),
    )
    expect(factsAt(room, 35).frozenOrFlashbackMinutes).toBe(15)
    record(room, room.support, { kind: 'vitals', readings: { isFrozen: 0 } }, 40)
    expect(factsAt(room, 45).frozenOrFlashbackMinutes).toBe(0)
    record(room, room.support, { kind: 'vitals', readings: { isFrozen: 1 } }, 50)
    expect(factsAt(room, 57).frozenOrFlashbackMinutes).toBe(7)
    expect(factsAt(room, 49).frozenOrFlashbackMinutes).toBe(0)
  })
})

test('distress is kept with its minutes, and what was tried against it is counted', () => {
  const room = dosedThen(
    [{ kind: 'distress', points: 8 }, 20],
    [{ kind: 'comfort-needed' }, 21],
    [{ kind: 'comfort-needed' }, 24],
    [{ kind: 'distress', points: 3 }, 30],
  )
  expect(factsAt(room, 31)).toMatchObject({
    distress: [
      { atMinutes: 20, points: 8 },
      { atMinutes: 30, points: 3 },
    ],
    toolsTriedSinceDistress: 2,
  })
})

test('tools count from when distress was last under the signed grounding limit', () => {
  const limits: Limits = { instruments: { suds: { groundingPoints: 7 } } }
  const tried = (points: number) =>
    factsAt(
      dosedThen(
        [{ kind: 'comfort-needed' }, 20],
        [{ kind: 'distress', points }, 25],
        [{ kind: 'comfort-needed' }, 30],
      ),
      31,
      limits,
    ).toolsTriedSinceDistress
  expect([6, 7, 8].map(tried)).toEqual([1, 2, 2])
})

test('a call for help, more taken and a stop stand until a person has settled them', () => {
  const room = dosed()
  for (const [i, kind] of (['help-asked', 'more-taken', 'stop'] as const).entries())
    record(room, room.patient, { kind }, 20 + i)
  const all = { pressedHelp: true, tookExtraDose: true, wantsToStopOrLeave: true }
  expect(factsAt(room, 30)).toMatchObject(all)
  settleAll(room, 31)
  expect(factsAt(room, 32)).toMatchObject({
    ...{ pressedHelp: false, tookExtraDose: false, wantsToStopOrLeave: false },
  })
})

test('a support person who is gone is neither present nor reachable, until they are back', () => {
  const room = dosedThen([{ kind: 'support-person-gone' }, 20])
  expect(factsAt(room, 21)).toMatchObject({
    ...{ isSupportPersonPresent: false, isSupportPersonReachable: false },
  })
  record(room, room.support, { kind: 'support-person-back' }, 25)
  expect(factsAt(room, 26)).toMatchObject({
    ...{ isSupportPersonPresent: true, isSupportPersonReachable: true },
  })
})

test.each([
  [3, undefined],
  [6, 'onset'],
  [30, 'peak'],
  [80, 'return'],
  [130, 'recovery'],
])('at minute %d the phase is %s', (minute, phase) => {
  expect(factsAt(dosed(), minute).phase).toBe(phase)
})

test('a closed session is in no phase', () => {
  const room = dosed()
  ended(room)
  expect(factsAt(room, 130)).not.toHaveProperty('phase')
})

describe('the evening after', () => {
  const asked = (signs: Record<string, number>, isEnded = true) => {
    const room = dosed()
    if (isEnded) ended(room)
    record(room, room.support, { kind: 'tonight', signs }, 300)
    return tonightFacts(read(room))
  }

  test('is known from when somebody was asked, and not before', () => {
    const room = dosed()
    ended(room)
    expect(tonightFacts(read(room))).toEqual({ isSessionClosed: false })
    const none = { isDrowsierThanAtClose: 0, isConfused: 0, isShortOfBreath: 0 }
    expect(asked(none)).toEqual({
      ...{ isSessionClosed: true, isDrowsierThanAtClose: false, isConfused: false, isShortOfBreath: false },
    })
    expect(asked({ ...none, isConfused: 1 })).toMatchObject({ isConfused: true, isShortOfBreath: false })
    expect(asked({ isConfused: 0 })).toMatchObject({ isConfused: false, isShortOfBreath: undefined })
    expect(asked(none, false).isSessionClosed).toBe(false)
  })

  test('is told by the last who said it', () => {
    const room = dosed()
    ended(room)
    record(room, room.support, { kind: 'tonight', signs: { isConfused: 1 } }, 300)
    record(room, room.support, { kind: 'tonight', signs: { isConfused: 0 } }, 330)
    expect(tonightFacts(read(room)).isConfused).toBe(false)
    record(room, room.support, { kind: 'help-asked' }, 335)
    expect(tonightFacts(read(room)).isConfused).toBe(false)
  })
})

describe('silence', () => {
  const silence = (contact: Silence['contact']): Silence => ({ contact, dueAt: at(15), reached: [] })
  const announced = () => {
    const room = dosed()
    record(room, room.practice, { kind: 'offline-announced', how: 'phone-call', callsAt: [at(40)] }, 1)
    return room
  }

  test('that nobody expected counts from the check that was missed, also where it had been announced', () => {
    for (const room of [dosed(), announced()])
      expect(factsAt(room, 22, {}, silence('unexpectedly-silent'))).toMatchObject({
        ...{ silentMinutes: 7, missedChecks: 1, isOfflineAnnounced: false },
      })
  })

  test('that was announced, and reporting, are none', () => {
    expect(factsAt(announced(), 22, {}, silence('announced-offline'))).toMatchObject({
      ...{ silentMinutes: 0, missedChecks: 0, isOfflineAnnounced: true },
    })
    expect(factsAt(dosed(), 22, {}, silence('reporting'))).toMatchObject({
      ...{ silentMinutes: 0, missedChecks: 0, isOfflineAnnounced: false },
    })
    expect(factsAt(announced(), 22)).toMatchObject({ missedChecks: 0, isOfflineAnnounced: true })
  })
})

describe('when the clock by itself may make a rule true next', () => {
  const limits: Limits = {
    session: { maximumObservationMinutes: 240, frozenMinutes: 5 },
    instruments: { suds: { reliefWithinMinutes: 10 } },
  }
  const next = (room: Room, minute: number, signed = limits) => nextByClock(read(room), signed, at(minute))

  test('is the end of the longest watch, where nothing else was recorded', () => {
    expect(next(dosed(), 10)).toBe(at(240))
    expect(next(dosed(), 239.9)).toBe(at(240))
    expect(next(dosed(), 240)).toBeUndefined()
    expect(next(devices(), 10)).toBeUndefined()
  })

  test('is the first that lies ahead: relief after distress, and a moment past the minutes of being frozen', () => {
    const room = dosedThen([{ kind: 'distress', points: 8 }, 20], vitals({ isFrozen: 1 }, 24))
    expect(next(room, 25)).toBe(at(29) + 1)
    expect(next(room, 29)).toBe(at(29) + 1)
    expect(next(room, 29.5)).toBe(at(30))
    expect(next(room, 30)).toBe(at(240))
  })

  test('is nothing where nobody signed the minutes', () => {
    const room = dosedThen([{ kind: 'distress', points: 8 }, 20], vitals({ isFrozen: 1 }, 24))
    expect(next(room, 25, {})).toBeUndefined()
    expect(next(room, 25, { session: { maximumObservationMinutes: 240 } })).toBe(at(240))
  })
})
