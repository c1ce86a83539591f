/** Every page of a patient's own against every state there is: open, or refused kindly with where to go. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { ENROLMENT_STATES } from '../../app/clinical/enrolment.ts'
import { words } from '../../app/content/words.ts'
import { ROUTES } from '../../app/routes/routes.ts'
import { openTestLogin } from '../app.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { ALL, STANDS, type Standing, standAt } from './states-scene.ts'

const { ownPages, intake, sessionDay } = words.en

test('every state of the way is walked', () => {
  const walked = Object.values(STANDS).flatMap(({ state }) => state ?? [])
  expect([...new Set(walked)].sort()).toEqual([...ENROLMENT_STATES].sort())
})

let postgres: TestDatabase
let login: Login
const houses = new Map<string, Standing>()
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
  for (const [name, stand] of Object.entries(STANDS)) houses.set(name, await standAt(postgres, login, stand))
}, 120_000)
afterAll(() => postgres.close())
const houseOf = (name: string): Standing => {
  const house = houses.get(name)
  if (!house) throw new Error(`nobody stands at ${name}`)
  return house
}

const REFUSALS = [
  ...Object.values(ownPages.why).map(({ title }) => title),
  ...[intake.notOpen.title, intake.over.title, intake.declined.title, sessionDay.none.title],
]
const isRefused = (html: string) => REFUSALS.some((title) => html.includes(`<h1>${title}</h1>`))

/** What comes of asking: open, refused, or led on. */
async function outcomeOf(name: string, path: string): Promise<string> {
  const { status, to, html } = await houseOf(name).read(path)
  if (to !== null) return to
  expect(status, `${path} in ${name}`).toBe(200)
  return isRefused(html) ? 'refused' : 'open'
}

const SIGNED = ALL.filter((name) => !['assessed', 'registered', 'discharged, early'].includes(name))
const ACCEPTED = SIGNED.filter(
  (name) => !['consented', 'intake-complete', 'in-review', 'declined', 'paused, early'].includes(name),
)
const SUPPLIED = ACCEPTED.filter((name) => name !== 'accepted')
const OVER = ['completed', 'discharged']
const HAD_SESSION = ['integrating', 're-evaluation-due', ...OVER]
const UNDER_WAY = ['in-session', 'recovering']
const INTAKE = ['consented', 'intake-complete', 'in-review']
const DAY_AHEAD = ['ready', 'session-day']

type Row = {
  open: readonly string[]
  /** Where another page says what there is: the address, by who stands where. */
  leads?: Readonly<Record<string, readonly string[]>>
}
const leadsTo = (path: string, names: readonly string[]) => ({ open: [], leads: { [path]: names } })
const without = (names: readonly string[], ...more: readonly string[][]) =>
  names.filter((name) => !more.flat().includes(name))

/** By hand, every page there is: whoever is in neither list is refused. */
const TABLE: Readonly<Record<string, Row>> = {
  '/portal': { open: ALL },
  '/portal/pause': { open: ALL },
  '/portal/after': { open: ALL },
  '/portal/consents': { open: ALL },
  '/portal/consents/:number': { open: ALL },
  '/portal/day/help': { open: ALL },
  '/portal/day/aside': { open: ALL },
  '/portal/check-in': { open: SIGNED },
  // The people with a session have handed in a check-in.
  '/portal/check-in/thank-you': {
    open: [...DAY_AHEAD, ...UNDER_WAY, ...HAD_SESSION],
    leads: { '/portal/check-in': without(SIGNED, DAY_AHEAD, UNDER_WAY, HAD_SESSION) },
  },
  '/portal/progress': { open: SIGNED },
  '/portal/intake': { open: INTAKE },
  '/portal/intake/:part': { open: INTAKE },
  '/portal/intake/sent': leadsTo('/portal/intake', ALL),
  '/portal/plan': { open: ACCEPTED },
  '/portal/supply': { open: ACCEPTED },
  '/portal/prepare': { open: ACCEPTED },
  '/portal/prepare/mindset': { open: ACCEPTED },
  '/portal/prepare/setting': { open: ACCEPTED },
  '/portal/prepare/grounding': { open: ACCEPTED },
  '/portal/prepare/wishes': { open: ACCEPTED },
  // Everybody here has somebody with them, whose access they can take back.
  '/portal/people': { open: ALL },
  '/portal/people/add': { open: without(ACCEPTED, OVER) },
  '/portal/booking': { open: SUPPLIED },
  '/portal/day': { open: DAY_AHEAD, leads: { '/portal/day/now': UNDER_WAY } },
  // Nothing was called off.
  '/portal/day/off': leadsTo('/portal/day', ALL),
  '/portal/day/now': { open: [...DAY_AHEAD, ...UNDER_WAY, ...HAD_SESSION] },
  '/portal/next-day': { open: HAD_SESSION },
  '/portal/next-day/thanks': leadsTo('/portal/next-day', ALL),
  '/portal/follow-up': { open: HAD_SESSION },
  '/portal/follow-up/thank-you': leadsTo('/portal/follow-up', HAD_SESSION),
  // On the day of a session nothing of it is due.
  '/portal/follow-up/:of': leadsTo('/portal/follow-up/thank-you', HAD_SESSION),
}
const PAGES = ROUTES.filter(({ method, path }) => method === 'GET' && path.startsWith('/portal')).map(
  ({ path }) => path,
)
const addressOf = (path: string) =>
  path.replace(':part', 'you').replace(':of', 'mood').replace(':number', '1')

test('every page of a patient stands in the table', () => {
  expect(PAGES.filter((path) => TABLE[path] === undefined)).toEqual([])
})

test.each(PAGES)(
  '%s is open to exactly those it is for',
  async (path) => {
    const { open = [], leads = {} } = TABLE[path] ?? {}
    const expected = ALL.map((name) => {
      const to = Object.entries(leads).find(([, names]) => names.includes(name))?.[0]
      return [name, to ?? (open.includes(name) ? 'open' : 'refused')]
    })
    const found = []
    for (const name of ALL) found.push([name, await outcomeOf(name, addressOf(path))])
    expect(found).toEqual(expected)
  },
  60_000,
)

test('with nobody to take access back from, people are asked to be there once a plan is signed', async () => {
  for (const name of ['registered', 'declined', 'accepted'] as const) {
    const stand = STANDS[name]
    if (!stand) throw new Error(`nobody stands at ${name}`)
    const { html } = await (await standAt(postgres, login, { ...stand, isAlone: true })).read(
      '/portal/people',
    )
    expect(isRefused(html), name).toBe(name !== 'accepted')
  }
})

test.each([
  ['/portal/people/add', 'accepted', 'GET', 'read-own-people'],
  ['/portal/people/add', 'registered', 'GET', 'read-own-people'],
  ['/portal/check-in', 'registered', 'POST', 'submit-answers'],
] as const)('%s asks for the one permit it needs (%s, %s)', async (path, name, method, action) => {
  const { patientId, read, send } = houseOf(name)
  const trail = () =>
    postgres.everything
      .selectFrom('audit_event')
      .select(['action', 'outcome'])
      .where('actor_id', '=', patientId)
      .orderBy('position')
      .execute()
  const before = await trail()
  await (method === 'GET' ? read(path) : send(path))
  expect((await trail()).slice(before.length)).toEqual([{ action, outcome: 'granted' }])
})

test('each refusal says where to go, to a page that is open; help and a quick way out are there', async () => {
  let refusals = 0
  for (const name of ALL)
    for (const path of PAGES) {
      const { html, to } = await houseOf(name).read(addressOf(path))
      if (to !== null || !isRefused(html)) continue
      refusals += 1
      const where = `${path} in ${name}`
      expect(html, where).toContain('href="/help"')
      expect(html, where).toContain('href="/leave"')
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      const onward = [...main.matchAll(/href="(\/[^"#?]*)/g)].flatMap(([, href]) => href ?? [])
      expect(onward, where).toContain('/portal')
      for (const href of onward.filter((one) => one !== '/help' && one !== path))
        expect(await outcomeOf(name, href), `${where} leads to ${href}`).not.toBe('refused')
    }
  expect(refusals).toBeGreaterThan(100)
}, 120_000)

describe('what is handed in out of order is not taken', () => {
  const SENT = ['/portal/check-in', '/portal/follow-up', '/portal/supply/arrived', '/portal/supply/count']
  const PREPARED = ['mindset', 'setting', 'grounding', 'wishes'].map((part) => `/portal/prepare/${part}`)

  test.each([...SENT, ...PREPARED, '/portal/people/add'])('%s', async (path) => {
    const name = 'registered'
    const answer = await houseOf(name).send(path)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(isRefused(html)).toBe(true)
    expect(html).toContain(ownPages.nothingSent)
    for (const table of ['questionnaire_response', 'preparation_part', 'unit_event', 'alert'] as const)
      expect(
        await postgres.everything
          .selectFrom(table)
          .select('patient_id')
          .where('patient_id', '=', houseOf(name).patientId)
          .execute(),
      ).toEqual([])
  })

  test('the week is not taken before a session has closed, whatever else is ready', async () => {
    for (const name of ['accepted', 'ready', 'in-session', 'recovering', 'paused'])
      expect((await houseOf(name).send('/portal/follow-up')).status, name).toBe(409)
  })

  test('taking access back, a break and help are never refused for where somebody stands', async () => {
    // A form with nothing of ours in it is unclear, and no refusal of a state.
    for (const path of ['/portal/people/remove', '/portal/pause', '/portal/day/help'])
      for (const name of ['registered', 'discharged'])
        expect(isRefused(await (await houseOf(name).send(path)).text()), `${path} in ${name}`).toBe(false)
  })
})

describe('whoever is with them', () => {
  const NOTHING = ['tonight', 'look', 'readings', 'comfort', 'end']
  const outcomeBeside = async (name: string, page: string) => {
    const house = houseOf(name)
    const base = `/care-team/day/${house.patientId}`
    const { to, html, status } = await house.support.read(`${base}${page}`)
    expect(html || to, `${page} in ${name}`).toBeTruthy()
    if (to !== null) return to.replace(base, '') || 'the day'
    expect([status, html.includes('href="/leave"')], `${page} in ${name}`).toEqual([200, true])
    if (!isRefused(html)) return 'open'
    expect(html, `${page} in ${name}`).toContain('href="/help"')
    return 'refused'
  }
  const WITHOUT_DAY = without(ALL, DAY_AHEAD, UNDER_WAY, HAD_SESSION)

  test.each(['', '/now', ...NOTHING.map((page) => `/${page}`)])(
    'before a day is booked nothing stands on %s but that nothing is planned',
    async (page) => {
      for (const name of WITHOUT_DAY) expect(await outcomeBeside(name, page), name).toBe('refused')
      const { html } = await houseOf('accepted').support.read(
        `/care-team/day/${houseOf('accepted').patientId}`,
      )
      expect(html).not.toContain(sessionDay.beside.notYours)
      expect(html).toContain(sessionDay.none.text)
      expect(html).toContain('href="/people"')
    },
  )

  test('before the dose nothing is looked at, read or ended; it leads to the day', async () => {
    for (const name of DAY_AHEAD) {
      expect(await outcomeBeside(name, ''), name).toBe('open')
      for (const page of NOTHING) expect(await outcomeBeside(name, `/${page}`), page).toBe('the day')
    }
  })

  test('under way everything is there but the evening after', async () => {
    for (const name of UNDER_WAY) {
      expect(await outcomeBeside(name, ''), name).toBe('/now')
      for (const page of ['now', ...NOTHING.slice(1)])
        expect(await outcomeBeside(name, `/${page}`)).toBe('open')
      expect(await outcomeBeside(name, '/tonight')).toBe('/now')
    }
  })

  test('help dials wherever somebody stands', async () => {
    for (const name of ALL) {
      const house = houseOf(name)
      const { html } = await house.support.read(`/care-team/day/${house.patientId}/help`)
      expect(html, name).toContain('href="tel:911"')
    }
  })

  test('nobody is asked to be there once the way has ended', async () => {
    for (const name of ['supplied', 'completed', 'discharged', 'declined']) {
      const house = houseOf(name)
      const { html } = await house.asked.read(`/care-team/agree/${house.patientId}`)
      expect(html.includes(words.en.briefing.agree), name).toBe(name === 'supplied')
      if (name === 'supplied') continue
      expect(html, name).toContain(words.en.briefing.notAsked)
      expect(
        (await house.asked.send(`/care-team/agree/${house.patientId}`, { phone: '(305) 555-0162' })).status,
      ).toBe(409)
    }
  })

  test('a therapist reads of appointments that are theirs, and of nobody who shows them nothing', async () => {
    for (const name of ALL) {
      const house = houseOf(name)
      for (const path of ['/people', '/care-team/integration'])
        expect((await house.therapist.read(path)).status, `${path} in ${name}`).toBe(200)
      for (const path of ['/care-team/people', '/care-team/day', '/care-team/agree'])
        expect((await house.therapist.read(`${path}/${house.patientId}`)).status, path).toBe(404)
    }
  })
})
