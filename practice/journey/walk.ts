/** One person's walk through the programme: everybody in it, each with a browser of their own, and what is said of it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Browser, type Log, Trouble, type Visitor } from './browser.ts'
import { type Answers, fillIn, formsOf, formWith, mustBeFine } from './fill.ts'
import type { Page } from './page.ts'
import type { Person } from './person.ts'

export type Walk = {
  person: Person
  patient: Visitor
  /** The person beside them, the one in reach, and their own therapist: by their links. */
  support: Visitor
  backup: Visitor
  therapist: Visitor
  prescriber: Visitor
  coordinator: Visitor
  /** Known once they have registered. */
  patientId: string
  log: Log
  origin: string
}

export const nameOf = ({ givenName, familyName }: Person): string => `${givenName} ${familyName}`

/** The addresses of those a person brings along. */
export const addressOf = ({ email }: Person, who: 'support' | 'backup' | 'therapist'): string =>
  `${who}.${email}`

/** Opens a page and fills in one form of it. */
export async function doOn(
  { person }: Pick<Walk, 'person'>,
  browser: Visitor,
  path: string,
  wanted: { field: string } | { action: RegExp },
  answers: Answers,
  button?: string,
): Promise<Page> {
  const page = mustBeFine(await browser.get(path))
  return fillIn({ browser, person }, page, formWith(page, wanted), answers, button)
}

const MOST_SCREENS = 20

/** Goes from screen to screen of one form, until what comes next is something else. */
export async function goThrough(
  { person }: Pick<Walk, 'person'>,
  browser: Visitor,
  first: Page,
  answers: Answers,
  isDone: (page: Page) => boolean,
): Promise<Page> {
  let page = mustBeFine(first)
  for (let i = 0; i < MOST_SCREENS; i++) {
    const [form] = formsOf(page)
    if (!form) throw new Trouble(`${page.path}: nothing to fill in: ${page.text.slice(0, 200)}`)
    const on = form.buttons.find(({ value }) => LAST.includes(value)) ?? form.buttons[0]
    page = await fillIn({ browser, person }, page, form, answers, on?.value)
    if (isDone(page)) return page
  }
  throw new Trouble(`${first.path}: no end after ${MOST_SCREENS} screens`)
}

const LAST = ['hand-in', 'overview', 'send']

/** The link in the latest mail to an address, without its origin. The demo keeps what it would have sent. */
export async function linkInMail(
  { origin, log }: Pick<Walk, 'origin' | 'log'>,
  address: string,
): Promise<string> {
  const reader = new Browser(origin, log)
  for (let i = 0; i < 100; i++) {
    const { text } = await reader.get('/demo/mail')
    const at = text.indexOf(address)
    const link = at < 0 ? null : /https?:\/\/[^/\s]+(\/\S+)/.exec(text.slice(at))
    if (link?.[1]) return link[1]
    await sleep(100)
  }
  throw new Trouble(`no mail to ${address}`)
}

/** Opens a link from a mail, and presses its one button. */
export async function openLink(walk: Walk, browser: Visitor, link: string): Promise<Page> {
  const page = mustBeFine(await browser.get(link))
  const [form] = formsOf(page)
  if (!form) throw new Trouble(`${link}: no button: ${page.text.slice(0, 200)}`)
  return fillIn({ browser, person: walk.person }, page, form, {})
}

/** A browser signed in as one of the demo's staff, by their one click. */
export async function staffBrowser(origin: string, log: Log, name: string): Promise<Browser> {
  const browser = new Browser(origin, log)
  const page = mustBeFine(await browser.get('/demo'))
  const form = page.forms.find(({ buttons }) => buttons.some(({ label }) => label.includes(name)))
  if (!form) throw new Trouble(`/demo: nobody called ${name}`)
  mustBeFine(await browser.send(page, form, {}, form.buttons[0]))
  return browser
}
