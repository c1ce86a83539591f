/** How somebody goes on: decided by a prescriber, or by the person themselves, whole or not at all. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { type Decision, decideCourse, decisionsFrom } from '../../app/care/decide-course.ts'
import { pauseOwn } from '../../app/care/pause-own.ts'
import { ENROLMENT_STATES, type EnrolmentState, isStopped } from '../../app/clinical/enrolment.ts'
import type { OffRamp } from '../../app/clinical/off-ramp.ts'
import type { Database } from '../../app/database/connection.ts'
import { enrol } from '../enrolled.ts'
import { failingAtStep } from '../failing-database.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

const vault = openVault('a secret of this test that is long enough')
const since = new Date('2026-11-01T12:00:00Z')
const at = new Date('2026-11-02T12:00:00Z')
const OFF_RAMP: OffRamp = {
  stopVisit: 'held',
  lastMeasures: 'handed-in',
  therapist: 'told-with-leave',
  ifItReturns: 'Call us first.',
}

let postgres: TestDatabase
let practiceId: string
let prescriber: Member
let patient: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
})
afterAll(() => postgres.close())
beforeEach(() => newPatient())

async function newPatient() {
  patient = await makePatient(postgres.everything, practiceId)
  await joinCareTeam(postgres.everything, patient, prescriber.id)
}

const begin = (state: EnrolmentState, pausedFrom?: EnrolmentState) =>
  enrol(postgres.everything, { patient, state, since, ...(pausedFrom && { pausedFrom }) })

async function decide(
  decision: Partial<Decision> & Pick<Decision, 'to' | 'from'>,
  by = prescriber,
  db?: Database,
) {
  const permit = await Permit.ask(postgres.db, by, 'decide-course', patient.id)
  const whole = { id: randomUUID(), reason: 'as agreed', at, offRamp: OFF_RAMP, ...decision }
  return decideCourse({ db: db ?? postgres.db, vault }, permit, by, whole)
}
async function take(way: Parameters<typeof pauseOwn>[3], db: Database = postgres.db, when = at) {
  const permit = await Permit.ask(postgres.db, patient, 'change-own-way', patient.id)
  return pauseOwn(db, permit, patient, way, when)
}

/** A session and the appointment after it, booked by a prescriber. */
async function book() {
  const of = { practice: practiceId, patient: patient.id, staff: prescriber.id, session: randomUUID() }
  await sql`
    insert into plan_version (practice_id, patient_id, version, plan, protocol_version, drafted_by, drafted_by_name,
      drafted_at, signed_by, signed_by_name, signed_at)
    values (${of.practice}, ${of.patient}, 1, '{}', 1, ${of.staff}, 'Dr. Test', now(), ${of.staff}, 'Dr. Test', now())
  `.execute(postgres.everything)
  await sql`
    insert into dosing_session (practice_id, session_id, patient_id, plan_version, protocol_version, starts_at,
      planned_end_at, time_zone, duty_clinician_id, support_person_id, backup_person_id, booked_by, booked_by_name, booked_at)
    values (${of.practice}, ${of.session}, ${of.patient}, 1, 1, now() + interval '1 day', now() + interval '28 hours',
      'America/New_York', ${of.staff}, ${of.staff}, ${of.staff}, ${of.staff}, 'Dr. Test', now())
  `.execute(postgres.everything)
  await sql`
    insert into appointment (practice_id, appointment_id, patient_id, kind, session_id, with_id, starts_at, time_zone,
      state, booked_by, booked_at)
    values (${of.practice}, gen_random_uuid(), ${of.patient}, 'integration', ${of.session}, ${of.staff},
      clock_timestamp() + interval '3 days', 'America/New_York', 'booked', ${of.staff}, now())
  `.execute(postgres.everything)
}

type OnRecord = {
  state: EnrolmentState
  pausedFrom: EnrolmentState | null
  steps: number
  sheets: number
  alerts: number
  done: number
}

/** Everything of this person that a decision may touch. */
async function onRecord(): Promise<OnRecord | undefined> {
  const { rows } = await sql<OnRecord>`
    select state, paused_from as "pausedFrom",
      (select count(*) from enrolment_step where patient_id = ${patient.id})::integer as steps,
      (select count(*) from answer_sheet where patient_id = ${patient.id})::integer as sheets,
      (select count(*) from alert where patient_id = ${patient.id})::integer as alerts,
      (select count(*) from audit_event
        where outcome = 'done' and ${patient.id} = any (patient_ids))::integer as done
    from enrolment where patient_id = ${patient.id}`.execute(postgres.everything)
  return rows[0]
}

describe('a decision', () => {
  test.each(ENROLMENT_STATES)(
    'from %s is taken where it is open and changes nothing where it is not',
    async (from) => {
      for (const to of ENROLMENT_STATES) {
        if (to === from) continue
        await newPatient()
        await begin(from)
        const before = await onRecord()
        const isOpen = decisionsFrom({ state: from, pausedFrom: 'integrating' }).includes(to)
        const outcome = await decide({ from, to }).then(
          () => 'taken',
          () => 'refused',
        )
        expect(`${to} ${outcome}`).toBe(`${to} ${isOpen ? 'taken' : 'refused'}`)
        const after = await onRecord()
        if (isOpen) expect(after).toMatchObject({ state: to, steps: 2, sheets: isStopped(to) ? 1 : 0 })
        else expect(after).toEqual(before)
      }
    },
    30_000,
  )

  test('what a prescriber may decide after a session, and nobody skips over what is decided elsewhere', () => {
    expect(decisionsFrom({ state: 'integrating' })).toEqual([
      ...['ready', 're-evaluation-due', 'paused', 'completed', 'discharged'],
    ])
    expect(decisionsFrom({ state: 're-evaluation-due' })).toEqual([
      ...['ready', 'accepted', 'paused', 'completed', 'discharged'],
    ])
    expect(decisionsFrom({ state: 'paused', pausedFrom: 'supplied' })).toEqual([
      ...['supplied', 're-evaluation-due', 'discharged'],
    ])
    expect(decisionsFrom({ state: 'in-review' })).toEqual(['paused', 'discharged'])
    expect(decisionsFrom({ state: 'discharged' })).toEqual([])
  })

  test.each<[EnrolmentState]>([['paused'], ['discharged']])(
    'to %s without a reason is refused',
    async (to) => {
      await begin('integrating')
      await expect(decide({ from: 'integrating', to, reason: ' ' })).rejects.toMatchObject({
        refusal: { why: 'reason-needed' },
      })
      expect(await onRecord()).toMatchObject({ state: 'integrating', sheets: 0 })
    },
  )

  test('sent twice is decided once; the same decided by another is a conflict, and the first stands', async () => {
    await begin('integrating')
    const decision = { id: randomUUID(), from: 'integrating', to: 'paused' } as const
    await Promise.all([decide(decision), decide(decision), decide(decision)])
    expect(await onRecord()).toMatchObject({ state: 'paused', steps: 2, sheets: 1 })
    await expect(decide({ from: 'integrating', to: 'paused' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await onRecord()).toMatchObject({ steps: 2, sheets: 1 })
  })

  test('of two at once one is taken, and the other is told that things have moved on', async () => {
    await begin('integrating')
    const another = await makeMember(postgres.everything, practiceId, ['prescriber'])
    await joinCareTeam(postgres.everything, patient, another.id)
    const both = await Promise.allSettled([
      decide({ from: 'integrating', to: 'paused' }),
      decide({ from: 'integrating', to: 're-evaluation-due' }, another),
    ])
    const refused = both.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toMatchObject({ refusal: { why: 'earlier' } })
    expect(await onRecord()).toMatchObject({ steps: 2 })
  })

  test('whichever statement fails, nothing is half-stored', async () => {
    await begin('integrating')
    const before = await onRecord()
    let steps = 0
    for (let failing = 1; ; failing++) {
      const outcome = await decide(
        { from: 'integrating', to: 'completed' },
        prescriber,
        failingAtStep(postgres, failing),
      ).then(
        () => 'taken',
        (error) => error.message,
      )
      if (outcome === 'taken') break
      steps = failing
      expect(outcome).toBe('this step fails')
      expect(await onRecord()).toEqual(before)
    }
    expect(steps).toBeGreaterThan(8) // begin, find, lock, update, count, step, key, sheet, done, commit
    expect(await onRecord()).toMatchObject({ state: 'completed', steps: 2, sheets: 1 })
  }, 30_000)
})

describe('the person themselves', () => {
  const ENDED: readonly EnrolmentState[] = ['declined', 'completed', 'discharged', 'paused']

  test.each(ENROLMENT_STATES.filter((state) => !ENDED.includes(state)))(
    'takes a break from %s in one tap, and leaves in one more, and the practice is told of both',
    async (state) => {
      await begin(state)
      await take('pause')
      await take('pause')
      expect(await onRecord()).toMatchObject({ state: 'paused', pausedFrom: state, steps: 2, alerts: 1 })
      await take('leave')
      expect(await onRecord()).toMatchObject({ state: 'discharged', steps: 3, alerts: 2 })
    },
  )

  test('goes on alone before a plan is signed, and with a prescriber after', async () => {
    await begin('paused', 'consented')
    await take('resume')
    await take('resume')
    expect(await onRecord()).toMatchObject({ state: 'consented', steps: 2, alerts: 1 })

    await newPatient()
    await begin('paused', 'integrating')
    await expect(take('resume')).rejects.toMatchObject({ refusal: { why: 'somebody-else' } })
    expect(await onRecord()).toMatchObject({ state: 'paused', steps: 1, alerts: 0 })
    await decide({ from: 'paused', to: 'integrating' })
    expect(await onRecord()).toMatchObject({ state: 'integrating' })
  })

  test.each<[EnrolmentState, boolean]>([
    ['ready', true],
    ['session-day', true],
    ['in-session', false],
    ['recovering', false],
  ])(
    'from %s what is booked is called off with a break: %s, and a session under way stays',
    async (state, isOff) => {
      await begin(state)
      await book()
      await take('pause')
      const { rows } = await sql<{ is_off: boolean; appointment: string }>`
      select session.cancelled_at is not null as is_off, appointment.state as appointment
      from dosing_session as session join appointment using (practice_id, session_id)
      where session.patient_id = ${patient.id}`.execute(postgres.everything)
      expect(rows).toEqual([{ is_off: isOff, appointment: isOff ? 'cancelled-with-session' : 'booked' }])
    },
  )

  test('cannot pause what has ended', async () => {
    await begin('completed')
    await expect(take('pause')).rejects.toMatchObject({ refusal: { why: 'out-of-order' } })
    expect(await onRecord()).toMatchObject({ state: 'completed', alerts: 0 })
  })

  test('outside cover it is kept so', async () => {
    await begin('ready')
    await take('pause')
    const [alert] = await postgres.everything
      .selectFrom('alert')
      .select(['is_in_cover', 'level', 'seen_at'])
      .where('patient_id', '=', patient.id)
      .execute()
    expect(alert).toEqual({ is_in_cover: false, level: 'confirm', seen_at: null })
  })

  test('whichever statement fails, nothing is half-stored', async () => {
    await begin('ready')
    const before = await onRecord()
    let steps = 0
    for (let failing = 1; ; failing++) {
      const outcome = await take('pause', failingAtStep(postgres, failing)).then(
        () => 'taken',
        (error) => error.message,
      )
      if (outcome === 'taken') break
      steps = failing
      expect(outcome).toBe('this step fails')
      expect(await onRecord()).toEqual(before)
    }
    expect(steps).toBeGreaterThan(8)
    expect(await onRecord()).toMatchObject({ state: 'paused', steps: 2, alerts: 1 })
  }, 30_000)
})
