/** Chromium as people have it: fresh, on a phone or at a desk, and with nowhere to go but the house. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { PATIENTS, STAFF, SUPPORT_PEOPLE } from '../../practice/people.ts'
import { LISTED_BESIDE } from '../../practice/ways/people.ts'

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      // A request to anywhere else ends here, and is seen by the test that looks for it.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ],
  })

/** A context of its own is a device of its own: no cookies, no cache. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = DESKTOP,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-US',
    reducedMotion: 'reduce', // nothing to wait for between two pages
    ...options,
  })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** The name of one of the demo's people, by their key in practice/people.ts. */
export function nameOf(key: string): string {
  const people = [
    ...PATIENTS.map(({ key, givenName, familyName }) => ({ key, name: `${givenName} ${familyName}` })),
    ...STAFF,
    ...SUPPORT_PEOPLE,
    ...LISTED_BESIDE,
  ]
  const person = people.find((one) => one.key === key)
  if (!person) throw new Error(`nobody in the demo is called ${key}`)
  return person.name
}

/** Signs in as one of the demo's people, with one click on its page. Lands where their day begins. */
export async function signInAs(page: Page, key: string): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name: nameOf(key) }).click() // in any language
  await page.waitForURL((address) => address.pathname !== '/demo')
}
