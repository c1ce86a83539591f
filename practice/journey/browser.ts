/**
 * A browser without script, for one person: keeps their cookies, follows redirects, times every request, and comes back
 * when the server was away. Repeating a form is safe, because each carries the id of what it makes.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Button, Form, Page } from './page.ts'
import { readPage } from './page.ts'

const AWAY_AT_MOST_MS = 120_000
const TRY_AGAIN_MS = 250
const REDIRECTS = 5

export type Timing = { what: string; ms: number }
export type Values = Record<string, string | readonly string[]>

/** Something the journey met that should not be. */
export class Trouble extends Error {}

export type Log = { timings: Timing[]; away: number }

/** Whoever opens pages and sends forms: without script over HTTP, or a real browser in a test. */
export type Visitor = {
  get: (path: string) => Promise<Page>
  /** Sends a form as it stands, with what is written into it, by one of its buttons. */
  send: (page: Page, form: Form, values: Values, button?: Button) => Promise<Page>
}

export class Browser implements Visitor {
  readonly #origin: string
  readonly #log: Log
  readonly #device: string | undefined
  readonly #cookies: Map<string, string>

  /** @param device an address of its own, as a proxy would name it: invented people do not share one telephone line */
  constructor(origin: string, log: Log, device?: string, cookies = new Map<string, string>()) {
    this.#origin = origin
    this.#log = log
    this.#device = device
    this.#cookies = cookies
  }

  /** The same login at another telephone line: somebody of the practice, working for many at once. */
  at(device: string): Browser {
    return new Browser(this.#origin, this.#log, device, this.#cookies)
  }

  get(path: string): Promise<Page> {
    return this.#go('GET', path, undefined)
  }

  /** @throws Trouble when a field that is written has no place in the form */
  send(page: Page, form: Form, values: Values, button?: Button): Promise<Page> {
    const fields = new URLSearchParams()
    const names = new Set(form.fields.map(({ name }) => name))
    for (const name of Object.keys(values))
      if (!names.has(name)) throw new Trouble(`${page.path}: its form has no field ${name}`)
    for (const field of form.fields) {
      const written = values[field.name]
      for (const value of written === undefined ? field.values : [written].flat())
        fields.append(field.name, value)
    }
    if (button?.name) fields.append(button.name, button.value)
    const action = button?.action ?? form.action
    if (form.method === 'get') return this.#go('GET', `${action}?${fields}`, undefined)
    return this.#go('POST', action, fields)
  }

  async #go(method: 'GET' | 'POST', path: string, fields: URLSearchParams | undefined): Promise<Page> {
    const begun = performance.now()
    let response = await this.#ask(method, path, fields)
    let at = path
    for (let i = 0; i < REDIRECTS && [301, 302, 303, 307].includes(response.status); i++) {
      at = new URL(response.headers.get('location') ?? '/', new URL(at, this.#origin)).href.slice(
        this.#origin.length,
      )
      response = await this.#ask('GET', at, undefined)
    }
    const html = await response.text()
    this.#log.timings.push({ what: `${method} ${templateOf(path)}`, ms: performance.now() - begun })
    return readPage(at, response.status, html)
  }

  /** Tries again while nobody answers: a server that was killed comes back. */
  async #ask(method: string, path: string, fields: URLSearchParams | undefined): Promise<Response> {
    const until = Date.now() + AWAY_AT_MOST_MS
    for (;;) {
      try {
        const response = await fetch(new URL(path, this.#origin), {
          method,
          redirect: 'manual',
          headers: {
            cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(this.#device === undefined ? {} : { 'x-forwarded-for': this.#device }),
            ...(fields ? { origin: this.#origin, 'sec-fetch-site': 'same-origin' } : {}),
          },
          ...(fields ? { body: fields } : {}),
        })
        // Its database was away: the page says so, and to try again.
        if (response.status !== 503 || Date.now() > until) {
          this.#keep(response.headers.getSetCookie())
          return response
        }
        await response.text()
      } catch (error) {
        if (Date.now() > until)
          throw new Trouble(`${method} ${templateOf(path)}: nobody answered`, { cause: error })
      }
      this.#log.away += 1
      await sleep(TRY_AGAIN_MS)
    }
  }

  #keep(lines: readonly string[]) {
    for (const line of lines) {
      const [pair = '', ...rest] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      const isOver = rest.some((part) => /^\s*max-age=0\s*$/i.test(part))
      if (isOver) this.#cookies.delete(name.trim())
      else this.#cookies.set(name.trim(), value.join('='))
    }
  }
}

/** Without ids and secrets of links: times of the same page are counted together. */
const templateOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, ':id')
    .replace(/\/link\/.+/, '/link/:secret')
