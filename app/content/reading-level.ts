/**
 * How many years of school a text asks for: the Flesch–Kincaid grade (Kincaid and others, 1975).
 *
 * Syllables are counted by their vowels, which is right for most English words and a little off for the rest;
 * over a page that evens out. It measures length, not kindness.
 */

/** US school grade. @returns undefined for a text without a word */
export function readingGrade(text: string): number | undefined {
  const sentences = text.split(/[.?!]+[”"’)]*(?:\s|$)|\n+/).map(wordsOf)
  const words = sentences.flat()
  if (words.length === 0) return undefined
  const sentenceCount = sentences.filter((sentence) => sentence.length > 0).length
  const syllableCount = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentenceCount) + 11.8 * (syllableCount / words.length) - 15.59
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** A number is read as one syllable a digit: `988` is said as three. */
export function syllablesOf(word: string): number {
  if (/^\d+$/.test(word)) return word.length
  const spoken = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}
