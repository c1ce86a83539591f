/** From a delivery to ready, preparing, people, rota, booking, and the talk after it. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { patientIdOf } from './on-record.ts'
import { barriers, overflow } from './page-checks.ts'
import { putAtSupplied } from './preparing-scene.ts'
import { openVisits } from './visits.ts'

const visits = openVisits({ closes: 'all' })
const en = words.en
const BACKUP = 'robin@example.org'

/** Presses a button and waits for the page it leads to; axe finds nothing there, and nothing is too wide. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
    page.getByRole('button', { name }).first().click(),
  ])
  await page.waitForLoadState('load')
  expect([...(await barriers(page)), ...(await overflow(page))], page.url()).toEqual([])
}
const tick = (page: Page, value: string) => page.locator(`input[value="${value}"]`).first().check()

const NOW = Date.now()
/** A local time in so many days, as a field takes it. */
const local = (days: number, time: string) =>
  `${new Date(NOW + days * 24 * 3_600_000).toISOString().slice(0, 10)}T${time}`

async function linkIn(page: Page, to: string): Promise<string> {
  await page.goto('/demo/mail')
  const mail = page.getByRole('article').filter({ hasText: to }).first()
  return (await mail.locator('a[href*="/sign-in/link/"]').getAttribute('href')) ?? ''
}

test('four parts are prepared; a card without its answers is kept and stays open', async () => {
  await putAtSupplied(visits.house, 'sam', Date.now())
  const page = await visits.visitAs('sam', { ...PHONE })
  const { prepare } = en
  await page.goto('/portal/prepare/mindset')
  await page.locator('#intention').fill('to be gentle with myself')
  await press(page, prepare.mindset.save)
  await page.goto('/portal/prepare/setting')
  await tick(page, 'room')
  await tick(page, 'water')
  await press(page, prepare.setting.save)
  await page.goto('/portal/prepare/grounding')
  await press(page, prepare.grounding.save)
  await page.getByText(prepare.grounding.none).waitFor()
  await tick(page, 'feet')
  await press(page, prepare.grounding.save)
  await page.goto('/portal/prepare/wishes')
  await page.locator('#words').fill('You are safe.')
  await press(page, prepare.wishes.save)
  await page.getByText(prepare.kept).waitFor()
  await tick(page, 'only-where')
  await page.locator('#callFirst').fill('Jo')
  await press(page, prepare.wishes.save)
  await page.getByText(prepare.wishes.touchWhereMissing).waitFor()
  expect(await page.locator('#words').inputValue()).toBe('You are safe.')
  await page.locator('#touchWhere').fill('My shoulder')
  await press(page, prepare.wishes.save)
  expect(await page.locator('.part-list .tag:not(.open)').count()).toBe(4)
}, 120_000)

test('somebody in reserve is asked with a link, opens it and agrees; without a yes nothing is sent', async () => {
  const page = await visits.visitAs('sam', { ...PHONE })
  const { form, parts } = en.ownPeople
  await page.goto('/portal/people')
  await page.getByRole('link', { name: parts.backup.ask }).click()
  await press(page, form.sendSupport)
  await page.getByText(form.problems.safe).waitFor()
  const fill = async () => {
    await page.locator('#name').fill('Robin')
    await page.locator('#relationship').fill('cousin')
    await page.locator('#email').fill(BACKUP)
    await page.locator('input[name="isAdult"]').check()
    await page.locator('input[name="isNear"]').check()
  }
  await fill()
  await tick(page, 'unsure')
  await press(page, form.sendSupport)
  await page.getByRole('heading', { name: form.notSafe.title }).waitFor()
  expect(await visits.house.query(`select from invitation where name = 'Robin'`)).toEqual([])

  await page.goto('/portal/people/add?part=backup')
  await fill()
  await tick(page, 'yes')
  await page.locator('input[name="safe"][value="yes"]').check()
  await press(page, form.sendSupport)
  await page.getByText(en.ownPeople.done.mailed).waitFor()
  await page.getByText(en.ownPeople.asked).first().waitFor()

  const friend = await visits.visit({ ...PHONE })
  await friend.goto(await linkIn(friend, BACKUP))
  await press(friend, en.signIn.link.button)
  await friend.getByText(en.briefing.lead('Sam')).waitFor()
  await friend.getByText(en.briefing.number.hint.backup).waitFor()
  await friend.locator('#phone').fill('call my home')
  await press(friend, en.briefing.agree)
  await friend.getByText(en.briefing.number.unclear).waitFor()
  expect(await friend.locator('#phone').inputValue()).toBe('call my home')
  await friend.locator('#phone').fill('(305) 555-0166')
  await press(friend, en.briefing.agree)
  await friend.getByText(en.briefing.agreed).waitFor()
  await friend.getByText('(305) 555-0166').first().waitFor()

  const jo = await visits.visitAs('jo', { ...PHONE })
  await jo.goto('/people')
  await jo.getByRole('link', { name: en.briefing.title }).click()
  await jo.locator('#phone').fill('(305) 555-0167')
  await press(jo, en.briefing.agree)
}, 120_000)

test('a coordinator records what is in force, puts a clinician on duty, is told what is missing, and books both', async () => {
  const { desk } = en.booking
  const page = await visits.visitAs('bell', { ...DESKTOP })
  const base = `/console/patients/${await patientIdOf(visits.house, 'sam')}/booking`
  await page.goto(base)
  const fillIn = async () => {
    await page.locator('#startsAt').fill(local(14, '10:00'))
    await page.locator('#integrationAt').fill(local(16, '10:00'))
    await page.locator('#withId').selectOption({ label: `Tomás Reyes, ${desk.form.therapist}` })
  }
  await fillIn()
  await press(page, desk.form.book)
  for (const problem of ['duty', 'calendar'] as const) await page.getByText(desk.problems[problem]).waitFor()
  expect(await page.locator('#startsAt').inputValue()).toBe(local(14, '10:00'))

  const today = local(0, '').slice(0, 10)
  const record = async (ground: string, endsOn: string) => {
    await page.locator('#ground').selectOption(ground)
    await page.locator('#fromOn').fill(today)
    await page.locator('#endsOn').fill(endsOn)
    await press(page, desk.record.save)
  }
  await page.goto(base)
  await record('temporary-extension', '')
  await page.getByText(desk.record.unclear).waitFor()
  expect(await page.locator('#ground').inputValue()).toBe('temporary-extension')
  for (const ground of ['special-registration', 'licence']) {
    await page.goto(base)
    await record(ground, local(200, '').slice(0, 10))
  }
  await page.goto('/console/duty')
  await page.locator('#clinicianId').selectOption({ label: 'Dr. Maya Okafor' })
  await page.locator('#fromAt').fill(local(14, '08:00'))
  await page.locator('#toAt').fill(local(14, '18:00'))
  await press(page, en.duty.add.save)
  await page.getByText(en.duty.done.stored).waitFor()

  await page.goto(base)
  await fillIn()
  await press(page, desk.form.book)
  expect(await page.locator('.notice').allTextContents()).toEqual([desk.done.booked])
  const [row] = await visits.house.query<{ state: string }>(
    'select state from enrolment where patient_id = $1',
    [await patientIdOf(visits.house, 'sam')],
  )
  expect(row?.state).toBe('ready')

  await page.goto('/console/duty')
  await press(page, /Dr. Maya Okafor/)
  await page.getByText(en.duty.done.needed).waitFor()
}, 120_000)

test('the therapist calls off; the patient is told kindly and chooses; another is booked and kept; calling off the day is free', async () => {
  const therapist = await visits.visitAs('reyes', { ...DESKTOP })
  await therapist.goto('/care-team/integration')
  await press(therapist, new RegExp(`${en.integration.kept}.*Sam`))
  await therapist.getByText(en.integration.done.early).waitFor()
  await press(therapist, new RegExp(`${en.integration.cancel}.*Sam`))
  await therapist.getByText(en.integration.done.cancelled).waitFor()

  const patient = await visits.visitAs('sam', { ...PHONE })
  await patient.goto('/portal/booking')
  const { own, desk } = en.booking
  await patient.getByText(own.calledOff.text('Tomás Reyes')).waitFor()
  await tick(patient, 'other-slots')
  await press(patient, own.calledOff.send)

  const coordinator = await visits.visitAs('bell', { ...DESKTOP })
  await coordinator.goto(`/console/patients/${await patientIdOf(visits.house, 'sam')}/booking`)
  await coordinator.getByText(own.waysOn['other-slots']).waitFor()
  await coordinator.locator('#integrationAt').fill(local(16, '15:00'))
  await coordinator.locator('#withId').selectOption({ label: `Tomás Reyes, ${desk.form.therapist}` })
  await press(coordinator, desk.form.bookIntegration)
  await coordinator.getByText(desk.done.integration).waitFor()

  // Its time comes.
  await visits.house.query(
    `update appointment set starts_at = now() - interval '1 hour' where state = 'booked' and patient_id = $1`,
    [await patientIdOf(visits.house, 'sam')],
  )
  await therapist.goto('/care-team/integration')
  await press(therapist, new RegExp(`${en.integration.kept}.*Sam`))
  await therapist.getByText(en.integration.done.kept).waitFor()

  await patient.goto('/portal/booking')
  await press(patient, own.cancel)
  await patient.getByText(own.cancelled).waitFor()
}, 120_000)

test('after a session the talk that is still to come stands on the page of one’s date', async () => {
  const jonah = await visits.visitAs('jonah', PHONE)
  await jonah.goto('/portal/booking')
  const talk = jonah.locator('.card', { hasText: en.booking.own.after }).first()
  expect(await talk.innerText()).toContain(en.booking.own.with('Tomás Reyes'))
})
