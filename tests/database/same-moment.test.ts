/** Two people, or a person and the clock, at the same moment: one waits for the other, whichever came first. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Permit } from '../../app/access/permit.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { bookIntegration } from '../../app/care/book-session.ts'
import { cancelSession } from '../../app/care/cancel-session.ts'
import { takeBack } from '../../app/care/change-people.ts'
import { decideCourse } from '../../app/care/decide-course.ts'
import { followSession } from '../../app/care/follow-session.ts'
import { pauseOwn } from '../../app/care/pause-own.ts'
import { aboutOf, machineKeyOf } from '../../app/care/raise-alerts.ts'
import { sayNotToday } from '../../app/care/tell-day.ts'
import type { OffRamp } from '../../app/clinical/off-ramp.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  dosedScene,
  eventsOf,
  makeScene,
  minute,
  press,
  type Scene,
  sessionRow,
  stateOf,
  tellOwn,
  tellRoom,
  vault,
} from '../session-scene.ts'
import { bookingScene, NOW } from './booking-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

/** Nobody writes in this table until it is let go: who has come so far stands still there. */
async function hold(table: string) {
  const client = await postgres.poolAs('owner', 1).connect()
  await client.query(`begin; lock table ${table} in exclusive mode`)
  return async () => {
    await client.query('rollback')
    client.release()
  }
}

async function untilWaiting(people: number) {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(distinct pid)::int as waiting from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`.execute(postgres.everything)
    if ((rows[0]?.waiting ?? 0) >= people) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The first stands still in the middle of what it does while the second begins; then both go on. */
async function atOnce(heldIn: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const letGo = await hold(heldIn)
  const one = Promise.allSettled([first()])
  await untilWaiting(1)
  const other = Promise.allSettled([second()])
  await Promise.race([other, untilWaiting(2)])
  await letGo()
  return [(await one)[0], (await other)[0]] as const
}

const done = (value: unknown) => ({ status: 'fulfilled', value })

/** Ready for the dose. */
async function readyScene(): Promise<Scene> {
  const scene = await makeScene(postgres)
  await tellOwn(scene)
  await tellRoom(scene)
  return scene
}

const offRamp: OffRamp = {
  ...{ stopVisit: 'offered', lastMeasures: 'not-wanted', therapist: 'no-therapist', ifItReturns: 'Call.' },
}

/** Whatever calls a day off, and what it writes after it has looked whether anything was taken. */
const ENDINGS = {
  'a break': {
    heldIn: 'alert',
    ask: async ({ db, patient }: Scene) => {
      const permit = await Permit.ask(db, patient, 'change-own-way', patient.id)
      return () => pauseOwn(db, permit, patient, 'pause', minute(0))
    },
    taken: done('taken'),
    afterDose: done('kept'),
  },
  'calling off': {
    heldIn: 'appointment',
    ask: async ({ db, patient, prescriber, sessionId }: Scene) => {
      const permit = await Permit.ask(db, prescriber, 'book-session', patient.id)
      return () => cancelSession(db, permit, { sessionId, by: 'x', at: minute(0) })
    },
    taken: done('cancelled'),
    afterDose: done('under-way'),
  },
  'the end a prescriber decides': {
    heldIn: 'answer_sheet',
    ask: async ({ db, patient, prescriber }: Scene) => {
      const permit = await Permit.ask(db, prescriber, 'decide-course', patient.id)
      const decision = { to: 'discharged', from: 'session-day', reason: 'x', offRamp, at: minute(0) } as const
      return () => decideCourse({ db, vault }, permit, prescriber, { id: randomUUID(), ...decision })
    },
    taken: done(undefined),
    // Made from a page on which nothing was taken yet.
    afterDose: { status: 'rejected', reason: { refusal: { why: 'earlier', from: 'in-session' } } },
  },
} as const

describe.each(Object.entries(ENDINGS))('a dose, and %s', (_, { heldIn, ask, taken, afterDose }) => {
  const dose = (scene: Scene) => () =>
    press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))

  test('the dose first: the day stays, and the clock goes on looking', async () => {
    const scene = await readyScene()
    const [dosed, ended] = await atOnce('unit_event', dose(scene), await ask(scene))
    expect(dosed).toEqual(done('stored'))
    expect(ended).toMatchObject(afterDose)
    expect((await sessionRow(scene)).cancelled_at).toBeNull()
    expect(await stateOf(scene)).toBe('in-session')
    const { db, practiceId, patient, sessionId } = scene
    const job = { id: 'test', practiceId, ids: { sessionId, patientId: patient.id } }
    await followSession({ db, now: () => minute(60) }, job)
    expect((await alertsOf(scene)).map(aboutOf)).toContain('D09')
  })

  test('the dose second: nothing was started, and a clinician is asked to look', async () => {
    const scene = await readyScene()
    const [ended, dosed] = await atOnce(heldIn, await ask(scene), dose(scene))
    expect(ended).toEqual(taken)
    expect(dosed).toEqual(done({ refused: 'called-off' }))
    expect((await sessionRow(scene)).cancelled_at).toEqual(minute(0))
    expect((await eventsOf(scene)).map(({ what }) => what.kind)).not.toContain('dose-started')
    expect((await alertsOf(scene)).map(aboutOf)).toEqual(['start-when-off'])
  })
})

describe('an appointment that is booked anew, and "not today"', () => {
  /** The appointment that was booked with the day was called off by whom it was with. */
  async function scene() {
    const scene = await readyScene()
    const { db, everything, patient, prescriber, sessionId } = scene
    await everything
      .updateTable('appointment')
      .set({ state: 'cancelled-by-therapist', state_by: prescriber.id, state_at: minute(-50) })
      .where('session_id', '=', sessionId)
      .execute()
    const mayBook = await Permit.ask(db, prescriber, 'book-session', patient.id)
    const mayTell = await Permit.ask(db, patient, 'tell-day', patient.id)
    return {
      book: () =>
        bookIntegration(db, mayBook, {
          ...{ sessionId, appointmentId: randomUUID(), integrationAt: minute(48 * 60), by: 'x' },
          ...{ withId: prescriber.id, timeZone: 'America/New_York', now: minute(-20) },
        }),
      notToday: () => sayNotToday(db, mayTell, { sessionId, at: minute(-10), by: patient.name }),
      appointments: async () => {
        const rows = await everything
          .selectFrom('appointment')
          .select('state')
          .where('session_id', '=', sessionId)
          .execute()
        return rows.map(({ state }) => state).sort()
      },
    }
  }

  test('booked first, it goes with the day', async () => {
    const { book, notToday, appointments } = await scene()
    const [booked, off] = await atOnce('appointment', book, notToday)
    expect(booked).toMatchObject(done({ status: 'booked' }))
    expect(off).toEqual(done(undefined))
    expect(await appointments()).toEqual(['cancelled-by-therapist', 'cancelled-with-session'])
  })

  test('called off first, there is nothing to book it for', async () => {
    const { book, notToday, appointments } = await scene()
    const [off, booked] = await atOnce('enrolment_step', notToday, book)
    expect(off).toEqual(done(undefined))
    expect(booked).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } })
    expect(await appointments()).toEqual(['cancelled-by-therapist'])
  })
})

describe('somebody agrees to be there, and their access is taken back', () => {
  async function scene() {
    const { patient, support } = await bookingScene(postgres, { without: ['support'] })
    const { db } = postgres
    const mayAgree = await Permit.ask(db, support, 'agree-to-support', patient.id)
    const mayTakeBack = await Permit.ask(db, patient, 'change-people', patient.id)
    const who = { invitationId: null, actorId: support.id }
    return {
      agree: () =>
        agreeToSupport({ db, vault }, mayAgree, {
          ...{ by: support.name, language: 'en', phone: '(305) 555-0163', at: NOW },
        }),
      leave: () => takeBack({ db, vault }, mayTakeBack, who, { by: patient.name, at: NOW }),
    }
  }

  test('agreed first, both are done', async () => {
    const { agree, leave } = await scene()
    expect(await atOnce('contact_point', agree, leave)).toEqual([done(undefined), done('ended')])
  })

  test('taken back first, there is nothing to agree to', async () => {
    const { agree, leave } = await scene()
    const [left, agreed] = await atOnce('care_team_member', leave, agree)
    expect(left).toEqual(done('ended'))
    expect(agreed).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } })
  })
})

describe('a dose, and access taken back from whoever is there', () => {
  async function scene(takenBackAt: Date, receivedAt: Date) {
    const scene = await readyScene()
    const { db, patient, friend } = scene
    const mayTakeBack = await Permit.ask(db, patient, 'change-people', patient.id)
    const who = { invitationId: null, actorId: friend.id }
    return {
      dose: () => press(scene, patient, { kind: 'more-taken', units: 1 }, receivedAt),
      leave: () => takeBack({ db, vault }, mayTakeBack, who, { by: patient.name, at: takenBackAt }),
      isAskedToCall: async () => (await alertsOf(scene)).map(aboutOf).includes('access-taken-back'),
      keeps: async () =>
        (await Promise.allSettled([Permit.ask(db, friend, 'record-event', patient.id)]))[0].status ===
        'fulfilled',
    }
  }

  test.each([
    [0, 1],
    [1, 0],
  ])(
    'the dose first: they keep its safety, and a clinician is asked to call (clocks %i, %i)',
    async (a, b) => {
      const { dose, leave, isAskedToCall, keeps } = await scene(minute(a), minute(b))
      const [dosed, left] = await atOnce('unit_event', dose, leave)
      expect([dosed, left]).toEqual([done('stored'), done('kept')])
      expect([await keeps(), await isAskedToCall()]).toEqual([true, true])
    },
  )

  test.each([
    [0, 1],
    [1, 0],
  ])('the dose second: they keep nothing, and are shut out (clocks %i, %i)', async (a, b) => {
    const { dose, leave, isAskedToCall, keeps } = await scene(minute(a), minute(b))
    const [left, dosed] = await atOnce('care_team_member', leave, dose)
    expect([dosed, left]).toEqual([done('stored'), done('ended')])
    expect([await keeps(), await isAskedToCall()]).toEqual([false, false])
  })
})

describe('an alert is settled from the list, and in the session’s log', () => {
  async function scene() {
    const scene = await dosedScene(postgres)
    const { db, patient, prescriber } = scene
    await press(scene, scene.friend, { kind: 'help-asked' }, minute(10))
    const [alert] = await alertsOf(scene)
    const key = alert && machineKeyOf(alert)
    if (!alert || key === undefined) throw new Error('nothing was raised')
    const may = await Permit.ask(db, prescriber, 'answer-for-session', patient.id)
    const answer = { alertId: alert.alert_id, at: minute(12), by: prescriber.name }
    return {
      inRoom: () => press(scene, prescriber, { kind: 'alert-settled', alert: key }, minute(12)),
      fromList: () => settleRaised(db, may, answer, 'called'),
      because: async () => (await alertsOf(scene)).map(({ settled_because }) => settled_because),
    }
  }

  test('in the log first, it is settled once', async () => {
    const { inRoom, fromList, because } = await scene()
    expect(await atOnce('session_event', inRoom, fromList)).toEqual([done('stored'), done(undefined)])
    expect(await because()).toEqual(['confirmed in the room'])
  })

  test('from the list first, it is settled with what was done', async () => {
    const { inRoom, fromList, because } = await scene()
    const [fromTheList] = await atOnce('session_event', fromList, inRoom)
    expect(fromTheList).toEqual(done(undefined))
    expect(await because()).toEqual(['called'])
  })
})
