/** The keyboard alone: everything can be reached and done, and it is always to be seen where one is. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { words } from '../../app/content/words.ts'
import { DESKTOP, nameOf, PHONE } from './browser.ts'
import { answersShown, CHECK_IN, heading, SCREENS } from './filling-in.ts'
import { recordOf } from './on-record.ts'
import { openVisits } from './visits.ts'

const { checkIn, frame, patient, pcl5, portal } = words.en

const visits = openVisits()

/** Where the keyboard is: what it is called, and what keeps a person from seeing it. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    // A choice is drawn as its whole label, and so is the ring around it.
    const drawn = element.closest('label') ?? element
    const { top, bottom, left, right } = drawn.getBoundingClientRect()
    const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const isBeyond = top < 0 || left < 0 || bottom > innerHeight || right > innerWidth
    const isCovered = !drawn.contains(onTop) && !onTop?.contains(drawn)
    const styles = [element, drawn].flatMap((one) => [
      getComputedStyle(one),
      getComputedStyle(one, '::after'),
    ])
    const hasRing = styles.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    )
    const hidden = [
      isBeyond ? `beyond the screen, from ${top} to ${bottom} px of ${innerHeight}` : '',
      isCovered && !isBeyond ? `under ${onTop?.outerHTML.slice(0, 80)}` : '',
      hasRing ? '' : 'without a ring',
    ]
    return { name: drawn.textContent?.trim() ?? '', hidden: hidden.join('') }
  })

/** Presses Tab until `name` has the focus. Every stop on the way must be in sight and marked. */
async function tabTo(page: Page, name: string): Promise<void> {
  const stops: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const stop = await focus(page)
    expect(stop, `after ${stops.join(' → ')}`).toMatchObject({ hidden: '' })
    if (stop?.name === name) return
    stops.push(stop?.name ?? '')
  }
  throw new Error(`${name} is not among ${stops.join(' → ')}`)
}

/** Presses Enter and waits for the page it leads to. */
const enter = (page: Page) =>
  Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])

test('the first stop of every page leads past the bar to the page itself', async () => {
  const page = await visits.visitAs('sam')
  for (const address of ['/', '/help', '/sign-in', '/portal', CHECK_IN, '/account']) {
    await page.goto(address)
    await page.keyboard.press('Tab')
    expect(await focus(page)).toEqual({ name: frame.skipToContent, hidden: '' })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate(
      () =>
        document.activeElement?.closest('main, footer') !== null && document.activeElement !== document.body,
    )
    expect(isInside, address).toBe(true)
  }
})

test.each([
  ['a phone with a keyboard', PHONE],
  ['a desk', DESKTOP],
])('a check-in at %s, from the first page to the thanks', async (_where, device) => {
  const page = await visits.visitAs('tyler', device)
  await page.goto('/portal')
  const before = await recordOf(visits.house, 'tyler')
  await tabTo(page, before.responses.length === 0 ? portal.due.begin : portal.sent.againLink)
  await enter(page)
  await tabTo(page, checkIn.start.begin)
  await enter(page)
  for (let screen = 1; screen <= SCREENS; screen++) {
    for (let question = 0; question < 5; question++) {
      await tabTo(page, pcl5.ratings[0] ?? '')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(await focus(page)).toEqual({ name: pcl5.ratings[2], hidden: '' })
    }
    expect(Object.values(await answersShown(page))).toEqual(['2', '2', '2', '2', '2'])
    await tabTo(page, screen < SCREENS ? checkIn.next : checkIn.handIn)
    await enter(page)
  }
  expect(await heading(page)).toBe(checkIn.thanks.title)
  const { responses } = await recordOf(visits.house, 'tyler')
  expect(responses).toHaveLength(before.responses.length + 1)
  expect(responses.at(-1)).toMatchObject({ total: 40 })
})

test('a clinician goes from the list to a patient and closes the finding', async () => {
  const page = await visits.visitAs('okafor')
  await tabTo(page, nameOf('marcus'))
  await enter(page)
  expect(await heading(page)).toBe(nameOf('marcus'))
  await tabTo(page, patient.close.open)
  await page.keyboard.press('Enter')
  await tabTo(page, patient.close.because)
  await page.keyboard.type('Called. He is safe and expected.')
  await tabTo(page, patient.close.close)
  await enter(page)
  expect(await page.getByText(patient.finding.none).isVisible()).toBe(true)
  await tabTo(page, frame.tabs.worklist)
  await enter(page)
  expect(await page.getByRole('link', { name: nameOf('marcus') }).count()).toBe(0)
})

test.each([
  ['sam', '/portal/check-in/thank-you'],
  ['sam', '/sign-in'],
  ['sam', '/account'],
  ['okafor', '/console/protocol'],
  ['bell', '/people'],
])(
  'as %s, every stop of %s is in sight and marked, and after the last one is out again',
  async (key, address) => {
    const page = await visits.visitAs(key)
    await page.goto(address)
    const most = await page.locator('a[href], button, summary, input').count()
    const stops: string[] = []
    while (stops.length <= most) {
      await page.keyboard.press('Tab')
      const stop = await focus(page)
      if (!stop) break
      expect(stop).toMatchObject({ hidden: '' })
      stops.push(stop.name)
    }
    expect(stops.length).toBeLessThanOrEqual(most)
    expect(stops).toContain(frame.crisis.more)
  },
)
