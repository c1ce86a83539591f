/** Readings the practice goes by. `review`: a prescriber looks. `hold`: not today. Closed ends: from here on. */

export type VitalLimits = {
  /** Mean of the readings on two days at home, before anything is ordered. */
  atHome?: {
    reviewSystolicMmHg?: number
    holdSystolicMmHg?: number
    reviewDiastolicMmHg?: number
    holdDiastolicMmHg?: number
  }
  /** On the day: mean of two, one minute apart, seated five minutes. */
  before?: {
    reviewSystolicMmHg?: number
    holdSystolicMmHg?: number
    reviewDiastolicMmHg?: number
    holdDiastolicMmHg?: number
    restMinutes?: number
    /** Pulse under or over these. */
    holdBelowPulsePerMinute?: number
    reviewBelowPulsePerMinute?: number
    reviewAbovePulsePerMinute?: number
    holdAbovePulsePerMinute?: number
    reviewBelowOxygenPercent?: number
    holdBelowOxygenPercent?: number
    holdBelowBreathsPerMinute?: number
    reviewAboveBreathsPerMinute?: number
    holdAboveBreathsPerMinute?: number
    reviewTemperatureCelsius?: number
    holdTemperatureCelsius?: number
    /** A fall on standing of this much, or a standing pressure under this. */
    standingFallSystolicMmHg?: number
    standingBelowSystolicMmHg?: number
    standingFromAgeYears?: number
    /** The practice lets some people go without a reading. */
    mayGoWithout?: readonly ('blood-pressure' | 'pulse' | 'oxygen' | 'breathing' | 'temperature')[]
  }
  during?: {
    /** Sit, repeat after `repeatMinutes`, call. */
    reviewSystolicMmHg?: number
    reviewDiastolicMmHg?: number
    /** Once: the same, at once. Twice, or once with a symptom: a clinician, or an emergency. */
    highSystolicMmHg?: number
    highDiastolicMmHg?: number
    lowSystolicMmHg?: number
    repeatMinutes?: number
    pulseFromPerMinute?: number
    pulseToPerMinute?: number
    /** Under this: sit up, breathe, look again. */
    reviewBelowOxygenPercent?: number
    /** At or under this: emergency. */
    emergencyOxygenPercent?: number
    /** The one ladder of breathing. Under or over: a person now. */
    personBelowBreathsPerMinute?: number
    personAboveBreathsPerMinute?: number
    /** Under this: emergency. */
    emergencyBelowBreathsPerMinute?: number
    /** A pause longer than this: emergency. */
    emergencyPauseSeconds?: number
    /** Minutes after the dose when a reading is due. */
    readingAtMinutes?: readonly number[]
  }
  after?: {
    highestSystolicMmHg?: number
    highestDiastolicMmHg?: number
    lowestSystolicMmHg?: number
    lowestOxygenPercent?: number
    /** No lower than the person's own by more than this. */
    oxygenFallPercent?: number
  }
}
