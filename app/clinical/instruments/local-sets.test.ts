import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allBut, answering, anyAnswers, type Written } from '../../../tests/answering.ts'
import { bladderSigns } from './bladder-signs.ts'
import { integration } from './integration.ts'
import { ketamineHistory } from './ketamine-history.ts'
import { orientation } from './orientation.ts'
import { psychosisAndMania } from './psychosis-and-mania.ts'
import { endStep, readyToEnd } from './ready-to-end.ts'
import { suds } from './suds.ts'
import { waking } from './waking.ts'

const Y = 1
const N = 0

describe.each([
  ['psychosis and mania', psychosisAndMania],
  ['ketamine before now', ketamineHistory],
])('the questions about %s', (_what, set) => {
  test('are no when all are no', () => {
    expect(set.score(allBut(set, N))).toMatchObject({ status: 'complete', any: 'not-met', yes: [], open: [] })
  })

  test.each(set.items.map(({ linkId }) => linkId))('%s alone is enough', (linkId) => {
    expect(set.score(allBut(set, N, { [linkId]: Y }))).toMatchObject({ any: 'met', yes: [linkId] })
  })

  test.each(set.items.map(({ linkId }) => linkId))('%s skipped is not a no', (linkId) => {
    const result = set.score(allBut(set, N, { [linkId]: 'skipped' }))
    expect(result).toMatchObject({ status: 'undetermined', any: 'undetermined', open: [linkId] })
  })

  test('a yes stands even where others were skipped', () => {
    const [first] = set.items
    const result = set.score({ ...allBut(set, N), ...{ [first?.linkId ?? '']: Y }, [last(set)]: 'skipped' })
    expect(result).toMatchObject({ status: 'incomplete', any: 'met', open: [last(set)] })
  })

  test('are all looked at when they are answered', () => {
    expect(set.items.every(({ isSafety }) => isSafety)).toBe(true)
  })
})

const last = ({ items }: { items: readonly { linkId: string }[] }) => items.at(-1)?.linkId ?? ''

describe('warning signs of the bladder', () => {
  const score = (written: Written[]) => bladderSigns.score(answering(bladderSigns, written))

  test.each<[string, Written[], string]>([
    ['none', [N, N, N, 0], 'not-met'],
    ['blood, and nothing else', [Y, N, N, 0], 'met'],
    ['pain', [N, Y, N, 0], 'met'],
    ['leaking', [N, N, Y, 0], 'met'],
    ['many times at night is no sign by itself', [N, N, N, 6], 'not-met'],
    ['blood skipped', ['skip', N, N, 0], 'undetermined'],
  ])('%s: %j is %s', (_what, written, any) => {
    expect(score(written).any).toBe(any)
  })

  test('the nights skipped leave the signs settled', () => {
    expect(score([N, N, N, 'skip'])).toMatchObject({
      status: 'incomplete',
      any: 'not-met',
      timesAtNight: undefined,
    })
  })
})

describe('distress, 0 to 10', () => {
  test.each<[Written, string]>([
    [0, 'complete'],
    [10, 'complete'],
    [11, 'incomplete'],
    [-1, 'incomplete'],
    [3.5, 'incomplete'],
    ['skip', 'incomplete'],
  ])('an answer of %s is %s', (written, status) => {
    expect(suds.score(answering(suds, [written])).status).toBe(status)
  })
})

describe('orientation', () => {
  const score = (written: Written[]) => orientation.score(answering(orientation, written))

  test.each<[string, Written[], string, number]>([
    ['all four right', [Y, Y, Y, Y], 'met', 4],
    ['one not right', [Y, N, Y, Y], 'not-met', 3],
    ['does not feel safe enough', [Y, Y, Y, N], 'not-met', 3],
    ['one without an answer', [Y, Y, Y, 'skip'], 'undetermined', 3],
    ['one without an answer, another not right', [Y, N, 'skip', Y], 'not-met', 2],
    ['no answer at all', [], 'undetermined', 0],
  ])('%s: %j', (_what, written, oriented, right) => {
    expect(score(written)).toMatchObject({ oriented, right })
  })

  test('says which were not right', () => {
    expect(score([N, Y, N, Y]).notRight).toEqual(['orientation-name', 'orientation-company'])
  })
})

describe('waking in four words', () => {
  const score = (written: Written[]) => waking.score(answering(waking, written))

  test.each<[Written, string | undefined, string]>([
    [5, 'at-once', 'fine'],
    [4, 'when-spoken-to', 'fine'],
    [3, 'when-called-loudly', 'call-clinician'],
    [2, 'not', 'call-911'],
    ['-', undefined, 'unknown'],
    ['skip', undefined, 'unknown'],
    [1, undefined, 'unknown'],
    [6, undefined, 'unknown'],
  ])('%s is “%s”: %s', (written, word, step) => {
    expect(score([written])).toMatchObject({ word, step })
  })
})

describe('ready to end', () => {
  const limits = { minObservationMinutes: 120, maxObservationMinutes: 240 }
  const yes = (but = {}) => allBut(readyToEnd, Y, but)

  test.each([
    ['all yes at 130 minutes', yes(), 130, 'ready'],
    ['all yes at 75 minutes: too early', yes(), 75, 'not-yet'],
    ['all yes one minute too early', yes(), 119, 'not-yet'],
    ['all yes at the minute', yes(), 120, 'ready'],
    ['all yes, long after', yes(), 300, 'ready'],
    ['not steady on the feet at 180', yes({ 'end-walks': N }), 180, 'not-yet'],
    ['not complete at 239', yes({ 'end-walks': N }), 239, 'not-yet'],
    ['not complete at 240', yes({ 'end-walks': N }), 240, 'escalate'],
    ['not complete at 241', yes({ 'end-calm': N }), 241, 'escalate'],
    ['a question without an answer is not a yes', yes({ 'end-oxygen': 'skipped' }), 130, 'not-yet'],
    ['nothing answered at 240', {}, 240, 'escalate'],
    ['the support person has left', yes({ 'end-company': N }), 130, 'contact'],
    ['the support person has left, and it is late', yes({ 'end-company': N }), 300, 'contact'],
  ] as const)('%s: %s', (_what, answers, minutes, step) => {
    expect(endStep(answers, minutes, limits)).toBe(step)
  })

  test.each([{}, { minObservationMinutes: 120 }, { maxObservationMinutes: 240 }])(
    'nothing closes with %j signed, and being alone still counts',
    (partly) => {
      expect(endStep(yes(), 500, partly)).toBe('unknown')
      expect(endStep(yes({ 'end-company': N }), 10, partly)).toBe('contact')
    },
  )

  test.each(readyToEnd.items.map(({ linkId }) => linkId))('%s has to be a yes', (linkId) => {
    expect(readyToEnd.score(yes({ [linkId]: N }))).toMatchObject({ allYes: 'not-met', notYet: [linkId] })
    expect(readyToEnd.score(yes({ [linkId]: 'skipped' }))).toMatchObject({
      status: 'undetermined',
      allYes: 'undetermined',
      notYet: [linkId],
    })
  })

  test('is ready only when every answer is a yes', () => {
    fc.assert(
      fc.property(anyAnswers(readyToEnd), fc.integer({ min: 0, max: 600 }), (answers, minutes) => {
        if (endStep(answers, minutes, limits) !== 'ready') return
        expect(readyToEnd.items.every(({ linkId }) => answers[linkId] === Y)).toBe(true)
        expect(minutes).toBeGreaterThanOrEqual(120)
      }),
    )
  })
})

describe('the integration minimum', () => {
  const score = (written: Written[]) => integration.score(answering(integration, written))

  test('0 is an answer like any other', () => {
    expect(score([0, N])).toMatchObject({ status: 'complete', change: 0, metTherapist: 'not-met' })
  })

  test('both can be left out', () => {
    expect(score(['skip', 'skip'])).toMatchObject({
      status: 'incomplete',
      change: undefined,
      metTherapist: 'undetermined',
    })
    expect(score([7, Y])).toMatchObject({ change: 7, metTherapist: 'met' })
  })
})
