/** What a booked session rests on is gone: it is held, said, and put right by whoever agrees to be there. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { takeBack } from '../../app/care/change-people.ts'
import { dayKnown } from '../../app/care/day-known.ts'
import { findHalves, gateNow } from '../../app/care/judge-day.ts'
import { readRoom } from '../../app/care/read-room.ts'
import { openSession } from '../../app/care/session-log.ts'
import { gateForPatient, gateWords } from '../../app/content/gate-words.ts'
import { listJourneys } from '../../app/records/journeys.ts'
import { findNextSession } from '../../app/records/sessions.ts'
import { joinCareTeam, makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import {
  alertsOf,
  dosedScene,
  eventsOf,
  GOOD_ROOM,
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

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const takeBackFrom = async (scene: Scene, { id }: Member, at = minute(-30)) =>
  takeBack(
    { db: scene.db, vault },
    await Permit.ask(scene.db, scene.patient, 'change-people', scene.patient.id),
    { invitationId: null, actorId: id },
    { by: scene.patient.name, at },
  )
const runOut = (scene: Scene, { id }: Member) =>
  scene.everything
    .updateTable('care_team_member')
    .set({ until: new Date(Date.now() - 1000) })
    .where('patient_id', '=', scene.patient.id)
    .where('actor_id', '=', id)
    .execute()
const takeOffDuty = (scene: Scene) =>
  scene.everything
    .updateTable('duty')
    .set({ withdrawn_at: minute(-40), withdrawn_by: scene.prescriber.id })
    .where('practice_id', '=', scene.practiceId)
    .execute()
const roomOf = async (scene: Scene) =>
  inScope(scene.db, await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id), (scope) =>
    readRoom(scope, minute(-20)),
  )
const stageOf = async (scene: Scene) => (await roomOf(scene))?.session.reading.session.stage
const gapsOf = async (scene: Scene) => (await roomOf(scene))?.gaps
const start = (scene: Scene, who: Member, at = minute(0)) =>
  press(scene, who, { kind: 'dose-started', units: 1 }, at)
/** What the patient reads at the gate. */
const gateOf = async (scene: Scene) =>
  inScope(
    scene.db,
    await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id),
    async (scope) => {
      const booked = await findNextSession(scope)
      const room = await readRoom(scope, minute(-20))
      if (!booked || !room) throw new Error('no session')
      const key = await vault.keyOf(scope)
      const halves = await findHalves(scope, key, booked, room.gaps)
      const known = await dayKnown(scope, key, booked, minute(-20))
      return gateNow(scope, known, await openSession(scope, booked), halves, minute(-20), room.gaps)
    },
  )
const causes = async (scene: Scene) => (await alertsOf(scene)).map(({ cause }) => cause.split(/[ :]/)[1])

async function readyScene(): Promise<Scene> {
  const scene = await makeScene(postgres)
  await tellOwn(scene)
  await tellRoom(scene)
  expect(await stageOf(scene)).toBe('ready-for-dose')
  return scene
}

/** Asked by the patient, not agreed yet. */
async function ask(scene: Scene, part: 'support' | 'backup'): Promise<Member> {
  const person = await makeMember(scene.everything, scene.practiceId, ['support-person'])
  await joinCareTeam(scene.everything, scene.patient, person.id)
  await scene.everything
    .insertInto('invitation')
    .values({
      ...{ practice_id: scene.practiceId, patient_id: scene.patient.id, invitation_id: randomUUID() },
      ...{ part, name: person.name, relationship: 'friend', account_id: randomUUID() },
      ...{ actor_id: person.id, is_near: true, invited_at: minute(-25) },
    })
    .execute()
  return person
}
const agree = async (scene: Scene, who: Member) =>
  agreeToSupport(
    { db: scene.db, vault: openVault(TEST_SECRET) },
    await Permit.ask(scene.db, who, 'agree-to-support', scene.patient.id),
    { by: who.name, language: 'en', phone: '(305) 555-0162', at: minute(-22) },
  )

describe('somebody’s access was taken back after the session was booked with them', () => {
  test('what was ready is not ready any more, the patient reads why, and their devices can do nothing', async () => {
    const scene = await readyScene()
    await takeBackFrom(scene, scene.friend)
    expect(await gapsOf(scene)).toEqual(['support'])
    expect(await stageOf(scene)).toBe('preparing')
    const gate = await gateOf(scene)
    expect(gate.answer).not.toBe('go')
    expect(gateForPatient('en', gate, { is: 'sent', to: 'x' })).toContain(gateWords.en.booking.support)
    for (const action of ['record-event', 'read-session', 'tell-day-beside'] as const)
      await expect(
        Permit.ask(scene.db, scene.friend, action, scene.patient.id),
        action,
      ).rejects.toMatchObject({ code: 'not-found' })
    expect(await alertsOf(scene)).toEqual([])
  })

  test('before the day: it never becomes ready, whoever hands in', async () => {
    const scene = await makeScene(postgres)
    await takeBackFrom(scene, scene.friend, minute(-3000))
    expect(await gapsOf(scene)).toEqual(['support'])
    await tellOwn(scene)
    await tellRoom(scene, GOOD_ROOM, minute(-55), scene.backup)
    expect(await stageOf(scene)).toBe('preparing')
  })

  test('whoever agrees in their place is there, answers for the room anew, and then it goes on', async () => {
    const scene = await readyScene()
    await takeBackFrom(scene, scene.friend)
    const other = await ask(scene, 'support')
    expect(await gapsOf(scene)).toEqual(['support'])
    await agree(scene, other)
    expect(await gapsOf(scene)).toEqual([])
    expect(await sessionRow(scene)).toMatchObject({ support_person_id: other.id })
    expect(await stageOf(scene)).toBe('preparing')
    await tellRoom(scene, GOOD_ROOM, minute(-21), other)
    expect(await stageOf(scene)).toBe('ready-for-dose')
    expect(await start(scene, other)).toBe('stored')
    expect(await stateOf(scene)).toBe('in-session')
    expect(await causes(scene)).toEqual([])
  })

  test('after it ran out, too: what they said of the room counts no more', async () => {
    const scene = await readyScene()
    await runOut(scene, scene.friend)
    expect(await gapsOf(scene)).toEqual(['support'])
    const other = await ask(scene, 'support')
    await agree(scene, other)
    expect(await stageOf(scene)).toBe('preparing')
  })

  test('nobody takes the place of somebody who is there, and the database says so itself', async () => {
    const scene = await readyScene()
    const other = await ask(scene, 'backup')
    await agree(scene, other)
    expect(await sessionRow(scene)).toMatchObject({ backup_person_id: scene.backup.id })
    const permit = await Permit.ask(scene.db, other, 'agree-to-support', scene.patient.id)
    const push = inScope(scene.db, permit, ({ trx }) =>
      trx.updateTable('dosing_session').set({ backup_person_id: other.id }).execute(),
    )
    await expect(push).rejects.toMatchObject({ code: '23001' })
  })

  test('in a session: it goes on, and a clinician is asked to look, once', async () => {
    const scene = await dosedScene(postgres)
    await takeBackFrom(scene, scene.friend, minute(20))
    await takeBackFrom(scene, scene.friend, minute(21))
    expect(await causes(scene)).toEqual(['access-taken-back'])
    expect(await stateOf(scene)).toBe('in-session')
  })

  test('somebody else’s access changes nothing', async () => {
    const scene = await readyScene()
    const before = await eventsOf(scene)
    await takeBackFrom(scene, await ask(scene, 'support'))
    expect(await eventsOf(scene)).toHaveLength(before.length)
    expect(await stageOf(scene)).toBe('ready-for-dose')
  })
})

describe('nobody is on duty any more', () => {
  test('the gate holds, a start counts as not allowed, and the list of the coordinator says it', async () => {
    const scene = await readyScene()
    const coordinator = await makeMember(scene.everything, scene.practiceId, ['care-coordinator'])
    await joinCareTeam(scene.everything, scene.patient, coordinator.id)
    const listed = async () =>
      (
        await inScope(scene.db, await Permit.ask(scene.db, coordinator, 'list-journeys'), (scope) =>
          listJourneys(scope, 10),
        )
      ).map(({ gaps }) => gaps)
    expect(await listed()).toEqual([[]])
    await takeOffDuty(scene)
    expect(await listed()).toEqual([['duty']])
    expect((await gateOf(scene)).reasons).toContainEqual({ is: 'booking', gap: 'duty' })
    await start(scene, scene.friend)
    expect(await causes(scene)).toEqual(['dose-not-allowed'])
  })

  test('with another clinician for all of it, it goes on', async () => {
    const scene = await readyScene()
    await takeOffDuty(scene)
    const other = await makeMember(scene.everything, scene.practiceId, ['prescriber'])
    await scene.everything
      .insertInto('duty')
      .values({
        ...{ practice_id: scene.practiceId, duty_id: randomUUID(), clinician_id: other.id },
        ...{ from_at: minute(-60), to_at: minute(300) },
      })
      .execute()
    // Whoever cannot open the record watches over nobody.
    expect(await gapsOf(scene)).toEqual(['duty'])
    await joinCareTeam(scene.everything, scene.patient, other.id)
    expect(await gapsOf(scene)).toEqual([])
    await start(scene, scene.friend)
    expect(await causes(scene)).toEqual([])
  })
})
