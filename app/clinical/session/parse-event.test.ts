import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_YES, Device, NUMBERS, SESSION } from '../../../tests/recording.ts'
import { readSession } from '../session.ts'
import { seal } from './chain.ts'
import type { GateFinding, Happening, HappeningKind, SessionEvent } from './events.ts'
import { parseEvent } from './parse-event.ts'

const recorded = (what: Happening): SessionEvent => new Device('patient').record(what, 0)
const stop = recorded({ kind: 'stop' })

const JUDGED: readonly GateFinding[] = [
  { ruleId: 'C01', severity: 'block', staysUntil: 'opened' },
  { ruleId: 'C05', severity: 'block', staysUntil: 1_800_000 },
  { ruleId: 'C18', severity: 'block', isFinal: true },
]

/** One of each. A new kind that nobody parses does not compile here. */
const ONE_OF_EACH: { [Kind in HappeningKind]: Extract<Happening, { kind: Kind }> } = {
  preparing: { kind: 'preparing' },
  judged: { kind: 'judged', part: 'patient', findings: JUDGED },
  opened: { kind: 'opened', judgement: 'patient/1', ruleId: 'C01', reason: 'looked', isByPrescriber: true },
  'line-checked': { kind: 'line-checked', hasVoiceLine: true },
  'offline-announced': { kind: 'offline-announced', how: 'one-time-code', callsAt: [1] },
  'made-ready': { kind: 'made-ready' },
  paused: { kind: 'paused' },
  resumed: { kind: 'resumed' },
  held: { kind: 'held', reason: 'recall' },
  released: { kind: 'released', reason: 'called' },
  aborted: { kind: 'aborted', reason: 'recall' },
  'dose-started': { kind: 'dose-started', units: 1 },
  'more-taken': { kind: 'more-taken', units: 1 },
  'look-in': { kind: 'look-in', isWell: true, waking: 'at-once' },
  'call-answered': { kind: 'call-answered' },
  'comfort-needed': { kind: 'comfort-needed' },
  'stands-up': { kind: 'stands-up' },
  distress: { kind: 'distress', points: 7 },
  vitals: { kind: 'vitals', readings: { systolicMmHg: 120 } },
  'help-asked': { kind: 'help-asked' },
  'not-safe': { kind: 'not-safe' },
  emergency: { kind: 'emergency' },
  'support-person-gone': { kind: 'support-person-gone' },
  'support-person-back': { kind: 'support-person-back' },
  stop: { kind: 'stop' },
  'alert-settled': { kind: 'alert-settled', alert: 'help-asked:patient/1' },
  'end-list': { kind: 'end-list', answers: { ...ALL_YES, 'end-calm': 'skipped' } },
  tonight: { kind: 'tonight', signs: { isConfused: 1 } },
  closed: { kind: 'closed', reason: 'the usual pressure of this person' },
}

test.each(Object.values(ONE_OF_EACH))(
  '$kind comes through storage and network as it was recorded',
  (what) => {
    const event = recorded(what)
    expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual(event)
  },
)

test('what may be left out may be left out', () => {
  for (const what of [{ kind: 'more-taken' }, { kind: 'look-in', isWell: true }, { kind: 'closed' }] as const)
    expect(parseEvent(recorded(what))?.what).toEqual(what)
  const { clockOffsetMs: _, ...unmeasured } = stop
  expect(parseEvent(unmeasured)).toEqual(unmeasured)
})

describe('no event is', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'stop'],
    ['one without a sequence', { ...stop, sequence: undefined }],
    ['the one before the first', { ...stop, sequence: 0 }],
    ['one at no time', { ...stop, deviceAt: Number.NaN }],
    ['one of nobody', { ...stop, person: 'neighbour' }],
    ['something nobody knows', { ...stop, what: { kind: 'danced' } }],
    ['one with more in it than it has', { ...stop, what: { kind: 'stop', reason: 'none' } }],
    ['one with a field of its own', { ...stop, isVerified: true }],
    ['one without what it needs', { ...stop, what: { kind: 'dose-started' } }],
  ])('%s', (_what, value) => {
    expect(parseEvent(value)).toBeUndefined()
  })
})

test('whatever comes is an event or is not, and whatever is one can be read', () => {
  const { hash: _, ...unsealed } = stop
  const anything = fc.oneof(
    fc.anything(),
    fc
      .record({
        sequence: fc.integer({ min: 1, max: 4 }),
        deviceAt: fc.double({ min: -1e15, max: 1e15, noNaN: true }),
        clockOffsetMs: fc.double({ min: -1e9, max: 1e9 }),
        seen: fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1 })),
        what: fc.oneof(fc.constantFrom(...Object.values(ONE_OF_EACH)), fc.anything()),
        deviceId: fc.constantFrom('patient', 'other', '__proto__', 'constructor'),
      })
      .map((but) => seal({ ...unsealed, ...but } as typeof unsealed, '')),
  )
  let [read, sent] = [0, 0]
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6 }), (values) => {
      const events = values.flatMap((value) => parseEvent(value) ?? [])
      read += events.length
      sent += values.length
      expect(readSession([...events].reverse(), SESSION, NUMBERS)).toEqual(
        readSession(events, SESSION, NUMBERS),
      )
    }),
    { numRuns: 1000 },
  )
  expect(read / sent).toBeGreaterThan(0.05)
})
