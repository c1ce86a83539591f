import { describe, expect, test } from 'vitest'
import { SIGNED } from '../../../tests/ordinary-patient.ts'
import { slotOf } from '../instruments/questionnaire-slots.ts'
import { intakeRules } from '../rules/intake/rules.ts'
import { type Intake, intakeFactsOf } from './facts-of.ts'
import { PART_KEYS, QUESTION_PARTS, type QuestionPart } from './parts.ts'
import {
  coveredIn,
  type IntakeScale,
  SCALE_KEYS,
  SCALE_PARTS,
  type ScalePart,
  type ScaleReading,
  type ScalesNow,
  scaleStanding,
  segmentOfScale,
  standInsIn,
} from './scales.ts'

const now = (but: Partial<Omit<ScalesNow, 'inForce'>> & { inForce?: ScalePart[] } = {}): ScalesNow => ({
  parts: {},
  answered: {},
  ...but,
  inForce: new Set(but.inForce ?? []),
})
const ALL = now({ inForce: SCALE_KEYS })

const TAXON = [3, 5, 7, 8, 12, 13, 22, 27]

const NOTHING: Intake = {
  ...{ parts: {}, medicines: undefined, responses: {}, clinician: undefined, bases: [], consentsInForce: [] },
  ...{ ageYears: 40, hasSupportPersonOnRecord: false, today: '2026-06-15' },
}
const facts = ({ parts, ...scales }: ScalesNow, clinician: Intake['clinician'] = undefined) =>
  intakeFactsOf({ ...NOTHING, parts, scales, clinician }, SIGNED)

const given = (part: ScalePart, values: readonly (number | 'skipped' | undefined)[]): ScalesNow => {
  const { items } = SCALE_PARTS[part].instrument
  return now({ answered: { [part]: Object.fromEntries(items.map(({ linkId }, i) => [linkId, values[i]])) } })
}
const all = (part: ScalePart, value: number) =>
  given(
    part,
    SCALE_PARTS[part].instrument.items.map(() => value),
  )

describe('the table', () => {
  test('names slots, shows each part once, and covers only questions there are', () => {
    for (const part of SCALE_KEYS) {
      const { instrument, insteadOf = {} }: IntakeScale = SCALE_PARTS[part]
      expect(slotOf(instrument.code)?.instrument).toBe(instrument)
      expect(PART_KEYS.filter((key) => key === part)).toEqual([part])
      for (const [told, names] of Object.entries(insteadOf)) {
        const asked = QUESTION_PARTS[told as QuestionPart].map(({ name }) => name as string)
        expect(asked).toEqual(expect.arrayContaining([...names]))
      }
    }
  })

  test.each<[ScalePart, number, ScaleReading]>([
    ['year', 2, { total: 6 }],
    ['ten', 1, { total: 9 }], // one of its questions counts the other way round
    ['twelve', 0, { outcome: 'not-met' }],
    ['twelve', 1, { outcome: 'met' }],
    ['often', 30, { mean: 30 }],
    ['lately', 2, { total: 16 }],
    ['patterns', 0, { outcome: 'none' }],
    ['ups', 1, { outcome: 'not-met' }],
    ['eight', 1, { outcome: 'high' }],
    ['rest', 3, { total: 21 }],
    ['four', 3, { total: 12 }],
    ['well', 2, { total: 40 }],
    ['days', 4, { total: 20 }],
    ['also', 0, { outcome: 'none' }],
    ['also', 1, { outcome: 'high' }],
  ])('%s with %d everywhere reads %o', (part, value, reading) => {
    expect(SCALE_PARTS[part].readingOf(all(part, value).answered[part] ?? {})).toEqual(reading)
  })

  test('an estimate, and a scale with a gap, is no reading; a word that hangs on the gap is undetermined', () => {
    for (const part of SCALE_KEYS) {
      const { items } = SCALE_PARTS[part].instrument
      const { answered } = given(part, ['skipped', ...items.slice(1).map(() => 0)])
      const reading = SCALE_PARTS[part].readingOf(answered[part] ?? {})
      const isWord = reading !== undefined && 'outcome' in reading
      expect(reading === undefined || isWord, part).toBe(true)
      expect(SCALE_PARTS[part].readingOf({}) ?? { outcome: 'undetermined' }, part).toEqual({
        outcome: 'undetermined',
      })
    }
  })

  test('a scale about a substance is kept where our questions about it are', () => {
    expect(SCALE_KEYS.filter((part) => segmentOfScale(part) === 'substance-use')).toEqual([
      'year',
      'ten',
      'twelve',
    ])
  })
})

describe('what is asked', () => {
  test('without a text, no scale and every question of ours', () => {
    for (const part of SCALE_KEYS) expect(scaleStanding(part, now())).toBe('not-asked')
    expect([...coveredIn('habits', now())]).toEqual([])
  })

  test('with a text, the scale and not what it covers', () => {
    expect(scaleStanding('year', now({ inForce: ['year'] }))).toBe('asked')
    expect([...coveredIn('habits', now({ inForce: ['year'] }))]).toEqual(['alcohol-days'])
    expect([...coveredIn('support', now({ inForce: ['often', 'lately'] }))]).toEqual(['unreal'])
    expect([...coveredIn('nights', now({ inForce: ['four'] }))]).toEqual(['bladder-pain', 'bladder-night'])
  })

  test('the hard questions about mania stay beside the MDQ, and blood and leaking beside the ICSI', () => {
    expect([...coveredIn('thoughts', ALL)]).toEqual([])
    expect([...coveredIn('nights', ALL)]).not.toContain('bladder-blood')
    expect([...coveredIn('nights', ALL)]).not.toContain('bladder-leak')
  })

  test('the TAPS-1 is not asked beside the DAST-10, which covers it', () => {
    expect(scaleStanding('twelve', now({ inForce: ['twelve'] }))).toBe('asked')
    expect(scaleStanding('twelve', now({ inForce: ['twelve', 'ten'] }))).toBe('not-asked')
    expect(scaleStanding('twelve', { ...all('ten', 0), inForce: new Set(['twelve']) })).toBe('not-asked')
  })

  test.each([0, 5, { declined: 'now' }, { declined: 'for-good' }] as const)(
    'nobody is asked twice: our question was answered with %j before there was a text',
    (answer) => {
      const told = now({ inForce: ['year'], parts: { habits: { 'alcohol-days': answer } } })
      expect(scaleStanding('year', told)).toBe('not-asked')
      expect([...coveredIn('habits', told)]).toEqual([])
      const other = now({ inForce: ['year'], parts: { habits: { drugs: 'never' } } })
      expect(scaleStanding('year', other)).toBe('asked')
    },
  )

  test('what was answered counts when the text is gone, and our question does not come back', () => {
    const gone = all('year', 1)
    expect(scaleStanding('year', gone)).toBe('answered')
    expect([...coveredIn('habits', gone)]).toEqual(['alcohol-days'])
  })

  test('what stands in is known by its part', () => {
    expect(standInsIn('support').map(({ scale }) => scale)).toEqual(['often', 'lately'])
    expect(standInsIn('home')).toEqual([])
  })
})

describe('facts', () => {
  test('not asked is not loaded, asked and not answered is unknown', () => {
    expect(facts(now())).toMatchObject({
      auditCTotal: 'not-loaded',
      desMean: 'not-loaded',
      dssB: 'not-loaded',
    })
    const asked = facts(ALL)
    for (const name of ['auditCTotal', 'dast10Total', 'desMean', 'dssB', 'icsiTotal'] as const)
      expect(asked[name], name).toBeUndefined()
    expect(asked.isBipolarScreenPositive).toBeUndefined()
  })

  test('a scale that has no stand-in is unknown either way', () => {
    for (const standing of [now(), ALL]) {
      expect(facts(standing).itq).toBeUndefined()
      expect(facts(standing).stopBangRisk).toBeUndefined()
    }
  })

  test.each([
    ['year', [1, 1, 1], { auditCTotal: 3 }],
    ['year', [0, undefined, undefined], { auditCTotal: 0 }],
    ['year', [2, 'skipped', 1], { auditCTotal: { from: 3, to: 7 } }],
    ['year', ['skipped', 'skipped', 'skipped'], { auditCTotal: { from: 0, to: 12 } }],
    ['year', [1, 9, 0], { auditCTotal: { from: 1, to: 5 } }],
    ['ten', [0, 0, 1, 0, 0, 0, 0, 0, 0, 0], { dast10Total: 0 }],
    ['ten', [1, 0, 0, 0, 0, 1, 0, 0, 0, 0], { dast10Total: 3 }],
    ['ten', [1, 'skipped', 0, 0, 0, 1, 0, 0, 0, 0], { dast10Total: { from: 3, to: 4 } }],
    ['ten', [0, 0, 'skipped', 0, 0, 0, 0, 0, 0, 0], { dast10Total: { from: 0, to: 1 } }],
    ['four', [1, 1, 1, 0], { icsiTotal: 3 }],
    ['four', [1, 1, 1, 'skipped'], { icsiTotal: { from: 3, to: 8 } }],
  ] as const)('%s answered %j is %j', (part, values, expected) => {
    expect(facts(given(part, values))).toMatchObject(expected)
  })

  test('the DES gives a mean and a taxon, and their ends where it was left half way', () => {
    expect(facts(all('often', 30))).toMatchObject({ desMean: 30, desTaxonMean: 30 })
    const half = facts(given('often', [30, 30, 30]))
    expect([half.desMean, half.desTaxonMean]).toEqual([
      { from: 90 / 28, to: (90 + 2500) / 28 },
      { from: 30 / 8, to: (30 + 700) / 8 },
    ])
  })

  test('the ITQ, the DSS-B and the MDQ are read by their scorers', () => {
    expect(facts(all('patterns', 2)).itq).toMatchObject({ pattern: 'complex-ptsd' })
    expect(facts(all('lately', 1)).dssB).toMatchObject({ status: 'complete', score: { total: 8 } })
    expect(facts(all('ups', 1)).isBipolarScreenPositive).toBe(false)
    const serious = given('ups', [...Array.from({ length: 14 }, () => 1), 3])
    expect(facts(serious).isBipolarScreenPositive).toBe(true)
    expect(facts(given('ups', ['skipped'])).isBipolarScreenPositive).toBeUndefined()
  })

  test('what a clinician recorded of sleep goes before what was answered', () => {
    expect(facts(all('eight', 1)).stopBangRisk).toBe('high')
    expect(facts(all('eight', 1), { stopBangRisk: 'low' }).stopBangRisk).toBe('low')
    expect(facts(given('eight', ['skipped'])).stopBangRisk).toBeUndefined()
  })

  test('the TAPS-1 speaks for both questions on substances and for the one on alcohol', () => {
    const told = facts(given('twelve', [0, 1, 0, 0]))
    expect(told.taps1?.uses).toMatchObject({ alcohol: 'met', drugs: 'not-met', medicines: 'not-met' })
    expect(told.alcoholQuestion?.positive).toBe('met')
    expect(facts(given('twelve', [4, 0, 0, 'skipped'])).alcoholQuestion?.positive).toBe('not-met')
  })
})

describe('the rules judge what was answered, and leave the stand-in alone', () => {
  const { B13: alcohol, B09: dissociation } = intakeRules
  const limits = {
    instruments: {
      auditC: { reviewTotal: 7, adviseTotalMen: 4, adviseTotalOthers: 3 },
      des: { reviewMean: 30, reviewTaxonMean: 30 },
    },
  }
  const withoutTaxon = { instruments: { des: { reviewMean: 30, reviewTaxonMean: 90 } } }
  test.each([
    [[1, 1, 0], 'clear'],
    [[1, 1, 1], 'advise'],
    [[2, 1, 1], 'advise'],
    [[2, 2, 2], 'advise'],
    [[3, 2, 2], 'review'],
    [[3, 3, 2], 'review'],
    [[2, 'skipped', 1], 'unknown'],
  ] as const)('AUDIT-C %j is %s', (values, outcome) => {
    expect(alcohol.judge(facts(given('year', values)), limits).outcome).toBe(outcome)
  })

  test.each([
    [[4, 'skipped', 'skipped'], 'unknown', 'advise'],
    [[4, 2, 'skipped'], 'unknown', 'advise'],
    [[4, 3, 'skipped'], 'review', undefined],
    [[4, 4, 'skipped'], 'review', undefined],
    [['skipped', 4, 4], 'review', undefined],
    [[1, 0, 'skipped'], 'unknown', undefined],
    [['skipped', 'skipped', 'skipped'], 'unknown', undefined],
  ] as const)('AUDIT-C %j with a gap is %s, at least %s', (values, outcome, atLeast) => {
    const judged = alcohol.judge(facts(given('year', values)), limits)
    expect([judged.outcome, judged.atLeast]).toEqual([outcome, atLeast])
  })

  test('what was answered in part says between which ends it lies', () => {
    const judged = alcohol.judge(facts(given('year', [4, 4, 'skipped'])), limits)
    expect(judged.evidence).toMatchObject({ auditCTotal: '8 to 12' })
    const open = alcohol.judge(facts(given('year', [2, 'skipped', 1])), limits)
    expect(open).toMatchObject({ missing: [{ kind: 'fact', name: 'auditCTotal' }] })
  })

  test.each([
    [[1, 1, 1, 1, 1, 0, 0, 0, 0, 'skipped'], 'review'],
    [[1, 1, 0, 0, 0, 0, 0, 0, 0, 'skipped'], 'review'],
    [[1, 0, 0, 0, 0, 0, 0, 0, 0, 'skipped'], 'unknown'],
    [[0, 0, 1, 0, 0, 0, 0, 0, 'skipped', 'skipped'], 'clear'],
    [[0, 0, 'skipped', 0, 0, 0, 0, 0, 'skipped', 'skipped'], 'unknown'],
  ] as const)('DAST-10 %j with a gap is %s', (values, outcome) => {
    const known = {
      ...facts(given('ten', values)),
      hasCurrentDependence: false,
      everOpioidUseDisorder: false,
    }
    const signed = { instruments: { dast10: { reviewTotal: 3 } } }
    expect(intakeRules.B14.judge(known, signed).outcome).toBe(outcome)
  })

  test.each([
    [[5, 5, 5, 'skipped'], 'review'],
    [[3, 3, 2, 'skipped'], 'review'],
    [[3, 3, 1, 'skipped'], 'unknown'],
    [[1, 1, 0, 'skipped'], 'clear'],
    [[1, 1, 1, 'skipped'], 'unknown'],
  ] as const)('ICSI %j with a gap is %s', (values, outcome) => {
    const known = { ...facts(given('four', values)), hasBloodInUrine: false }
    expect(intakeRules.B23.judge(known, { instruments: { icsi: { reviewTotal: 8 } } }).outcome).toBe(outcome)
  })

  /** No item of the taxon is among the last three. */
  const des = (value: number, gaps: number) =>
    given('often', [
      ...Array.from({ length: 28 - gaps }, () => value),
      ...Array.from({ length: gaps }, () => 'skipped' as const),
    ])
  test.each([
    ['high whatever is missing', des(100, 4), 'review'],
    [
      'at the cut whatever is missing',
      given('often', [
        ...Array.from({ length: 14 }, () => 60),
        ...Array.from({ length: 14 }, () => 'skipped' as const),
      ]),
      'review',
    ],
    [
      'its estimate at the cut',
      given('often', [
        20,
        ...Array.from({ length: 25 }, (_, i) => (i === 0 ? 40 : 30)),
        'skipped',
        'skipped',
      ]),
      'review',
    ],
    [
      'its estimate below, and the gap could reach it',
      given('often', [
        0,
        ...Array.from({ length: 24 }, () => 30),
        ...(['skipped', 'skipped', 'skipped'] as const),
      ]),
      'unknown',
    ],
    ['below, whatever is missing', des(10, 3), 'clear'],
    ['left half way', given('often', [10, 10]), 'unknown'],
  ] as const)('DES %s', (_what, answered, outcome) => {
    const found = dissociation.judge(facts(answered), withoutTaxon)
    expect(found.outcome).toBe(outcome)
  })

  test('a taxon with an item missing is high where the others make it so', () => {
    const of = (value: number) =>
      given(
        'often',
        Array.from({ length: 28 }, (_, i) =>
          i === 26 ? ('skipped' as const) : TAXON.includes(i + 1) ? value : 0,
        ),
      )
    const signed = { instruments: { des: { reviewMean: 90, reviewTaxonMean: 35 } } }
    expect(dissociation.judge(facts(of(40)), signed).outcome).toBe('review')
    expect(dissociation.judge(facts(of(30)), signed).outcome).toBe('unknown')
    expect(dissociation.judge(facts(of(20)), signed).outcome).toBe('clear')
  })

  test('both patterns at once block, though the DES has gaps', () => {
    const parts = { ...des(100, 4).answered, ...all('patterns', 4).answered }
    const known = { ...facts(now({ answered: parts })), hasDissociativeDisorder: false }
    expect(intakeRules.B10.judge(known, limits).outcome).toBe('block')
  })

  test.each([
    ['one step below', 20, 'clear'],
    ['at it', 30, 'review'],
    ['one step above', 40, 'review'],
  ])('one answer to the DES moves its mean across the cut: %s', (_where, last, outcome) => {
    const values = Array.from({ length: 28 }, (_, i) => (i === 0 ? last : 30))
    expect(dissociation.judge(facts(given('often', values)), withoutTaxon).outcome).toBe(outcome)
  })
})
