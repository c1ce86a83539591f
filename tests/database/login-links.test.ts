/** Links in mails: who gets one, how often it opens, and what nobody learns from asking. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type House, makeBrowser, ORIGIN, openHouse, PASSWORD } from './login-house.ts'

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
  expect(await left(60)).toBe('signed-in')
  expect(await left(0)).toBe('spent')
})

test('a patient without another way in gets one, until there is one', async () => {
  const { email, accountId } = await house.makeAccount(['patient'])
  const { token } = await askForLink(email)
  const browser = makeBrowser()
  expect(browser.keep(await house.login.openLink(browser, token)).status).toBe('signed-in')
  await house.login.setPassword(browser, { current: '', wanted: PASSWORD })
  const before = house.mails.length
  house.login.mailRegistered(accountId, { first: write, known: write })
  await house.login.settle()
  expect(house.mails.slice(before).map(({ text }) => text)).toEqual([`${ORIGIN}/sign-in`])
  const { outcome } = await askForLink(email)
  expect(outcome).toEqual({ status: 'asked' })
  expect(house.mails).toHaveLength(before + 1)
})

test.each([
  ['a patient who has a password', ['patient'], PASSWORD],
  ['a prescriber', ['prescriber'], undefined],
  ['a support person who is also a patient', ['support-person', 'patient'], undefined],
  ['somebody without a role', [], undefined],
] as const)('%s who asks for a link gets none, and reads the same', async (_who, roles, password) => {
  const { email } = await house.makeAccount(roles, password === undefined ? {} : { password })
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
