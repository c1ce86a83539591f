import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import { isOpen, isUnjudged, judgedClasses, NONE_OF_THESE, readMedicine } from './medicine-list.ts'

const inside = (text: string) => readMedicine({ text }).ingredients.map(({ name }) => name)

describe('a line', () => {
  test('keeps what was written', () => {
    expect(readMedicine({ text: ' Prazosine 2MG ', taking: 'taking' })).toMatchObject({
      ...{ text: ' Prazosine 2MG ', taking: 'taking' },
    })
  })

  test('holds what is inside once, however often it is named', () => {
    expect(inside('Xanax (alprazolam) 1 mg')).toEqual(['alprazolam'])
    expect(inside('Percocet, Tylenol')).toEqual(['oxycodone', 'acetaminophen'])
    expect(inside('blorbium')).toEqual([])
  })

  test.each([
    ['Xanax', false],
    ['Percocet', false],
    ['Tylenol', true],
    ['Xanax and Tylenol', true],
    ['Xanax and blorbium', true],
    ['prazosine', true],
  ])('%s has to be looked at: %s', (text, isLookedAt) => {
    expect(isOpen(readMedicine({ text }))).toBe(isLookedAt)
  })

  test('is unjudged where nothing inside has an interaction written', () => {
    const [tylenol, percocet] = ['Tylenol', 'Percocet'].map((text) => readMedicine({ text }).found[0])
    expect(tylenol && isUnjudged(tylenol)).toBe(true)
    expect(percocet && isUnjudged(percocet)).toBe(false)
  })
})

describe('what the person picked', () => {
  const text = 'prazosine 2mg, sertralene'
  const read = (...picked: [string, string][]) => {
    const line = readMedicine({ text, picked: picked.map(([part, as]) => ({ part, as })) })
    return {
      found: line.found.map(({ name }) => name),
      open: line.open.map((part) => [part.text, part.choices.length > 0]),
    }
  }

  test('settles the part it was picked for, and no other', () => {
    const open = [
      ['prazosine', true],
      ['sertralene', true],
    ]
    expect(readMedicine({ text }).open.map(({ text: part }) => part)).toEqual(['prazosine', 'sertralene'])
    expect(read()).toEqual({ found: [], open })
    expect(read(['prazosine', 'prazosin'])).toEqual({ found: ['prazosin'], open: [open[1]] })
    expect(read(['prazosine', 'sertraline'])).toEqual({ found: [], open })
    expect(read(['sertralene', 'sertraline'], ['prazosine', 'prazosin'])).toEqual({
      ...{ found: ['prazosin', 'sertraline'], open: [] },
    })
  })

  test('"none of these" is offered no more, and stays to be looked at', () => {
    expect(read(['prazosine', NONE_OF_THESE])).toEqual({
      found: [],
      open: [
        ['prazosine', false],
        ['sertralene', true],
      ],
    })
  })
})

test('every class of everything inside is told, with why it counts', () => {
  const judged = judgedClasses(
    readMedicine({ text: 'Contrave', taking: 'taking' }),
    '2026-11-22',
    INVENTED_LIMITS,
  )
  expect(judged.map((one) => [one.class, one.ingredient.name, one.standing])).toEqual([
    ['naltrexone', 'naltrexone', { is: 'counts', because: 'taking' }],
    ['antidepressant', 'bupropion', { is: 'counts', because: 'taking' }],
  ])
})
