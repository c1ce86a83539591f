/** Reads a page of ours as a browser without script would: its words, links and forms. */
import { type HTMLElement, parse } from 'node-html-parser'

export type Option = { value: string; label: string }

export type Field = {
  name: string
  type: string
  /** What is written, ticked or chosen before anybody touches it; several for tick boxes of one name. */
  values: string[]
  /** What can be chosen or ticked; empty where anything can be written. */
  options: Option[]
  label: string
  isRequired: boolean
}

export type Button = { name: string; value: string; label: string; action: string | undefined }

export type Form = {
  action: string
  method: 'get' | 'post'
  fields: Field[]
  buttons: Button[]
}

export type Page = {
  path: string
  status: number
  title: string
  heading: string
  /** Everything a person reads, on one line. */
  text: string
  forms: Form[]
  /** Machine-readable times on the page, ISO 8601. */
  times: string[]
  links: { href: string; label: string }[]
}

export function readPage(path: string, status: number, html: string): Page {
  const root = parse(html)
  const heading = root.querySelector('h1')
  return {
    path,
    status,
    title: wordsOf(root.querySelector('title')),
    heading: wordsOf(heading),
    text: wordsOf(root.querySelector('main') ?? root),
    forms: root.querySelectorAll('form').map((form) => readForm(form, path, root)),
    times: root.querySelectorAll('time[datetime]').map((time) => time.getAttribute('datetime') ?? ''),
    links: root.querySelectorAll('a[href]').map((link) => ({
      href: link.getAttribute('href') ?? '',
      label: wordsOf(link),
    })),
  }
}

function readForm(form: HTMLElement, path: string, root: HTMLElement): Form {
  const fields = new Map<string, Field>()
  // A control may stand outside its form and name it.
  const id = form.getAttribute('id')
  const outside = id ? root.querySelectorAll(`[form="${id}"]`) : []
  const controls = [...form.querySelectorAll('input, select, textarea, button'), ...outside]
  for (const control of controls.filter((one) => !one.hasAttribute('disabled')))
    addField(fields, control, root)
  return {
    action: form.getAttribute('action') ?? path,
    method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get',
    fields: [...fields.values()],
    buttons: controls
      .filter(isSubmit)
      .filter(staysInLanguage)
      .map((button) => ({
        name: button.getAttribute('name') ?? '',
        value: button.getAttribute('value') ?? '',
        label: wordsOf(button),
        action: button.getAttribute('formaction') ?? undefined,
      })),
  }
}

const isSubmit = (control: HTMLElement) =>
  control.tagName === 'BUTTON' && (control.getAttribute('type') ?? 'submit') === 'submit'

/** The frame's other language is a button of a form that somebody may have written in. */
const staysInLanguage = (button: HTMLElement) => !button.getAttribute('formaction')?.includes('lang=')

function addField(fields: Map<string, Field>, control: HTMLElement, root: HTMLElement) {
  const name = control.getAttribute('name')
  if (!name || control.tagName === 'BUTTON') return
  const type =
    control.tagName === 'INPUT' ? (control.getAttribute('type') ?? 'text') : control.tagName.toLowerCase()
  const label = labelOf(control, root)
  const known = fields.get(name)
  const field: Field = known ?? {
    ...{ name, type, values: [], options: [], label, isRequired: control.hasAttribute('required') },
  }
  fields.set(name, field)
  const value = control.getAttribute('value')
  if (type === 'radio' || type === 'checkbox') {
    field.options.push({ value: value ?? 'on', label })
    if (control.hasAttribute('checked')) field.values.push(value ?? 'on')
  } else if (type === 'select') {
    for (const option of control.querySelectorAll('option')) {
      const offered = option.getAttribute('value') ?? wordsOf(option)
      field.options.push({ value: offered, label: wordsOf(option) })
      if (option.hasAttribute('selected')) field.values.push(offered)
    }
    // A browser sends the first where none is chosen.
    if (field.values.length === 0 && field.options[0]) field.values.push(field.options[0].value)
  } else if (type === 'textarea') field.values.push(control.text)
  else field.values.push(value ?? '')
}

function labelOf(control: HTMLElement, root: HTMLElement): string {
  const id = control.getAttribute('id')
  const named = id ? root.querySelector(`label[for="${id}"]`) : null
  return wordsOf(named ?? control.closest('label')) || (control.getAttribute('aria-label') ?? '')
}

const wordsOf = (element: HTMLElement | null): string =>
  element?.structuredText.replace(/\s+/g, ' ').trim() ?? ''
