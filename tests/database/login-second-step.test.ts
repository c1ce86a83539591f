/** The code after the password: nobody is in before it, each code opens once, guessing ends. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeFor, type House, makeBrowser, makeStaff, openHouse, PASSWORD, signIn } from './login-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('nobody is signed in between password and code', async () => {
  const { accountId, email, uri } = await makeStaff(house)
  const browser = makeBrowser()
  expect((await signIn(house, browser, email)).status).toBe('second-step')
  expect(await house.login.findSession(browser.headers)).toBeUndefined()
  const sessions = () =>
    house.pool.query('select from session where "userId" = $1 and method = $2', [accountId, 'password'])
  expect((await sessions()).rowCount).toBe(0)

  const code = await codeFor(uri, 1)
  expect(browser.keep(await house.login.verifySecondStep(browser, code)).status).toBe('signed-in')
  expect(await house.login.findSession(browser.headers)).toMatchObject({
    method: 'password-and-code',
    strength: 'two-factor',
  })
  expect((await sessions()).rowCount).toBe(0)
})

test('a code opens once, even while it is still shown', async () => {
  const { email, uri } = await makeStaff(house)
  const code = await codeFor(uri, 1)
  const [first, second] = [makeBrowser(), makeBrowser()]
  await signIn(house, first, email)
  await signIn(house, second, email)
  expect((await house.login.verifySecondStep(first, code)).status).toBe('signed-in')
  expect((await house.login.verifySecondStep(second, code)).status).toBe('wrong-code')
})

test('a code from paper opens once', async () => {
  const { email, paper } = await makeStaff(house)
  const [code = ''] = paper
  expect(paper).toHaveLength(10)
  const [first, second] = [makeBrowser(), makeBrowser()]
  await signIn(house, first, email)
  expect((await house.login.verifySecondStep(first, ` ${code} `)).status).toBe('signed-in')
  await signIn(house, second, email)
  expect((await house.login.verifySecondStep(second, code)).status).toBe('wrong-code')
})

test('a code without the password before it, or long after, begins again', async () => {
  const { accountId, email, uri } = await makeStaff(house)
  expect(await house.login.verifySecondStep(makeBrowser(), await codeFor(uri, 1))).toEqual({
    status: 'start-again',
  })
  const late = makeBrowser()
  await signIn(house, late, email)
  await house.pool.query(
    `update verification set "expiresAt" = now() - interval '1 second' where value = $1`,
    [accountId],
  )
  expect((await house.login.verifySecondStep(late, await codeFor(uri, 1))).status).toBe('start-again')
})

test('guessing codes ends the attempt, then pauses', async () => {
  const { email } = await makeStaff(house)
  const browser = makeBrowser()
  await signIn(house, browser, email)
  const guesses: string[] = []
  for (let i = 0; i < 7; i += 1)
    guesses.push((await house.login.verifySecondStep(browser, `00000${i}`)).status)
  expect(guesses.slice(0, 5)).toEqual(Array(5).fill('wrong-code'))
  expect(guesses.slice(5)).not.toContain('wrong-code')
  expect(guesses).not.toContain('signed-in')
})

test('staff signed in with one factor become two with an app, and keep their twelve hours', async () => {
  const { email } = await house.makeAccount(['care-coordinator'], { password: PASSWORD })
  const browser = makeBrowser()
  await signIn(house, browser, email)
  const before = await house.login.findSession(browser.headers)
  const started = await house.login.startSecondStep(browser, PASSWORD)
  if (started.status !== 'started') throw new Error(started.status)
  expect((await house.login.confirmSecondStep(browser, '000000')).status).toBe('wrong-code')
  const oldHeaders = browser.headers
  browser.keep(await house.login.confirmSecondStep(browser, await codeFor(started.uri)))
  const after = await house.login.findSession(browser.headers)
  expect(after).toMatchObject({
    strength: 'two-factor',
    expiresAt: before?.expiresAt,
    signedInAt: before?.signedInAt,
  })
  expect(await house.login.findSession(oldHeaders), 'the old id is good for nothing').toBeUndefined()
})

test('adding an app asks for the password; taking it away does too', async () => {
  const { browser, email } = await makeStaff(house)
  expect((await house.login.stopSecondStep(browser, 'not the password')).status).toBe('wrong-password')
  expect((await house.login.startSecondStep(browser, PASSWORD)).status).toBe('already-on')
  const before = await house.login.findSession(browser.headers)
  expect(browser.keep(await house.login.stopSecondStep(browser, PASSWORD)).status).toBe('done')
  const after = await house.login.findSession(browser.headers)
  expect(after).toMatchObject({ strength: 'two-factor', expiresAt: before?.expiresAt })
  expect(after?.sessionId).not.toBe(before?.sessionId)
  expect((await house.login.startSecondStep(browser, 'not the password')).status).toBe('wrong-password')
  expect((await signIn(house, makeBrowser(), email)).status).toBe('signed-in')
})

test('with two factors on an account, one of them alone changes nothing', async () => {
  const { accountId } = await makeStaff(house)
  const byLink = makeBrowser()
  await house.invited(byLink, accountId)
  expect(await house.login.findSession(byLink.headers)).toMatchObject({ strength: 'one-factor' })
  expect(await house.login.mayChange(byLink)).toBe(false)
  const again = { status: 'sign-in-again' }
  expect(await house.login.stopSecondStep(byLink, PASSWORD)).toEqual(again)
  expect(
    await house.login.setPassword(byLink, { current: PASSWORD, wanted: 'river lamp and stone' }),
  ).toEqual(again)
  expect(await house.login.removePasskey(byLink, crypto.randomUUID())).toEqual(again)
})
