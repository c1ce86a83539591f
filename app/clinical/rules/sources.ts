import { ALL_RULES } from './all.ts'

/** The page under docs/clinical a rule comes from; its id when the rule is no longer among ours. */
export const sourceOf = (ruleId: string): string =>
  ALL_RULES.find(({ id }) => id === ruleId)?.source ?? ruleId
