/** Origins, addresses that do not exist, cookies: what strangers try at the door. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, CHANGED, type House, makeBrowser, ORIGIN, openHouse, PASSWORD } from './login-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const write = (url: string) => ({ subject: 'A link for you', text: url })

test('a form of another site signs nobody in, out or up', async () => {
  const { email, accountId } = await house.makeAccount(['patient'], { password: PASSWORD })
  const own = makeBrowser()
  await house.invited(own, accountId)
  for (const sent of [
    { origin: 'https://elsewhere.example' },
    { origin: 'http://localhost:3001' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const foreign = makeBrowser(undefined, sent)
    for (const [name, value] of own.jar) foreign.jar.set(name, value)
    const refused = { code: 'forbidden' }
    await expect(
      house.login.signInWithPassword(foreign, { email, password: PASSWORD }),
    ).rejects.toMatchObject(refused)
    await expect(house.login.signOut(foreign)).rejects.toMatchObject(refused)
    await expect(house.login.signOutEverywhere(foreign)).rejects.toMatchObject(refused)
    await expect(house.login.sendLink(foreign, { email, write })).rejects.toMatchObject(refused)
    await expect(house.login.setPassword(foreign, { current: '', wanted: PASSWORD })).rejects.toMatchObject(
      refused,
    )
    await expect(house.login.removePasskey(foreign, 'x')).rejects.toMatchObject(refused)
  }
  expect(await house.login.findSession(own.headers)).toBeDefined()
})

test.each([
  { origin: ORIGIN },
  { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
  { origin: 'null', 'sec-fetch-site': 'same-origin' },
])('a form of our own is taken: %j', async (sent) => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser(undefined, sent)
  expect((await house.login.signInWithPassword(browser, { email, password: PASSWORD })).status).toBe(
    'signed-in',
  )
})

const call = (
  method: string,
  path: string,
  {
    body,
    browser = makeBrowser(),
    headers = {},
  }: { body?: unknown; browser?: Browser; headers?: Record<string, string> } = {},
) => {
  const sent = new Headers({ ...Object.fromEntries(browser.headers), origin: ORIGIN, ...headers })
  if (body !== undefined) sent.set('content-type', 'application/json')
  const request = new Request(`${ORIGIN}/login/api${path}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return house.login.handler(request, browser.clientAddress)
}

test.each([
  ['POST', '/sign-up/email', { email: 'eve@example.org', password: PASSWORD, name: 'Eve' }],
  ['POST', '/sign-in/email', { email: 'eve@example.org', password: PASSWORD }],
  ['POST', '/sign-in/magic-link', { email: 'eve@example.org' }],
  ['GET', '/magic-link/verify?token=x', undefined],
  ['GET', '/get-session', undefined],
  ['POST', '/update-session', { method: 'passkey' }],
  ['POST', '/update-user', { name: 'Eve' }],
  ['POST', '/change-email', { newEmail: 'eve@example.org' }],
  ['POST', '/two-factor/verify-totp', { code: '000000', trustDevice: true }],
  ['POST', '/two-factor/enable', { password: PASSWORD }],
  ['POST', '/request-password-reset', { email: 'eve@example.org' }],
  ['GET', '/list-sessions', undefined],
  ['POST', '/revoke-sessions', {}],
  ['POST', '/passkey/delete-passkey', { id: 'x' }],
  ['POST', '/demo/start', { accountId: '6d9f5a5c-7a2e-4b53-9b0e-8f0a3a9f8c11' }],
  ['GET', '/passkey/verify-authentication', undefined],
  ['POST', '/passkey/generate-register-options', {}],
  ['GET', '/passkey//generate-authenticate-options', undefined],
  ['GET', '', undefined],
] as const)('%s %s does not exist', async (method, path, body) => {
  const response = await call(method, path, { body })
  expect(response.status).toBe(404)
  expect(response.headers.getSetCookie()).toEqual([])
})

test('a foreign origin is refused at the passkey addresses too', async () => {
  const headers = { origin: 'https://elsewhere.example' }
  const asked = call('POST', '/passkey/verify-authentication', { body: { response: {} }, headers })
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
})

test('the offer to sign in by passkey asks for finger, face or PIN, and sets one short-lived cookie', async () => {
  const response = await call('GET', '/passkey/generate-authenticate-options')
  expect(await response.json()).toMatchObject({ userVerification: 'required', rpId: 'localhost' })
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-gw-key=[^;]+; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ])
})

test('a login that ran out is nobody: the offer does not name their passkeys', async () => {
  const { accountId } = await house.makeAccount(['patient'])
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  await house.pool.query(
    `insert into passkey (id, "userId", "publicKey", "credentialID", counter, "deviceType", "backedUp")
     values (gen_random_uuid(), $1, 'x', $2, 0, 'singleDevice', false)`,
    [accountId, accountId],
  )
  const offered = async () =>
    (await call('GET', '/passkey/generate-authenticate-options', { browser })).json()
  expect(await offered()).toMatchObject({ allowCredentials: [{ id: accountId }] })
  await house.age(accountId, { lastSeenAt: 31 })
  expect(await offered()).not.toHaveProperty('allowCredentials')
})

test('an invented answer of a passkey is refused, as is one without its challenge', async () => {
  const browser = makeBrowser()
  const body = {
    response: { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {}, clientExtensionResults: {} },
  }
  expect((await call('POST', '/passkey/verify-authentication', { body, browser })).status).toBe(400)
  const offered = await call('GET', '/passkey/generate-authenticate-options', { browser })
  browser.keepCookies(offered.headers.getSetCookie())
  const refused = await call('POST', '/passkey/verify-authentication', { body, browser })
  expect(refused.status).toBe(400)
  expect(await refused.json()).toEqual({ code: 'refused' })
  for (const broken of ['{', '[]', 'null', '"x"']) {
    const request = new Request(`${ORIGIN}/login/api/passkey/verify-authentication`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: broken,
    })
    expect((await house.login.handler(request, '203.0.113.200')).status).toBe(400)
  }
})

test('a passkey is added only to a login that is recent, live, and as strong as the account', async () => {
  const { accountId } = await house.makeAccount(['patient'])
  const add = (browser: Browser) => call('GET', '/passkey/generate-register-options', { browser })
  expect((await add(makeBrowser())).status).toBe(403)
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  const offered = await add(browser)
  expect(await offered.json()).toMatchObject({
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
    rp: { name: 'Harbour Street Clinic', id: 'localhost' },
  })
  await house.age(accountId, { lastSeenAt: 31 })
  expect((await add(browser)).status, 'idle, though its twelve hours are not over').toBe(403)
  const again = makeBrowser()
  await house.invited(again, accountId)
  await house.age(accountId, { createdAt: 16 })
  expect(await (await add(again)).json()).toEqual({ code: 'sign-in-again' })
})

test('passkey tries are limited per address, and the limit says when to come back', async () => {
  const browser = makeBrowser()
  let response = await call('GET', '/passkey/generate-authenticate-options', { browser })
  for (let i = 0; i < 60; i += 1)
    response = await call('GET', '/passkey/generate-authenticate-options', { browser })
  expect(response.status).toBe(429)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await response.json()).toEqual({ code: 'too-many-tries' })
})

test('every cookie ever set bears the prefix and all its flags', async () => {
  const browser = makeBrowser()
  const { email, accountId } = await house.makeAccount(['prescriber'], { password: PASSWORD })
  await house.invited(browser, accountId)
  const started = await house.login.startSecondStep(browser, PASSWORD)
  expect(started.status).toBe('started')
  browser.keepCookies(
    (await call('GET', '/passkey/generate-register-options', { browser })).headers.getSetCookie(),
  )
  browser.keepCookies(
    (await call('GET', '/passkey/generate-authenticate-options', { browser })).headers.getSetCookie(),
  )
  await house.pool.query('update "twoFactor" set verified = true where "userId" = $1', [accountId])
  await house.pool.query('update "user" set "twoFactorEnabled" = true where id = $1', [accountId])
  const half = browser.keep(await house.login.signInWithPassword(browser, { email, password: PASSWORD }))
  expect(half.status).toBe('second-step')
  browser.keepCookies(await house.login.signOut(browser))

  expect(new Set(browser.everSet.map((cookie) => cookie.split('=')[0]))).toEqual(
    new Set(['__Host-gw', '__Host-gw-key', '__Host-gw-step', '__Host-gw.session_data']),
  )
  for (const cookie of browser.everSet)
    expect(cookie).toMatch(/^__Host-gw[^=]*=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(browser.everSet.join()).not.toMatch(/better-?auth|domain=/i)
})

test('with an https origin the names stay as they are', async () => {
  const secure = house.make({ mode: 'production', origin: 'https://house.example' })
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const outcome = await secure.signInWithPassword(makeBrowser(), { email, password: PASSWORD })
  expect(outcome).toMatchObject({ setCookies: [expect.stringMatching(/^__Host-gw=/)] })
})

test('an account is made once for an address', async () => {
  const { email } = await house.makeAccount(['patient'])
  const again = house.login.createAccount({ email: email.toUpperCase(), name: 'Somebody else' })
  await expect(again).rejects.toMatchObject({ code: 'conflict' })
})

test('outside the demo nobody becomes anybody with a click', async () => {
  const { accountId } = await house.makeAccount(['patient'])
  await expect(house.login.startDemoSession(makeBrowser(), accountId)).rejects.toThrow('outside the demo')
})

test('in the demo one click is enough, for those who are in it', async () => {
  const demo = house.make({ mode: 'demo' })
  const { accountId } = await house.makeAccount(['prescriber'])
  const browser = makeBrowser()
  browser.keepCookies(await demo.startDemoSession(browser, accountId))
  expect(await demo.findSession(browser.headers)).toMatchObject({
    accountId,
    method: 'demo',
    strength: 'one-factor',
  })
  await expect(demo.startDemoSession(browser, crypto.randomUUID())).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a person is told when their way of signing in changes, without a word about health', async () => {
  const { email, accountId } = await house.makeAccount(['patient'])
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  await house.login.setPassword(browser, { current: '', wanted: PASSWORD })
  await house.login.settle()
  expect(house.mails.at(-1)).toMatchObject({ to: email, ...CHANGED })
})
