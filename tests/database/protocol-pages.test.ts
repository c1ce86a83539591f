/** The protocol's pages over HTTP: what is refused says so kindly, and stores nothing. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonRole } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { words } from '../../app/content/words.ts'
import { writtenOf } from '../../app/routes/console/protocol-form.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { type OpenTestApp, openTestApp, openTestLogin } from '../app.ts'
import { makeMember, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
let practiceId: string
let login: Login
let app: OpenTestApp
let director: string
let prescriber: string
const { protocol } = words.en
const VERSIONS = '/console/protocol/versions'
const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
  login = await openTestLogin(postgres)
  app = openTestApp(postgres, { practiceId, login })
  director = await cookieOf(['medical-director'])
  prescriber = await cookieOf(['prescriber'])
})
afterAll(() => postgres.close())

async function cookieOf(roles: PersonRole[]): Promise<string> {
  const person = await makeMember(postgres.everything, practiceId, roles)
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: person.name })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', person.id)
    .execute()
  return app.signIn(accountId)
}

const stored = () =>
  postgres.everything
    .selectFrom('protocol_version')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
const signatures = () =>
  postgres.everything
    .selectFrom('protocol_signature')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .execute()

const written = (expiresOn: string | null = nextYear) => writtenOf(INVENTED_LIMITS, expiresOn)
async function post(cookie: string, path: string, fields: Record<string, string>) {
  const answer = await app.request('POST', `${VERSIONS}${path}`, cookie, fields)
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

test('a draft is begun, saved, signed twice and in force, each page leading to the next', async () => {
  expect(await post(prescriber, '', {})).toMatchObject({ status: 303, location: `${VERSIONS}/2?begun` })
  const { content_hash } = await stored()
  const saved = await post(prescriber, '/2/edit', { ...written(), readHash: content_hash, step: 'save' })
  expect(saved).toMatchObject({ status: 303, location: `${VERSIONS}/2?saved` })
  const { content_hash: readHash, limits } = await stored()
  expect(limits).toEqual(INVENTED_LIMITS)

  const untold = await post(director, '/2/sign', { readHash })
  expect(untold.status).toBe(400)
  expect(untold.text).toContain(protocol.sign.readNeeded)
  expect(await signatures()).toEqual([])

  const first = await post(director, '/2/sign', { readHash, hasRead: 'yes' })
  expect(first).toMatchObject({ status: 303, location: `${VERSIONS}/2?signed` })
  const again = await post(director, '/2/sign', { readHash, hasRead: 'yes' })
  expect(again.status).toBe(409)
  expect(again.text).toContain(protocol.sign.refused['same-person'].title)
  expect(await post(prescriber, '/2/sign', { readHash, hasRead: 'yes' })).toMatchObject({ status: 303 })
  expect((await stored()).signed_by).toContain('medical-director')
})

test('a login that is too old signs and retires nothing, and is asked to sign in again', async () => {
  const stale: Login = { ...login, mayChange: async () => false }
  const old = openTestApp(postgres, { practiceId, login: stale })
  const readHash = (await stored()).content_hash
  const before = await signatures()
  for (const [path, fields] of [
    ['/2/sign', { readHash, hasRead: 'yes' }],
    ['/2/retire', { readHash, because: 'a reason' }],
  ] as const) {
    const answer = await old.request('POST', `${VERSIONS}${path}`, director, fields)
    expect(answer.status).toBe(403)
    if (path === '/2/retire') expect(await answer.text()).toContain(protocol.sign.again.title)
  }
  expect(await signatures()).toEqual(before)
  expect((await stored()).ended_at).toBeNull()
})

test('a form that lost its end takes no limit away', async () => {
  await post(prescriber, '', {})
  const { content_hash, version } = await stored()
  const { 'schedule.heavyScalesPerWeek': _lost, ...cutOff } = written()
  const answer = await post(prescriber, `/${version}/edit`, {
    ...cutOff,
    readHash: content_hash,
    step: 'save',
  })
  expect(answer.status).toBe(400)
  expect((await stored()).content_hash).toBe(content_hash)
})

test('what is unclear comes back as it was written', async () => {
  const { content_hash, version } = await stored()
  const fields = { ...written(), 'drive.notBeforeHours': '<soon>', readHash: content_hash, step: 'save' }
  const answer = await post(prescriber, `/${version}/edit`, fields)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('value="&lt;soon>"')
  expect(answer.text).toContain(protocol.edit.problems['not-a-number'])
  expect((await stored()).content_hash).toBe(content_hash)
})

test('of two who write at once the second is told what the first saved, and loses nothing', async () => {
  const { content_hash: readHash, version } = await stored()
  const path = `/${version}/edit`
  const first = { ...written(), 'course.maxSessions': '5', readHash, step: 'save' }
  const second = { ...written(), 'course.maxSessions': '4', readHash, step: 'save' }
  expect((await post(prescriber, path, first)).status).toBe(303)
  const told = await post(director, path, second)
  expect(told.status).toBe(409)
  expect(told.text).toContain('you wrote 4 sessions, there stands 5 sessions')
  expect((await stored()).limits.course?.maxSessions).toBe(5)
  const shown = /name="readHash" value="([0-9a-f]{64})"/.exec(told.text)?.[1] ?? ''
  expect((await post(director, path, { ...second, readHash: shown })).status).toBe(303)
  expect((await stored()).limits.course?.maxSessions).toBe(4)
})

test('a reason is asked for before anything ends', async () => {
  const { content_hash: readHash, version } = await stored()
  const answer = await post(director, `/${version}/retire`, { readHash, because: ' ' })
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(protocol.retire.reasonNeeded)
  const stale = await post(director, `/${version}/retire`, { readHash: 'older', because: 'a reason' })
  expect(stale.status).toBe(409)
  expect(stale.text).toContain(protocol.retire.changed)
  expect(await post(director, `/${version}/retire`, { readHash, because: 'not now' })).toMatchObject({
    ...{ status: 303, location: `${VERSIONS}/${version}` },
  })
})

test.each(['0', '01', '-1', '1.5', 'latest', '999'])('%s is no version', async (version) => {
  expect((await app.request('GET', `${VERSIONS}/${version}`, director)).status).toBe(404)
})

test('a read leaves no trace of a write', async () => {
  await app.request('GET', `${VERSIONS}/2/sign`, director)
  await app.request('GET', `${VERSIONS}/2/retire`, director)
  const done = await postgres.everything
    .selectFrom('audit_event')
    .select('action')
    .where('practice_id', '=', practiceId)
    .where('outcome', '=', 'done')
    .execute()
  expect(new Set(done.map(({ action }) => action))).toEqual(
    new Set(['draft-protocol', 'sign-protocol', 'retire-protocol']),
  )
  expect(done.filter(({ action }) => action === 'sign-protocol')).toHaveLength(2)
  expect(done.filter(({ action }) => action === 'retire-protocol')).toHaveLength(1)
})
