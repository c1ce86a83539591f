/** How far two names are apart, in slips of a finger. */

/**
 * Letters added, left out, taken for another, or two beside each other in the wrong order: one each.
 *
 * @param most beyond this many the answer is infinity, and counting ends early
 */
export function slipsBetween(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY
  // A letter the other has nowhere costs a slip by itself. This spares most names the counting.
  if (lettersNotIn(to, from) > most || lettersNotIn(from, to) > most) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const row = nextRow(from, to, i, before, above)
    if (least(row) > most && least(above) > most) return Number.POSITIVE_INFINITY
    before = above
    above = row
  }
  const slips = at(above, to.length)
  return slips > most ? Number.POSITIVE_INFINITY : slips
}

const lettersNotIn = (name: string, letters: string): number =>
  Array.from(letters).filter((letter) => !name.includes(letter)).length

/** Slips from the first `i` letters of one name to each beginning of the other. */
function nextRow(from: string, to: string, i: number, before: readonly number[], above: readonly number[]) {
  const row = [i]
  for (let j = 1; j <= to.length; j++) {
    const changed = at(above, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
    const added = Math.min(at(above, j), at(row, j - 1)) + 1
    const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
    row.push(Math.min(changed, added, isSwapped ? at(before, j - 2) + 1 : changed))
  }
  return row
}

const at = (row: readonly number[], i: number): number => row[i] ?? Number.POSITIVE_INFINITY

const least = (row: readonly number[]): number => Math.min(...row)

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
    .replace(/[ck]+h?|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/th/g, 't')
    .replace(/(.)\1+/g, '$1')
