/** What is true of every page, whoever looks at it and on whatever. Each check names what is wrong, or nothing. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page, Response } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Requests to anywhere else, errors in the console, what the page's policy refused: collected from now on. */
export function watch(page: Page, origin: string): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) seen.push(`asks elsewhere: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // One that was under way when the page was left is nobody's loss.
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') seen.push(`got nothing: ${request.url()} ${why}`)
  })
  page.on('pageerror', (error) => seen.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    // A page that says no is logged as a failed load of itself.
    if (message.type() === 'error' && message.location().url !== page.url())
      seen.push(`console: ${message.text()}`)
  })
  return seen
}

/** What axe finds at WCAG 2.2 AA, as rule and element. */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(AXE)
  const options = JSON.stringify({ runOnly: LEVELS, resultTypes: ['violations'] })
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${options})`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** What reaches over the right edge of the page, which then scrolls sideways, or an answer too narrow for its words. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const narrow = [...document.querySelectorAll('.choice > span')]
      .filter((words) => words.getClientRects().length > 0) // a question that follows an answer shows after it
      .filter((words) => words.getBoundingClientRect().width < 24 && (words.textContent ?? '').length > 6)
      .map((words) => `an answer in letters: ${words.textContent}`)
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return narrow
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    )
    const [first, last] = [beyond[0], beyond.at(-1)].map((element) => element?.outerHTML.slice(0, 80))
    return [...narrow, `${scrollWidth} px wide in ${clientWidth}: ${first} … ${last}`]
  })

/** The text twice as large, as a person may set it in their browser. */
export const doubleText = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })

const HEALTH_WORDS =
  /health|salud|ketamin|trauma|ptsd|tept|pcl|dose|dosis|therap|terap|symptom|síntoma|treat|tratamiento|session|sesión|medic|clinic|clínica|patient|paciente/i

/** What a page owes its reader and its history: one heading, its language, a title that tells nothing. */
export async function documentFaults(page: Page, language: string): Promise<string[]> {
  const { headings, lang, title, area, scripts } = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    title: document.title,
    area: document.body.className,
    scripts: document.scripts.length,
  }))
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(lang === language ? [] : [`lang="${lang}"`]),
    ...(title === '' ? ['no title'] : []),
    ...(area === 'in-portal' && HEALTH_WORDS.test(title) ? [`title tells: ${title}`] : []),
    ...(area === 'in-public' && scripts > 0 ? [`${scripts} scripts on a public page`] : []),
  ]
}

const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
]
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY.join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'no-store',
}

export function headerFaults(response: Response): string[] {
  const sent = response.headers()
  return Object.entries(HEADERS).flatMap(([name, value]) =>
    sent[name] === value ? [] : [`${name}: ${sent[name]}`],
  )
}
