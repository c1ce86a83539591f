import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ORDINARY_COURSE, ORDINARY_INTAKE, SIGNED } from '../../../tests/ordinary-patient.ts'
import { ORDINARY_DAY, SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import type { Limits } from '../protocol.ts'
import { courseRules } from '../rules/course/rules.ts'
import { dayOfRules } from '../rules/day-of/rules.ts'
import { intakeRules } from '../rules/intake/rules.ts'
import { type Finding, findings } from '../rules/rule.ts'
import { courseMedicineFacts, dayOfMedicineFacts, intakeMedicineFacts } from './medicine-facts.ts'
import { type ListedMedicine, MEDICINE_KINDS, type MedicineList, NONE_OF_THESE } from './medicine-list.ts'
import { NAMED_MEDICINES } from './table.ts'

const TODAY = '2026-11-22'
const listOf = (...medicines: readonly (string | ListedMedicine)[]): MedicineList => ({
  asked: MEDICINE_KINDS,
  medicines: medicines.map((one) => (typeof one === 'string' ? { text: one, taking: 'taking' } : one)),
})
const intake = (...medicines: readonly (string | ListedMedicine)[]) =>
  intakeMedicineFacts(listOf(...medicines), TODAY, SIGNED)

const INTAKE_RULES = [intakeRules.B18, intakeRules.B19, intakeRules.B20, intakeRules.B22]
const found = (list: MedicineList | undefined, limits = SIGNED) =>
  findings(
    INTAKE_RULES,
    { ...ORDINARY_INTAKE, stopBangRisk: 'high' as const, ...everyFact(list, limits) },
    limits,
  )
/** A fact that is not known must be said to be so, or the ordinary patient's own would stand in. */
const everyFact = (list: MedicineList | undefined, limits = SIGNED) => ({
  medicineClasses: undefined,
  substanceClasses: undefined,
  unmatchedMedicines: undefined,
  ...intakeMedicineFacts(list, TODAY, limits),
})

describe('facts of intake', () => {
  test.each<[string, readonly (string | ListedMedicine)[], object]>([
    ['nobody takes anything', [], { medicineClasses: [], substanceClasses: [], unmatchedMedicines: 0 }],
    [
      'a combination has the classes of all that is inside',
      ['Contrave 8/90 mg'],
      { medicineClasses: ['naltrexone', 'antidepressant'], unmatchedMedicines: 0 },
    ],
    ['a slip takes no class and is counted', ['prazosine'], { medicineClasses: [], unmatchedMedicines: 1 }],
    [
      'a picked choice is taken',
      [{ text: 'prazosine 2mg', taking: 'taking', picked: [{ part: 'prazosine', as: 'prazosin' }] }],
      { medicineClasses: ['alpha-blocker-or-agonist'], unmatchedMedicines: 0 },
    ],
    [
      '"none of these" leaves it to the prescriber',
      [{ text: 'prazosine 2mg', taking: 'taking', picked: [{ part: 'prazosine', as: NONE_OF_THESE }] }],
      { medicineClasses: [], unmatchedMedicines: 1 },
    ],
    [
      'a pick that was not offered settles nothing',
      [{ text: 'prazosine 2mg', taking: 'taking', picked: [{ part: 'prazosine', as: 'lithium' }] }],
      { medicineClasses: [], unmatchedMedicines: 1 },
    ],
    [
      'a name of which nothing is written is counted',
      ['Tylenol'],
      { medicineClasses: [], unmatchedMedicines: 1 },
    ],
    [
      'such a name is counted beside another too',
      ['Zoloft and Tylenol'],
      { medicineClasses: ['antidepressant'], unmatchedMedicines: 1 },
    ],
    [
      'what is inside a combination and has no class is not',
      ['Percocet'],
      { medicineClasses: ['opioid-full-agonist'], unmatchedMedicines: 0 },
    ],
    [
      'a substance is kept apart',
      ['cannabis', 'Xanax'],
      { medicineClasses: ['benzodiazepine'], substanceClasses: ['cannabis'], unmatchedMedicines: 0 },
    ],
    [
      'what nobody said is taken counts',
      [{ text: 'Nardil' }],
      { medicineClasses: ['maoi'], unmatchedMedicines: 0 },
    ],
    [
      'stopped with no wash-out signed, it counts',
      [{ text: 'Xanax', taking: { stoppedOn: '2020-01-01' } }],
      { medicineClasses: ['benzodiazepine'] },
    ],
    [
      'a line stopped long ago that nobody can read is still looked at',
      [{ text: 'blorbium', taking: { stoppedOn: '2020-01-01' } }],
      { unmatchedMedicines: 1 },
    ],
    [
      'stopped on one line and taken on another, it is taken',
      [{ text: 'Xanax', taking: { stoppedOn: '2020-01-01' } }, 'alprazolam'],
      { medicineClasses: ['benzodiazepine'] },
    ],
  ])('%s', (_what, medicines, facts) => {
    expect(intake(...medicines)).toMatchObject(facts)
  })

  test('without a list nothing is known', () => {
    expect(intakeMedicineFacts(undefined, TODAY, SIGNED)).toEqual({})
    expect(found(undefined).map(({ isUnknown, severity }) => [isUnknown, severity])).toEqual([
      [true, 'review'],
      [true, 'review'],
    ])
  })

  test.each(MEDICINE_KINDS)('a list that was not asked about "%s" is never clear', (kind) => {
    const asked = MEDICINE_KINDS.filter((one) => one !== kind)
    const facts = intakeMedicineFacts({ asked, medicines: [] }, TODAY, SIGNED)
    expect(facts.unmatchedMedicines).toBeUndefined()
    expect(found({ asked, medicines: [] }).flatMap(({ rules }) => rules.map(({ id }) => id))).toContain('B19')
  })

  test('with a signed wash-out a class goes the day after its last day', () => {
    const limits = { medicines: { classes: [{ class: 'maoi', action: 'block', washOutDays: 14 }] } } as const
    const list = listOf({ text: 'Nardil', taking: { stoppedOn: '2026-11-01' } })
    expect(intakeMedicineFacts(list, '2026-11-15', limits).medicineClasses).toEqual(['maoi'])
    expect(intakeMedicineFacts(list, '2026-11-16', limits).medicineClasses).toEqual([])
  })
})

describe('the rules of intake read them as they are', () => {
  const severities = (...medicines: readonly (string | ListedMedicine)[]) =>
    Object.fromEntries(found(listOf(...medicines)).map(({ ruleId, severity }) => [ruleId, severity]))

  test.each<[string, object]>([
    ['Theo-24 300 mg', { B18: 'block' }],
    ['Xanax', { B19: 'review', B22: 'block' }],
    ['prazosin', { B19: 'review', B20: 'review' }],
    ['blorbium', { B19: 'review' }],
    ['prazosine', { B19: 'review' }],
    ['Zoloft', {}],
    ['lithium', { B18: 'review' }],
    ['beer', { B18: 'review' }],
  ])('%s', (text, expected) => {
    const { B22, ...others } = severities(text)
    const { B22: _apnea, ...rest } = expected as Record<string, string>
    expect(others).toEqual(rest)
    expect(B22).toBe(_apnea ?? 'review')
  })

  test('a stimulant nobody prescribed can be blocked, and its finding does not name it', () => {
    const limits = {
      medicines: { classes: [{ class: 'stimulant-not-prescribed', action: 'block' }] },
    } as const
    const [blocked] = found(listOf('cocaine'), limits)
    expect(blocked).toMatchObject({ ruleId: 'B18', severity: 'block', isUnknown: false })
    expect(JSON.stringify(blocked)).not.toMatch(/cocaine|not-prescribed/)
  })
})

describe('facts of a session day', () => {
  const day = (before: MedicineList | undefined, now: MedicineList | undefined) =>
    dayOfMedicineFacts(before, now, TODAY, SESSION_SIGNED)
  const outcome = (before: MedicineList | undefined, now: MedicineList | undefined) =>
    dayOfRules.C08.judge(
      {
        ...ORDINARY_DAY,
        newMedicineClasses: undefined,
        newSubstanceClasses: undefined,
        newUnmatchedMedicines: undefined,
        ...day(before, now),
      },
      SESSION_SIGNED,
    ).outcome

  test.each<[string, MedicineList | undefined, MedicineList | undefined, string]>([
    ['the same list', listOf('Zoloft', 'blorbium'), listOf('blorbium', 'Zoloft'), 'clear'],
    ['the same in other words', listOf('Zoloft'), listOf('sertraline 50mg'), 'clear'],
    ['a second of a class', listOf('Zoloft'), listOf('Zoloft', 'Celexa'), 'review'],
    ['one the protocol blocks', listOf(), listOf('theophylline'), 'block'],
    ['one nobody can read', listOf(), listOf('blorbium'), 'review'],
    [
      'begun again',
      listOf({ text: 'Xanax', taking: { stoppedOn: '2026-01-01' } }),
      listOf('Xanax'),
      'review',
    ],
    ['perhaps taken', listOf(), listOf({ text: 'Zoloft' }), 'review'],
    ['taken before, and now nobody says', listOf('Zoloft'), listOf({ text: 'Zoloft' }), 'clear'],
    ['cannabis', listOf(), listOf('cannabis'), 'unknown'],
    ['no list before', undefined, listOf('Zoloft'), 'unknown'],
    ['no list today', listOf(), undefined, 'unknown'],
    ['a list not asked in full', listOf(), { asked: ['prescribed'], medicines: [] }, 'unknown'],
  ])('%s is %s', (_what, before, now, expected) => {
    expect(outcome(before, now)).toBe(expected)
  })

  test.each<[string, MedicineList | undefined, boolean | undefined]>([
    ['taken', listOf('prazosin'), true],
    ['not listed', listOf('Zoloft'), false],
    ['perhaps meant', listOf('prazosine'), undefined],
    [
      'not meant, so still unread',
      listOf({ text: 'prazosine', taking: 'taking', picked: [{ part: 'prazosine', as: NONE_OF_THESE }] }),
      undefined,
    ],
    ['perhaps taken', listOf({ text: 'clonidine' }), true],
    ['not asked about', { asked: ['prescribed'], medicines: [] }, undefined],
    ['without a list', undefined, undefined],
  ])('an alpha medicine %s', (_what, now, takes) => {
    expect(day(listOf(), now).takesAlphaMedicine).toBe(takes)
  })
})

test.each(['jugo de toronja', 'toronja', 'zumo de pomelo', 'grapefruit'])(
  '%s is grapefruit, and blocks where that is signed',
  (text) => {
    const limits: Limits = { ...SIGNED, medicines: { classes: [{ class: 'grapefruit', action: 'block' }] } }
    const facts = { ...ORDINARY_INTAKE, ...everyFact(listOf(text), limits) }
    expect(facts).toMatchObject({ medicineClasses: ['grapefruit'], unmatchedMedicines: 0 })
    expect(intakeRules.B18.judge(facts, limits).outcome).toBe('block')
  },
)

describe('a medicine for the blood pressure or against nightmares', () => {
  const takes = (...medicines: readonly (string | ListedMedicine)[]) =>
    dayOfMedicineFacts(undefined, listOf(...medicines), TODAY, SESSION_SIGNED)

  test('is known from the first list, when nothing can be new yet', () => {
    expect(takes('sertraline', 'prazosin')).toEqual({ takesAlphaMedicine: true })
    expect(takes('sertraline')).toEqual({ takesAlphaMedicine: false })
  })

  test.each([
    ...['BP pill', 'blood pressure pill', 'my nightmare medicine', 'pill for nightmares', 'pastilla', ''],
    ...['zolofft', 'prasosin', 'clorpress', 'Zoloft and a water pill'],
  ])('is open while %j is not read: it may be one', (text) => {
    expect(takes('sertraline', text).takesAlphaMedicine).toBeUndefined()
    expect(takes(text, 'prazosin').takesAlphaMedicine).toBe(true)
  })

  test('is not open by a name of which nothing is written, nor by a text the person has settled', () => {
    expect(takes('metformin').takesAlphaMedicine).toBe(false)
    const settled = { text: 'zolofft', picked: [{ part: 'zolofft', as: 'Zoloft' }] }
    expect(takes(settled).takesAlphaMedicine).toBe(false)
    expect(takes().takesAlphaMedicine).toBe(false)
  })
})

describe('what was begun or stopped in a course', () => {
  const outcome = (before: MedicineList | undefined, now: MedicineList | undefined) =>
    courseRules.F17.judge(
      {
        ...ORDINARY_COURSE,
        startedMedicineClasses: undefined,
        stoppedMedicineClasses: undefined,
        ...courseMedicineFacts(before, now),
      },
      SIGNED,
    ).outcome
  const stopped = (text: string): ListedMedicine => ({ text, taking: { stoppedOn: '2026-11-01' } })

  test.each<[string, MedicineList | undefined, MedicineList | undefined, string]>([
    ['nothing', listOf('rifampin'), listOf('Rifadin'), 'clear'],
    ['an inducer begun', listOf(), listOf('rifampin'), 'review'],
    ['an inducer stopped', listOf('rifampin'), listOf(stopped('rifampin')), 'review'],
    ['an inducer gone from the list', listOf('rifampin'), listOf(), 'review'],
    ['heard of once stopped', listOf(), listOf(stopped('rifampin')), 'review'],
    ['stopped before and after', listOf(stopped('rifampin')), listOf(stopped('rifampin')), 'clear'],
    ['a second inducer', listOf('rifampin'), listOf('rifampin', 'Tegretol'), 'review'],
    ['fluoxetine begun', listOf(), listOf('Prozac'), 'review'],
    ['grapefruit', listOf(), listOf('grapefruit juice'), 'review'],
    ['lithium begun', listOf(), listOf('lithium'), 'clear'],
    ['on a second line, long stopped', listOf('rifampin'), listOf(stopped('Rifadin'), 'rifampin'), 'clear'],
    ['the same line nobody can read', listOf('blorbium'), listOf('Blorbium'), 'clear'],
    ['a line gone that nobody could read', listOf('blorbium'), listOf(), 'unknown'],
    ['a list before not asked in full', { asked: [], medicines: [] }, listOf(), 'unknown'],
    ['something nobody can read', listOf(), listOf('blorbium'), 'unknown'],
    ['nobody can read it, and it stopped', listOf('blorbium'), listOf(stopped('blorbium')), 'unknown'],
    ['an inducer, and something nobody can read', listOf(), listOf('rifampin', 'blorbium'), 'review'],
    ['nobody says whether it goes on', listOf('rifampin'), listOf({ text: 'rifampin' }), 'review'],
    ['another line nobody can read', listOf('blor bium'), listOf('blorbium'), 'unknown'],
    ['no list before', undefined, listOf(), 'unknown'],
    ['no list now', listOf(), undefined, 'unknown'],
    ['not asked in full', listOf(), { asked: [], medicines: [] }, 'unknown'],
  ])('%s', (_what, before, now, expected) => {
    expect(outcome(before, now)).toBe(expected)
  })

  test.each([undefined, 'not-known'] as const)(
    'perhaps taken (%s) may have begun, and has not stopped',
    (taking) => {
      const now = listOf({ text: 'rifampin', ...(taking && { taking }) })
      expect(courseMedicineFacts(listOf(), now)).toEqual({
        ...{ startedMedicineClasses: ['enzyme-inducer'], stoppedMedicineClasses: [] },
      })
    },
  )
})

describe('any list', () => {
  const medicine: fc.Arbitrary<ListedMedicine> = fc.record(
    {
      text: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...NAMED_MEDICINES.map(({ name }) => name)) },
        { weight: 1, arbitrary: fc.constantFrom('prazosine', 'sertralene', 'blorbium', '', 'not Xanax') },
      ),
      taking: fc.oneof(
        fc.constantFrom('taking' as const, 'not-known' as const),
        fc.record({ stoppedOn: fc.constantFrom('not-known', '2026-11-20', '2026-10-01', '2030-01-01', 'x') }),
      ),
      picked: fc.constantFrom(
        [{ part: 'prazosine', as: 'prazosin' }],
        [{ part: 'prazosine', as: NONE_OF_THESE }],
      ),
    },
    { requiredKeys: ['text'] },
  )
  const list: fc.Arbitrary<MedicineList> = fc.record({
    asked: fc.subarray([...MEDICINE_KINDS]),
    medicines: fc.array(medicine, { maxLength: 5 }),
  })
  const limits = fc
    .subarray(['maoi', 'benzodiazepine', 'theophylline', 'antidepressant', 'cannabis', 'stimulant'] as const)
    .chain((classes) =>
      fc.tuple(
        ...classes.map((one) =>
          fc.record({
            class: fc.constant(one),
            action: fc.constantFrom('block' as const, 'review' as const, 'inform' as const),
            washOutDays: fc.constantFrom(undefined, 0, 14, 60),
          }),
        ),
      ),
    )
    .map((classes) => ({ ...SIGNED, medicines: { classes: classes.map(withoutUndefined) } }))

  const withoutUndefined = <Entry extends { washOutDays?: number | undefined }>({
    washOutDays,
    ...entry
  }: Entry) => (washOutDays === undefined ? entry : { ...entry, washOutDays })

  const rulesIn = (all: readonly Finding[]) => all.flatMap(({ rules }) => rules.map(({ id }) => id)).sort()

  test('with a medicine more has every finding it had', () => {
    fc.assert(
      fc.property(list, medicine, limits, (before, more, signed) => {
        const after = { ...before, medicines: [...before.medicines, more] }
        expect(rulesIn(found(after, signed))).toEqual(expect.arrayContaining(rulesIn(found(before, signed))))
        const [was, is] = [everyFact(before, signed), everyFact(after, signed)]
        expect(is.medicineClasses).toEqual(expect.arrayContaining([...(was.medicineClasses ?? [])]))
        expect(is.substanceClasses).toEqual(expect.arrayContaining([...(was.substanceClasses ?? [])]))
      }),
    )
  })

  test('says the same in any order', () => {
    fc.assert(
      fc.property(
        list.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.medicines], { minLength: one.medicines.length }),
          ),
        ),
        ([one, shuffled]) => {
          const other = { ...one, medicines: shuffled }
          expect(everyFact(other)).toEqual(everyFact(one))
          expect(courseMedicineFacts(listOf(), other)).toEqual(courseMedicineFacts(listOf(), one))
          expect(dayOfMedicineFacts(listOf(), other, TODAY, SIGNED)).toEqual(
            dayOfMedicineFacts(listOf(), one, TODAY, SIGNED),
          )
        },
      ),
    )
  })

  test('whatever is written on a line, it is a class or somebody looks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { medicineClasses = [], substanceClasses = [], unmatchedMedicines = 0 } = intake(text)
        expect(medicineClasses.length + substanceClasses.length + unmatchedMedicines).toBeGreaterThan(0)
      }),
    )
  })
})
