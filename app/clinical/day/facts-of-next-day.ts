/**
 * The facts of the day after, from what the person told and what is on record. Sign-off: docs/clinical/session.md
 */
import type { AfterSessionFacts, SideEffectGrade } from '../facts/after-session.ts'
import type { CourseFacts } from '../facts/course.ts'
import { asq } from '../instruments/asq.ts'
import type { Answers } from '../instruments/instrument.ts'
import { listOf, numberOf, type Told, wordOf, yesOf } from '../intake/question.ts'
import { TOLD_BY_NOTHING } from '../rules/told-by-nothing.ts'
import { ASKS_OF_USE, DAY_VERSION } from './questions.ts'

/** `version`: of the questions it was told to; today's where it is left out. */
export type NextDayHalf = { asq: Answers; told: Told; version?: number }
/** Told on the day after, and looked at by rules over the whole course. */
export type NextDayNews = Pick<CourseFacts, 'usesOutsideSessions' | 'sharesMedicine'>
export type NextDayRecord = Pick<
  AfterSessionFacts,
  | 'hoursSinceDose'
  | 'isNextDay'
  | 'isFirstSession'
  | 'hadSessionEvent'
  | 'hasIntegrationAppointment'
  | 'hoursToIntegrationAppointment'
>

const GRADES = ['none', 'mild', 'moderate', 'severe']

export function nextDayFacts(
  record: NextDayRecord,
  { asq: answers, told, version = DAY_VERSION }: NextDayHalf,
): AfterSessionFacts & NextDayNews {
  const grade = GRADES.indexOf(wordOf(told, 'sideEffects') ?? '')
  const effects = listOf(told, 'effects')
  // Left unticked where it was not asked is no no.
  const use = version >= ASKS_OF_USE ? effects : undefined
  const changed = listOf(told, 'changed')
  const serious = listOf(told, 'serious')
  return {
    ...record,
    ...TOLD_BY_NOTHING.E06,
    asq: asq.score(answers),
    isNextDayCheckDone: true,
    sleptSinceDose: yesOf(told, 'slept'),
    worstSideEffect: grade < 0 ? undefined : (grade as SideEffectGrade),
    hasBladderBlood: effects?.includes('blood-in-urine'),
    hasVisionLoss: effects?.includes('vision-loss'),
    hasCraving: effects?.includes('craving'),
    usesOutsideSessions: use?.includes('outside-session'),
    sharesMedicine: use?.includes('shared'),
    unrealForHours: numberOf(told, 'unrealHours'),
    hearsVoices: changed?.includes('voices'),
    hasLessSleepMoreEnergy: changed?.includes('much-energy'),
    seriousEvents:
      serious &&
      (['emergency-room', 'admission', 'overdose'] as const).filter((one) => serious.includes(one)),
    plansToDrive: yesOf(told, 'drives'),
    integration: numberOf(told, 'integration'),
  }
}
