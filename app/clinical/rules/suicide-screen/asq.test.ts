import { expect, test } from 'vitest'
import { asqOf } from '../../../../tests/ordinary-session.ts'
import type { SuicideScreenFacts } from '../../facts/suicide-screen.ts'
import { asq } from '../../instruments/asq.ts'
import type { Outcome } from '../../outcome.ts'
import { findings, type Rule } from '../rule.ts'
import { suicideScreenRules } from './rules.ts'

const ALL = Object.values<Rule<SuicideScreenFacts>>(suicideScreenRules)

test.each<[string, SuicideScreenFacts, Outcome, Outcome, Outcome]>([
  ['four times no', { asq: asqOf(0, 0, 0, 0) }, 'clear', 'clear', 'clear'],
  ['one yes, not now', { asq: asqOf(1, 0, 0, 0, 0) }, 'clear', 'block', 'clear'],
  ['the last of four yes, not now', { asq: asqOf(0, 0, 0, 1, 0) }, 'clear', 'block', 'clear'],
  ['yes, right now', { asq: asqOf(1, 0, 0, 0, 1) }, 'block', 'clear', 'clear'],
  ['right now declined', { asq: asqOf(1, 0, 0, 0, 'skipped') }, 'block', 'clear', 'block'],
  ['one declined, not now', { asq: asqOf(0, 'skipped', 0, 0, 0) }, 'clear', 'block', 'block'],
  ['one yes, right now not asked', { asq: asqOf(1, 0, 0, 0) }, 'unknown', 'block', 'unknown'],
  ['stopped in the middle', { asq: asqOf(0, 0) }, 'unknown', 'unknown', 'unknown'],
  ['not asked', {}, 'unknown', 'unknown', 'unknown'],
  ['not asked, C-SSRS not loaded', { cssrsLevel: 'not-loaded' }, 'unknown', 'unknown', 'unknown'],
  ['asked with the C-SSRS', { cssrsLevel: 'none' }, 'clear', 'clear', 'clear'],
  ['asked with both', { cssrsLevel: 'none', asq: asqOf(1, 0, 0, 0, 1) }, 'block', 'clear', 'clear'],
])('%s', (_what, facts, ...outcomes) => {
  expect(ALL.map((rule) => rule.judge(facts, {}).outcome)).toEqual(outcomes)
})

test('a screen nobody asked is one finding, and it closes', () => {
  const found = findings(ALL, { cssrsLevel: 'not-loaded' }, {})
  expect(found).toMatchObject([{ severity: 'block', isUnknown: true }])
  expect(found[0]?.rules).toHaveLength(3)
})

test('of all 1,024 ways to answer, skip or leave out, only four times no is clear', () => {
  const words = [0, 1, 'skipped', undefined] as const
  const all = words.flatMap((a) =>
    words.flatMap((b) =>
      words.flatMap((c) => words.flatMap((d) => words.map((e) => [a, b, c, d, e] as const))),
    ),
  )
  const clear = all.filter((given) => {
    const answers = Object.fromEntries(given.map((answer, i) => [`asq-0${i + 1}`, answer]))
    return findings(ALL, { asq: asq.score(answers), cssrsLevel: 'not-loaded' }, {}).length === 0
  })
  expect(clear.map((given) => given.slice(0, 4))).toEqual(clear.map(() => [0, 0, 0, 0]))
  expect(clear.map(([, , , , now]) => now)).toEqual([0, undefined])
})
