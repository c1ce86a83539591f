import { describe, expect, test } from 'vitest'
import type { Instrument, Item } from '../../../clinical/instruments/instrument.ts'
import { EVENT_TYPES, EXPOSURES } from '../../../clinical/instruments/lec5.ts'
import { TEXT_SLOTS } from '../../../clinical/instruments/questionnaire-slots.ts'
import type { Labels } from '../../../clinical/instruments/questionnaire-text.ts'
import { INSTRUMENTS, STAND_INS } from '../../../clinical/instruments/registry.ts'
import { lec5 as lec5Es } from '../../es/instruments/lec5.ts'
import { readingGrade } from '../../reading-level.ts'
import { pcl5 } from '../pcl5.ts'
import type { InstrumentWords } from './instrument-words.ts'
import { lec5 } from './lec5.ts'

const LANGUAGES = ['en', 'es'] as const
type Language = (typeof LANGUAGES)[number]

async function wordsOf({ source }: Instrument<unknown>, language: Language): Promise<InstrumentWords> {
  const name = source.replace('docs/clinical/', '').replace('.md', '')
  const file = new URL(`../../${language}/instruments/${name}.ts`, import.meta.url).href
  const module: Record<string, InstrumentWords> = await import(/* @vite-ignore */ file)
  const [words] = Object.values(module)
  if (!words) throw new Error(`${name} has no words in ${language}`)
  return words
}

/** The PCL-5 of the month has its words where its page is. */
const here = INSTRUMENTS.filter(({ code }) => code !== 'pcl-5')
const every = await Promise.all(
  here.flatMap((instrument) =>
    LANGUAGES.map(async (language) => ({ instrument, language, words: await wordsOf(instrument, language) })),
  ),
)
const named = every.map((one) => [`${one.instrument.code} in ${one.language}`, one] as const)

const framing = ({ title, why, note, untranslated }: InstrumentWords) =>
  [title, why, note, untranslated].filter((text) => text !== null)

describe.each(named)('%s', (_name, { instrument, language, words }) => {
  const { wording } = words

  test('says why, and that one can skip where a note is needed', () => {
    for (const text of framing(words)) expect(text.trim()).toBe(text)
    expect(words.why).not.toBe('')
  })

  test('has a text for every question and every answer, or none at all', () => {
    if (wording.state === 'empty') return
    expect(Object.keys(wording.items)).toEqual(instrument.items.map(({ linkId }) => linkId))
    for (const item of instrument.items)
      expect(fits(wording.labelsOf[item.linkId] ?? wording.labels, item)).toBe(true)
    expect(Object.keys(wording.labelsOf).filter((linkId) => !(linkId in wording.items))).toEqual([])
  })

  test('says so when its questions are in another language than the page', () => {
    const isForeign = wording.state !== 'empty' && wording.language !== language
    expect(words.untranslated !== null).toBe(isForeign)
  })

  test('frames without judging, promising, hurrying or shouting', () => {
    const text = framing(words).join(' ')
    expect(text).not.toMatch(
      /\bvictim|\bv[íi]ctima|\bfail|\babus|\bjourney|\bviaje|[!¡]|\bguarantee|\bcure|\bgarantiz/i,
    )
    expect(text).not.toMatch(/\d\s?(mg|mcg|ml)\b|PTSD|TEPT|depress|depresi|disorder|trastorno/i)
  })
})

const fits = (labels: Labels, { values }: Item) =>
  'lowest' in labels ? values.length > 5 : labels.length === values.length

test.each(
  every
    .filter(({ language }) => language === 'en')
    .map(({ instrument, words }) => [instrument.code, words] as const),
)('the framing of %s reads at grade 8 or below', (_code, words) => {
  expect(readingGrade(framing(words).join('\n'))).toBeLessThanOrEqual(8)
})

test('our own questions read at grade 8 or below', () => {
  const own = every.flatMap(({ language, words: { wording } }) =>
    language === 'en' && wording.state === 'shipped' && wording.notice === null
      ? Object.values(wording.items)
      : [],
  )
  expect(own.length).toBeGreaterThan(20)
  expect(readingGrade(own.join('\n'))).toBeLessThanOrEqual(8)
})

test('the Spanish frame is in Spanish', () => {
  for (const instrument of here) {
    const [en, es] = LANGUAGES.map((language) =>
      every.find((one) => one.instrument === instrument && one.language === language),
    )
    expect(es?.words.title).not.toBe(en?.words.title)
    expect(es?.words.why).not.toBe(en?.words.why)
    expect(es?.words.note === null).toBe(en?.words.note === null)
  }
})

test('what is asked about death or self-harm is announced, with where help is', () => {
  for (const { instrument, words } of every) {
    if (!['asq', 'c-ssrs', 'phq-9'].includes(instrument.code)) continue
    expect(words.note).toMatch(/988/)
    expect(words.note).toMatch(/skip|omit/)
  }
})

test('what stands in for an empty slot has a text, in both languages', () => {
  const filled = (code: string) =>
    every
      .filter(({ instrument }) => instrument.code === code)
      .every(({ words }) => words.wording.state === 'shipped')
  for (const [slot, standIns] of Object.entries(STAND_INS)) {
    expect(filled(slot), slot).toBe(false)
    expect(standIns.filter((code) => !filled(code))).toEqual([])
  }
})

test('a published wording says whose it is', () => {
  const published = ['pc-ptsd-5', 'pcl-5-week', 'phq-9', 'phq-2', 'gad-7', 'gad-2', 'asq', 'alcohol-question']
  for (const { instrument, words } of every) {
    if (words.wording.state === 'empty') continue
    expect(words.wording.notice !== null, instrument.code).toBe(published.includes(instrument.code))
  }
})

test('the scales whose licence keeps their text back have none here', () => {
  const empty = every
    .filter(({ words }) => words.wording.state === 'empty')
    .map(({ instrument }) => instrument.code)
  const slots = TEXT_SLOTS.map(({ instrument }) => instrument.code)
  expect([...new Set(empty)].toSorted()).toEqual(slots.toSorted())
  expect(slots).toHaveLength(15)
})

describe('the short forms', () => {
  const itemsOf = (code: string, language: Language) => {
    const wording = every.find((one) => one.instrument.code === code && one.language === language)?.words
      .wording
    return wording && wording.state !== 'empty' ? Object.values(wording.items) : []
  }

  test.each(LANGUAGES)('begin with the very words of the long ones (%s)', (language) => {
    expect(itemsOf('phq-2', language)).toEqual(itemsOf('phq-9', language).slice(0, 2))
    expect(itemsOf('gad-2', language)).toEqual(itemsOf('gad-7', language).slice(0, 2))
  })

  test('the PCL-5 of the week asks what that of the month asks', () => {
    expect(itemsOf('pcl-5-week', 'en')).toEqual(Object.values(pcl5.items))
  })
})

describe('the list of kinds of event', () => {
  test('has a text for each kind and each way of having met it', () => {
    expect(Object.keys(lec5.events)).toEqual([...EVENT_TYPES])
    expect(Object.keys(lec5.exposures)).toEqual([...EXPOSURES])
  })

  test('stays English on the Spanish page, which says so', () => {
    expect(lec5Es.events).toBe(lec5.events)
    expect(lec5.untranslated).toBeNull()
    expect(lec5Es.untranslated).toMatch(/inglés/)
  })
})
