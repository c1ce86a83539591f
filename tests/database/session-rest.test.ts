/** Towards the end of a session: asleep before it is over, the first time standing, and an end that is asked too early. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import type { Happening } from '../../app/clinical/session/events.ts'
import { besideText } from '../../app/content/rule-words.ts'
import { words } from '../../app/content/words.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  dosedScene,
  END_YES,
  eventsOf,
  minute,
  press,
  readyToEnd,
  type Scene,
} from '../session-scene.ts'

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

const { room } = words.en.sessionDay
const NOBODY_YET = { is: 'sent', to: 'x' } as const
const look = (waking: 'at-once' | 'when-spoken-to'): Happening => ({
  ...{ kind: 'look-in', isWell: true, waking },
})
const beside = (scene: Scene, what: Happening, at: number) => press(scene, scene.friend, what, minute(at))

const foundIn = async (scene: Scene) =>
  (
    await postgres.everything
      .selectFrom('finding')
      .select(['rule_id', 'severity', 'evidence'])
      .where('session_id', '=', scene.sessionId)
      .where('rule_id', 'like', 'E%')
      .orderBy('found_at')
      .execute()
  ).map(({ rule_id, severity }) => `${rule_id} ${severity}`)

const openIn = async (scene: Scene) =>
  (
    await postgres.everything
      .selectFrom('finding')
      .select('rule_id')
      .where('session_id', '=', scene.sessionId)
      .where('closed_at', 'is', null)
      .execute()
  ).map(({ rule_id }) => rule_id)

/** What whoever is there reads at a minute. */
async function reader(scene: Scene) {
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', scene.friend.id)
    .execute()
  return async (where: string, at: number) => {
    const app = openTestApp(postgres, {
      ...{ practiceId: scene.practiceId, login, change: { now: () => minute(at) } },
    })
    const path = `/care-team/day/${scene.patient.id}/${where}`
    return (await app.request('GET', path, await app.signIn(accountId))).text()
  }
}

test('asleep is found once, calls nobody, and asks to wake and count by the signed minutes, until they answer at once', async () => {
  const scene = await dosedScene(postgres)
  const read = await reader(scene)
  expect(await read('look', 10)).not.toContain('id="breathsPerMinute"')
  await beside(scene, look('when-spoken-to'), 20)
  await beside(scene, look('when-spoken-to'), 30)
  expect(await foundIn(scene)).toEqual(['E12 review'])
  expect(await alertsOf(scene)).toEqual([])
  const asleep = besideText('en', 'E12', NOBODY_YET)
  expect(await read('now', 31)).toContain(asleep)
  expect(await read('now', 31)).toContain(room.nextWaking)
  expect(await read('look', 31)).toContain('id="breathsPerMinute"')
  // A tap that all is well is a look, and wakes nobody: 15 minutes after they were woken they are to be woken again.
  await beside(scene, { kind: 'look-in', isWell: true }, 40)
  const due = `<dt>${room.nextWaking}</dt><dd>${room.due}</dd>`
  expect(await read('now', 44)).not.toContain(due)
  expect(await read('now', 45)).toContain(due)
  expect(await openIn(scene)).toEqual(['E12'])
  await beside(scene, look('at-once'), 46)
  expect(await openIn(scene)).toEqual([])
  expect(await read('now', 47)).not.toContain(asleep)
  expect(await read('now', 47)).toContain(room.nextLook)
  await beside(scene, look('when-spoken-to'), 60)
  expect(await foundIn(scene)).toEqual(['E12 review', 'E12 review'])
  expect(await openIn(scene)).toEqual(['E12'])
  await readyToEnd(scene, minute(121))
  expect(await beside(scene, { kind: 'closed' }, 122)).toBe('stored')
  expect(await openIn(scene)).toEqual([])
})

test('standing for the first time is offered once, told at once, and found once', async () => {
  const scene = await dosedScene(postgres)
  const read = await reader(scene)
  const slowly = besideText('en', 'E11', NOBODY_YET)
  expect(await read('now', 5)).toContain(room.stands)
  expect(await read('now', 5)).not.toContain(slowly)
  await beside(scene, { kind: 'stands-up' }, 60)
  expect(await read('now', 61)).toContain(slowly)
  expect(await read('now', 61)).not.toContain(room.stands)
  expect(await foundIn(scene)).toEqual(['E11 advise'])
  expect(await alertsOf(scene)).toEqual([])
  expect(await openIn(scene)).toEqual(['E11'])
  await beside(scene, look('at-once'), 62)
  expect(await openIn(scene)).toEqual([])
  expect(await read('now', 63)).not.toContain(slowly)
  expect(await foundIn(scene)).toEqual(['E11 advise'])
})

test('an end that is asked too early, or with a point open, is refused and explained, and not kept a second time', async () => {
  const scene = await dosedScene(postgres)
  const read = await reader(scene)
  const notYet = besideText('en', 'E01', NOBODY_YET)
  expect(await read('end', 119)).toContain(notYet)
  expect(await read('end', 120)).not.toContain(notYet)
  await beside(scene, { kind: 'end-list', answers: { ...END_YES, 'end-walks': 0 } }, 121)
  expect(await read('end', 122)).toContain(notYet)
  // The room has other things to say.
  expect(await read('now', 122)).not.toContain(notYet)
  expect(await beside(scene, { kind: 'closed' }, 123)).toEqual({ refused: 'end-list-open' })
  await beside(scene, { kind: 'end-list', answers: END_YES }, 124)
  expect(await read('end', 125)).not.toContain(notYet)
  expect(await foundIn(scene)).toEqual([])
  expect(await alertsOf(scene)).toEqual([])
  expect((await eventsOf(scene)).filter(({ what }) => what.kind === 'end-list')).toHaveLength(2)
})
