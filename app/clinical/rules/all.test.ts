/** What holds for every rule, whoever wrote it. */
import { describe, expect, test } from 'vitest'
import { RULE_GROUPS, type RuleGroup, rulesOf } from './all.ts'
import { sourceOf } from './sources.ts'

const groups = Object.keys(RULE_GROUPS) as RuleGroup[]

describe.each(groups)('%s', (group) => {
  test('each rule stands under its own id, once', () => {
    const ids = rulesOf(group).map(({ id }) => id)
    expect(ids).toEqual(Object.keys(RULE_GROUPS[group]))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(rulesOf(group).map((rule) => [rule.id, rule] as const))(
    '%s is never weaker than review when unknown, if it is about safety',
    (_id, { severities, whenUnknown, mark, isSafety, isFinal }) => {
      if (severities.includes('block') || isSafety) expect(['block', 'review']).toContain(whenUnknown)
      if (mark) expect(whenUnknown).toBe('block')
      if (isFinal) expect(severities[0]).toBe('block')
    },
  )

  test.each(rulesOf(group).map((rule) => [rule.id, rule] as const))(
    '%s says what it rests on',
    (_id, rule) => {
      expect(rule.sections.length).toBeGreaterThan(0)
      expect(rule.source).toMatch(/^docs\/clinical\/[a-z0-9-]+\.md$/)
      expect(rule.version).toBeGreaterThanOrEqual(1)
    },
  )
})

test('a rule is looked up by its id, and one that is gone is shown by it', () => {
  expect(['B10', 'F01', 'X99'].map(sourceOf)).toEqual([
    'docs/clinical/rules.md',
    'docs/clinical/pcl5.md',
    'X99',
  ])
})
