/**
 * Which rules the product asks today. The others are written and tested, and nothing asks them yet: a count of
 * zero findings says nothing about those. `tests/running-rules.test.ts` holds it against the acts.
 */
import { RULE_GROUPS, type RuleGroup, type RuleId } from './all.ts'

/** Whole groups, and single rules of others. */
export const RUNNING: { groups: readonly RuleGroup[]; rules: readonly RuleId[] } = {
  groups: ['assessment', 'intake', 'inSession', 'afterSession', 'suicideScreen'],
  rules: ['F01', 'F02', 'F03', 'F05', 'F06', 'F15'],
}

export const isRunning = (id: RuleId): boolean =>
  RUNNING.rules.includes(id) || RUNNING.groups.some((group) => Object.hasOwn(RULE_GROUPS[group], id))
