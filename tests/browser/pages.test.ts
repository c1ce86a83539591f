/** Every page, on a phone and at a desk, light and dark, in both languages. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language, words } from '../../app/content/words.ts'
import { ROUTES } from '../../app/routes/routes.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { barriers, documentFaults, doubleText, headerFaults, overflow, watch } from './page-checks.ts'
import { NO_PAGES, PAGES, type Place, STATES } from './places.ts'
import { openVisits } from './visits.ts'

const visits = openVisits({ closes: 'all' })

const DEVICES: Readonly<Record<string, BrowserContextOptions>> = { phone: PHONE, desktop: DESKTOP }
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' }

test('every address of the house is looked at here', () => {
  const addresses = ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => path)
  expect([...Object.keys(PAGES), ...Object.keys(NO_PAGES)].sort()).toEqual([...new Set(addresses)].sort())
})

test.each([...Object.entries(PAGES), ...Object.entries(STATES)])(
  '%s: nothing is in anybody’s way',
  async (_name, place) => {
    const looks = Object.entries(DEVICES).flatMap(([device, options]) =>
      LANGUAGES.map(async (language) =>
        (await look(place, options, language)).map((fault) => `${device}, ${language}: ${fault}`),
      ),
    )
    expect((await Promise.all(looks)).flat()).toEqual([])
  },
)

type Seat = { page: Page; seen: string[] }
const seats = new Map<string, Promise<Seat>>()

/** One device for everything one person looks at in one language: each signs in once. */
function seatOf(as: string | undefined, device: BrowserContextOptions, language: Language): Promise<Seat> {
  const name = JSON.stringify([as, device, language])
  const options = { ...device, locale: LOCALES[language] }
  const take = async () => {
    const page = await (as === undefined ? visits.visit(options) : visits.visitAs(as, options))
    return { page, seen: watch(page, visits.house.url) }
  }
  const seat = seats.get(name) ?? take()
  seats.set(name, seat)
  return seat
}

/** Everything that is wrong with one page on one device in one language. */
async function look(place: Place, device: BrowserContextOptions, language: Language): Promise<string[]> {
  const { page, seen } = await seatOf(place.as, device, language)
  const response = await place.go(page, { house: visits.house, words: words[language] })
  if (!response) return ['no answer']

  const faults = [...headerFaults(response), ...(await documentFaults(page, language))]
  if (response.status() !== (place.status ?? 200)) faults.push(`status ${response.status()}`)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    faults.push(...(await barriers(page)).map((barrier) => `${colorScheme}: ${barrier}`))
  }
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.setViewportSize({ width: 320, height })
  faults.push(...(await overflow(page)))
  await page.setViewportSize({ width, height })
  await doubleText(page)
  faults.push(...(await overflow(page)).map((what) => `text twice as large: ${what}`))
  return [...faults, ...seen.splice(0)]
}

test.each(Object.entries(NO_PAGES))(
  '%s shows no page and asks for nothing elsewhere',
  async (address, status) => {
    const answer = await fetch(`${visits.house.url}${address}`, { redirect: 'manual' })
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('<html')
    expect(answer.headers.get('cache-control')).toContain('no-store')
  },
)

test('the watch these tests keep sees what it looks for', async () => {
  const page = await visits.visit()
  const seen = watch(page, visits.house.url)
  await page.goto('/help')
  await page.evaluate(() => {
    document.body.append(Object.assign(new Image(), { alt: 'x', src: 'https://elsewhere.invalid/x.png' }))
    document.body.append(
      Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }),
    )
    document.body.append(Object.assign(document.createElement('button'), { textContent: '' }))
    document.body.append(Object.assign(document.createElement('div'), { className: 'too-wide' }))
    document.querySelector<HTMLElement>('.too-wide')?.style.setProperty('width', '200vw')
    document.querySelector<HTMLElement>('.too-wide')?.style.setProperty('height', '1px')
    const answer = Object.assign(document.createElement('span'), { textContent: 'Chest pain' })
    const choice = Object.assign(document.createElement('label'), { className: 'choice' })
    choice.style.width = '20px'
    choice.style.padding = '0'
    choice.append(answer)
    document.body.append(choice)
  })
  await expect.poll(() => seen.join('\n')).toMatch(/Content Security Policy/)
  expect(seen).toContain('asks elsewhere: https://elsewhere.invalid/x.png')
  expect(await barriers(page)).toEqual([expect.stringMatching(/^button-name/)])
  expect(await overflow(page)).toEqual([
    'an answer in letters: Chest pain',
    expect.stringContaining('too-wide'),
  ])
})
