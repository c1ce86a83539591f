/** What is watched over a whole course. Lists hold the oldest first. */
import type { Bounds } from '../instruments/answers.ts'
import type { ScoreResult } from '../instruments/instrument.ts'
import type { Pcl5Readings, Pcl5Score } from '../instruments/pcl5.ts'
import type { Phq9Band, Phq9Readings } from '../instruments/phq9.ts'
import type { BandedTotal } from '../instruments/sum-scale.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type { SexAtBirth } from './conditions.ts'
import { type AboutFacts, general, type Known, pregnancy, readFrom, type Slot, substanceUse } from './fact.ts'

export type Craving = number | 'some'

type Facts = {
  sexAtBirth: SexAtBirth
  pcl5: ScoreResult<Pcl5Score, Pcl5Readings>
  /** Earlier totals of the PCL-5, same version and recall window. */
  earlierTotals: readonly number[]
  /** `not-asked-again`: there is no second one to hold against the first. */
  phq9: ScoreResult<BandedTotal<Phq9Band>, Phq9Readings> | 'not-asked-again'
  earlierPhq9Totals: readonly number[]

  sessionsInCourse: number
  monthsInCourse: number
  /** Since improvement was last recorded. */
  doseStepsWithoutImprovement: number

  icsiTotal: Slot<number>
  icsiBaseline: Slot<number>
  hasNewBloodInUrine: boolean
  hasNewPainOnUrination: boolean
  /** A multiple of the laboratory's own upper limit; `not-needed`: the protocol asks for none. */
  altTimesUpperLimit: number | 'not-needed'
  /** One that has begun counts. */
  altAgeMonths: number | 'not-needed'

  /** Days before it is due that the next supply was asked for; 0 when it was due. */
  refillEarlyDays: number
  earlyOrLostSupplies: number
  lostSuppliesNow: number
  /** Craving, 0 to 10. `some`: told with a yes, and not how strong. */
  cravings: readonly Craving[]
  usesOutsideSessions: boolean
  sharesMedicine: boolean
  pdmpShowsNewPrescriber: boolean
  /** Bounds: with answers missing. */
  auditCTotal: Slot<number | Bounds>
  previousAuditCTotal: Slot<number | Bounds>
  dast10Total: Slot<number | Bounds>
  previousDast10Total: Slot<number | Bounds>
  /** Any of the built-in questions answered worse than three months ago: stands in for both. */
  isSubstanceUseWorse: boolean

  isPregnantOrTrying: boolean
  hasNewHeartEvent: boolean
  hasNewPsychiatricDiagnosis: boolean
  /** Negative: over. */
  protocolDaysLeft: number
  telehealthBasisDaysLeft: number | 'no-end'
  missedCheckIns: number
  startedMedicineClasses: readonly MedicineClass[]
  stoppedMedicineClasses: readonly MedicineClass[]
}

export type CourseFacts = Known<Facts>

export const COURSE_FACTS: AboutFacts<Facts> = {
  sexAtBirth: general,
  pcl5: readFrom('pcl-5'),
  earlierTotals: readFrom('pcl-5'),
  phq9: readFrom('phq-9'),
  earlierPhq9Totals: readFrom('phq-9'),
  sessionsInCourse: general,
  monthsInCourse: general,
  doseStepsWithoutImprovement: general,
  icsiTotal: readFrom('icsi'),
  icsiBaseline: readFrom('icsi'),
  hasNewBloodInUrine: readFrom('bladder-signs'),
  hasNewPainOnUrination: readFrom('bladder-signs'),
  altTimesUpperLimit: general,
  altAgeMonths: general,
  refillEarlyDays: general,
  earlyOrLostSupplies: general,
  lostSuppliesNow: general,
  cravings: readFrom('side-effects', 'substance-use'),
  usesOutsideSessions: substanceUse,
  sharesMedicine: substanceUse,
  pdmpShowsNewPrescriber: substanceUse,
  auditCTotal: readFrom('audit-c', 'substance-use'),
  previousAuditCTotal: readFrom('audit-c', 'substance-use'),
  dast10Total: readFrom('dast-10', 'substance-use'),
  previousDast10Total: readFrom('dast-10', 'substance-use'),
  isSubstanceUseWorse: substanceUse,
  isPregnantOrTrying: pregnancy,
  hasNewHeartEvent: general,
  hasNewPsychiatricDiagnosis: general,
  protocolDaysLeft: general,
  telehealthBasisDaysLeft: general,
  missedCheckIns: general,
  startedMedicineClasses: general,
  stoppedMedicineClasses: general,
}
