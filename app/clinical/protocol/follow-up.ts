/** What the practice signed about the time after: who answers how soon, the watch, and how much is asked. */

export type EscalationLimits = {
  /** Who is called in which order, and for how long each is waited for. */
  tiers?: readonly {
    whom: 'clinician-on-duty' | 'prescriber' | 'backup' | 'coordinator'
    afterMinutes: number
  }[]
  /** A call for help is answered within. */
  helpAnsweredSeconds?: number
  /** A positive suicide screen is answered within. */
  suicideAnsweredSeconds?: number
  dutyPhone?: string
  /** Silence on the day after: closely watched people. */
  watchedCoordinatorHours?: number
  watchedClinicianHours?: number
  /** A positive suicide screen in this many days makes a person closely watched. */
  watchedAfterScreenDays?: number
  /** Silence on the day after: everybody else. */
  nudgeHours?: number
  coordinatorHours?: number
  clinicianHours?: number
}

export type IntegrationLimits = {
  windowFromHours?: number
  windowToHours?: number
  isTherapyEssential?: boolean
}

export type MonitoringLimits = {
  /** ALT as a multiple of the laboratory's own upper limit. */
  altReviewTimesUpperLimit?: number
  altHoldTimesUpperLimit?: number
  /** Liver values are no older than this. */
  liverEveryMonths?: number
  bladderEveryMonths?: number
  substanceEveryMonths?: number
  homeBloodPressureEveryMonths?: number
  /** So many check-ins in a row unanswered. */
  missedCheckIns?: number
  unrealLongerThanHours?: number
}

/** How much may be asked of a person. */
export type ScheduleLimits = {
  questionsOnSessionDay?: number
  questionsPerDayInWatch?: number
  heavyScalesPerWeek?: number
}
