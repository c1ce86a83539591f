/** A protocol is drafted, signed by two people, and what is handed in from then on is judged by it. Without a script. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { DESKTOP, signInAs } from './browser.ts'
import { fillIn, press } from './filling-in.ts'
import { recordOf } from './on-record.ts'
import { openVisits } from './visits.ts'

const visits = openVisits()
const { protocol, rulesPage } = words.en
const DRAFT = '/console/protocol/versions/2'
const NO_SCRIPT = { ...DESKTOP, javaScriptEnabled: false }

const field = (page: Page, name: string) => page.locator(`[id="${name}"]`)

async function handIn(value: number): Promise<void> {
  const page = await visits.visitAs('nina')
  await fillIn(page, value)
  await press(page, words.en.checkIn.handIn)
}

const findings = async () => (await recordOf(visits.house, 'nina')).findings

test('draft, two signatures, in force, and the next answers are judged by it', async () => {
  // Nina has handed in nothing yet. She will: 20 of 80, then 40, while a limit of 5 points is in force.
  const herrera = await visits.visitAs('herrera', NO_SCRIPT)
  await herrera.goto(`${DRAFT}/edit`)
  await field(herrera, 'instruments.pcl5.worseningPoints').fill('twenty-five')
  expect((await press(herrera, protocol.edit.save)).status()).toBe(400)
  expect(await field(herrera, 'instruments.pcl5.worseningPoints').inputValue()).toBe('twenty-five')
  await field(herrera, 'instruments.pcl5.worseningPoints').fill('25')
  await press(herrera, protocol.edit.save)
  expect(await herrera.getByText(protocol.version.saved, { exact: true }).isVisible()).toBe(true)

  await herrera.goto(`${DRAFT}/changes`)
  expect(await herrera.locator('main').textContent()).toContain('was 10 points of 80, now 25 points of 80')

  await herrera.goto(`${DRAFT}/sign`)
  await field(herrera, 'hasRead').check()
  await press(herrera, protocol.sign.button)
  expect(await herrera.locator('main').textContent()).toContain(protocol.version.signedOnce)
  await herrera.goto('/console/protocol')
  expect(await herrera.locator('h1').textContent()).toBe(protocol.heading(1))

  const okafor = await visits.visitAs('okafor', NO_SCRIPT)
  await okafor.goto(`${DRAFT}/sign`)
  expect(await okafor.locator('main').textContent()).toContain(protocol.sign.second(1))
  // Meanwhile the draft changes: what she read is not what stands there, and nothing is signed.
  await herrera.goto(`${DRAFT}/edit`)
  await field(herrera, 'instruments.pcl5.worseningPoints').fill('5')
  await press(herrera, protocol.edit.save)
  expect(await herrera.locator('main').textContent()).toContain(protocol.version.savedAndFell)
  await field(okafor, 'hasRead').check()
  expect((await press(okafor, protocol.sign.button)).status()).toBe(409)
  expect(await okafor.locator('main').textContent()).toContain(protocol.sign.refused.changed.title)

  await field(okafor, 'hasRead').check()
  await press(okafor, protocol.sign.button)
  expect(await okafor.locator('main').textContent()).toContain(protocol.version.signedOnce)
  await okafor.goto(`${DRAFT}/sign`)
  expect(await okafor.locator('main').textContent()).toContain(protocol.sign.refused['same-person'].title)

  await handIn(1)
  await herrera.goto(`${DRAFT}/sign`)
  await field(herrera, 'hasRead').check()
  await press(herrera, protocol.sign.button)
  expect(await herrera.locator('main').textContent()).toContain(protocol.version.nowInForce)

  await handIn(2)
  expect(await findings()).toMatchObject([{ ruleId: 'F01', evidence: { worseningPoints: 5 } }])
  await okafor.goto('/console')
  expect(await okafor.locator('main').textContent()).toContain('Nina')
  await okafor.goto('/console/rules?group=course')
  expect(await okafor.locator('#F01').textContent()).toContain('5 points of 80')
  expect(await okafor.locator('#F01').textContent()).not.toContain(rulesPage.untoldYet)
  expect(await okafor.locator('#F07').textContent()).toContain(rulesPage.untold.F07)
})

test('changing the language keeps what is written, and saves nothing', async () => {
  const page = await visits.visitAs('okafor', NO_SCRIPT)
  await page.goto('/console/protocol/versions')
  await press(page, protocol.list.begin)
  const address = new URL(page.url()).pathname
  await page.goto(`${address}/edit`)
  await field(page, 'course.maxSessions').fill('99')
  await press(page, words.en.frame.otherLanguage)
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
  expect(await field(page, 'course.maxSessions').inputValue()).toBe('99')
  await page.goto(`${address}/edit?lang=en`)
  expect(await field(page, 'course.maxSessions').inputValue()).toBe('6')
})

test('whoever may read the protocol and not sign it sees no draft and no way to one', async () => {
  const page = await visits.visit(NO_SCRIPT)
  await signInAs(page, 'price')
  await page.goto('/console/protocol')
  expect(await page.locator('main a[href*="versions"], main a[href*="rules"]').count()).toBe(0)
  expect((await page.goto(DRAFT))?.status()).toBe(404)
})
