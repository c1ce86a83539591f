/** What a plan looks at: facts of intake alone. Nothing of how a session felt or how deep it went is among them. */
import type { Known } from '../facts/fact.ts'
import type { IntakeFacts } from '../facts/intake.ts'
import type { SuicideScreenFacts } from '../facts/suicide-screen.ts'

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
