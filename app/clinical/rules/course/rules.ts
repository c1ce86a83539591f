import { pcl5Worsening } from '../pcl5-worsening.ts'

/** Group F: what is watched over a whole course. */
export const courseRules = {
  F01: pcl5Worsening,
}

export type CourseRuleId = keyof typeof courseRules
