/** From the first page to four signatures, as somebody nobody knows yet: without a script, with the keyboard alone. */
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { CONSENT_KINDS } from '../../app/clinical/consents.ts'
import { words } from '../../app/content/words.ts'
import { toNow, toResult } from './assessing.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { heading, press } from './filling-in.ts'
import { follow } from './follow.ts'
import { openVisits } from './visits.ts'

const { assessment, consents, help, register } = words.en
const { outcome, questions, screens } = assessment

const visits = openVisits()
const phone = () => visits.visit({ ...PHONE, javaScriptEnabled: false })

/** Presses Tab until the focus is on what `name` says, a choice, a field or a button. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
      return (label ?? element)?.textContent?.trim()
    })
    if (at === name) return
  }
  throw new Error(`${name} was not reached`)
}

/** The way on with Enter, which is the first button of every screen. */
const enter = (page: Page) =>
  Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])

/** To the first choice of a question, and down to the one that is meant. */
async function choose(page: Page, question: { choices: object }, index: number): Promise<void> {
  const labels = Object.values(question.choices)
  await tabTo(page, labels[0])
  await page.keyboard.press('Space')
  for (let i = 0; i < index; i++) await page.keyboard.press('ArrowDown')
}

test('with the keyboard alone, script off: every part answered, to a result without a number', async () => {
  const page = await visits.visit({ ...DESKTOP, javaScriptEnabled: false })
  await page.goto('/')
  await tabTo(page, words.en.home.hero.assess)
  await enter(page)
  await tabTo(page, assessment.start.begin)
  await enter(page)

  await tabTo(page, 'Florida')
  await page.keyboard.press('Space')
  await tabTo(page, questions.age.text)
  await page.keyboard.type('41')
  await enter(page)
  await choose(page, questions.safe, 0)
  await tabTo(page, questions.brings.choices.sleep)
  await page.keyboard.press('Space')
  await tabTo(page, assessment.next)
  await enter(page)
  expect(await heading(page)).toBe(screens.event.title)
  await tabTo(page, 'No')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await enter(page)
  expect(await heading(page)).toBe(screens['event-month'].title)
  await tabTo(page, assessment.next)
  await enter(page)
  await tabTo(page, assessment.next)
  await enter(page)
  for (const question of [questions.pregnant, questions.psychosis, questions.mania])
    await choose(page, question, 0)
  await tabTo(page, questions.heart.choices.none)
  await page.keyboard.press('Space')
  await tabTo(page, assessment.next)
  await enter(page)
  await choose(page, questions.therapist, 0)
  await choose(page, questions.support, 0)
  await tabTo(page, assessment.result)
  await enter(page)

  expect(await heading(page)).toBe(outcome.talk.title)
  const main = await page.locator('main').innerText()
  expect(main).not.toMatch(/\b(score|total|PTSD-5|PHQ|GAD)\b/)
  for (const way of [
    assessment.ways.goOn,
    assessment.ways.therapy,
    assessment.ways.doctor,
    assessment.ways.nothing,
  ])
    expect(main).toContain(way.title)
  expect(new URL(page.url()).search).toBe('')
  expect(await page.context().cookies()).toEqual([])
  expect(await page.locator('script').count()).toBe(0)

  await tabTo(page, assessment.back)
  await enter(page)
  expect(await page.getByLabel(questions.support.choices.yes, { exact: true }).last().isChecked()).toBe(true)
})

test('not safe: help is the first thing on every page from there, and nobody goes on from the result', async () => {
  const page = await phone()
  await toNow(page, words.en)
  await page.getByLabel(questions.safe.choices.no, { exact: true }).check()
  await press(page, assessment.next)
  expect(await heading(page)).toBe(assessment.helpTitle['not-safe'])
  for (const name of [help.call('988'), help.text('988'), help.call('911'), help.textWord('HOME', '741741')])
    expect(await page.getByRole('link', { name, exact: true }).isVisible(), name).toBe(true)

  await press(page, assessment.afterHelp.goOn)
  for (const title of [
    screens.event.title,
    screens.weeks.title,
    screens.health.title,
    screens.people.title,
  ]) {
    expect(await heading(page)).toBe(title)
    const first = page.locator('main h1, main h2').first()
    expect(await first.textContent()).toBe(assessment.helpTitle['not-safe'])
    await press(page, title === screens.people.title ? assessment.result : assessment.next)
  }
  expect(await heading(page)).toBe(outcome['not-now'].title)
  expect(await page.locator('main h2').first().textContent()).toBe(assessment.helpTitle['not-safe'])
  expect(await page.getByRole('button', { name: assessment.ways.goOn.button, exact: true }).count()).toBe(0)
})

test('with nothing answered at all it is a talk first, never a silent pass', async () => {
  const page = await phone()
  await page.goto('/assessment')
  await press(page, assessment.start.begin)
  for (let screen = 1; screen < 6; screen++) await press(page, assessment.next)
  await press(page, assessment.result)
  expect(await heading(page)).toBe(outcome['talk-first'].title)
  for (const text of Object.values(assessment.open)) expect(await page.getByText(text).isVisible()).toBe(true)
})

test('answers that were changed on their way are not believed: it begins again, and says why', async () => {
  const page = await visits.visit(PHONE)
  await toNow(page, words.en)
  await page.locator('input[name=sealed]').evaluate((input: HTMLInputElement) => {
    input.value = `${input.value.slice(0, -6)}AAAAAA`
  })
  const answer = await press(page, assessment.next)
  expect(answer.status()).toBe(400)
  expect(await page.getByText(assessment.again.title).isVisible()).toBe(true)
})

test('the language changed in the middle loses no answer', async () => {
  const page = await phone()
  await toNow(page, words.en)
  await page.getByLabel(questions.safe.choices.yes, { exact: true }).check()
  await page.getByLabel(questions.brings.choices.sleep).check()
  await press(page, words.en.frame.otherLanguage)
  const spanish = words.es.assessment.questions
  expect(await page.getByLabel(spanish.safe.choices.yes, { exact: true }).isChecked()).toBe(true)
  expect(await page.getByLabel(spanish.brings.choices.sleep).isChecked()).toBe(true)
})

test('from the result to an account, through the mail, to four signatures and one taken back', async () => {
  const page = await phone()
  await toNow(page, words.en)
  await toResult(page, words.en)
  await press(page, assessment.ways.goOn.button)
  expect(await heading(page)).toBe(register.heading)
  await page.getByLabel(register.givenName, { exact: true }).fill('Noa')
  const refused = await press(page, register.send)
  expect(refused.status()).toBe(400)
  expect(await page.getByLabel(register.givenName, { exact: true }).inputValue()).toBe('Noa')
  await page.getByLabel(register.familyName, { exact: true }).fill('Reed')
  await page.getByLabel(register.email, { exact: true }).fill('noa.reed@example.org')
  await page.getByLabel(register.bornOn, { exact: true }).fill('1985-03-02')
  await page.getByLabel(register.place, { exact: true }).fill('Tampa')
  await press(page, register.send)
  expect(await heading(page)).toBe(register.sent.title)

  // Others get mail as well, and this one is sent after the page has answered.
  const own = page.getByRole('article').filter({ hasText: 'noa.reed@example.org' })
  const link = own.getByRole('link', { name: /\/sign-in\/link\// }).first()
  await vi.waitFor(async () => {
    await page.goto('/demo/mail')
    expect(await link.count()).toBe(1)
  }, 20_000)
  await follow(link)
  await press(page, words.en.signIn.link.button)
  expect(new URL(page.url()).pathname).toBe('/portal')
  expect(await stateOf()).toBe('registered')

  for (const kind of CONSENT_KINDS) {
    await page.goto('/portal/consents')
    await page.getByRole('link', { name: new RegExp(consents.names[kind]) }).click()
    await page.waitForURL('**/portal/consents/*')
    await press(page, consents.sign.button)
    expect(await page.getByText(consents.sign.nameMissing).isVisible()).toBe(true)
    await page.getByLabel(consents.sign.name).fill('Noa Reed')
    await press(page, consents.sign.button)
    expect(await heading(page)).toBe(consents.title)
  }
  expect(await page.getByText(consents.allSigned).isVisible()).toBe(true)
  expect(await stateOf()).toBe('consented')

  await page.goto('/portal/consents/1')
  await press(page, consents.takeBack.button)
  expect(await page.getByText(consents.takeBack.done).isVisible()).toBe(true)
  expect(await stateOf()).toBe('consented')
})

async function stateOf(): Promise<string | undefined> {
  const [row] = await visits.house.query<{ state: string }>(
    `select enrolment.state from enrolment join patient using (practice_id, patient_id) where family_name = 'Reed'`,
  )
  return row?.state
}
