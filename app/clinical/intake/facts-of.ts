/** The facts that the rules of intake read, made of what was told here and nowhere else. */
import { type Day, daysFrom } from '../calendar-day.ts'
import { PRESSURES } from '../day/questions.ts'
import type { PregnancyTest, SexAtBirth, StorageNeed } from '../facts/conditions.ts'
import { FEELS_UNREAL, HEART_CONDITIONS, STORAGE_NEEDS } from '../facts/conditions.ts'
import type { IntakeFacts } from '../facts/intake.ts'
import type { SuicideScreenFacts } from '../facts/suicide-screen.ts'
import { alcoholQuestion } from '../instruments/alcohol-question.ts'
import { asq } from '../instruments/asq.ts'
import { bladderSigns } from '../instruments/bladder-signs.ts'
import type { Answers } from '../instruments/instrument.ts'
import { pcl5 } from '../instruments/pcl5.ts'
import { phq9 } from '../instruments/phq9.ts'
import { taps1 } from '../instruments/taps1.ts'
import { intakeMedicineFacts } from '../medicines/medicine-facts.ts'
import type { MedicineList } from '../medicines/medicine-list.ts'
import type { Limits } from '../protocol.ts'
import { alcoholInTaps1, scaleFacts } from './facts-of-scales.ts'
import { HOW_OFTEN, type QuestionPart, SINCE } from './parts.ts'
import { cannotBe } from './pressures.ts'
import { isDeclined, listOf, numberOf, type Told, wordOf, yesOf } from './question.ts'
import type { ScalesNow } from './scales.ts'
import { type BasisRecord, basisFacts, basisOn } from './telehealth-basis.ts'

/** A response and the calendar day of the practice on which it was given. */
export type DatedAnswers = { answers: Answers; on: Day }

/** Everything that was told and recorded so far. What is absent was not. */
export type Intake = {
  parts: Partial<Record<QuestionPart, Told>>
  medicines: MedicineList | undefined
  responses: { 'pcl-5'?: DatedAnswers; 'phq-9'?: DatedAnswers; asq?: DatedAnswers }
  /** By the texts there are; none where it is left out. */
  scales?: Pick<ScalesNow, 'answered' | 'inForce'>
  /** When the suicide screen of a loaded text was answered. */
  screenedOn?: Day | undefined
  clinician: Told | undefined
  /** A clinician recorded last after the private part was told. Left out: nobody knows. */
  isRecordedSincePrivate?: boolean | undefined
  /** Every legal basis recorded, the latest first. */
  bases: readonly BasisRecord[]
  consentsInForce: readonly string[]
  ageYears: number
  /** Somebody invited by the patient has agreed, and is on record. */
  hasSupportPersonOnRecord: boolean
  /** The practice's calendar day. */
  today: Day
}

export type AllIntakeFacts = IntakeFacts & SuicideScreenFacts

/** Without an order: whoever makes one puts it there. */
export function intakeFactsOf(intake: Intake, limits: Limits): AllIntakeFacts {
  return {
    ageYears: intake.ageYears,
    ...bodyFacts(intake),
    ...mindFacts(intake),
    ...substanceFacts(intake),
    ...intakeMedicineFacts(intake.medicines, intake.today, limits),
    ...homeFacts(intake),
    ...scaleFacts(scalesNowOf(intake)),
    ...recordedFacts(intake),
    consentsInForce: intake.consentsInForce,
    order: 'none-yet',
  }
}

/** What was told, and which scales there is a text of: what decides what is asked. */
export const scalesNowOf = ({
  parts,
  scales = { answered: {}, inForce: new Set() },
}: Pick<Intake, 'parts' | 'scales'>): ScalesNow => ({ parts, ...scales })

function bodyFacts(intake: Intake): AllIntakeFacts {
  const {
    parts: { you, readings, health, nights, private: own },
    clinician,
  } = intake
  const other = listOf(health, 'otherConditions')
  const heart = listOf(health, 'heartConditions')
  const bladder = nights && bladderSigns.score(answersIn(nights))
  const sexAtBirth = oneOf<SexAtBirth>(['female', 'male', 'intersex'], wordOf(you, 'sexAtBirth'))
  return {
    sexAtBirth,
    heightCm: numberOf(you, 'heightCm'),
    weightKg: numberOf(clinician, 'weightKg') ?? numberOf(you, 'weightKg'),
    homeSystolicMmHg: meanOf(readings, 'firstUpper', 'secondUpper'),
    homeDiastolicMmHg: meanOf(readings, 'firstLower', 'secondLower'),
    heartConditions: heart && HEART_CONDITIONS.filter((one) => heart.includes(one)),
    hasSevereLiverDisease: other?.includes('severe-liver-disease'),
    hasRaisedIntracranialPressure: other?.includes('raised-pressure-in-head'),
    hasHeadInjuryWithSymptoms: other?.includes('head-injury-with-symptoms'),
    hasAngleClosureGlaucoma: other?.includes('angle-closure-glaucoma'),
    hasSeizureDisorder: other?.includes('seizures'),
    hasUntreatedHyperthyroidism: other?.includes('untreated-thyroid'),
    hasKetamineAllergy: yesOf(health, 'ketamineAllergy'),
    hasBladderWarningSign: bladder?.any === 'undetermined' ? undefined : bladder && bladder.any === 'met',
    hasBloodInUrine: yesOf(nights, 'bladder-blood'),
    isPregnancyTestNeeded: isPregnancyTestNeeded(intake),
    pregnancyTest: pregnancyTestIn(intake),
    isBreastfeeding: sexAtBirth === 'male' ? false : yesOf(own, 'breastfeeding'),
  }
}

/** The worst first. */
const PREGNANCY_TESTS = ['positive', 'not-done', 'negative'] as const
const pregnancyTestOf = (told: Told | undefined) => oneOf(PREGNANCY_TESTS, wordOf(told, 'pregnancyTest'))

/** Of what the person told and what a clinician recorded the worse, until a clinician has recorded a newer test. */
function pregnancyTestIn({
  parts,
  clinician,
  isRecordedSincePrivate,
}: Pick<Intake, 'parts' | 'clinician' | 'isRecordedSincePrivate'>): PregnancyTest | undefined {
  const [own, recorded] = [pregnancyTestOf(parts.private), pregnancyTestOf(clinician)]
  if (recorded !== undefined && isRecordedSincePrivate === true) return recorded
  return PREGNANCY_TESTS.find((result) => result === own || result === recorded)
}

/** A positive test speaks for itself, whatever was said of who could be pregnant. */
function isPregnancyTestNeeded(intake: Intake): boolean | undefined {
  if (pregnancyTestIn(intake) === 'positive') return true
  const { you, private: own } = intake.parts
  if (wordOf(you, 'sexAtBirth') === 'male') return false
  const mayBePregnant = wordOf(own, 'couldBePregnant')
  return mayBePregnant === undefined ? undefined : mayBePregnant !== 'no'
}

/**
 * Whether a test that a clinician recorded before goes into their next sheet though the form leaves it open: not one
 * that the person has told of since, but for a positive one.
 */
export const keepsPregnancyTest = (
  recorded: Told,
  own: Told | undefined,
  isRecordedSincePrivate: boolean,
): boolean =>
  isRecordedSincePrivate || pregnancyTestOf(own) === undefined || pregnancyTestOf(recorded) !== 'negative'

function mindFacts({ parts: { before, support, thoughts }, responses, screenedOn }: Intake): AllIntakeFacts {
  const { 'pcl-5': month, 'phq-9': mood, asq: screen } = responses
  const since = wordOf(before, 'recentEvent')
  const therapist = wordOf(support, 'therapist')
  return {
    pcl5: month && pcl5.score(month.answers),
    phq9: mood && phq9.score(mood.answers),
    asq: screen && asq.score(screen.answers),
    isSuicideScreenSameDay: mood && [screen?.on, screenedOn].includes(mood.on),
    hasPtsdDiagnosis: yesOf(before, 'ptsdDiagnosis'),
    daysSinceRecentEvent: since === undefined ? undefined : SINCE[since],
    isHardAnniversary: yesOf(before, 'hardAnniversary'),
    feelsUnreal: oneOf(FEELS_UNREAL, wordOf(support, 'unreal')),
    hasDissociativeDisorder: yesOf(support, 'dissociativeDisorder'),
    hasTherapist: therapist === undefined ? undefined : therapist !== 'no',
    everPsychosis: yesOf(thoughts, 'psychosis-diagnosis'),
    hasVoicesOrStrangeBeliefsNow: yesOf(thoughts, 'psychosis-now'),
    everPsychoticOrManicOnSubstance: yesOf(thoughts, 'psychosis-substance'),
    hasRelativeWithSchizophrenia: yesOf(thoughts, 'psychosis-family'),
    everManiaOrHospitalForIt: yesOf(thoughts, 'mania-hospital'),
    hasManiaNow: yesOf(thoughts, 'mania-now'),
  }
}

/** Our two questions on drugs and medicines are judged as the TAPS-1's are, by the same steps from never to daily. */
function substanceFacts(intake: Intake): AllIntakeFacts {
  const { habits, earlier } = intake.parts
  const often = (name: string) => {
    const word = oneOf(HOW_OFTEN, wordOf(habits, name))
    return word && HOW_OFTEN.indexOf(word)
  }
  const drinks = alcoholInTaps1(scalesNowOf(intake))
  return {
    alcoholQuestion: drinks
      ? { ...alcoholQuestion.score({}), positive: drinks }
      : habits && alcoholQuestion.score(answersIn(habits)),
    taps1:
      habits && taps1.score({ 'taps1-drugs': often('drugs'), 'taps1-medicines': often('medicinesBeyond') }),
    hasCurrentDependence: yesOf(habits, 'dependence'),
    everOpioidUseDisorder: yesOf(habits, 'opioidDisorder'),
    everMisusedKetamineOrPcp: yesOf(earlier, 'ketamine-non-medical'),
  }
}

function homeFacts({ parts: { home, alone }, clinician, hasSupportPersonOnRecord }: Intake): AllIntakeFacts {
  const storage = listOf(clinician, 'storage') ?? listOf(home, 'storage')
  const isSafe = yesOf(alone, 'safeAtHome')
  return {
    hasConfirmedSupportPerson: hasSupportPersonOnRecord
      ? true
      : // Somebody in view has not agreed yet: not known. Nobody in view is a no.
        (yesOf(clinician, 'supportPersonConfirmed') ??
        (wordOf(home, 'supportPerson') === 'nobody' ? false : undefined)),
    storageConfirmed: storage && STORAGE_NEEDS.filter((need: StorageNeed) => storage.includes(need)),
    hasVoiceLine: yesOf(home, 'voiceLine'),
    hasConfirmableAddress: yesOf(home, 'addressFound'),
    isUnsafeAtHome: isSafe === undefined ? undefined : !isSafe,
    fearsSupportPerson: yesOf(alone, 'fearsSupportPerson'),
  }
}

/** Where the person is, as a clinician heard it last, or as they told. Undefined: not known. */
export const whereIs = ({
  clinician,
  parts: { home },
}: Pick<Intake, 'clinician' | 'parts'>): string | undefined =>
  wordOf(clinician, 'stateOfLocation') ?? wordOf(home, 'state')

function recordedFacts(intake: Intake): AllIntakeFacts {
  const {
    clinician,
    bases,
    today,
    parts: { earlier },
  } = intake
  const shows = listOf(clinician, 'pdmpShows')
  const stateOfLocation = whereIs(intake)
  const encounter = wordOf(clinician, 'encounter')
  const tenths = numberOf(clinician, 'altTenthsOfUpperLimit')
  const stopBangRisk = oneOf(['low', 'intermediate', 'high'] as const, wordOf(clinician, 'stopBangRisk'))
  return {
    pdmpAgeDays: ageInDays(wordOf(clinician, 'pdmpAskedOn'), today),
    pdmpShowsOpioid: shows?.includes('opioid'),
    pdmpShowsBenzodiazepine: shows?.includes('benzodiazepine'),
    // What the person says of more than one prescriber stands, whatever the program shows.
    pdmpShowsOtherKetamine:
      yesOf(earlier, 'ketamine-prescribers') === true ? true : shows?.includes('other-ketamine'),
    pdmpPrescribers: numberOf(clinician, 'pdmpPrescribers'),
    stateOfLocation,
    ...basisFacts(basisOn(bases, stateOfLocation, today), today),
    isEncounterAudioVideo: encounter === undefined ? undefined : encounter !== 'audio-only',
    // What a clinician recorded goes before what was answered.
    ...(stopBangRisk && { stopBangRisk }),
    altTimesUpperLimit:
      tenths === undefined
        ? yesOf(clinician, 'altNeeded') === false
          ? 'not-needed'
          : undefined
        : tenths / 10,
  }
}

/** Answers to questions that stand in an instrument of ours, as its scorer reads them. */
function answersIn(told: Told): Answers {
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, answer]): [string, number | 'skipped'][] => {
      if (isDeclined(answer)) return [[name, 'skipped']]
      if (typeof answer === 'number') return [[name, answer]]
      return answer === 'no' || answer === 'yes' ? [[name, answer === 'yes' ? 1 : 0]] : []
    }),
  )
}

/** Of both days; one alone is no mean, and neither is one with a pressure in it that cannot be (docs/clinical/intake.md). */
function meanOf(told: Told | undefined, first: string, second: string): number | undefined {
  const [a, b] = [numberOf(told, first), numberOf(told, second)]
  if (a === undefined || b === undefined || PRESSURES.some((one) => cannotBe(one, told))) return undefined
  return (a + b) / 2
}

/** A day to come was written wrongly: unknown, and never fresh. */
function ageInDays(day: Day | undefined, today: Day): number | undefined {
  const age = day === undefined ? undefined : daysFrom(day, today)
  return age === undefined || age < 0 ? undefined : age
}

const oneOf = <Word extends string>(words: readonly Word[], told: string | undefined): Word | undefined =>
  words.find((word) => word === told)
