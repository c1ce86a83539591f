import { expect, test } from 'vitest'
import { asqOf, ORDINARY_DAY, SESSION_SIGNED } from '../../../tests/ordinary-session.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import { gate, gateRuleVersions } from '../gate.ts'
import { dayOfFacts } from './facts-of-day.ts'
import { sheetOfDay } from './sheets.ts'

const sync = { at: 0, limits: SESSION_SIGNED, rules: gateRuleVersions() }
const found = (facts: DayOfFacts) =>
  gate({ facts, sync, now: 0 }).reasons.flatMap((reason) =>
    reason.is === 'finding' ? [`${reason.finding.ruleId}${reason.finding.isUnknown ? '?' : ''}`] : [],
  )
const KNOWN = { medicines: undefined, canBePregnant: true, today: '2026-11-22' }
const BESIDE = Object.keys(dayOfFacts({}, KNOWN, undefined, { told: {} }, {}))
const OWN = Object.keys(ORDINARY_DAY).filter(
  (name) => sheetOfDay({ id: 'C02' }, name) && !BESIDE.includes(name),
)
const without = (names: readonly string[]): DayOfFacts =>
  Object.fromEntries(Object.entries(ORDINARY_DAY).filter(([name]) => !names.includes(name)))

/** C21 is the other half's, and waits for a medicine that is told in this one. */
test('handed in with an acute screen and nothing else: that finding, and one for all the sheet lacks', () => {
  expect(OWN.length).toBeGreaterThan(12)
  expect(found({ ...without(OWN), asq: asqOf(1, 0, 0, 0, 1) })).toEqual(['S01', 'B33?', 'C21?'])
})

test('an unfinished screen is a finding of its own', () => {
  expect(found({ ...without(OWN), asq: asqOf(0, 0) })).toEqual(['S01?', 'B33?', 'C21?'])
})

test('both sheets unfinished are two findings: each is told to whoever handed it in', () => {
  expect(found(without(['sleptHours', 'unitsCounted', 'isPhoneTested']))).toEqual(['C10?', 'C14?'])
})

test('what the record lacks is on no sheet', () => {
  expect(found(without(['sleptHours', 'daysSinceLastSession', 'openAdverseEvents']))).toEqual([
    'C11?',
    'C17?',
    'C14?',
  ])
})
