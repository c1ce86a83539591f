/**
 * How careful a plan has to be for what: the practice signs a level for each fact. `usual` says that the practice
 * has thought of it and asks for nothing more. A fact without a signed level asks for the most careful plan.
 */
import type { CautionLevel } from './course.ts'

export const CAUTIONS = [
  'dissociation',
  'dissociativeDisorder',
  'severity',
  'complexPtsd',
  'alphaMedicine',
  'bloodPressureMedicine',
  'noTherapist',
  'recentEvent',
  'suicideScreen',
  'age',
  'bloodPressure',
] as const
export type Caution = (typeof CAUTIONS)[number]

/** The cut points are those of the rules: `instruments`, `intake`, `vitals.atHome`. */
export type CautionLimits = { [Name in Caution]?: CautionLevel }
