/** A check-in that was damaged on its way: asked again where it is unclear, refused where it is none, never half-stored. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { words } from '../../app/content/words.ts'
import { PHONE } from './browser.ts'
import { addField, CHECK_IN, damage, fillIn, goTo, heading, press, SCREENS } from './filling-in.ts'
import { recordOf as readRecord } from './on-record.ts'
import { openVisits } from './visits.ts'

const { checkIn, errors } = words.en

const visits = openVisits()
const phoneOf = (key: string) => visits.visitAs(key, PHONE)
const recordOf = (key: string) => readRecord(visits.house, key)
const ONWARD = new RegExp(`^(${checkIn.next}|${checkIn.handIn})$`)
const handIn = async (page: Page) => (await press(page, checkIn.handIn)).status()
const everyItem = (value: number | 'skipped') =>
  Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, value]))

const LAST = 'pcl5-20'
const EARLIER = 'pcl5-03'

test.each([
  ['a value nobody offered', LAST, (page: Page) => damage(page, LAST, { value: '9' })],
  ['a value that was emptied', LAST, (page: Page) => damage(page, LAST, { value: '' })],
  ['a value that is no number', LAST, (page: Page) => damage(page, LAST, { value: 'constructor' })],
  ['an answer sent twice', LAST, (page: Page) => damage(page, LAST, { alsoSent: '1' })],
  ['an answer of an earlier screen', EARLIER, (page: Page) => damage(page, EARLIER, { value: '04' })],
  ['a file in an answer’s place', LAST, (page: Page) => damage(page, LAST, { asFile: true })],
])('damaged, %s: that question alone is asked again', async (_what, linkId, spoil) => {
  const page = await phoneOf('priya')
  const before = await recordOf('priya')
  await fillIn(page, 1)
  await spoil(page)
  expect(await handIn(page)).toBe(400)
  expect(await page.getByText(checkIn.unclear).isVisible()).toBe(true)
  expect(await page.getByText(checkIn.unclearItem).count()).toBe(1)
  expect(await recordOf('priya')).toEqual(before)

  const question = page.getByRole('group', { name: words.en.pcl5.items[linkId] ?? '', exact: false })
  expect(await question.getByText(checkIn.unclearItem).isVisible()).toBe(true)
  await question.getByText(words.en.pcl5.ratings[2] ?? '', { exact: true }).tap()
  if (linkId === EARLIER) await goTo(page, SCREENS)
  await press(page, ONWARD)
  if (linkId === EARLIER) await handIn(page)
  const { responses } = await recordOf('priya')
  expect(responses).toHaveLength(before.responses.length + 1)
  expect(responses.at(-1)).toMatchObject({ answers: { ...everyItem(1), [linkId]: 2 }, total: 21 })
})

test('damaged, a field nobody asked for: it is left out, and the rest is stored', async () => {
  const page = await phoneOf('dawn')
  await fillIn(page, 1)
  await addField(page, 'pcl5-99', '4')
  expect(await handIn(page)).toBe(200)
  expect((await recordOf('dawn')).responses.at(-1)).toMatchObject({ answers: everyItem(1), total: 20 })
})

test.each([
  ['without the id of its response', 400, (page: Page) => removeField(page, 'responseId')],
  ['without its seal', 400, (page: Page) => removeField(page, 'seal')],
  ['with two ids', 400, (page: Page) => addField(page, 'responseId', crypto.randomUUID())],
  ['of two hundred kilobytes', 413, (page: Page) => addField(page, 'more', 'x'.repeat(200_000))],
])('damaged, a form %s: a kind page, nothing stored', async (_what, status, spoil) => {
  const page = await phoneOf('dawn')
  const before = await recordOf('dawn')
  await fillIn(page, 1)
  await spoil(page)
  expect(await handIn(page)).toBe(status)
  expect(await heading(page)).toBe(errors.invalid.title)
  expect(await recordOf('dawn')).toEqual(before)
})

const removeField = (page: Page, name: string) =>
  page.locator(`input[name=${name}]`).evaluate((input) => input.remove())

test.each([
  ['JSON', 'application/json', '{"responseId":"x"}'],
  ['text', 'text/plain', 'hello'],
  ['a form cut off on its way', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-d'],
  ['nothing', 'application/x-www-form-urlencoded', ''],
])('damaged, %s where a form belongs: a kind page, signed in or not', async (_what, type, data) => {
  const page = await phoneOf('dawn')
  const before = await recordOf('dawn')
  const headers = { 'content-type': type, origin: visits.house.url }
  for (const expected of [errors.invalid, errors.unauthenticated]) {
    const answer = await page.request.post(CHECK_IN, { headers, data })
    expect(answer.status()).toBe(expected === errors.invalid ? 400 : 401)
    expect(await answer.text()).toContain(expected.title)
    await page.context().clearCookies()
  }
  expect(await recordOf('dawn')).toEqual(before)
})
