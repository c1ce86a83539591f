import { describe, expect, test } from 'vitest'
import type { Severity } from '../outcome.ts'
import type { Finding, Missing } from '../rules/rule.ts'
import { type EarlierFinding, news, withoutUnasked } from './news.ts'

const found = (ruleId: string, change: Partial<Finding> = {}): Finding => ({
  ...{ ruleId, ruleVersion: 1, isUnknown: false, severity: 'review', isFinal: false, evidence: {} },
  ...{ missing: [], source: 'docs/clinical/rules.md', rules: [{ id: ruleId, version: 1 }], ...change },
})
const earlier = (ruleId: string, change: Partial<EarlierFinding> = {}): EarlierFinding => ({
  ...{ ruleId, severity: 'review' as Severity, isUnknown: false, evidence: {}, isOpen: true, ...change },
})
const isNew = (before: EarlierFinding, now: Finding) => news([before], [now]).length === 1

describe('what is open', () => {
  test.each<[string, Partial<EarlierFinding>, Partial<Finding>, boolean]>([
    ['of the same weight is not found again', {}, {}, false],
    ['of more weight neither', { severity: 'block' }, {}, false],
    ['of less weight does not hide what weighs more', {}, { severity: 'block' }, true],
    ['and could not be judged does not hide what fires', { isUnknown: true }, {}, true],
    ['and could not be judged is not found again', { isUnknown: true }, { isUnknown: true }, false],
    ['and fires hides what cannot be judged', {}, { isUnknown: true }, false],
  ])('%s', (_what, open, now, expected) => {
    expect(isNew(earlier('F07', open), found('F07', now))).toBe(expected)
  })

  test('of another rule says nothing', () => {
    expect(isNew(earlier('F07'), found('F10'))).toBe(true)
  })
})

describe('what somebody has closed', () => {
  const closed = (ruleId: string, change: Partial<EarlierFinding> = {}) =>
    earlier(ruleId, { isOpen: false, ...change })
  const at = (sessionsInCourse: number, limit = 6) => ({ sessionsInCourse, 'course.maxSessions': limit })

  test.each<[string, Partial<EarlierFinding>, Partial<Finding>, boolean]>([
    ['is answered while what it hangs on is the same', { evidence: at(6) }, { evidence: at(6, 5) }, false],
    ['is found anew when that has changed', { evidence: at(6) }, { evidence: at(7) }, true],
    ['does not answer what weighs more', { evidence: at(6) }, { evidence: at(6), severity: 'block' }, true],
    [
      'does not answer for what could not be judged then',
      { evidence: at(6), isUnknown: true },
      { evidence: at(6) },
      true,
    ],
  ])('%s', (_what, before, now, expected) => {
    expect(isNew(closed('F05', before), found('F05', now))).toBe(expected)
  })

  test.each<[string, Record<string, number>, boolean]>([
    ['both the same', { altTimesUpperLimit: 3, altAgeMonths: 2 }, false],
    ['another age', { altTimesUpperLimit: 3, altAgeMonths: 3 }, true],
    ['another value', { altTimesUpperLimit: 4, altAgeMonths: 2 }, true],
  ])('all that it hangs on has to be the same: %s', (_what, evidence, expected) => {
    const before = closed('F08', { evidence: { altTimesUpperLimit: 3, altAgeMonths: 2 } })
    expect(isNew(before, found('F08', { evidence }))).toBe(expected)
  })

  test('one answer is enough, wherever it stands among the others', () => {
    const others = [closed('F05', { evidence: at(5) }), closed('F05', { evidence: at(6) }), earlier('F10')]
    expect(news(others, [found('F05', { evidence: at(6) })])).toEqual([])
    expect(news(others, [found('F05', { evidence: at(7) })])).toHaveLength(1)
  })

  test.each(['F07', 'F10', 'F13', 'F16', 'F17'])('%s looks at new answers each time', (id) => {
    expect(isNew(closed(id), found(id))).toBe(true)
  })
})

test('each response stands for itself, whatever is open', () => {
  for (const id of ['F01', 'F02', 'F04']) expect(isNew(earlier(id), found(id))).toBe(true)
})

describe('what nobody asked', () => {
  const missing = (...all: Missing[]) => found('F10', { isUnknown: true, missing: all })
  const fact = (name: string): Missing => ({ kind: 'fact', name })
  test('is no finding; what was asked and left open is one, and what nobody signed', () => {
    const unsigned: Missing = { kind: 'limit', name: 'refill.cravingTimes' }
    const never = missing(fact('sharesMedicine'))
    const open = missing(fact('sharesMedicine'), fact('pcl5'))
    const limit = missing(fact('sharesMedicine'), unsigned)
    const fires = found('F07')
    expect(withoutUnasked([never, open, limit, fires], ['pcl5'])).toEqual([open, limit, fires])
    expect(withoutUnasked([open])).toEqual([])
  })
})
