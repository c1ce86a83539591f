import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, TODAY } from '../../tests/ordinary-plan.ts'
import { type PatientPlan, patientPlan } from '../clinical/plan/patient-plan.ts'
import { draftPlan } from '../clinical/plan.ts'
import { planEvidenceLabel, planReviewWords, planSections } from './plan-words.ts'
import { readingGrade } from './reading-level.ts'
import { textsOf } from './texts.ts'
import { LANGUAGES, words } from './words.ts'

const drawn = patientPlan(draftPlan(PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, { startsOn: TODAY }).plan)
if (!drawn) throw new Error('nothing is missing in this plan')
const day = (on: string) => `<${on}>`
const read = (language: (typeof LANGUAGES)[number], change: Partial<PatientPlan> = {}) =>
  planSections(language, { ...drawn, ...change }, day)

/** Everything a patient can read of a plan. */
const CHANGES: readonly Partial<PatientPlan>[] = [
  {},
  { sessions: 1, daysBetweenSessions: 1, readings: 1, observationMinutes: 60, reviewAfterSessions: 1 },
  { observationMinutes: 95, isStandingReading: true, questionsEveryDays: 1 },
  { questionsEveryDays: undefined, integration: undefined, therapist: 'optional' },
  {
    therapist: 'essential',
    daysBetweenSessions: 1,
    support: { minimumAgeYears: 21, isSober: false, staysHours: 1 },
  },
]
const everything = LANGUAGES.flatMap((language) =>
  CHANGES.flatMap((change) =>
    read(language, change).flatMap(({ heading, sentences }) =>
      [heading, ...sentences].map((text) => ({ language, text })),
    ),
  ),
)

describe('a patient reads their plan', () => {
  test('in the order of what matters to them, and first that they can stop', () => {
    expect(read('en').map(({ key }) => key)).toEqual([
      ...(['stop', 'sessions', 'spacing', 'company', 'measured', 'questions', 'therapist'] as const),
      ...(['lookingBack', 'ending', 'afterwards'] as const),
    ])
    expect(read('en')[0]?.sentences).toEqual([
      'You can stop at any time. You need no reason, and nothing is lost.',
    ])
    expect(read('es')[0]?.sentences[0]).toContain('parar en cualquier momento')
  })

  test('with its own numbers', () => {
    const text = read('en')
      .flatMap(({ sentences }) => sentences)
      .join('\n')
    for (const said of [
      'At most 6 sessions.',
      'At least 7 days lie between',
      '18 or older',
      'at least 4 hours after',
      'They are sober that day.',
      'every 15 minutes',
      'before you start and 2 times after',
      'for at least 2 hours',
      'most often every 7 days',
      '24 to 72 hours after each session',
      'After 4 sessions, and by <2027-01-21> at the latest.',
      'This plan ends on <2027-03-22>. It does not go on by itself.',
    ])
      expect(text).toContain(said)
  })

  test('and of one session nothing about the days between', () => {
    expect(read('en', { sessions: 1 }).map(({ key }) => key)).not.toContain('spacing')
    expect(read('en', { questionsEveryDays: undefined }).map(({ key }) => key)).not.toContain('questions')
  })

  test('that declining the appointment is fine wherever therapy is not essential', () => {
    const therapist = (change: Partial<PatientPlan>) =>
      read('en', change)
        .find(({ key }) => key === 'therapist')
        ?.sentences.join(' ')
    expect(therapist({})).toContain('“Not this time” is fine.')
    expect(therapist({ therapist: 'essential' })).not.toContain('Not this time')
    expect(therapist({ integration: undefined })).not.toContain('hours')
  })

  test('with what holds in each language, in as many sections and sentences', () => {
    for (const change of CHANGES) {
      const [en, es] = [read('en', change), read('es', change)]
      expect(es.map(({ key, sentences }) => [key, sentences.length])).toEqual(
        en.map(({ key, sentences }) => [key, sentences.length]),
      )
    }
  })

  test.each<[string, RegExp]>([
    ['an amount of the medicine', /\bmg\b|\bmcg\b|\bdos(e|is|e of)\b|\bunits?\b|\bunidades\b/i],
    [
      'a score or a scale',
      /\bscores?\b|\bpunt(os|aje)\b|\b(PCL|PHQ|GAD|DSS|DES)\b|\bcaution\b|\bcuidadoso\b/i,
    ],
    [
      'a diagnosis',
      /\bPTSD\b|\bTEPT\b|\bdissociat|\bdisocia|\bdisorder\b|\btrastorno\b|\bdepress|\bdepresi/i,
    ],
    ['a promise', /\bwill (help|heal|feel|work)\b|\bguarantee|\bgarantiz|\bcura|\bsana(r|rá)\b/i],
    ['depth as something to reach', /\bdeep|\bprofund|\bintens/i],
    ['an exclamation mark or an empty number', /[!¡]|undefined|NaN|null/],
  ])('and never %s', (_what, pattern) => {
    expect(everything.filter(({ text }) => pattern.test(text))).toEqual([])
  })

  test.each(everything.filter(({ language, text }) => language === 'en' && text.split(' ').length > 3))(
    'easily: $text',
    ({ text }) => {
      expect(readingGrade(text)).toBeLessThanOrEqual(8)
    },
  )
})

describe('a prescriber reads', () => {
  const of = (language: (typeof LANGUAGES)[number]) => textsOf(planReviewWords[language])

  test('every line, caution and check in both languages, in other words', () => {
    const spanish = new Map(of('es').map(({ place, text }) => [place, text]))
    expect(of('en').filter(({ place, text }) => spanish.get(place) === text)).toEqual([])
    expect(spanish.size).toBe(of('en').length)
    expect(of('en').filter(({ text }) => text.trim() === '')).toEqual([])
  })

  test('evidence by a name, of the plan and of the record', () => {
    expect(planEvidenceLabel('en', 'daysSinceLastStep')).toBe('Days since the dose last went up')
    expect(planEvidenceLabel('es', 'weightKg')).not.toBe('weightKg')
    expect(planEvidenceLabel('en', 'course.maxSessions')).toBe(
      'Course of treatment: Sessions in a course: at most',
    )
  })

  test('of dissociation only that it asks for care, and of depth nothing', () => {
    const texts = LANGUAGES.flatMap((language) => [
      ...of(language).filter(({ place }) => !place.startsWith('cautions.')),
      ...textsOf(words[language].plan),
    ])
    expect(texts.filter(({ text }) => /dissoc|disoci|\bdeep|\bdepth|\bprofund/i.test(text))).toEqual([])
  })
})
