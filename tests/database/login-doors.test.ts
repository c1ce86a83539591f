/** Links, limits, cookies and origins: what strangers try at the door. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, CHANGED, type House, makeBrowser, ORIGIN, openHouse, PASSWORD } from './login-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const write = (url: string) => ({ subject: 'A link for you', text: url })

/** Asks for a link and returns the token that was mailed, if any was. */
async function askForLink(email: string, browser: Browser = makeBrowser()) {
  const outcome = await house.login.sendLink(browser, { email, write })
  await house.login.settle()
  const mail = house.mails.findLast(({ to }) => to === email)
  return { outcome, mail, token: mail?.text.split('/').at(-1) ?? '' }
}

test('a support person opens a link once, within ten minutes, with one factor', async () => {
  const { accountId, email } = await house.makeAccount(['support-person'])
  const { token, mail } = await askForLink(email)
  expect(mail).toMatchObject({ subject: 'A link for you', text: `${ORIGIN}/sign-in/link/${token}` })
  const [first, second] = [makeBrowser(), makeBrowser()]
  expect(first.keep(await house.login.openLink(first, token)).status).toBe('signed-in')
  expect(await house.login.findSession(first.headers)).toMatchObject({
    accountId,
    method: 'link',
    strength: 'one-factor',
  })
  expect(await house.login.openLink(second, token)).toEqual({ status: 'spent' })
  expect(second.everSet).toEqual([])
})

test('two who press at the same moment: one gets in', async () => {
  const { email } = await house.makeAccount(['therapist'])
  const { token } = await askForLink(email)
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => house.login.openLink(makeBrowser(), token)),
  )
  expect(outcomes.filter(({ status }) => status === 'signed-in')).toHaveLength(1)
})

test('after ten minutes a link is spent', async () => {
  const { email } = await house.makeAccount(['support-person'])
  const left = async (seconds: number) => {
    const { token } = await askForLink(email)
    await house.pool.query(
      `update verification set "expiresAt" = "expiresAt" - make_interval(secs => $1) where value like $2`,
      [600 - seconds, `%${email}%`],
    )
    return (await house.login.openLink(makeBrowser(), token)).status
  }
  expect(await left(2)).toBe('signed-in')
  expect(await left(0)).toBe('spent')
})

test.each([
  ['a patient', ['patient']],
  ['a prescriber', ['prescriber']],
  ['a support person who is also a patient', ['support-person', 'patient']],
  ['somebody without a role', []],
] as const)('%s who asks for a link gets none, and reads the same', async (_who, roles) => {
  const { email } = await house.makeAccount(roles)
  expect(await askForLink(email)).toMatchObject({ outcome: { status: 'asked' }, mail: undefined })
})

test('an address nobody has reads the same, as quickly', async () => {
  const { email } = await house.makeAccount(['therapist'])
  expect(await askForLink('nobody@example.org')).toMatchObject({
    outcome: { status: 'asked' },
    mail: undefined,
  })
  // The answer waits neither for the account nor for the mail.
  let isSent = false
  const slow = house.make({ mode: 'production' })
  const answered = slow.sendLink(makeBrowser(), {
    email,
    write: (url) => {
      isSent = true
      return write(url)
    },
  })
  expect(await answered).toEqual({ status: 'asked' })
  expect(isSent).toBe(false)
  await slow.settle()
  expect(isSent).toBe(true)
})

test('the database cannot open a link: it keeps a hash, and the hash is no token', async () => {
  const { email } = await house.makeAccount(['support-person'])
  const { token } = await askForLink(email)
  const { rows } = await house.pool.query('select identifier from verification where value like $1', [
    `%${email}%`,
  ])
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await house.login.openLink(makeBrowser(), rows[0].identifier)).toEqual({ status: 'spent' })
  expect((await house.login.openLink(makeBrowser(), token)).status).toBe('signed-in')
})

test('neither tokens nor addresses nor passwords reach the log', async () => {
  const { email } = await house.makeAccount(['support-person'])
  const { token } = await askForLink(email)
  await house.login.openLink(makeBrowser(), token)
  await house.login.openLink(makeBrowser(), token)
  await house.login.signInWithPassword(makeBrowser(), { email, password: 'not the password' })
  for (const secret of [token, email, 'not the password', PASSWORD])
    expect(house.logged.join()).not.toContain(secret)
})

test('a link carries on to where the person was going, and never elsewhere', async () => {
  const { email } = await house.makeAccount(['therapist'])
  const linkWith = async (next: string) => {
    await house.login.sendLink(makeBrowser(), { email, next, write })
    await house.login.settle()
    return house.mails.at(-1)?.text
  }
  expect(await linkWith('/people')).toMatch(/\?next=%2Fpeople$/)
  expect(await linkWith('//elsewhere.example')).not.toContain('?')
})

test('an invitation opens a new account of any role once, and holds for three days', async () => {
  const { accountId } = await house.makeAccount(['prescriber'])
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  expect(await house.login.findSession(browser.headers)).toMatchObject({ accountId, strength: 'one-factor' })
  await house.login.invite(accountId, write)
  const { rows } = await house.pool.query(
    `select extract(epoch from max("expiresAt") - now()) / 3600 as hours from verification where value like '%@%'`,
  )
  expect(Number(rows[0].hours)).toBeCloseTo(72, 0)
})

test('signing out everywhere also takes back the links that were sent', async () => {
  const { email } = await house.makeAccount(['therapist'])
  const { token } = await askForLink(email)
  const browser = makeBrowser()
  browser.keep(await house.login.openLink(browser, token))
  const { token: second } = await askForLink(email)
  await house.login.signOutEverywhere(browser)
  expect(await house.login.openLink(makeBrowser(), second)).toEqual({ status: 'spent' })
})

test('five wrong passwords at one address, then a pause; form sign-in is no way around it', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  const statuses: string[] = []
  for (let i = 0; i < 8; i += 1)
    statuses.push(
      (await house.login.signInWithPassword(browser, { email, password: `wrong password ${i}` })).status,
    )
  expect(statuses).toEqual([...Array(5).fill('refused'), ...Array(3).fill('too-many-tries')])
  const right = await house.login.signInWithPassword(browser, { email, password: PASSWORD })
  expect(right).toMatchObject({ status: 'too-many-tries' })
  if (right.status === 'too-many-tries') {
    expect(right.retryAfterSeconds).toBeGreaterThan(500)
    expect(right.retryAfterSeconds).toBeLessThanOrEqual(600)
  }
})

test('tries at the same moment do not slip through together', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () =>
      house.login.signInWithPassword(browser, { email, password: 'not the password' }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'refused')).toHaveLength(5)
})

test('an address header of the browser’s own gives no new tries', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const address = makeBrowser().clientAddress
  const statuses: string[] = []
  for (let i = 0; i < 7; i += 1) {
    const claims = {
      'x-real-ip': `198.51.100.${i}`,
      'x-forwarded-for': `198.51.100.${i}`,
      forwarded: `for=198.51.100.${i}`,
    }
    const browser = makeBrowser(address, claims)
    statuses.push(
      (await house.login.signInWithPassword(browser, { email, password: 'not the password' })).status,
    )
  }
  expect(statuses.filter((status) => status === 'refused')).toHaveLength(5)
})

test('an IPv6 line is one address, however many it may use', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const statuses: string[] = []
  for (let i = 0; i < 7; i += 1) {
    const browser = makeBrowser(`2001:db8:1:2::${i}`)
    statuses.push(
      (await house.login.signInWithPassword(browser, { email, password: 'not the password' })).status,
    )
  }
  expect(statuses.filter((status) => status === 'refused')).toHaveLength(5)
})

test('a stranger who is held back holds nobody else back', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const { email: other } = await house.makeAccount(['patient'], { password: PASSWORD })
  const stranger = makeBrowser()
  for (let i = 0; i < 120; i += 1)
    await house.login.signInWithPassword(stranger, { email, password: 'x'.repeat(200) })
  expect((await house.login.signInWithPassword(stranger, { email, password: PASSWORD })).status).toBe(
    'too-many-tries',
  )
  // The owner at home, and somebody else at the stranger's own address.
  expect((await house.login.signInWithPassword(makeBrowser(), { email, password: PASSWORD })).status).toBe(
    'signed-in',
  )
  expect((await house.login.signInWithPassword(stranger, { email: other, password: PASSWORD })).status).toBe(
    'signed-in',
  )
})

test('without an address nobody shares one bucket with everybody', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const { email: other } = await house.makeAccount(['patient'], { password: PASSWORD })
  for (const clientAddress of [undefined, 'unknown']) {
    const nowhere = { ...makeBrowser(), headers: new Headers(), clientAddress }
    for (let i = 0; i < 70; i += 1)
      await house.login.signInWithPassword(nowhere, {
        email: `nobody-${i}@example.org`,
        password: 'x'.repeat(200),
      })
    for (let i = 0; i < 6; i += 1)
      await house.login.signInWithPassword(nowhere, { email, password: 'x'.repeat(200) })
    expect((await house.login.signInWithPassword(nowhere, { email: other, password: PASSWORD })).status).toBe(
      'signed-in',
    )
  }
})

test('a pause ends by itself, and a right password forgets the tries before it', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  const wrong = () => house.login.signInWithPassword(browser, { email, password: 'not the password' })
  const right = () => house.login.signInWithPassword(browser, { email, password: PASSWORD })
  for (let i = 0; i < 4; i += 1) await wrong()
  expect((await right()).status).toBe('signed-in')
  for (let i = 0; i < 5; i += 1) expect((await wrong()).status).toBe('refused')
  expect((await right()).status).toBe('too-many-tries')
  house.clock.at = new Date(Date.now() + 10 * 60_000 + 1000)
  expect((await right()).status).toBe('signed-in')
  house.clock.at = undefined
})

test('asking for links is limited for known and unknown addresses alike', async () => {
  const { email } = await house.makeAccount(['support-person'])
  for (const address of [email, 'nobody-at-all@example.org']) {
    const browser = makeBrowser()
    const statuses: string[] = []
    for (let i = 0; i < 5; i += 1) statuses.push((await askForLink(address, browser)).outcome.status)
    expect(statuses).toEqual(['asked', 'asked', 'asked', 'too-many-tries', 'too-many-tries'])
  }
})

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
