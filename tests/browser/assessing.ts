/** What somebody does in the free assessment, screen by screen. */
import type { Page, Response } from 'playwright-core'
import type { Words } from '../../app/content/words.ts'
import { press } from './filling-in.ts'

/** To the screen about right now, in a state that is served. */
export async function toNow(page: Page, { assessment }: Words): Promise<Response> {
  await page.goto('/assessment')
  await press(page, assessment.start.begin)
  await page.locator('input[name=where][value=FL]').check()
  return press(page, assessment.next)
}

/** From there to where it leads, with nothing else answered. */
export async function toResult(page: Page, { assessment }: Words): Promise<Response> {
  for (let screen = 2; screen < 6; screen++) await press(page, assessment.next)
  return press(page, assessment.result)
}
