/** A phone beside a session is locked and picked up again: help, stop and the rest still reach somebody. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { cancelSession } from '../../app/care/cancel-session.ts'
import { TONIGHT_MS } from '../../app/care/room-lasts.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  dosedScene,
  eventsOf,
  MINUTE,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
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

/** Somebody's phone, with the house's clock at a minute of the session. */
async function phoneOf({ practiceId, everything }: Scene, { id }: { id: string }, at: number) {
  const clock = { at: minute(at) }
  const app = openTestApp(postgres, { practiceId, login, change: { now: () => clock.at } })
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await everything.updateTable('member').set({ account_id: accountId }).where('actor_id', '=', id).execute()
  const cookie = await app.signIn(accountId)
  const older = (minutes: number) =>
    postgres.poolAs('login', 1).query(
      `update session set "lastSeenAt" = "lastSeenAt" - make_interval(mins => $2),
         "expiresAt" = "expiresAt" - make_interval(mins => $2), "keptUntil" = "keptUntil" - make_interval(mins => $2)
       where "userId" = $1`,
      [accountId, minutes],
    )
  return {
    get: (path: string) => app.request('GET', path, cookie),
    post: (path: string, fields: Record<string, string>) => app.request('POST', path, cookie, fields),
    /** In a pocket, locked: nothing is asked meanwhile. */
    async locked(minutes: number) {
      await older(minutes)
      clock.at = new Date(clock.at.getTime() + minutes * MINUTE)
    },
  }
}
const form = ({ sessionId }: Scene, kind: string) => ({ id: randomUUID(), sessionId, seen: '{}', kind })
const aboutOf = async (scene: Scene) =>
  (await alertsOf(scene)).map(({ cause }) => cause.split(' ')[1]?.split(':')[0]).sort()

test('locked for longer than a login waits, help, stop and aside of the patient still reach somebody', async () => {
  const scene = await dosedScene(postgres)
  const phone = await phoneOf(scene, scene.patient, 10)
  expect((await phone.get('/portal/day/now')).status).toBe(200)
  for (const [path, kind] of [
    ['help', 'help'],
    ['now', 'stop'],
    ['aside', 'aside'],
  ] as const) {
    await phone.locked(31)
    const answer = await phone.post(`/portal/day/${path}`, form(scene, kind))
    expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, `/portal/day/${path}`])
    expect((await phone.get(`/portal/day/${path}`)).status).toBe(200)
  }
  expect(await aboutOf(scene)).toEqual(
    expect.arrayContaining(['help-asked', 'not-safe', 'stopped-after-dose']),
  )
})

test('a login that is kept opens the session and no other page, and grows no younger there', async () => {
  const scene = await dosedScene(postgres)
  const phone = await phoneOf(scene, scene.patient, 10)
  await phone.get('/portal/day/now')
  await phone.locked(31)
  expect((await phone.get('/portal/day/now')).status).toBe(200)
  for (const path of ['/portal', '/portal/progress', '/portal/check-in', '/account', '/portal/next-day']) {
    const { status, headers } = await phone.get(path)
    expect([path, status, headers.get('location')]).toEqual([
      path,
      303,
      `/sign-in?next=${encodeURIComponent(path)}`,
    ])
  }
})

test('whoever is there picks up a locked phone and goes on, and so the night after the end', async () => {
  const scene = await dosedScene(postgres)
  const base = `/care-team/day/${scene.patient.id}`
  const phone = await phoneOf(scene, scene.friend, 10)
  await phone.get(`${base}/now`)
  await phone.locked(40)
  expect((await phone.post(`${base}/now`, form(scene, 'well'))).headers.get('location')).toContain(
    'said=stored',
  )
  await readyToEnd(scene, minute(121))
  await press(scene, scene.friend, { kind: 'closed' }, minute(125))
  await phone.locked(90)
  expect((await phone.get(`${base}/now`)).status).toBe(200)
  // Longer than the twelve hours of any other login.
  await phone.locked(13 * 60)
  const night = await phone.get(`${base}/now`)
  expect(night.status).toBe(200)
  expect(night.headers.get('set-cookie')).toMatch(
    /^__Host-gw=.+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  await phone.post(`${base}/help`, form(scene, 'emergency'))
  expect(await aboutOf(scene)).toContain('emergency')
  await phone.locked(TONIGHT_MS / MINUTE)
  expect((await phone.get(`${base}/now`)).headers.get('location')).toContain('/sign-in')
})

test('from their own half of the day on, a locked phone is there for the dose', async () => {
  const scene = await makeScene(postgres)
  const untold = await phoneOf(scene, scene.patient, -60)
  await untold.get('/portal/day')
  await untold.locked(31)
  expect((await untold.get('/portal/day')).headers.get('location')).toContain('/sign-in')
  await tellOwn(scene)
  await tellRoom(scene)
  const phone = await phoneOf(scene, scene.patient, -40)
  expect((await phone.get('/portal/day')).status).toBe(200)
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  await phone.locked(70)
  const before = (await eventsOf(scene)).length
  expect((await phone.post('/portal/day/help', form(scene, 'help'))).status).toBe(303)
  expect((await eventsOf(scene)).length).toBe(before + 1)
})

test('on another day than the booked one, and once it was called off, no login is kept', async () => {
  const ahead = await makeScene(postgres)
  const early = await phoneOf(ahead, ahead.friend, -3 * 1440)
  await early.get(`/care-team/day/${ahead.patient.id}`)
  await early.locked(31)
  expect((await early.get(`/care-team/day/${ahead.patient.id}`)).headers.get('location')).toContain(
    '/sign-in',
  )

  const permit = await Permit.ask(ahead.db, ahead.prescriber, 'book-session', ahead.patient.id)
  await cancelSession(ahead.db, permit, { sessionId: ahead.sessionId, by: 'Dr. One', at: minute(-30) })
  const off = await phoneOf(ahead, ahead.friend, -20)
  await off.get(`/care-team/day/${ahead.patient.id}`)
  await off.locked(31)
  expect((await off.get(`/care-team/day/${ahead.patient.id}`)).headers.get('location')).toContain('/sign-in')
})
