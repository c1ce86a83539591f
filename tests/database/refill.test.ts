/** The course, asked by an order: supplies that come early, its end, and what a clinician records of it; on a real database. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { closeFinding } from '../../app/care/close-finding.ts'
import { recordForIntake } from '../../app/care/review.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { atThisHour, ENCOUNTER, here, order, putInForce, sheet } from './order-scene.ts'
import { LIMITS, patient, permitFor, signedPlan, vault } from './plan-scene.ts'
import { asOwner, brought, hours, now, postgres, practiceId, prescriber } from './protocol-scene.ts'

beforeEach(async () => {
  await putInForce()
  await signedPlan() // 4 sessions, a unit each, at most every 14 days
})

const found = (...rules: string[]) =>
  postgres.everything
    .selectFrom('finding')
    .select(['finding_id', 'rule_id', 'severity', 'is_unknown', 'evidence', 'supply_order_id', 'closed_at'])
    .where('patient_id', '=', patient.id)
    .where('rule_id', 'in', rules)
    .orderBy('found_at')
    .execute()
const lateIn = (minute: number) => new Date(now.getTime() + minute * 60_000)
const close = async (findingId: string, because = 'Spoke with them') =>
  closeFinding(postgres.db, await permitFor(prescriber, 'close-finding'), {
    ...{ findingId, because, closedAt: hours(1) },
  })

describe('a supply asked for before the one before has lasted out', () => {
  test('the first is none; once is looked at; the second time waits for a talk, and then goes on', async () => {
    expect(await order({ units: 1 })).toMatchObject({ status: 'ordered' })
    expect(await found('F09')).toEqual([])
    const early = await order({ units: 1, at: lateIn(1) })
    expect(early).toMatchObject({ status: 'ordered' })
    const [review] = await found('F09')
    expect(review).toMatchObject({ severity: 'review', supply_order_id: early.id, is_unknown: false })
    expect(review?.evidence).toMatchObject({ earlyOrLostSupplies: 1 })

    for (const minute of [2, 3])
      expect(await order({ units: 1, at: lateIn(minute) })).toMatchObject({
        ...{ status: 'not-ordered', why: 'open-blocks' },
      })
    const [, block, ...more] = await found('F09')
    expect(block).toMatchObject({ severity: 'block', supply_order_id: null })
    expect(more).toEqual([])

    await close(block?.finding_id ?? '')
    const last = await order({ units: 1, at: lateIn(4) })
    expect(last).toMatchObject({ status: 'ordered' })
    expect(await found('F09')).toHaveLength(2)
  })

  test.each([
    [4, ['review']],
    [3, []],
    [2, []],
    [0, []],
  ])('%d days before it is due, with 3 signed', async (days, expected) => {
    await order({ units: 1 })
    const on = 14 - days
    await sheet({ ...ENCOUNTER, pdmpAskedOn: here(on) }, atThisHour(on))
    expect(await order({ units: 1, at: atThisHour(on) })).toMatchObject({ status: 'ordered' })
    expect((await found('F09')).map(({ severity }) => severity)).toEqual(expected)
  })

  test('of an order that was withdrawn nothing is counted', async () => {
    const { id } = await order({ units: 1 })
    await asOwner(`update supply_order set withdrawn_at = now(), withdrawn_by_name = 'x', withdrawn_because = 'x'
      where supply_order_id = '${id}'`)
    expect(await order({ units: 1, at: lateIn(1) })).toMatchObject({ status: 'ordered' })
    expect(await found('F09')).toEqual([])
  })

  test('cannot be judged where nobody signed how early is early, and that is said once', async () => {
    const { earlyDays: _, ...refill } = LIMITS.refill ?? {}
    await brought({ ...LIMITS, refill })
    await order({ units: 1 })
    await order({ units: 1, at: lateIn(1) })
    expect(await found('F09')).toMatchObject([{ is_unknown: true, severity: 'review' }])
  })
})

describe('the end of a course', () => {
  const closed = async (many: number) => {
    for (let i = 0; i < many; i++)
      await postgres.everything
        .insertInto('dosing_session')
        .values({
          ...{ practice_id: practiceId, patient_id: patient.id, session_id: randomUUID(), plan_version: 1 },
          ...{ protocol_version: 2, starts_at: hours(1 + i), planned_end_at: hours(1.5 + i) },
          ...{ time_zone: 'America/New_York', duty_clinician_id: prescriber.id },
          ...{ support_person_id: prescriber.id, backup_person_id: prescriber.id },
          ...{ booked_by: prescriber.id, booked_by_name: 'x', booked_at: hours(-1) },
          ...{ cancelled_at: null, cancelled_by: null, ended_at: hours(1.4 + i) },
        })
        .execute()
  }

  test.each([
    [3, 'ordered', []],
    [4, 'not-ordered', ['block']],
    [5, 'not-ordered', ['block']],
  ])('after %d of 4 sessions: %s', async (many, status, severities) => {
    await brought({ ...LIMITS, course: { ...LIMITS.course, maxSessions: 4 } })
    await closed(many)
    expect(await order({ units: 1, at: hours(12) })).toMatchObject({ status })
    const all = await found('F05')
    expect(all.map(({ severity }) => severity)).toEqual(severities)
    const [end] = all
    if (!end) return
    await close(end.finding_id, 'Reviewed, and agreed anew')
    expect(await order({ units: 1, at: hours(13) })).toMatchObject({ status: 'ordered' })
    expect(await found('F05')).toHaveLength(1)
  })
})

describe('what a clinician records', () => {
  const record = async (answers: Told, at: Date, id = randomUUID()) =>
    recordForIntake(postgres.db, vault, await permitFor(prescriber, 'review-intake'), {
      ...{ id, answers, by: prescriber.name, at },
    })
  const LOOK: Told = { pdmpAskedOn: here(-20), pdmpShows: [], pdmpPrescribers: 1 }
  const AGAIN: Told = { ...LOOK, pdmpAskedOn: here(0), pdmpPrescribers: 2 }

  test('of somebody new who prescribes is found once for each look, and the finding keeps no value', async () => {
    await record(LOOK, hours(1))
    expect(await found('F11')).toEqual([])
    const id = randomUUID()
    await record(AGAIN, hours(2), id)
    await record(AGAIN, hours(2), id)
    expect(await found('F11')).toMatchObject([
      { severity: 'review', evidence: { pdmpShowsNewPrescriber: id } },
    ])
  })

  test('of the liver is told when it has grown too old, and again when another month has gone', async () => {
    await brought({
      ...LIMITS,
      monitoring: { altReviewTimesUpperLimit: 2, altHoldTimesUpperLimit: 3, liverEveryMonths: 1 },
    })
    const day = 24
    const value: Told = { altTenthsOfUpperLimit: 10 }
    await record(value, hours(1))
    await record(value, hours(20 * day))
    expect(await found('F08')).toEqual([])
    await record(value, hours(40 * day))
    await record(value, hours(41 * day))
    const [old, ...more] = await found('F08')
    expect(old).toMatchObject({ severity: 'review', evidence: { altAgeMonths: 2 } })
    expect(more).toEqual([])
    await close(old?.finding_id ?? '', 'Ordered')
    await record(value, hours(42 * day))
    expect(await found('F08')).toHaveLength(1)
    await record(value, hours(75 * day))
    expect(await found('F08')).toHaveLength(2)
    await record({ altTenthsOfUpperLimit: 11 }, hours(76 * day))
    expect(await found('F08')).toHaveLength(2)
  })

  test('before somebody is accepted is the intake’s alone', async () => {
    await asOwner(`delete from enrolment_step where patient_id = '${patient.id}'`)
    await record(LOOK, hours(1))
    await record(AGAIN, hours(2))
    expect(await found('F11')).toEqual([])
  })
})
