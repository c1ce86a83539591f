/** A break or leaving asked for while a session is open: kept with its hour, and taken when that is over. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { cancelSession } from '../../app/care/cancel-session.ts'
import { decideCourse } from '../../app/care/decide-course.ts'
import { followSession } from '../../app/care/follow-session.ts'
import { type OwnWay, pauseOwn } from '../../app/care/pause-own.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import type { OffRamp } from '../../app/clinical/off-ramp.ts'
import { StepRefused } from '../../app/records/enrolments.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
  sessionRow,
  stateOf,
  vault,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const tap = async ({ db, patient }: Scene, way: OwnWay, at: Date) =>
  pauseOwn(db, await Permit.ask(db, patient, 'change-own-way', patient.id), patient, way, at)

const close = async (scene: Scene, at: Date) => {
  await readyToEnd(scene, at)
  return press(scene, scene.friend, { kind: 'closed' }, at)
}

/** The clock of the session looks. */
const look = ({ db, practiceId, patient, sessionId }: Scene, at: Date) =>
  followSession({ db, now: () => at }, { id: 'test', practiceId, ids: { sessionId, patientId: patient.id } })

const watchUntil = ({ everything, sessionId }: Scene, at: Date | null) =>
  sql`update dosing_session set watch_until = ${at} where session_id = ${sessionId}`.execute(everything)

const wishOf = async ({ everything, enrolmentId }: Scene) => {
  const row = await everything
    .selectFrom('enrolment')
    .select(['wished_to', 'wished_at'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  return row.wished_to && [row.wished_to, row.wished_at]
}

/** Every stop on their way. */
const stops = async ({ everything, enrolmentId }: Scene) =>
  (
    await everything
      .selectFrom('enrolment_step')
      .selectAll()
      .where('enrolment_id', '=', enrolmentId)
      .where('to_state', 'in', ['paused', 'discharged'])
      .orderBy('step')
      .execute()
  ).map(({ to_state: to, taken_by: by, taken_as: as, taken_at: at, asked_at: askedAt }) => ({
    ...{ to, by, as, at, askedAt },
  }))

const told = async ({ everything, patient }: Scene) =>
  (
    await everything
      .selectFrom('alert')
      .select('cause')
      .where('patient_id', '=', patient.id)
      .where('cause', 'like', 'own-step %')
      .orderBy('raised_at')
      .execute()
  ).map(({ cause }) => cause.split(' ')[2])

describe('after the dose', () => {
  test('a break waits until the session is closed, and is then the patient’s own step, with the hour they asked', async () => {
    const scene = await dosedScene(postgres)
    expect(await tap(scene, 'pause', minute(12))).toBe('kept')
    expect(await stateOf(scene)).toBe('in-session')
    expect(await wishOf(scene)).toEqual(['paused', minute(12)])
    expect(await told(scene)).toEqual(['wish-paused'])
    // Twice is one wish, with its first hour.
    expect(await tap(scene, 'pause', minute(13))).toBe('kept')
    expect(await wishOf(scene)).toEqual(['paused', minute(12)])
    expect(await told(scene)).toEqual(['wish-paused'])

    expect(await close(scene, minute(130))).toBe('stored')
    expect(await stateOf(scene)).toBe('paused')
    const step = { to: 'paused', by: scene.patient.id, as: 'patient', at: minute(130), askedAt: minute(12) }
    expect(await stops(scene)).toEqual([step])
    expect(await wishOf(scene)).toBeNull()
    // Whatever looks again finds it taken.
    await look(scene, minute(131))
    await look(scene, minute(500))
    expect(await stops(scene)).toEqual([step])
    expect(await told(scene)).toEqual(['wish-paused'])
  })

  test('leaving is asked for in the same way, and the last word counts', async () => {
    const scene = await dosedScene(postgres)
    await tap(scene, 'pause', minute(12))
    expect(await tap(scene, 'leave', minute(20))).toBe('kept')
    expect(await wishOf(scene)).toEqual(['discharged', minute(20)])
    await close(scene, minute(130))
    expect(await stateOf(scene)).toBe('discharged')
    expect(await stops(scene)).toMatchObject([{ to: 'discharged', askedAt: minute(20) }])
  })

  test('it can be taken back until then, and that is told as well', async () => {
    const scene = await dosedScene(postgres)
    await tap(scene, 'leave', minute(12))
    expect(await tap(scene, 'stay', minute(40))).toBe('taken')
    expect(await tap(scene, 'stay', minute(41))).toBe('nothing')
    expect(await wishOf(scene)).toBeNull()
    await close(scene, minute(130))
    expect(await stateOf(scene)).toBe('integrating')
    expect(await stops(scene)).toEqual([])
    expect(await told(scene)).toEqual(['wish-discharged', 'stay'])
  })

  test('closed by the prescriber, with a reason, it is taken as well', async () => {
    const scene = await dosedScene(postgres)
    await tap(scene, 'pause', minute(12))
    await readyToEnd(scene, minute(199))
    expect(
      await press(scene, scene.prescriber, { kind: 'closed', reason: 'seen by video' }, minute(200)),
    ).toBe('stored')
    expect(await stops(scene)).toMatchObject([{ to: 'paused', by: scene.patient.id, at: minute(200) }])
  })

  test('whatever else closes the record: the clock of the session takes it', async () => {
    const scene = await dosedScene(postgres)
    await tap(scene, 'pause', minute(12))
    await look(scene, minute(14))
    expect(await stateOf(scene)).toBe('in-session')
    await scene.everything
      .updateTable('dosing_session')
      .set({ cancelled_at: minute(60), cancelled_by: scene.prescriber.id })
      .where('session_id', '=', scene.sessionId)
      .execute()
    await look(scene, minute(61))
    await look(scene, minute(62))
    expect(await stops(scene)).toMatchObject([{ to: 'paused', at: minute(61), askedAt: minute(12) }])
  })

  test('asked for while it is being closed, it is taken once, whichever came first', async () => {
    for (const round of [1, 2, 3]) {
      const scene = await dosedScene(postgres)
      await readyToEnd(scene, minute(130))
      await Promise.all([
        tap(scene, 'pause', minute(130)),
        press(scene, scene.friend, { kind: 'closed' }, minute(130)),
      ])
      expect(await stateOf(scene), `round ${round}`).toBe('paused')
      expect(await stops(scene)).toMatchObject([{ to: 'paused', by: scene.patient.id, as: 'patient' }])
    }
  })

  test('nobody but the patient wishes, or takes the wish back', async () => {
    const scene = await dosedScene(postgres)
    await tap(scene, 'pause', minute(12))
    await expect(
      Permit.ask(scene.db, scene.friend, 'change-own-way', scene.patient.id),
    ).rejects.toMatchObject({ code: 'not-found' })
    // Nor past the acts: the database says it too.
    for (const wished of [null, 'discharged'] as const) {
      const permit = await Permit.ask(scene.db, scene.friend, 'record-event', scene.patient.id)
      await expect(
        inScope(scene.db, permit, ({ trx }) =>
          trx
            .updateTable('enrolment')
            .set({ wished_to: wished, wished_at: wished && minute(13) })
            .where('enrolment_id', '=', scene.enrolmentId)
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    }
    expect(await wishOf(scene)).toEqual(['paused', minute(12)])
  })

  test('what a prescriber decides meanwhile ends no session, and leaves what goes further', async () => {
    const scene = await dosedScene(postgres)
    await tap(scene, 'leave', minute(12))
    const offRamp = {
      ...{
        stopVisit: 'offered',
        lastMeasures: 'not-wanted',
        therapist: 'no-therapist',
        ifItReturns: 'Call.',
      },
    } satisfies OffRamp
    await decideCourse(
      { db: scene.db, vault },
      await Permit.ask(scene.db, scene.prescriber, 'decide-course', scene.patient.id),
      scene.prescriber,
      {
        ...{ id: crypto.randomUUID(), to: 'paused', from: 'in-session', reason: 'as asked', offRamp },
        at: minute(20),
      },
    )
    expect(await wishOf(scene)).toEqual(['discharged', minute(12)])
    expect((await sessionRow(scene)).cancelled_at).toBeNull()
    const permit = await Permit.ask(scene.db, scene.patient, 'cancel-session', scene.patient.id)
    const { sessionId } = scene
    expect(await cancelSession(scene.db, permit, { sessionId, by: 'x', at: minute(21) })).toBe('under-way')
    await close(scene, minute(130))
    expect(await stateOf(scene)).toBe('discharged')
  })
})

test('whoever left is asked on the next day all the same, and what they say reaches people', async () => {
  const scene = await dosedScene(postgres)
  await tap(scene, 'leave', minute(12))
  await close(scene, minute(130))
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  await tellNextDay(scene.db, vault, permit, {
    ...{ id: crypto.randomUUID(), sessionId: scene.sessionId, at: minute(24 * 60) },
    ...{ asq: { ...ASQ_NO, 'asq-03': 1, 'asq-05': 1 }, told: {} },
  })
  expect(await stateOf(scene)).toBe('discharged')
  expect((await alertsOf(scene)).map(({ cause }) => cause.split(' ')[1])).toContain('rule:S01')
})

describe('in the evening after', () => {
  const evening = async () => {
    const scene = await dosedScene(postgres)
    await watchUntil(scene, minute(300))
    await close(scene, minute(130))
    expect(await stateOf(scene)).toBe('integrating')
    return scene
  }

  test('it waits until the watch is over: not a minute before, and once', async () => {
    const scene = await evening()
    expect(await tap(scene, 'pause', minute(299))).toBe('kept')
    expect(await stateOf(scene)).toBe('integrating')
    await look(scene, minute(299))
    expect(await stateOf(scene)).toBe('integrating')
    await look(scene, minute(300))
    await look(scene, minute(301))
    expect(await stops(scene)).toEqual([
      { to: 'paused', by: scene.patient.id, as: 'patient', at: minute(300), askedAt: minute(299) },
    ])
  })

  test('once it is over, a break is taken at once', async () => {
    const scene = await evening()
    expect(await tap(scene, 'pause', minute(300))).toBe('taken')
    expect(await stops(scene)).toMatchObject([{ to: 'paused', at: minute(300), askedAt: null }])
  })

  test('where nobody kept until when to watch, there is nothing to wait for', async () => {
    const scene = await evening()
    await watchUntil(scene, null)
    expect(await tap(scene, 'leave', minute(140))).toBe('taken')
    expect(await stateOf(scene)).toBe('discharged')
  })
})

describe('before the dose', () => {
  test('a break is taken at once, and the day is called off', async () => {
    const scene = await makeScene(postgres, { state: 'session-day' })
    expect(await tap(scene, 'pause', minute(-30))).toBe('taken')
    expect(await stateOf(scene)).toBe('paused')
    expect((await sessionRow(scene)).cancelled_at).toEqual(minute(-30))
  })

  test('there is no wish where one could not go', async () => {
    const scene = await makeScene(postgres, { state: 'discharged' })
    await expect(tap(scene, 'pause', minute(-30))).rejects.toBeInstanceOf(StepRefused)
    expect(await tap(scene, 'stay', minute(-30))).toBe('nothing')
  })
})
