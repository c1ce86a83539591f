import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULE_GROUPS, type RuleGroup, type RuleId } from '../app/clinical/rules/all.ts'
import { isRunning, RUNNING } from '../app/clinical/rules/running.ts'

const acts = readdirSync('app/care', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`app/care/${file}`, 'utf8'))
  .join('\n')

/** By the name under which an act takes them. */
const GROUP_NAMES: Record<RuleGroup, string> = {
  assessment: 'assessmentRules',
  intake: 'intakeRules',
  dayOf: 'dayOfRules',
  inSession: 'inSessionRules',
  afterSession: 'afterSessionRules',
  course: 'courseRules',
  suicideScreen: 'suicideScreenRules',
}

test('a group of rules is called running when an act asks it, and only then', () => {
  const asked = (Object.keys(GROUP_NAMES) as RuleGroup[]).filter((group) => acts.includes(GROUP_NAMES[group]))
  expect([...RUNNING.groups].sort()).toEqual(asked.sort())
})

test('a rule that an act asks by itself is called running', () => {
  expect(acts.includes('pcl5Worsening')).toBe(isRunning('F01'))
  expect(/\bexpiry\b/.test(acts)).toBe(isRunning('F15'))
})

test('no rule is named twice', () => {
  const ids = RUNNING.groups.flatMap((group) => Object.keys(RULE_GROUPS[group]) as RuleId[])
  expect(RUNNING.rules.filter((id) => ids.includes(id))).toEqual([])
})
