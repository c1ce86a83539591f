/** A patient tells the intake with script off, a prescriber goes through it, and each reads what is true. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { QUESTION_PARTS, type QuestionPart } from '../../app/clinical/intake/parts.ts'
import type { Question } from '../../app/clinical/intake/question.ts'
import { words } from '../../app/content/words.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { heading, press } from './filling-in.ts'
import { openIntake } from './intake-scene.ts'
import { barriers, overflow } from './page-checks.ts'
import { openVisits } from './visits.ts'

const { intake, review, checkIn } = words.en
const visits = openVisits()

/** Nobody is in anybody's way, and nothing runs out of the screen. */
async function look(page: Page): Promise<void> {
  expect(await barriers(page), page.url()).toEqual([])
  expect(await overflow(page), page.url()).toEqual([])
}

/** What somebody writes or chooses for one question. */
async function give(page: Page, question: Question): Promise<void> {
  const { name, kind } = question
  if (kind === 'one-of') await page.locator(`input[name="${name}"][value="${question.options[0]}"]`).check()
  else if (kind === 'several') await page.locator(`input[name="${name}"][value="~none"]`).check()
  else if (kind === 'measure')
    await page.locator(`#${name}`).fill(name === 'heightCm' ? '5 ft 6 in' : '150 lb')
  else if (kind === 'number') await page.locator(`#${name}`).fill(name.endsWith('Lower') ? '60' : '90')
  else await page.locator(`#${name}`).fill(name === 'phone' ? '(305) 555-0160' : 'a blanket')
}

async function tell(page: Page, part: QuestionPart): Promise<void> {
  await page.goto(`/portal/intake/${part}`)
  if (part === 'alone') await press(page, intake.alone.yes)
  const questions: readonly Question[] = QUESTION_PARTS[part]
  for (const question of questions) {
    if (question.name === 'bladder-night') await page.locator('#bladder-night').fill('1')
    else await give(page, question)
  }
  await press(page, intake.form.keepAndStop)
}

const handIn = (page: Page) =>
  Promise.all([
    page.waitForURL('**/portal/intake/sent'),
    page.locator(`form[action="/portal/intake"] button`).click(),
  ])

const phoneOf = (key: string) => visits.visitAs(key, { ...PHONE, javaScriptEnabled: false })

test('every part is told without script, handed in, read, asked about, and declined kindly', async () => {
  const patientId = await openIntake(visits.house, 'tyler')
  const page = await phoneOf('tyler')
  // Axe needs a script: the same person, on a device that has it.
  const eyes = await visits.visitAs('tyler', PHONE)
  const lookAt = async (address: string) => {
    await eyes.goto(address)
    await look(eyes)
  }
  await lookAt('/portal/intake')

  for (const part of Object.keys(QUESTION_PARTS) as QuestionPart[]) await tell(page, part)
  await page.goto('/portal/intake/readings')
  await page.locator('#firstLower').fill('90')
  await press(page, intake.form.keepAndStop)
  expect(await page.getByText(intake.form.problems.pressure).count()).toBe(2)
  await page.locator('#firstLower').fill('60')
  await press(page, intake.form.keepAndStop)

  await page.goto('/portal/intake/list')
  await page.locator('[name="m0.text"]').fill('prazosine')
  await press(page, intake.form.keepAndStop)
  expect(await page.getByText(intake.list.unsure).isVisible()).toBe(true)
  await page.locator('input[name^="m0.pick"]').first().check()
  await page.locator('[name="m0.taking"][value="taking"]').check()
  await press(page, intake.form.keepAndStop)
  expect(await page.getByText(intake.overview.kept).isVisible()).toBe(true)

  for (const part of ['month', 'week', 'fortnight'] as const) {
    await lookAt(`/portal/intake/${part}`)
    await page.goto(`/portal/intake/${part}`)
    await press(page, intake.questionnaire.begin)
    while ((await page.getByRole('button', { name: checkIn.next, exact: true }).count()) > 0)
      await press(page, checkIn.next)
    await press(page, checkIn.handIn)
  }

  await page.goto('/portal/intake/now')
  // One of the two, as the rota of the demo's people has it at this hour.
  const cover = page.getByText(intake.questionnaire.inside).or(page.getByText(intake.questionnaire.outside))
  expect(await cover.count()).toBe(1)
  await press(page, intake.questionnaire.later)
  expect(await page.getByText(intake.questionnaire.laterKept).isVisible()).toBe(true)
  await press(page, intake.questionnaire.answerNow)
  for (const [at, value] of ['0', '0', '1', '0'].entries())
    await page.locator(`input[name="asq-0${at + 1}"][value="${value}"]`).check()
  await press(page, checkIn.next)
  await page.locator('input[name="asq-05"][value="0"]').check()
  await press(page, checkIn.handIn)
  expect(await heading(page)).toBe(intake.safety.title)
  expect(await page.getByRole('link', { name: intake.safety.call, exact: true }).getAttribute('href')).toBe(
    'tel:988',
  )
  expect(await page.getByText(words.en.told.notSeen).isVisible()).toBe(true)
  await lookAt('/portal/intake/now')
  await lookAt('/portal/intake/list')

  await page.goto('/portal/intake')
  expect(await page.getByText(intake.overview.nothingLeft).isVisible()).toBe(true)
  await handIn(page)
  expect(await heading(page)).toBe(intake.sent.title)

  const desk = await visits.visitAs('okafor', DESKTOP)
  await desk.goto('/console')
  await desk.getByRole('link', { name: /Tyler/ }).first().click()
  await desk.getByRole('link', { name: review.link }).click()
  await desk.waitForURL('**/review')
  await look(desk)
  const shown = await desk.locator('main').innerText()
  expect(shown).toContain('S02 v1')
  // What belongs to a segment stands on no page before it is opened.
  expect(shown).not.toContain('In the past year, how often did you use drugs')
  await desk.getByRole('link', { name: review.segments.open(review.segments.names['substance-use']) }).click()
  await desk.waitForURL('**/segments/substance-use')
  expect(await desk.locator('main').innerText()).toContain('In the past year, how often did you use drugs')
  await look(desk)
  const opened = await visits.house.query(
    `select from audit_event where action = 'read-segment' and $1 = any (patient_ids) and outcome = 'granted'`,
    [patientId],
  )
  expect(opened).toHaveLength(1)

  await desk.goto(`/console/patients/${patientId}/review`)
  await press(desk, review.take.button)
  await look(desk)
  await desk.getByText(review.ask.title, { exact: true }).click()
  await desk.locator('#askFor').selectOption('readings')
  await desk.locator('#note').fill('one day only')
  await press(desk, review.ask.button)

  await page.goto('/portal/intake')
  expect(await page.getByText(intake.asked.parts.readings).isVisible()).toBe(true)
  expect(await page.locator('main').innerText()).not.toContain('one day only')
  await lookAt('/portal/intake')
  await handIn(page)

  await desk.goto(`/console/patients/${patientId}/review`)
  await press(desk, review.take.button)
  await desk.getByText(review.decline.title, { exact: true }).first().click()
  await desk.locator('#reason').fill('Active disorder, not at home')
  await press(desk, review.decline.button)
  await page.goto('/portal/intake')
  expect(await heading(page)).toBe(intake.declined.title)
  expect(await page.locator('main').innerText()).not.toContain('Active disorder')
  await lookAt('/portal/intake')
}, 240_000)

test('what could not be read comes back as it was written; what is not to be asked again is left out', async () => {
  await openIntake(visits.house, 'lena')
  const page = await phoneOf('lena')
  await page.goto('/portal/intake/you')
  await page.locator('input[name="sexAtBirth"][value="~never"]').check()
  await page.locator('#heightCm').fill('170')
  await page.locator('#weightKg').fill('68 kg')
  const answer = await press(page, intake.form.keep)
  expect(answer.status()).toBe(400)
  expect(await page.locator('#weightKg').inputValue()).toBe('68 kg')
  expect(await page.getByText(intake.form.problems.height).isVisible()).toBe(true)
  await page.locator('#heightCm').fill('170 cm')
  await press(page, intake.form.keepAndStop)
  await page.goto('/portal/intake/you')
  expect(await page.locator('input[name="sexAtBirth"][type="radio"]').count()).toBe(0)
  await page.getByRole('link', { name: intake.form.showHidden }).click()
  await page.waitForURL('**/you?all')
  expect(await page.locator('input[name="sexAtBirth"][type="radio"]').count()).toBeGreaterThan(0)
})

test('signed out while writing, every box that was ticked is still there', async () => {
  await openIntake(visits.house, 'rosa')
  const page = await visits.visitAs('rosa', { ...PHONE, javaScriptEnabled: false })
  await page.goto('/portal/intake/health')
  for (const value of ['aneurysm', 'unstable-angina'])
    await page.locator(`input[name="heartConditions"][value="${value}"]`).check()
  await page.context().clearCookies()
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('button[value="next"]:visible').click(),
  ])
  await page.waitForLoadState()
  expect(answer.status()).toBe(401)
  expect(await page.locator('input[type="hidden"][name="heartConditions"]').count()).toBe(2)
})

test('a part is told with the keyboard alone', async () => {
  await openIntake(visits.house, 'grace')
  const page = await visits.visitAs('grace')
  await page.goto('/portal/intake/support')
  await page.locator('h1').click()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
  for (let at = 0; at < 12 && (await focused()) !== 'unreal'; at++) await page.keyboard.press('Tab')
  expect(await focused()).toBe('unreal')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const isElsewhere = (url: URL) => !url.pathname.endsWith('/support')
  await Promise.all([page.waitForURL(isElsewhere), page.keyboard.press('Enter')])
  await page.goto('/portal/intake/support')
  expect(await page.locator('input:checked').count()).toBe(3)
})

test('somebody who is not safe at home reads what became of it in reply, and on no address afterwards', async () => {
  await openIntake(visits.house, 'grace')
  const page = await visits.visitAs('grace', PHONE)
  await page.goto('/portal/intake/alone')
  await press(page, intake.alone.yes)
  expect(await page.getByText(intake.alone.atOnce).isVisible()).toBe(true)
  await look(page)
  await page.locator('input[name="safeAtHome"][value="no"]').check()
  await page.locator('input[name="fearsSupportPerson"][value="no"]').check()
  await press(page, intake.form.keep)
  expect(await heading(page)).toBe(intake.safety.title)
  const sent = page.getByText(intake.safety.team)
  expect(await sent.isVisible()).toBe(true)
  await look(page)
  for (const address of [page.url(), '/portal/intake', '/portal']) {
    await page.goto(address)
    expect(await sent.count()).toBe(0)
  }
})
