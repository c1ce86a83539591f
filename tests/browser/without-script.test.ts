/** With script off: signing in, the whole check-in, the other language, and the way out. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { PHONE } from './browser.ts'
import { begin, CHECK_IN, heading, press, SCREENS } from './filling-in.ts'
import { recordOf } from './on-record.ts'
import { openVisits } from './visits.ts'

const { checkIn, frame, portal } = words.en

const visits = openVisits()
const phoneOf = (key: string) => visits.visitAs(key, { ...PHONE, javaScriptEnabled: false })

async function giveEveryAnswer(page: Page, rating: string) {
  for (const question of await page.getByRole('group').all())
    await question.getByRole('radio', { name: rating, exact: true }).check()
}

test('a check-in is filled in, looked at again, and handed in', async () => {
  const page = await phoneOf('tyler')
  expect(new URL(page.url()).pathname).toBe('/portal')
  await page.getByRole('link', { name: portal.due.begin }).click()
  await page.waitForURL(`**${CHECK_IN}`)
  await press(page, checkIn.start.begin)
  for (let screen = 1; screen < SCREENS; screen++) {
    await giveEveryAnswer(page, words.en.pcl5.ratings[2] ?? '')
    await press(page, checkIn.next)
  }
  await press(page, checkIn.back)
  expect(await page.getByText(checkIn.part(SCREENS - 1, SCREENS)).isVisible()).toBe(true)
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(5)
  await press(page, checkIn.next)
  await giveEveryAnswer(page, words.en.pcl5.skip)
  await press(page, checkIn.handIn)
  expect(await heading(page)).toBe(checkIn.thanks.title)

  const [response] = (await recordOf(visits.house, 'tyler')).responses
  const given = Object.values(response?.answers ?? {})
  expect(given.filter((answer) => answer === 2)).toHaveLength(15)
  expect(given.filter((answer) => answer === 'skipped')).toHaveLength(5)
})

test('the other language is one tap away, and stays', async () => {
  const page = await phoneOf('dawn')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('link', { name: frame.otherLanguage }).click()
  await page.locator('html[lang=es]').waitFor()
  await page.goto(CHECK_IN)
  expect(await heading(page)).toBe(words.es.checkIn.start.title)
})

test('the language changed in the middle of a check-in loses no answer', async () => {
  const page = await phoneOf('dawn')
  await begin(page)
  await giveEveryAnswer(page, words.en.pcl5.ratings[1] ?? '')
  await press(page, checkIn.next)
  await giveEveryAnswer(page, words.en.pcl5.ratings[3] ?? '')
  await press(page, frame.otherLanguage)
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
  expect((await sentBy(page)).sort()).toEqual([...Array(5).fill('1'), ...Array(5).fill('3')])
})

/** Every answer this screen would send on, shown or carried. */
async function sentBy(page: Page): Promise<string[]> {
  const fields = page.locator('input[name^=pcl5-][type=hidden], input[name^=pcl5-]:checked')
  return Promise.all((await fields.all()).map(async (field) => (await field.getAttribute('value')) ?? ''))
}

test('Leave is a link that leads out, Help one that leads to help', async () => {
  const page = await phoneOf('dawn')
  const out = await page.request.get('/leave', { maxRedirects: 0 })
  expect(new URL(out.headers().location ?? '').origin).not.toBe(visits.house.url)
  expect(await page.getByRole('link', { name: frame.leave, exact: true }).getAttribute('href')).toBe('/leave')
  await page.getByRole('link', { name: frame.helpNow, exact: true }).first().click()
  await page.waitForURL('**/help')
  expect(await heading(page)).toBe(words.en.help.title)
})

test('what is open for a clinician: the list, a patient, a finding closed', async () => {
  const page = await visits.visitAs('okafor', { javaScriptEnabled: false })
  const { close } = words.en.patient
  const [first] = await page.locator('table.worklist th[scope=row] a').all()
  const name = (await first?.textContent()) ?? ''
  await first?.click()
  await page.waitForURL('**/console/patients/*')
  expect(await heading(page)).toBe(name)
  const open = await page.getByText(close.open, { exact: true }).count()
  await page.getByText(close.open, { exact: true }).first().click()
  await page.getByLabel(close.because).first().fill('Looked at.')
  await press(page, close.close)
  expect(await page.getByText(close.open, { exact: true }).count()).toBe(open - 1)
})
