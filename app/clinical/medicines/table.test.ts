import { describe, expect, test } from 'vitest'
import { MEDICINE_CLASSES } from '../protocol/course.ts'
import { INTERACTIONS, segmentOf } from './interactions.ts'
import { AMBIGUOUS, LOOK_ALIKES } from './look-alikes.ts'
import { matchMedicine } from './match-medicine.ts'
import { PRODUCTS } from './products.ts'
import { MEDICINE_SOURCES } from './sources.ts'
import { SPANISH } from './spanish.ts'
import { INGREDIENTS, NAMED_MEDICINES } from './table.ts'
import { wordsOf } from './text.ts'
import { UNJUDGED } from './unjudged.ts'

const CLASSED = INGREDIENTS.filter((ingredient) => !UNJUDGED.includes(ingredient))

/** Every name by which the interactions were collected, with the class it was collected under. */
const SPOKEN_OF: readonly [string, string][] = [
  ['theophylline', 'theophylline'],
  ['aminophylline', 'theophylline'],
  ['alcohol', 'alcohol'],
  ['cannabis', 'cannabis'],
  ['GHB', 'barbiturate-or-ghb'],
  ['pregabalin', 'sedative'],
  ['amphetamine', 'stimulant'],
  ['methylphenidate', 'stimulant'],
  ['vasopressin', 'stimulant'],
  ['cocaine', 'stimulant-not-prescribed'],
  ['tranylcypromine', 'maoi'],
  ['lamotrigine', 'lamotrigine'],
  ['naltrexone', 'naltrexone'],
  ['LDN', 'naltrexone'],
  ['prazosin', 'alpha-blocker-or-agonist'],
  ['doxazosin', 'alpha-blocker-or-agonist'],
  ['clonidine', 'alpha-blocker-or-agonist'],
  ['guanfacine', 'alpha-blocker-or-agonist'],
  ['clarithromycin', 'cyp3a4-inhibitor-clarithromycin'],
  ['grapefruit juice', 'grapefruit'],
  ['itraconazole', 'cyp3a4-inhibitor-other'],
  ['ritonavir', 'cyp3a4-inhibitor-other'],
  ['cobicistat', 'cyp3a4-inhibitor-other'],
  ['ketoconazole', 'cyp3a4-inhibitor-other'],
  ['posaconazole', 'cyp3a4-inhibitor-other'],
  ['nefazodone', 'cyp3a4-inhibitor-other'],
  ['ticlopidine', 'cyp2b6-inhibitor'],
  ['clopidogrel', 'cyp2b6-inhibitor'],
  ['rifampicin', 'enzyme-inducer'],
  ['St John’s wort', 'enzyme-inducer'],
  ['carbamazepine', 'enzyme-inducer'],
  ['phenytoin', 'enzyme-inducer'],
  ['norfluoxetine', 'enzyme-inhibiting-antidepressant'],
  ['fluvoxamine', 'enzyme-inhibiting-antidepressant'],
  ['clozapine', 'antipsychotic'],
  ['risperidone', 'antipsychotic'],
  ['haloperidol', 'antipsychotic'],
  ['olanzapine', 'antipsychotic'],
  ['lithium', 'lithium'],
  ['tramadol', 'seizure-or-nmda-overlap'],
  ['dextromethorphan', 'seizure-or-nmda-overlap'],
  ['memantine', 'seizure-or-nmda-overlap'],
  ['amantadine', 'seizure-or-nmda-overlap'],
  ['buprenorphine', 'buprenorphine-or-methadone'],
  ['methadone', 'buprenorphine-or-methadone'],
]

describe('the medicine table', () => {
  test.each(SPOKEN_OF)('%s is spoken of by name, as %s', (text, ofClass) => {
    const { is, found } = matchMedicine(text)
    expect(is).toBe('known')
    const [ingredient] = found[0]?.ingredients ?? []
    expect(ingredient).toMatchObject({ isNamed: true })
    expect(ingredient?.classes).toContain(ofClass)
  })

  test('marks no other ingredient as spoken of by name', () => {
    const spoken = new Set(SPOKEN_OF.flatMap(([text]) => matchMedicine(text).found[0]?.ingredients ?? []))
    expect(INGREDIENTS.filter(({ isNamed }) => isNamed).map(({ name }) => name)).toEqual(
      INGREDIENTS.filter((one) => spoken.has(one)).map(({ name }) => name),
    )
  })

  test.each(MEDICINE_CLASSES)('%s has an ingredient and its evidence', (ofClass) => {
    expect(CLASSED.some(({ classes }) => classes.includes(ofClass))).toBe(true)
    expect(INTERACTIONS[ofClass].evidence.length).toBeGreaterThan(0)
  })

  test('has one entry per ingredient, and each name once', () => {
    const names = NAMED_MEDICINES.map(({ name }) => wordsOf(name).join(' '))
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names).not.toContain('')
  })

  test.each(Object.entries(SPANISH))('%s is the same in Spanish: %j', (name, names) => {
    for (const one of names) {
      const { is, found } = matchMedicine(one)
      expect([is, found.length], one).toEqual(['known', 1])
      expect(
        found[0]?.ingredients.map((ingredient) => ingredient.name),
        one,
      ).toEqual([name])
    }
  })

  test('of every class somebody may write an ingredient in Spanish, where it is another word', () => {
    const same = ['cyp2b6-inhibitor']
    const reached = new Set(
      Object.keys(SPANISH).flatMap((name) => INGREDIENTS.find((one) => one.name === name)?.classes ?? []),
    )
    expect(MEDICINE_CLASSES.filter((one) => !reached.has(one) && !same.includes(one))).toEqual([])
  })

  test('knows a class for every ingredient but those nobody judged', () => {
    expect(CLASSED.filter(({ classes }) => classes.length === 0)).toEqual([])
    expect(UNJUDGED.filter(({ classes }) => classes.length > 0)).toEqual([])
  })

  test('cites only sources on its list', () => {
    const marks = [
      ...INGREDIENTS.flatMap((ingredient) => ingredient.marks),
      ...Object.values(INTERACTIONS).flatMap((interaction) => interaction.marks),
    ]
    expect(marks.filter((mark) => mark !== 'M' && !(mark in MEDICINE_SOURCES))).toEqual([])
  })

  test('holds no RxNorm code but the two that were verified', () => {
    const codes = INGREDIENTS.flatMap(({ rxNorm = [] }) => rxNorm.map(({ code }) => code))
    expect(codes).toEqual(['2201623', '2201625'])
  })

  test('names what would tell of a substance in its own part of the record alone', () => {
    expect(MEDICINE_CLASSES.filter((one) => segmentOf(one) !== 'general')).toEqual([
      'stimulant-not-prescribed',
      'alcohol',
      'cannabis',
    ])
  })

  test('takes nothing for one thing that is written for several', () => {
    const names = NAMED_MEDICINES.map(({ name }) => wordsOf(name).join(' '))
    expect(AMBIGUOUS.filter(({ text }) => names.includes(wordsOf(text).join(' ')))).toEqual([])
  })

  test('has every look-alike among its names', () => {
    const names = NAMED_MEDICINES.map(({ name }) => name)
    expect(LOOK_ALIKES.flat().filter((name) => !names.includes(name))).toEqual([])
  })

  test.each(PRODUCTS.map((product) => [product.name, product.ingredients] as const))(
    '%s holds an ingredient with a class, and each of its ingredients once',
    (_name, ingredients) => {
      expect(new Set(ingredients).size).toBe(ingredients.length)
      expect(CLASSED.some(({ name }) => ingredients.includes(name))).toBe(true)
    },
  )
})
