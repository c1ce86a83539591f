import type { InSessionFacts } from '../../facts/in-session.ts'
import type { Rule } from '../rule.ts'
import { breathing, oxygenLow } from './breathing.ts'
import { lowOrFallen, pressureHighTwice, pressureRaised, pulse } from './circulation.ts'
import { distressNeedsPerson, frozen, grounding } from './distress.ts'
import { extraDose, vomiting } from './extra-dose-and-vomiting.ts'
import { afraidOrHearing, askedForHelp, questionsAtPeak, suicidalWords, wantsToLeave } from './said.ts'
import { silence, supportPersonGone } from './silence.ts'
import { cannotBeWoken, hardToWake, sleepierLate } from './waking.ts'

/** Group D: between the dose and the end. */
export const inSessionRules = {
  D01: cannotBeWoken,
  D02: hardToWake,
  D03: breathing,
  D04: oxygenLow,
  D05: pressureHighTwice,
  D06: grounding,
  D07: distressNeedsPerson,
  D08: askedForHelp,
  D09: silence,
  D10: extraDose,
  D11: vomiting,
  D12: frozen,
  D13: suicidalWords,
  D14: supportPersonGone,
  D15: questionsAtPeak,
  D16: pressureRaised,
  D17: pulse,
  D18: lowOrFallen,
  D19: afraidOrHearing,
  D20: sleepierLate,
  D21: wantsToLeave,
} satisfies Record<string, Rule<InSessionFacts>>

export type InSessionRuleId = keyof typeof inSessionRules
