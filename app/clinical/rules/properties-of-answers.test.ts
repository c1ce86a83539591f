/**
 * What holds for every rule and any answers: leaving one out never brings a milder result. `properties.test.ts` takes
 * facts away; here an answer is taken away, or skipped, before a fact is made of it.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyFilling } from '../../../tests/answering.ts'
import {
  anyAsked,
  anyMedicineList,
  anyTold,
  leftAnswer,
  leftTold,
  milderWithout,
  TOLD_ON,
} from '../../../tests/left-out.ts'
import { comesOf, isMilder } from '../../../tests/milder.ts'
import { ORDINARY_INTAKE, SIGNED } from '../../../tests/ordinary-patient.ts'
import { ORDINARY_DAY, SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import { dayOfFacts } from '../day/facts-of-day.ts'
import { ownDay } from '../day/own-questions.ts'
import { type DayQuestion, SUPPORT_DAY } from '../day/questions.ts'
import { asq } from '../instruments/asq.ts'
import type { Answers } from '../instruments/instrument.ts'
import { pcl5 } from '../instruments/pcl5.ts'
import { phq9 } from '../instruments/phq9.ts'
import { CLINICIAN_QUESTIONS } from '../intake/clinician-form.ts'
import { type Intake, intakeFactsOf } from '../intake/facts-of.ts'
import { scaleFacts } from '../intake/facts-of-scales.ts'
import { QUESTION_PARTS, type QuestionPart } from '../intake/parts.ts'
import type { Told } from '../intake/question.ts'
import { SCALE_KEYS, SCALE_PARTS, type ScalePart } from '../intake/scales.ts'
import { MEDICINE_KINDS } from '../medicines/medicine-list.ts'
import type { Limits } from '../protocol.ts'
import { intakeRules } from './intake/rules.ts'
import { JUDGED_AT } from './running.ts'

/** One thing that is left out of an intake. */
type Left = { what: string; from: (whole: Intake, skip: boolean) => Intake }

describe('an answer left out of the intake', () => {
  const parts = Object.keys(QUESTION_PARTS) as QuestionPart[]
  const anyIntake: fc.Arbitrary<Intake> = fc.record({
    parts: fc.record(Object.fromEntries(parts.map((part) => [part, anyTold(QUESTION_PARTS[part])]))),
    medicines: anyMedicineList,
    responses: fc.record({
      'pcl-5': anyAsked(pcl5).map((answers) => ({ answers, on: TOLD_ON })),
      'phq-9': anyAsked(phq9).map((answers) => ({ answers, on: TOLD_ON })),
      asq: anyAsked(asq).map((answers) => ({ answers, on: TOLD_ON })),
    }),
    scales: fc.record({
      answered: fc.record(
        Object.fromEntries(SCALE_KEYS.map((part) => [part, anyAsked(SCALE_PARTS[part].instrument)])),
        { requiredKeys: [] },
      ),
      inForce: fc.subarray([...SCALE_KEYS]).map((keys) => new Set(keys)),
    }),
    screenedOn: fc.constantFrom(undefined, TOLD_ON),
    clinician: anyTold(CLINICIAN_QUESTIONS),
    bases: fc.constant([{ basis: 'in-person' as const, state: 'FL', fromOn: '2026-01-01', endsOn: null }]),
    consentsInForce: fc.constant([]),
    ageYears: fc.integer({ min: 18, max: 90 }),
    hasSupportPersonOnRecord: fc.boolean(),
    today: fc.constant(TOLD_ON),
  })

  const leftOut: readonly Left[] = [
    ...parts.flatMap((part) =>
      QUESTION_PARTS[part].map(
        ({ name }): Left => ({
          what: `${part}: ${name}`,
          from: (all, skip) => ({
            ...all,
            parts: { ...all.parts, [part]: leftTold(all.parts[part], name, skip) },
          }),
        }),
      ),
    ),
    ...CLINICIAN_QUESTIONS.map(
      ({ name }): Left => ({
        what: `clinician: ${name}`,
        from: (all, skip) => ({ ...all, clinician: leftTold(all.clinician, name, skip) }),
      }),
    ),
    ...SCALE_KEYS.flatMap((part) =>
      SCALE_PARTS[part].instrument.items.map(
        ({ linkId }): Left => ({
          what: `${part}: ${linkId}`,
          from: (all, skip) =>
            all.scales?.answered[part] === undefined
              ? all
              : {
                  ...all,
                  scales: {
                    ...all.scales,
                    answered: {
                      ...all.scales.answered,
                      [part]: leftAnswer(all.scales.answered[part], linkId, skip),
                    },
                  },
                },
        }),
      ),
    ),
    ...([pcl5, phq9, asq] as const).flatMap(({ code, items }) =>
      items.map(
        ({ linkId }): Left => ({
          what: `${code}: ${linkId}`,
          from: (all, skip) => {
            const key = code as keyof Intake['responses']
            const answers = leftAnswer(all.responses[key]?.answers, linkId, skip)
            return { ...all, responses: { ...all.responses, [key]: { answers, on: TOLD_ON } } }
          },
        }),
      ),
    ),
    ...MEDICINE_KINDS.map(
      (kind): Left => ({
        what: `list: ${kind}`,
        from: (all) => ({
          ...all,
          medicines: all.medicines && {
            ...all.medicines,
            asked: MEDICINE_KINDS.filter((one) => one !== kind),
          },
        }),
      }),
    ),
    ...(['taking', 'picked'] as const).map(
      (key): Left => ({
        what: `list: ${key}`,
        from: (all) => ({
          ...all,
          medicines: all.medicines && {
            ...all.medicines,
            medicines: all.medicines.medicines.map(
              ({ [key]: _, ...line }) => line as typeof line & { text: string },
            ),
          },
        }),
      }),
    ),
  ]

  /** Left out here, somebody else's word stands, or another rule speaks: by what is left out. */
  const STANDS_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    // A clinician's record goes before what the person answered, which stands where there is none.
    'clinician: stopBangRisk': ['B22'],
    'clinician: stateOfLocation': ['B32', 'B33'],
    // No liver value, and the clinician wrote that none is needed.
    'clinician: altTenthsOfUpperLimit': ['B24'],
    // The other's test, or the word that a pregnancy is not possible.
    'clinician: pregnancyTest': ['B25'],
    'private: pregnancyTest': ['B25'],
    // The state's program was looked up, and shows one prescriber of ketamine.
    'earlier: ketamine-prescribers': ['B17'],
    // A line nobody could read is one finding, of B19.
    'list: picked': ['B18', 'B20', 'B22'],
  }

  test('is never milder than the answer', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyIntake, fc.constantFrom(...leftOut), fc.boolean(), (whole, { what, from }, skip) => {
        const left = intakeFactsOf(from(whole, skip), SIGNED)
        const milder = milderWithout(JUDGED_AT.intake, intakeFactsOf(whole, SIGNED), left, SIGNED)
        expect(
          milder.filter((id) => !STANDS_OTHERWISE[what]?.includes(id)),
          what,
        ).toEqual([])
        if (what === 'list: picked' && milder.length > 0)
          expect(comesOf(intakeRules.B19, left, SIGNED)).toBe('review')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a scale of a loaded text with up to two answers missing', () => {
  const RULES = Object.values(intakeRules).filter(({ id }) =>
    ['B01', 'B03', 'B04', 'B08', 'B09', 'B10', 'B12', 'B13', 'B14', 'B22', 'B23', 'B30'].includes(id),
  )
  const limits: Limits = {
    instruments: {
      ...SIGNED.instruments,
      auditC: { reviewTotal: 7, adviseTotalMen: 4, adviseTotalOthers: 3 },
      dast10: { reviewTotal: 3 },
      icsi: { reviewTotal: 8 },
      des: { reviewMean: 30, reviewTaxonMean: 20 },
    },
  }
  const factsOf = (part: ScalePart, answers: Answers) => ({
    ...ORDINARY_INTAKE,
    ...scaleFacts({ parts: {}, answered: { [part]: answers }, inForce: new Set() }),
  })

  test.each(SCALE_KEYS.map((part) => [SCALE_PARTS[part].instrument.code, part] as const))(
    '%s: what comes of it is at least what comes of it whatever is missing',
    (_code, part) => {
      const { instrument } = SCALE_PARTS[part]
      const gaps = fc.subarray([...instrument.items], { minLength: 1, maxLength: 2 })
      fc.assert(
        fc.property(anyAsked(instrument), gaps, (whole, missing) => {
          const open = missing.filter(({ linkId }) => whole[linkId] !== undefined)
          const left = open.reduce((answers, { linkId }) => leftAnswer(answers, linkId, true), whole)
          const fillings = everyFilling({ items: open }, left).map((answers) => factsOf(part, answers))
          const partly = factsOf(part, left)
          const weaker = RULES.filter((rule) => {
            const found = comesOf(rule, partly, limits)
            return fillings.every((facts) => isMilder(found, comesOf(rule, facts, limits)))
          })
          expect(weaker.map(({ id }) => id)).toEqual([])
        }),
        { numRuns: 60 },
      )
    },
  )
})

describe('an answer left out on the day of a session', () => {
  /** Of the record: asked of nobody on the day. */
  const { ageYears, daysSinceLastSession, unitsExpected, openAdverseEvents, openWorsenings } = ORDINARY_DAY
  const RECORD = { ageYears, daysSinceLastSession, unitsExpected, openAdverseEvents, openWorsenings }
  const anyDay = fc.tuple(anyMedicineList, fc.boolean()).chain(([medicines, canBePregnant]) => {
    const known = { medicines, canBePregnant, today: TOLD_ON }
    const { questions } = ownDay(known, SESSION_SIGNED)
    return fc.record({
      known: fc.constant(known),
      asq: anyAsked(asq),
      patient: anyTold(questions).map((told) => opened(told, questions)),
      support: anyTold(SUPPORT_DAY),
    })
  })

  /** A question that follows an answer is answered only beside it. */
  const opened = (told: Told, questions: readonly DayQuestion[]): Told =>
    Object.fromEntries(
      Object.entries(told).filter(([name]) => {
        const after = questions.find((question) => question.name === name)?.after
        const before = after && told[after.name]
        return !after || before === after.is || (Array.isArray(before) && before.includes(after.is))
      }),
    )

  const STANDS_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    // The protocol of these tests lets somebody go without.
    'support: oxygen': ['C06'],
    'support: temperature': ['C06'],
    // Asked after something was started, of somebody whose whole list was read and has none, nor has what was started.
    'patient: alpha': ['C20', 'C21'],
    // A stop without a name is F17's: it may have been anything.
    'patient: stoppedMedicineName': ['C20', 'C21'],
  }

  test('is never milder than the answer', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), fc.boolean(), ({ known, ...halves }, at, skip) => {
        const told = Object.entries(halves).flatMap(([half, answers]) =>
          Object.keys(answers).map((name) => ({ half, name })),
        )
        const { half, name } = told[at % told.length] ?? { half: '', name: '' }
        const factsOf = ({ asq, patient, support }: typeof halves) =>
          dayOfFacts(RECORD, known, { asq, told: patient }, { told: support }, SESSION_SIGNED)
        const left = factsOf({
          asq: half === 'asq' ? leftAnswer(halves.asq, name, skip) : halves.asq,
          patient: half === 'patient' ? leftTold(halves.patient, name, skip) : halves.patient,
          support: half === 'support' ? leftTold(halves.support, name, skip) : halves.support,
        })
        const what = `${half}: ${name}`
        const milder = milderWithout(JUDGED_AT.gate, factsOf(halves), left, SESSION_SIGNED)
        // Begun without a name it may be one, but for somebody who says it is none.
        const isSaid = name === 'newMedicineName' && halves.patient.alpha === 'no'
        const otherwise = isSaid ? ['C20', 'C21'] : STANDS_OTHERWISE[what]
        expect(
          milder.filter((id) => !otherwise?.includes(id)),
          what,
        ).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
