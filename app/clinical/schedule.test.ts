import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, daysFrom } from './calendar-day.ts'
import { type Ask, type AskedBefore, dayKind, nextAsk, putOff, type Span, schedule } from './schedule.ts'

const today = '2026-11-22'
const on = (days: number): Day => addDays(today, days) ?? today
const limits = { questionsOnSessionDay: 12, questionsPerDayInWatch: 5, heavyScalesPerWeek: 1 }
const span = (days: number, sessionDays: number[] = []): Span => ({
  ...{ today, days, watchDays: 14 },
  sessionDays: sessionDays.map(on),
})
const ask = (id: string, questions: number, dueIn = 0, more: Partial<Ask> = {}): Ask => ({
  ...{ id, instrument: id, questions, dueOn: on(dueIn) },
  ...more,
})
const heavy = (id: string, questions = 20, dueIn = 0) => ask(id, questions, dueIn, { isHeavy: true })
const safety = (id: string, questions: number, dueIn = 0) => ask(id, questions, dueIn, { isSafety: true })

/** What is asked on which day after today. */
const planned = (
  asks: Ask[],
  within: Span,
  before: AskedBefore[] = [],
  signed: Parameters<typeof schedule>[2] = limits,
) => schedule(asks, within, signed, before).days.map(({ asks: placed }) => placed.map(({ id }) => id))

describe('a day is', () => {
  test.each([
    [-1, 'ordinary'],
    [0, 'session'],
    [1, 'watch'],
    [14, 'watch'],
    [15, 'ordinary'],
    [20, 'session'],
    [21, 'watch'],
  ])('%d days after the first of two sessions: %s', (days, kind) => {
    expect(dayKind(on(days), [on(0), on(20), 'no day'], 14)).toBe(kind)
  })
})

describe('on a session day', () => {
  test.each([
    [11, true],
    [12, true],
    [13, false],
  ])('%d questions: asked %s', (questions, isAsked) => {
    expect(planned([ask('a', 4), ask('b', questions - 4)], span(1, [0]))[0]).toEqual(
      isAsked ? ['a', 'b'] : ['a'],
    )
  })

  test('what was asked already today counts', () => {
    const before = [{ on: today, questions: 9, isHeavy: false }]
    expect(planned([ask('a', 3), ask('b', 1)], span(1, [0]), before)[0]).toEqual(['a'])
    expect(planned([ask('a', 4)], span(1, [0]), [{ on: today, questions: 9, isHeavy: true }])[0]).toEqual([])
  })

  test('a heavy scale waits, also a short one', () => {
    expect(planned([heavy('h', 8)], span(2, [0]))).toEqual([[], ['h']])
  })
})

describe('on a day of the watch', () => {
  test.each([
    [5, true],
    [6, false],
  ])('%d questions: asked %s', (questions, isAsked) => {
    expect(planned([ask('a', 2), ask('b', questions - 2)], span(1, [-1]))[0]).toEqual(
      isAsked ? ['a', 'b'] : ['a'],
    )
  })

  test('a heavy scale stands beside questions about safety and nothing else', () => {
    expect(planned([safety('s', 5), heavy('h', 20, -2), ask('a', 2)], span(2, [-1]))).toEqual([
      ['s', 'h'],
      ['a'],
    ])
    expect(planned([ask('a', 2, -2), heavy('h')], span(2, [-1]))).toEqual([['a'], ['h']])
  })

  test('a heavy scale and another do not meet on one day, whichever comes first, nor is a safety question kept off', () => {
    expect(planned([heavy('h', 20, -2), ask('a', 2)], span(2, [-1]))).toEqual([['h'], ['a']])
    expect(planned([ask('a', 2, -2), heavy('h')], span(2, [-1]))).toEqual([['a'], ['h']])
    const asked = { on: today, questions: 20, isHeavy: true }
    expect(planned([safety('s', 5)], span(1, [-1]), [asked])[0]).toEqual(['s'])
  })

  test('what was asked earlier today keeps others off it as if it had been planned', () => {
    const asked = { on: today, questions: 2, isHeavy: false }
    expect(planned([ask('a', 2)], span(2, [-1]), [{ ...asked, isHeavy: true }])).toEqual([[], ['a']])
    expect(planned([heavy('h')], span(2, [-1]), [asked])).toEqual([[], ['h']])
    expect(planned([heavy('h')], span(2, [-1]), [{ ...asked, isSafety: true }])).toEqual([['h'], []])
    expect(planned([ask('a', 3)], span(1, [-1]), [asked])[0]).toEqual(['a'])
    expect(planned([ask('a', 4)], span(1, [-1]), [asked])[0]).toEqual([])
  })

  test('what was asked yesterday takes no room today', () => {
    const asked = { on: on(-1), questions: 5, isHeavy: false }
    expect(planned([ask('a', 5)], span(1, [-2]), [asked])[0]).toEqual(['a'])
  })

  test('a scale with more questions than the day has room for counts as heavy there, or it would never have its day', () => {
    expect(
      planned([ask('phq-9', 9), heavy('pcl-5', 20, 1)], span(9, [-1])).flatMap((ids, day) =>
        ids.map((id) => [id, day]),
      ),
    ).toEqual([
      ['phq-9', 0],
      ['pcl-5', 7],
    ])
  })
})

test('on an ordinary day a heavy scale stands beside others', () => {
  expect(planned([heavy('h'), ask('a', 30)], span(1))[0]).toEqual(['a', 'h'])
})

describe('heavy scales', () => {
  test('come so many in any seven days, counting those before', () => {
    const two = [heavy('a'), heavy('b')]
    expect(planned(two, span(8)).map((ids) => ids.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 1])
    const asked = (days: number) => [{ on: on(days), questions: 20, isHeavy: true }]
    expect(planned([heavy('a')], span(1), asked(-6))[0]).toEqual([])
    expect(planned([heavy('a')], span(1), asked(-7))[0]).toEqual(['a'])
    expect(planned(two, span(1), [], { ...limits, heavyScalesPerWeek: 2 })[0]).toEqual(['a', 'b'])
  })

  test('take their turn by how long they have waited', () => {
    expect(planned([heavy('a', 20, -1), heavy('b', 20, -9)], span(8)).flat()).toEqual(['b', 'a'])
  })
})

describe('questions about safety', () => {
  test('come first, and are not put off', () => {
    const asks = [ask('a', 5, -20), { ...safety('s', 5), notBeforeOn: on(9) }]
    expect(planned(asks, span(2, [-1]))).toEqual([['s'], ['a']])
    expect(putOff(safety('s', 5), today, 3)).toBe('safety')
  })

  test('for which there is no room are asked by a person on that day', () => {
    const { days, byAPerson, waiting } = schedule([safety('s', 4), safety('t', 2)], span(2, [-1]), limits)
    expect(days[0]?.asks.map(({ id }) => id)).toEqual(['s'])
    expect(byAPerson.map(({ ask: { id }, on: day }) => [id, day])).toEqual([['t', today]])
    expect(waiting).toEqual([])
  })
})

describe('what waits', () => {
  test('says why and how long', () => {
    const asks = [
      ask('later', 2, 9),
      ask('off', 2, -3, { notBeforeOn: on(5) }),
      heavy('h', 20, -2),
      heavy('i', 20, -1),
    ]
    expect(
      schedule(asks, span(2), limits).waiting.map(({ ask: { id }, why, waitingDays }) => [
        id,
        why,
        waitingDays,
      ]),
    ).toEqual([
      ['off', 'put-off', 3],
      ['i', 'no-room', 1],
      ['later', 'not-due', 0],
    ])
  })

  test.each([
    ['no day it is due', { dueOn: 'soon' }],
    ['no day it is put off to', { notBeforeOn: '2026-02-30' }],
    ['no questions', { questions: 0 }],
    ['half a question', { questions: 0.5 }],
  ])('with %s is shown as it is', (_what, but) => {
    expect(schedule([{ ...ask('a', 2), ...but }], span(3), limits).waiting).toMatchObject([
      { why: 'unreadable' },
    ])
  })

  test('is not due from the day after the last one planned', () => {
    const waiting = (dueIn: number) =>
      schedule([heavy('h', 20, dueIn)], span(2, [0, 1]), limits).waiting.map(({ why }) => why)
    expect([0, 1, 2].map(waiting)).toEqual([['no-room'], ['no-room'], ['not-due']])
  })

  test('those that cannot be read are shown in their order, after the others', () => {
    const unread = (id: string) => ask(id, 0)
    const { waiting } = schedule([unread('c'), unread('a'), ask('z', 1, 9), unread('b')], span(1), limits)
    expect(waiting.map(({ ask: { id } }) => id)).toEqual(['z', 'a', 'b', 'c'])
  })

  test.each(['questionsOnSessionDay', 'questionsPerDayInWatch', 'heavyScalesPerWeek'] as const)(
    'for which there is no room is told from one for which %s was never signed',
    (name) => {
      const { [name]: _, ...others } = limits
      const why = (signed: typeof others) =>
        schedule([heavy('h')], span(1, [0]), signed).waiting.map((one) => one.why)
      expect([why(limits), why(others)]).toEqual([['no-room'], ['not-signed']])
    },
  )

  test('on a day of the calendar’s end only days there are get planned', () => {
    expect(schedule([], { ...span(3), today: '9999-12-31' }, limits).days.map((day) => day.on)).toEqual([
      '9999-12-31',
    ])
  })

  test('without signed limits, where one is needed: nothing is asked by itself', () => {
    expect(schedule([ask('a', 1)], span(1, [0]), {}).waiting).toMatchObject([{ why: 'not-signed' }])
    expect(schedule([ask('a', 1)], span(1, [-1]), {}).waiting).toMatchObject([{ why: 'not-signed' }])
    expect(schedule([heavy('h')], span(1), {}).waiting).toMatchObject([{ why: 'not-signed' }])
    expect(schedule([safety('s', 1)], span(1, [0]), {}).byAPerson).toHaveLength(1)
    expect(planned([ask('a', 1)], span(1), [], {})).toEqual([['a']])
  })
})

describe('putting off', () => {
  test('keeps the place in the line', () => {
    const off = putOff(ask('a', 5, -10), today, 2)
    expect(off).toMatchObject({ notBeforeOn: on(2), dueOn: on(-10) })
    expect(typeof off === 'string' ? off : planned([off, ask('b', 5, 2)], span(4, [-1]))).toEqual([
      [],
      [],
      ['a'],
      ['b'],
    ])
  })

  test.each([0, -1, 0.5, Number.NaN])('by %d days is no later', (days) => {
    expect(putOff(ask('a', 5), today, days)).toBe('not-later')
  })
})

describe('how often', () => {
  const weekly = { instrument: 'pcl-5', questions: 20, isHeavy: true, firstOn: today, everyDays: 7 } as const
  test('the first time on its day, then so many days after it was answered', () => {
    expect(nextAsk(weekly, undefined)).toEqual({ ...heavy('pcl-5'), id: `pcl-5@${today}` })
    expect(nextAsk(weekly, on(3))?.dueOn).toBe(on(10))
  })

  test.each([undefined, 0, -7, Number.NaN])('every %s days is not again', (everyDays) => {
    expect(nextAsk({ ...weekly, everyDays }, undefined)?.dueOn).toBe(today)
    expect(nextAsk({ ...weekly, everyDays }, on(3))).toBeUndefined()
  })
})

describe('whatever is due', () => {
  const anyAsk = fc.record({
    id: fc.uuid(),
    instrument: fc.constant('x'),
    questions: fc.integer({ min: 1, max: 21 }),
    dueOn: fc.integer({ min: -20, max: 20 }).map(on),
    kind: fc.constantFrom('plain', 'heavy', 'safety', 'put-off'),
    off: fc.integer({ min: 1, max: 20 }).map(on),
  })
  const asks = fc.array(anyAsk, { maxLength: 12 }).map((list) =>
    list.map(
      ({ kind, off, ...one }): Ask => ({
        ...one,
        ...(kind === 'heavy' && { isHeavy: true as const }),
        ...(kind === 'safety' && { isSafety: true as const }),
        ...(kind === 'put-off' && { notBeforeOn: off }),
      }),
    ),
  )
  const sessions = fc.array(fc.integer({ min: -14, max: 28 }), { maxLength: 4 })
  const long = 150

  test('the limits are never exceeded', () => {
    fc.assert(
      fc.property(asks, sessions, (list, sessionDays) => {
        const { days } = schedule(list, span(60, sessionDays), limits)
        const count = (some: Ask[]) => some.reduce((sum, { questions }) => sum + questions, 0)
        const isLong = (kind: string) => (one: Ask) =>
          one.isHeavy === true || (kind === 'watch' && !one.isSafety && one.questions > 5)
        for (const { kind, asks: placed } of days) {
          if (kind === 'session') expect(count(placed)).toBeLessThanOrEqual(12)
          if (kind === 'session') expect(placed.some(isLong(kind))).toBe(false)
          if (kind === 'watch')
            expect(count(placed.filter((one) => !isLong(kind)(one)))).toBeLessThanOrEqual(5)
        }
        const heavyDays = days.flatMap(({ on: day, kind, asks: placed }) =>
          placed.filter(isLong(kind)).map(() => day),
        )
        for (const [i, day] of heavyDays.slice(1).entries())
          expect(daysFrom(heavyDays[i] ?? '', day)).toBeGreaterThanOrEqual(7)
      }),
      { numRuns: 1000 },
    )
  })

  test('nothing is forgotten: everything has its day, once, and not before it is due', () => {
    fc.assert(
      fc.property(asks, sessions, (list, sessionDays) => {
        const { days, waiting, byAPerson } = schedule(list, span(long, sessionDays), limits)
        const placed = days.flatMap(({ on: day, asks: some }) => some.map((one) => ({ ask: one, on: day })))
        expect(waiting).toEqual([])
        expect([...placed, ...byAPerson].map(({ ask: { id } }) => id).sort()).toEqual(
          list.map(({ id }) => id).sort(),
        )
        for (const { ask: one, on: day } of placed) {
          expect(day >= one.dueOn).toBe(true)
          if (one.isSafety) expect(day).toBe(one.dueOn > today ? one.dueOn : today)
          else if (one.notBeforeOn) expect(day >= one.notBeforeOn).toBe(true)
        }
        expect(byAPerson.every(({ ask: { isSafety } }) => isSafety)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('nothing disappears from a shorter plan either', () => {
    fc.assert(
      fc.property(asks, sessions, fc.nat(9), (list, sessionDays, days) => {
        const plan = schedule(list, span(days, sessionDays), limits)
        const ids = [
          ...plan.days.flatMap((day) => day.asks),
          ...plan.waiting.map((one) => one.ask),
          ...plan.byAPerson.map((one) => one.ask),
        ]
        expect(ids.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
      }),
    )
  })

  test('the plan is the same in whatever order the asks come, and twice is once', () => {
    fc.assert(
      fc.property(asks, sessions, (list, sessionDays) => {
        const plan = schedule(list, span(30, sessionDays), limits)
        expect(schedule([...list].reverse(), span(30, sessionDays), limits)).toEqual(plan)
        expect(schedule([...list, ...list], span(30, sessionDays), limits)).toEqual(plan)
      }),
    )
  })

  test('through a course of weekly sessions every scale keeps having its turn', () => {
    const weekly = [0, 7, 14, 21, 28, 35, 42, 49]
    const scales = ['pcl-5', 'phq-9', 'gad-7', 'dss-b'].map((id, i) => ask(id, [20, 9, 7, 8][i] ?? 1))
    const answeredOn = planned(scales, span(56, weekly)).flatMap((ids, day) =>
      ids.map((id) => [id, day] as const),
    )
    expect(answeredOn).toEqual([
      ['dss-b', 0],
      ['gad-7', 1],
      ['phq-9', 7],
      ['pcl-5', 8],
    ])
  })
})
