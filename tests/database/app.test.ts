import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { words } from '../../app/content/words.ts'
import { openDatabase, openPool } from '../../app/database/connection.ts'
import { openSeals } from '../../app/system/crypto.ts'
import { openLog } from '../../app/system/log.ts'
import { type OpenTestApp, ORIGIN, openTestApp, openTestLogin } from '../app.ts'
import { makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'

let postgres: TestDatabase
let login: Login
let house: OpenTestApp
let practiceId: string
let patient: Member
let cookie: string
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
  login = await openTestLogin(postgres)
  house = openTestApp(postgres, { practiceId, login })
  patient = await makePatient(postgres.everything, practiceId)
  const accountId = await login.createAccount({ email: 'someone@test.invalid', name: patient.name })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', patient.id)
    .execute()
  cookie = await house.signIn(accountId)
})
afterAll(() => postgres.close())

const CANARY = 'a-word-that-must-not-be-logged'

/** A check-in of this patient, ready to be handed in. */
function form(extra: Record<string, string> = {}) {
  const responseId = randomUUID()
  const seal = openSeals(TEST_SECRET).seal('check-in form', patient.id, responseId)
  const answers = Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, '2']))
  return { responseId, seal, ...answers, step: 'hand-in', ...extra }
}

const stored = async (responseId: string) =>
  postgres.everything
    .selectFrom('questionnaire_response')
    .select('answers')
    .where('questionnaire_response_id', '=', responseId)
    .execute()

function post(headers: Record<string, string>, body: BodyInit = new URLSearchParams(form())) {
  return house.app.request(`${ORIGIN}/portal/check-in`, {
    method: 'POST',
    headers: { cookie, ...headers },
    body,
  })
}

describe('a form from another site', () => {
  test.each([
    ['with its own origin', 403, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    ['with its own origin, from an old browser', 403, { origin: 'https://elsewhere.example' }],
    ['with no origin at all', 403, {}],
    ['from a sandbox', 403, { origin: 'null' }],
    ['that calls itself ours', 403, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }],
    ['from a sandbox, of another site', 403, { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['of our own, from a browser that hides it', 303, { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['of our own', 303, { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }],
    ['of our own, from an old browser', 303, { origin: ORIGIN }],
  ])('%s is answered %i', async (_, status, headers) => {
    expect((await post({ ...headers, 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      status,
    )
  })
})

describe('what somebody wrote', () => {
  test('comes back whole when their sign-in ran out', async () => {
    const fields = form({ 'pcl5-03': '4' })
    const response = await house.request('POST', '/portal/check-in', '', fields)
    expect(response.status).toBe(401)
    const page = await response.text()
    expect(page).toContain(words.en.checkIn.ended.nothingLost)
    for (const [name, value] of Object.entries(fields))
      expect(page).toContain(`name="${name}" value="${value}"`)
    expect(await stored(fields.responseId)).toEqual([])
  })

  test('comes back whole when the database is away, and is taken when it is back', async () => {
    const gone = openDatabase(openPool({ ...postgres.connectionAs('app'), port: 1 }, 1))
    const broken = openTestApp(postgres, { practiceId, login, change: { db: gone } })
    const fields = form()
    const response = await broken.request('POST', '/portal/check-in', cookie, fields)
    expect(response.status).toBe(503)
    const page = await response.text()
    expect(page).toContain(words.en.errors.sendAgain.nothingLost)
    for (const [name, value] of Object.entries(fields))
      expect(page).toContain(`name="${name}" value="${value}"`)
    await gone.destroy()

    expect((await house.request('POST', '/portal/check-in', cookie, fields)).status).toBe(303)
    expect(await stored(fields.responseId)).toHaveLength(1)
  })

  test('comes back whole when too much came at once, and when something of ours broke', async () => {
    const limited = openTestApp(postgres, { practiceId, login, change: { postsPerMinute: 0 } })
    const seals = openSeals(TEST_SECRET)
    seals.isSealed = () => {
      throw new Error('broken')
    }
    const broken = openTestApp(postgres, { practiceId, login, change: { seals } })
    for (const [app, status] of [
      [limited, 429],
      [broken, 500],
    ] as const) {
      const fields = form({ 'pcl5-01': '3' })
      const response = await app.request('POST', '/portal/check-in', cookie, fields)
      expect(response.status).toBe(status)
      const page = await response.text()
      expect(page).toContain(words.en.errors.sendAgain.what[status === 429 ? 'too-many' : 'broken'])
      for (const [name, value] of Object.entries(fields))
        expect(page).toContain(`name="${name}" value="${value}"`)
    }
  })

  test('is never carried along where it is a password', async () => {
    const response = await house.request('POST', '/account/password', '', { password: CANARY })
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain(CANARY)
  })
})

describe('too much', () => {
  test('of a form is refused with a kind page', async () => {
    const response = await house.request(
      'POST',
      '/portal/check-in',
      cookie,
      form({ note: 'x'.repeat(70_000) }),
    )
    expect(response.status).toBe(413)
    expect(await response.text()).toContain(words.en.errors.invalid.title)
  })

  test('in a minute waits, whatever address a header claims', async () => {
    const minute = new Date()
    const change = { postsPerMinute: 3, now: () => minute }
    const limited = openTestApp(postgres, { practiceId, login, change })
    const at = (address: string) =>
      limited.app.request(`${ORIGIN}/portal/check-in`, {
        method: 'POST',
        headers: { cookie, origin: ORIGIN, 'x-forwarded-for': address, 'x-real-ip': address },
        body: new URLSearchParams(form()),
      })
    const statuses = []
    for (let i = 0; i < 5; i++) statuses.push((await at(`10.0.0.${i}`)).status)
    expect(statuses).toEqual([303, 303, 303, 429, 429])
  })

  test('is counted per address behind the one trusted proxy, by the entry the proxy added', async () => {
    const minute = new Date()
    const change = { postsPerMinute: 1, trustedProxy: '10.9.9.9', now: () => minute }
    const proxied = openTestApp(postgres, { practiceId, login, change })
    const from = (socket: string, forwarded: string) =>
      proxied.app.request(
        `${ORIGIN}/portal/check-in`,
        {
          method: 'POST',
          headers: { cookie, origin: ORIGIN, 'x-forwarded-for': forwarded },
          body: new URLSearchParams(form()),
        },
        { incoming: { socket: { remoteAddress: socket } } },
      )
    expect((await from('10.9.9.9', '1.1.1.1')).status).toBe(303)
    expect((await from('::ffff:10.9.9.9', '2.2.2.2')).status).toBe(303)
    expect((await from('10.9.9.9', '9.9.9.9, 1.1.1.1')).status).toBe(429)
    expect((await from('10.1.1.1', '3.3.3.3')).status).toBe(303)
    expect((await from('10.1.1.1', '4.4.4.4')).status).toBe(429)
  })
})

describe('every answer', () => {
  test('carries the headers that keep it ours', async () => {
    for (const path of ['/', '/portal', '/nowhere', '/healthz']) {
      const { headers } = await house.request('GET', path, cookie)
      expect(headers.get('content-security-policy'), path).toMatch(
        /default-src 'self'.*frame-ancestors 'none'/,
      )
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('same-origin')
      expect(headers.get('cache-control'), path).toBe('no-store')
    }
  })

  test('asks for HTTPS for two years where people reach us by it', async () => {
    const secure = openTestApp(postgres, {
      practiceId,
      login,
      change: { origin: 'https://practice.example' },
    })
    const { headers } = await secure.app.request('https://practice.example/')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=63072000/)
    expect((await house.request('GET', '/')).headers.get('strict-transport-security')).toBeNull()
  })

  test('is in the language asked for, and remembers a choice in a cookie that says no more', async () => {
    const spanish = await house.app.request(`${ORIGIN}/`, {
      headers: { 'accept-language': 'es-MX,es;q=0.9' },
    })
    expect(await spanish.text()).toContain('<html lang="es">')
    const chosen = await house.app.request(`${ORIGIN}/?lang=es`)
    expect(chosen.headers.get('set-cookie')).toMatch(/^__Host-gw-lang=es; .*HttpOnly; Secure; SameSite=Lax$/)
    expect((await house.app.request(`${ORIGIN}/?lang=xx`)).headers.get('set-cookie')).toBeNull()
  })
})

test('the way out leads out at once with the database away, and the browser forgets its login', async () => {
  const hanging = { ...login, signOut: () => new Promise<string[]>(() => {}) }
  const stuck = openTestApp(postgres, { practiceId, login: hanging })
  const response = await stuck.request('GET', '/leave', cookie)
  expect(response.status).toBe(303)
  expect(response.headers.get('set-cookie')).toMatch(/__Host-gw=;/)
})

test('the log says what happened by route and code, and never a word, an answer, an address or a name', async () => {
  const lines: string[] = []
  const log = openLog({ write: (line: string) => void lines.push(line) })
  const logged = openTestApp(postgres, { practiceId, login, change: { log } })
  await logged.request('POST', `/portal/check-in?q=${CANARY}`, cookie, form({ 'pcl5-01': CANARY }))
  await logged.request('POST', '/portal/check-in', cookie, { responseId: CANARY, seal: CANARY })
  await logged.request('GET', `/console/patients/${CANARY}`, cookie)
  await logged.request('GET', `/${CANARY}`, cookie)
  await logged.request('POST', '/sign-in', '', { email: `${CANARY}@x.invalid`, password: CANARY })
  log.error('with more than it should have', { ...{ name: CANARY, body: CANARY }, code: 'x' })

  expect(lines).toHaveLength(3) // the unclear form is answered with its page: nothing happened that needs a line
  const text = lines.join('')
  expect(text).toContain('/console/patients/:patientId')
  for (const secret of [CANARY, patient.id, patient.name, cookie]) expect(text).not.toContain(secret)
})
