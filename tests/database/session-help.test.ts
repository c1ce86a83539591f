/** A call for help is answered with the numbers, whatever goes wrong on the way. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { asq } from '../../app/clinical/instruments/asq.ts'
import { teamText } from '../../app/content/rule-words.ts'
import { LANGUAGES, words } from '../../app/content/words.ts'
import { openDatabase } from '../../app/database/connection.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { alertsOf, dosedScene, minute, press, readyToEnd, type Scene } from '../session-scene.ts'

let postgres: TestDatabase
let login: Login
let scene: Scene
let accountId: string
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
  scene = await dosedScene(postgres)
  accountId = await accountOf(scene)
})
afterAll(() => postgres.close())

/** The patient's own, to sign in with. */
async function accountOf({ patient }: Scene): Promise<string> {
  const account = await login.createAccount({ email: `${patient.id}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: account })
    .where('actor_id', '=', patient.id)
    .execute()
  return account
}

const fields = (sessionId: string) => ({ id: randomUUID(), sessionId, seen: '{}', kind: 'help' })

test('stored, somebody is asked to look; not stored, the page says so, and dials all the same', async () => {
  const app = openTestApp(postgres, { practiceId: scene.practiceId, login })
  const cookie = await app.signIn(accountId)
  expect((await app.request('POST', '/portal/day/help', cookie, fields(scene.sessionId))).status).toBe(303)
  expect(await alertsOf(scene)).toHaveLength(1)

  const asked = [
    ['a session of nobody', cookie, fields(randomUUID()), 409],
    ['a form that was cut off', cookie, {}, 400],
    ['nobody signed in', '', fields(scene.sessionId), 401],
  ] as const
  for (const [what, who, form, status] of asked) {
    const answer = await app.request('POST', '/portal/day/help', who, form)
    expect(answer.status, what).toBe(status)
    expect(await answer.text(), what).toContain('href="tel:911"')
  }
})

test('signed out, whatever is pressed in the room is answered with the numbers, and can be sent again', async () => {
  const practice = { id: scene.practiceId, name: 'Test practice', phone: '(305) 555-0100', timeZone: 'UTC' }
  const app = openTestApp(postgres, { practiceId: scene.practiceId, login, change: { practice } })
  const beside = `/care-team/day/${scene.patient.id}/now`
  for (const [path, kind] of [
    ['/portal/day/now', 'stop'],
    ['/portal/day/aside', 'aside'],
    [beside, 'gone'],
  ] as const) {
    const form = { ...fields(scene.sessionId), kind }
    const answer = await app.request('POST', path, '', form)
    expect(answer.status, path).toBe(401)
    const page = await answer.text()
    expect(page.indexOf('href="tel:911"'), path).toBeLessThan(page.indexOf('<h1>'))
    expect(page, path).toContain('href="tel:3055550100"')
    expect(page, path).toContain(words.en.sessionDay.help.notTold)
    expect(page, path).toContain(`action="${path}"`)
    expect(page, path).toContain(`value="${form.id}"`)
  }
})

test('while the database is away', async () => {
  const pool = postgres.poolAs('app', 1)
  pool.connect = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
  const change = { db: openDatabase(pool) }
  const cookie = await openTestApp(postgres, { practiceId: scene.practiceId, login }).signIn(accountId)
  const app = openTestApp(postgres, { practiceId: scene.practiceId, login, change })
  const answer = await app.request('POST', '/portal/day/help', cookie, fields(scene.sessionId))
  expect(answer.status).toBe(503)
  const page = await answer.text()
  expect(page).toContain('href="tel:911"')
  expect(page).toContain('We could not tell the clinic')
})

test.each(LANGUAGES)('with nobody on duty, help and stop are told as they are, in %s', async (language) => {
  const alone = await dosedScene(postgres, { isCovered: false })
  const account = await accountOf(alone)
  const app = openTestApp(postgres, { practiceId: alone.practiceId, login })
  const cookie = `${await app.signIn(account)}; language=${language}`
  const { opensUnknown } = words[language].sessionDay
  const outside = teamText(language, { is: 'outside-cover', opens: opensUnknown, contact: '(305) 555-0143' })
  const read = async (path: string) =>
    (await (await app.request('GET', `${path}?lang=${language}`, cookie)).text()).replaceAll('&#39;', "'")

  expect((await app.request('POST', '/portal/day/help', cookie, fields(alone.sessionId))).status).toBe(303)
  expect(await read('/portal/day/help')).toContain(outside)
  const stop = { ...fields(alone.sessionId), kind: 'stop' }
  expect((await app.request('POST', '/portal/day/now', cookie, stop)).status).toBe(303)
  expect(await read('/portal/day/now')).toContain(outside)
  const alerts = await alertsOf(alone)
  expect(alerts.map(({ cause }) => cause.split(' ')[1]?.split(':')[0]).sort()).toEqual([
    'help-asked',
    'stopped-after-dose',
  ])
  expect(alerts.every(({ is_in_cover, seen_at }) => !is_in_cover && seen_at === null)).toBe(true)
})

test('three days after, somebody who says that it is right now reads help first, and who was told', async () => {
  const over = await dosedScene(postgres)
  await readyToEnd(over, minute(121))
  expect(await press(over, over.friend, { kind: 'closed' }, minute(125))).toBe('stored')
  const account = await accountOf(over)
  const now = () => minute(3 * 24 * 60)
  const app = openTestApp(postgres, { practiceId: over.practiceId, login, change: { now } })
  const cookie = await app.signIn(account)
  const rightNow = { ...Object.fromEntries(asq.items.map(({ linkId }) => [linkId, '1'])), step: 'hand-in' }
  const form = { sheetId: randomUUID(), sessionId: over.sessionId, ...rightNow }
  const no = Object.fromEntries(asq.items.slice(0, 4).map(({ linkId }) => [linkId, '0']))
  const questions = await app.request('POST', '/portal/next-day', cookie, {
    ...form,
    ...no,
    'asq-05': '',
    step: 'day',
  })
  expect(await questions.text(), 'Enter in a number stays').toMatch(/name="step" value="day" hidden/)
  expect((await app.request('POST', '/portal/next-day', cookie, form)).status).toBe(303)
  const page = await (await app.request('GET', '/portal/next-day/thanks', cookie)).text()
  expect(page).toContain(words.en.assessment.helpTitle['not-safe'])
  expect(page).toContain('href="tel:988"')
  expect(page).not.toContain(words.en.sessionDay.nextDay.thanksText)
})

test('help that somebody has looked at stays looked at, also once it is settled', async () => {
  const helped = await dosedScene(postgres)
  const app = openTestApp(postgres, {
    ...{ practiceId: helped.practiceId, login },
    change: { now: () => minute(30) },
  })
  const cookie = await app.signIn(await accountOf(helped))
  const read = async () => (await app.request('GET', '/portal/day/help', cookie)).text()
  // Nobody pressed yet: the numbers, and no word on who was told.
  expect(await read()).toContain('tel:911')
  for (const said of [words.en.sessionDay.help.notTold, words.en.sessionDay.help.told])
    expect(await read()).not.toContain(said)
  await app.request('POST', '/portal/day/help', cookie, fields(helped.sessionId))
  const [alert] = await alertsOf(helped)
  const permit = await Permit.ask(helped.db, helped.prescriber, 'answer-for-session', helped.patient.id)
  const by = { alertId: alert?.alert_id ?? '', at: minute(31), by: 'Dr. One' }
  await settleRaised(helped.db, permit, by, 'called, all is well')
  expect(await read()).toContain('Dr. One')
  expect(await read()).not.toContain(words.en.sessionDay.help.notTold)
})

test('help that is opened in a dark room is as dark, with every number', async () => {
  const app = openTestApp(postgres, { practiceId: scene.practiceId, login })
  const dim = await (await app.request('GET', '/help?dim', '')).text()
  expect(dim).toContain('class="dusk"')
  expect(dim).not.toContain('class="foot ')
  for (const number of ['911', '988']) expect(dim).toContain(`href="tel:${number}"`)
  expect(await (await app.request('GET', '/help', '')).text()).not.toContain('class="dusk"')
})
