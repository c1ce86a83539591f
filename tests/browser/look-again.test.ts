/** Pages that look again by themselves: with the network gone they stay, and say so. */
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { openVisits } from './visits.ts'

const visits = openVisits()
const { offline } = words.en.frame
const HALF_A_MINUTE_MS = 31_000

test('in a session with the network gone, the screen stays with its numbers, nothing is sent, and it comes back', async () => {
  const page = await visits.visitAs('desmond')
  await page.clock.install()
  await page.goto('/portal/day/now')
  const notice = page.getByText(offline.title)
  const help = page.getByRole('button', { name: words.en.sessionDay.mine.help })
  expect(await notice.isVisible()).toBe(false)

  await page.context().setOffline(true)
  await page.clock.runFor(HALF_A_MINUTE_MS)
  await notice.waitFor({ state: 'visible' })
  await help.click()
  expect(new URL(page.url()).pathname).toBe('/portal/day/now')
  expect(await help.isVisible()).toBe(true)
  expect(await page.getByRole('link', { name: '911' }).first().isVisible()).toBe(true)

  await page.context().setOffline(false)
  const reloaded = page.waitForEvent('framenavigated')
  await page.clock.runFor(HALF_A_MINUTE_MS)
  await reloaded
  await help.waitFor({ state: 'visible' })
  expect(await notice.isVisible()).toBe(false)
})

test('what a clinician is writing is not taken from them', async () => {
  const page = await visits.visitAs('okafor')
  await page.clock.install()
  await page.goto('/console/alerts')
  const reloads: string[] = []
  page.on('framenavigated', (frame) => reloads.push(frame.url()))
  await page.evaluate(() => {
    const field = document.createElement('input')
    document.querySelector('main')?.append(field)
    field.value = 'Called, and'
  })
  await page.clock.runFor(HALF_A_MINUTE_MS)
  await page.evaluate(() => fetch('/readyz'))
  expect(reloads).toEqual([])
})

test('without script a browser loads it anyway', async () => {
  const page = await visits.visitAs('okafor', { javaScriptEnabled: false })
  const answer = await page.goto('/console/sessions')
  expect(await answer?.text()).toMatch(
    /<noscript><meta http-equiv="refresh" content="30; url=\/console\/sessions"/,
  )
})
