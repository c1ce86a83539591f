/** What the screens of a session say of who knows: true of the alert it is about, and of nothing told for others to read. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { lookAtAlert, settleRaised } from '../../app/care/answer-alert.ts'
import { aboutOf } from '../../app/care/raise-alerts.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  GOOD_DAY,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
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

async function as(scene: Scene, who: { id: string }, at: Date) {
  const app = openTestApp(postgres, { practiceId: scene.practiceId, login, change: { now: () => at } })
  const account = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: account })
    .where('actor_id', '=', who.id)
    .execute()
  const cookie = await app.signIn(account)
  return {
    read: async (path: string) => (await app.request('GET', path, cookie)).text(),
    post: (path: string, fields: Record<string, string>) => app.request('POST', path, cookie, fields),
  }
}
const besideOf = ({ patient }: Scene) => `/care-team/day/${patient.id}`
const answering = (scene: Scene) => Permit.ask(scene.db, scene.prescriber, 'answer-alert', scene.patient.id)
const see = async (scene: Scene, at: Date) => {
  for (const { alert_id: alertId } of await alertsOf(scene))
    await lookAtAlert(scene.db, await answering(scene), { alertId, at, by: 'Dr. One' })
}
const close = async (scene: Scene) => {
  await readyToEnd(scene, minute(121))
  expect(await press(scene, scene.friend, { kind: 'closed' }, minute(125))).toBe('stored')
}
const abouts = async (scene: Scene) => (await alertsOf(scene)).map(aboutOf)
const [SENT, SEEN] = ['Not seen yet', 'Dr. One saw this']

describe('found again after somebody has looked', () => {
  test('it is raised again, and the room reads that it was sent; while it waits unseen it is raised once', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, { kind: 'distress', points: 9 }, minute(30))
    await press(scene, scene.friend, { kind: 'distress', points: 9 }, minute(32))
    expect(await abouts(scene)).toEqual(['D07'])
    await see(scene, minute(33))
    const friend = await as(scene, scene.friend, minute(34))
    expect(await friend.read(`${besideOf(scene)}/now`)).toContain(SEEN)
    await press(scene, scene.friend, { kind: 'distress', points: 2 }, minute(50))
    await press(scene, scene.friend, { kind: 'distress', points: 10 }, minute(70))
    expect(await abouts(scene)).toEqual(['D07', 'D07'])
    expect(await (await as(scene, scene.friend, minute(71))).read(`${besideOf(scene)}/now`)).toContain(SENT)
  })

  test('who wants to drive was seen in a look: somebody is called for it', async () => {
    const scene = await dosedScene(postgres)
    const look = { waking: 'at-once', 'signs-asked': 'yes', signs: 'wantsToDrive' }
    const friend = await as(scene, scene.friend, minute(40))
    const page = await friend.read(`${besideOf(scene)}/look`)
    const hidden = Object.fromEntries(
      [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name ?? '',
        (value ?? '').replaceAll('&quot;', '"'),
      ]),
    )
    await friend.post(`${besideOf(scene)}/now`, { ...hidden, ...look, kind: 'look' })
    expect(await abouts(scene)).toContain('D21')
  })
})

test('what the machine raises under a name of its own is looked up by it', async () => {
  const scene = await dosedScene(postgres)
  await press(scene, scene.friend, { kind: 'support-person-gone' }, minute(30))
  const patient = await as(scene, scene.patient, minute(31))
  expect(await patient.read('/portal/day/now')).toContain(SENT)
  await see(scene, minute(31))
  const after = await (await as(scene, scene.patient, minute(32))).read('/portal/day/now')
  expect(after).toContain(SEEN)
  expect(after).not.toContain(SENT)
  const beside = await (await as(scene, scene.friend, minute(32))).read(`${besideOf(scene)}/now`)
  expect(beside).not.toContain(SENT)
})

describe('in the evening', () => {
  const signs = { isDrowsierThanAtClose: 1, isConfused: 0, isShortOfBreath: 0 } as const
  const callHelp = async (scene: Scene) => {
    const friend = await as(scene, scene.friend, minute(300))
    const form = { id: randomUUID(), sessionId: scene.sessionId, seen: '{}', kind: 'emergency' }
    await friend.post(`${besideOf(scene)}/help`, form)
    return friend.read(`${besideOf(scene)}/help`)
  }

  test('a call for help says what is known of this call, and not of what was seen before it', async () => {
    const scene = await dosedScene(postgres)
    await close(scene)
    await press(scene, scene.friend, { kind: 'tonight', signs }, minute(200))
    await see(scene, minute(201))
    const page = await callHelp(scene)
    expect(page).toContain(SENT)
    expect(page).not.toContain(SEEN)
  })

  test('and without anything before it', async () => {
    const scene = await dosedScene(postgres)
    await close(scene)
    expect(await callHelp(scene)).toContain(SENT)
  })
})

test('whoever was there reads nothing of what the answers of the next day raised', async () => {
  const scene = await dosedScene(postgres)
  await close(scene)
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  await tellNextDay(scene.db, vault, permit, {
    ...{ id: randomUUID(), sessionId: scene.sessionId, at: minute(1440) },
    ...{ asq: { ...ASQ_NO, 'asq-03': 1, 'asq-05': 0 }, told: {} },
  })
  expect(await alertsOf(scene)).not.toEqual([])
  const friend = await as(scene, scene.friend, minute(1441))
  for (const page of ['now', 'help'])
    expect(await friend.read(`${besideOf(scene)}/${page}`), page).not.toContain(SENT)
  const patient = await as(scene, scene.patient, minute(1441))
  expect(await patient.read('/portal/next-day')).toContain(SENT)
})

test('at the gate, what was looked at and settled stays seen', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, GOOD_DAY, { ...ASQ_NO, 'asq-03': 1, 'asq-05': 0 }, minute(-60))
  await tellRoom(scene)
  for (const { alert_id: alertId } of await alertsOf(scene))
    await settleRaised(
      scene.db,
      await answering(scene),
      { alertId, at: minute(-50), by: 'Dr. One' },
      'spoke with them',
    )
  const page = await (await as(scene, scene.patient, minute(-40))).read('/portal/day')
  expect(page).toContain(SEEN)
  expect(page).not.toContain(SENT)
})

describe('the same form sent again', () => {
  const distressForm = (scene: Scene) => ({
    ...{ id: randomUUID(), sessionId: scene.sessionId, seen: '{}', kind: 'distress' },
  })

  test('with the same is written once', async () => {
    const scene = await dosedScene(postgres)
    const friend = await as(scene, scene.friend, minute(30))
    const form = distressForm(scene)
    for (const _ of [1, 2]) await friend.post(`${besideOf(scene)}/now`, { ...form, points: '10' })
    expect(await distressOf(scene)).toEqual([10])
    expect(await abouts(scene)).toEqual(['D07'])
  })

  test('with another number is written too, and judged', async () => {
    const scene = await dosedScene(postgres)
    const friend = await as(scene, scene.friend, minute(30))
    const form = distressForm(scene)
    for (const points of ['5', '10', '10']) await friend.post(`${besideOf(scene)}/now`, { ...form, points })
    expect(await distressOf(scene)).toEqual([5, 10])
    expect(await abouts(scene)).toEqual(['D07'])
  })

  test('an event of another content under a stored id is another event; either again is neither', async () => {
    const scene = await dosedScene(postgres)
    const id = randomUUID()
    const send = (points: number) =>
      press(scene, scene.friend, { kind: 'distress', points }, minute(30), { id })
    expect([await send(3), await send(4), await send(3), await send(4)]).toEqual([
      ...['stored', 'stored', 'already-stored', 'already-stored'],
    ])
    expect(await distressOf(scene)).toEqual([3, 4])
  })
})

async function distressOf({ everything, sessionId }: Scene): Promise<number[]> {
  const rows = await everything
    .selectFrom('session_event')
    .select('event')
    .where('session_id', '=', sessionId)
    .orderBy('received_at')
    .execute()
  return rows.flatMap(({ event: { what } }) => (what.kind === 'distress' ? [what.points] : []))
}
