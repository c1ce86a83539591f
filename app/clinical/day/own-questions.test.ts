import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import { ownDayWords } from '../../content/own-day-words.ts'
import { words } from '../../content/words.ts'
import { MEDICINE_KINDS } from '../medicines/medicine-list.ts'
import type { Limits } from '../protocol.ts'
import { type DayKnown, ownDay } from './own-questions.ts'
import { PATIENT_DAY } from './questions.ts'

const listOf = (...texts: readonly string[]): DayKnown['medicines'] => ({
  asked: MEDICINE_KINDS,
  medicines: texts.map((text) => ({ text, taking: 'taking' })),
})
const KNOWN: DayKnown = { medicines: listOf('sertraline'), canBePregnant: false, today: '2026-11-22' }
const asked = (known: Partial<DayKnown> = {}, limits: Limits = INVENTED_LIMITS) =>
  ownDay({ ...KNOWN, ...known }, limits).questions
/** What stands on the page before anything was answered. */
const outright = (known: Partial<DayKnown> = {}) =>
  asked(known)
    .filter(({ after }) => after === undefined)
    .map(({ name }) => name)

describe('what the record settles is not asked:', () => {
  test('an ordinary person reads thirteen questions at once', () => {
    expect(outright()).toEqual([
      ...['ownWord', 'distress', 'usualDistress', 'sleptHours', 'foodHours', 'drinkMinutes', 'taken'],
      ...['ill', 'since', 'medicineChange', 'dependants', 'drives', 'inState'],
    ])
    expect(asked().map(({ name }) => name)).not.toContain('pregnancyTest')
  })

  test('one who could be pregnant reads one more, and of a test only once it is possible', () => {
    expect(outright({ canBePregnant: true }).filter((name) => !outright().includes(name))).toEqual([
      'pregnant',
    ])
    const after = asked({ canBePregnant: true }).filter((question) => question.after?.name === 'pregnant')
    expect(after.map(({ name }) => name)).toEqual(['pregnancyTest', 'pregnancyTestHours', 'periodLate'])
  })

  test('an alpha medicine on the list is asked about, not asked for', () => {
    expect(outright({ medicines: listOf('Minipress') })).toEqual(
      expect.arrayContaining(['alphaHours', 'alphaMissed']),
    )
    expect(outright({ medicines: listOf('Minipress') })).not.toContain('alpha')
  })

  test('a whole list without one asks for it only after something was started', () => {
    const alpha = asked().find(({ name }) => name === 'alpha')
    expect(alpha?.after).toEqual({ name: 'medicineChange', is: 'started' })
  })

  test('a list that is not there, or may mean one, settles nothing', () => {
    expect(outright({ medicines: undefined })).toContain('alpha')
    expect(outright({ medicines: listOf('prazosine') })).toContain('alpha')
  })

  test.each(['BP pill', 'blood pressure pill', 'my nightmare medicine', 'pill for nightmares'])(
    '%s is read by nobody: it is asked outright',
    (text) => {
      expect(outright({ medicines: listOf('sertraline', text) })).toContain('alpha')
    },
  )

  test('a medicine with signed hours is one question more', () => {
    expect(outright({ medicines: listOf('oxycodone', 'lithium') })).toEqual(
      outright().toSpliced(7, 0, 'last-oxycodone'),
    )
  })
})

test('no question is asked twice, and each has its words in both languages', () => {
  for (const medicines of [undefined, listOf('oxycodone', 'Minipress'), listOf('sertraline')]) {
    const own = ownDay({ ...KNOWN, medicines, canBePregnant: true }, INVENTED_LIMITS)
    const names = own.questions.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const language of ['en', 'es'] as const) {
      const { questions } = ownDayWords(words[language], own)
      for (const question of own.questions) {
        const { ask, options = {} } = questions[question.name] ?? {}
        expect(ask, question.name).toBeDefined()
        if ('options' in question)
          expect(Object.keys(options), question.name).toEqual(expect.arrayContaining([...question.options]))
      }
    }
  }
})

describe('hours that are signed stand in the question:', () => {
  const taken = (limits: Limits) =>
    Object.values(ownDayWords(words.en, ownDay(KNOWN, limits)).questions.taken?.options ?? {}).join('; ')

  test.each([
    [24, 24],
    [48, 48],
    [71, 71],
  ])('%d for cannabis', (hours, said) => {
    expect(taken({ fasting: { cannabisHours: hours } })).toContain(`Cannabis, in the last ${said} hours`)
  })

  test('each substance its own, and none where nobody signed one', () => {
    const limits = { fasting: { alcoholHours: 30, sedativeHours: 12 } }
    expect(taken(limits)).toContain('Alcohol, in the last 30 hours')
    expect(taken(limits)).toContain('Something to calm down or sleep, in the last 12 hours')
    expect(taken(limits)).toContain('Cannabis, today or yesterday')
  })

  test.each([
    [12, 30],
    [30, 30],
    [48, 48],
  ])('of two for the same substance the longer: %d beside 30', (holdHours, said) => {
    const classes = [{ class: 'cannabis', action: 'review', holdHours }] as const
    const limits: Limits = { fasting: { cannabisHours: 30 }, medicines: { classes } }
    expect(taken(limits)).toContain(`Cannabis, in the last ${said} hours`)
  })

  test('a person reads their own medicine as they wrote it', () => {
    const own = ownDay(
      { ...KNOWN, medicines: listOf('Percocet at night', 'Minipress 2 mg') },
      INVENTED_LIMITS,
    )
    const asks = Object.values(ownDayWords(words.en, own).questions).map(({ ask }) => ask)
    expect(asks).toContain('How many hours ago did you last take this? Percocet at night')
    expect(asks).toContain('How many hours ago did you last take this? Minipress 2 mg')
  })
})

test('every answer that another question follows opens it on the page', () => {
  const css = readFileSync('app/ui/css/session.css', 'utf8')
  for (const { after } of [...PATIENT_DAY, ...asked()])
    if (after)
      expect(css).toContain(
        `form:has([name="${after.name}"][value="${after.is}"]:checked) [data-after="${after.name}=${after.is}"]`,
      )
})
