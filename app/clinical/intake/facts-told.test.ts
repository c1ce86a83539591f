/** Each question of the intake, and the fact that is made of it: one by one, so that none is taken for another. */
import { describe, expect, test } from 'vitest'
import { SIGNED } from '../../../tests/ordinary-patient.ts'
import { FEELS_UNREAL, HEART_CONDITIONS, STORAGE_NEEDS } from '../facts/conditions.ts'
import { asq } from '../instruments/asq.ts'
import { pcl5 } from '../instruments/pcl5.ts'
import { phq9 } from '../instruments/phq9.ts'
import { intakeRules } from '../rules/intake/rules.ts'
import { type AllIntakeFacts, type Intake, intakeFactsOf, keepsPregnancyTest } from './facts-of.ts'
import { HOW_OFTEN, OTHER_CONDITIONS, type QuestionPart } from './parts.ts'
import type { Answer, Told } from './question.ts'

const NOTHING: Intake = {
  ...{ parts: {}, medicines: undefined, responses: {}, clinician: undefined, bases: [], consentsInForce: [] },
  ...{ ageYears: 40, hasSupportPersonOnRecord: false, today: '2026-06-15' },
}
const facts = (but: Partial<Intake>) => intakeFactsOf({ ...NOTHING, ...but }, SIGNED)
const told = (part: QuestionPart, answers: Told) => facts({ parts: { [part]: answers } })
const recorded = (clinician: Told) => facts({ clinician })
const BARE = facts({})
/** What is known beside what is known of somebody who told nothing. */
const news = (some: AllIntakeFacts) =>
  Object.fromEntries(
    Object.entries(some).filter(([name, value]) => value !== BARE[name as keyof AllIntakeFacts]),
  )
const DECLINED = { declined: 'for-good' } as const

describe('a yes, a no, and neither', () => {
  test.each<[QuestionPart, string, keyof AllIntakeFacts]>([
    ['health', 'ketamineAllergy', 'hasKetamineAllergy'],
    ['private', 'breastfeeding', 'isBreastfeeding'],
    ['before', 'ptsdDiagnosis', 'hasPtsdDiagnosis'],
    ['before', 'hardAnniversary', 'isHardAnniversary'],
    ['support', 'dissociativeDisorder', 'hasDissociativeDisorder'],
    ['thoughts', 'psychosis-diagnosis', 'everPsychosis'],
    ['thoughts', 'psychosis-now', 'hasVoicesOrStrangeBeliefsNow'],
    ['thoughts', 'psychosis-substance', 'everPsychoticOrManicOnSubstance'],
    ['thoughts', 'psychosis-family', 'hasRelativeWithSchizophrenia'],
    ['thoughts', 'mania-hospital', 'everManiaOrHospitalForIt'],
    ['thoughts', 'mania-now', 'hasManiaNow'],
    ['earlier', 'ketamine-non-medical', 'everMisusedKetamineOrPcp'],
    ['home', 'voiceLine', 'hasVoiceLine'],
    ['home', 'addressFound', 'hasConfirmableAddress'],
    ['alone', 'fearsSupportPerson', 'fearsSupportPerson'],
  ])('%s: %s is %s', (part, question, fact) => {
    expect(news(told(part, { [question]: 'yes' }))).toEqual({ [fact]: true })
    expect(news(told(part, { [question]: 'no' }))).toEqual({ [fact]: false })
    for (const open of ['not-sure', DECLINED] as const)
      expect(news(told(part, { [question]: open }))).toEqual({})
  })

  test.each<[string, keyof AllIntakeFacts]>([
    ['dependence', 'hasCurrentDependence'],
    ['opioidDisorder', 'everOpioidUseDisorder'],
  ])('habits: %s is %s', (question, fact) => {
    expect(told('habits', { [question]: 'yes' })[fact]).toBe(true)
    expect(told('habits', { [question]: 'no' })[fact]).toBe(false)
    expect(told('habits', {})[fact]).toBeUndefined()
  })

  test('safe at home is unsafe the other way round', () => {
    const unsafe = (safeAtHome: Answer) => told('alone', { safeAtHome }).isUnsafeAtHome
    expect(['yes', 'no', DECLINED].map((answer) => unsafe(answer as Answer))).toEqual([
      ...[false, true, undefined],
    ])
  })
})

describe('a condition', () => {
  const FACTS = {
    'severe-liver-disease': 'hasSevereLiverDisease',
    'raised-pressure-in-head': 'hasRaisedIntracranialPressure',
    'head-injury-with-symptoms': 'hasHeadInjuryWithSymptoms',
    'angle-closure-glaucoma': 'hasAngleClosureGlaucoma',
    seizures: 'hasSeizureDisorder',
    'untreated-thyroid': 'hasUntreatedHyperthyroidism',
  } as const satisfies Record<(typeof OTHER_CONDITIONS)[number], keyof AllIntakeFacts>
  const names = Object.values(FACTS)

  test.each(OTHER_CONDITIONS)('%s that was named is there, and the others are not', (condition) => {
    const some = told('health', { otherConditions: [condition] })
    expect(names.filter((name) => some[name] === true)).toEqual([FACTS[condition]])
    expect(names.filter((name) => some[name] === false)).toHaveLength(5)
  })

  test('none named are none; not said is not known', () => {
    expect(names.map((name) => told('health', { otherConditions: [] })[name])).toEqual(names.map(() => false))
    expect(names.map((name) => told('health', { otherConditions: DECLINED })[name])).toEqual(
      names.map(() => undefined),
    )
  })

  test('of the heart stands in the list, in its order, and no other word does', () => {
    const [first, second] = HEART_CONDITIONS
    if (!first || !second) throw new Error('there are several')
    const heartConditions = [second, 'broken', first]
    expect(told('health', { heartConditions }).heartConditions).toEqual([first, second])
    expect(told('health', { heartConditions: [] }).heartConditions).toEqual([])
  })
})

describe('the body', () => {
  test('weight on a clinician’s scale counts before the one told', () => {
    const parts = { you: { weightKg: 70, heightCm: 168 } }
    expect(facts({ parts })).toMatchObject({ weightKg: 70, heightCm: 168 })
    expect(facts({ parts, clinician: { weightKg: 74 } }).weightKg).toBe(74)
    expect(told('you', { sexAtBirth: 'other' }).sexAtBirth).toBeUndefined()
    for (const sexAtBirth of ['female', 'male', 'intersex'] as const)
      expect(told('you', { sexAtBirth }).sexAtBirth).toBe(sexAtBirth)
  })

  test('pressure is the mean of both days, upper and lower apart', () => {
    const readings = { firstUpper: 120, firstLower: 80, secondUpper: 130, secondLower: 85 }
    expect(told('readings', readings)).toMatchObject({ homeSystolicMmHg: 125, homeDiastolicMmHg: 82.5 })
    expect(told('readings', { ...readings, secondLower: DECLINED }).homeDiastolicMmHg).toBeUndefined()
  })

  test.each([
    [119, 119, 'review'],
    [120, undefined, 'unknown'],
    [121, undefined, 'unknown'],
  ])('a lower number of %s under 120: upper mean %s, and B21 says %s', (lower, systolic, outcome) => {
    const first = { firstUpper: 120, firstLower: lower, secondUpper: 118, secondLower: 76 }
    const second = { firstUpper: 118, firstLower: 76, secondUpper: 120, secondLower: lower }
    for (const readings of [first, second]) {
      const found = told('readings', readings)
      expect(found.homeSystolicMmHg).toBe(systolic)
      expect(found.homeDiastolicMmHg === undefined).toBe(systolic === undefined)
      expect(intakeRules.B21.judge(found, SIGNED).outcome).toBe(outcome)
    }
  })

  test.each<[Told, boolean | undefined, boolean | undefined]>([
    [{ 'bladder-blood': 'no', 'bladder-pain': 'no', 'bladder-leak': 'no', 'bladder-night': 0 }, false, false],
    [{ 'bladder-blood': 'yes', 'bladder-pain': 'no' }, true, true],
    [{ 'bladder-blood': 'no', 'bladder-pain': 'yes', 'bladder-leak': 'no', 'bladder-night': 0 }, true, false],
    [{ 'bladder-blood': 'no' }, undefined, false],
  ])('bladder, %j: a sign %s, blood %s', (nights, sign, blood) => {
    const some = told('nights', nights)
    expect([some.hasBladderWarningSign, some.hasBloodInUrine]).toEqual([sign, blood])
  })

  test.each<[string, Told | undefined, Told | undefined, boolean | undefined]>([
    ['of a man', { sexAtBirth: 'male' }, { couldBePregnant: 'not-sure' }, false],
    ['where it could be', { sexAtBirth: 'female' }, { couldBePregnant: 'yes' }, true],
    ['where nobody is sure', { sexAtBirth: 'female' }, { couldBePregnant: 'not-sure' }, true],
    ['where it could not', { sexAtBirth: 'female' }, { couldBePregnant: 'no' }, false],
    ['where nobody said', { sexAtBirth: 'female' }, undefined, undefined],
  ])('a pregnancy test is needed %s: %j %j %s', (_whom, you, own, isNeeded) => {
    const some = facts({ parts: { ...(you && { you }), ...(own && { private: own }) } })
    expect(some.isPregnancyTestNeeded).toBe(isNeeded)
  })

  test('a pregnancy test a clinician recorded counts before the one told, and a man is not breastfeeding', () => {
    const own = { pregnancyTest: 'negative' }
    expect(told('private', own).pregnancyTest).toBe('negative')
    expect(facts({ parts: { private: own }, clinician: { pregnancyTest: 'positive' } }).pregnancyTest).toBe(
      'positive',
    )
    expect(told('private', { pregnancyTest: 'later' }).pregnancyTest).toBeUndefined()
    expect(told('you', { sexAtBirth: 'male' }).isBreastfeeding).toBe(false)
  })

  /** What a clinician recorded, what the person told, whether the first is the newer: what counts. */
  test.each([
    ['negative', 'positive', false, 'positive'],
    ['negative', 'positive', undefined, 'positive'],
    ['negative', 'positive', true, 'negative'],
    ['positive', 'negative', false, 'positive'],
    ['positive', 'negative', true, 'positive'],
    ['negative', 'not-done', false, 'not-done'],
    ['negative', 'not-done', true, 'negative'],
    ['not-done', 'negative', false, 'not-done'],
    ['not-done', 'negative', true, 'not-done'],
    ['not-done', 'positive', false, 'positive'],
    ['negative', 'negative', false, 'negative'],
    [undefined, 'positive', true, 'positive'],
    ['positive', undefined, false, 'positive'],
    ['negative', undefined, false, 'negative'],
    [undefined, undefined, false, undefined],
  ])('of a pregnancy test, recorded %s, told %s, recorded since %s: %s', (recorded, own, since, counts) => {
    const some = facts({
      parts: { private: { couldBePregnant: 'yes', pregnancyTest: own } },
      ...(recorded !== undefined && { clinician: { pregnancyTest: recorded } }),
      isRecordedSincePrivate: since,
    })
    expect(some.pregnancyTest).toBe(counts)
    expect(some.isPregnancyTestNeeded).toBe(true)
  })

  test.each<[string, string | undefined]>([
    ['female', 'no'],
    ['female', undefined],
    ['male', undefined],
  ])('a positive test is needed and positive, of %s who said %s, whoever says it', (sexAtBirth, could) => {
    const you = { sexAtBirth }
    const own = { couldBePregnant: could }
    const positive = { isPregnancyTestNeeded: true, pregnancyTest: 'positive' }
    expect(facts({ parts: { you, private: { ...own, pregnancyTest: 'positive' } } })).toMatchObject(positive)
    const recorded = { parts: { you, private: own }, clinician: { pregnancyTest: 'positive' } }
    for (const isRecordedSincePrivate of [true, false, undefined])
      expect(facts({ ...recorded, isRecordedSincePrivate })).toMatchObject(positive)
    const negative = facts({ parts: { you, private: { ...own, pregnancyTest: 'negative' } } })
    expect(negative.isPregnancyTestNeeded).not.toBe(true)
  })

  test.each([
    ['negative', 'positive', false, false],
    ['negative', 'not-done', false, false],
    ['negative', 'negative', false, false],
    ['negative', undefined, false, true],
    ['negative', 'positive', true, true],
    ['positive', 'negative', false, true],
    ['not-done', 'negative', false, true],
  ])(
    'a test recorded as %s, with %s told, recorded since %s: goes into the next sheet %s',
    (recorded, own, since, kept) => {
      expect(keepsPregnancyTest({ pregnancyTest: recorded }, { pregnancyTest: own }, since)).toBe(kept)
    },
  )
})

describe('questionnaires', () => {
  const ones = (items: readonly { linkId: string }[]) =>
    Object.fromEntries(items.map(({ linkId }) => [linkId, 1]))
  const on = (day: string) => ({ answers: ones(phq9.items), on: day })
  const screen = (day: string) => ({
    answers: { 'asq-01': 0, 'asq-02': 0, 'asq-03': 0, 'asq-04': 0 },
    on: day,
  })

  test('are scored, each as itself', () => {
    const some = facts({
      responses: { 'pcl-5': { answers: ones(pcl5.items), on: '2026-06-14' }, 'phq-9': on('2026-06-15') },
    })
    expect(some.pcl5).toEqual(pcl5.score(ones(pcl5.items)))
    expect(some.phq9).toEqual(phq9.score(ones(phq9.items)))
    expect(facts({ responses: { asq: screen('2026-06-15') } }).asq).toEqual(
      asq.score(screen('2026-06-15').answers),
    )
  })

  test('the suicide screen was asked on the day of the PHQ-9, or was not', () => {
    const sameDay = (responses: Intake['responses']) => facts({ responses }).isSuicideScreenSameDay
    expect(sameDay({ 'phq-9': on('2026-06-15'), asq: screen('2026-06-15') })).toBe(true)
    expect(sameDay({ 'phq-9': on('2026-06-15'), asq: screen('2026-06-14') })).toBe(false)
    expect(sameDay({ 'phq-9': on('2026-06-15') })).toBe(false)
    expect(sameDay({ asq: screen('2026-06-15') })).toBeUndefined()
  })

  test.each(HOW_OFTEN.map((word, i) => [word, i] as const))('drugs %s is step %d', (word, step) => {
    const some = told('habits', { drugs: word, medicinesBeyond: 'never', 'alcohol-days': 0 })
    expect(some.taps1?.uses.drugs).toBe(step === 0 ? 'not-met' : 'met')
    expect(some.taps1?.uses.medicines).toBe('not-met')
  })

  test('medicines beyond their prescription are kept apart from drugs, and alcohol from both', () => {
    const some = told('habits', { drugs: 'never', medicinesBeyond: 'daily', 'alcohol-days': 2 })
    expect(some.taps1?.uses).toMatchObject({ drugs: 'not-met', medicines: 'met' })
    expect(some.alcoholQuestion?.positive).toBe('met')
    expect(told('habits', { 'alcohol-days': 0 }).alcoholQuestion?.positive).toBe('not-met')
    expect(told('habits', { 'alcohol-days': DECLINED }).alcoholQuestion?.positive).toBe('undetermined')
  })
})

describe('at home', () => {
  test.each([
    ['yes-knows', true],
    ['yes-does-not-know', true],
    ['no', false],
  ])('a therapist, %s: %s', (therapist, expected) => {
    expect(told('support', { therapist }).hasTherapist).toBe(expected)
    expect(told('support', { therapist: DECLINED }).hasTherapist).toBeUndefined()
  })

  test('what a clinician confirmed of the support person counts before what was told', () => {
    const confirmed = (supportPersonConfirmed: string, supportPerson: string) =>
      facts({ parts: { home: { supportPerson } }, clinician: { supportPersonConfirmed } })
        .hasConfirmedSupportPerson
    expect(confirmed('yes', 'nobody')).toBe(true)
    expect(confirmed('no', 'somebody')).toBe(false)
  })

  test('storage counts by what was named', () => {
    const [need] = STORAGE_NEEDS
    expect(told('home', { storage: [need, 'a shelf'] }).storageConfirmed).toEqual([need])
    expect(told('home', { storage: [] }).storageConfirmed).toEqual([])
    expect(told('home', { storage: DECLINED }).storageConfirmed).toBeUndefined()
  })
})

test('feeling unreal is the person’s own word, and no other word is one', () => {
  for (const word of FEELS_UNREAL) expect(told('support', { unreal: word }).feelsUnreal).toBe(word)
  for (const open of [DECLINED, 'every hour'])
    expect(told('support', { unreal: open }).feelsUnreal).toBeUndefined()
  expect(BARE).toMatchObject({ desMean: 'not-loaded', dssB: 'not-loaded', feelsUnreal: undefined })
})

describe('what a clinician recorded', () => {
  test.each<[Told, Partial<AllIntakeFacts>]>([
    [{ pdmpAskedOn: '2026-06-15' }, { pdmpAgeDays: 0 }],
    [{ pdmpAskedOn: '2026-06-12' }, { pdmpAgeDays: 3 }],
    [{ pdmpPrescribers: 2 }, { pdmpPrescribers: 2 }],
    [
      { pdmpShows: ['opioid'] },
      { pdmpShowsOpioid: true, pdmpShowsBenzodiazepine: false, pdmpShowsOtherKetamine: false },
    ],
    [
      { pdmpShows: ['benzodiazepine', 'other-ketamine'] },
      { pdmpShowsOpioid: false, pdmpShowsBenzodiazepine: true, pdmpShowsOtherKetamine: true },
    ],
    [{ stateOfLocation: 'NJ' }, { stateOfLocation: 'NJ' }],
    // The legal basis stands elsewhere: what an old sheet says of it is nothing to go by.
    [{ telehealthBasis: 'in-person', telehealthBasisUntil: '2026-07-15' }, {}],
    [{ encounter: 'audio-video' }, { isEncounterAudioVideo: true }],
    [{ encounter: 'in-person' }, { isEncounterAudioVideo: true }],
    [{ encounter: 'audio-only' }, { isEncounterAudioVideo: false }],
    [{ stopBangRisk: 'low' }, { stopBangRisk: 'low' }],
    [{ stopBangRisk: 'intermediate' }, { stopBangRisk: 'intermediate' }],
    [{ stopBangRisk: 'high' }, { stopBangRisk: 'high' }],
    [{ altTenthsOfUpperLimit: 15 }, { altTimesUpperLimit: 1.5 }],
    [{ altNeeded: 'no' }, { altTimesUpperLimit: 'not-needed' }],
    [{ altNeeded: 'no', altTenthsOfUpperLimit: 40 }, { altTimesUpperLimit: 4 }],
    [{ altNeeded: 'yes' }, {}],
  ])('%j', (clinician, expected) => {
    expect(news(recorded(clinician))).toEqual(expected)
  })

  test('the state a clinician recorded counts before the one told', () => {
    expect(told('home', { state: 'FL' }).stateOfLocation).toBe('FL')
    const both = facts({ parts: { home: { state: 'FL' } }, clinician: { stateOfLocation: 'NJ' } })
    expect(both.stateOfLocation).toBe('NJ')
  })

  test('the legal basis is that of the state where the person is, as it stands today', () => {
    const inFlorida = { state: 'FL', fromOn: '2026-06-01', endsOn: '2026-07-15' }
    const bases = [{ ...inFlorida, basis: 'in-person' as const }]
    const at = (state: string | undefined) => {
      const { telehealthBasis, telehealthBasisDaysLeft } = facts({
        bases,
        clinician: { stateOfLocation: state },
      })
      return [telehealthBasis, telehealthBasisDaysLeft]
    }
    expect(at('FL')).toEqual(['in-person', 30])
    expect(at('NJ')).toEqual([undefined, undefined])
    expect(at(undefined)).toEqual([undefined, undefined])
  })

  test('more than one prescriber, once told, stands whatever the program shows', () => {
    const shows = (prescribers: string, pdmpShows: string[]) =>
      facts({
        parts: { earlier: { 'ketamine-prescribers': prescribers } },
        clinician: { pdmpShows },
      }).pdmpShowsOtherKetamine
    expect(shows('yes', [])).toBe(true)
    expect(shows('no', ['other-ketamine'])).toBe(true)
    expect(shows('no', [])).toBe(false)
  })

  test('consents and the order come as they are', () => {
    expect(facts({}).order).toBe('none-yet')
    expect(facts({ consentsInForce: ['treatment'] }).consentsInForce).toEqual(['treatment'])
  })
})
