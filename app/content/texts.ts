/** One text of the words, with where it stands: `home.hero.title`. */
export type PlacedText = { place: string; text: string }

/** Stands in where a text takes a name or a number. */
const SAMPLE = 'Sam'

/**
 * Every text in a part of the words, in the order a reader meets them. Texts that take a name or a number are
 * read with a sample in its place.
 */
export function textsOf(words: unknown, place = ''): PlacedText[] {
  if (typeof words === 'string') return [{ place, text: words }]
  if (typeof words === 'function') {
    const samples = Array.from({ length: words.length }, () => SAMPLE)
    return textsOf(Reflect.apply(words, undefined, samples), place)
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, part]) => textsOf(part, place === '' ? key : `${place}.${key}`))
}
