import { pcl5Worsening } from './pcl5-worsening.ts'

/** Every rule there is, by id: where a stored finding's source is looked up. */
const RULES = [pcl5Worsening]

/** The page under docs/clinical a rule comes from; its id when the rule is no longer among ours. */
export const sourceOf = (ruleId: string): string => RULES.find(({ id }) => id === ruleId)?.source ?? ruleId
