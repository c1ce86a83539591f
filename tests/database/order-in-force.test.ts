/** What has to be in force before a controlled medicine is ordered: rule F15 and the rule calendar, on a real database. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { isAllInForce, orderIn, readOrderRules, stopping } from '../../app/care/order-rules.ts'
import { readSupplyRoom } from '../../app/care/supply-room.ts'
import { STORAGE_NEEDS } from '../../app/clinical/facts/conditions.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import type { Limits } from '../../app/clinical/protocol.ts'
import { consent, ENCOUNTER, ground, health, here, order, putInForce, sheet } from './order-scene.ts'
import { asReader, day, LIMITS, patient, signedPlan, vault } from './plan-scene.ts'
import { asOwner, brought, hours, now, postgres, practiceId, prescriber, retire } from './protocol-scene.ts'

beforeEach(() => signedPlan())

const rules = (at = now) =>
  asReader(async (scope) => {
    const room = await readSupplyRoom(scope, { ...day, now: at })
    return readOrderRules(scope, vault, at, await orderIn(scope, room, { ...day, units: 4 }))
  })
/** Whether an order may be made, and every reason why not, as a prescriber reads them beforehand. */
async function reasons(at = now): Promise<string[]> {
  const found = await rules(at)
  const closed = found.calendar.flatMap(({ subject, status }) =>
    status.state === 'closed' ? [`${subject} ${status.reason}`] : [],
  )
  const stops = stopping(found).map(({ ruleId }) => ruleId)
  expect(isAllInForce(found)).toBe(closed.length + stops.length === 0)
  return [...closed, ...stops]
}
const findingsOfOrder = () =>
  postgres.everything
    .selectFrom('finding')
    .select(['rule_id', 'severity', 'evidence', 'protocol_version', 'supply_order_id'])
    .where('patient_id', '=', patient.id)
    .where('supply_order_id', 'is not', null)
    .execute()
const clinicianSheet = () =>
  postgres.everything
    .selectFrom('answer_sheet')
    .select('answer_sheet_id')
    .where('patient_id', '=', patient.id)
    .executeTakeFirstOrThrow()
const orders = async () => (await asReader((scope) => readSupplyRoom(scope, { ...day, now }))).orders

describe('with everything in force', () => {
  test('an order is made, and nothing is found', async () => {
    await putInForce()
    expect(await reasons()).toEqual([])
    expect(await order()).toMatchObject({ status: 'ordered' })
    expect(await findingsOfOrder()).toEqual([])
  })
})

describe('a finding that blocks', () => {
  test('stops an order while it is open; closed by a prescriber it does not', async () => {
    await putInForce()
    await postgres.everything
      .insertInto('finding')
      .values({
        ...{ practice_id: practiceId, patient_id: patient.id, rule_id: 'F05', rule_version: 1 },
        ...{ questionnaire_response_id: null, session_id: null, protocol_version: 2 },
        ...{ answer_sheet_id: (await clinicianSheet()).answer_sheet_id, is_unknown: false },
        ...{ severity: 'block' as const, evidence: '{}', found_at: hours(-1) },
      })
      .execute()
    expect((await rules()).openBlocks).toBe(1)
    expect(await order()).toMatchObject({ status: 'not-ordered', why: 'open-blocks' })
    expect(await orders()).toEqual([])
    await asOwner(`update finding set closed_at = now(), closed_by = '${prescriber.id}',
      closed_because = 'Reviewed, and agreed anew' where patient_id = '${patient.id}'`)
    expect(await order()).toMatchObject({ status: 'ordered' })
  })
})

test('an allergy stops every order, also when somebody has closed the finding; an answer put right lets it go on', async () => {
  await putInForce({ without: ['health'] })
  for (const [answer, why] of [
    ['yes', ['B36']],
    ['not-sure', ['B36']],
    ['no', []],
  ] as const) {
    await health(answer)
    expect(await reasons()).toEqual(why)
    expect((await order()).status).toBe(answer === 'no' ? 'ordered' : 'not-ordered')
  }
})

describe('without', () => {
  test.each([
    ['basis', ['telehealth-basis not-given', 'B32', 'F15']],
    ['licence', ['licence not-given']],
    ['consent', ['consent not-given', 'B31']],
    ['health', ['B36']],
    [
      'sheet',
      [
        ...['pdmp-query not-given', 'licence place-not-given', 'telehealth-basis place-not-given'],
        ...['B16', 'B32', 'B33', 'B42', 'F15'],
      ],
    ],
  ] as const)(
    '%s nothing is ordered, every reason is said, and nothing is left behind',
    async (part, why) => {
      await putInForce({ without: [part] })
      expect(await reasons()).toEqual(why)
      expect(await order()).toMatchObject({ status: 'not-ordered', why: 'not-in-force' })
      expect(await orders()).toEqual([])
      expect(await findingsOfOrder()).toEqual([])
    },
  )

  test('a number nobody signed nothing is ordered: days of notice, age of a look-up, required consents', async () => {
    await putInForce()
    const { expiryNoticeDays: _, ...course } = LIMITS.course ?? {}
    const { pdmpMaxAgeDays: __, requiredConsents: ___, ...intake } = LIMITS.intake ?? {}
    const left: [Limits, string[]][] = [
      [{ ...LIMITS, course }, ['F15']],
      [{ ...LIMITS, intake }, ['consent not-signed', 'pdmp-query not-signed', 'B16']],
    ]
    for (const [limits, why] of left) {
      await brought(limits)
      expect(await reasons()).toEqual(why)
      expect(await order()).toMatchObject({ status: 'not-ordered' })
    }
  })
})

describe('what is ordered', () => {
  test.each<[string, Told['storage'], string[]]>([
    ['all of it confirmed', [...STORAGE_NEEDS], []],
    ['one of it open', STORAGE_NEEDS.slice(1), ['B42']],
    ['none of it', [], ['B42']],
    ['not told', undefined, ['B42']],
  ])('a first order waits for a safe place at home: %s', async (_what, storage, why) => {
    await putInForce({ without: ['sheet'] })
    const { storage: _, ...others } = ENCOUNTER
    await sheet(storage === undefined ? others : { ...others, storage })
    expect(await reasons()).toEqual(why)
    expect(await order()).toMatchObject({ status: why.length === 0 ? 'ordered' : 'not-ordered' })
    expect(await orders()).toHaveLength(why.length === 0 ? 1 : 0)
    await sheet({ ...ENCOUNTER, storage: [...STORAGE_NEEDS] }, hours(-1))
    expect(await reasons()).toEqual([])
  })

  test('an order outside a protocol that was signed since is refused, and leaves nothing', async () => {
    await putInForce()
    await brought({ ...LIMITS, dose: { ...LIMITS.dose, absoluteMaxMg: 4, firstMaxMg: 4, firstMinMg: 1 } })
    expect(await reasons()).toEqual(['B34'])
    expect(await order()).toMatchObject({ status: 'not-ordered', why: 'not-in-force' })
    expect(await orders()).toEqual([])
  })
})

describe('the telehealth basis', () => {
  beforeEach(() => putInForce({ without: ['basis'] }))

  test.each([
    [31, 'ordered', []],
    [30, 'ordered', ['F15 advise']],
    [1, 'ordered', ['F15 advise']],
    [0, 'ordered', ['F15 advise']],
    [-1, 'not-ordered', []],
  ])('that ends in %s days: %s', async (days, status, found) => {
    await ground({ endsOn: here(days) })
    const { id, ...outcome } = await order()
    expect(outcome.status).toBe(status)
    const stored = await findingsOfOrder()
    expect(stored.map(({ rule_id, severity }) => `${rule_id} ${severity}`)).toEqual(found)
    for (const one of stored)
      expect(one).toMatchObject({ supply_order_id: id, evidence: { telehealthBasisDaysLeft: days } })
    if (status === 'not-ordered') expect(await reasons()).toEqual(['telehealth-basis past', 'B32', 'F15'])
  })

  test('may be an evaluation in person without a last day; of any other a missing one stops the order', async () => {
    await ground({ basis: 'in-person', endsOn: null })
    expect(await reasons()).toEqual([])
    await ground({ basis: 'special-registration', endsOn: null, at: hours(-2) })
    expect(await reasons()).toEqual(['telehealth-basis end-not-given', 'B32', 'F15'])
  })

  test('of which nobody said the kind, as in records from before, stops the order', async () => {
    await ground()
    await asOwner(`update standing_ground set basis = null where patient_id = '${patient.id}'`)
    expect(await reasons()).toEqual(['telehealth-basis kind-not-given', 'B32', 'F15'])
  })

  test('of another state stops the order, and so does one that has yet to begin', async () => {
    await ground({ state: 'NJ' })
    expect(await reasons()).toEqual(['telehealth-basis not-here', 'B32', 'F15'])
    await ground({ fromOn: here(1) })
    expect(await reasons()).toEqual(['telehealth-basis not-yet', 'B32', 'F15'])
  })

  test('closed by somebody who says that there is none, is opened again by a new one', async () => {
    await ground()
    expect(await reasons()).toEqual([])
    await ground({ basis: 'none', endsOn: null, at: hours(-2) })
    expect(await reasons()).toEqual(['telehealth-basis none', 'B32', 'F15'])
    expect(await order()).toMatchObject({ why: 'not-in-force' })
    await ground({ basis: 'in-person', endsOn: null, at: hours(-1) })
    expect(await order()).toMatchObject({ status: 'ordered' })
  })
})

describe('where the person is, and what was looked up', () => {
  beforeEach(() => putInForce({ without: ['sheet'] }))

  test.each<[string, Told, string[]]>([
    ['asked yesterday', { pdmpAskedOn: here(-1) }, []],
    ['asked two days ago', { pdmpAskedOn: here(-2) }, ['pdmp-query past', 'B16']],
    ['asked tomorrow', { pdmpAskedOn: here(1) }, ['pdmp-query not-yet', 'B16']],
    ['by sound alone', { encounter: 'audio-only' }, ['B32']],
    [
      'in another state than the licence',
      { stateOfLocation: 'NJ' },
      ['licence not-here', 'telehealth-basis not-here', 'B32', 'F15'],
    ],
    [
      'in a state that is not served',
      { stateOfLocation: 'elsewhere' },
      ['licence not-here', 'telehealth-basis not-here', 'B33', 'B32', 'F15'],
    ],
  ])('%s', async (_what, change, why) => {
    await sheet({ ...ENCOUNTER, ...change })
    expect(await reasons()).toEqual(why)
    expect((await order()).status).toBe(why.length === 0 ? 'ordered' : 'not-ordered')
  })

  test('a consent taken back stops the order, and one given again lets it go on', async () => {
    await sheet()
    await asOwner(
      `update consent set withdrawn_at = '${now.toISOString()}' where patient_id = '${patient.id}'`,
    )
    expect(await reasons()).toEqual(['consent withdrawn', 'B31'])
    await consent()
    expect(await order()).toMatchObject({ status: 'ordered' })
  })

  test('no protocol in force stops the order', async () => {
    await sheet()
    await retire(2, 'Another one is drafted')
    expect(await reasons()).toContain('protocol not-given')
    expect(await order()).toMatchObject({ why: 'protocol-not-in-force' })
  })
})

test('an order sent twice is one, with one finding; made before something closed it stays what it is', async () => {
  await putInForce({ without: ['basis'] })
  await ground({ endsOn: here(5) })
  const id = randomUUID()
  await Promise.all([order({ id }), order({ id })])
  await ground({ basis: 'none', endsOn: null, at: hours(-1) })
  expect(await order({ id })).toMatchObject({ status: 'ordered' })
  expect(await orders()).toHaveLength(1)
  expect(await findingsOfOrder()).toHaveLength(1)
})
