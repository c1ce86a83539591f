import { pcl5Worsening } from '../pcl5-worsening.ts'
import { bladderChange, exposureChange, liverValues, newCondition } from './body.ts'
import { courseComplete, expiry, longCourse } from './end-of-course.ts'
import {
  missedCheckIns,
  noImprovement,
  pcl5Improved,
  phq9Worsening,
  stepsWithoutImprovement,
} from './response.ts'
import { craving, earlyOrLostSupply, newPrescriber, substanceUseWorse } from './supply-and-use.ts'

/** Group F: what is watched over a whole course. */
export const courseRules = {
  F01: pcl5Worsening,
  F02: pcl5Improved,
  F03: noImprovement,
  F04: phq9Worsening,
  F05: courseComplete,
  F06: longCourse,
  F07: bladderChange,
  F08: liverValues,
  F09: earlyOrLostSupply,
  F10: craving,
  F11: newPrescriber,
  F12: stepsWithoutImprovement,
  F13: newCondition,
  F14: substanceUseWorse,
  F15: expiry,
  F16: missedCheckIns,
  F17: exposureChange,
}

export type CourseRuleId = keyof typeof courseRules
