/** Signing in with a password, and how long a login lasts. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeFor, type House, makeBrowser, makeStaff, openHouse, PASSWORD, signIn } from './login-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('the tables are made without a word in the log, and making them again changes nothing', async () => {
  const fresh = await openHouse()
  const spoken = vi.spyOn(process.stderr, 'write')
  const printed = vi.spyOn(process.stdout, 'write')
  await fresh.login.migrate()
  await fresh.login.findAccount(crypto.randomUUID())
  await fresh.makeAccount(['patient'])
  expect(fresh.logged).toEqual([])
  expect([...spoken.mock.calls, ...printed.mock.calls]).toEqual([])
  vi.restoreAllMocks()

  const { rows } = await fresh.pool.query(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const made = ['account', 'passkey', 'session', 'tries', 'twoFactor', 'user', 'verification']
  expect(rows.map(({ name }) => name)).toEqual(made.map((name) => `login.${name}`))
  await fresh.close()
})

test('a right password signs in, with one factor', async () => {
  const { accountId, email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  expect(await house.login.findSession(browser.headers)).toBeUndefined()
  expect((await signIn(house, browser, ` ${email.toUpperCase()} `)).status).toBe('signed-in')
  expect(await house.login.findSession(browser.headers)).toMatchObject({
    accountId,
    method: 'password',
    strength: 'one-factor',
  })
})

test('a wrong password, an unknown address and an account without a password are refused alike', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const { email: without } = await house.makeAccount(['patient'])
  for (const [address, password] of [
    [email, 'not the password at all'],
    ['nobody@example.org', PASSWORD],
    [without, PASSWORD],
    ['no address', PASSWORD],
    [email, 'x'.repeat(500)],
  ] as const) {
    const browser = makeBrowser()
    expect(await signIn(house, browser, address, password)).toEqual({ status: 'refused' })
    expect(browser.everSet).toEqual([])
  }
})

test('a refusal takes as long for an unknown address as for a wrong password', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const timed = async (address: string) => {
    const start = performance.now()
    await house.login.signInWithPassword(makeBrowser(), { email: address, password: 'not the password' })
    return performance.now() - start
  }
  // In turns, so that a busy moment of the machine falls on both.
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 8; round += 1) {
    known = Math.min(known, await timed(email))
    unknown = Math.min(unknown, await timed('nobody-here@example.org'))
  }
  // Both pay for one password hash, which is most of the time.
  expect(unknown).toBeGreaterThan(known * 0.6)
  expect(unknown).toBeLessThan(known * 1.7)
})

test('a password of fourteen characters is refused, of fifteen taken', async () => {
  const { accountId, email } = await house.makeAccount(['patient'])
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  const set = async (wanted: string) =>
    browser.keep(await house.login.setPassword(browser, { current: '', wanted })).status
  expect(await set('paper moon tid')).toBe('too-short')
  expect(await set(email)).toBe('too-easy')
  expect(await set('paper moon tide')).toBe('done')
  expect((await signIn(house, makeBrowser(), email, 'paper moon tide')).status).toBe('signed-in')
})

test('changing anything asks for a sign-in of the last quarter of an hour', async () => {
  const { accountId, email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  await signIn(house, browser, email)
  await house.age(accountId, { createdAt: 14.5 })
  expect(await house.login.mayChange(browser)).toBe(true)
  await house.age(accountId, { createdAt: 0.5 })
  expect(await house.login.mayChange(browser)).toBe(false)
  expect((await house.login.startSecondStep(browser, PASSWORD)).status).toBe('sign-in-again')
})

test('another password signs every other device out, and the person is told', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const [here, there] = [makeBrowser(), makeBrowser()]
  await signIn(house, here, email)
  await signIn(house, there, email)
  const change = (current: string) =>
    house.login.setPassword(here, { current, wanted: 'river lamp and stone' })
  expect((await change('not the password')).status).toBe('wrong-password')
  expect(await house.login.findSession(there.headers)).toBeDefined()
  expect(here.keep(await change(PASSWORD)).status).toBe('done')
  expect(await house.login.findSession(here.headers)).toMatchObject({ method: 'password' })
  expect(await house.login.findSession(there.headers)).toBeUndefined()
  await house.login.settle()
  expect(house.mails.filter(({ to }) => to === email)).toMatchObject([{ subject: 'Your account' }])
})

test.each([
  ['prescriber', 15],
  ['admin', 15],
  ['patient', 30],
  ['support-person', 30],
  ['therapist', 30],
] as const)('a quiet login of a %s ends after %d minutes', async (role, minutes) => {
  const { accountId } = await house.makeAccount([role])
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  await house.age(accountId, { lastSeenAt: minutes - 0.5 })
  expect(await house.login.findSession(browser.headers)).toBeDefined()
  await house.login.settle()
  // That click counted: the whole time begins anew.
  await house.age(accountId, { lastSeenAt: minutes - 0.5 })
  expect(await house.login.findSession(browser.headers)).toBeDefined()
  await house.login.settle()
  await house.age(accountId, { lastSeenAt: minutes })
  expect(await house.login.findSession(browser.headers)).toBeUndefined()
})

test('being seen is written at most once a minute', async () => {
  const { accountId } = await house.makeAccount(['patient'])
  const browser = makeBrowser()
  await house.invited(browser, accountId)
  const seen = async () => {
    await house.login.findSession(browser.headers)
    await house.login.settle()
    const { rows } = await house.pool.query('select "lastSeenAt" from session where "userId" = $1', [
      accountId,
    ])
    return rows[0].lastSeenAt.getTime()
  }
  const first = await seen()
  expect(await seen()).toBe(first)
  await house.age(accountId, { lastSeenAt: 0.5 })
  expect(await seen()).toBeLessThan(first)
  await house.age(accountId, { lastSeenAt: 0.6 })
  expect(await seen()).toBeGreaterThanOrEqual(first)
})

describe('a login that is kept for some pages', () => {
  const hours = 3_600_000
  async function kept(forMs: number) {
    const { accountId } = await house.makeAccount(['patient'])
    const browser = makeBrowser()
    await house.invited(browser, accountId)
    const setCookies = await house.login.keepSession(browser.headers, forMs)
    const find = async (page?: 'may-be-kept') =>
      (await house.login.findSession(browser.headers, page)) !== undefined
    return { accountId, browser, setCookies, find }
  }

  test('opens them past its limits and no others, and is not seen again by that', async () => {
    const { accountId, find } = await kept(2 * hours)
    await house.age(accountId, { lastSeenAt: 31 })
    expect([await find(), await find('may-be-kept')]).toEqual([false, true])
    await house.login.settle()
    expect(await find()).toBe(false)
    await house.age(accountId, { expiresAt: 13 * 60 })
    expect([await find(), await find('may-be-kept')]).toEqual([false, true])
    expect(await house.login.listSessions(accountId)).toHaveLength(1)
    await house.age(accountId, { keptUntil: 119.5 })
    expect(await find('may-be-kept')).toBe(true)
    await house.age(accountId, { keptUntil: 0.5 })
    expect(await find('may-be-kept')).toBe(false)
    expect(await house.login.listSessions(accountId)).toEqual([])
  })

  test('is as any other while it is within them', async () => {
    const { accountId, find } = await kept(2 * hours)
    await house.age(accountId, { lastSeenAt: 29.5 })
    expect(await find()).toBe(true)
    await house.age(accountId, { keptUntil: 3 * 60 })
    expect([await find(), await find('may-be-kept')]).toEqual([true, true])
  })

  test('is kept as long as was said last', async () => {
    const { accountId, browser, find } = await kept(2 * hours)
    await house.login.keepSession(browser.headers, hours)
    await house.age(accountId, { lastSeenAt: 31, keptUntil: 61 })
    expect(await find('may-be-kept')).toBe(false)
  })

  test('stays in the browser where it outlives the twelve hours, and only there', async () => {
    expect((await kept(2 * hours)).setCookies).toEqual([])
    const { browser, setCookies, find } = await kept(13 * hours)
    expect(setCookies).toEqual([expect.stringContaining(`Max-Age=${13 * 3600};`)])
    browser.keepCookies(setCookies)
    expect(await find()).toBe(true)
  })

  test('ends with signing out, and when it is ended from elsewhere', async () => {
    const one = await kept(2 * hours)
    await house.login.signOut(one.browser)
    expect(await one.find('may-be-kept')).toBe(false)
    const two = await kept(2 * hours)
    await house.login.endAllSessions(two.accountId)
    expect(await two.find('may-be-kept')).toBe(false)
  })

  test('keeps nobody who is not signed in', async () => {
    const stranger = makeBrowser()
    expect(await house.login.keepSession(stranger.headers, hours)).toEqual([])
    expect(await house.login.findSession(stranger.headers, 'may-be-kept')).toBeUndefined()
  })
})

test('twelve hours after signing in a login ends, however busy it was', async () => {
  const { accountId, email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  await signIn(house, browser, email)
  const { expiresAt, signedInAt } = (await house.login.findSession(browser.headers)) ?? {}
  // The two moments are read one after the other, each from the clock.
  expect(Math.abs(Number(expiresAt) - Number(signedInAt) - 12 * 3_600_000)).toBeLessThan(1000)
  await house.age(accountId, { expiresAt: 12 * 60 - 0.5 })
  expect(await house.login.findSession(browser.headers)).toBeDefined()
  await house.age(accountId, { expiresAt: 0.5 })
  expect(await house.login.findSession(browser.headers)).toBeUndefined()
})

test('signing in gives a new id and ends the login that was there before', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const { email: other } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  await signIn(house, browser, other)
  const planted = browser.headers
  await signIn(house, browser, email)
  expect(browser.headers.get('cookie')).not.toBe(planted.get('cookie'))
  expect(await house.login.findSession(planted)).toBeUndefined()
})

test('signing out ends the login in the database and takes its cookies away', async () => {
  const { email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const browser = makeBrowser()
  await signIn(house, browser, email)
  const kept = browser.headers
  browser.keepCookies(await house.login.signOut(browser))
  expect([...browser.jar]).toEqual([])
  expect(await house.login.findSession(kept)).toBeUndefined()
})

test('signing out everywhere ends both devices with their next click, and what was half way', async () => {
  const { email, uri, paper } = await makeStaff(house)
  const devices = [makeBrowser(), makeBrowser()]
  const halfWay = makeBrowser()
  const codes = [await codeFor(uri, 1), paper[0] ?? '']
  for (const [index, device] of devices.entries()) {
    await signIn(house, device, email)
    device.keep(await house.login.verifySecondStep(device, codes[index] ?? ''))
    expect(await house.login.findSession(device.headers)).toBeDefined()
  }
  await signIn(house, halfWay, email)
  const [first, second] = devices
  if (!first || !second) throw new Error('two devices')
  const listed = await house.login.listSessions(
    (await house.login.findSession(first.headers))?.accountId ?? '',
  )
  expect(listed.length).toBeGreaterThanOrEqual(2)

  const kept = first.headers
  first.keepCookies(await house.login.signOutEverywhere(first))
  expect(await house.login.findSession(kept)).toBeUndefined()
  expect(await house.login.findSession(second.headers)).toBeUndefined()
  expect((await house.login.verifySecondStep(halfWay, await codeFor(uri, 0))).status).toBe('start-again')
  await expect(house.login.signOutEverywhere(second)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('one device can be ended from another, and nobody else’s', async () => {
  const { accountId, email } = await house.makeAccount(['patient'], { password: PASSWORD })
  const { accountId: stranger } = await house.makeAccount(['patient'])
  const [here, there] = [makeBrowser(), makeBrowser()]
  await signIn(house, here, email)
  await signIn(house, there, email)
  const { sessionId = '' } = (await house.login.findSession(there.headers)) ?? {}
  await house.login.endSession(stranger, sessionId)
  await house.login.endSession(accountId, 'no id at all')
  expect(await house.login.findSession(there.headers)).toBeDefined()
  await house.login.endSession(accountId, sessionId)
  expect(await house.login.findSession(there.headers)).toBeUndefined()
  expect(await house.login.findSession(here.headers)).toBeDefined()
})

test('what has run out is swept away while others sign in', async () => {
  const { accountId } = await house.makeAccount(['patient'])
  await house.invited(makeBrowser(), accountId)
  await house.age(accountId, { lastSeenAt: 31 })
  const fresh = house.make({ mode: 'production' })
  await fresh.signInWithPassword(makeBrowser(), { email: 'nobody@example.org', password: PASSWORD })
  await fresh.settle()
  const { rowCount } = await house.pool.query('select from session where "userId" = $1', [accountId])
  expect(rowCount).toBe(0)
})
