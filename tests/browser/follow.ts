import type { Locator } from 'playwright-core'

/** Clicks, and waits until the page that answers is whole: a click by itself ends when that page has only begun. */
export async function follow(what: Locator): Promise<void> {
  await what.click()
  await what.page().waitForLoadState()
}
