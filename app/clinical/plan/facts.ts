/** What a plan looks at: facts of intake alone. Nothing of how a session felt or how deep it went is among them. */
import type { AboutFacts, Known } from '../facts/fact.ts'
import { INTAKE_FACTS, type IntakeFacts } from '../facts/intake.ts'
import { SUICIDE_SCREEN_FACTS, type SuicideScreenFacts } from '../facts/suicide-screen.ts'

type Facts = Required<
  Pick<
    IntakeFacts,
    | 'ageYears'
    | 'cssrsLevel'
    | 'daysSinceRecentEvent'
    | 'desMean'
    | 'desTaxonMean'
    | 'dssB'
    | 'feelsUnreal'
    | 'hasDissociativeDisorder'
    | 'hasTherapist'
    | 'homeDiastolicMmHg'
    | 'homeSystolicMmHg'
    | 'itq'
    | 'medicineClasses'
    | 'pcl5'
    | 'unmatchedMedicines'
    | 'weightKg'
  > &
    Pick<SuicideScreenFacts, 'asq'>
>

export type PlanFacts = Known<Facts>

export const PLAN_FACTS: AboutFacts<Facts> = {
  ageYears: INTAKE_FACTS.ageYears,
  asq: SUICIDE_SCREEN_FACTS.asq,
  cssrsLevel: INTAKE_FACTS.cssrsLevel,
  daysSinceRecentEvent: INTAKE_FACTS.daysSinceRecentEvent,
  desMean: INTAKE_FACTS.desMean,
  desTaxonMean: INTAKE_FACTS.desTaxonMean,
  dssB: INTAKE_FACTS.dssB,
  feelsUnreal: INTAKE_FACTS.feelsUnreal,
  hasDissociativeDisorder: INTAKE_FACTS.hasDissociativeDisorder,
  hasTherapist: INTAKE_FACTS.hasTherapist,
  homeDiastolicMmHg: INTAKE_FACTS.homeDiastolicMmHg,
  homeSystolicMmHg: INTAKE_FACTS.homeSystolicMmHg,
  itq: INTAKE_FACTS.itq,
  medicineClasses: INTAKE_FACTS.medicineClasses,
  pcl5: INTAKE_FACTS.pcl5,
  unmatchedMedicines: INTAKE_FACTS.unmatchedMedicines,
  weightKg: INTAKE_FACTS.weightKg,
}
