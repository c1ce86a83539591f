import { heartOrVessels, notSafeNow, pregnantOrTrying, psychosisOrMania } from './safety.ts'
import { limitsOfSelfCheck, moodOrWorryScreen, traumaScreen } from './screens.ts'
import { outsideServedStates, underAge } from './who-is-served.ts'

/** Group A: the free assessment, before anybody is a patient. */
export const assessmentRules = {
  A01: underAge,
  A02: outsideServedStates,
  A03: notSafeNow,
  A04: pregnantOrTrying,
  A05: psychosisOrMania,
  A06: heartOrVessels,
  A07: traumaScreen,
  A08: moodOrWorryScreen,
  A09: limitsOfSelfCheck,
}

export type AssessmentRuleId = keyof typeof assessmentRules
