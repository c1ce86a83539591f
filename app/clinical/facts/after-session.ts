/** What is known from the end of the watch to the days after. */
import { type AboutFacts, general, type Known, readFrom, type Slot } from './fact.ts'
import { SUICIDE_SCREEN_FACTS, type SuicideScreenFacts } from './suicide-screen.ts'

/** None, mild, moderate, severe. */
export type SideEffectGrade = 0 | 1 | 2 | 3
export const SEVERE: SideEffectGrade = 3

type Facts = {
  minutesSinceDose: number
  /** Every point of the ready-to-end list. */
  isReadyToEnd: boolean
  isAsleep: boolean
  minutesSinceRoused: number
  isFirstTimeStanding: boolean
  sleptSinceDose: boolean
  /** The calendar day after the dose or later, where the person is. */
  isNextDay: boolean
  plansToDrive: boolean

  isSessionClosed: boolean
  isDrowsierThanAtClose: boolean
  isConfused: boolean
  isShortOfBreath: boolean

  hoursSinceDose: number
  isNextDayCheckDone: boolean
  isFirstSession: boolean
  /** Any finding of the session at D06 or above. */
  hadSessionEvent: boolean
  daysSincePositiveSuicideScreen: number | 'none'
  cssrsItemsSkipped: Slot<number>

  worstSideEffect: SideEffectGrade
  hasBladderBlood: boolean
  hasVisionLoss: boolean
  hasCraving: boolean
  unrealForHours: number
  hearsVoices: boolean
  hasLessSleepMoreEnergy: boolean
  seriousEvents: readonly ('death' | 'emergency-room' | 'admission' | 'overdose')[]

  hasIntegrationAppointment: boolean
  /** From the end of the session to the appointment. */
  hoursToIntegrationAppointment: number
  /** 0 to 10. Shown to nobody as good or bad. */
  integration: number
}

export type AfterSessionFacts = Known<Facts> & SuicideScreenFacts

export const AFTER_SESSION_FACTS: AboutFacts<AfterSessionFacts> = {
  ...SUICIDE_SCREEN_FACTS,
  minutesSinceDose: general,
  isReadyToEnd: readFrom('ready-to-end'),
  isAsleep: general,
  minutesSinceRoused: general,
  isFirstTimeStanding: general,
  sleptSinceDose: general,
  isNextDay: general,
  plansToDrive: general,
  isSessionClosed: general,
  isDrowsierThanAtClose: general,
  isConfused: general,
  isShortOfBreath: general,
  hoursSinceDose: general,
  isNextDayCheckDone: general,
  isFirstSession: general,
  hadSessionEvent: general,
  daysSincePositiveSuicideScreen: general,
  cssrsItemsSkipped: readFrom('c-ssrs'),
  worstSideEffect: readFrom('side-effects'),
  hasBladderBlood: readFrom('bladder-signs'),
  hasVisionLoss: readFrom('side-effects'),
  hasCraving: readFrom('side-effects', 'substance-use'),
  unrealForHours: general,
  hearsVoices: readFrom('psychosis-items'),
  hasLessSleepMoreEnergy: readFrom('mania-items'),
  seriousEvents: general,
  hasIntegrationAppointment: general,
  hoursToIntegrationAppointment: general,
  integration: readFrom('integration', 'journal'),
}
