/** What a person does in the check-in, screen by screen. */
import type { Page, Response } from 'playwright-core'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { type Words, words } from '../../app/content/words.ts'

const { checkIn } = words.en
export const CHECK_IN = '/portal/check-in'
export const SCREENS = 4

/** Presses a button of a form and waits for the page that answers. */
export async function press(page: Page, name: string | RegExp): Promise<Response> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => {
      const isRedirect = response.status() >= 300 && response.status() < 400
      return response.request().isNavigationRequest() && !isRedirect
    }),
    page.waitForEvent('domcontentloaded'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return answer
}

/** From the first page of the check-in to its first questions. */
export async function begin(page: Page, { checkIn }: Words = words.en): Promise<Response> {
  await page.goto(CHECK_IN)
  return press(page, checkIn.start.begin)
}

/** Gives every question of this screen the same answer, 0 to 4, or skips it. */
export const answerAll = (page: Page, value: number | 'skip') =>
  page.evaluate((value) => {
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[type=radio][value="${value}"]`))
      input.click()
  }, value)

/**
 * To the last screen, every question answered alike; nothing is handed in yet. The screens between are
 * passed over: their answers are put where the form carries them.
 */
export async function fillIn(page: Page, value: number | 'skip'): Promise<void> {
  await page.goto(CHECK_IN)
  const answers = Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, String(value)]))
  for (const [linkId, answer] of Object.entries(answers)) await addField(page, linkId, answer)
  await goTo(page, SCREENS)
  await press(page, checkIn.start.begin)
}

/** Lets the page's first button lead to another screen than it would. */
export const goTo = (page: Page, step: number | string) =>
  page
    .locator('main button[name=step]')
    .first()
    .evaluate((button, step) => button.setAttribute('value', String(step)), step)

export const addField = (page: Page, name: string, value: string) =>
  page.locator('main form').evaluate(
    (form, [name, value]) => {
      const input = document.createElement('input')
      Object.assign(input, { type: 'hidden', name, value })
      form.append(input)
    },
    [name, value],
  )

/** The questions of this screen that have an answer, with it. */
export const answersShown = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')].map(({ name, value }) => [
        name,
        value,
      ]),
    ),
  )

export const heading = (page: Page) => page.locator('h1').textContent()

type Damage = { value?: string; alsoSent?: string; asFile?: boolean }

/** Changes what the page is about to send for one question. */
export const damage = (page: Page, linkId: string, how: Damage) =>
  page.evaluate(
    ({ linkId, how }) => {
      const sent = `input[name="${linkId}"]:checked, input[name="${linkId}"][type=hidden]`
      const input = document.querySelector<HTMLInputElement>(sent)
      if (!input?.form) throw new Error(`nothing is sent for ${linkId}`)
      if (how.value !== undefined) input.value = how.value
      if (how.alsoSent !== undefined || how.asFile) {
        const another = document.createElement('input')
        another.type = how.asFile ? 'file' : 'hidden'
        another.name = linkId
        if (how.asFile) {
          input.form.enctype = 'multipart/form-data'
          input.disabled = true
        } else another.value = how.alsoSent ?? ''
        input.form.append(another)
      }
    },
    { linkId, how },
  )
