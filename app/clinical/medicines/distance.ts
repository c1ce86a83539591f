/** How far two names are apart, in slips of a finger. */

/**
 * Letters added, left out, taken for another, or two beside each other in the wrong order: one each. No letter slips
 * twice.
 *
 * @param most how many are looked for, beyond which the answer is infinity. Each one more costs three times as much:
 *   made for the few of `slipsAllowed`
 */
export const slipsBetween = (from: string, to: string, most: number): number =>
  slipsAfter(0, from, 0, to, most)

/** Slips between what is left of the one name from its letter `i` on, and of the other from its letter `j` on. */
function slipsAfter(i: number, from: string, j: number, to: string, most: number): number {
  const left = from.length - i
  const leftOfOther = to.length - j
  if (Math.abs(left - leftOfOther) > most) return Number.POSITIVE_INFINITY
  // What begins alike is never nearer by another way.
  if (from[i] === to[j]) return left <= 0 ? 0 : slipsAfter(i + 1, from, j + 1, to, most)
  const isSwapped = from[i] === to[j + 1] && from[i + 1] === to[j]
  const fewer = most - 1
  return (
    1 +
    Math.min(
      slipsAfter(i + 1, from, j, to, fewer),
      slipsAfter(i, from, j + 1, to, fewer),
      slipsAfter(i + 1, from, j + 1, to, fewer),
      isSwapped ? slipsAfter(i + 2, from, j + 2, to, fewer) : Number.POSITIVE_INFINITY,
    )
  )
}

/** Which letters a name has, as bits: one for each, and now and then one for two. */
export const lettersIn = (name: string): number => {
  let letters = 0
  for (let i = 0; i < name.length; i++) letters |= 1 << (name.charCodeAt(i) % 32)
  return letters
}

/** No fewer slips than this part two names with these letters: one slip brings at most one letter and takes at most one. */
export const slipsAtLeast = (letters: number, others: number): number =>
  Math.max(countOf(letters & ~others), countOf(others & ~letters))

function countOf(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Slips that still leave a name likely: none in three letters, more in a long name. */
export function slipsAllowed(length: number): number {
  if (length <= 3) return 0
  if (length <= 6) return 1
  return length <= 9 ? 2 : 3
}

/** As it sounds: `zoloph` and `zoloff`, `prasosin` and `prazosin` are one. */
export const soundOf = (name: string): string =>
  name
    .replace(/ph/g, 'f')
    .replace(/[ckq]h?/g, 'k')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/th/g, 't')
    .replace(/(.)\1+/g, '$1')
