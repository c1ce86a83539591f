import { describe, expect, test } from 'vitest'
import { type MedicinesTold, medicineListOf, medicinesToldIn, PRAZOSIN_ANSWERS } from './medicines-told.ts'

const NONE: MedicinesTold = {
  ...{ lines: [], none: ['prescribed', 'without-prescription', 'supplement-or-herb'], declined: [] },
  prazosin: 'no',
}
const line = (text: string, kind: 'prescribed' | 'supplement-or-herb' = 'prescribed') => ({ kind, text })
const list = (change: Partial<MedicinesTold>) => medicineListOf({ ...NONE, ...change })

describe('prazosin, asked about by its name', () => {
  test.each([
    ['now', [{ text: 'prazosin', taking: 'taking' }]],
    ['earlier', [{ text: 'prazosin', taking: { stoppedOn: 'not-known' } }]],
    ['not-sure', [{ text: 'prazosin', taking: 'not-known' }]],
    ['no', []],
    ['declined', []],
    [undefined, []],
  ] as const)('answered %s', (prazosin, medicines) => {
    const { prazosin: _, ...rest } = NONE
    expect(medicineListOf(prazosin === undefined ? rest : { ...rest, prazosin }).medicines).toEqual(medicines)
  })

  test('stands on the list once, though it was written there too, by whatever name', () => {
    for (const text of ['Prazosin 2 mg', 'Minipress', 'PRAZOSIN HCl', 'sertraline and prazosin'])
      expect(list({ lines: [line(text)], prazosin: 'now' }).medicines).toEqual([{ text }])
    expect(list({ lines: [line('sertraline')], prazosin: 'now' }).medicines).toHaveLength(2)
  })

  test('has every answer that is offered', () => {
    for (const prazosin of PRAZOSIN_ANSWERS) expect(medicinesToldIn({ ...NONE, prazosin })).toBeDefined()
  })
})

describe('a kind of medicine was asked about', () => {
  const asked = (change: Partial<MedicinesTold>) => list(change).asked

  test('when "none" was said, or something stands there', () => {
    expect(asked({})).toEqual(['prescribed', 'without-prescription', 'supplement-or-herb'])
    expect(asked({ none: [], lines: [line('valerian', 'supplement-or-herb')] })).toEqual([
      'supplement-or-herb',
    ])
    expect(asked({ none: ['without-prescription'] })).toEqual(['without-prescription'])
    expect(asked({ none: [], declined: ['supplement-or-herb'] })).toEqual([])
  })

  test('and what is prescribed only to the end, with prazosin', () => {
    const { prazosin: _, ...open } = NONE
    const rest = ['without-prescription', 'supplement-or-herb']
    expect(medicineListOf(open).asked).toEqual(rest)
    expect(asked({ prazosin: 'declined' })).toEqual(rest)
    for (const prazosin of ['no', 'now', 'earlier', 'not-sure'] as const)
      expect(asked({ prazosin })).toContain('prescribed')
  })
})

describe('a list out of storage', () => {
  test('comes as it was told', () => {
    const told = {
      ...NONE,
      lines: [
        { ...line('xanax'), taking: { stoppedOn: '2026-01-01' } },
        { ...line('zolofft'), taking: 'not-known', picked: [{ part: 'zolofft', as: 'Zoloft' }] },
      ],
    }
    expect(medicinesToldIn(told)).toEqual(told)
  })

  test.each([
    ['nothing', undefined],
    ['no lines', { none: [], declined: [] }],
    ['a kind there is not', { ...NONE, none: ['homemade'] }],
    ['another answer on prazosin', { ...NONE, prazosin: 'sometimes' }],
    ['a line without a text', { ...NONE, lines: [{ kind: 'prescribed' }] }],
    ['a day that is too long', { ...NONE, lines: [{ ...line('x'), taking: { stoppedOn: '2026-01-011' } }] }],
  ])('that is %s is none', (_what, answers) => {
    expect(medicinesToldIn(answers)).toBeUndefined()
  })
})
