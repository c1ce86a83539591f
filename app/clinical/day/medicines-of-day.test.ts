import { describe, expect, test } from 'vitest'
import type { DayOfFacts, HeldMedicine } from '../facts/day-of.ts'
import type { Told } from '../intake/question.ts'
import { type ListedMedicine, MEDICINE_KINDS, type MedicineList } from '../medicines/medicine-list.ts'
import type { Limits } from '../protocol.ts'
import { alphaByList, heldLines, medicinesOfDay, withTold } from './medicines-of-day.ts'

const TODAY = '2026-11-22'
/** Every number is invented. */
const SIGNED: Limits = {
  medicines: {
    classes: [
      { class: 'opioid-full-agonist', action: 'block', holdHours: 24, washOutDays: 7 },
      { class: 'stimulant', action: 'review', holdHours: 12, washOutDays: 0 },
      { class: 'antidepressant', action: 'inform', holdHours: 0, washOutDays: 0 },
      { class: 'lithium', action: 'inform', washOutDays: 0 },
      { class: 'alpha-blocker-or-agonist', action: 'review', holdHours: 0, washOutDays: 2 },
      { class: 'enzyme-inducer', action: 'review', holdHours: 0, washOutDays: 28 },
      { class: 'stimulant-not-prescribed', action: 'block', holdHours: 72, washOutDays: 7 },
      { class: 'cannabis', action: 'review', holdHours: 48, washOutDays: 0 },
    ],
  },
}
const listOf = (...lines: readonly (string | ListedMedicine)[]): MedicineList => ({
  asked: MEDICINE_KINDS,
  medicines: lines.map((line) => (typeof line === 'string' ? { text: line, taking: 'taking' } : line)),
})
const GONE = (stoppedOn: string): ListedMedicine => ({ text: 'prazosin', taking: { stoppedOn } })
const facts = (recorded: MedicineList | undefined, told: Told, limits = SIGNED) =>
  medicinesOfDay(recorded, told, TODAY, limits)

describe('started or stopped', () => {
  const CHANGE = [
    ...(['newMedicineClasses', 'newSubstanceClasses', 'newUnmatchedMedicines'] as const),
    ...(['startedMedicineClasses', 'stoppedMedicineClasses'] as const),
  ]
  const change = (recorded: MedicineList | undefined, told: Told) => {
    const all = facts(recorded, told)
    return CHANGE.map((name) => all[name])
  }
  const started = (newMedicineName?: string): Told => ({ medicineChange: ['started'], newMedicineName })
  const stopped = (stoppedMedicineName?: string): Told => ({
    medicineChange: ['stopped'],
    stoppedMedicineName,
  })

  test.each<[string, Told, unknown[]]>([
    ['is unknown where nobody said', {}, [undefined, undefined, undefined, undefined, undefined]],
    [
      'is unknown where somebody would rather not say',
      { medicineChange: { declined: 'now' } },
      [undefined, undefined, undefined, undefined, undefined],
    ],
    ['is none after a no', { medicineChange: [] }, [[], [], 0, [], []]],
    ['is read by its classes', started(' prazosin '), [A, [], 0, A, []]],
    [
      'is read though nothing was ticked',
      { medicineChange: [], newMedicineName: 'prazosin' },
      [A, [], 0, A, []],
    ],
    ['of substances stands apart', started('cannabis'), [[], ['cannabis'], 0, [], []]],
    ['without a name may have been anything', started(), [[], [], 1, undefined, []]],
    ['a stop without a name, too', stopped('  '), [[], [], 1, [], undefined]],
    ['that nobody understands, too', started('blorbix'), [[], [], 1, undefined, []]],
    ['partly understood, too', started('prazosin and blorbix'), [A, [], 1, undefined, []]],
  ])('%s', (_what, told, expected) => {
    expect(change(listOf('sertraline'), told)).toEqual(expected)
    expect(change(undefined, told)).toEqual(expected)
  })

  test.each<[string, MedicineList | undefined, string, unknown]>([
    ['on the list', listOf('rifampin'), 'Rifadin', ['enzyme-inducer']],
    ['on no list', undefined, 'rifampin', ['enzyme-inducer']],
    [
      'stopped before and after',
      listOf({ text: 'rifampin', taking: { stoppedOn: '2026-11-01' } }),
      'rifampin',
      [],
    ],
    ['one nobody can read', listOf('blorbium'), 'blorbium', undefined],
    ['beside one nobody can read', listOf('rifampin'), 'rifampin and blorbium', ['enzyme-inducer']],
  ])('an inducer that was stopped, %s, is one', (_what, recorded, name, expected) => {
    expect(facts(recorded, stopped(name)).stoppedMedicineClasses).toEqual(expected)
  })

  test('one for another is both', () => {
    const told = {
      ...{ medicineChange: ['started', 'stopped'], newMedicineName: 'carbamazepine' },
      stoppedMedicineName: 'rifampin',
    }
    expect(facts(listOf('rifampin'), told)).toMatchObject({
      ...{ startedMedicineClasses: ['enzyme-inducer'], stoppedMedicineClasses: ['enzyme-inducer'] },
    })
  })
})
const A = ['alpha-blocker-or-agonist']

describe('an alpha medicine', () => {
  test.each<[string, MedicineList | undefined, Told, boolean | undefined]>([
    ['on the list is a yes, whatever is said', listOf('Minipress'), { alpha: 'no' }, true],
    ['by another name, too', listOf('tizanidine'), { alpha: 'no' }, true],
    ['said is a yes', listOf('sertraline'), { alpha: 'yes' }, true],
    ['begun today is a yes', listOf('sertraline'), { newMedicineName: 'Cardura' }, true],
    ['stopped today still counts', listOf('prazosin'), { stoppedMedicineName: 'prazosin' }, true],
    ['perhaps, begun today without a name', listOf('sertraline'), { medicineChange: ['started'] }, undefined],
    [
      'not, as it was said, begun without a name',
      listOf('sertraline'),
      { medicineChange: ['started'], alpha: 'no' },
      false,
    ],
    [
      'not, with another begun',
      listOf('sertraline'),
      { medicineChange: ['started'], newMedicineName: 'lithium' },
      false,
    ],
    ['not, with nothing begun', listOf('sertraline'), { medicineChange: [] }, false],
    ['perhaps, begun and read by nobody', listOf('sertraline'), { newMedicineName: 'BP pill' }, undefined],
    ['that stopped long ago does not', listOf(GONE('2026-11-19')), {}, false],
    ['that stopped within its days does', listOf(GONE('2026-11-20')), {}, true],
    ['that a whole list does not name is a no', listOf('sertraline'), {}, false],
    ['that may be meant is open', listOf('prazosine'), {}, undefined],
    ['without a list is what is said', undefined, { alpha: 'no' }, false],
    ['without either is open', undefined, {}, undefined],
  ])('%s', (_what, recorded, told, expected) => {
    expect(facts(recorded, told).takesAlphaMedicine).toBe(expected)
  })

  test('the list alone says whether it has to be asked', () => {
    const byList = (recorded: MedicineList | undefined) => alphaByList(recorded, TODAY, SIGNED)
    expect([listOf('prazosin'), listOf('lithium'), listOf('prazosine'), undefined].map(byList)).toEqual([
      ...[true, false, undefined, undefined],
    ])
  })
})

describe('hours since the last one', () => {
  const held = (recorded: MedicineList | undefined, told: Told = {}): DayOfFacts['heldMedicines'] =>
    facts(recorded, told).heldMedicines
  const one = (of: HeldMedicine['class'], hoursAgo?: number) => ({ class: of, hoursAgo })

  test('are asked of what has signed hours and still counts, each line once', () => {
    const asked = (...lines: readonly (string | ListedMedicine)[]) =>
      heldLines(listOf(...lines), TODAY, SIGNED).map(({ text }) => text)
    expect(asked('oxycodone 5 mg', 'Adderall', 'sertraline', 'lithium', 'prazosin')).toEqual([
      ...['oxycodone 5 mg', 'Adderall'],
    ])
    expect(asked('oxycodone', 'Oxycodone')).toHaveLength(1)
    expect(asked({ text: 'oxycodone', taking: { stoppedOn: '2026-11-14' } })).toEqual([])
    expect(asked({ text: 'oxycodone', taking: { stoppedOn: '2026-11-15' } })).toEqual(['oxycodone'])
    expect(asked('cannabis')).toEqual([])
    expect(heldLines(undefined, TODAY, SIGNED)).toEqual([])
  })

  test('go to every class of the line, and are unknown where they were not said', () => {
    expect(held(listOf('oxycodone 5 mg', 'sertraline'), { 'last-oxycodone-5-mg': 30 })).toEqual([
      ...[one('opioid-full-agonist', 30), one('antidepressant')],
    ])
    expect(held(listOf('oxycodone'))).toEqual([one('opioid-full-agonist')])
  })

  test('of an alpha medicine are those of its own question', () => {
    expect(held(listOf('prazosin'), { alphaHours: 9 })).toEqual([one('alpha-blocker-or-agonist', 9)])
  })

  test('without a list are unknown, and of a substance stand apart', () => {
    expect(held(undefined)).toBeUndefined()
    const { heldMedicines, heldSubstances } = facts(listOf('cocaine', 'cannabis'), { 'last-cocaine': 80 })
    expect([heldMedicines, heldSubstances]).toEqual([[], [one('stimulant-not-prescribed', 80)]])
  })
})

describe('the list after a sheet', () => {
  test('asks of what was stopped through its wash-out, and not for ever', () => {
    const list = withTold(listOf('oxycodone'), { stoppedMedicineName: 'oxycodone' }, '2026-11-08')
    expect(heldLines(list, '2026-11-15', SIGNED)).toHaveLength(1)
    expect(heldLines(list, '2026-11-16', SIGNED)).toEqual([])
  })

  test('is the same where nothing changed', () => {
    const list = listOf('rifampin')
    expect(withTold(list, { medicineChange: [] }, TODAY)).toBe(list)
  })

  test('has what was started, and says of what was stopped that it was', () => {
    const told = { newMedicineName: 'oxycodone', stoppedMedicineName: 'Rifadin' }
    expect(withTold(listOf('rifampin', 'lithium'), told, '2026-11-08')).toEqual(
      listOf(
        { text: 'rifampin', taking: { stoppedOn: '2026-11-08' } },
        'lithium',
        { text: 'Rifadin', taking: { stoppedOn: '2026-11-08' } },
        'oxycodone',
      ),
    )
  })
})
