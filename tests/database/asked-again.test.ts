/** Between sessions mood, feeling unreal and substances are asked again when they are due: over HTTP, on a database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { dayKnown } from '../../app/care/day-known.ts'
import { loadInstrument } from '../../app/care/load-instrument.ts'
import { slotOf } from '../../app/clinical/instruments/questionnaire-slots.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { words } from '../../app/content/words.ts'
import { insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { type OpenTestApp, openTestApp, openTestLogin } from '../app.ts'
import { enrol } from '../enrolled.ts'
import { makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { questionnaireFile } from '../questionnaire-file.ts'
import { bookSession, makeScene, minute, type Scene, vault } from '../session-scene.ts'

const { intake, checkIn } = words.en
const DAY = 24 * 60
/** The button that hands a part in. */
const NEXT = Object.fromEntries([['then', 'next']])

let postgres: TestDatabase
let login: Login
let scene: Scene
let house: OpenTestApp
let own: string
let now: Date

beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  scene = await makeScene(postgres)
  const { patient, practiceId } = scene
  await postgres.everything.deleteFrom('enrolment_step').where('patient_id', '=', patient.id).execute()
  await postgres.everything.deleteFrom('enrolment').where('patient_id', '=', patient.id).execute()
  await enrol(postgres.everything, {
    ...{ patient, state: 'integrating', since: minute(DAY) },
    before: ['accepted', 'supplied', 'ready', 'session-day', 'in-session', 'recovering'],
  })
  await postgres.everything
    .updateTable('dosing_session')
    .set({ ended_at: minute(180) })
    .where('patient_id', '=', patient.id)
    .execute()
  now = minute(7 * DAY)
  house = openTestApp(postgres, { practiceId, login, change: { now: () => now } })
  const account = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: account })
    .where('actor_id', '=', patient.id)
    .execute()
  own = await house.signIn(account)
})

const get = async (path: string) => (await house.request('GET', path, own)).text()
const post = (path: string, fields: Record<string, string>) => house.request('POST', path, own, fields)
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
const thanks = '/portal/follow-up/thank-you'
const locationOf = (answer: Response) => answer.headers.get('location')

async function week() {
  const carried = hiddenIn(await get('/portal/follow-up'))
  expect(locationOf(await post('/portal/follow-up', { ...carried, step: 'hand-in' }))).toBe(thanks)
}

async function tellBefore(kind: string, answers: Told, at: Date) {
  const permit = await Permit.ask(postgres.db, scene.patient, 'submit-answers', scene.patient.id)
  await inScope(postgres.db, permit, async (scope) =>
    insertAnswerSheet(scope, await vault.keyOf(scope), {
      ...{ id: randomUUID(), kind, version: 2, answers, authoredAt: at },
    }),
  )
}

async function load(code: string) {
  const director = await makeMember(postgres.everything, scene.practiceId, ['medical-director'])
  const slot = slotOf(code)
  if (!slot) throw new Error(`${code} is no slot`)
  const licence = {
    ...{ grantedBy: 'An invented holder', grantedTo: 'Test practice', terms: 'Letter 12' },
    ...{ grantedOn: '2026-01-10', until: null },
  }
  await loadInstrument(postgres.db, await Permit.ask(postgres.db, director, 'load-instrument'), director, {
    ...{ instrument: code, language: 'en' as const, licence, uploadedWith: 'console' as const },
    ...{ file: new TextEncoder().encode(JSON.stringify(questionnaireFile(slot))) },
    ...{ uploadedAt: now, today: now.toISOString().slice(0, 10) },
  })
}

const findings = async (ruleId: string) =>
  (
    await postgres.everything
      .selectFrom('finding')
      .selectAll()
      .where('patient_id', '=', scene.patient.id)
      .where('rule_id', '=', ruleId)
      .execute()
  ).map(({ severity, is_unknown, evidence }) => ({ severity, is_unknown, evidence }))

describe('the first page', () => {
  const SHORT = words.en.way.shortQuestions
  const tellNextDay = async () => {
    const permit = await Permit.ask(postgres.db, scene.patient, 'submit-answers', scene.patient.id)
    await inScope(postgres.db, permit, async (scope) =>
      insertAnswerSheet(scope, await vault.keyOf(scope), {
        ...{ id: randomUUID(), kind: 'next-day', version: 1, sessionId: scene.sessionId },
        ...{ answers: { asq: {}, told: {} }, authoredAt: minute(DAY) },
      }),
    )
  }
  const answerMood = async () => {
    const start = hiddenIn(await get('/portal/follow-up/mood'))
    await post('/portal/follow-up/mood', { ...start, step: 'hand-in' })
  }
  const answerHabits = async () => {
    const start = hiddenIn(await get('/portal/follow-up/habits'))
    await post('/portal/follow-up/habits', { ...start, 'alcohol-days': '0', ...NEXT })
  }

  beforeEach(async () => {
    const { practiceId, patient, sessionId, friend } = scene
    await postgres.everything
      .insertInto('session_event')
      .values({
        ...{ practice_id: practiceId, patient_id: patient.id, session_id: sessionId },
        ...{ event_id: randomUUID(), event: JSON.stringify({ what: { kind: 'dose-started', units: 1 } }) },
        ...{ sent_by: friend.id, sent_as: 'support-person' },
      })
      .execute()
    now = minute(9 * DAY)
  })

  test('leads to what is due without the week, names none of it, and says nothing when nothing is', async () => {
    await tellNextDay()
    const page = await get('/portal')
    expect(page).toContain(`href="/portal/follow-up/mood"`)
    expect(page).toContain(SHORT)
    expect(page).not.toContain(intake.parts.fortnight.title)
    await answerMood()
    expect(await get('/portal')).toContain(`href="/portal/follow-up/habits"`)
    expect(await get(thanks)).toContain(words.en.told.notSeen)
    now = new Date(now.getTime() + 60_000)
    await answerHabits()
    expect(await get('/portal')).not.toContain(SHORT)
    const thanked = await get(thanks)
    expect(thanked).toContain(checkIn.thanks.title)
    expect(thanked).not.toContain(words.en.told.notSeen)
  })

  test('asks for the day after a session before anything else', async () => {
    const page = await get('/portal')
    expect(page).toContain('href="/portal/next-day"')
    expect(page).not.toContain('/portal/follow-up/')
  })

  test.each(['ready', 're-evaluation-due'] as const)(
    'in %s the day after stays open beside what comes next, until it is told',
    async (state) => {
      await postgres.everything
        .updateTable('enrolment')
        .set({ state })
        .where('patient_id', '=', scene.patient.id)
        .execute()
      const { practiceId, patient, friend, backup, prescriber } = scene
      await bookSession(
        postgres.everything,
        { practiceId, patient, friend, backup, prescriber },
        minute(10 * DAY),
      )
      const day = 'href="/portal/next-day"'
      const evening = minute(300)
      now = evening
      expect(await get('/portal')).not.toContain(day)
      now = minute(9 * DAY)
      expect(await get('/portal')).toContain(day)
      await tellNextDay()
      expect(await get('/portal')).not.toContain(day)
    },
  )
})

describe('mood', () => {
  const answer = async (change: Record<string, string> = {}) => {
    const start = hiddenIn(await get('/portal/follow-up/mood'))
    const all = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`phq9-0${i + 1}`, '0'] as const))
    return post('/portal/follow-up/mood', { ...start, ...all, ...change, step: 'hand-in' })
  }

  test('is offered after the week when it is due, and not before', async () => {
    now = minute(3 * DAY)
    await week()
    expect(await get(thanks)).not.toContain('/portal/follow-up/mood')
    expect(locationOf(await house.request('GET', '/portal/follow-up/mood', own))).toBe(thanks)
    now = minute(9 * DAY)
    const page = await get(thanks)
    expect(page).toContain(checkIn.thanks.more)
    expect(page).toContain('/portal/follow-up/mood')
    expect(await get('/portal/follow-up/mood')).toContain(intake.parts.fortnight.title)
  })

  test('handed in, it is judged against the one before, and not asked again', async () => {
    now = minute(9 * DAY)
    await week()
    const worse = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`phq9-0${i + 1}`, '2']))
    expect(locationOf(await answer(worse))).toBe('/portal/follow-up/now')
    expect(locationOf(await house.request('GET', '/portal/follow-up/now', own))).toBe(thanks)
    expect(await findings('F04')).toMatchObject([{ is_unknown: false }])
    expect(await get(thanks)).not.toContain('/portal/follow-up/mood')
  })

  test('an answer about self-harm leads to help, and to the questions about safety', async () => {
    now = minute(9 * DAY)
    await answer({ 'phq9-09': '1' })
    const help = await get('/portal/follow-up/now')
    expect(help).toContain('tel:988')
    expect(help).toContain('/portal/follow-up/now?again')
    const start = hiddenIn(await get('/portal/follow-up/now?again'))
    const no = { 'asq-01': '0', 'asq-02': '0', 'asq-03': '0', 'asq-04': '0' }
    await post('/portal/follow-up/now', { ...start, ...no, step: 'hand-in' })
    expect(locationOf(await house.request('GET', '/portal/follow-up/now', own))).toBe(thanks)
  })
})

describe('alcohol and other substances', () => {
  const NEVER: Told = { 'alcohol-days': 0, drugs: 'never', medicinesBeyond: 'never' }
  const tell = async (fields: Record<string, string>) => {
    const start = hiddenIn(await get('/portal/follow-up/habits'))
    return post('/portal/follow-up/habits', { ...start, ...fields, ...NEXT })
  }

  test('are asked again after the signed months, in our own questions', async () => {
    await tellBefore('intake-habits', { ...NEVER, dependence: 'no' }, minute(-60 * DAY))
    expect(locationOf(await house.request('GET', '/portal/follow-up/habits', own))).toBe(thanks)
    now = minute(31 * DAY)
    const page = await get('/portal/follow-up/habits')
    expect(page).toContain('name="alcohol-days"')
    expect(page).not.toContain('name="dependence"')
    expect(locationOf(await tell({ 'alcohol-days': '0', drugs: 'never', medicinesBeyond: 'never' }))).toBe(
      thanks,
    )
    expect(await findings('F14')).toEqual([])
    expect(locationOf(await house.request('GET', '/portal/follow-up/habits', own))).toBe(thanks)
  })

  test('worse than before is found once, with the id of its sheet and no value', async () => {
    await tellBefore('intake-habits', NEVER, minute(-100 * DAY))
    const start = hiddenIn(await get('/portal/follow-up/habits'))
    const fields = { ...start, 'alcohol-days': '0', drugs: 'weekly', medicinesBeyond: 'never', ...NEXT }
    await post('/portal/follow-up/habits', fields)
    await post('/portal/follow-up/habits', fields)
    const [found, ...more] = await findings('F14')
    expect(more).toEqual([])
    expect(found).toMatchObject({ severity: 'review', is_unknown: false })
    expect(found?.evidence).toMatchObject({ isSubstanceUseWorse: start.sheetId })
    expect(JSON.stringify(found)).not.toContain('weekly')
  })

  test('left open is not known, and a number that is none comes back', async () => {
    await tellBefore('intake-habits', NEVER, minute(-100 * DAY))
    const again = await tell({ 'alcohol-days': 'many' })
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('value="many"')
    await tell({ 'alcohol-days': '0' })
    expect(await findings('F14')).toMatchObject([{ is_unknown: true, severity: 'advise' }])
  })

  test('by the scale where its text is in force, and by our questions for the rest', async () => {
    await tellBefore('intake-habits', NEVER, minute(-100 * DAY))
    await load('audit-c')
    const page = await get('/portal/follow-up/habits')
    expect(page).not.toContain('name="alcohol-days"')
    expect(page).toContain('name="drugs"')
    const start = hiddenIn(await get('/portal/follow-up/year'))
    const fields = { ...start, 'audit-c-01': '3', 'audit-c-02': '2', 'audit-c-03': '2', step: 'hand-in' }
    expect(locationOf(await post('/portal/follow-up/year', fields))).toBe(thanks)
    expect(await findings('F14')).toMatchObject([{ severity: 'review', is_unknown: false }])
  })
})

test('what a clinician has answered of one scale is not found again with another, nor under its sheet', async () => {
  await load('audit-c')
  await load('dast-10')
  const answer = async (of: 'year' | 'ten', answers: Record<string, string>) => {
    const start = hiddenIn(await get(`/portal/follow-up/${of}`))
    await post(`/portal/follow-up/${of}`, { ...start, ...answers, step: 'hand-in' })
    return start.responseId
  }
  await answer('year', { 'audit-c-01': '3', 'audit-c-02': '2', 'audit-c-03': '2' })
  const [rise] = await findings('F14')
  expect(rise).toMatchObject({ severity: 'review', is_unknown: false })
  await postgres.everything
    .updateTable('finding')
    .set({ closed_at: now, closed_by: scene.prescriber.id, closed_because: 'talked about' })
    .where('rule_id', '=', 'F14')
    .execute()
  const none = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`dast10-${String(i + 1).padStart(2, '0')}`, i === 2 ? '1' : '0']),
  )
  await answer('ten', none)
  expect(await findings('F14')).toHaveLength(1)
})

test('feeling unreal is asked by the DSS-B where there is a text, and the gate reads the rise', async () => {
  expect(locationOf(await house.request('GET', '/portal/follow-up/lately', own))).toBe(thanks)
  await load('dss-b')
  const answer = async (value: string) => {
    const start = hiddenIn(await get('/portal/follow-up/lately'))
    const all = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`dss-b-0${i + 1}`, value]))
    return post('/portal/follow-up/lately', { ...start, ...all, step: 'hand-in' })
  }
  expect(locationOf(await answer('0'))).toBe(thanks)
  now = minute(60 * DAY)
  await answer('2')
  const permit = await Permit.ask(postgres.db, scene.patient, 'read-own-day', scene.patient.id)
  const { unreal } = await inScope(postgres.db, permit, async (scope) =>
    dayKnown(scope, await vault.keyOf(scope), { id: scene.sessionId, timeZone: 'America/New_York' }, now),
  )
  expect(unreal).toMatchObject({ dssBBaseline: 0, dssB: { score: { total: 16 } }, previousDssBRise: 'none' })
})
