import { expect, test } from 'vitest'
import { asqOf, ORDINARY_DAY, SESSION_SIGNED } from '../../tests/ordinary-session.ts'
import type { DayOfFacts } from '../clinical/facts/day-of.ts'
import { gate, gateRuleVersions } from '../clinical/gate.ts'
import { gateForPatient, gateWords } from './gate-words.ts'
import { readingGrade } from './reading-level.ts'

const NOW = Date.UTC(2026, 10, 22, 15)
const ask = (change: DayOfFacts, at: number | undefined = NOW) =>
  gate({
    facts: { ...ORDINARY_DAY, ...change },
    sync: { at, limits: SESSION_SIGNED, rules: gateRuleVersions() },
    now: NOW,
  })
const SENT = { is: 'sent', to: 'Dr. Okafor' } as const
const told = (change: DayOfFacts) => gateForPatient('en', ask(change), SENT)

test('the patient reads the answer and then the reasons', () => {
  expect(told({ hasFever: true })).toEqual([
    'Not today. Nothing is lost.',
    'Rest first. The session can wait.',
  ])
  expect(told({})).toEqual(['You can go on when you are ready. You can still say “not today”.'])
})

test('whoever has not answered is not told what would be true if they had', () => {
  expect(told({ hasFever: undefined, pcl5: undefined })).toEqual([
    'Talk to us first.',
    'An answer or a reading is still missing. Skipping is OK. Then we talk first.',
  ])
})

test('a suicide screen nobody finished still shows where help is', () => {
  expect(told({ asq: asqOf(1, 0, 0, 0) }).join(' ')).toContain('988')
  expect(told({ asq: undefined }).join(' ')).toContain('988')
})

test('a finding without words of its own says that somebody has to look', () => {
  expect(told({ newUnmatchedMedicines: 1 })[1]).toBe(
    'A clinician needs to look at this before the next step.',
  )
})

test('an old sync and other rules have words', () => {
  const old = ask({}, NOW - 90 * 60_000)
  expect(gateForPatient('en', old, SENT)[1]).toContain('has not reached us')
  const other = gate({
    facts: ORDINARY_DAY,
    sync: { at: NOW, limits: SESSION_SIGNED, rules: [] },
    now: NOW,
  })
  expect(gateForPatient('es', other, SENT)[1]).toContain('conectarse una vez')
})

test('the words of the gate read easily, and are others in Spanish', () => {
  const of = (language: 'en' | 'es') => {
    const { answer, booking, otherDay, ...others } = gateWords[language]
    const days = Object.values(otherDay).map((text) => (typeof text === 'string' ? text : text('Nov 24')))
    return [...Object.values(answer), ...Object.values(booking), ...Object.values(others), ...days]
  }
  for (const text of of('en')) expect(readingGrade(text), text).toBeLessThanOrEqual(8)
  for (const [i, text] of of('es').entries()) expect(text).not.toBe(of('en')[i])
})
