import { describe, expect, test } from 'vitest'
import { auditC } from './audit-c.ts'
import { phq9 } from './phq9.ts'
import { isSameLicence, LicenceRecord, licenceStanding } from './questionnaire-licence.ts'
import { type TextVersion, textState } from './questionnaire-state.ts'
import { wsas } from './wsas.ts'

const LICENCE: LicenceRecord = {
  grantedBy: 'An invented holder',
  grantedTo: 'Harbour Street Clinic',
  terms: 'Letter 12',
  grantedOn: '2026-01-10',
  until: '2026-12-31',
}
const loaded = (change: Partial<TextVersion> = {}): TextVersion => ({
  ...{ instrument: 'audit-c', language: 'en', version: 1, instrumentVersion: auditC.version },
  licence: LICENCE,
  ...change,
})
const of = (versions: TextVersion[], today = '2026-11-23') => textState(auditC, 'en', versions, today)
const because = (versions: TextVersion[], today?: string) => {
  const state = of(versions, today)
  return state.state === 'empty' ? state.because : state.state
}

describe('a licence', () => {
  test.each([
    ['2026-01-09', 'not-begun'],
    ['2026-01-10', 'holds'],
    ['2026-12-31', 'holds'],
    ['2027-01-01', 'ended'],
    ['not a day', 'ended'],
  ])('on %s: %s', (today, standing) => {
    expect(licenceStanding(LICENCE, today)).toBe(standing)
  })

  test('without an end holds on', () => {
    expect(licenceStanding({ ...LICENCE, until: null }, '2099-01-01')).toBe('holds')
  })

  test.each([
    ['a day that is none', { until: '2026-02-30' }],
    ['a first day that is none', { grantedOn: 'soon' }],
  ])('with %s never holds', (_what, change) => {
    expect(licenceStanding({ ...LICENCE, ...change }, '2026-11-23')).toBe('ended')
  })

  test('is the same when all of it is', () => {
    expect(isSameLicence(LICENCE, { ...LICENCE })).toBe(true)
    const changed = { grantedBy: 'x', grantedTo: 'x', terms: 'x', grantedOn: '2026-01-11', until: null }
    for (const [field, value] of Object.entries(changed))
      expect(isSameLicence(LICENCE, { ...LICENCE, [field]: value }), field).toBe(false)
  })

  test('is recorded with everything it says, and nothing else', () => {
    expect(LicenceRecord.safeParse(LICENCE).success).toBe(true)
    expect(LicenceRecord.safeParse({ ...LICENCE, until: null }).success).toBe(true)
    const wrong = [
      ...[{ grantedBy: ' ' }, { grantedTo: '' }, { terms: 'a'.repeat(501) }, { grantedOn: '2026-13-01' }],
      ...[{ until: 'never' }, { until: undefined }, { more: 'than asked' }],
    ]
    for (const change of wrong)
      expect(LicenceRecord.safeParse({ ...LICENCE, ...change }).success, JSON.stringify(change)).toBe(false)
  })
})

describe('the text of a slot', () => {
  test('is in force while a version holds', () => {
    expect(of([loaded()])).toEqual({ state: 'in-force', last: loaded(), standIns: ['alcohol-question'] })
  })

  test('was never loaded: what stands in is named', () => {
    expect(of([])).toEqual({
      state: 'empty',
      because: 'never-loaded',
      last: undefined,
      standIns: ['alcohol-question'],
    })
    expect(textState(wsas, 'en', [], '2026-11-23')).toMatchObject({ standIns: [] })
  })

  test.each([
    ['its licence ended', 'licence-ended', loaded(), '2027-01-01'],
    ['its licence has not begun', 'licence-not-begun', loaded(), '2026-01-09'],
    ['it was taken out of use', 'withdrawn', loaded({ licence: null }), '2026-11-23'],
    ['the scorer is another', 'scorer-changed', loaded({ instrumentVersion: '0.9.0' }), '2026-11-23'],
  ])('is gone when %s', (_why, expected, version, today) => {
    expect(of([version], today)).toMatchObject({ state: 'empty', because: expected, last: version })
  })

  test('is the newest version’s, and an older one does not come back when that ends', () => {
    const unending = loaded({ licence: { ...LICENCE, until: null } })
    const newer = loaded({ version: 2 })
    for (const versions of [
      [unending, newer],
      [newer, unending],
    ]) {
      expect(of(versions)).toMatchObject({ state: 'in-force', last: newer })
      expect(because(versions, '2027-01-01')).toBe('licence-ended')
    }
  })

  test('is of one instrument and one language', () => {
    expect(because([loaded({ instrument: 'wsas' })])).toBe('never-loaded')
    expect(because([loaded({ language: 'es' })])).toBe('never-loaded')
  })

  test('of an instrument that ships needs none', () => {
    expect(textState(phq9, 'en', [], '2026-11-23')).toEqual({ state: 'built-in' })
  })
})
