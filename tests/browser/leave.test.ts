/** The quick way out: where it leads, and what it leaves behind in the history of a phone that others may hold. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { PHONE } from './browser.ts'
import { begin, CHECK_IN } from './filling-in.ts'
import { recordOf } from './on-record.ts'
import { openVisits } from './visits.ts'

const visits = openVisits()

/**
 * A page of the portal, opened from an empty one, on a phone whose way out leads to a stand-in: the
 * redirect is the server's own, and the network is never asked.
 */
async function openedFromElsewhere(address: string): Promise<Page> {
  const signedIn = await visits.visitAs('sam', PHONE)
  const page = await signedIn.context().newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] })
  cdp.on('Fetch.requestPaused', ({ requestId }) => {
    const body = Buffer.from('<!doctype html><title>Weather</title>').toString('base64')
    const responseHeaders = [{ name: 'content-type', value: 'text/html' }]
    // A test may have ended, and its page with it, before the answer is on its way.
    const answered = cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body })
    answered.catch(() => undefined)
  })
  await page.goto(address)
  return page
}

const escapeTwice = async ({ keyboard }: Page) => {
  await keyboard.press('Escape')
  await keyboard.press('Escape')
}
const WAYS: [string, (page: Page) => Promise<void>][] = [
  ['Leave', (page) => page.getByRole('link', { name: words.en.frame.leave, exact: true }).tap()],
  ['Esc, twice', escapeTwice],
]

for (const address of ['/portal', CHECK_IN, `${CHECK_IN}/thank-you`, '/account']) {
  test.each(WAYS)(`%s leads out of ${address}, and Back does not lead to it again`, async (_way, goOut) => {
    const page = await openedFromElsewhere(address)
    await goOut(page)
    await page.waitForURL('https://**')
    expect(await page.title()).toBe('Weather')
    expect(await page.evaluate(() => document.referrer)).toBe('')
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })
}

test('whoever presses Back afterwards finds the sign-in, and no page about a person', async () => {
  const page = await openedFromElsewhere('/portal')
  await page.goto(new URL(CHECK_IN, page.url()).href)
  await escapeTwice(page)
  await page.waitForURL('https://**')
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

test('somebody else’s link to the way out signs nobody out', async () => {
  const page = await openedFromElsewhere('/portal')
  await page.request.get('/leave', { maxRedirects: 0, headers: { 'sec-fetch-site': 'cross-site' } })
  await page.goto('/portal')
  expect(new URL(page.url()).pathname).toBe('/portal')
})

test('one Esc, or two with more than a second between them, leave the page as it is', async () => {
  const page = await openedFromElsewhere('/portal')
  expect(await escapedAt(page, [0])).toMatchObject({ isCovered: false })
  expect(await escapedAt(page, [5000, 6001])).toMatchObject({ isCovered: false })
})

test('the page is covered and its title gone at once, before anything has answered', async () => {
  const page = await openedFromElsewhere('/portal')
  expect(await escapedAt(page, [5000, 6000])).toEqual({ isCovered: true, title: '' })
})

/** What stands on the screen right after Esc was pressed at these milliseconds. */
const escapedAt = (page: Page, times: number[]) =>
  page.evaluate((times) => {
    for (const timeStamp of times) {
      const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
      Object.defineProperty(press, 'timeStamp', { value: timeStamp })
      document.dispatchEvent(press)
    }
    return { isCovered: !document.body.checkVisibility(), title: document.title }
  }, times)

test('answers on the screen are left without a question, and were not sent', async () => {
  const before = await recordOf(visits.house, 'sam')
  const page = await openedFromElsewhere(CHECK_IN)
  await begin(page)
  await page.getByRole('radio').first().check()
  await escapeTwice(page)
  await page.waitForURL('https://**')
  expect(await recordOf(visits.house, 'sam')).toEqual(before)
})
