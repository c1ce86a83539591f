/** How somebody fills in a form: what they were told to answer, and otherwise what an ordinary, careful person would. */
import { Trouble, type Values, type Visitor } from './browser.ts'
import type { Button, Field, Form, Page } from './page.ts'
import type { Person } from './person.ts'

export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Answers that say nothing is wrong, most of all first. */
const ALL_IS_WELL = ['no', 'none', '~none', 'never', 'clear', 'yes-knows', 'somebody']
/** A line nobody wrote in stays empty. */
const LINE_OF_A_LIST = /^m\d+\./
const NO_ANSWER = ['skip', '~skip', '~never', 'declined']

/** The page's own forms, without those of its frame. */
export const formsOf = ({ forms }: Page): Form[] =>
  forms.filter(({ method, action }) => method === 'post' && !/^\/(leave|sign-out)/.test(action))

/** The form that has this field or goes to this address. */
export function formWith(page: Page, wanted: { field: string } | { action: RegExp }): Form {
  const found = formsOf(page).find((form) =>
    'field' in wanted
      ? form.fields.some(({ name }) => name === wanted.field)
      : wanted.action.test(form.action),
  )
  if (!found)
    throw new Trouble(
      `${page.path} (${page.status}, “${page.heading}”): no form ${JSON.stringify(Object.values(wanted).map(String))}`,
    )
  return found
}

export function buttonOf(page: Page, form: Form, value: string): Button {
  const found = form.buttons.find((button) => button.value === value)
  if (!found)
    throw new Trouble(`${page.path}: no button ${value} among ${form.buttons.map((button) => button.value)}`)
  return found
}

export function valuesFor(person: Person, form: Form, answers: Answers): Values {
  const values: Record<string, string | readonly string[]> = {}
  for (const field of form.fields) {
    if (field.type === 'hidden') continue
    const told = answers[field.name]
    const value =
      told ?? (field.values.some((written) => written !== '') ? undefined : ordinary(person, field))
    if (value !== undefined) values[field.name] = value
  }
  return values
}

function ordinary(person: Person, { name, type, options }: Field): string | string[] | undefined {
  const offered = options.map(({ value }) => value)
  const well = ALL_IS_WELL.find((value) => offered.includes(value))
  if (LINE_OF_A_LIST.test(name)) return undefined
  if (type === 'checkbox') return well === undefined ? undefined : [well]
  if (type !== 'radio') return undefined
  const scale = offered.filter((value) => /^\d+$/.test(value))
  if (scale.length > 2) return nearBurden(person, scale)
  if (scale.length === 2 && !name.startsWith('asq')) return scale[person.chance() < person.burden ? 1 : 0]
  return well ?? offered.find((value) => !NO_ANSWER.includes(value))
}

function nearBurden({ burden, chance }: Person, scale: readonly string[]): string | undefined {
  const at = Math.round((burden + (chance() - 0.5) * 0.4) * (scale.length - 1))
  return scale[Math.min(scale.length - 1, Math.max(0, at))]
}

/** Fills in and sends one form, and takes any answer but a page as trouble. */
export async function fillIn(
  { browser, person }: { browser: Visitor; person: Person },
  page: Page,
  form: Form,
  answers: Answers,
  button?: string,
): Promise<Page> {
  const pressed = button === undefined ? form.buttons[0] : buttonOf(page, form, button)
  return mustBeFine(await browser.send(page, form, valuesFor(person, form, answers), pressed), page.path)
}

/** @throws Trouble with what a person would have read */
export function mustBeFine(page: Page, from = page.path): Page {
  if (page.status >= 400)
    throw new Trouble(`${from}: ${page.status} at ${page.path}: ${page.text.slice(0, 400)}`)
  return page
}
