import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersIn, slipsAllowed, slipsAtLeast, slipsBetween, soundOf } from './distance.ts'

test.each([
  ['a name and itself', 'prazosin', 'prazosin', 0],
  ['a letter too many', 'prazosine', 'prazosin', 1],
  ['a letter too many at the beginning', 'aprazosin', 'prazosin', 1],
  ['a letter left out', 'przosin', 'prazosin', 1],
  ['the first letter left out', 'razosin', 'prazosin', 1],
  ['a letter for another', 'prezosin', 'prazosin', 1],
  ['the first letter for another', 'brazosin', 'prazosin', 1],
  ['two letters in the wrong order', 'prazsoin', 'prazosin', 1],
  ['the first two in the wrong order', 'rpazosin', 'prazosin', 1],
  ['the last two in the wrong order', 'prazosni', 'prazosin', 1],
  ['two letters in the wrong order, and a letter left out', 'przsoin', 'prazosin', 2],
  ['two other letters', 'prazosam', 'prazosin', 2],
  ['two letters, of which one stands where the other stood', 'ab', 'ca', 2],
  ['two letters apart in the wrong order', 'cba', 'abc', 2],
  ['a letter between two in the wrong order', 'ca', 'abc', 3],
  ['two pairs in the wrong order', 'badc', 'abcd', 2],
  ['no letter at all', '', 'abc', 3],
])('%s: from %s to %s, and back', (_what, from, to, slips) => {
  expect(slipsBetween(from, to, 3)).toBe(slips)
  expect(slipsBetween(to, from, 3)).toBe(slips)
})

test.each([
  ['prazosin', 'prazosin', 0],
  ['prazosine', 'prazosin', 1],
  ['prezosin', 'prazosin', 1],
  ['prazsoin', 'prazosin', 1],
  ['przsoin', 'prazosin', 2],
  ['zosin', 'prazosin', 3],
])(
  '%s is nearer to %s than nothing at %i slips and more, and no further looked for below',
  (from, to, slips) => {
    for (const most of [slips, slips + 1, slips + 2]) expect(slipsBetween(from, to, most)).toBe(slips)
    expect(slipsBetween(from, to, slips - 1)).toBe(Number.POSITIVE_INFINITY)
  },
)

test('a number of slips below none is never kept to', () => {
  expect(slipsBetween('prazosin', 'prazosin', -1)).toBe(Number.POSITIVE_INFINITY)
})

describe('any two names', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })
  const most = fc.nat(3)
  const slipsUpTo = (slips: number, limit: number) => (slips <= limit ? slips : Number.POSITIVE_INFINITY)

  test('are never nearer than their letters say', () => {
    const anyWord = fc.string({ maxLength: 8 })
    fc.assert(
      fc.property(fc.oneof(word, anyWord), fc.oneof(word, anyWord), (a, b) => {
        expect(slipsAtLeast(lettersIn(a), lettersIn(b))).toBeLessThanOrEqual(slipsCounted(a, b))
      }),
      { numRuns: 1000 },
    )
    expect(slipsAtLeast(lettersIn('pomelo'), lettersIn('pamelor'))).toBe(2)
    expect(slipsAtLeast(lettersIn('abc'), lettersIn('cba'))).toBe(0)
  })

  test('are as far apart as a count over every beginning of both says', () => {
    fc.assert(
      fc.property(word, word, most, (a, b, limit) => {
        expect(slipsBetween(a, b, limit)).toBe(slipsUpTo(slipsCounted(a, b), limit))
      }),
      { numRuns: 1000 },
    )
  })

  test('are as far apart there as back, and not at all only when they are the same', () => {
    fc.assert(
      fc.property(word, word, most, (a, b, limit) => {
        expect(slipsBetween(a, b, limit)).toBe(slipsBetween(b, a, limit))
        expect(slipsBetween(a, b, limit) === 0).toBe(a === b)
        expect(slipsBetween(a, a, limit)).toBe(0)
      }),
    )
  })

  test('are no nearer for the same letters before or after both', () => {
    fc.assert(
      fc.property(word, word, word, most, (a, b, same, limit) => {
        expect(slipsBetween(same + a, same + b, limit)).toBe(slipsBetween(a, b, limit))
        expect(slipsBetween(a + same, b + same, limit)).toBe(slipsBetween(a, b, limit))
      }),
    )
  })
})

/** Counted the long way: the fewest slips from each beginning of one name to each beginning of the other. */
function slipsCounted(a: string, b: string): number {
  const fewest = new Map<string, number>()
  const count = (i: number, j: number): number => fewest.get(`${i} ${j}`) ?? Number.POSITIVE_INFINITY
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [
        count(i - 1, j) + 1,
        count(i, j - 1) + 1,
        count(i - 1, j - 1) + (isSame ? 0 : 1),
        isSwapped ? count(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      ]
      fewest.set(`${i} ${j}`, i + j === 0 ? 0 : Math.min(...ways))
    }
  return count(a.length, b.length)
}

test.each([
  [0, 0],
  [3, 0],
  [4, 1],
  [6, 1],
  [7, 2],
  [9, 2],
  [10, 3],
  [40, 3],
])('in %i letters %i slips are allowed', (length, slips) => {
  expect(slipsAllowed(length)).toBe(slips)
})

test.each([
  ['zoloph', 'zolloff', 'zoloft'],
  ['prazosin', 'prasosin', 'praosin'],
  ['prazosin', 'prazosssin', 'prazoin'],
  ['klonopin', 'clonopin', 'lonopin'],
  ['klonopin', 'qlonopin', 'plonopin'],
  ['chlorpromazine', 'klorpromasine', 'hlorpromazine'],
  ['percocet', 'perckocet', 'peroet'],
  ['phenytoin', 'fenitoin', 'penytoin'],
  ['phenytoin', 'fenytoin', 'fenotoin'],
  ['methadone', 'metadone', 'mehadone'],
  ['methadone', 'mmetthaddonne', 'medone'],
])('%s sounds like %s and unlike %s', (name, like, unlike) => {
  expect(soundOf(like)).toBe(soundOf(name))
  expect(soundOf(unlike)).not.toBe(soundOf(name))
})
