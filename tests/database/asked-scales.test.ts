/** A text the director has loaded is asked, kept with its words, judged, and never lost: over HTTP, on a database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { intakeFacts } from '../../app/care/intake-facts.ts'
import { loadInstrument, withdrawInstrument } from '../../app/care/load-instrument.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { slotOf } from '../../app/clinical/instruments/questionnaire-slots.ts'
import { SCALE_PARTS, type ScalePart } from '../../app/clinical/intake/scales.ts'
import { cautionLevel } from '../../app/clinical/plan/caution.ts'
import { words } from '../../app/content/words.ts'
import { PLAN_SIGNED } from '../../tests/ordinary-plan.ts'
import { type OpenTestApp, openTestApp, openTestLogin } from '../app.ts'
import { SIGNED } from '../ordinary-patient.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { questionnaireFile } from '../questionnaire-file.ts'
import { intakeScene, NOW, ORDINARY_PARTS } from './intake-scene.ts'

const { intake, checkIn, ownPages, review } = words.en
const LICENCE = {
  ...{ grantedBy: 'An invented holder', grantedTo: 'Test practice', terms: 'Letter 12' },
  ...{ grantedOn: '2026-01-10', until: '2026-12-31' },
}

let postgres: TestDatabase
let login: Login
let practiceId: string
let director: Member
let prescriber: Member
let patient: Member
let scene: ReturnType<typeof intakeScene>
let house: OpenTestApp
let now: Date
let own: string

beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  now = NOW
  practiceId = await makePractice(postgres.everything, { ...SIGNED, caution: PLAN_SIGNED.caution ?? {} })
  director = await makeMember(postgres.everything, practiceId, ['medical-director'])
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  patient = await makePatient(postgres.everything, practiceId)
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  scene = intakeScene(postgres.db, patient, TEST_SECRET)
  await scene.begin()
  house = openTestApp(postgres, { practiceId, login, change: { now: () => now } })
  own = await signIn(patient)
})

async function signIn(member: Member): Promise<string> {
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: member.name })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', member.id)
    .execute()
  return house.signIn(accountId)
}

async function load(code: string, change: { until?: string; version?: string; language?: 'en' | 'es' } = {}) {
  const slot = slotOf(code)
  if (!slot) throw new Error(`${code} is no slot`)
  const { until = LICENCE.until, version = '2026-1', language = 'en' } = change
  const file = { ...questionnaireFile(slot, language), version }
  const loaded = await loadInstrument(
    postgres.db,
    await Permit.ask(postgres.db, director, 'load-instrument'),
    director,
    {
      ...{ instrument: code, language, file: new TextEncoder().encode(JSON.stringify(file)) },
      ...{ licence: { ...LICENCE, until }, uploadedWith: 'console' as const, uploadedAt: now },
      today: now.toISOString().slice(0, 10),
    },
  )
  expect(loaded.status).toBe('loaded')
}

async function withdraw() {
  const [newest] = await postgres.everything
    .selectFrom('instrument_wording')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('version', 'desc')
    .execute()
  await withdrawInstrument(
    postgres.db,
    await Permit.ask(postgres.db, director, 'withdraw-instrument'),
    director,
    { wordingId: newest?.instrument_wording_id ?? '', because: 'Taken back', at: now },
  )
}

const get = async (path: string, cookie = own) => (await house.request('GET', path, cookie)).text()
const post = (part: string, fields: Record<string, string>) =>
  house.request('POST', `/portal/intake/${part}`, own, fields)

/** What the page's form carries unseen. */
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )

const sent = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, answer === 'skipped' ? 'skip' : String(answer)]),
  )

async function answer(part: ScalePart, answers: Answers): Promise<Response> {
  const carried = hiddenIn(await get(`/portal/intake/${part}`))
  return post(part, { ...carried, ...sent(answers), step: 'hand-in' })
}
const allOf = (part: ScalePart, value: number): Answers =>
  Object.fromEntries(SCALE_PARTS[part].instrument.items.map(({ linkId }) => [linkId, value]))

const facts = async () => {
  const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
  return inScope(postgres.db, permit, async (scope) =>
    intakeFacts(scope, await scene.vault.keyOf(scope), { now }),
  )
}
const openFindings = () =>
  postgres.everything
    .selectFrom('finding')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .where('closed_at', 'is', null)
    .orderBy('rule_id')
    .execute()
const finding = async (id: string) => (await openFindings()).find(({ rule_id }) => rule_id === id)
const sheets = (kind: string) =>
  postgres.everything
    .selectFrom('answer_sheet')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .where('kind', '=', kind)
    .execute()

const DRINKS = { 'audit-c-01': 3, 'audit-c-02': 2, 'audit-c-03': 2 }

describe('without a text', () => {
  test('the page is what it was: no scale, and our question', async () => {
    const overview = await get('/portal/intake')
    expect(overview).not.toContain(intake.parts.year.title)
    expect(await get('/portal/intake/habits')).toContain('name="alcohol-days"')
    const refused = await house.request('GET', '/portal/intake/year', own)
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/portal/intake'])
  })
})

describe('with a text', () => {
  test('the scale is asked in its words and our question is not; told, it is a fact, a finding, and kept apart', async () => {
    await load('audit-c')
    expect(await get('/portal/intake')).toContain(intake.parts.year.title)
    const habits = await get('/portal/intake/habits')
    expect(habits).not.toContain('name="alcohol-days"')
    expect(habits).toContain('name="drugs"')

    const start = await get('/portal/intake/year')
    const first = await (await post('year', { ...hiddenIn(start), step: '1' })).text()
    expect(first).toContain('An invented question for audit-c-01?')
    expect(first).toContain('An invented holder. All rights reserved.')
    expect(first).not.toContain('audit-c-02')
    expect(first).toContain(intake.questionnaire.keptSoFar)
    expect(first).not.toContain(checkIn.notKept)
    const second = await (await post('year', { ...hiddenIn(first), 'audit-c-01': '3', step: '2' })).text()
    expect(second).toContain('An invented question for audit-c-02?')
    const fields = { ...hiddenIn(second), ...sent(DRINKS), step: 'hand-in' }
    expect((await post('year', fields)).headers.get('location')).toBe('/portal/intake?kept')
    expect((await post('year', fields)).status).toBe(303)
    const stored = await sheets('scale-audit-c')
    expect(stored).toHaveLength(1)
    expect(stored[0]?.sealed.toString()).not.toContain('audit-c')

    expect(await facts()).toMatchObject({ auditCTotal: 7 })
    const { 'alcohol-days': _, ...rest } = ORDINARY_PARTS.habits
    await scene.tell('habits', rest)
    await scene.handIn()
    const alcohol = await finding('B13')
    expect(alcohol).toMatchObject({ severity: 'review', is_unknown: false })
    expect(alcohol?.evidence).toMatchObject({ auditCTotal: stored[0]?.answer_sheet_id })

    const desk = await signIn(prescriber)
    const chart = await get(`/console/patients/${patient.id}/review`, desk)
    expect(chart).not.toContain('An invented question for audit-c-01?')
    const apart = await get(`/console/patients/${patient.id}/segments/substance-use`, desk)
    expect(apart).toContain('An invented question for audit-c-01?')
    expect(apart).toContain(review.answers.scores.total('7'))
    expect(apart).toContain(review.answers.askedBy('English', '2026-1'))
  })

  test('who drinks nothing is asked one question', async () => {
    await load('audit-c')
    const start = hiddenIn(await get('/portal/intake/year'))
    const done = await post('year', { ...start, 'audit-c-01': '0', step: '2' })
    expect(done.headers.get('location')).toBe('/portal/intake?kept')
    expect(await facts()).toMatchObject({ auditCTotal: 0 })
  })

  test('one that is asked and not answered is one open finding, and never a no', async () => {
    await load('audit-c')
    await scene.handIn()
    expect(await finding('B13')).toMatchObject({ is_unknown: true })
    const start = hiddenIn(await get('/portal/intake/year'))
    expect((await post('year', { ...start, step: 'never' })).status).toBe(303)
    expect(await get('/portal/intake')).toContain(intake.overview.states.declined)
    expect((await facts()).auditCTotal).toBeUndefined()
  })

  test('in the other language our question stands in', async () => {
    await load('audit-c', { language: 'es' })
    expect(await get('/portal/intake/habits')).toContain('name="alcohol-days"')
    expect(await get('/portal/intake/habits?lang=es')).not.toContain('name="alcohol-days"')
    expect((await facts()).auditCTotal).toBe('not-loaded')
  })

  test('a form of somebody else, or for another text, is refused', async () => {
    await load('audit-c')
    const start = hiddenIn(await get('/portal/intake/year'))
    await load('audit-c', { version: '2026-2' })
    const other = hiddenIn(await get('/portal/intake/year'))
    for (const fields of [
      { ...start, wordingId: other.wordingId ?? '' },
      { ...start, wordingId: randomUUID() },
      { ...start, wordingId: '' },
      { ...start, responseId: randomUUID() },
    ])
      expect(
        (await post('year', { ...fields, 'audit-c-01': '0', step: 'hand-in' })).status,
      ).toBeGreaterThanOrEqual(400)
    expect(await sheets('scale-audit-c')).toEqual([])
  })
})

describe('broken off', () => {
  test('what was chosen is kept, and the page goes on where somebody stopped', async () => {
    await load('des-ii')
    const start = hiddenIn(await get('/portal/intake/often'))
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`des2-0${i}`, '40']))
    await post('often', { ...start, ...five, step: '2' })
    expect(await get('/portal/intake')).toContain(intake.overview.states.begun)
    const again = await get('/portal/intake/often')
    expect(again).toContain(intake.questionnaire.begun)
    expect(again).toContain('name="step" value="2"')
    expect(hiddenIn(again)).toMatchObject(five)
    await post('often', { ...hiddenIn(again), step: '2' })
    expect(await sheets('scale-des-ii-begun')).toHaveLength(1)
    expect((await facts()).desMean).toBeUndefined()
    const rest = sent(allOf('often', 40))
    expect((await post('often', { ...hiddenIn(again), ...rest, step: 'hand-in' })).status).toBe(303)
    expect(await facts()).toMatchObject({ desMean: 40, desTaxonMean: 40 })
    expect(await get('/portal/intake')).not.toContain(intake.overview.states.begun)
  })

  test('another text begins anew, and mixes no words', async () => {
    await load('des-ii')
    const start = hiddenIn(await get('/portal/intake/often'))
    await post('often', { ...start, 'des2-01': '40', step: '2' })
    await load('des-ii', { version: '2026-2' })
    expect(hiddenIn(await get('/portal/intake/often'))).not.toHaveProperty('des2-01')
  })
})

describe('a text that goes', () => {
  test('in the middle of an answer: what was chosen stays, and our question is asked after all', async () => {
    await load('audit-c')
    const { 'alcohol-days': _, ...rest } = ORDINARY_PARTS.habits
    await scene.tell('habits', rest)
    const start = hiddenIn(await get('/portal/intake/year'))
    await withdraw()
    const stopped = await post('year', { ...start, 'audit-c-01': '3', step: '2' })
    expect(stopped.headers.get('location')).toBe('/portal/intake?stopped')
    expect(await get('/portal/intake?stopped')).toContain(intake.overview.textGone)
    expect(await sheets('scale-audit-c-begun')).toHaveLength(1)
    expect(await get('/portal/intake/habits')).toContain('name="alcohol-days"')
    expect((await facts()).auditCTotal).toBe('not-loaded')
    // The part that was kept without that question is open again.
    expect((await get('/portal/intake')).replaceAll(/\s+/g, ' ')).toMatch(
      /class="open"><a href="\/portal\/intake\/habits"/,
    )
  })

  test.each([
    ['taken out of use', withdraw],
    [
      'its license over',
      async () => {
        now = new Date('2027-01-01T15:00:00Z')
      },
    ],
  ])('after the answer, %s: the answer counts and stays readable in its words', async (_why, goes) => {
    await load('audit-c')
    await answer('year', DRINKS)
    await goes()
    own = await signIn(patient)
    expect(await facts()).toMatchObject({ auditCTotal: 7 })
    const page = await get('/portal/intake/year')
    expect(page).toContain('An invented question for audit-c-01?')
    expect(page).toContain('Answer worth 3')
    expect(page).not.toContain(intake.questionnaire.again)
    expect(await get('/portal/intake/habits')).not.toContain('name="alcohol-days"')
  })

  test('a form that was whole before it went is taken', async () => {
    await load('audit-c')
    const start = hiddenIn(await get('/portal/intake/year'))
    await withdraw()
    expect((await post('year', { ...start, ...sent(DRINKS), step: 'hand-in' })).status).toBe(303)
    expect(await facts()).toMatchObject({ auditCTotal: 7 })
  })
})

describe('a form left open until the intake was decided', () => {
  const decide = () =>
    postgres.everything
      .updateTable('enrolment')
      .set({ state: 'accepted' })
      .where('patient_id', '=', patient.id)
      .execute()
  const stored = async () => {
    const { everything } = postgres
    const told = await everything.selectFrom('answer_sheet').select('kind').execute()
    const responses = await everything.selectFrom('questionnaire_response').select('patient_id').execute()
    const raised = await everything.selectFrom('alert').select(['patient_id', 'level']).execute()
    return {
      sheets: told.map(({ kind }) => kind),
      responses: responses.filter(({ patient_id }) => patient_id === patient.id).length,
      alerts: raised.flatMap(({ patient_id, level }) => (patient_id === patient.id ? [level] : [])),
    }
  }

  test.each([
    ['often', { 'des2-01': '40', step: '2' }],
    ['often', { ...sent(allOf('often', 40)), step: 'hand-in' }],
    ['often', { step: 'later' }],
    ['also', { 'cssrs-1': '0', 'cssrs-2': '0', step: '2' }],
    ['now', { 'asq-01': '0', step: '2' }],
    ['fortnight', { 'phq9-01': '3', step: '2' }],
    ['month', { 'pcl5-01': '3', step: 'hand-in' }],
    ['habits', { 'alcohol-days': '3' }],
  ])('%s is not taken with %o', async (part, fields) => {
    await Promise.all([load('des-ii'), load('c-ssrs')])
    const start = hiddenIn(await get(`/portal/intake/${part}`))
    await decide()
    const before = await stored()
    const answered = await post(part, { ...start, ...fields })
    expect(answered.status).toBe(409)
    const html = await answered.text()
    for (const line of [intake.over.title, ownPages.nothingSent, 'href="/help"']) expect(html).toContain(line)
    expect(await stored()).toEqual(before)
  })

  test.each([
    ['also', { 'cssrs-2': '1', 'cssrs-4': '1', step: '3' }, 'emergency'],
    ['also', { 'cssrs-2': 'skip', step: 'hand-in' }, 'person-now'],
    ['now', { 'asq-01': '1', step: '2' }, 'person-now'],
    ['fortnight', { 'phq9-09': '1', step: 'hand-in' }, 'person-now'],
  ])('%s asks for a person all the same with %o', async (part, fields, level) => {
    await load('c-ssrs')
    const start = hiddenIn(await get(`/portal/intake/${part}`))
    await decide()
    const answered = await post(part, { ...start, ...fields })
    expect(answered.status).toBe(200)
    const html = await answered.text()
    expect(html).toContain(intake.safety.title)
    expect(html).not.toContain('?again')
    expect((await stored()).alerts).toEqual([level])
    await post(part, { ...start, ...fields })
    expect((await stored()).alerts).toEqual([level])
  })
})

test('nobody is asked twice: our question was answered before the text came', async () => {
  await scene.tell('habits', ORDINARY_PARTS.habits)
  await load('audit-c')
  expect(await get('/portal/intake')).not.toContain(intake.parts.year.title)
  expect(await get('/portal/intake/habits')).toContain('name="alcohol-days"')
  expect((await facts()).auditCTotal).toBe('not-loaded')
})

describe('the suicide screen of a loaded text', () => {
  const alerts = () =>
    postgres.everything
      .selectFrom('alert')
      .selectAll()
      .where('patient_id', '=', patient.id)
      .orderBy('raised_at')
      .execute()

  test('stands beside the built-in one, in its own order, and asks for a person with its first screen', async () => {
    await load('c-ssrs')
    await scene.tellAll()
    const start = await get('/portal/intake/also')
    expect(start).toContain(intake.questionnaire.onYourOwn)
    expect(await get('/portal/intake/now')).not.toContain(intake.parts.also.title)
    const first = await (await post('also', { ...hiddenIn(start), step: '1' })).text()
    for (const [name, isHere] of [
      ['cssrs-1', true],
      ['cssrs-2', true],
      ['cssrs-3', false],
      ['cssrs-6', false],
    ] as const)
      expect(first.includes(`id="${name}"`), name).toBe(isHere)
    const second = await (
      await post('also', { ...hiddenIn(first), 'cssrs-1': '1', 'cssrs-2': '1', step: '2' })
    ).text()
    expect(second).toContain('id="cssrs-3"')
    expect(await alerts()).toEqual([])
    expect(await finding('B03')).toMatchObject({ is_unknown: false })
    const third = await (
      await post('also', { ...hiddenIn(second), 'cssrs-3': '1', 'cssrs-4': '1', 'cssrs-5': '0', step: '3' })
    ).text()
    expect(third).toContain('id="cssrs-6"')
    expect(await alerts()).toMatchObject([{ level: 'emergency' }])
    expect(await finding('B01')).toMatchObject({ severity: 'block', is_unknown: false })
    // Left here: help stands on the page.
    const again = await get('/portal/intake/also')
    expect(again).toContain(intake.safety.title)
    expect(again).toContain('tel:988')

    const done = await post('also', { ...hiddenIn(third), 'cssrs-6': '0', step: '4' })
    expect(done.headers.get('location')).toBe('/portal/intake/also')
    expect(await get('/portal/intake/also')).toContain(intake.safety.title)
    expect(await alerts()).toHaveLength(1)
    await scene.handIn()
    expect(await alerts()).toHaveLength(1)
    expect((await openFindings()).filter(({ rule_id }) => rule_id === 'B01')).toHaveLength(1)
    expect(await facts()).toMatchObject({ cssrsLevel: 'high', cssrsItemsSkipped: 0 })
    expect((await facts()).asq).toMatchObject({ outcome: 'negative' })
  })

  test('another answer does not take it back, and nothing found is nothing said', async () => {
    await load('c-ssrs')
    await scene.tellAll()
    await answer('also', { 'cssrs-1': 0, 'cssrs-2': 0, 'cssrs-6': 1, 'cssrs-6-recent': 1 })
    await scene.handIn()
    expect(await finding('B01')).toMatchObject({ is_unknown: false })
    await answerAgain('also', { 'cssrs-1': 0, 'cssrs-2': 0, 'cssrs-6': 0 })
    await scene.handIn(randomUUID(), new Date(NOW.getTime() + 60_000))
    expect(await finding('B01')).toMatchObject({ is_unknown: false })
    expect(await facts()).toMatchObject({ cssrsLevel: 'none' })
  })

  test('handed in with gaps after a yes, it asks for the most it can be; half-way, for what was said', async () => {
    await load('c-ssrs')
    const wish = { 'cssrs-1': '1', 'cssrs-2': '1', 'cssrs-3': 'skip' }
    const start = hiddenIn(await get('/portal/intake/also'))
    await post('also', { ...start, ...wish, step: '3' })
    expect(await alerts()).toMatchObject([{ level: 'person-now' }])
    await post('also', { ...start, ...wish, step: 'hand-in' })
    expect((await alerts()).map(({ level }) => level).sort()).toEqual(['emergency', 'person-now'])
    expect(await finding('B01')).toMatchObject({ severity: 'block', is_unknown: false })
  })

  test('a question that is skipped is not a no', async () => {
    await load('c-ssrs')
    await answer('also', { 'cssrs-1': 0, 'cssrs-2': 'skipped', 'cssrs-6': 0 })
    expect(await alerts()).toMatchObject([{ level: 'person-now' }])
    expect(await finding('B04')).toMatchObject({ severity: 'block', is_unknown: false })
  })
})

test('the level of caution follows the scales that were answered', async () => {
  await scene.tellAll()
  await scene.record(prescriber)
  const level = async () => {
    const { lines } = cautionLevel(await facts(), { ...SIGNED, ...PLAN_SIGNED })
    return lines.filter(({ caution }) => caution === 'complexPtsd' || caution === 'dissociation')
  }
  expect((await level()).map(({ holds }) => holds).toSorted()).toEqual(['no', 'unknown'])
  await load('itq')
  await answer('patterns', allOf('patterns', 0))
  expect((await level()).map(({ holds }) => holds)).toEqual(['no', 'no'])
  await answer('patterns', allOf('patterns', 2))
  await answerAgain('patterns', allOf('patterns', 2))
  expect((await level()).map(({ holds }) => holds).toSorted()).toEqual(['no', 'yes'])
})

async function answerAgain(part: ScalePart, answers: Answers) {
  const carried = hiddenIn(await get(`/portal/intake/${part}?again`))
  return post(part, { ...carried, ...sent(answers), step: 'hand-in' })
}
