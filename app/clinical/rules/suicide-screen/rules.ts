import type { SuicideScreenFacts } from '../../facts/suicide-screen.ts'
import type { Rule } from '../rule.ts'
import { acuteSuicideScreen, positiveSuicideScreen, suicideScreenSkipped } from './asq.ts'

/** Group S: the built-in suicide screen, wherever it is asked. */
export const suicideScreenRules = {
  S01: acuteSuicideScreen,
  S02: positiveSuicideScreen,
  S03: suicideScreenSkipped,
} satisfies Record<string, Rule<SuicideScreenFacts>>

export type SuicideScreenRuleId = keyof typeof suicideScreenRules
