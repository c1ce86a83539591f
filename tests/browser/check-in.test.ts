/** One PCL-5 from a phone to the prescriber and back, and everything that may go wrong with it on its way. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { words } from '../../app/content/words.ts'
import { nameOf, PHONE, signInAs } from './browser.ts'
import {
  answerAll,
  answersShown,
  begin,
  CHECK_IN,
  fillIn,
  goTo,
  heading,
  press,
  SCREENS,
} from './filling-in.ts'
import { follow } from './follow.ts'
import { patientIdOf, recordOf as readRecord, toldOf } from './on-record.ts'
import { openVisits } from './visits.ts'

const { checkIn, errors, patient: console_, portal, worklist } = words.en

const visits = openVisits()
const phoneOf = (key: string) => visits.visitAs(key, PHONE)
const recordOf = (key: string) => readRecord(visits.house, key)
const ONWARD = new RegExp(`^(${checkIn.next}|${checkIn.handIn})$`)
const handIn = async (page: Page) => (await press(page, checkIn.handIn)).status()
const everyItem = (value: number | 'skipped') =>
  Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, value]))

test('a check-in goes from a phone to the prescriber’s list, and the patient is told that it was seen', async () => {
  const before = await recordOf('joao')
  const page = await phoneOf('joao')
  await follow(page.getByRole('link', { name: portal.due.begin }))
  await press(page, checkIn.start.begin)
  const values = pcl5.items.map((_, index) => [4, 3, 2, 3, 4][index % 5] ?? 0)
  for (let screen = 1; screen <= SCREENS; screen++) {
    expect(await page.getByText(checkIn.part(screen, SCREENS)).isVisible()).toBe(true)
    const questions = await page.getByRole('group').all()
    expect(questions).toHaveLength(5)
    for (const [index, question] of questions.entries()) {
      const rating = words.en.pcl5.ratings[values[(screen - 1) * 5 + index] ?? 0] ?? ''
      await question.getByText(rating, { exact: true }).tap()
    }
    expect((await press(page, screen < SCREENS ? checkIn.next : checkIn.handIn)).status()).toBe(200)
  }
  expect(await heading(page)).toBe(checkIn.thanks.title)
  expect(await page.getByText(checkIn.thanks.sent).isVisible()).toBe(true)

  // Answers, total, finding and audit were written by one transaction; the job it left has run.
  const answers = Object.fromEntries(pcl5.items.map(({ linkId }, index) => [linkId, values[index]]))
  const evidence = { currentTotal: 64, lowestTotal: 31, worseningPoints: 10 }
  const { responses, findings, done } = await recordOf('joao')
  const [response, finding, written] = [responses.at(-1), findings.at(-1), done.at(-1)]
  expect(response).toMatchObject({ answers, total: 64 })
  expect(finding).toMatchObject({ responseId: response?.id, ruleId: 'F01', isUnknown: false, evidence })
  expect([finding?.xmin, written?.xmin]).toEqual([response?.xmin, response?.xmin])
  expect(responses).toHaveLength(before.responses.length + 1)
  expect(findings).toHaveLength(before.findings.length + 1)
  expect(done).toHaveLength(before.done.length + 1)
  await expect.poll(() => toldOf(visits.house, response?.id)).toEqual([true])
  const granted = await visits.house.query(
    `select from audit_event where $1 = any (patient_ids) and action = 'submit-answers'
       and outcome = 'granted' and actor_id = $1 and at > now() - interval '2 minutes'`,
    [await patientIdOf(visits.house, 'joao')],
  )
  expect(granted.length).toBeGreaterThan(0)

  const desk = await visits.visit()
  await desk.goto('/demo/mail')
  const { subject, text } = words.en.mail.newOnWorklist(`${visits.house.url}/console`)
  // Others are mailed meanwhile, of something else.
  const mail = desk.getByRole('article').filter({ hasText: subject }).first()
  expect(await mail.getByRole('heading').textContent()).toBe(subject)
  for (const part of text.trim().split('\n\n')) expect(await mail.textContent()).toContain(part)
  expect(await mail.textContent()).not.toMatch(/João|Mendes|PCL|score|answer/i)

  await signInAs(desk, 'okafor')
  const row = desk.getByRole('row').filter({ hasText: nameOf('joao') })
  const sentence = console_.findings.F01?.fires(evidence) ?? ''
  expect(await row.textContent()).toContain(sentence)
  expect(await row.textContent()).toContain(worklist.totalOf80(64))
  await page.goto('/portal')
  expect(await page.getByText(portal.sent.notSeen).isVisible()).toBe(true)

  await row.getByRole('link').click()
  await desk.waitForURL('**/console/patients/*')
  expect(await heading(desk)).toBe(nameOf('joao'))
  expect(await desk.getByText(sentence).isVisible()).toBe(true)
  await page.reload()
  expect(await page.getByText(portal.sent.seen(nameOf('okafor'))).isVisible()).toBe(true)

  await desk.getByText(console_.close.open).click()
  await desk.getByLabel(console_.close.because).fill('Called today. We wait a week.')
  await press(desk, console_.close.close)
  expect(await desk.getByText(console_.finding.none).isVisible()).toBe(true)
  await desk.goto('/console')
  expect(await row.count()).toBe(0)
})

test('skipped: what was skipped or left out is kept as that, never as a zero, and a clinician is told', async () => {
  const page = await phoneOf('tyler')
  await fillIn(page, 'skip')
  expect(await handIn(page)).toBe(200)
  expect(await heading(page)).toBe(checkIn.thanks.title)

  await begin(page)
  for (let screen = 1; screen < SCREENS; screen++) await press(page, checkIn.next)
  expect(await handIn(page)).toBe(200)

  const { responses, findings } = await recordOf('tyler')
  expect(responses).toMatchObject([
    { answers: everyItem('skipped'), total: null },
    { answers: {}, total: null },
  ])
  expect(findings).toMatchObject([
    { isUnknown: true, evidence: { skipped: 20, notReached: 0 } },
    { isUnknown: true, evidence: { skipped: 0, notReached: 20 } },
  ])
})

test('doubled: sent twice at once, clicked twice, brought back and handed in again, it is stored once', async () => {
  const before = await recordOf('ellis')
  const page = await phoneOf('ellis')
  await fillIn(page, 4)
  const fields = await page
    .locator('main form')
    .evaluate((form: HTMLFormElement) =>
      Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    )
  const form = { ...fields, step: 'hand-in' }
  const send = () => page.request.post(CHECK_IN, { form, headers: { origin: visits.house.url } })
  expect((await Promise.all([send(), send()])).map((answer) => answer.status())).toEqual([200, 200])

  await page.getByRole('button', { name: checkIn.handIn }).dblclick()
  await page.waitForURL('**/thank-you')

  await goBackAndSendAgain(page)
  expect(Object.values(await answersShown(page))).toEqual(['4', '4', '4', '4', '4'])
  expect(await handIn(page)).toBe(200)
  expect(await heading(page)).toBe(checkIn.thanks.title)

  const after = await recordOf('ellis')
  expect(after.responses).toHaveLength(before.responses.length + 1)
  expect(after.findings).toHaveLength(before.findings.length + 1)
  await expect.poll(() => toldOf(visits.house, fields.responseId)).toEqual([true])
})

test('doubled with other answers: the first is kept as it was, and that is said', async () => {
  const page = await phoneOf('walter')
  await fillIn(page, 2)
  await handIn(page)
  const before = await recordOf('walter')

  await goBackAndSendAgain(page)
  await answerAll(page, 3)
  expect(await handIn(page)).toBe(409)
  expect(await heading(page)).toBe(errors.conflict.title)
  expect(await recordOf('walter')).toEqual(before)
})

/** Back to a page that answered a form: nobody kept it, so the browser asks, and sends the form again. */
async function goBackAndSendAgain(page: Page) {
  await page.goBack().catch(() => {})
  await page.getByText('ERR_CACHE_MISS').waitFor()
  await page.reload()
}

test('foreign: a page left open by one patient is not handed in by the next, and stays good for the first', async () => {
  const [lena, grace] = [await recordOf('lena'), await recordOf('grace')]
  const page = await phoneOf('lena')
  await fillIn(page, 2)
  const other = await page.context().newPage()
  await signInAs(other, 'grace')

  expect(await handIn(page)).toBe(400)
  expect(await heading(page)).toBe(errors.invalid.title)
  expect(await page.content()).not.toContain('name="pcl5-') // no answer of the first is shown to the second
  expect(await recordOf('grace')).toEqual(grace)
  expect(await recordOf('lena')).toEqual(lena)

  await signInAs(other, 'lena')
  await page.reload() // the browser asks, and sends the form again
  expect(await heading(page)).toBe(checkIn.thanks.title)
  expect(await recordOf('grace')).toEqual(grace)
  const { responses } = await recordOf('lena')
  expect(responses).toHaveLength(lena.responses.length + 1)
  expect(responses.at(-1)).toMatchObject({ answers: everyItem(2), total: 40 })
})

test('expired: signed out while writing, the answers wait in the page until one is signed in again', async () => {
  const before = await recordOf('marcus')
  const page = await phoneOf('marcus')
  await fillIn(page, 3)
  await visits.house.query('delete from session', [], 'login')
  expect(await handIn(page)).toBe(401)
  expect(await heading(page)).toBe(checkIn.ended.title)
  expect(await page.getByText(checkIn.ended.nothingLost).isVisible()).toBe(true)
  expect(await recordOf('marcus')).toEqual(before)

  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: checkIn.ended.signIn.action }).click()
  const second = await opened
  await second.getByRole('link', { name: words.en.signIn.demoLink }).click()
  await signInAs(second, 'marcus')
  await second.close()
  expect((await press(page, checkIn.ended.handIn.action)).status()).toBe(200)
  expect(await heading(page)).toBe(checkIn.thanks.title)
  const { responses } = await recordOf('marcus')
  expect(responses).toHaveLength(before.responses.length + 1)
  expect(responses.at(-1)).toMatchObject({ answers: everyItem(3), total: 60 })
})

test('out of order: screens in any order, and steps that are none, lose no answer', async () => {
  const page = await phoneOf('nina')
  await begin(page)
  for (const [value, next] of [
    [0, '4'],
    [1, '2'],
    [2, '3'],
    [3, '99'],
    [undefined, '-1'],
    [undefined, '4'],
  ] as const) {
    if (value !== undefined) await answerAll(page, value)
    await goTo(page, next)
    expect((await press(page, ONWARD)).status()).toBe(200)
  }
  await handIn(page)
  const { responses } = await recordOf('nina')
  const expected = pcl5.items.map(({ linkId }, index) => [linkId, [0, 2, 3, 1][Math.floor(index / 5)]])
  expect(responses).toMatchObject([{ answers: Object.fromEntries(expected), total: 30 }])
})

test('out of order: a page opened earlier and handed in later is a check-in of its own', async () => {
  const before = await recordOf('rosa')
  const [older, newer] = [await phoneOf('rosa'), await phoneOf('rosa')]
  await fillIn(older, 1)
  await fillIn(newer, 4)
  expect(await handIn(newer)).toBe(200)
  expect(await handIn(older)).toBe(200)
  const { responses, findings } = await recordOf('rosa')
  expect(responses.slice(before.responses.length).map(({ total }) => total)).toEqual([80, 20])
  expect(findings.slice(before.findings.length)).toMatchObject([{ evidence: { currentTotal: 80 } }])
})
