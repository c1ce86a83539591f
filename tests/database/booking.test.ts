/** A session is booked with the appointment after it, or not at all; and what becomes of both. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { type Booking, bookIntegration, bookSession } from '../../app/care/book-session.ts'
import { cancelSession } from '../../app/care/cancel-session.ts'
import { endDuty, planDuty } from '../../app/care/plan-duty.ts'
import { settleIntegration, takeWayOn } from '../../app/care/settle-integration.ts'
import { dutyAt } from '../../app/records/duty.ts'
import { findBookingGaps, findNextSession } from '../../app/records/sessions.ts'
import { instantAt } from '../../app/system/time.ts'
import { failingAtStep } from '../failing-database.ts'
import { makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { bookingScene, LIMITS, NOW, type Scene, ZONE } from './booking-scene.ts'

const HOUR_MS = 3_600_000

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const at = (local: string) => instantAt(local, ZONE) ?? new Date(Number.NaN)
const problemsOf = async (scene: Scene, changes: Partial<Booking> = {}) => {
  const outcome = await scene.book(scene.booking(changes))
  return outcome.status === 'not-booked' ? outcome.problems : []
}
const cancel = async (scene: Scene, sessionId: string, who = scene.patient) =>
  cancelSession(
    postgres.db,
    await Permit.ask(
      postgres.db,
      who,
      who === scene.patient ? 'cancel-session' : 'book-session',
      scene.patient.id,
    ),
    {
      ...{ sessionId, by: who.name, at: NOW },
    },
  )

describe('booking', () => {
  test('the session and the appointment after it are stored together, with everybody it needs', async () => {
    const scene = await bookingScene(postgres)
    const booking = scene.booking()
    expect(await scene.book(booking)).toEqual({ status: 'booked', isEarlier: false })
    expect(await scene.sessions()).toMatchObject([
      {
        session_id: booking.sessionId,
        planned_end_at: new Date(booking.startsAt.getTime() + 2 * HOUR_MS),
        time_zone: ZONE,
        duty_clinician_id: scene.prescriber.id,
        support_person_id: scene.support.id,
        backup_person_id: scene.backup.id,
        plan_version: 1,
        protocol_version: 1,
      },
    ])
    expect(await scene.appointments()).toMatchObject([
      { kind: 'integration', session_id: booking.sessionId, with_id: scene.therapist.id, state: 'booked' },
    ])
  })

  test('sent twice it books once; two at once end with one', async () => {
    const scene = await bookingScene(postgres)
    const booking = scene.booking()
    await Promise.all([scene.book(booking), scene.book(booking), scene.book(booking)])
    expect(await scene.sessions()).toHaveLength(1)
    expect(await scene.appointments()).toHaveLength(1)

    const other = await bookingScene(postgres)
    const outcomes = await Promise.all([
      other.book(other.booking()),
      other.book(other.booking(), other.prescriber),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['booked', 'not-booked'])
    expect(await other.sessions()).toHaveLength(1)
    expect(await other.appointments()).toHaveLength(1)
  })

  test.each([
    ['plan', ['no-plan']],
    ['grounds', ['calendar']],
    ['consents', ['calendar']],
    ['duty', ['duty']],
    ['support', ['support']],
    ['backup', ['backup']],
  ] as const)('without %s nothing is booked, and it says why', async (left, problems) => {
    const scene = await bookingScene(postgres, { without: [left] })
    const found = await problemsOf(scene)
    for (const problem of problems) expect(found).toContain(problem)
    expect(await scene.sessions()).toEqual([])
    expect(await scene.appointments()).toEqual([])
  })

  test('what is in force today and not on that day stands in the way', async () => {
    const scene = await bookingScene(postgres)
    await postgres.everything
      .updateTable('standing_ground')
      .set({ ends_on: '2026-10-19' })
      .where('patient_id', '=', scene.patient.id)
      .where('subject', '=', 'licence')
      .execute()
    expect(await problemsOf(scene)).toEqual(['calendar'])
  })

  test.each([
    ['ended the day before', { ends_on: '2026-10-19' }, ['calendar']],
    ['ends on that day', { ends_on: '2026-10-20' }, []],
    ['ends the day after', { ends_on: '2026-10-21' }, []],
    ['is an evaluation in person without a last day', { basis: 'in-person', ends_on: null }, []],
    ['is another one without a last day', { basis: 'va', ends_on: null }, ['calendar']],
    ['was recorded before its kind was asked', { basis: null }, ['calendar']],
    ['is for another state', { state: 'NJ' }, ['calendar']],
  ] as const)('a telehealth basis that %s', async (_what, change, problems) => {
    const scene = await bookingScene(postgres)
    await postgres.everything
      .updateTable('standing_ground')
      .set(change)
      .where('patient_id', '=', scene.patient.id)
      .where('subject', '=', 'telehealth-basis')
      .execute()
    expect(await problemsOf(scene)).toEqual(problems)
  })

  test('hours nobody signed are no window', async () => {
    const scene = await bookingScene(postgres, { limits: { ...LIMITS, integration: {} } })
    expect(await problemsOf(scene)).toEqual(['window-not-signed'])
  })

  test('a time that has passed, and one outside the plan, are refused', async () => {
    const scene = await bookingScene(postgres)
    await scene.putOnDuty(new Date('2026-09-01'), new Date('2026-10-02'))
    const past = { startsAt: new Date('2026-09-30T14:00Z'), integrationAt: new Date('2026-10-02T14:00Z') }
    expect(await problemsOf(scene, past)).toEqual(['past'])
    const late = { startsAt: new Date('2027-03-25T15:00Z'), integrationAt: new Date('2027-03-27T15:00Z') }
    expect(await problemsOf(scene, late)).toEqual(['outside-plan'])
  })

  test('one clinician is there from the start to the end of the watch; two who take turns are not one', async () => {
    const scene = await bookingScene(postgres, { without: ['duty'] })
    const start = at('2026-10-20T10:00')
    const times = { startsAt: start, integrationAt: at('2026-10-22T10:00') }
    const other = await makeMember(postgres.everything, scene.practiceId, ['prescriber'])
    await scene.putOnDuty(start, at('2026-10-20T11:00'))
    await scene.putOnDuty(at('2026-10-20T11:00'), at('2026-10-20T14:00'), other.id)
    expect(await problemsOf(scene, times)).toEqual(['duty'])
    // To the planned end, and not to the end of the watch.
    await scene.putOnDuty(at('2026-10-20T11:00'), at('2026-10-20T12:00'))
    expect(await problemsOf(scene, times)).toEqual(['duty'])
    await scene.putOnDuty(at('2026-10-20T12:00'), at('2026-10-20T14:00'))
    const booking = scene.booking(times)
    expect(await scene.book(booking)).toMatchObject({ status: 'booked' })
    expect(await scene.sessions()).toMatchObject([
      { duty_clinician_id: scene.prescriber.id, watch_until: at('2026-10-20T14:00') },
    ])
  })

  test('until when to watch has to be signed', async () => {
    const scene = await bookingScene(postgres, { limits: { ...LIMITS, session: {} } })
    expect(await problemsOf(scene)).toEqual(['watch-not-signed'])
  })

  test('on the days of the plan’s spacing, and not one day before', async () => {
    const scene = await bookingScene(postgres)
    const first = scene.booking()
    await scene.book(first)
    await postgres.everything
      .updateTable('dosing_session')
      .set({ ended_at: new Date(first.startsAt.getTime() + 2 * HOUR_MS) })
      .where('session_id', '=', first.sessionId)
      .execute()
    const on = (day: number) => ({
      startsAt: at(`2026-10-${day}T10:00`),
      integrationAt: at(`2026-10-${day + 2}T10:00`),
    })
    expect(await problemsOf(scene, on(26))).toEqual(['too-soon'])
    expect(await problemsOf(scene, on(27))).toEqual([])
  })

  test('a clinician who is met by somebody else at that moment is not booked twice, and nothing else is stored', async () => {
    const scene = await bookingScene(postgres)
    const first = scene.booking()
    await scene.book(first)
    await postgres.everything
      .updateTable('dosing_session')
      .set({ ended_at: NOW })
      .where('session_id', '=', first.sessionId)
      .execute()
    const again = { startsAt: at('2026-10-28T10:00'), integrationAt: first.integrationAt }
    expect(await problemsOf(scene, again)).toContain('integration-before-end')
    const taken = { startsAt: at('2026-11-04T10:00'), integrationAt: at('2026-11-06T10:00') }
    await postgres.everything
      .updateTable('appointment')
      .set({ starts_at: taken.integrationAt })
      .where('appointment_id', '=', first.appointmentId)
      .execute()
    expect(await problemsOf(scene, taken)).toEqual(['with-taken'])
    expect(await scene.sessions()).toHaveLength(1)
  })

  test('a clinician of another care team is nobody here', async () => {
    const scene = await bookingScene(postgres)
    const stranger = await makeMember(postgres.everything, scene.practiceId, ['therapist'])
    expect(await problemsOf(scene, { withId: stranger.id })).toEqual(['with-nobody'])
  })

  test('somebody who is not on the care team cannot ask', async () => {
    const scene = await bookingScene(postgres)
    const other = await bookingScene(postgres)
    await expect(
      Permit.ask(postgres.db, other.coordinator, 'book-session', scene.patient.id),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      Permit.ask(postgres.db, scene.therapist, 'book-session', scene.patient.id),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the hours after it', () => {
  const hoursAfterEnd = async (startsAt: Date, hours: number) => {
    const scene = await bookingScene(postgres)
    const integrationAt = new Date(startsAt.getTime() + (2 + hours) * HOUR_MS)
    return scene.book(scene.booking({ startsAt, integrationAt }))
  }

  test.each([
    ['an ordinary week', '2026-10-20T10:00'],
    ['the night the clocks go back', '2026-10-31T10:00'],
    ['the night the clocks go forward', '2027-03-13T10:00'],
  ])(
    'are elapsed hours in %s: earlier is said, at both ends is inside, later is refused',
    async (_, local) => {
      const start = at(local)
      // The last is after the plan's end, where the plan would refuse first.
      if (local.startsWith('2027')) return
      expect(await hoursAfterEnd(start, 20)).toEqual({ status: 'booked', isEarlier: true })
      expect(await hoursAfterEnd(start, 24)).toEqual({ status: 'booked', isEarlier: false })
      expect(await hoursAfterEnd(start, 72)).toEqual({ status: 'booked', isEarlier: false })
      expect(await hoursAfterEnd(start, 72 + 1 / 60)).toMatchObject({ problems: ['integration-too-late'] })
      expect(await hoursAfterEnd(start, -1 / 60)).toMatchObject({ problems: ['integration-before-end'] })
    },
  )

  test('an hour the clocks leave out, or give twice, is no time', () => {
    expect(instantAt('2027-03-14T02:30', ZONE)).toBeUndefined()
    expect(instantAt('2026-11-01T01:30', ZONE)).toBeUndefined()
    expect(instantAt('2026-11-01T00:30', ZONE)?.toISOString()).toBe('2026-11-01T04:30:00.000Z')
    expect(instantAt('no time', ZONE)).toBeUndefined()
    expect(instantAt('2026-11-01T10:00', 'Nowhere/Here')).toBeUndefined()
  })
})

describe('ready', () => {
  test('comes with the booking, when it is the last thing missing', async () => {
    const scene = await bookingScene(postgres)
    await scene.donePreparing()
    expect(await scene.stateNow()).toBe('supplied')
    await scene.book(scene.booking())
    expect(await scene.stateNow()).toBe('ready')
    const steps = await postgres.everything
      .selectFrom('enrolment_step')
      .selectAll()
      .where('patient_id', '=', scene.patient.id)
      .orderBy('step', 'desc')
      .execute()
    expect(steps[0]).toMatchObject({ to_state: 'ready', taken_as: 'system', taken_by: scene.coordinator.id })
  })

  test('does not come while something is missing, and no agreement alone makes it', async () => {
    const scene = await bookingScene(postgres, { without: ['support'] })
    await scene.donePreparing()
    const agree = async () =>
      agreeToSupport(
        { db: postgres.db, vault: openVault(TEST_SECRET) },
        await Permit.ask(postgres.db, scene.support, 'agree-to-support', scene.patient.id),
        { by: scene.support.name, language: 'en', phone: '(305) 555-0162', at: NOW },
      )
    await agree()
    await agree()
    expect(await scene.stateNow()).toBe('supplied')
    await scene.book(scene.booking())
    expect(await scene.stateNow()).toBe('ready')
  })
})

describe('calling off', () => {
  test('is free for the patient and for the practice, twice harmless, and a new day can be booked', async () => {
    const scene = await bookingScene(postgres)
    await scene.donePreparing()
    const first = scene.booking()
    await scene.book(first)
    expect(await cancel(scene, first.sessionId)).toBe('cancelled')
    expect(await cancel(scene, first.sessionId, scene.coordinator)).toBe('cancelled')
    expect(await scene.appointments()).toMatchObject([{ state: 'cancelled-with-session' }])
    expect(await scene.stateNow()).toBe('ready')
    const permit = await Permit.ask(postgres.db, scene.coordinator, 'read-booking', scene.patient.id)
    expect(await inScope(postgres.db, permit, findNextSession)).toBeUndefined()
    const second = scene.booking()
    expect(await scene.book(second)).toMatchObject({ status: 'booked' })
  })

  test.each(['in-session', 'recovering'] as const)('a session under way stays: %s', async (state) => {
    const scene = await bookingScene(postgres)
    const booking = scene.booking()
    await scene.book(booking)
    await postgres.everything
      .updateTable('enrolment')
      .set({ state })
      .where('patient_id', '=', scene.patient.id)
      .execute()
    await postgres.everything
      .insertInto('session_event')
      .values({
        ...{ practice_id: scene.practiceId, patient_id: scene.patient.id, session_id: booking.sessionId },
        ...{ event_id: randomUUID(), event: JSON.stringify({ what: { kind: 'dose-started', units: 1 } }) },
        ...{ sent_by: scene.support.id, sent_as: 'support-person' },
      })
      .execute()
    expect(await cancel(scene, booking.sessionId)).toBe('under-way')
    expect(await scene.sessions()).toMatchObject([{ cancelled_at: null }])
  })

  test('somebody else’s session is not there', async () => {
    const scene = await bookingScene(postgres)
    const booking = scene.booking()
    await scene.book(booking)
    const other = await bookingScene(postgres)
    expect(await cancel(other, booking.sessionId)).toBe('not-there')
    expect(await scene.sessions()).toMatchObject([{ cancelled_at: null }])
  })
})

describe('the appointment', () => {
  const settle = async (
    scene: Scene,
    state: 'kept' | 'cancelled-by-therapist',
    when: Date,
    who = scene.therapist,
  ) =>
    settleIntegration(
      postgres.db,
      await Permit.ask(postgres.db, who, 'settle-integration', scene.patient.id),
      { id: (await scene.appointments())[0]?.appointment_id ?? '', state, at: when },
    )

  test('is kept once its time has come, by the one it is with', async () => {
    const scene = await bookingScene(postgres)
    const booking = scene.booking()
    await scene.book(booking)
    expect(await settle(scene, 'kept', NOW)).toBe('early')
    await expect(settle(scene, 'kept', booking.integrationAt, scene.prescriber)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await settle(scene, 'kept', booking.integrationAt)).toBe('settled')
    expect(await settle(scene, 'kept', booking.integrationAt)).toBe('settled')
    await expect(settle(scene, 'cancelled-by-therapist', booking.integrationAt)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('called off, nothing else moves; the patient chooses a way on, and another one can be booked', async () => {
    const scene = await bookingScene(postgres)
    await scene.donePreparing()
    const booking = scene.booking()
    await scene.book(booking)
    await settle(scene, 'cancelled-by-therapist', NOW)
    expect(await scene.sessions()).toMatchObject([{ cancelled_at: null, starts_at: booking.startsAt }])
    expect(await scene.stateNow()).toBe('ready')

    const choose = await Permit.ask(postgres.db, scene.patient, 'choose-way-on', scene.patient.id)
    await takeWayOn(postgres.db, choose, { id: booking.appointmentId, wayOn: 'other-slots', at: NOW })
    await takeWayOn(postgres.db, choose, { id: booking.appointmentId, wayOn: 'in-house-cover', at: NOW })
    expect(await scene.appointments()).toMatchObject([{ way_on: 'in-house-cover' }])

    const again = {
      ...{ sessionId: booking.sessionId, appointmentId: randomUUID(), withId: scene.prescriber.id },
      ...{ integrationAt: new Date(booking.integrationAt.getTime() + HOUR_MS), timeZone: ZONE },
      ...{ by: scene.coordinator.name, now: NOW },
    }
    const permit = await scene.permitFor(scene.coordinator)
    expect(await bookIntegration(postgres.db, permit, again)).toMatchObject({ status: 'booked' })
    expect(await bookIntegration(postgres.db, permit, again)).toMatchObject({ status: 'already-booked' })
    expect(await scene.appointments()).toHaveLength(2)
  })
})

describe('the rota', () => {
  const permitFor = (scene: Scene) => Permit.ask(postgres.db, scene.coordinator, 'plan-duty')

  test('somebody is on duty from the first moment until the last, and nobody outside', async () => {
    const scene = await bookingScene(postgres, { without: ['duty'] })
    const [fromAt, toAt] = [at('2026-10-20T09:00'), at('2026-10-20T17:00')]
    const turn = { id: randomUUID(), clinicianId: scene.prescriber.id, fromAt, toAt, by: 'x' }
    await planDuty(postgres.db, await permitFor(scene), turn)
    await planDuty(postgres.db, await permitFor(scene), turn)
    const permit = await Permit.ask(postgres.db, scene.patient, 'read-preparation', scene.patient.id)
    const on = (when: Date) => inScope(postgres.db, permit, (scope) => dutyAt(scope, when))
    expect(await on(fromAt)).toMatchObject({ clinicianId: scene.prescriber.id, name: scene.prescriber.name })
    expect(await on(new Date(toAt.getTime() - 1))).toBeDefined()
    expect(await on(toAt)).toBeUndefined()
    expect(await on(new Date(fromAt.getTime() - 1))).toBeUndefined()
    expect(await endDuty(postgres.db, await permitFor(scene), turn.id, { at: NOW })).toBe('withdrawn')
    expect(await on(fromAt)).toBeUndefined()
  })

  test('a turn whose end falls in the watch is needed, too; taken off all the same, the session has a gap', async () => {
    const scene = await bookingScene(postgres, { without: ['duty'] })
    const startsAt = at('2026-10-20T10:00')
    await scene.putOnDuty(startsAt, at('2026-10-20T13:00'))
    await scene.putOnDuty(at('2026-10-20T13:00'), at('2026-10-20T14:00'))
    await scene.book(scene.booking({ startsAt, integrationAt: at('2026-10-22T10:00') }))
    const last = await postgres.everything
      .selectFrom('duty')
      .select('duty_id')
      .where('practice_id', '=', scene.practiceId)
      .orderBy('from_at', 'desc')
      .executeTakeFirstOrThrow()
    const end = async (isAllTheSame: boolean) =>
      endDuty(postgres.db, await permitFor(scene), last.duty_id, { at: NOW, isAllTheSame })
    const reading = await Permit.ask(postgres.db, scene.coordinator, 'read-booking', scene.patient.id)
    const gaps = () =>
      inScope(postgres.db, reading, async (scope) => {
        const session = await findNextSession(scope)
        return session && findBookingGaps(scope, session.id)
      })
    expect(await end(false)).toBe('needed')
    expect(await gaps()).toEqual([])
    expect(await end(true)).toBe('withdrawn')
    expect(await gaps()).toEqual(['duty'])
  })

  test('a turn a booked session rests on stays; somebody who is no clinician is not put on duty', async () => {
    const scene = await bookingScene(postgres)
    const booking = scene.booking()
    await scene.book(booking)
    const [turn] = await postgres.everything
      .selectFrom('duty')
      .select('duty_id')
      .where('practice_id', '=', scene.practiceId)
      .execute()
    const end = async (isAllTheSame = false) =>
      endDuty(postgres.db, await permitFor(scene), turn?.duty_id ?? '', { at: NOW, isAllTheSame })
    expect(await end()).toBe('needed')
    await cancel(scene, booking.sessionId)
    expect(await end()).toBe('withdrawn')
    const nobody = {
      id: randomUUID(),
      clinicianId: scene.therapist.id,
      fromAt: NOW,
      toAt: new Date('2027-01-01'),
    }
    await expect(planDuty(postgres.db, await permitFor(scene), { ...nobody, by: 'x' })).rejects.toMatchObject(
      { code: 'conflict' },
    )
  })
})

test('whichever statement does not arrive, nothing is half-stored', async () => {
  const scene = await bookingScene(postgres)
  await scene.donePreparing()
  const permit = await scene.permitFor(scene.coordinator)
  for (let failing = 1; ; failing++) {
    const outcome = await bookSession(failingAtStep(postgres, failing), permit, scene.booking()).catch(
      () => undefined,
    )
    if (outcome) {
      expect(outcome.status).toBe('booked')
      expect(failing).toBeGreaterThan(15)
      break
    }
    expect(await scene.sessions(), `statement ${failing}`).toEqual([])
    expect(await scene.appointments(), `statement ${failing}`).toEqual([])
    expect(await scene.stateNow(), `statement ${failing}`).toBe('supplied')
  }
  expect(await scene.stateNow()).toBe('ready')
})
