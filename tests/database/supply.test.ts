/** Orders, the e-prescriber's entry, deliveries and counts, on a real database. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope } from '../../app/access/permit.ts'
import { countCause, countUnits, explainCount, recordLoss } from '../../app/care/count-units.ts'
import { endOrder, enterReference } from '../../app/care/order-supply.ts'
import { recordDelivery } from '../../app/care/record-delivery.ts'
import { orderable, readSupplyRoom } from '../../app/care/supply-room.ts'
import { findAlert } from '../../app/records/alerts.ts'
import { makeMember } from '../people.ts'
import { ENCOUNTER, here, order, putInForce, sheet } from './order-scene.ts'
import {
  asReader,
  coordinator,
  day,
  draw,
  patient,
  permitFor,
  save,
  sign,
  signedPlan,
  state,
} from './plan-scene.ts'
import { asOwner, dayIn, hours, now, postgres, practiceId, prescriber } from './protocol-scene.ts'

const supply = (at = now) => asReader((scope) => readSupplyRoom(scope, { ...day, now: at }))
const lateIn = (minute: number) => new Date(now.getTime() + minute * 60_000)

beforeEach(() => putInForce())

const ENTRY = { reference: 'RX-1', pharmacy: 'Harbour', units: 4, strengthMg: 5, prescribedOn: here(0) }
async function enter(orderId: string, change: Partial<typeof ENTRY> = {}) {
  const permit = await permitFor(prescriber, 'order-supply')
  return enterReference(postgres.db, permit, {
    ...day,
    by: prescriber,
    orderId,
    entry: { ...ENTRY, ...change },
  })
}

type Delivered = { id?: string; units?: number; lot?: string; by?: Member; at?: Date }
async function deliver(orderId: string, change: Delivered = {}) {
  const { id = randomUUID(), units = 4, lot = 'L1', by = coordinator, at = now } = change
  const permit = by === patient ? await permitFor(by, 'confirm-supply') : await permitFor(by, 'record-supply')
  const delivery = { id, orderId, units, lot, expiresOn: dayIn(200) }
  const outcome = await recordDelivery(postgres.db, permit, { ...day, now: at, by, delivery })
  return outcome.status === 'recorded' ? outcome.order.standing : outcome.why
}

const count = async (units: number, at: Date, id = randomUUID()) => ({
  id,
  ...(await countUnits(postgres.db, await permitFor(patient, 'confirm-supply'), {
    ...{ ...day, now: at, by: patient, id, units },
  })),
})

async function supplied() {
  await signedPlan()
  const { id } = await order()
  await enter(id)
  await deliver(id)
  return id
}

describe('an order', () => {
  test('without a signed plan is refused, by the act and by the database', async () => {
    expect(await order()).toMatchObject({ status: 'not-ordered', why: 'no-plan' })
    await draw()
    expect(await order()).toMatchObject({ status: 'not-ordered', why: 'no-plan' })
    const permit = await permitFor(prescriber, 'order-supply')
    await expect(
      inScope(postgres.db, permit, ({ trx }) =>
        trx
          .insertInto('supply_order')
          .values({
            ...{ practice_id: practiceId, supply_order_id: randomUUID(), patient_id: patient.id },
            ...{ plan_version: 1, units: 1, strength_mg: 5, ordered_by: prescriber.id },
            ...{ ordered_by_name: 'x', ordered_at: now },
          })
          .execute(),
      ),
    ).rejects.toThrow('row-level security')
  })

  test('asks for no more than the plan’s sessions need, less what is there and on its way', async () => {
    await signedPlan() // 4 sessions, a unit each
    expect(await order({ units: 5 })).toMatchObject({ why: 'too-many', most: 4 })
    expect(await order({ units: 3 })).toMatchObject({ status: 'ordered' })
    expect(await order({ units: 2 })).toMatchObject({ why: 'too-many', most: 1 })
    expect(await order({ units: 1 })).toMatchObject({ status: 'ordered' })
    expect(await order({ units: 1 })).toMatchObject({ why: 'enough' })
  })

  test('asks where it will be kept before the first units come, and not again', async () => {
    await signedPlan()
    const { id } = await order({ units: 3 })
    await sheet({ ...ENCOUNTER, storage: [] }, hours(-2))
    expect(await order({ units: 1 })).toMatchObject({ why: 'not-in-force' })
    await enter(id, { units: 3 })
    await deliver(id, { units: 3 })
    await count(3, lateIn(1))
    expect(await order({ units: 1, at: lateIn(2) })).toMatchObject({ status: 'ordered' })
  })

  test('sent twice at once is one, and two at once do not pass the limit together', async () => {
    await signedPlan()
    const id = randomUUID()
    await Promise.all([order({ id }), order({ id })])
    expect((await supply()).orders).toHaveLength(1)
    expect(await order({ units: 1 })).toMatchObject({ why: 'enough' })
  })

  test('is for the plan that was read, and not for the one signed meanwhile', async () => {
    await signedPlan()
    await draw()
    await save({ values: { sessions: 2 } })
    await sign()
    expect(await order({ units: 2 })).toMatchObject({ why: 'plan-changed' })
    expect(await order({ units: 2, planVersion: 2 })).toMatchObject({ status: 'ordered' })
  })

  test('is refused after the plan’s end, without a protocol in force, and by the coordinator', async () => {
    await signedPlan()
    expect(orderable(await supply(hours(24 * 150)))).toEqual({ mayOrder: false, why: 'plan-ended' })
    const room = await supply()
    expect(orderable({ ...room, protocol: undefined })).toEqual({
      mayOrder: false,
      why: 'protocol-not-in-force',
    })
    await expect(permitFor(coordinator, 'order-supply')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('can be withdrawn with a reason before anything came, and not after', async () => {
    await signedPlan()
    const { id } = await order()
    const permit = await permitFor(prescriber, 'order-supply')
    const end = (because: string) =>
      endOrder(postgres.db, permit, { ...day, by: prescriber, orderId: id, because })
    await expect(end(' ')).rejects.toMatchObject({ code: 'invalid' })
    await end('Another pharmacy')
    await end('Another pharmacy')
    expect((await supply()).orders[0]).toMatchObject({
      standing: 'withdrawn',
      withdrawn: { by: prescriber.name, because: 'Another pharmacy' },
    })
    const next = await order()
    expect(next.status).toBe('ordered')
    await enter(next.id)
    await deliver(next.id, { units: 1 })
    await expect(
      endOrder(postgres.db, permit, { ...day, by: prescriber, orderId: next.id, because: 'x' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the e-prescriber’s entry', () => {
  test('that differs is kept and shown, nothing that comes counts, and entering it again keeps both', async () => {
    await signedPlan()
    const { id } = await order()
    expect(await deliver(id)).toBe('mismatch')
    expect(await enter(id, { units: 5 })).toEqual({ status: 'mismatch', differs: ['units'] })
    expect(await deliver(id)).toBe('mismatch')
    expect(await enter(id, { strengthMg: 10 })).toEqual({ status: 'mismatch', differs: ['strength'] })
    expect(await state()).toBe('accepted')
    expect(await enter(id)).toEqual({ status: 'matches' })
    const [found] = (await supply()).orders
    expect(found?.earlier.map(({ units, strengthMg }) => [units, strengthMg])).toEqual([
      [5, 5],
      [4, 10],
    ])
    expect(await deliver(id)).toBe('came')
  })

  test('that matches never changes again, whoever tries', async () => {
    await signedPlan()
    const { id } = await order()
    await enter(id)
    expect(await enter(id)).toEqual({ status: 'matches' })
    expect(await enter(id, { pharmacy: 'Other' })).toEqual({ status: 'not-entered', why: 'closed' })
    await expect(
      asOwner(`update supply_order set pharmacy = 'x' where supply_order_id = '${id}'`),
    ).rejects.toThrow('does not change')
    await expect(
      asOwner(`update supply_order set units = 9 where supply_order_id = '${id}'`),
    ).rejects.toThrow('does not change')
  })

  test('of a day before the order, or to come, is not taken', async () => {
    await signedPlan()
    const { id } = await order()
    for (const prescribedOn of [dayIn(-2), dayIn(2)])
      expect(await enter(id, { prescribedOn })).toEqual({ status: 'not-entered', why: 'day' })
  })
})

describe('a delivery', () => {
  test('of the whole order supplies the person, whoever says so, in the same transaction', async () => {
    await signedPlan()
    const { id } = await order()
    await enter(id)
    expect(await deliver(id, { by: patient })).toBe('came')
    expect(await state()).toBe('supplied')
    const steps = await sql<{ taken_as: string; taken_by: string }>`
      select taken_as, taken_by from enrolment_step where patient_id = ${patient.id} and to_state = 'supplied'`.execute(
      postgres.everything,
    )
    expect(steps.rows).toEqual([{ taken_as: 'system', taken_by: patient.id }])
  })

  test('of a part does not, and the rest does', async () => {
    await signedPlan()
    const { id } = await order()
    await enter(id)
    expect(await deliver(id, { units: 3 })).toBe('part-came')
    expect(await state()).toBe('accepted')
    expect(await deliver(id, { units: 1, lot: 'L2', by: patient })).toBe('came')
    expect(await state()).toBe('supplied')
    expect((await supply()).count).toMatchObject({ received: 4, expected: 4, balance: 'uncounted' })
  })

  test('of more than was ordered is recorded as it came, and counts for nothing', async () => {
    await signedPlan()
    const { id } = await order()
    await enter(id)
    expect(await deliver(id, { units: 5 })).toBe('too-many-came')
    expect(await state()).toBe('accepted')
    expect((await supply()).count.received).toBe(5)
  })

  test('said by two people, or sent twice at once, is there once', async () => {
    await signedPlan()
    const { id } = await order()
    await enter(id)
    const same = randomUUID()
    await Promise.all([deliver(id, { id: same }), deliver(id, { id: same })])
    expect(await deliver(id, { by: patient })).toBe('already-there')
    expect((await supply()).count.received).toBe(4)
    await expect(deliver(id, { id: same, units: 3 })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('of a foreign order finds nothing', async () => {
    await signedPlan()
    expect(await deliver(randomUUID())).toBe('no-order')
    const stranger = await makeMember(postgres.everything, practiceId, ['care-coordinator'])
    await expect(permitFor(stranger, 'record-supply')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('leaves nothing behind, whichever of its statements does not come through', async () => {
    await signedPlan()
    const { id } = await order()
    await enter(id)
    for (const table of ['unit_event', 'enrolment', 'enrolment_step', 'audit_event']) {
      await asOwner(`
        create or replace function refuse() returns trigger language plpgsql as $$
          begin if tg_table_name <> 'audit_event' or new.outcome = 'done' then raise exception 'no'; end if; return new; end $$;
        create trigger aa_refuse before insert or update on ${table} for each row execute function refuse()`)
      await expect(deliver(id)).rejects.toThrow()
      await asOwner(`drop trigger aa_refuse on ${table}`)
      expect((await supply()).events).toEqual([])
      expect(await state()).toBe('accepted')
    }
    expect(await deliver(id)).toBe('came')
  })
})

describe('a count', () => {
  test('that agrees lets the next release go on; one that differs asks somebody to look, once', async () => {
    await supplied()
    expect((await supply()).needs).toBe('a-count')
    expect(await count(4, lateIn(1))).toMatchObject({ difference: 0 })
    expect((await supply()).needs).toBe('nothing')

    const { id, difference } = await count(3, lateIn(2))
    expect(difference).toBe(-1)
    expect((await count(3, lateIn(3), id)).difference).toBe(-1)
    const room = await supply()
    expect([room.needs, room.count.balance]).toEqual(['a-conversation', 'mismatch'])
    expect(orderable(room)).toEqual({ mayOrder: false, why: 'a-conversation' })
    const alert = await asReader((scope) => findAlert(scope, countCause(id)))
    expect(alert).toMatchObject({ level: 'confirm', raisedAs: 'patient', isInCover: false, seen: null })
  })

  test('that differs is settled by a prescriber with a reason, for that difference alone', async () => {
    await supplied()
    const { id: countId } = await count(3, lateIn(1))
    const permit = await permitFor(prescriber, 'explain-count')
    const explain = (difference: number, because = 'One broke; the pieces were shown.') =>
      explainCount(postgres.db, permit, {
        ...{ ...day, now: lateIn(2), by: prescriber, id: randomUUID(), countId, difference, because },
      })
    await expect(explain(-2)).rejects.toMatchObject({ code: 'conflict' })
    await expect(explain(-1, ' ')).rejects.toMatchObject({ code: 'invalid' })
    await explain(-1)
    const room = await supply()
    expect(room.count).toMatchObject({ balance: 'explained', expected: 3 })
    expect(room.needs).toBe('nothing')
    const alert = await asReader((scope) => findAlert(scope, countCause(countId)))
    expect(alert).toMatchObject({
      settled: { by: prescriber.name, because: 'One broke; the pieces were shown.' },
    })
    await expect(permitFor(coordinator, 'explain-count')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('goes on from what is spoiled; of a lot nobody has, nothing is', async () => {
    await supplied()
    const permit = await permitFor(coordinator, 'record-supply')
    const spoil = (lot: string) =>
      recordLoss(postgres.db, permit, {
        ...{ ...day, now: lateIn(1), by: coordinator },
        loss: { id: randomUUID(), kind: 'spoiled', lot, units: 1 },
      })
    await expect(spoil('none')).rejects.toMatchObject({ code: 'conflict' })
    await spoil('L1')
    expect(await count(3, lateIn(2))).toMatchObject({ difference: 0 })
    expect((await supply()).count).toMatchObject({
      received: 4,
      spoiled: 1,
      expected: 3,
      balance: 'balanced',
    })
  })
})
