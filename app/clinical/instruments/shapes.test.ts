/** How many questions each instrument has, what they take, and what each of them adds to: read off the pages. */
import { describe, expect, test } from 'vitest'
import { allBut } from '../../../tests/answering.ts'
import { alcoholQuestion } from './alcohol-question.ts'
import { asked } from './answers.ts'
import { bladderSigns } from './bladder-signs.ts'
import { des2 } from './des2.ts'
import { itq } from './itq.ts'
import { ksetOf } from './kset.ts'
import { mdq } from './mdq.ts'
import { orientation } from './orientation.ts'
import { phq9 } from './phq9.ts'
import { readyToEnd } from './ready-to-end.ts'
import { INSTRUMENTS } from './registry.ts'
import { taps1 } from './taps1.ts'
import { waking } from './waking.ts'

/** Code, recall window, and for each run of like questions: how many, from what, to what. */
const SHAPES: [string, string, [number, number, number][]][] = [
  ['pc-ptsd-5', 'past-month', [[6, 0, 1]]],
  ['pcl-5', 'past-month', [[20, 0, 4]]],
  ['pcl-5-week', 'past-week', [[20, 0, 4]]],
  ['itq', 'several', [[18, 0, 4]]],
  ['dss-b', 'past-week', [[8, 0, 4]]],
  ['des-ii', 'typical', [[28, 0, 100]]],
  ['phq-2', 'past-two-weeks', [[2, 0, 3]]],
  ['phq-9', 'past-two-weeks', [[10, 0, 3]]],
  ['gad-2', 'past-two-weeks', [[2, 0, 3]]],
  ['gad-7', 'past-two-weeks', [[7, 0, 3]]],
  ['asq', 'several', [[5, 0, 1]]],
  ['c-ssrs', 'several', [[7, 0, 1]]],
  ['alcohol-question', 'past-year', [[1, 0, 366]]],
  ['audit-c', 'past-year', [[3, 0, 4]]],
  ['taps-1', 'past-year', [[4, 0, 4]]],
  ['dast-10', 'past-year', [[10, 0, 1]]],
  ['ketamine-history', 'lifetime', [[3, 0, 1]]],
  ['psychosis-and-mania', 'several', [[6, 0, 1]]],
  [
    'mdq',
    'lifetime',
    [
      [14, 0, 1],
      [1, 0, 3],
    ],
  ],
  ['isi', 'past-two-weeks', [[7, 0, 4]]],
  ['stop-bang', 'typical', [[8, 0, 1]]],
  ['who-5', 'past-two-weeks', [[5, 0, 5]]],
  ['wsas', 'now', [[5, 0, 8]]],
  ['suds', 'now', [[1, 0, 10]]],
  ['orientation', 'now', [[4, 0, 1]]],
  ['waking', 'now', [[1, 2, 5]]],
  ['ready-to-end', 'now', [[8, 0, 1]]],
  [
    'integration',
    'past-week',
    [
      [1, 0, 10],
      [1, 0, 1],
    ],
  ],
  [
    'bladder-signs',
    'since-last-contact',
    [
      [3, 0, 1],
      [1, 0, 20],
    ],
  ],
  ['icsi', 'past-month', [[4, 0, 5]]],
  ['kset', 'since-last-contact', []],
  ['cadss-6', 'now', [[6, 0, 4]]],
]

describe('every instrument', () => {
  test.each(SHAPES)('%s looks back on %s and asks what its page says', (code, recall, runs) => {
    const instrument = INSTRUMENTS.find((one) => one.code === code)
    expect(instrument?.recall).toBe(recall)
    const expected = runs.flatMap(([count, from, to]) => Array.from({ length: count }, () => [from, to]))
    expect(instrument?.items.map(({ values }) => [values[0], values.at(-1)])).toEqual(expected)
  })

  test('is in this table', () => {
    expect(SHAPES.map(([code]) => code).toSorted()).toEqual(INSTRUMENTS.map(({ code }) => code).toSorted())
  })

  test('has every safety question marked, and no other', () => {
    const marked = INSTRUMENTS.flatMap(({ code, items }) => {
      const count = items.filter(({ isSafety }) => isSafety).length
      return count === 0 ? [] : [[code, count]]
    })
    expect(Object.fromEntries(marked)).toEqual({
      'phq-9': 1,
      asq: 5,
      'c-ssrs': 7,
      'ketamine-history': 3,
      'psychosis-and-mania': 6,
      orientation: 4,
      waking: 1,
      'ready-to-end': 8,
      'bladder-signs': 3,
    })
  })
})

describe('what each question adds to', () => {
  test.each(itq.items.map(({ linkId }) => linkId))('ITQ: %s', (linkId) => {
    const isSymptom = !/0[789]$/.test(linkId)
    expect(itq.score(allBut(itq, 0, { [linkId]: 3 }))).toMatchObject({
      score: {
        ptsd: isSymptom && linkId.startsWith('itq-p') ? 3 : 0,
        selfOrganisation: isSymptom && linkId.startsWith('itq-c') ? 3 : 0,
      },
    })
  })

  test.each<[number, ('taxon' | 'amnesia' | 'absorption' | 'depersonalisation')[]]>([
    [1, []],
    [2, ['absorption']],
    [3, ['taxon', 'amnesia']],
    [4, ['amnesia']],
    [5, ['taxon', 'amnesia']],
    [6, []],
    [7, ['taxon', 'depersonalisation']],
    [8, ['taxon', 'amnesia']],
    [9, []],
    [10, []],
    [11, ['depersonalisation']],
    [12, ['taxon', 'depersonalisation']],
    [13, ['taxon', 'depersonalisation']],
    [14, ['absorption']],
    [15, ['absorption']],
    [16, []],
    [17, ['absorption']],
    [18, ['absorption']],
    [19, []],
    [20, ['absorption']],
    [21, []],
    [22, ['taxon']],
    [23, []],
    [24, []],
    [25, ['amnesia']],
    [26, ['amnesia']],
    [27, ['taxon', 'depersonalisation']],
    [28, ['depersonalisation']],
  ])('DES-II: item %i to %j, and to the mean', (number, parts) => {
    const linkId = `des2-${String(number).padStart(2, '0')}`
    const result = des2.score(allBut(des2, 0, { [linkId]: 100 }))
    const counted = (['taxon', 'amnesia', 'absorption', 'depersonalisation'] as const).filter(
      (part) => (result[part] ?? 0) > 0,
    )
    expect(counted.toSorted()).toEqual(parts.toSorted())
    expect(result.bounds.from).toBeCloseTo(100 / 28)
  })
})

describe('PHQ-9 asks about function', () => {
  const rated = phq9.items.slice(0, 9).map(({ linkId }) => linkId)
  const isAsked = (answers: Record<string, number | 'skipped'>) =>
    asked(phq9.items, answers).some(({ linkId }) => linkId === 'phq9-10')

  test.each(rated)('when %s was any problem at all', (linkId) => {
    expect([0, 1, 2, 3].map((value) => isAsked({ [linkId]: value }))).toEqual([false, true, true, true])
  })

  test('and not when none was checked', () => {
    expect(isAsked(Object.fromEntries(rated.map((linkId) => [linkId, 0])))).toBe(false)
    expect(isAsked({ 'phq9-01': 'skipped' })).toBe(false)
  })
})

describe('an answer missing from a questionnaire that decides', () => {
  const blood = ksetOf([{ name: 'blood', isLookedAtFromMild: true }, { name: 'nausea' }])
  test.each<[string, () => { status: string }, string]>([
    ['a settled TAPS-1', () => taps1.score({ 'taps1-tobacco': 1 }), 'incomplete'],
    ['an open TAPS-1', () => taps1.score({ 'taps1-tobacco': 0 }), 'undetermined'],
    ['a settled orientation', () => orientation.score({ 'orientation-name': 0 }), 'incomplete'],
    ['an open orientation', () => orientation.score({ 'orientation-name': 1 }), 'undetermined'],
    ['the alcohol question', () => alcoholQuestion.score({}), 'undetermined'],
    ['waking', () => waking.score({}), 'undetermined'],
    ['settled bladder signs', () => bladderSigns.score({ 'bladder-blood': 1 }), 'incomplete'],
    ['open bladder signs', () => bladderSigns.score({ 'bladder-blood': 0 }), 'undetermined'],
    ['a settled list at the end', () => readyToEnd.score({ 'end-awake': 0 }), 'incomplete'],
    ['an open list at the end', () => readyToEnd.score({ 'end-awake': 1 }), 'undetermined'],
    ['a settled MDQ', () => mdq.score({ ...allBut(mdq, 0), 'mdq-13': 'skipped' }), 'incomplete'],
    ['an open MDQ', () => mdq.score({ 'mdq-01': 0 }), 'undetermined'],
    ['a settled KSET', () => blood.score({ 'kset-blood': 1 }), 'incomplete'],
    ['an open KSET', () => blood.score({ 'kset-blood': 0 }), 'undetermined'],
  ])('%s is %s', (_what, score, expected) => {
    expect(score().status).toBe(expected)
  })
})

test('the KSET without a text is undetermined and lacks nothing by name', () => {
  expect(ksetOf([]).score({})).toEqual({
    ...{ needsReview: 'undetermined', toReview: [], status: 'undetermined' },
    ...{ skipped: [], notReached: [], invalid: [] },
  })
})

test('the KSET with a text is still the KSET', () => {
  const { items, score, ...about } = ksetOf([{ name: 'nausea' }])
  expect([items.length, score({ 'kset-nausea': 0 }).status]).toEqual([1, 'complete'])
  expect(about).toEqual({
    ...{ code: 'kset', version: '1.0.0', recall: 'since-last-contact', source: 'docs/clinical/kset.md' },
  })
})

test('who stands by is told apart from nobody, and from not having been asked', () => {
  expect([0, 1, undefined].map((company) => readyToEnd.score({ 'end-company': company }).isAlone)).toEqual([
    ...['met', 'not-met', 'undetermined'],
  ])
})
