/** Lets the journey's people use a real browser: the same pages and forms, by the fields and buttons a person sees. */
import type { Locator, Page as Tab } from 'playwright-core'
import { Trouble, type Visitor } from '../../practice/journey/browser.ts'
import { type Field, type Form, readPage } from '../../practice/journey/page.ts'
import { barriers, documentFaults, overflow } from './page-checks.ts'

/** @param faults what is wrong with any page on the way is added here, once per page and fault */
export function drive(tab: Tab, origin: string, faults: string[]): Visitor {
  let status = 200
  tab.on('response', (response) => {
    if (response.request().isNavigationRequest()) status = response.status()
  })

  async function read() {
    const path = tab.url().slice(origin.length)
    const page = readPage(path, status, await tab.content())
    for (const fault of [
      ...(await barriers(tab)),
      ...(await overflow(tab)),
      ...(await documentFaults(tab, 'en')),
    ]) {
      const line = `${path.replace(/[0-9a-f-]{36}/g, ':id')}: ${fault}`
      if (!faults.includes(line)) faults.push(line)
    }
    return page
  }

  return {
    async get(path) {
      await tab.goto(path)
      return read()
    },

    async send(page, form, values, button) {
      const at = tab.locator('form').nth(page.forms.indexOf(form))
      const folded = at.locator('xpath=ancestor::details[not(@open)]')
      while ((await folded.count()) > 0) await folded.first().locator(':scope > summary').click()
      for (const [name, value] of Object.entries(values)) {
        const field = form.fields.find((one) => one.name === name)
        if (!field) throw new Trouble(`${page.path}: its form has no field ${name}`)
        await write(at, field, [value].flat())
      }
      const pressed = button
        ? buttonIn(tab, at, form, button)
        : at.locator('button[type="submit"], button:not([type])').first()
      await Promise.all([tab.waitForNavigation(), pressed.click()])
      return read()
    },
  }
}

function buttonIn(
  tab: Tab,
  at: Locator,
  form: Form,
  { name, value, label }: Form['buttons'][number],
): Locator {
  // A button may stand outside its form and name it.
  const scope = form.buttons.length > 0 ? at : tab.locator('body')
  const named = name
    ? scope.locator(`button[name="${name}"][value="${value}"]`)
    : scope.getByRole('button', { name: label })
  return named.first()
}

async function write(form: Locator, { name, type }: Field, values: readonly string[]): Promise<void> {
  const named = form.locator(`[name="${name}"]`)
  // What follows another answer shows beside that answer alone; nobody fills in what is not there to see.
  const following = form.locator('.follow-up', { has: form.page().locator(`[name="${name}"]`) })
  if ((await following.count()) > 0 && !(await following.first().isVisible())) return
  if (type === 'radio') return check(form, name, values[0] ?? '')
  if (type === 'checkbox') {
    for (const value of values) await check(form, name, value)
    return
  }
  if (type === 'select') {
    await named.selectOption(values[0] ?? '')
    return
  }
  await named.fill(values[0] ?? '')
}

/** Ticked where a finger would: on its label, under which the box itself may be hidden. */
async function check(form: Locator, name: string, value: string): Promise<void> {
  const box = form.locator(`[name="${name}"][value="${value}"]`)
  if (!(await box.isChecked())) await box.check({ force: true })
}
