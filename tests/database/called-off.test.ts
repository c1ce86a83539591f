/** A day was called off while a page of it was open on another device: nothing starts, and the page says so. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { cancelSession } from '../../app/care/cancel-session.ts'
import { readRoomForPractice } from '../../app/care/read-room.ts'
import { words } from '../../app/content/words.ts'
import { listSessionsNow } from '../../app/records/session-events.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  eventsOf,
  makeScene,
  minute,
  press,
  type Scene,
  stateOf,
  tellOwn,
  tellRoom,
} from '../session-scene.ts'

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

/** Ready for the dose, and called off by the practice with the support person's page still open. */
async function offScene(): Promise<Scene> {
  const scene = await makeScene(postgres)
  await tellOwn(scene)
  await tellRoom(scene)
  const permit = await Permit.ask(scene.db, scene.prescriber, 'book-session', scene.patient.id)
  await cancelSession(scene.db, permit, { sessionId: scene.sessionId, by: 'Dr. One', at: minute(-5) })
  return scene
}
const unitsUsed = async ({ everything, patient }: Scene) =>
  (await everything.selectFrom('unit_event').select('event').where('patient_id', '=', patient.id).execute())
    .map(({ event }) => event)
    .filter(({ kind }) => kind === 'used')

test('a start is not counted: no event, no unit, no step; a clinician is asked to look, once for each press', async () => {
  const scene = await offScene()
  const before = await eventsOf(scene)
  const id = randomUUID()
  const start = () => press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0), { id })
  expect(await start()).toEqual({ refused: 'called-off' })
  expect(await start()).toEqual({ refused: 'called-off' })
  expect(await eventsOf(scene)).toHaveLength(before.length)
  expect(await unitsUsed(scene)).toEqual([])
  expect(await stateOf(scene)).toBe('ready')
  const alerts = await alertsOf(scene)
  expect(alerts.map(({ cause, level }) => [cause.split(/[ :]/)[1], level])).toEqual([
    ['start-when-off', 'person-now'],
  ])
})

test('it stands on the board and on the session’s page until somebody has settled it', async () => {
  const scene = await offScene()
  const board = async () =>
    inScope(scene.db, await Permit.ask(scene.db, scene.prescriber, 'list-sessions'), listSessionsNow)
  expect(await board()).toEqual([])
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  expect(await board()).toMatchObject([{ patientId: scene.patient.id, isCalledOff: true, openAlerts: 1 }])
  const permit = await Permit.ask(scene.db, scene.prescriber, 'watch-session', scene.patient.id)
  const room = () => inScope(scene.db, permit, (scope) => readRoomForPractice(scope, minute(1)))
  expect((await room())?.session.booked.id).toBe(scene.sessionId)
  await scene.everything
    .updateTable('alert')
    .set({
      ...{ seen_by: scene.prescriber.id, seen_by_name: 'Dr. One', seen_at: minute(2) },
      ...{ settled_by: scene.prescriber.id, settled_by_name: 'Dr. One', settled_at: minute(3) },
      settled_because: 'called: nothing was taken',
    })
    .where('session_id', '=', scene.sessionId)
    .execute()
  expect(await board()).toEqual([])
  expect(await room()).toBeUndefined()
})

test('more that was taken is written down all the same, and nothing is stepped', async () => {
  const scene = await offScene()
  await press(scene, scene.friend, { kind: 'more-taken' }, minute(0))
  expect((await alertsOf(scene)).map(({ level }) => level)).toContain('person-now')
  expect(await stateOf(scene)).toBe('ready')
})

test('on the screen it says so kindly, and whom to call; somebody who is not beside them reads nothing of it', async () => {
  const scene = await offScene()
  const app = openTestApp(postgres, {
    practiceId: scene.practiceId,
    login,
    change: { now: () => minute(0) },
  })
  const signIn = async (actorId: string) => {
    const accountId = await login.createAccount({ email: `${actorId}@test.invalid`, name: 'x' })
    await postgres.everything
      .updateTable('member')
      .set({ account_id: accountId })
      .where('actor_id', '=', actorId)
      .execute()
    return app.signIn(accountId)
  }
  const cookie = await signIn(scene.friend.id)
  const path = `/care-team/day/${scene.patient.id}/now`
  const form = { id: randomUUID(), sessionId: scene.sessionId, seen: '{}', kind: 'start', units: '1' }
  const opened = await (await app.request('GET', path, cookie)).text()
  expect(opened).toContain(words.en.sessionDay.calledOff.title)
  expect(opened).not.toContain('name="kind" value="start"')

  const pressed = await app.request('POST', path, cookie, form)
  expect(pressed.status).toBe(303)
  const page = await (await app.request('GET', pressed.headers.get('location') ?? '', cookie)).text()
  for (const line of ['title', 'started', 'notTaken', 'taken'] as const)
    expect(page).toContain(words.en.sessionDay.calledOff[line])
  expect(page).toContain('href="tel:911"')
  expect(page).toContain(scene.prescriber.name)

  const stranger = await makeMember(postgres.everything, scene.practiceId, ['support-person'])
  const refused = await app.request('GET', path, await signIn(stranger.id))
  expect(refused.status).toBe(404)
  const theirs = await refused.text()
  expect(theirs).toContain(words.en.sessionDay.gone.title)
  expect(theirs).toContain('href="tel:911"')
  expect(theirs).not.toContain(words.en.sessionDay.calledOff.title)
})
