/**
 * The facts of the day after, from what the person told and what is on record. Sign-off: docs/clinical/session.md
 */
import type { AfterSessionFacts, SideEffectGrade } from '../facts/after-session.ts'
import { asq } from '../instruments/asq.ts'
import type { Answers } from '../instruments/instrument.ts'
import { listOf, numberOf, type Told, wordOf, yesOf } from '../intake/question.ts'

export type NextDayHalf = { asq: Answers; told: Told }
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

export function nextDayFacts(record: NextDayRecord, { asq: answers, told }: NextDayHalf): AfterSessionFacts {
  const grade = GRADES.indexOf(wordOf(told, 'sideEffects') ?? '')
  const effects = listOf(told, 'effects')
  const changed = listOf(told, 'changed')
  const serious = listOf(told, 'serious')
  return {
    ...record,
    ...{ cssrsLevel: 'not-loaded', cssrsItemsSkipped: 'not-loaded' },
    asq: asq.score(answers),
    isNextDayCheckDone: true,
    sleptSinceDose: yesOf(told, 'slept'),
    worstSideEffect: grade < 0 ? undefined : (grade as SideEffectGrade),
    hasBladderBlood: effects?.includes('blood-in-urine'),
    hasVisionLoss: effects?.includes('vision-loss'),
    hasCraving: effects?.includes('craving'),
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
