import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswers, anyComplete, anythingAtAll } from '../../../tests/answering.ts'
import { asked, missingCount } from './answers.ts'
import type { Instrument } from './instrument.ts'
import { INSTRUMENTS, OWN_QUESTIONS, STAND_INS } from './registry.ts'

const each = INSTRUMENTS.map((instrument) => [instrument.code, instrument] as const)
const withItems = each.filter(([, { items }]) => items.length > 0)

/** Its file, its page and its words have one name. */
const nameOf = ({ source }: Instrument<unknown>) => path.basename(source, '.md')
const wordsOf = (instrument: Instrument<unknown>, language: string) =>
  instrument.code === 'pcl-5'
    ? `app/content/${language}/pcl5.ts`
    : `app/content/${language}/instruments/${nameOf(instrument)}.ts`

describe('the instruments together', () => {
  test('have codes of their own', () => {
    const codes = INSTRUMENTS.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('have questions of their own: no linkId is in two of them', () => {
    const linkIds = INSTRUMENTS.flatMap(({ items }) => items.map(({ linkId }) => linkId))
    expect(linkIds.filter((linkId, i) => linkIds.indexOf(linkId) !== i)).toEqual([])
  })

  test('are all here: every file that makes one is on the list', () => {
    const listed = new Set(INSTRUMENTS.map(nameOf)).add('lec5')
    const folder = 'app/clinical/instruments'
    const sources = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    const makers = sources.filter((file) =>
      /source: .*'docs\/clinical\//.test(readFileSync(`${folder}/${file}`, 'utf8')),
    )
    expect(makers.map((file) => path.basename(file, '.ts')).filter((name) => !listed.has(name))).toEqual([])
    expect(makers).toHaveLength(INSTRUMENTS.length)
  })

  test('stand in only for others, and are there', () => {
    const codes = new Set(INSTRUMENTS.map(({ code }) => code))
    const asked = new Set<string>([...codes, ...OWN_QUESTIONS])
    for (const [slot, standIns] of Object.entries(STAND_INS)) {
      expect(codes.has(slot), slot).toBe(true)
      for (const code of standIns) expect(asked.has(code) && code !== slot, code).toBe(true)
    }
  })
})

describe.each(each)('%s', (_code, instrument) => {
  test('has a page, unsigned, that names its code and version', () => {
    const page = readFileSync(instrument.source, 'utf8')
    expect(page).toContain('*unsigned*')
    expect(page).toContain(`version ${instrument.version}`)
    expect(page).toMatch(/licence/i)
  })

  test('has words in both languages', () => {
    expect(existsSync(wordsOf(instrument, 'en'))).toBe(true)
    expect(existsSync(wordsOf(instrument, 'es'))).toBe(true)
  })

  test('has a code and linkIds that can stand in a form and a record', () => {
    for (const id of [instrument.code, ...instrument.items.map(({ linkId }) => linkId)])
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('takes answers from lowest to highest, each once', () => {
    for (const { values } of instrument.items) {
      expect(values.length).toBeGreaterThan(1)
      expect([...values]).toEqual([...new Set(values)].toSorted((a, b) => a - b))
    }
  })

  test('brings up a question only by an answer to an earlier one', () => {
    const linkIds = instrument.items.map(({ linkId }) => linkId)
    instrument.items.forEach(({ askedWhen = [] }, i) => {
      for (const { linkId, is } of askedWhen) {
        const at = linkIds.indexOf(linkId)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThan(i)
        if (is !== 'skipped') expect(instrument.items[at]?.values).toContain(is)
      }
    })
  })

  test('without any answer is neither complete nor estimated', () => {
    expect(['incomplete', 'undetermined']).toContain(instrument.score({}).status)
  })
})

describe.each(withItems)('%s, whatever was answered', (_code, instrument) => {
  const runs = { numRuns: 60 }

  test('has a result, and says the same thing twice', () => {
    fc.assert(
      fc.property(anythingAtAll(instrument), (answers) => {
        expect(instrument.score(answers)).toEqual(instrument.score({ ...answers }))
      }),
      runs,
    )
  })

  test('is the same in whatever order it was answered', () => {
    fc.assert(
      fc.property(anyAnswers(instrument), (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).toReversed())
        expect(instrument.score(reversed)).toEqual(instrument.score(answers))
      }),
      runs,
    )
  })

  test('does not care about answers to other questions', () => {
    fc.assert(
      fc.property(anyAnswers(instrument), (answers) => {
        expect(instrument.score({ ...answers, 'another-question': 3 })).toEqual(instrument.score(answers))
      }),
      runs,
    )
  })

  test('is complete when everything asked was answered', () => {
    fc.assert(
      fc.property(anyComplete(instrument), (answers) => {
        expect(instrument.score(answers).status).toBe('complete')
      }),
      runs,
    )
  })

  test('says what is missing unless it is complete: each question once, under one reason', () => {
    fc.assert(
      fc.property(anyAnswers(instrument), (answers) => {
        const result = instrument.score(answers)
        if (result.status === 'complete') return
        const named = [...result.skipped, ...result.notReached, ...result.invalid]
        const linkIds = asked(instrument.items, answers).map(({ linkId }) => linkId)
        expect(missingCount(result)).toBeGreaterThan(0)
        expect(new Set(named).size).toBe(named.length)
        expect(named.filter((linkId) => !linkIds.includes(linkId))).toEqual([])
        expect(result.skipped.every((linkId) => answers[linkId] === 'skipped')).toBe(true)
        expect(result.notReached.every((linkId) => answers[linkId] === undefined)).toBe(true)
      }),
      runs,
    )
  })

  test('never estimates a safety question', () => {
    fc.assert(
      fc.property(anyAnswers(instrument), (answers) => {
        const result = instrument.score(answers)
        if (result.status !== 'prorated') return
        const safety = instrument.items.filter(({ isSafety }) => isSafety).map(({ linkId }) => linkId)
        const gaps = [...result.skipped, ...result.notReached]
        expect(gaps.filter((linkId) => safety.includes(linkId))).toEqual([])
      }),
      runs,
    )
  })

  test('never scores or estimates an answer it does not take', () => {
    fc.assert(
      fc.property(
        anyComplete(instrument),
        fc.constantFrom(...instrument.items),
        fc.constantFrom(-1, 0.5, 1_000, Number.NaN, Number.POSITIVE_INFINITY),
        (answers, { linkId }, wrong) => {
          const result = instrument.score({ ...answers, [linkId]: wrong })
          const isAsked = asked(instrument.items, { ...answers, [linkId]: wrong }).some(
            (item) => item.linkId === linkId,
          )
          if (isAsked && !(linkId === 'phq9-10'))
            expect(['incomplete', 'undetermined']).toContain(result.status)
        },
      ),
      runs,
    )
  })
})
