/** Access taken back while a session is open: its safety stays with whoever is there until it is closed, and no more. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { shareWith, takeBack } from '../../app/care/change-people.ts'
import { invitePerson } from '../../app/care/invite-person.ts'
import { readRoom } from '../../app/care/read-room.ts'
import { findRecipient } from '../../app/records/communications.ts'
import { listOwnPeople } from '../../app/records/patients.ts'
import { nameOfMember } from '../../app/records/people.ts'
import { listShares, type ShareCategory } from '../../app/records/shares.ts'
import { openTestLogin } from '../app.ts'
import { joinCareTeam, makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  dosedScene,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
  stateOf,
  tellOwn,
  tellRoom,
  vault,
} from '../session-scene.ts'

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

const takeBackFrom = async (scene: Scene, { id }: Member, at: Date) =>
  takeBack(
    { db: scene.db, vault },
    await Permit.ask(scene.db, scene.patient, 'change-people', scene.patient.id),
    { invitationId: null, actorId: id },
    { by: scene.patient.name, at },
  )

const OPEN = ['read-session', 'record-event'] as const
const CLOSED = ['tell-day-beside', 'read-briefing', 'agree-to-support', 'read-shared'] as const

/** Which of what they could ask for is granted. */
async function granted(scene: Scene, who: Member) {
  const all = [...OPEN, ...CLOSED]
  const asked = await Promise.allSettled(
    all.map((action) => Permit.ask(scene.db, who, action, scene.patient.id)),
  )
  return all.filter((_, index) => asked[index]?.status === 'fulfilled')
}

const isWrittenTo = async (scene: Scene, who: Member) => {
  const job = { id: randomUUID(), practiceId: scene.practiceId, roles: ['system'] as const, cause: 'test' }
  const permit = await Permit.ask(scene.db, job, 'tell-person', scene.patient.id)
  return (await inScope(scene.db, permit, (scope) => findRecipient(scope, who.id))) !== undefined
}

const listed = async (scene: Scene, who: Member) =>
  inScope(scene.db, await Permit.ask(scene.db, who, 'list-people'), listOwnPeople)

/** How many rows they see under a permit for the session's screen. */
async function seen(scene: Scene, who: Member, tables: readonly string[]) {
  const permit = await Permit.ask(scene.db, who, 'read-session', scene.patient.id)
  return inScope(scene.db, permit, async ({ trx }) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ rows: number }>`
        select count(*)::int as rows from ${sql.table(table)}`.execute(trx)
      counts[table] = rows[0]?.rows ?? -1
    }
    return counts
  })
}

/** Whoever is on duty has called: nothing stands against the end. */
const settleAll = ({ everything, sessionId, prescriber }: Scene) =>
  everything
    .updateTable('alert')
    .set({
      ...{ seen_by: prescriber.id, seen_by_name: 'x', seen_at: minute(30) },
      ...{
        settled_by: prescriber.id,
        settled_by_name: 'x',
        settled_because: 'called',
        settled_at: minute(30),
      },
    })
    .where('session_id', '=', sessionId)
    .execute()

describe('taken back after the dose', () => {
  test.each(['friend', 'backup'] as const)(
    'the %s keeps the session’s screen, and nothing else',
    async (who) => {
      const scene = await dosedScene(postgres)
      expect(await granted(scene, scene[who])).toEqual([...OPEN, ...CLOSED])
      await takeBackFrom(scene, scene[who], minute(20))
      expect(await granted(scene, scene[who])).toEqual(OPEN)
      expect(
        await press(scene, scene[who], { kind: 'look-in', isWell: true, waking: 'at-once' }, minute(21)),
      ).toBe('stored')
      expect(await press(scene, scene[who], { kind: 'emergency' }, minute(22))).toBe('stored')
      expect(await press(scene, scene[who], { kind: 'stop' }, minute(23))).toBe('stored')
    },
  )

  test('a clinician is asked to call, at the level of somebody who is gone, and once', async () => {
    const scene = await dosedScene(postgres)
    await takeBackFrom(scene, scene.friend, minute(20))
    await takeBackFrom(scene, scene.friend, minute(21))
    expect(await alertsOf(scene)).toMatchObject([
      { cause: `${scene.sessionId} access-taken-back:${scene.friend.id}`, level: 'person-now' },
    ])
  })

  test('also by a clock that lags behind the one the dose was received by; and whoever is told so keeps it', async () => {
    const scene = await dosedScene(postgres)
    expect(await takeBackFrom(scene, scene.friend, minute(-1))).toBe('kept')
    expect(await granted(scene, scene.friend)).toEqual(OPEN)
    expect(await alertsOf(scene)).toHaveLength(1)
    expect(await takeBackFrom(scene, scene.friend, minute(3))).toBe('kept')
    // Closed, it is over, whoever asks again.
    await settleAll(scene)
    await readyToEnd(scene, minute(130))
    await press(scene, scene.friend, { kind: 'closed' }, minute(130))
    expect(await takeBackFrom(scene, scene.friend, minute(131))).toBe('ended')
  })

  test('given back and taken back again before another dose, nothing is kept any more', async () => {
    const scene = await dosedScene(postgres)
    await takeBackFrom(scene, scene.friend, minute(20))
    const { everything, friend } = scene
    const theirs = everything.updateTable('care_team_member').where('actor_id', '=', friend.id)
    await theirs.set({ revoked_at: null }).execute()
    await sql`delete from session_event where session_id = ${scene.sessionId}`.execute(everything)
    expect(await takeBackFrom(scene, friend, minute(40))).toBe('ended')
    expect(await granted(scene, friend)).toEqual([])
  })

  test('they close it in the end, with everything that follows; with that it is over', async () => {
    const scene = await dosedScene(postgres)
    await takeBackFrom(scene, scene.friend, minute(20))
    await settleAll(scene)
    expect(await listed(scene, scene.friend)).toMatchObject([{ patientId: scene.patient.id, isKept: true }])
    expect(await isWrittenTo(scene, scene.friend)).toBe(true)

    await readyToEnd(scene, minute(130))
    expect(await press(scene, scene.friend, { kind: 'closed' }, minute(130))).toBe('stored')
    expect(await stateOf(scene)).toBe('integrating')
    expect(await granted(scene, scene.friend)).toEqual([])
    expect(await listed(scene, scene.friend)).toEqual([])
    expect(await isWrittenTo(scene, scene.friend)).toBe(false)
    // Whoever was not taken back stays for the night.
    expect(await granted(scene, scene.backup)).toEqual([...OPEN, ...CLOSED])
    expect(await isWrittenTo(scene, scene.backup)).toBe(true)
  })

  test('the database shows them the session and none of the patient’s own', async () => {
    const scene = await dosedScene(postgres)
    const { everything, practiceId, patient, friend } = scene
    await everything
      .insertInto('related_person')
      .values({
        ...{ practice_id: practiceId, related_person_id: friend.id, patient_id: patient.id },
        ...{ name: 'x', relationship: 'friend' },
      })
      .execute()
    const WITHHELD = ['related_person', 'answer_sheet', 'appointment', 'invitation', 'share', 'consent']
    const before = await seen(scene, friend, WITHHELD)
    expect(before).toMatchObject({ related_person: 1, appointment: 1, answer_sheet: 1 })
    await takeBackFrom(scene, friend, minute(20))
    expect(await seen(scene, friend, WITHHELD)).toEqual(
      Object.fromEntries(WITHHELD.map((table) => [table, 0])),
    )
    const kept = await seen(scene, friend, ['patient', 'dosing_session', 'session_event', 'plan_version'])
    expect(kept).toMatchObject({ patient: 1, dosing_session: 1, plan_version: 1 })
    expect(kept.session_event).toBeGreaterThan(0)
  })

  test('of names they read whom they can reach: who is on duty, and who is in reserve', async () => {
    const scene = await dosedScene(postgres)
    const therapist = await makeMember(scene.everything, scene.practiceId, ['therapist'])
    await joinCareTeam(scene.everything, scene.patient, therapist.id)
    const names = async () => {
      const permit = await Permit.ask(scene.db, scene.friend, 'read-session', scene.patient.id)
      const all = [scene.prescriber, scene.backup, therapist]
      return inScope(scene.db, permit, async (scope) => {
        const found = []
        for (const { id } of all) found.push(await nameOfMember(scope, id))
        return found
      })
    }
    expect(await names()).toEqual([scene.prescriber.name, scene.backup.name, therapist.name])
    await takeBackFrom(scene, scene.friend, minute(20))
    expect(await names()).toEqual([scene.prescriber.name, scene.backup.name, null])
  })

  test('a therapist’s access ends at once, as ever', async () => {
    const scene = await dosedScene(postgres)
    const therapist = await makeMember(scene.everything, scene.practiceId, ['therapist'])
    await joinCareTeam(scene.everything, scene.patient, therapist.id)
    await takeBackFrom(scene, therapist, minute(20))
    expect(await isWrittenTo(scene, therapist)).toBe(false)
    await expect(Permit.ask(scene.db, therapist, 'read-shared', scene.patient.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('nothing is kept', () => {
  test('by whom access was taken back from before the dose, whatever happened after', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene)
    await takeBackFrom(scene, scene.friend, minute(-10))
    await press(scene, scene.patient, { kind: 'more-taken', units: 1 }, minute(0))
    expect(await granted(scene, scene.friend)).toEqual([])
    expect(await isWrittenTo(scene, scene.friend)).toBe(false)
  })

  test('also where the dose was received by a clock that lags behind', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene)
    expect(await takeBackFrom(scene, scene.friend, minute(5))).toBe('ended')
    await press(scene, scene.patient, { kind: 'more-taken', units: 1 }, minute(0))
    expect(await granted(scene, scene.friend)).toEqual([])
  })

  test('of a session that was called off', async () => {
    const scene = await dosedScene(postgres)
    await takeBackFrom(scene, scene.friend, minute(20))
    await scene.everything
      .updateTable('dosing_session')
      .set({ cancelled_at: minute(25), cancelled_by: scene.prescriber.id })
      .where('session_id', '=', scene.sessionId)
      .execute()
    expect(await granted(scene, scene.friend)).toEqual([])
  })

  test('by somebody with no part in the session', async () => {
    const scene = await dosedScene(postgres)
    const other = await makeMember(scene.everything, scene.practiceId, ['support-person'])
    await joinCareTeam(scene.everything, scene.patient, other.id)
    await takeBackFrom(scene, other, minute(20))
    expect(await granted(scene, other)).toEqual([])
    expect(await alertsOf(scene)).toEqual([])
  })
})

test('whoever is there reads the room whole, before and after', async () => {
  const scene = await dosedScene(postgres)
  const read = async () =>
    inScope(scene.db, await Permit.ask(scene.db, scene.friend, 'read-session', scene.patient.id), (scope) =>
      readRoom(scope, minute(25)),
    )
  const before = await read()
  await takeBackFrom(scene, scene.friend, minute(20))
  const after = await read()
  expect(after?.session.numbers).toEqual(before?.session.numbers)
  expect(after?.session.reading).toEqual(before?.session.reading)
  expect(after?.onDuty?.name).toBe(before?.onDuty?.name)
})

describe('from a dose until after sleep nothing is granted', () => {
  const DAY = 24 * 60
  /** The database asks its own clock whether a share still holds. */
  const LONG = 36_500 * DAY
  const permit = ({ db, patient }: Scene) => Permit.ask(db, patient, 'change-people', patient.id)
  const share = async (scene: Scene, categories: ShareCategory[], at: number, until: number | null = null) =>
    shareWith(scene.db, await permit(scene), {
      ...{ id: randomUUID(), actorId: scene.friend.id, categories, at: minute(at) },
      until: until === null ? null : minute(until),
    })
  const shown = async (scene: Scene) =>
    inScope(scene.db, await permit(scene), async (scope) =>
      (await listShares(scope))
        .filter(({ recipientId }) => recipientId === scene.friend.id)
        .map(({ category, until }) => [category, until] as const)
        .sort(),
    )
  const invite = async (scene: Scene, at: number, email = `${randomUUID()}@test.invalid`) => {
    return invitePerson(
      { db: scene.db, login, origin: 'https://clinic.test', now: () => minute(at) },
      await permit(scene),
      {
        ...{ id: randomUUID(), part: 'therapist', name: 'Ada', relationship: null },
        email,
        ...{ isNear: false, until: minute(LONG), categories: ['plan'], at: minute(at) },
      },
    )
  }

  test('what is shown grows less, and never more', async () => {
    const scene = await makeScene(postgres)
    expect(await share(scene, ['wishes', 'plan'], -60)).toBe('shared')
    await tellOwn(scene)
    await tellRoom(scene)
    await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
    expect(await share(scene, ['wishes', 'scores'], 10)).toBe('less')
    expect(await share(scene, ['wishes', 'scores'], 10)).toBe('not-today')
    expect(await shown(scene)).toEqual([['wishes', null]])
    expect(await share(scene, ['wishes'], 11, LONG)).toBe('shared')
    expect(await share(scene, ['wishes'], 12, LONG + DAY)).toBe('not-today')
    expect(await shown(scene)).toEqual([['wishes', minute(LONG)]])
    expect(await share(scene, [], 13)).toBe('shared')
    expect(await shown(scene)).toEqual([])
  })

  test('nobody new is asked; a day later somebody is', async () => {
    const scene = await dosedScene(postgres)
    const email = `${randomUUID()}@test.invalid`
    expect(await invite(scene, 20, email)).toBe('not-today')
    // Their address stays nowhere.
    expect(await login.findAccountId(email)).toBeUndefined()
    await readyToEnd(scene, minute(121))
    await press(scene, scene.friend, { kind: 'closed' }, minute(122))
    expect(['mailed', 'not-mailed']).toContain(await invite(scene, 3 * DAY))
  })
})
