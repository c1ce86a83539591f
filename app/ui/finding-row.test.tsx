import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { shownValue } from '../content/finding-words.ts'
import { words } from '../content/words.ts'
import { FindingRow, type FindingView, findingSentence, strongestFirst } from './finding-row.tsx'

const finding: FindingView = {
  id: '1',
  ruleId: 'F01',
  ruleVersion: 1,
  severity: 'review',
  isUnknown: false,
  evidence: { currentTotal: 52, lowestTotal: 33, worseningPoints: 10 },
  source: 'docs/clinical/pcl5.md',
  found: { iso: '2026-11-22T14:12:00Z', text: 'Nov 22, 9:12 AM ET' },
  protocol: { version: 4, signedOn: { iso: '2026-11-02', text: 'Nov 2, 2026' } },
}

const rowOf = (changed: Partial<FindingView>) =>
  renderToString(<FindingRow words={words.en.patient} finding={{ ...finding, ...changed }} />).replace(
    /<[^>]+>/g,
    ' ',
  )

test('a finding shows its numbers with units, its rule and version, the signed limits, and when', () => {
  const text = rowOf({})
  for (const part of ['Review', '19 points above', '52 of 80', '10 points', 'F01 v1', 'Protocol 4', 'Nov 22'])
    expect(text).toContain(part)
})

test('a rule that could not be judged says so, and says what was missing', () => {
  const text = rowOf({ isUnknown: true, evidence: { skipped: 3, notReached: 0 } })
  expect(text).toContain('unknown')
  expect(text).toContain('PCL-5 not scored: 3 skipped, 0 not reached, of 20 items')
})

test('what a rule says to the patient stands beside what it found, and not beside what it could not judge', () => {
  const text = { clinician: 'Look.', condition: 'A rise', forPatient: 'This looks harder than before.' }
  expect(rowOf({ text })).toContain('For the patient: “This looks harder than before.”')
  expect(rowOf({ text, isUnknown: true })).not.toContain('This looks harder than before.')
  const beside = { ...text, forBeside: 'Stay close to them.' }
  expect(rowOf({ text: beside })).toContain('For whoever is beside them: “Stay close to them.”')
  expect(rowOf({ text: beside, isUnknown: true })).not.toContain('Stay close to them.')
})

test('a limit nobody signed stands as missing, not as a blank or a zero', () => {
  const text = rowOf({
    isUnknown: true,
    evidence: { currentTotal: 52, lowestTotal: 33, worseningPoints: undefined },
    protocol: null,
  })
  expect(text).toMatch(/Review from a rise of\s+missing/)
  expect(text).toContain('No signed protocol in force')
})

test('what is kept apart shows that it is, and a scale that nobody asks that it is not asked', () => {
  const text = rowOf({
    evidence: {
      integration: '3962ea06-ba0f-4838-9d4f-de96e1912914',
      taps1: 'substance-use',
      desMean: 'not-loaded',
      phq9: 'not-asked-again',
    },
  })
  expect(text.match(/kept apart, under its own lock/g)).toHaveLength(2)
  expect(text).toContain('not asked here')
  expect(text).toContain('not asked a second time')
  expect(text).not.toMatch(/3962ea06|substance-use|not-loaded|not-asked-again/)
})

test('a rule without words of its own is still shown, by its id', () => {
  for (const isUnknown of [true, false])
    expect(findingSentence(words.en.patient, { ruleId: 'Z99', isUnknown, evidence: {} })).toContain('Z99')
})

test('strongest first; of equal strength the one that has waited longest', () => {
  const make = (id: string, severity: FindingView['severity'], iso: string): FindingView => ({
    ...finding,
    id,
    severity,
    found: { iso, text: '' },
  })
  const order = strongestFirst([
    make('inform', 'inform', '2026-01-01T00:00:00Z'),
    make('review, later', 'review', '2026-03-01T00:00:00Z'),
    make('advise', 'advise', '2026-01-01T00:00:00Z'),
    make('review, earlier', 'review', '2026-02-01T00:00:00Z'),
    make('block', 'block', '2026-04-01T00:00:00Z'),
  ])
  expect(order.map(({ id }) => id)).toEqual(['block', 'review, earlier', 'review, later', 'advise', 'inform'])
})

test('of equal strength what fired stands before what could not be judged, and the suicide screen before all', () => {
  const make = (ruleId: string, isUnknown: boolean, day: string): FindingView => ({
    ...finding,
    ...{ id: ruleId, ruleId, isUnknown, severity: 'block' },
    found: { iso: `2026-11-${day}T00:00:00Z`, text: '' },
  })
  const order = strongestFirst([
    make('E03', true, '01'),
    make('C05', false, '02'),
    make('C07', false, '01'),
    make('S01', false, '03'),
  ])
  expect(order.map(({ id }) => id)).toEqual(['S01', 'C07', 'C05', 'E03'])
})

test('minutes are read whole, hours with one decimal, and a signed limit as it was signed', () => {
  expect(shownValue('minutesSinceDose', 58.836_616)).toBe(58)
  expect(shownValue('minutesSinceDose', 119.9)).toBe(119)
  expect(shownValue('silentMinutes', 120)).toBe(120)
  expect(shownValue('hoursSinceDose', 44.191_473)).toBe(44.1)
  expect(shownValue('hoursSinceDose', 16)).toBe(16)
  expect(shownValue('dose.stepMaxMg', 0.25)).toBe(0.25)
  expect(shownValue('session.frozenMinutes', 2.5)).toBe(2.5)
  expect(shownValue('waking', 'not')).toBe('not')
  expect(shownValue('minutesSinceDose', undefined)).toBeUndefined()
  expect(rowOf({ evidence: { minutesSinceDose: 58.836_616 } })).toMatch(/minutesSinceDose\s+58\s/)
})
