/** Whatever two or three devices recorded, knew and lost: what has to hold of the session their logs make. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_YES, BEGIN, devices, dosed, MINUTE, NUMBERS, SESSION } from '../../tests/recording.ts'
import type { Happening, SessionEvent } from './session/events.ts'
import { merge } from './session/merge.ts'
import { holdingFindings, openAlerts } from './session/state.ts'
import { isWatched, placeAt, readSession } from './session.ts'

type Who = 'patient' | 'support' | 'practice'
type Move = { who: Who; what: Happening; after: number; hears?: Who | undefined }

const WELL = { systolicMmHg: 124, diastolicMmHg: 78 }

/** A session in order; what is drawn leaves out some of it, mixes in anything, and keeps some from hearing. */
const IN_ORDER: Move[] = [
  { who: 'patient', what: { kind: 'preparing' }, after: 5 },
  { who: 'patient', what: { kind: 'judged', part: 'patient', findings: [] }, after: 5, hears: 'support' },
  {
    who: 'support',
    what: { kind: 'judged', part: 'support-person', findings: [] },
    after: 5,
    hears: 'patient',
  },
  { who: 'support', what: { kind: 'line-checked', hasVoiceLine: true }, after: 5, hears: 'patient' },
  { who: 'support', what: { kind: 'made-ready' }, after: 5, hears: 'patient' },
  { who: 'support', what: { kind: 'dose-started', units: 1 }, after: 5, hears: 'patient' },
  { who: 'support', what: { kind: 'look-in', isWell: true }, after: 15, hears: 'patient' },
  { who: 'support', what: { kind: 'vitals', readings: WELL }, after: 120, hears: 'patient' },
  { who: 'support', what: { kind: 'distress', points: 2 }, after: 0, hears: 'patient' },
  { who: 'support', what: { kind: 'end-list', answers: ALL_YES }, after: 0, hears: 'patient' },
  { who: 'support', what: { kind: 'closed' }, after: 2, hears: 'patient' },
]

const severity = fc.constantFrom('block', 'review', 'advise', 'inform')
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    { kind: 'preparing' },
    { kind: 'made-ready' },
    { kind: 'paused' },
    { kind: 'resumed' },
    { kind: 'held', reason: 'call' },
    { kind: 'released', reason: 'called' },
    { kind: 'aborted', reason: 'recall' },
    { kind: 'dose-started', units: 1 },
    { kind: 'more-taken' },
    { kind: 'look-in', isWell: false },
    { kind: 'comfort-needed' },
    { kind: 'help-asked' },
    { kind: 'emergency' },
    { kind: 'support-person-gone' },
    { kind: 'support-person-back' },
    { kind: 'stop' },
    { kind: 'end-list', answers: ALL_YES },
    { kind: 'end-list', answers: {} },
    { kind: 'closed' },
    { kind: 'vitals', readings: { systolicMmHg: 150 } },
    { kind: 'vitals', readings: { systolicMmHg: 198, diastolicMmHg: 119 } },
    { kind: 'distress', points: 8 },
    { kind: 'not-safe' },
    { kind: 'dose-started', units: 3 },
    { kind: 'closed', reason: 'looked at' },
  ),
  fc.record({
    kind: fc.constant('judged'),
    part: fc.constantFrom('patient', 'support-person'),
    findings: fc.array(fc.record({ ruleId: fc.constantFrom('C01', 'C05'), severity }), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('opened'),
    judgement: fc.constantFrom('patient/2', 'support-person/1'),
    ruleId: fc.constant('C01'),
    reason: fc.constant('looked'),
    isByPrescriber: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('alert-settled'),
    alert: fc
      .tuple(
        fc.constantFrom('help-asked', 'stopped-after-dose', 'dose-not-allowed', 'one-dose-to-confirm'),
        fc.constantFrom('patient', 'support-person'),
        fc.integer({ min: 1, max: 8 }),
      )
      .map(([kind, device, sequence]) => `${kind}:${device}/${sequence}`),
  }),
)

const who = fc.constantFrom<Who>('patient', 'support', 'practice')
const extra: fc.Arbitrary<Move & { place: number }> = fc.record({
  ...{ who, what: happening, place: fc.nat(IN_ORDER.length) },
  after: fc.integer({ min: 0, max: 60 }),
  hears: fc.option(who, { nil: undefined }),
})
const moves = fc
  .tuple(
    fc.array(extra, { maxLength: 6 }),
    fc.subarray(IN_ORDER, { minLength: 5 }),
    fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }),
  )
  .map(([extras, kept, isHeard]): Move[] =>
    [...IN_ORDER.keys(), IN_ORDER.length].flatMap((place) => {
      const planned = IN_ORDER[place]
      const mixedIn = extras.filter((one) => one.place === place)
      if (!planned || !kept.includes(planned)) return mixedIn
      return [...mixedIn, isHeard[place] ? planned : { ...planned, hears: undefined }]
    }),
  )
const clock = fc.record({
  fastMs: fc.integer({ min: -3, max: 3 }).map((h) => h * 41 * MINUTE),
  isMeasured: fc.boolean(),
})
const clocks = fc.record({ patient: clock, 'support-person': clock })

/** True minutes of every event, by its reference: what no device knows. */
type Truth = { events: SessionEvent[]; minutes: Map<string, number> }

const happened = fc.tuple(moves, clocks).map(([list, fast]): Truth => {
  const room = devices(fast)
  const minutes = new Map<string, number>()
  let minute = -60
  for (const { who: recorder, what, after, hears } of list) {
    minute += after
    const { deviceId, sequence } = room[recorder].record(what, minute)
    minutes.set(`${deviceId}/${sequence}`, minute)
    if (hears) room[hears].hear(room[recorder])
  }
  return { events: room.events(), minutes }
})

const read = (events: readonly SessionEvent[]) => readSession(events, SESSION, NUMBERS)
const swallowing = ({ what }: SessionEvent) => what.kind === 'dose-started' || what.kind === 'more-taken'
const refs = (events: readonly SessionEvent[]) =>
  events.map(({ deviceId, sequence }) => `${deviceId}/${sequence}`)

describe('merging', () => {
  test('does not depend on the order events arrive in, nor on how often', () => {
    const arriving = happened.chain(({ events }) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(
          [...events, ...events].map((event, i) => [event, i] as const),
          { minLength: events.length },
        ),
      ),
    )
    fc.assert(
      fc.property(arriving, ([events, some]) => {
        const again = [...some.map(([event]) => event), ...[...events].reverse()]
        expect(read(again)).toEqual(read(events))
        expect(read(JSON.parse(JSON.stringify(again)))).toEqual(read(events))
      }),
      { numRuns: 2000 },
    )
  })

  test('bit by bit comes to the same as all at once', () => {
    fc.assert(
      fc.property(happened, fc.array(fc.nat(9), { maxLength: 40 }), ({ events }, bits) => {
        let known: SessionEvent[] = []
        for (const [i, event] of events.entries())
          known = merge((bits[i] ?? 0) % 2 ? [event, ...known] : [...known, event], SESSION).events.map(
            (one) => one.event,
          )
        expect(read(known)).toEqual(read(events))
      }),
      { numRuns: 300 },
    )
  })

  test('loses nothing, doubles nothing, and puts nothing before what its writer knew of', () => {
    fc.assert(
      fc.property(happened, ({ events }) => {
        const merged = merge([...events, ...events], SESSION).events.map(({ event }) => event)
        expect(refs(merged).sort()).toEqual(refs(events).sort())
        for (const [i, event] of merged.entries())
          for (const later of merged.slice(i)) {
            expect(event.seen[later.deviceId] ?? 0).toBeLessThan(later.sequence)
            if (later.deviceId === event.deviceId)
              expect(later.sequence).toBeGreaterThanOrEqual(event.sequence)
          }
      }),
      { numRuns: 500 },
    )
  })
})

describe('whatever was recorded', () => {
  test('no session is ready, at any moment, that a finding holds', () => {
    fc.assert(
      fc.property(happened, ({ events }) => {
        const merged = merge(events, SESSION).events.map(({ event }) => event)
        for (const length of merged.keys()) {
          const { session } = read(merged.slice(0, length + 1))
          if (session.stage !== 'ready-for-dose') continue
          expect(holdingFindings(session)).toEqual([])
          expect(session.heldFor).toBeUndefined()
          expect(session.swallows).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a session with a dose in it is watched until it is closed, and never merely stopped', () => {
    fc.assert(
      fc.property(happened, ({ events }) => {
        const { session } = read(events)
        expect(session.swallows).toHaveLength(events.filter(swallowing).length)
        if (events.some(swallowing)) expect(['dosed', 'complete']).toContain(session.stage)
        else expect(isWatched(session) || session.stage === 'complete').toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('it is closed only by a second person, with the whole list, after the true minutes since anything was taken', () => {
    let [all, closed] = [0, 0]
    fc.assert(
      fc.property(happened, ({ events, minutes }) => {
        all++
        const { session } = read(events)
        if (session.stage !== 'complete') return
        closed++
        const setAside = new Set(session.setAside.map(({ ref }) => ref))
        const byWhom = events.filter(
          ({ what, deviceId, sequence }) =>
            what.kind === 'closed' && !setAside.has(`${deviceId}/${sequence}`),
        )
        expect(byWhom).toHaveLength(1)
        expect(byWhom[0]?.deviceOf).not.toBe('patient')
        const minuteOf = (list: SessionEvent[]) => refs(list).map((ref) => minutes.get(ref) ?? Number.NaN)
        const since = Math.min(...minuteOf(byWhom)) - Math.max(...minuteOf(events.filter(swallowing)))
        expect(since).toBeGreaterThanOrEqual(120)
        expect(session.endList?.answers).toEqual(ALL_YES)
        const isTakenOn = byWhom[0]?.deviceOf === 'practice' && 'reason' in byWhom[0].what
        if (!isTakenOn)
          expect(session.measured.any).toMatchObject({ pressure: WELL, distress: { points: 2 } })
      }),
      { numRuns: 2000 },
    )
    expect(closed / all).toBeGreaterThan(0.01)
  })

  test('every call for help and every stop after a dose waits for a person who settles it', () => {
    fc.assert(
      fc.property(happened, ({ events }) => {
        const { session } = read(events)
        const asked = events.filter(({ what }) => what.kind === 'help-asked' || what.kind === 'emergency')
        const raised = session.alerts.flatMap(({ from, kind }) =>
          ['help-asked', 'emergency'].includes(kind) ? [from] : [],
        )
        expect(raised.sort()).toEqual(refs(asked).sort())
        for (const { settledBy } of session.alerts) {
          const settling = events.find((event) => refs([event])[0] === settledBy)
          if (settledBy !== undefined) expect(settling?.deviceOf).not.toBe('patient')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a second swallow never passes unseen, and one dose is never made two by tapping at once', () => {
    fc.assert(
      fc.property(happened, ({ events }) => {
        const swallows = events.filter(swallowing)
        const kinds = read(events).session.alerts.map(({ kind }) => kind)
        const raised = kinds.filter((kind) => kind === 'possible-overdose' || kind === 'one-dose-to-confirm')
        const taps = swallows.filter(({ what }) => what.kind === 'dose-started').length
        const more = swallows.length - taps
        expect(raised.length).toBeGreaterThanOrEqual(Math.max(more, swallows.length - 1))
        const tooMany = swallows.filter(({ what }) => what.kind === 'dose-started' && what.units > 1)
        if (tooMany.length > 0) expect(kinds).toContain('possible-overdose')
      }),
      { numRuns: 500 },
    )
  })
})

describe('whichever event of whichever log is damaged', () => {
  const damaged = happened.chain((truth) => {
    const { events } = truth
    return fc.record({ events: fc.constant(events), at: fc.nat(Math.max(0, events.length - 1)) })
  })

  test('everybody else’s help, stops and doses count as before, and nothing ends that had not', () => {
    fc.assert(
      fc.property(damaged, ({ events, at }) => {
        const broken = events.map((event, i) =>
          i === at ? { ...event, deviceAt: event.deviceAt + 1 } : event,
        )
        const [before, after] = [read(events).session, read(broken).session]
        const still = ['help-asked', 'emergency', 'support-person-gone']
        for (const { key, kind } of openAlerts(before))
          if (still.includes(kind)) expect(openAlerts(after).map((alert) => alert.key)).toContain(key)
        expect(after.swallows).toHaveLength(before.swallows.length)
        expect(openAlerts(after).some(({ kind }) => kind === 'log-broken')).toBe(true)
        expect(after.stage).not.toBe('complete')
        expect(after.stage).not.toBe('ready-for-dose')
        expect(read(broken).toJudge).toHaveLength(read(events).toJudge.length)
      }),
      { numRuns: 500 },
    )
  })

  test('the rest of its log is not trusted, and is there to be shown', () => {
    fc.assert(
      fc.property(damaged, ({ events, at }) => {
        const target = events[at]
        fc.pre(target !== undefined)
        const broken = events.map((event, i) => (i === at ? { ...event, hash: 'x' } : event))
        const merged = merge(broken, SESSION)
        expect(merged.events).toHaveLength(events.length)
        for (const { event, isVerified } of merged.events)
          expect(isVerified).toBe(event.deviceId !== target?.deviceId || event.sequence < target.sequence)
      }),
      { numRuns: 300 },
    )
  })
})

test('without any event a session has not begun', () => {
  const { session, logs, toJudge } = read([])
  expect([session.stage, logs, toJudge]).toEqual(['not-ready', [], []])
  expect(placeAt(session, BEGIN, NUMBERS)).toBe('not-ready')
})

test('the clock begins with the first swallow', () => {
  const room = dosed()
  room.support.record({ kind: 'more-taken' }, 30)
  expect(placeAt(read(room.events()).session, BEGIN + 71 * MINUTE, NUMBERS)).toBe('returning')
})
