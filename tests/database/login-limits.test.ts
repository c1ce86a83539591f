/** How often anybody may try, and that nobody is held back for another's tries. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, makeBrowser, openHouse, PASSWORD } from './login-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const write = (url: string) => ({ subject: 'A link for you', text: url })

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
    for (let i = 0; i < 5; i += 1)
      statuses.push((await house.login.sendLink(browser, { email: address, write })).status)
    expect(statuses).toEqual(['asked', 'asked', 'asked', 'too-many-tries', 'too-many-tries'])
  }
})
