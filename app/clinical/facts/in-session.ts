/** What is seen and measured between the dose and the end. Lists come in any order: two devices write them. */
import type { WakingWord } from '../instruments/waking.ts'
import { type AboutFacts, general, type Known, partnerSafety, readFrom } from './fact.ts'

export type Pressure = { atMinutes: number; systolicMmHg: number; diastolicMmHg: number }

type Facts = {
  minutesSinceDose: number
  /** Each with its minute after the dose. */
  waking: readonly { atMinutes: number; waking: WakingWord }[]
  breathsPerMinute: number
  hasBreathingPauses: boolean
  longestPauseSeconds: number
  isBlueOrGasping: boolean
  /** `exempt`: there is no oximeter, and the protocol lets this person go without. */
  oxygenPercent: number | 'exempt'
  pressures: readonly Pressure[]
  pulsePerMinute: number
  hasChestPain: boolean
  hasStrokeSign: boolean
  hasSevereHeadache: boolean
  hasVisionChange: boolean
  isDizzyStanding: boolean
  hasFallen: boolean

  /** Distress, 0 to 10, each with its minute after the dose. */
  distress: readonly { atMinutes: number; points: number }[]
  toolsTriedSinceDistress: number
  pressedHelp: boolean
  saysSuicidalWords: boolean
  frozenOrFlashbackMinutes: number
  vomitedTimes: number
  tookExtraDose: boolean
  fearsSupportPerson: boolean
  actsOnVoices: boolean
  wantsToStopOrLeave: boolean
  wantsToDrive: boolean

  /** Since the check that was missed; 0 when none is. */
  silentMinutes: number
  missedChecks: number
  /**
   * Announced: the agreed call times take the place of checks, and silence by itself raises nobody. A call time
   * that was agreed and missed ends it.
   */
  isOfflineAnnounced: boolean
  isSupportPersonPresent: boolean
  isSupportPersonReachable: boolean
  isQuestionnaireRequested: boolean
  phase: 'onset' | 'peak' | 'return' | 'recovery'
}

export type InSessionFacts = Known<Facts>

/** Taken together, so that readings nobody took are one finding. */
const readings = readFrom('vital-signs')
/** Asked together in a look with care, so that a look nobody took is one finding. */
const look = readFrom('look-in')

export const IN_SESSION_FACTS: AboutFacts<Facts> = {
  minutesSinceDose: general,
  waking: readFrom('waking'),
  breathsPerMinute: readings,
  hasBreathingPauses: readings,
  longestPauseSeconds: readings,
  isBlueOrGasping: readings,
  oxygenPercent: readings,
  pressures: readings,
  pulsePerMinute: readings,
  hasChestPain: look,
  hasStrokeSign: look,
  hasSevereHeadache: look,
  hasVisionChange: look,
  isDizzyStanding: look,
  hasFallen: look,
  distress: readFrom('suds'),
  toolsTriedSinceDistress: general,
  pressedHelp: general,
  saysSuicidalWords: look,
  frozenOrFlashbackMinutes: look,
  vomitedTimes: look,
  tookExtraDose: general,
  fearsSupportPerson: partnerSafety,
  actsOnVoices: look,
  wantsToStopOrLeave: general,
  wantsToDrive: look,
  silentMinutes: general,
  missedChecks: general,
  isOfflineAnnounced: general,
  isSupportPersonPresent: general,
  isSupportPersonReachable: general,
  isQuestionnaireRequested: general,
  phase: general,
}
