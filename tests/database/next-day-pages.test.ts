/** The day after over HTTP: what comes before any question, what became of the answers, and never an empty one. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { lookAtAlert } from '../../app/care/answer-alert.ts'
import { NEXT_DAY_SHEET } from '../../app/care/tell-next-day.ts'
import { asq } from '../../app/clinical/instruments/asq.ts'
import { words } from '../../app/content/words.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { alertsOf, dosedScene, makeScene, minute, press, readyToEnd, type Scene } from '../session-scene.ts'

const PATH = '/portal/next-day'
const { nextDay, intro } = words.en.sessionDay
const ASKED_AT = minute(24 * 60)

let postgres: TestDatabase
let login: Login
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())

let scene: Scene
let app: ReturnType<typeof openTestApp>
let cookie: string

async function open(over: Scene) {
  scene = over
  const account = await login.createAccount({ email: `${scene.patient.id}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: account })
    .where('actor_id', '=', scene.patient.id)
    .execute()
  app = openTestApp(postgres, { practiceId: scene.practiceId, login, change: { now: () => ASKED_AT } })
  cookie = await app.signIn(account)
}

const ended = async (but: Parameters<typeof makeScene>[1] = {}) => {
  await open(await dosedScene(postgres, but))
  await readyToEnd(scene, minute(121))
  await press(scene, scene.friend, { kind: 'closed' }, minute(125))
}
beforeEach(() => ended())

const plain = (page: string) => page.replaceAll('&#39;', '’').replaceAll('&quot;', '"')
const read = async (path = PATH) => plain(await (await app.request('GET', path, cookie)).text())
const send = async (fields: Record<string, string>, sheetId: string = randomUUID()) =>
  app.request('POST', PATH, cookie, { sheetId, sessionId: scene.sessionId, ...fields })
const no = Object.fromEntries(asq.items.slice(0, 4).map(({ linkId }) => [linkId, '0']))
const skips = Object.fromEntries(asq.items.map(({ linkId }) => [linkId, 'skip']))
const sheets = () =>
  postgres.everything
    .selectFrom('answer_sheet')
    .select('answer_sheet_id')
    .where('patient_id', '=', scene.patient.id)
    .where('kind', '=', NEXT_DAY_SHEET)
    .execute()

test('before any question: how long, that it may be skipped, who reads it, what limits privacy, and whether they are alone', async () => {
  const page = await read()
  for (const text of [nextDay.introTitle, nextDay.intro, intro.who, intro.limits, intro.alone])
    expect(page).toContain(text)
  expect(page).not.toContain('name="asq-01"')
  expect(page).not.toContain(intro.outside)
  const alone = await (await send({ step: 'not-alone' })).text()
  expect(plain(alone)).toContain(intro.notAlone)
  expect(alone).not.toContain('name="asq-01"')
  const begun = await (await send({ step: 'asq' })).text()
  expect(begun).toContain('name="asq-01"')
})

test('with nobody on duty it says so before the questions', async () => {
  await ended({ isCovered: false })
  expect(await read()).toContain(intro.outside)
})

test('where no session has ended, nothing is asked', async () => {
  await open(await makeScene(postgres))
  expect(await read()).not.toContain('name="step"')
})

test('answered, it says when, and offers to tell something new instead of an endless form', async () => {
  expect((await send({ ...no, slept: 'yes', step: 'hand-in' })).headers.get('location')).toBe(
    `${PATH}/thanks`,
  )
  expect(await read(`${PATH}/thanks`)).toContain(nextDay.thanks)
  const page = await read()
  expect(page).toContain(nextDay.answered)
  expect(page).toContain(`${words.en.told.sent} <time datetime="${ASKED_AT.toISOString()}"`)
  expect(page).toContain(`href="${PATH}?again=1"`)
  expect(page).not.toContain('name="step"')
  expect(page).not.toContain(words.en.told.notSeen)

  expect(await read(`${PATH}?again=1`)).toContain(intro.alone)
  expect((await send({ ...no, slept: 'no', step: 'hand-in' })).status).toBe(303)
  expect(await sheets()).toHaveLength(2)
})

test('what asked for a person says whether somebody has looked', async () => {
  const sheetId = randomUUID()
  await send({ ...no, 'asq-02': '1', 'asq-05': '0', slept: 'yes', step: 'hand-in' }, sheetId)
  expect(await read()).toContain(words.en.told.notSeen)
  const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-alert', scene.patient.id)
  const own = (await alertsOf(scene)).filter(({ cause }) => cause.endsWith(sheetId))
  expect(own.length).toBeGreaterThan(0)
  for (const { alert_id: alertId } of own)
    await lookAtAlert(scene.db, permit, { alertId, at: minute(24 * 60 + 5), by: 'Dr. One' })
  const page = await read()
  expect(page).toContain(words.en.told.seen('Dr. One'))
  expect(page).not.toContain(words.en.told.notSeen)
})

test('an empty one is not sent, not called kept, and does not end the watch; nobody reads thanks for nothing', async () => {
  const answer = await send({ step: 'hand-in' })
  expect(answer.status).toBe(200)
  const page = plain(await answer.text())
  expect(page).toContain(nextDay.empty)
  expect(page).toContain(intro.alone)
  expect(await sheets()).toEqual([])
  const thanks = await app.request('GET', `${PATH}/thanks`, cookie)
  expect([thanks.status, thanks.headers.get('location')]).toEqual([303, PATH])
})

test('nothing but skips is told as that, and somebody is asked to call all the same', async () => {
  await send({ ...skips, step: 'hand-in' })
  const page = await read(`${PATH}/thanks`)
  expect(page).not.toContain(`<h1>${nextDay.thanks}`)
  expect(page).toContain(words.en.assessment.helpTitle['not-safe'])
  expect((await alertsOf(scene)).length).toBeGreaterThan(0)
})

test('a skip of everything but the first screen is called skipped', async () => {
  await send({ 'asq-01': 'skip', 'asq-05': 'skip', step: 'hand-in' })
  expect(await sheets()).toHaveLength(1)
  expect(await read(`${PATH}/thanks`)).not.toContain(nextDay.thanks)
  await send({ slept: 'skip', step: 'hand-in' })
  const page = await read(`${PATH}/thanks`)
  expect(page).toContain(nextDay.skipped)
  expect(page).not.toContain(`<h1>${nextDay.thanks}`)
})

test('help stands first where they think of it right now, also when they come back to the page', async () => {
  await send({ ...no, 'asq-05': '1', step: 'now' })
  for (const path of [`${PATH}/thanks`, PATH]) {
    const page = await read(path)
    expect(page).toContain('href="tel:988"')
    expect(page).not.toContain(`<h1>${nextDay.answered}`)
  }
})
