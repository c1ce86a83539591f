/** The pages of signing in, asked over HTTP as a browser without script would. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonRole, Role } from '../../app/access/actor.ts'
import { type OpenTestApp, openTestApp } from '../app.ts'
import { makePractice } from '../people.ts'
import { type Browser, codeFor, type House, makeBrowser, ORIGIN, openHouse, PASSWORD } from './login-house.ts'

let house: House
let production: OpenTestApp
let practiceId: string
beforeAll(async () => {
  house = await openHouse()
  practiceId = await makePractice(house.database.everything)
  production = openTestApp(house.database, { practiceId, login: house.login, change: { mode: 'production' } })
})
afterAll(() => house.close())

/** Somebody of the practice, with a password. */
async function makeMember(roles: PersonRole[]) {
  const account = await house.makeAccount(roles satisfies Role[], { password: PASSWORD })
  const member = { practice_id: practiceId, actor_id: crypto.randomUUID(), account_id: account.accountId }
  await house.database.everything
    .insertInto('member')
    .values({ ...member, name: 'Somebody', roles, ended_at: null })
    .execute()
  return account
}

type Sent = { fields?: Record<string, string> | [string, string][]; headers?: Record<string, string> }

/** One request of a browser, which keeps the cookies of the answer. */
async function ask(browser: Browser, method: string, path: string, { fields = {}, headers = {} }: Sent = {}) {
  const response = await production.app.request(`${ORIGIN}${path}`, {
    method,
    headers: {
      ...Object.fromEntries(browser.headers),
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    ...(method === 'POST' ? { body: new URLSearchParams(fields) } : {}),
  })
  browser.keepCookies(response.headers.getSetCookie())
  return {
    status: response.status,
    to: response.headers.get('location'),
    text: await response.text(),
    response,
  }
}

const signIn = (browser: Browser, email: string, more: Record<string, string> = {}) =>
  ask(browser, 'POST', '/sign-in', { fields: { email, password: PASSWORD, ...more } })

test('after signing in a person goes on to where they were going, and nowhere outside', async () => {
  const { email } = await makeMember(['patient'])
  for (const [next, to] of [
    ['/portal/check-in', '/portal/check-in'],
    ['https://elsewhere.example/', '/start'],
    ['//elsewhere.example/', '/start'],
    ['/\\elsewhere.example/', '/start'],
    ['/sign-in', '/start'],
    ['', '/start'],
  ] as const) {
    const page = await ask(makeBrowser(), 'GET', `/sign-in?next=${encodeURIComponent(next)}`)
    expect(page.text).toContain(`name="next" value="${to}"`)
    expect(page.text).not.toContain('elsewhere')
    expect(await signIn(makeBrowser(), email, { next })).toMatchObject({ status: 303, to })
  }
})

test('a refused password brings the page back with the email as it was typed, and without the password', async () => {
  const email = '"><script>alert(1)</script>@example.org'
  const { status, text } = await ask(makeBrowser(), 'POST', '/sign-in', {
    fields: { email, password: PASSWORD },
  })
  expect(status).toBe(400)
  expect(text).toContain('We could not sign you in with that email and password.')
  expect(text).toContain('&quot;>&lt;script')
  expect(text).not.toContain('<script>alert')
  expect(text).not.toContain(PASSWORD)
})

test('an email that was sent twice is nobody’s', async () => {
  const { email } = await makeMember(['patient'])
  const fields: [string, string][] = [
    ['email', email],
    ['email', 'other@example.org'],
    ['password', PASSWORD],
  ]
  const browser = makeBrowser()
  const { status, text } = await ask(browser, 'POST', '/sign-in', { fields })
  expect(status).toBe(400)
  expect(text).toContain('Please write your email and your password.')
  expect(browser.everSet).toEqual([])
})

test('no page of signing in is kept by anybody, and each says its words in Spanish', async () => {
  for (const path of ['/sign-in', '/sign-in/second-step', `/sign-in/link/${'a'.repeat(43)}`, '/signed-out']) {
    const { status, response, text } = await ask(makeBrowser(), 'GET', path, {
      headers: { 'accept-language': 'es' },
    })
    expect(status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('<html lang="es">')
    expect(text).not.toContain('Sign in')
  }
})

test('the page of a link is the same for every token, and looking at it uses nothing up', async () => {
  const { accountId } = await makeMember(['support-person'])
  let path = ''
  await house.login.invite(accountId, (url) => {
    path = url.slice(ORIGIN.length)
    return { subject: '', text: '' }
  })
  const looked = await ask(makeBrowser(), 'GET', path)
  const invented = await ask(makeBrowser(), 'GET', `/sign-in/link/${'b'.repeat(43)}`)
  expect(looked.text.replaceAll(path, '')).toBe(
    invented.text.replaceAll(`/sign-in/link/${'b'.repeat(43)}`, ''),
  )
  const browser = makeBrowser()
  expect(await ask(browser, 'POST', path, { fields: { next: '/people' } })).toMatchObject({
    status: 303,
    to: '/people',
  })
  expect(await ask(makeBrowser(), 'POST', path)).toMatchObject({ status: 400 })
})

test('asking for a link answers the same to everybody, to the letter', async () => {
  const { email: known } = await makeMember(['therapist'])
  const { email: patient } = await makeMember(['patient'])
  const answers: string[] = []
  for (const linkEmail of [known, patient, 'nobody@example.org']) {
    const { status, text } = await ask(makeBrowser(), 'POST', '/sign-in/link', { fields: { linkEmail } })
    expect(status).toBe(200)
    answers.push(text)
  }
  expect(new Set(answers).size).toBe(1)
})

test('staff with one factor see nothing but the page where they add the second; then their work', async () => {
  const { email } = await makeMember(['prescriber'])
  const browser = makeBrowser()
  await signIn(browser, email)
  expect(await ask(browser, 'GET', '/console')).toMatchObject({ status: 303, to: '/account/second-step' })
  expect((await ask(browser, 'GET', '/account/second-step')).status).toBe(200)

  const scan = await ask(browser, 'POST', '/account/second-step', { fields: { password: PASSWORD } })
  const [, key = ''] = /<code>([A-Z2-7 ]+)<\/code>/.exec(scan.text) ?? []
  const code = await codeFor(`otpauth://totp/x?secret=${key.replaceAll(' ', '')}`)
  const done = await ask(browser, 'POST', '/account/second-step/confirm', { fields: { code } })
  expect(done.text.match(/<li><code>/g)).toHaveLength(10)
  expect((await ask(browser, 'GET', '/console')).status).toBe(200)
})

test('patients, support people and therapists may work with one factor', async () => {
  for (const [role, path] of [
    ['patient', '/portal'],
    ['therapist', '/people'],
  ] as const) {
    const { email } = await makeMember([role])
    const browser = makeBrowser()
    await signIn(browser, email)
    expect((await ask(browser, 'GET', path)).to).not.toBe('/account/second-step')
  }
})

test('signing out works for a login that ran out meanwhile, and takes the cookies away', async () => {
  const { accountId, email } = await makeMember(['patient'])
  const browser = makeBrowser()
  await signIn(browser, email)
  await house.age(accountId, { lastSeenAt: 31 })
  expect(await ask(browser, 'POST', '/sign-out')).toMatchObject({ status: 303, to: '/signed-out' })
  expect([...browser.jar]).toEqual([])
})

test('a form of another site is turned away before it reaches sign-in', async () => {
  const { email } = await makeMember(['patient'])
  const browser = makeBrowser()
  await signIn(browser, email)
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  for (const path of ['/sign-in', '/sign-in/link', '/sign-out', '/sign-out-everywhere', '/account/password'])
    expect((await ask(browser, 'POST', path, { headers })).status, path).toBe(403)
  expect((await ask(browser, 'GET', '/account')).status).toBe(200)
})

test('a password sent to another person’s pages changes only one’s own account', async () => {
  const { email } = await makeMember(['patient'])
  const { accountId: other } = await makeMember(['patient'])
  const browser = makeBrowser()
  await signIn(browser, email)
  const fields = { current: PASSWORD, wanted: 'river lamp and stone', accountId: other, userId: other }
  expect(await ask(browser, 'POST', '/account/password', { fields })).toMatchObject({
    status: 303,
    to: '/account?saved',
  })
  expect((await signIn(makeBrowser(), email)).status).toBe(400)
})

test('outside the demo its pages do not exist', async () => {
  for (const [method, path] of [
    ['GET', '/demo'],
    ['POST', '/demo'],
    ['GET', '/demo/mail'],
  ] as const)
    expect((await ask(makeBrowser(), method, path)).status).toBe(404)
})

test('in the demo only its own people can be had with a click', async () => {
  const listed = await makeMember(['patient'])
  const unlisted = await makeMember(['prescriber'])
  const people = [{ accountId: listed.accountId, name: 'Sam', role: 'patient', about: 'One line.' }]
  const login = house.make({ mode: 'demo' })
  const demo = openTestApp(house.database, {
    practiceId,
    login,
    change: {
      demo: { people, isComplete: async () => true, forward: async () => {}, listMail: async () => [] },
    },
  })
  const be = (accountId: string) => demo.request('POST', '/demo', '', { accountId })
  expect((await be(listed.accountId)).headers.get('location')).toBe('/start')
  expect((await be(unlisted.accountId)).status).toBe(404)
  expect((await be('nobody')).status).toBe(404)
})
