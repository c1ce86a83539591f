/** The medical director loads texts; a patient is asked by them, breaks off and comes back; the prescriber reads both. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { slotOf } from '../../app/clinical/instruments/questionnaire-slots.ts'
import { words } from '../../app/content/words.ts'
import { questionnaireFile } from '../questionnaire-file.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { answerAll, heading, press } from './filling-in.ts'
import { follow } from './follow.ts'
import { openIntake } from './intake-scene.ts'
import { barriers, overflow } from './page-checks.ts'
import { openVisits } from './visits.ts'

const { intake, review, checkIn, instruments } = words.en
const visits = openVisits()

async function look(page: Page, name: string): Promise<void> {
  expect(await barriers(page), page.url()).toEqual([])
  expect(await overflow(page), page.url()).toEqual([])
  const folder = process.env.PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function load(desk: Page, code: string): Promise<void> {
  const slot = slotOf(code)
  if (!slot) throw new Error(`${code} is no slot`)
  await desk.goto('/console/instruments')
  await desk.locator('#instrument').selectOption(code)
  const buffer = Buffer.from(JSON.stringify(questionnaireFile(slot)))
  await desk.locator('#file').setInputFiles({ name: 'q.json', mimeType: 'application/json', buffer })
  await desk.locator('#grantedBy').fill('An invented holder')
  await desk.locator('#terms').fill('Letter 12')
  await press(desk, instruments.form.button)
}

test('a text that is loaded is asked in the intake, and read beside what it says', async () => {
  const patientId = await openIntake(visits.house, 'tyler')
  const page = await visits.visitAs('tyler', PHONE)
  await page.goto('/portal/intake/habits')
  expect(await page.locator('#alcohol-days').count()).toBe(1)

  const desk = await visits.visitAs('okafor', DESKTOP)
  for (const code of ['audit-c', 'des-ii']) await load(desk, code)
  expect(
    await desk
      .getByText(instruments.open.asked('AUDIT-C', 'English', Object.values(instruments.places).join(', ')))
      .count(),
  ).toBe(1)
  await look(desk, 'questionnaires')

  await page.goto('/portal/intake/habits')
  expect(await page.locator('#alcohol-days').count()).toBe(0)
  await look(page, 'habits')
  await page.goto('/portal/intake')
  await look(page, 'overview')

  await follow(page.getByRole('link', { name: intake.parts.year.title, exact: true }))
  await look(page, 'year-start')
  await press(page, intake.questionnaire.begin)
  await look(page, 'year-1')
  await answerAll(page, 3)
  await press(page, checkIn.next)
  await answerAll(page, 2)
  await look(page, 'year-2')
  await press(page, checkIn.handIn)
  expect(await page.getByText(intake.overview.kept).isVisible()).toBe(true)

  await page.goto('/portal/intake/often')
  await press(page, intake.questionnaire.begin)
  await look(page, 'often-first')
  await page.locator('input[name="des2-01"][value="40"]').check()
  await press(page, checkIn.next)
  await page.goto('/portal/intake')
  await look(page, 'overview-begun')
  await follow(page.getByRole('link', { name: intake.parts.often.title, exact: true }))
  await look(page, 'often-begun')
  await press(page, intake.questionnaire.goOn)
  expect(await page.locator('input[name="des2-01"][value="40"]').isChecked()).toBe(true)
  await look(page, 'often-1')
  for (let screen = 1; screen <= 6; screen += 1) {
    await answerAll(page, 40)
    await press(page, screen < 6 ? checkIn.next : checkIn.handIn)
  }
  await page.goto('/portal/intake/often')
  expect(await heading(page)).toBe(intake.parts.often.title)
  expect(await page.getByText('Answer worth 40').count()).toBe(28)
  await look(page, 'often-answered')
  await page.goto('/portal/intake')
  await Promise.all([
    page.waitForURL('**/portal/intake/sent'),
    page.locator('form[action="/portal/intake"] button').click(),
  ])

  await desk.goto(`/console/patients/${patientId}/review`)
  const shown = await desk.locator('main').innerText()
  expect(shown).toContain(review.answers.scores.mean('40.0'))
  expect(shown).toContain('B09')
  expect(shown).not.toContain('audit-c-01')
  await look(desk, 'review')
  await desk.goto(`/console/patients/${patientId}/segments/substance-use`)
  expect(await desk.locator('main').innerText()).toContain(review.answers.scores.total('7'))
  await look(desk, 'segment')
}, 240_000)
