/** Signing in, in a real browser: passkeys with a virtual authenticator, everything else without script. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { codeOf } from '../app-codes.ts'
import { DESKTOP, openBrowser, openPage, PHONE, signInAs } from './browser.ts'
import { follow } from './follow.ts'
import { type RunningHouse, startHouse } from './house.ts'

const PASSWORD = 'paper moon tide'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  house = await startHouse()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** A device nobody used before. */
const visit = (options?: BrowserContextOptions) => openPage(browser, house.url, options)

const press = (page: Page, name: string | RegExp) => follow(page.getByRole('button', { name }).first())
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

async function emailOf(page: Page): Promise<string> {
  await page.goto('/account')
  return (await page.locator('main p strong').first().textContent()) ?? ''
}

async function signOut(page: Page) {
  await page.context().request.post('/sign-out', { headers: { origin: house.url } })
}

/** A phone's own authenticator, which knows its owner by finger, face or PIN; or a stick that knows nobody. */
async function giveAuthenticator(page: Page, knowsOwner = true) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: knowsOwner ? 'internal' : 'usb',
      hasResidentKey: true,
      hasUserVerification: knowsOwner,
      isUserVerified: knowsOwner,
      automaticPresenceSimulation: true,
    },
  })
}

/** What axe finds, each as the rule and the element. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate<string[]>(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`)
}

test('a passkey is added, opens the account again, and can be taken away', async () => {
  const page = await visit()
  await giveAuthenticator(page)
  await signInAs(page, 'sam')
  await page.goto('/account')
  await press(page, 'Add a passkey on this device')
  await page.getByText('That is done.').waitFor()
  expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(1)

  await signOut(page)
  await page.goto('/account')
  expect(page.url()).toBe(`${house.url}/sign-in?next=%2Faccount`)
  await press(page, 'Sign in with a passkey')
  await page.waitForURL('**/account')
  expect(await page.getByText('with a passkey', { exact: false }).count()).toBeGreaterThan(0)

  // Without a password it is the only way in, and stays.
  await press(page, /^Remove /)
  expect(await page.getByRole('alert').allTextContents()).toContain(
    'This is your only way in, so we kept it. Add another one or a password first.',
  )
  await page.goto('/account/password')
  await page.getByLabel('Your new password').fill(PASSWORD)
  await press(page, 'Save')
  await press(page, /^Remove /)
  await page.getByText('You have no passkey yet.').waitFor()
  await page.context().close()
})

test('the same device is not added twice, and a passkey that was cancelled changes nothing; both said in words', async () => {
  const page = await visit()
  await giveAuthenticator(page)
  await signInAs(page, 'walter')
  await page.goto('/account')
  await press(page, 'Add a passkey on this device')
  await page.getByText('That is done.').waitFor()
  await press(page, 'Add a passkey on this device')
  await page.getByText('This device has a passkey for you already.').waitFor()

  const other = await visit()
  await giveAuthenticator(other)
  await other.goto('/sign-in')
  await press(other, 'Sign in with a passkey')
  await other.getByText('No passkey was used. Nothing has changed.', { exact: false }).waitFor()
  expect(await other.getByRole('button', { name: 'Sign in with a passkey' }).isEnabled()).toBe(true)
  await Promise.all([page.context().close(), other.context().close()])
})

/** What a script of somebody else's making gets when it adds a passkey without the owner's check. */
const addUnchecked = (page: Page) =>
  page.evaluate(async () => {
    const options = await (await fetch('/login/api/passkey/generate-register-options')).json()
    // A key that is not kept on the stick needs no check by the browser's own rules.
    const unchecked = {
      residentKey: 'discouraged',
      requireResidentKey: false,
      userVerification: 'discouraged',
    }
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
      ...options,
      authenticatorSelection: unchecked,
    })
    const response = await navigator.credentials.create({ publicKey })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ response })
    return (await fetch('/login/api/passkey/verify-registration', { method: 'POST', headers, body })).status
  })

/** The same when it signs in, with the check or without. */
const signInBy = (page: Page, check: 'required' | 'discouraged') =>
  page.evaluate(async (userVerification) => {
    const options = await (await fetch('/login/api/passkey/generate-authenticate-options')).json()
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification })
    const response = await navigator.credentials.get({ publicKey })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ response })
    return (await fetch('/login/api/passkey/verify-authentication', { method: 'POST', headers, body })).status
  }, check)

test('without finger, face or PIN a passkey is not added and opens nothing', async () => {
  const page = await visit()
  await giveAuthenticator(page, false)
  await signInAs(page, 'bell')
  await page.goto('/account')
  expect(await addUnchecked(page)).toBe(400)
  await page.reload()
  await page.getByText('You have no passkey yet.').waitFor()
  await page.getByText('from the demo page').waitFor()

  const other = await visit()
  await giveAuthenticator(other)
  await signInAs(other, 'bell')
  await other.goto('/account')
  await press(other, 'Add a passkey on this device')
  await other.getByText('That is done.').waitFor()
  await signOut(other)
  expect(await signInBy(other, 'discouraged')).toBe(400)
  expect((await other.context().cookies()).map(({ name }) => name)).not.toContain('__Host-gw')
  expect(await signInBy(other, 'required')).toBe(204)
  await Promise.all([page.context().close(), other.context().close()])
})

test('without script: password, app and paper codes, from setting them up to signing in with them', async () => {
  const page = await visit({ javaScriptEnabled: false })
  await signInAs(page, 'herrera')
  const email = await emailOf(page)
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
  await page.getByText('To add a passkey, this browser would need scripts', { exact: false }).waitFor()

  await page.getByRole('link', { name: 'Set one' }).click()
  await page.getByLabel('Your new password').fill('paper moon tid')
  await press(page, 'Save')
  await page.getByText('This one is shorter than 15 characters.', { exact: false }).waitFor()
  await page.getByLabel('Your new password').fill(PASSWORD)
  await press(page, 'Save')
  await page.getByRole('link', { name: 'Turn it on' }).click()
  await page.getByLabel('Your password').fill(PASSWORD)
  await press(page, 'Begin')
  await page.getByRole('img', { name: 'A square code for the app to read' }).waitFor()
  const key = (await page.locator('code').first().textContent()) ?? ''
  await page.getByLabel('The six digits it shows now').fill('000000')
  await press(page, 'Check the code')
  await page.getByText('That code did not fit.', { exact: false }).waitFor()
  await page.getByLabel('The six digits it shows now').fill(await codeOf(key))
  await press(page, 'Check the code')
  const paper = await page.locator('.backup-codes code').allTextContents()
  expect(paper).toHaveLength(10)
  await follow(page.getByRole('link', { name: 'I have kept them' }))
  expect(new URL(page.url()).pathname).toBe('/console')
  await signOut(page)

  const withPassword = async () => {
    await page.goto('/sign-in?next=/account')
    await page.getByLabel('Email').first().fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
    await press(page, /^Sign in$/)
    expect(await titleOf(page)).toBe('One more step')
  }
  await withPassword()
  await page.goto('/account')
  expect(await titleOf(page), 'nobody is signed in before the code').toBe('Sign in')
  await withPassword()
  await page.getByLabel('Six digits from your app').fill(await codeOf(key, 1))
  await press(page, 'Go on')
  expect(await titleOf(page)).toBe('How you sign in')
  await page.getByText('with password and code').first().waitFor()
  await signOut(page)

  await withPassword()
  await page.getByText('My phone is not here').click()
  await page.getByLabel('Code from your paper').fill(paper[0] ?? '')
  await follow(page.locator('details').getByRole('button'))
  expect(await titleOf(page)).toBe('How you sign in')
  await page.context().close()
})

test('without script: a link comes by mail; looking at it changes nothing, the button opens it once', async () => {
  const page = await visit({ javaScriptEnabled: false })
  await signInAs(page, 'reyes')
  const email = await emailOf(page)
  await signOut(page)
  await page.goto('/sign-in?next=/people')
  await page.getByLabel('Email').last().fill(email)
  await press(page, 'Email me a link')
  expect(await titleOf(page)).toBe('Please look in your email')
  // Others get mail as well, and this one is sent after the page has answered.
  const own = page.locator('article').filter({ hasText: email })
  const link = own.getByRole('link', { name: /\/sign-in\/link\// }).first()
  await vi.waitFor(async () => {
    await page.goto('/demo/mail')
    expect(await link.count()).toBe(1)
  }, 20_000)
  const address = (await link.getAttribute('href')) ?? ''
  for (let i = 0; i < 3; i += 1) expect((await page.request.get(address)).status()).toBe(200)
  expect((await page.request.head(address)).ok()).toBe(true)

  await follow(link)
  await press(page, 'Go on')
  expect(new URL(page.url()).pathname).toBe('/people')
  await page.goto(address)
  await press(page, 'Go on')
  expect(await titleOf(page)).toBe('This link does not work any more')
  await page.context().close()
})

test('a patient who has a password and asks for a link reads the same page, and no mail is sent', async () => {
  const page = await visit()
  await signInAs(page, 'nina')
  const email = await emailOf(page)
  await page.goto('/account/password')
  await page.getByLabel('Your new password').fill(PASSWORD)
  await press(page, 'Save')
  await signOut(page)
  const mails = async () => {
    await page.goto('/demo/mail')
    return page.getByText(email).count()
  }
  // That they have a password now is told behind the page that answered.
  const before = await vi.waitFor(async () => {
    const told = await mails()
    expect(told).toBeGreaterThan(0)
    return told
  }, 20_000)
  await page.goto('/sign-in')
  await page.getByLabel('Email').last().fill(email)
  await press(page, 'Email me a link')
  expect(await titleOf(page)).toBe('Please look in your email')
  expect(await mails()).toBe(before)
  await page.context().close()
})

test('with the keyboard alone', async () => {
  const page = await visit()
  await page.goto('/sign-in')
  const reach = async (name: string) => {
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        const label =
          element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent
        return { label, outline: element && getComputedStyle(element).outlineStyle }
      })
      if (focused.label !== name) continue
      expect(focused.outline, `${name} shows that it is focused`).not.toBe('none')
      return
    }
    throw new Error(`${name} was not reached`)
  }
  await reach('Sign in with a passkey')
  await reach('Email')
  await page.keyboard.type('nobody@example.org')
  await reach('Password')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await page.getByText('We could not sign you in with that email and password.', { exact: false }).waitFor()
  expect(await page.getByLabel('Email').first().inputValue()).toBe('nobody@example.org')
  expect(await page.getByRole('textbox', { name: 'Password' }).inputValue()).toBe('')
  await page.context().close()
})

test('too many tries: a kind page that says when to come back', async () => {
  const page = await visit({ javaScriptEnabled: false })
  const post = () =>
    page.request.post('/sign-in', {
      form: { email: 'somebody@example.org', password: 'not the password' },
      headers: { origin: house.url },
    })
  for (let i = 0; i < 5; i += 1) expect((await post()).status()).toBe(400)
  const refused = await post()
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(500)
  expect(await refused.text()).toContain('Try again in 10 minutes.')
  await page.context().close()
})

test('signing out everywhere reaches the other device with its next click', async () => {
  const [here, there] = [await visit(), await visit()]
  await signInAs(here, 'sam')
  await signInAs(there, 'sam')
  await here.goto('/account')
  await press(here, 'Sign out everywhere')
  await here.getByText('You are signed out here and on every other device.').waitFor()
  await there.goto('/account')
  expect(await titleOf(there)).toBe('Sign in')
  expect(await here.context().cookies()).toEqual([])
  await Promise.all([here.context().close(), there.context().close()])
})

test('every cookie the browser holds is bound to this host, and no script can read it', async () => {
  const page = await visit()
  await giveAuthenticator(page)
  await signInAs(page, 'sam')
  await page.goto('/account?lang=en')
  await page.evaluate(() => fetch('/login/api/passkey/generate-authenticate-options'))
  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name).sort()).toEqual(['__Host-gw', '__Host-gw-key', '__Host-gw-lang'])
  for (const { httpOnly, secure, sameSite, path: at, domain } of cookies)
    expect({ httpOnly, secure, sameSite, at, domain }).toEqual({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      at: '/',
      domain: 'localhost',
    })
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await page.context().close()
})

test('a page of somebody else cannot make the browser sign in', async () => {
  const page = await visit()
  await page.route('https://elsewhere.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${house.url}/demo"><input name="accountId" value="x"><button>Go</button></form>`,
    }),
  )
  await page.goto('https://elsewhere.example/')
  const [answer] = await Promise.all([page.waitForResponse('**/demo'), press(page, 'Go')])
  expect(answer.status()).toBe(403)
  await page.context().close()
})

test.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('nothing is in the way of anybody, on %s', async (_where, device) => {
  const page = await visit({ ...device, reducedMotion: 'reduce', bypassCSP: true })
  const open = [
    '/sign-in',
    '/sign-in?lang=es',
    '/sign-in/second-step',
    `/sign-in/link/${'a'.repeat(43)}`,
    '/signed-out',
    '/demo',
    '/demo/mail',
  ]
  await page.goto('/sign-in?lang=en')
  for (const address of open) {
    await page.goto(address)
    expect(await findings(page), address).toEqual([])
  }
  await page.goto('/sign-in?lang=en')
  await signInAs(page, 'sam')
  for (const address of [
    '/account',
    '/account/password',
    '/account/second-step',
    '/account/second-step/off',
  ]) {
    await page.goto(address)
    expect(await findings(page), address).toEqual([])
    const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(overflows, `${address} scrolls sideways`).toBe(false)
  }
  await page.context().close()
})
