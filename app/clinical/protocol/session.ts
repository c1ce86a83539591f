/** What the practice signed about one session: its phases, its watch, who is there, and going home to bed. */

export type SessionPhase =
  | 'eligibility'
  | 'day-of-check'
  | 'preparation'
  | 'dose'
  | 'onset'
  | 'peak'
  | 'return'
  | 'recovery'

export type SessionLimits = {
  /** Minutes before or after the dose. */
  phases?: readonly { phase: SessionPhase; fromMinutes: number; toMinutes: number }[]
  lookInEveryMinutes?: number
  /** The one ladder of silence, counted from the check that was missed. */
  silence?: {
    callSupportPersonMinutes?: number
    callClinicianMinutes?: number
    emergencyGuidanceMinutes?: number
  }
  /** More often than this is looked at. */
  vomitingTimes?: number
  frozenMinutes?: number
  /** From here on being sleepier than before is a sign, not the usual course. */
  lateSedationAfterMinutes?: number
  /** Sleepier than at a look this long before, or since. */
  lateSedationWithinMinutes?: number
  minimumObservationMinutes?: number
  maximumObservationMinutes?: number
  /** While asleep before the end: woken this often. */
  rouseEveryMinutes?: number
  readyToEndRecheckMinutes?: number
  /** A day-of check synchronised longer ago than this is too old to go by. */
  maximumSyncAgeMinutes?: number
}

export type FitnessLimits = {
  minimumSleepHours?: number
  /** A pregnancy test on the day is good for this many hours. */
  pregnancyTestMaxAgeHours?: number
}

export type SupportLimits = {
  minimumAgeYears?: number
  isSoberRequired?: boolean
  /** At the person's side this long after the dose. */
  staysHours?: number
}

export type DriveLimits = {
  rule?: 'next-day-after-sleep'
  /** Not before this many hours after the dose, whatever else. */
  notBeforeHours?: number
}
