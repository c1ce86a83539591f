import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import { cellsOf, placeName } from '../../clinical/protocol/places.ts'
import { readProtocolForm, writtenOf } from './protocol-form.ts'

const today = '2026-11-23'
const empty = writtenOf({}, null)
const read = (change: Record<string, unknown>) => readProtocolForm({ ...empty, ...change }, today)
const limitsOf = (change: Record<string, unknown>) => {
  const form = read(change)
  return form.status === 'read' ? form.limits : form
}
const problemsOf = (change: Record<string, unknown>) => {
  const form = read(change)
  return form.status === 'unclear' ? Object.fromEntries(form.problems) : form
}

test('a whole protocol goes through the form unchanged', () => {
  const form = readProtocolForm(writtenOf(INVENTED_LIMITS, '2027-11-23'), today)
  expect(form).toEqual({ status: 'read', limits: INVENTED_LIMITS, expiresOn: '2027-11-23' })
})

test('an empty form sets no limit at all', () => {
  expect(read({})).toEqual({ status: 'read', limits: {}, expiresOn: null })
})

describe('a form that lost a field on its way', () => {
  const names = cellsOf({})
    .filter(({ field }) => field.is !== 'choices')
    .map(({ place }) => placeName(place))

  test('is believed in nothing, whichever field it was', () => {
    for (const name of [...names, 'expiresOn']) {
      const { [name]: _lost, ...rest } = empty
      expect(readProtocolForm(rest, today), name).toEqual({ status: 'cut-off' })
    }
  })

  test('nor one with a field that was sent twice', () => {
    expect(read({ 'drive.notBeforeHours': ['16', '17'] })).toEqual({ status: 'cut-off' })
  })
})

describe('a number', () => {
  test.each([
    ['16', 16],
    [' 16.5 ', 16.5],
    ['0', 0],
    ['-0', 0],
  ])('%j is read as it is meant', (text, hours) => {
    expect(limitsOf({ 'drive.notBeforeHours': text })).toEqual({ drive: { notBeforeHours: hours } })
  })

  test.each(['sixteen', '16,5', '1e3', '0x10', 'NaN', 'Infinity', '1 6', '١٦', '16 h'])(
    '%j is unclear, and never nought',
    (text) => {
      expect(problemsOf({ 'drive.notBeforeHours': text })).toEqual({
        'drive.notBeforeHours': { is: 'not-a-number' },
      })
    },
  )

  test('in parts where whole ones are meant, or past what can be meant, is unclear', () => {
    expect(problemsOf({ 'course.maxSessions': '4.5', 'assessment.phq2Total': '7' })).toEqual({
      'course.maxSessions': { is: 'not-whole' },
      'assessment.phq2Total': { is: 'out-of-range', from: 0, to: 6 },
    })
  })

  test('of many is one of them', () => {
    expect(limitsOf({ 'dose.unitStrengthsMg': '25, 50\n12.5' })).toEqual({
      dose: { unitStrengthsMg: [25, 50, 12.5] },
    })
    expect(problemsOf({ 'dose.unitStrengthsMg': '25, fifty' })).toEqual({
      'dose.unitStrengthsMg': { is: 'not-a-number' },
    })
  })
})

test('names stand on lines of their own, and may hold a comma', () => {
  expect(limitsOf({ 'dose.units': 'tablet, scored\r\n\r\ntroche' })).toEqual({
    dose: { units: ['tablet, scored', 'troche'] },
  })
})

describe('a choice', () => {
  test('is one of those offered', () => {
    expect(limitsOf({ 'dose.route': 'oral', 'dose.isWeightBased': 'no' })).toEqual({
      dose: { route: 'oral', isWeightBased: false },
    })
    expect(problemsOf({ 'dose.route': 'rectal', 'dose.isWeightBased': 'maybe' })).toEqual({
      'dose.route': { is: 'not-offered' },
      'dose.isWeightBased': { is: 'not-offered' },
    })
  })

  const boxes = 'vitals.before.mayGoWithout'
  test('of several tells none of them from nothing said', () => {
    expect(limitsOf({})).toEqual({})
    expect(limitsOf({ [`${boxes}.none`]: 'yes' })).toEqual({ vitals: { before: { mayGoWithout: [] } } })
    expect(limitsOf({ [`${boxes}.pulse`]: 'yes', [`${boxes}.oxygen`]: 'yes' })).toEqual({
      vitals: { before: { mayGoWithout: ['pulse', 'oxygen'] } },
    })
    expect(problemsOf({ [`${boxes}.none`]: 'yes', [`${boxes}.pulse`]: 'yes' })).toEqual({
      [boxes]: { is: 'none-and-some' },
    })
  })
})

describe('a row', () => {
  test('that was begun needs what gives it a meaning', () => {
    expect(problemsOf({ 'medicines.classes.opioid-full-agonist.holdHours': '24' })).toEqual({
      'medicines.classes.opioid-full-agonist.action': { is: 'row-incomplete' },
    })
    expect(problemsOf({ 'session.phases.peak.toMinutes': '70' })).toEqual({
      'session.phases.peak.fromMinutes': { is: 'row-incomplete' },
    })
  })

  test('that is complete stands in its place', () => {
    expect(limitsOf({ 'medicines.classes.lithium.action': 'inform' })).toEqual({
      medicines: { classes: [{ class: 'lithium', action: 'inform' }] },
    })
  })
})

test('a text that is far too long is unclear', () => {
  expect(problemsOf({ 'escalation.dutyPhone': 'x'.repeat(201) })).toEqual({
    'escalation.dutyPhone': { is: 'too-long' },
  })
})

test.each([
  ['2026-11-24', undefined],
  ['2026-11-23', 'day-past'],
  ['2026-02-30', 'no-day'],
  ['tomorrow', 'no-day'],
])('the last day %s', (expiresOn, problem) => {
  const form = read({ expiresOn })
  if (problem === undefined) expect(form).toMatchObject({ status: 'read', expiresOn })
  else expect(problemsOf({ expiresOn })).toEqual({ expiresOn: { is: problem } })
})
