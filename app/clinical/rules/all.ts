import { afterSessionRules } from './after-session/rules.ts'
import { assessmentRules } from './assessment/rules.ts'
import { courseRules } from './course/rules.ts'
import { dayOfRules } from './day-of/rules.ts'
import { inSessionRules } from './in-session/rules.ts'
import { intakeRules } from './intake/rules.ts'
import type { Rule } from './rule.ts'
import { suicideScreenRules } from './suicide-screen/rules.ts'

/** Every rule there is, by group. Words for each are in content, and a rule without them does not compile. */
export const RULE_GROUPS = {
  assessment: assessmentRules,
  intake: intakeRules,
  dayOf: dayOfRules,
  inSession: inSessionRules,
  afterSession: afterSessionRules,
  course: courseRules,
  suicideScreen: suicideScreenRules,
}

export type RuleGroup = keyof typeof RULE_GROUPS
export type RuleId = { [Group in RuleGroup]: keyof (typeof RULE_GROUPS)[Group] }[RuleGroup]

/** For whoever reads about rules and judges none. */
export type AnyRule = Rule<never>

export const rulesOf = (group: RuleGroup): AnyRule[] => Object.values<AnyRule>(RULE_GROUPS[group])

export const ALL_RULES: readonly AnyRule[] = Object.values(RULE_GROUPS).flatMap((group) =>
  Object.values<AnyRule>(group),
)
