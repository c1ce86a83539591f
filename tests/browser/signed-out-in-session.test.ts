/** Signed out with the session's page still open: what is pressed is answered with the numbers, and is sent again. */
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { PHONE } from './browser.ts'
import { follow } from './follow.ts'
import { barriers, overflow } from './page-checks.ts'
import { openVisits } from './visits.ts'

const visits = openVisits()
const { checkIn, sessionDay } = words.en

test('stop, pressed on a phone that is signed out, shows 911 on the first screen and can be sent again', async () => {
  const page = await visits.visitAs('desmond', PHONE)
  await page.goto('/portal/day/now')
  const cookies = await page.context().cookies()
  await page.context().clearCookies({ name: '__Host-gw' })
  await follow(page.getByRole('button', { name: sessionDay.mine.stop, exact: true }))
  expect(await page.getByText(sessionDay.help.notTold).isVisible()).toBe(true)
  const dial = await page.getByRole('link', { name: sessionDay.room.dial, exact: true }).boundingBox()
  expect((dial?.y ?? 9999) + (dial?.height ?? 0)).toBeLessThan(400)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barriers(page)).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 844 })
  expect(await overflow(page)).toEqual([])
  await page.context().addCookies(cookies)
  await follow(page.getByRole('button', { name: checkIn.endedInRoom.handIn.action, exact: true }))
  expect(new URL(page.url()).pathname).toBe('/portal/day/now')
  expect(await page.getByRole('button', { name: sessionDay.mine.help, exact: true }).isVisible()).toBe(true)
})
