import { expect, test } from 'vitest'
import { isCardDone, parseSetting, parseWishes, SETTING_ITEMS, type Wishes } from './preparation.ts'

const CARD: Wishes = {
  ...{ words: '', touch: 'yes', touchWhere: '', handSign: '' },
  ...{ callFirst: 'Jo', callFirstPhone: '', stopMusic: '' },
}

test.each([
  ['with both answers', {}, true],
  ['with no as the answer', { touch: 'no' as const }, true],
  ['without an answer about touch', { touch: undefined }, false],
  ['with a place that is not named', { touch: 'only-where' as const }, false],
  ['with a place that is blank', { touch: 'only-where' as const, touchWhere: ' ' }, false],
  ['with a place', { touch: 'only-where' as const, touchWhere: 'shoulder' }, true],
  ['without whom to call', { callFirst: '  ' }, false],
])('a card %s: done is %s', (_what, change, isDone) => {
  expect(isCardDone({ ...CARD, ...change })).toBe(isDone)
})

test('a card comes back as it was stored; what is no card is none', () => {
  expect(parseWishes(JSON.parse(JSON.stringify(CARD)))).toEqual(CARD)
  for (const not of [
    undefined,
    null,
    'card',
    {},
    { ...CARD, touch: 'maybe' },
    { ...CARD, words: 'x'.repeat(501) },
  ])
    expect(parseWishes(not)).toBeUndefined()
})

test('a room that cannot be read has nothing ready', () => {
  expect(parseSetting({ ready: ['room', 'water'] })).toEqual(['room', 'water'])
  expect(parseSetting({ ready: [...SETTING_ITEMS] })).toEqual(SETTING_ITEMS)
  for (const not of [undefined, {}, { ready: ['palace'] }, { ready: 'room' }])
    expect(parseSetting(not)).toEqual([])
})
