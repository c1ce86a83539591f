import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Device, SESSION } from '../../../tests/recording.ts'
import { checkLog, hashOf, seal } from './chain.ts'
import type { SessionEvent } from './events.ts'

const recorded = (count: number): SessionEvent[] => {
  const device = new Device('patient')
  for (let i = 0; i < count; i++) device.record({ kind: 'distress', points: i % 11 }, i)
  return device.log
}
const check = (events: readonly SessionEvent[]) => checkLog('patient', events, SESSION)
const log = recorded(5)
const without = (sequence: number) => log.filter((event) => event.sequence !== sequence)
const instead = (sequence: number, change: Partial<SessionEvent>) =>
  log.map((event) => (event.sequence === sequence ? { ...event, ...change } : event))

describe('a log', () => {
  test('that is all there verifies, in any order and however often each event came', () => {
    expect(check([...log].reverse())).toMatchObject({
      state: 'whole',
      verifiedTo: 5,
      verified: log,
      rest: [],
    })
    expect(check([...log, ...log])).toMatchObject({ state: 'whole', verifiedTo: 5, rest: [] })
    expect(check([])).toMatchObject({ state: 'whole', verifiedTo: 0 })
  })

  test.each<[string, SessionEvent[], string, number]>([
    ['the first is still missing', without(1), 'waiting', 0],
    ['one in between is still missing', without(3), 'waiting', 2],
    ['the last is not there yet', without(5), 'whole', 4],
    ['what was recorded was changed', instead(3, { what: { kind: 'distress', points: 0 } }), 'broken', 2],
    ['the time was changed', instead(3, { deviceAt: 1 }), 'broken', 2],
    ['the person was changed', instead(1, { person: 'clinician' }), 'broken', 0],
    ['a hash was changed', instead(3, { hash: 'x' }), 'broken', 2],
    ['a link was changed', instead(3, { previous: 'x' }), 'broken', 2],
    [
      'there are two in one place',
      [...log, { ...recorded(3).slice(2)[0], id: 'other' } as SessionEvent],
      'broken',
      2,
    ],
    ['it begins before the beginning', instead(1, { sequence: 0 }), 'broken', 0],
    ['a number is no whole one', instead(3, { sequence: 2.5 }), 'broken', 2],
  ])('when %s', (_when, events, state, verifiedTo) => {
    const checked = check(events)
    expect(checked).toMatchObject({ state, verifiedTo })
    expect(checked.verified.length + checked.rest.length).toBe(new Set(events).size)
  })

  test('with two sound events in one place trusts neither, whichever came first', () => {
    const [, second, third] = log
    if (!second || !third) throw new Error('there are five')
    for (const id of ['!', '~']) {
      const { hash: _, previous: __, ...unsealed } = { ...third, id }
      const events = [...log, seal(unsealed, second.hash)]
      expect(check(events)).toMatchObject({ state: 'broken', verifiedTo: 2 })
      expect(check([...events].reverse())).toEqual(check(events))
    }
  })

  test.each([
    [0, 0],
    [-1, 0],
    [2.5, 2],
  ])('sealed as number %d is in no place there is', (sequence, verifiedTo) => {
    const before = log.slice(0, verifiedTo)
    const [first] = log
    if (!first) throw new Error('there are five')
    const { hash: _, previous: __, ...unsealed } = { ...first, sequence }
    const events = [...before, seal(unsealed, before.at(-1)?.hash ?? '')]
    expect(check(events)).toMatchObject({ verifiedTo })
    expect(check(events).state).not.toBe('whole')
  })

  test('changed and sealed again breaks at the next link', () => {
    const [, second, third] = log
    if (!second || !third) throw new Error('there are five')
    const { hash: _, ...unsealed } = { ...third, deviceAt: 1 }
    const changed = seal(unsealed, second.hash)
    expect(check(log.map((event) => (event.sequence === 3 ? changed : event)))).toMatchObject({
      state: 'broken',
      verifiedTo: 3,
    })
  })

  test('of another session, or of a device that changes whose it is, does not verify', () => {
    expect(checkLog('patient', log, 'another').state).toBe('broken')
    const [first] = log
    if (!first) throw new Error('there are five')
    const { hash: _, previous: __, ...unsealed } = { ...first, sequence: 2, deviceOf: 'practice' as const }
    expect(check([first, seal(unsealed, first.hash)])).toMatchObject({ state: 'broken', verifiedTo: 1 })
  })

  test('with any one event changed in any way is verified up to that event and no farther', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (sequence, deviceAt) => {
        fc.pre(log[sequence - 1]?.deviceAt !== deviceAt)
        expect(check(instead(sequence, { deviceAt }))).toMatchObject({
          state: 'broken',
          verifiedTo: sequence - 1,
        })
      }),
    )
  })
})

describe('the hash', () => {
  test('is the same whatever order fields were written in, and after a way through JSON', () => {
    const [event] = log
    if (!event) throw new Error('there are five')
    const { hash, ...linked } = event
    const turned = Object.fromEntries(Object.entries(linked).reverse()) as typeof linked
    expect(hashOf(turned)).toBe(hash)
    expect(hashOf(JSON.parse(JSON.stringify(linked)))).toBe(hash)
  })
})
