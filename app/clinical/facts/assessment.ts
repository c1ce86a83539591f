/** What the free assessment asks: nobody is a patient yet, and every question can be skipped. */

import type { ScoreResult } from '../instruments/instrument.ts'
import type { PcPtsd5Score } from '../instruments/pc-ptsd5.ts'
import type { Bounded, Total } from '../instruments/total.ts'
import type { HeartCondition } from './conditions.ts'
import { type AboutFacts, general, type Known, pregnancy, readFrom } from './fact.ts'

type Facts = {
  ageYears: number
  /** Two-letter code of where the person is now. */
  stateOfLocation: string
  /** Their own answer to "Are you safe right now?" was no. */
  isNotSafeNow: boolean
  /** Words about ending their life stood in a text they wrote. */
  saysCrisisWords: boolean
  isPregnantOrTrying: boolean
  hasPsychosisDiagnosis: boolean
  hasManiaNow: boolean
  /** Empty: asked, and none of them. */
  heartConditions: readonly HeartCondition[]
  pcPtsd5: ScoreResult<PcPtsd5Score, Bounded>
  phq2: ScoreResult<Total, Bounded>
  gad2: ScoreResult<Total, Bounded>
}

export type AssessmentFacts = Known<Facts>

export const ASSESSMENT_FACTS: AboutFacts<Facts> = {
  ageYears: general,
  stateOfLocation: general,
  isNotSafeNow: general,
  saysCrisisWords: general,
  isPregnantOrTrying: pregnancy,
  hasPsychosisDiagnosis: general,
  hasManiaNow: general,
  heartConditions: general,
  pcPtsd5: readFrom('pc-ptsd-5'),
  phq2: readFrom('phq-2'),
  gad2: readFrom('gad-2'),
}
