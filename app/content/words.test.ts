import { expect, test } from 'vitest'
import { textsOf } from './texts.ts'
import { LANGUAGES, words } from './words.ts'

const everyText = LANGUAGES.flatMap((language) => textsOf(words[language], language))

/** The questions' own wording is fixed by its authors. */
const ours = everyText.filter(({ place }) => !/^(en|es)\.pcl5\.(items|instruction|stem|ratings)/.test(place))

test('no text is empty, and none has a space too many', () => {
  expect(everyText.filter(({ text }) => text.trim() === '' || /^\s| $| {2}/.test(text))).toEqual([])
})

test.each([
  ['a word that names a person by what was done to them', /\bvictims?\b|\bv[íi]ctimas?\b/i],
  ['a word that judges', /\bfail(ed|ure)?\b|\bnon-?complian|\bfracas|\bincumpl/i],
  ['abuse, for a medicine or a drug', /\babuse|\babus(o|ar|ó)\b/i],
  ['journey-talk', /\bjourney|\bviaje\b|\bcamino de sanaci[óo]n/i],
  ['an exclamation mark', /[!¡]/],
  [
    'a promise',
    /\bguarantee|\bcures?\b|\bheal you|\bwill heal|\bgarantiz|\bcurar(á|se)?\b|\bsanar(á|se)?\b/i,
  ],
  ['the amount of a dose', /\d\s?(mg|mcg|µg|ml)\b/i],
  ['hurry', /\bhurry up\b|\bdon’t miss|\blast chance|\bapúrese|\búltima oportunidad/i],
])('%s stands in no text', (_what, pattern) => {
  expect(ours.filter(({ text }) => pattern.test(text))).toEqual([])
})

/** The same in both languages: names, letters, and what has no other word. */
const SAME_IN_BOTH =
  /^(\P{L}*|[A-Z]|Sam|\$?Sam|PCL-5.*|Sam vSam|Total|Feder 2021.*|Borgogna 2024|.*(\d|Sam) min|[Pp]lan(:? Sam)?|en|No)$/u

test('the Spanish page is in Spanish', () => {
  const spanish = new Map(textsOf(words.es).map(({ place, text }) => [place, text]))
  const untranslated = textsOf(words.en).filter(
    ({ place, text }) =>
      spanish.get(place) === text &&
      !/^pcl5\.(items|instruction|stem|ratings|wordingLanguage)/.test(place) &&
      !SAME_IN_BOTH.test(text),
  )
  expect(untranslated).toEqual([])
})

test('a list has as many lines in one language as in the other', () => {
  const places = (language: (typeof LANGUAGES)[number]) =>
    textsOf(words[language])
      .map(({ place }) => place)
      .filter((place) => place !== 'pcl5.untranslated')
  expect(places('es')).toEqual(places('en'))
})
