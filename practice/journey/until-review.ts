/** From the free assessment to an intake that is handed in. */
import { Trouble } from './browser.ts'
import { type Answers, fillIn, formsOf, formWith, mustBeFine } from './fill.ts'
import type { Page } from './page.ts'
import type { Person } from './person.ts'
import { doOn, goThrough, linkInMail, nameOf, openLink, type Walk } from './walk.ts'

export async function assess(walk: Walk): Promise<void> {
  const { patient, person } = walk
  const me = { browser: patient, person }
  let page = mustBeFine(await patient.get('/assessment'))
  page = await fillIn(me, page, formWith(page, { action: /^\/assessment/ }), {}, 'begin')
  const answers = {
    ...{ where: person.state, age: String(person.ageYears), safe: 'yes', brings: ['memories', 'sleep'] },
    ...{ 'pc-ptsd5-gate': '1', therapist: 'yes', support: 'yes' },
  }
  page = await goThrough(walk, patient, page, answers, ({ forms }) =>
    forms.some(({ action }) => action === '/register'),
  )
  page = await fillIn(me, page, formWith(page, { action: /^\/register/ }), {}, 'form')
  await fillIn(me, page, formWith(page, { field: 'email' }), registration(person), 'send')
  await openLink(walk, patient, await linkInMail(walk, person.email))
}

const registration = ({ givenName, familyName, email, bornOn, state, place }: Person): Answers => ({
  ...{ givenName, familyName, email, bornOn, state, place, language: 'en' },
})

export async function consent({ patient, person }: Walk): Promise<void> {
  const overview = mustBeFine(await patient.get('/portal/consents'))
  const texts = hrefsUnder(overview, '/portal/consents/')
  if (texts.length === 0) throw new Trouble('/portal/consents: no text to sign')
  for (const href of texts)
    await doOn({ person }, patient, href, { field: 'name' }, { name: nameOf(person) }, 'sign')
}

export async function tellIntake(walk: Walk): Promise<void> {
  const { patient, person } = walk
  const overview = mustBeFine(await patient.get('/portal/intake'))
  const answers = intakeOf(person)
  for (const href of hrefsUnder(overview, '/portal/intake/')) {
    const first = await openPart(walk, href)
    if (formsOf(first).length === 0) continue // a part that does not apply to them
    await goThrough(walk, patient, first, answers, ({ path }) => AFTER_A_PART.test(path))
  }
  await doOn(walk, patient, '/portal/intake', { field: 'sheetId' }, {})
}

/** The overview, or help at once after an answer that asks for a person. */
const AFTER_A_PART = /^\/portal\/intake(\?|\/now\?told)/

/** The questions about safety stand behind the page with help, once an answer has led there. */
async function openPart({ patient }: Walk, href: string): Promise<Page> {
  const page = mustBeFine(await patient.get(href))
  const onward = page.links.find((link) => link.href.startsWith(href) && link.href.endsWith('?again'))
  return onward ? mustBeFine(await patient.get(onward.href)) : page
}

/** An ordinary body and home; the rest is as fill.ts answers for them. */
const intakeOf = ({ sexAtBirth, state, hasHardThoughts }: Person): Answers => ({
  'phq9-09': hasHardThoughts ? '1' : '0',
  ...{ sexAtBirth, heightCm: '170 cm', weightKg: '72 kg' },
  ...{ firstUpper: '124', firstLower: '78', secondUpper: '122', secondLower: '76' },
  ...{ pregnancyTest: 'negative', safeAtHome: 'yes', state, addressFound: 'yes', voiceLine: 'yes' },
  ...{ street: '7 Invented Lane', phone: '(305) 555-0161' },
  ...{ 'm0.text': 'sertraline', 'm0.taking': 'taking' },
  ...{ 'no.without-prescription': ['none'], 'no.supplement-or-herb': ['none'], prazosin: 'no' },
  ...{ kinds: ['accident'], roughTime: 'as-a-grown-up', ptsdDiagnosis: 'yes', recentEvent: 'no' },
  ...{ therapist: 'yes-knows', supportPerson: 'somebody', 'alcohol-days': '0' },
  storage: ['lockbox', 'away-from-children', 'away-from-pets', 'weapons-locked'],
  ...{ calms: 'A blanket, and quiet.', goodWords: 'I am here.' },
})

export const hrefsUnder = ({ links }: { links: { href: string }[] }, prefix: string): string[] => [
  ...new Set(links.map(({ href }) => href.replace(/\?.*/, '')).filter((href) => href.startsWith(prefix))),
]
