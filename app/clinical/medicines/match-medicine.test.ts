import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AMBIGUOUS, LOOK_ALIKES } from './look-alikes.ts'
import { matchMedicine } from './match-medicine.ts'
import { PRODUCTS } from './products.ts'
import { NAMED_MEDICINES } from './table.ts'

const namesOf = (text: string) => matchMedicine(text).found.map(({ name }) => name)
const ingredientsOf = (text: string) =>
  matchMedicine(text).found.flatMap(({ ingredients }) => ingredients.map(({ name }) => name))
const choicesOf = (text: string) =>
  matchMedicine(text).open.flatMap(({ choices }) => choices.map(({ name }) => name))

describe('an exact name is taken', () => {
  test.each(NAMED_MEDICINES.map(({ name }) => name))('%s', (name) => {
    expect(matchMedicine(name)).toMatchObject({ is: 'known', found: [{ name }], open: [] })
  })

  test.each(PRODUCTS.map(({ name, ingredients }) => [name, ingredients] as const))(
    '%s, with everything inside',
    (name, ingredients) => {
      expect(ingredientsOf(name)).toEqual(ingredients)
    },
  )

  test.each([
    ['Prazosin 2mg caps at night', ['prazosin']],
    ['PRAZOSIN HCl 1 mg capsule, 3 at bedtime', ['prazosin']],
    ['xanax0.5mg as needed for anxiety', ['Xanax']],
    ['Lamictal XR 200 mg tablet once daily', ['Lamictal']],
    ['St. John’s Wort 300mg', ['St. John’s wort']],
    ["st john's wort", ['St. John’s wort']],
    ['Prazosín', ['prazosin']],
    ['lithium carbonate ER 300 mg', ['lithium']],
    ['Sertraline (Zoloft) 50', ['sertraline', 'Zoloft']],
    ['hydrocodone/APAP 10-325', ['hydrocodone', 'APAP']],
    ['lisinopril-HCTZ 20/12.5', ['lisinopril', 'HCTZ']],
    ['Tylenol #3', ['Tylenol #3']],
    ['Tylenol PM', ['Tylenol PM']],
    ['Sudafed PE 10 mg', ['Sudafed PE']],
    ['GHB 2 g', ['GHB']],
    ['prazosina para las pesadillas', ['prazosina']],
    ['2 comprimidos de clorhidrato de clonidina en la noche', ['clonidina']],
    ['jugo de toronja', ['jugo de toronja']],
    ['toronja todos los días', ['toronja']],
    ['POMELO', ['pomelo']],
    ['hierba de san juan', ['hierba de San Juan']],
    ['hipérico', ['hipérico']],
    ['hiperico 300 mg', ['hipérico']],
    ['carbonato de litio', ['carbonato de litio']],
  ])('%s', (text, names) => {
    expect(namesOf(text)).toEqual(names)
  })
})

describe('a slip is asked about and never assumed', () => {
  test.each([
    ['prazosine', 'prazosin'],
    ['prasosin', 'prazosin'],
    ['sertralene', 'sertraline'],
    ['toronga', 'toronja'],
    ['jugo de toranja', 'toronja'],
    ['hiperrico', 'hipérico'],
    ['hierba de sanjuan', 'hierba de San Juan'],
    ['claritromisina', 'clarithromycin'],
    ['fenitohina', 'phenytoin'],
    ['zolofft', 'Zoloft'],
    ['xanex', 'Xanax'],
    ['klonapin', 'Klonopin'],
    ['lexipro', 'Lexapro'],
    ['seroquil', 'Seroquel'],
    ['welbutrin', 'Wellbutrin'],
    ['adderal', 'Adderall'],
    ['gabapentine', 'gabapentin'],
    ['trazadone', 'trazodone'],
    ['lamotragine', 'lamotrigine'],
    ['clonodine', 'clonidine'],
    ['guanfacin', 'guanfacine'],
    ['theophyline', 'theophylline'],
    ['clarithromicin', 'clarithromycin'],
    ['grapefrut', 'grapefruit'],
    ['saint jons wart', 'Saint John’s wort'],
    ['stjohnswort', 'St. John’s wort'],
    ['oxycodon', 'oxycodone'],
    ['percoset', 'Percocet'],
    ['suboxen', 'Suboxone'],
    ['tylenol p m', 'Tylenol PM'],
    ['rifampan', 'rifampin'],
    ['carbamazapine', 'carbamazepine'],
  ])('%s may be %s', (text, name) => {
    const match = matchMedicine(text)
    expect(match.found.map((found) => found.name)).not.toContain(name)
    if (match.found.length === 0) expect(match.is).toBe('choices')
    expect(choicesOf(text).concat(match.found.length > 0 ? [name] : [])).toContain(name)
  })

  test.each(LOOK_ALIKES)('%s and %s are both offered for any slip near one, and neither is taken', (a, b) => {
    for (const name of [a, b]) {
      for (const slip of slipsOf(name)) {
        const match = matchMedicine(slip)
        if (match.is === 'known') {
          // The slip is itself a name; then it is that one, and not the one it was made from.
          expect(match.found.map((found) => found.name.toLowerCase())).not.toContain(name.toLowerCase())
          continue
        }
        expect(match.found, slip).toEqual([])
        expect(choicesOf(slip), slip).toEqual(expect.arrayContaining([a, b]))
      }
    }
  })

  test.each(LOOK_ALIKES.flat())('%s written in full is itself and no other', (name) => {
    expect(namesOf(name)).toEqual([name])
  })

  test.each(AMBIGUOUS.map(({ text, mayBe }) => [text, mayBe] as const))(
    '%s may be several things and is none of them until it is said',
    (text, mayBe) => {
      expect(matchMedicine(text)).toMatchObject({ is: 'choices', found: [] })
      expect(choicesOf(text).sort()).toEqual([...mayBe].sort())
    },
  )

  test('the nearest is offered first, and never so many that nobody reads them', () => {
    expect(choicesOf('zolof')[0]).toBe('Zoloft')
    expect(choicesOf('clonazepa')[0]).toBe('clonazepam')
    for (const [i, { name }] of NAMED_MEDICINES.entries())
      expect(choicesOf(i % 2 ? `${name}e` : name.slice(0, -1)).length).toBeLessThanOrEqual(10)
  })

  test('what is near a name in both languages is offered once, and with what it is taken for', () => {
    expect(choicesOf('clonidna')).toContain('clonidine')
    expect(choicesOf('clonidna')).not.toContain('clonidina')
    for (const text of ['clonidna', 'clonidinna'])
      expect(choicesOf(text), text).toEqual(expect.arrayContaining(['clonazepam', 'quinidine']))
  })

  test('the beginning of several names is asked about', () => {
    expect(choicesOf('Unisom')).toEqual(['Unisom SleepGels', 'Unisom SleepTabs'])
    expect(choicesOf('Robitussin')).toEqual(['Robitussin AC', 'Robitussin DM'])
    expect(choicesOf('Saint Johns')).toEqual(['Saint John’s wort'])
  })

  test.each([
    ['three letters have to be right', 'GHC', []],
    ['three letters that may be four with one left out', 'mth', ['meth']],
    ['four letters may have one slip', 'APAB', ['APAP']],
    ['and no two', 'ABAB', []],
    ['six letters may have one slip', 'Norwir', ['Norvir']],
    ['and no two', 'Narwir', []],
    ['six letters that may be seven with one left out, and another slip', 'lapito', ['Lipitor']],
    ['seven letters may have two slips', 'Lapitar', ['Lipitor']],
    ['and no three', 'Lapitan', []],
    ['ten letters may have three slips', 'omapruzale', ['omeprazole']],
    ['and no four', 'omapruzala', []],
    ['by its sound a name is as long as it sounds', 'kokany', ['cocaine']],
  ])('%s: %s', (_what, text, names) => {
    expect(choicesOf(text)).toEqual(names)
    expect(namesOf(text)).toEqual([])
  })

  test('each is offered once: the nearest first, its look-alikes right after it, equals by the alphabet', () => {
    expect(choicesOf('prazson')).toEqual(['prazosin', 'doxazosin', 'terazosin', 'prednisone'])
    expect(choicesOf('quetapine')).toEqual(['quetiapine', 'olanzapine', 'ketamine', 'ketoconazole'])
    expect(choicesOf('coeine')).toEqual(['codeine', 'caffeine', 'cocaine'])
    expect(choicesOf('poaconazole')).toEqual([
      ...['posaconazole', 'fluconazole', 'itraconazole', 'voriconazole'],
    ])
    expect(choicesOf('lorazpam')).toEqual([
      ...['lorazepam', 'alprazolam', 'clonazepam', 'diazepam', 'clonidine', 'flurazepam'],
    ])
  })

  test('what may be several things is the longest that is written, as a name is', () => {
    const partsOf = (text: string) => matchMedicine(text).open.map((part) => part.text)
    expect(partsOf('oxy and hydro')).toEqual(['oxy', 'hydro'])
    expect(partsOf('thyroid hormone 50 mcg')).toEqual(['thyroid hormone'])
    expect(matchMedicine('thyroid, desiccated')).toMatchObject({ is: 'known', open: [] })
    expect(namesOf('Tylenol no 3')).toEqual(['Tylenol #3'])
    expect(partsOf('Tylenol 3 sertralene')).toEqual(['Tylenol 3', 'sertralene'])
    expect(partsOf('blorbium Tylenol 3 zzyzx')).toEqual(['Tylenol 3', 'blorbium', 'zzyzx'])
  })
})

/** One letter left out, doubled, or two in the wrong order; not the first, which people get right. */
function slipsOf(name: string): string[] {
  const slips = [...name.slice(1)].flatMap((letter, i) => {
    const at = i + 1
    const next = name[at + 1] ?? ''
    return [
      name.slice(0, at) + name.slice(at + 1),
      name.slice(0, at) + letter + name.slice(at),
      name.slice(0, at) + next + letter + name.slice(at + 2),
    ]
  })
  return slips.filter((slip) => /^[a-z]+$/i.test(slip) && slip.toLowerCase() !== name.toLowerCase())
}

describe('what is not understood stays open', () => {
  test.each([
    ['blorbium', []],
    ['', []],
    ['💊', []],
    ['none', []],
    ['pain pill', []],
    ['blood pressure medicine', []],
    ['Prednisone and Zzyzx', ['prednisone']],
    ['not taking Xanax', ['Xanax']],
    ['allergic to codeine', ['codeine']],
    ['Benadryl D', ['Benadryl']],
    ['sertraline and a pain pill', ['sertraline']],
    ['sertraline, morning after pill', ['sertraline']],
  ])('%j', (text, names) => {
    const match = matchMedicine(text)
    expect(match.is).toBe('unmatched')
    expect(match.found.map(({ name }) => name)).toEqual(names)
    expect(match.open.length).toBeGreaterThan(0)
  })

  test('and a slip beside a known name keeps both', () => {
    const match = matchMedicine('Xanax 0.5mg, prazosine 2 mg at night')
    expect(match).toMatchObject({ is: 'choices', found: [{ name: 'Xanax' }], open: [{ text: 'prazosine' }] })
  })

  test('strange words with a dose between them are two', () => {
    expect(matchMedicine('blorbium 50mg zzyzx').open.map(({ text }) => text)).toEqual(['blorbium', 'zzyzx'])
    expect(matchMedicine('blorbium zzyzx').open.map(({ text }) => text)).toEqual(['blorbium zzyzx'])
  })

  test('an ordinary word among others has to be nearer to a name than a word by itself', () => {
    expect(choicesOf('control')).toContain('Bontril')
    expect(choicesOf('birth control')).toEqual([])
  })

  test('of two strange words each is looked at by itself', () => {
    const [near, rest] = matchMedicine('sertralene blorbium').open
    expect(near).toMatchObject({ text: 'sertralene' })
    expect(near?.choices.map(({ name }) => name)).toContain('sertraline')
    expect(rest).toEqual({ text: 'blorbium', choices: [] })
    const partsOf = (text: string) => matchMedicine(text).open.map((part) => part.text)
    expect(matchMedicine('sertralene blorbium').is).toBe('choices')
    expect(partsOf('blorbium sertralene zzyzx')).toEqual(['sertralene', 'blorbium zzyzx'])
    expect(partsOf('saint jons wart 300 mg')).toEqual(['saint jons wart'])
    expect(partsOf('sertralene lamotragine')).toEqual(['sertralene', 'lamotragine'])
  })

  test('a dose without a name is a line that nobody can read', () => {
    expect(matchMedicine('  500 mg at night ')).toEqual({
      ...{ is: 'unmatched', found: [], open: [{ text: '500 mg at night', choices: [] }] },
    })
  })
})

describe('any text', () => {
  test('has an answer, and the answer keeps its word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string(), fc.lorem()), (text) => {
        const { is, found, open } = matchMedicine(text)
        if (is === 'known') expect([found.length > 0, open.length]).toEqual([true, 0])
        else expect(open.length).toBeGreaterThan(0)
        expect(is === 'choices').toBe(open.some(({ choices }) => choices.length > 0))
      }),
      { numRuns: 300 },
    )
  })

  test('of any length is answered soon', () => {
    expect(matchMedicine('x'.repeat(100_000)).is).toBe('unmatched')
    expect(matchMedicine('sertraline '.repeat(5_000)).is).toBe('known')
  })

  const name = fc.constantFrom(...NAMED_MEDICINES.map((named) => named.name))
  const dose = fc.tuple(
    fc.constantFrom('', ' ', '  '),
    fc.constantFrom('5', '0.5', '10', '12.5', '150', '5/325'),
    fc.constantFrom('mg', ' mg', ' mcg', 'MG', ' ml'),
    fc.constantFrom(
      '',
      ' tabs',
      ' capsule',
      ' caps at night',
      ' once daily',
      ' twice a day',
      ', 1 at bedtime',
    ),
  )

  test('is the same in any case, spacing, accent, dose and form', () => {
    fc.assert(
      fc.property(name, dose, fc.infiniteStream(fc.nat(3)), (written, [space, ...rest], chance) => {
        const changed = [...written]
          .map((letter) => {
            const pick = chance.next().value
            if (letter === ' ') return ' '.repeat(1 + (pick ?? 0))
            if (letter === 'i' && pick === 3) return 'í'
            return pick === 0 ? letter.toUpperCase() : letter.toLowerCase()
          })
          .join('')
        expect(namesOf(`  ${changed}${space || ' '}${rest.join('')}.`)).toEqual([written])
        expect(matchMedicine(`${changed} ${rest.join('')}`).is).toBe('known')
      }),
      { numRuns: 2000 },
    )
  })

  test('beside another keeps its own', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(namesOf(`${one}, blorbium, ${other}`)).toEqual([...new Set([one, other])])
      }),
    )
  })
})
