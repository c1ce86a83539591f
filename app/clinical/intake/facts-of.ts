/** The facts that the rules of intake read, made of what was told here and nowhere else. */
import { type Day, daysFrom } from '../calendar-day.ts'
import type { SexAtBirth, StorageNeed } from '../facts/conditions.ts'
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
import { HOW_OFTEN, type QuestionPart, SINCE } from './parts.ts'
import { isDeclined, listOf, numberOf, type Told, wordOf, yesOf } from './question.ts'
import { type BasisRecord, basisFacts, basisOn } from './telehealth-basis.ts'

/** A response and the calendar day of the practice on which it was given. */
export type DatedAnswers = { answers: Answers; on: Day }

/** Everything that was told and recorded so far. What is absent was not. */
export type Intake = {
  parts: Partial<Record<QuestionPart, Told>>
  medicines: MedicineList | undefined
  responses: { 'pcl-5'?: DatedAnswers; 'phq-9'?: DatedAnswers; asq?: DatedAnswers }
  clinician: Told | undefined
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
    ...recordedFacts(intake),
    consentsInForce: intake.consentsInForce,
    order: 'none-yet',
    ...NOT_LOADED,
  }
}

/** No page asks them, also where a practice has loaded the text: what stands in for each is asked, and the rules judge that. */
const NOT_LOADED = {
  ...{ cssrsLevel: 'not-loaded', cssrsItemsSkipped: 'not-loaded', auditCTotal: 'not-loaded' },
  ...{ dast10Total: 'not-loaded', icsiTotal: 'not-loaded', pq16Count: 'not-loaded' },
  ...{ isBipolarScreenPositive: 'not-loaded', desMean: 'not-loaded', desTaxonMean: 'not-loaded' },
  dssB: 'not-loaded',
} as const satisfies AllIntakeFacts

function bodyFacts({
  parts: { you, readings, health, nights, private: own },
  clinician,
}: Intake): AllIntakeFacts {
  const other = listOf(health, 'otherConditions')
  const heart = listOf(health, 'heartConditions')
  const bladder = nights && bladderSigns.score(answersIn(nights))
  const sexAtBirth = oneOf<SexAtBirth>(['female', 'male', 'intersex'], wordOf(you, 'sexAtBirth'))
  const mayBePregnant = wordOf(own, 'couldBePregnant')
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
    isPregnancyTestNeeded:
      sexAtBirth === 'male' ? false : mayBePregnant === undefined ? undefined : mayBePregnant !== 'no',
    pregnancyTest: oneOf(
      ['negative', 'positive', 'not-done'],
      wordOf(clinician, 'pregnancyTest') ?? wordOf(own, 'pregnancyTest'),
    ),
    isBreastfeeding: sexAtBirth === 'male' ? false : yesOf(own, 'breastfeeding'),
  }
}

function mindFacts({ parts: { before, support, thoughts }, responses }: Intake): AllIntakeFacts {
  const { 'pcl-5': month, 'phq-9': mood, asq: screen } = responses
  const since = wordOf(before, 'recentEvent')
  const therapist = wordOf(support, 'therapist')
  return {
    pcl5: month && pcl5.score(month.answers),
    phq9: mood && phq9.score(mood.answers),
    asq: screen && asq.score(screen.answers),
    isSuicideScreenSameDay: mood && screen?.on === mood.on,
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
function substanceFacts({ parts: { habits, earlier } }: Intake): AllIntakeFacts {
  const often = (name: string) => {
    const word = oneOf(HOW_OFTEN, wordOf(habits, name))
    return word && HOW_OFTEN.indexOf(word)
  }
  return {
    alcoholQuestion: habits && alcoholQuestion.score(answersIn(habits)),
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
    stopBangRisk: oneOf(['low', 'intermediate', 'high'], wordOf(clinician, 'stopBangRisk')),
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

/** Of both days; one alone is no mean. */
function meanOf(told: Told | undefined, first: string, second: string): number | undefined {
  const [a, b] = [numberOf(told, first), numberOf(told, second)]
  return a === undefined || b === undefined ? undefined : (a + b) / 2
}

/** A day to come was written wrongly: unknown, and never fresh. */
function ageInDays(day: Day | undefined, today: Day): number | undefined {
  const age = day === undefined ? undefined : daysFrom(day, today)
  return age === undefined || age < 0 ? undefined : age
}

const oneOf = <Word extends string>(words: readonly Word[], told: string | undefined): Word | undefined =>
  words.find((word) => word === told)
