/** Every page, on a phone and at a desk, light and dark, in both languages. */
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language, words } from '../../app/content/words.ts'
import { ROUTES } from '../../app/routes/routes.ts'
import { DESKTOP, PHONE } from './browser.ts'
import { barriers, documentFaults, doubleText, headerFaults, overflow, watch } from './page-checks.ts'
import { NO_PAGES, PAGES, type Place, STATES } from './places.ts'
import { openVisits } from './visits.ts'

const visits = openVisits()

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

/** The cookies of one of the demo's people, who signs in once for all their pages. */
function loginOf(key: string): Promise<Login> {
  const login = logins.get(key) ?? visits.visitAs(key).then((page) => page.context().storageState())
  logins.set(key, login)
  return login
}
type Login = Awaited<ReturnType<BrowserContext['storageState']>>
const logins = new Map<string, Promise<Login>>()

/** Everything that is wrong with one page on one device in one language. */
async function look(place: Place, device: BrowserContextOptions, language: Language): Promise<string[]> {
  const storageState = place.as === undefined ? undefined : await loginOf(place.as)
  const page = await visits.visit({
    ...device,
    locale: LOCALES[language],
    ...(storageState && { storageState }),
  })
  const seen = watch(page, visits.house.url)
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
  return [...faults, ...seen]
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
  })
  await expect.poll(() => seen.join('\n')).toMatch(/Content Security Policy/)
  expect(seen).toContain('asks elsewhere: https://elsewhere.invalid/x.png')
  expect(await barriers(page)).toEqual([expect.stringMatching(/^button-name/)])
  expect(await overflow(page)).toEqual([expect.stringContaining('too-wide')])
})
