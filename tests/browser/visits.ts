/** A house and a browser for one test file: opened before its tests, ended after them, however they end. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser, openPage, signInAs } from './browser.ts'
import { type RunningHouse, startHouse } from './house.ts'

export type Visits = {
  readonly house: RunningHouse
  /** A device of its own: no cookies, no cache. */
  visit: (options?: BrowserContextOptions) => Promise<Page>
  /** Signed in as one of the demo's people, by their key in practice/people.ts. */
  visitAs: (key: string, options?: BrowserContextOptions) => Promise<Page>
}

/** @param closes when what was visited is closed: after each test, or once all have ended */
export function openVisits({ closes = 'each' }: { closes?: 'each' | 'all' } = {}): Visits {
  let house: RunningHouse | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    const opening = openBrowser().then((opened) => {
      browser = opened
    })
    house = await startHouse()
    await opening
  })
  afterEach(async () => {
    if (closes === 'all') return
    for (const context of browser?.contexts() ?? []) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await house?.stop()
    expect(house?.faults(), 'the server logged errors of its own').toEqual([])
  })

  const opened = () => {
    if (!house || !browser) throw new Error('the house is opened before the tests, and this is earlier')
    return { house, browser }
  }
  const visit = (options?: BrowserContextOptions) => openPage(opened().browser, opened().house.url, options)
  return {
    get house() {
      return opened().house
    },
    visit,
    visitAs: async (key, options) => {
      const page = await visit(options)
      await signInAs(page, key)
      return page
    },
  }
}
