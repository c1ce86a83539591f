/** Answers outside a session that ask for a person: raised once, told to the person in its true form, acknowledged. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { Permit } from '../../app/access/permit.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { keepSafetyAnswers } from '../../app/care/keep-safety-answers.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import { tellPart } from '../../app/care/tell-intake.ts'
import { asq } from '../../app/clinical/instruments/asq.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { phq9 } from '../../app/clinical/instruments/phq9.ts'
import { words } from '../../app/content/words.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { clockFrom } from '../clock-scene.ts'
import { failingAtStep } from '../failing-database.ts'
import { SIGNED } from '../ordinary-patient.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { intakeScene, NO_TO_ASQ, NOW } from './intake-scene.ts'

let postgres: TestDatabase
let login: Login
let practiceId: string
let patient: Member & { accountId: string }
let prescriber: Member & { accountId: string }
let scene: ReturnType<typeof intakeScene>

beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  practiceId = await makePractice(postgres.everything, SIGNED)
  patient = await makePatient(postgres.everything, practiceId)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  scene = intakeScene(postgres.db, patient)
  await scene.begin()
})

const MINUTE = 60_000
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)
const RIGHT_NOW: Answers = { ...NO_TO_ASQ, 'asq-01': 1, 'asq-05': 1 }
const NOT_NOW: Answers = { ...NO_TO_ASQ, 'asq-01': 1, 'asq-05': 0 }
const ITEM_9 = (value: number | 'skipped'): Answers => ({
  ...Object.fromEntries(phq9.items.map(({ linkId }) => [linkId, 0])),
  'phq9-09': value,
})
const alerts = () =>
  postgres.everything
    .selectFrom('alert')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .orderBy('raised_at')
    .execute()
const raised = async () => (await alerts()).map(({ cause, level }) => `${cause.split(' ')[1]} ${level}`)
const cover = () =>
  postgres.everything
    .insertInto('duty')
    .values({
      ...{ practice_id: practiceId, duty_id: randomUUID(), clinician_id: prescriber.id },
      ...{ from_at: later(-60), to_at: later(600), planned_by: null, planned_by_name: null },
      ...{ withdrawn_at: null, withdrawn_by: null },
    })
    .execute()
const settle = async (at: Date) => {
  const permit = await Permit.ask(postgres.db, prescriber, 'answer-alert', patient.id)
  for (const { alert_id } of await alerts())
    await settleRaised(postgres.db, permit, { alertId: alert_id, at, by: prescriber.name }, 'spoke with them')
}

describe('the suicide screen of the intake', () => {
  test.each<[string, Answers, string[]]>([
    ['all no', NO_TO_ASQ, []],
    ['a yes, and not right now', NOT_NOW, ['rule:S02 person-now']],
    ['a yes, and right now', RIGHT_NOW, ['rule:S01 emergency']],
    ['right now declined', { ...NOT_NOW, 'asq-05': 'skipped' }, ['rule:S01 emergency']],
    [
      'one skipped, and not right now',
      { ...NO_TO_ASQ, 'asq-02': 'skipped', 'asq-05': 0 },
      ['rule:S02 person-now'],
    ],
    ['left off half-way', { 'asq-01': 0 }, ['rule:S01 person-now']],
  ])('%s', async (_what, answers, expected) => {
    await scene.answer(asq, answers)
    expect(await raised()).toEqual(expected)
  })

  test('once for the same answers, however often they are sent and handed in', async () => {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    const response = {
      id: randomUUID(),
      instrument: asq,
      language: 'en',
      answers: RIGHT_NOW,
      authoredAt: NOW,
    }
    const send = () => submitResponse(postgres.db, permit, response)
    await Promise.all([send(), send(), send()])
    await scene.handIn()
    await scene.handIn(randomUUID(), later(5))
    expect(await raised()).toEqual(['rule:S01 emergency'])
    await settle(later(6))
    await scene.handIn(randomUUID(), later(7))
    expect(await raised()).toEqual(['rule:S01 emergency'])
  })

  test('answered anew, an alert that nobody has seen speaks for it; one that was seen does not', async () => {
    await scene.answer(asq, NOT_NOW)
    await scene.answer(asq, NOT_NOW, later(1))
    expect(await raised()).toEqual(['rule:S02 person-now'])
    await scene.answer(asq, RIGHT_NOW, later(2))
    expect(await raised()).toEqual(['rule:S02 person-now', 'rule:S01 emergency'])
    await settle(later(3))
    await scene.answer(asq, NOT_NOW, later(4))
    expect(await raised()).toHaveLength(3)
  })

  test('outside cover it says so, and the care team is told at once all the same', async () => {
    const clock = await clockFrom(postgres, patient.id, NOW)
    await clock.event(NOW, () => scene.answer(asq, RIGHT_NOW))
    expect(await alerts()).toMatchObject([{ is_in_cover: false, session_id: null, seen_at: null }])
    await clock.until(later(1))
    expect(clock.sent.map(({ to }) => to)).toContain(`${prescriber.accountId}@test.invalid`)
    for (const { subject, text } of clock.sent)
      expect(`${subject} ${text}`).not.toMatch(/ketamine|session|dose|patient|suicid|clinic/i)
  })

  test('whichever step fails, there is neither an answer nor an alert; the next try brings both', async () => {
    let failed = 0
    for (let step = 1; ; step++) {
      const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
      const outcome = await submitResponse(failingAtStep(postgres, step), permit, {
        ...{ id: randomUUID(), instrument: asq, language: 'en', answers: RIGHT_NOW, authoredAt: NOW },
      }).catch(() => 'failed')
      if (outcome === 'stored') break
      failed = step
      expect(await alerts()).toEqual([])
    }
    expect(failed).toBeGreaterThan(10)
    expect(await raised()).toEqual(['rule:S01 emergency'])
  })
})

describe('the one question about self-harm among those about mood', () => {
  test.each<[string, number | 'skipped', string[]]>([
    ['not at all', 0, []],
    ['several days', 1, ['rule:B05 person-now']],
    ['nearly every day', 3, ['rule:B05 person-now']],
    ['skipped is no no', 'skipped', ['rule:B05 person-now']],
  ])('%s', async (_what, value, expected) => {
    await scene.answer(phq9, ITEM_9(value))
    expect(await raised()).toEqual(expected)
  })

  test('a screen of the same day speaks for itself', async () => {
    await scene.answer(asq, NO_TO_ASQ)
    await scene.answer(phq9, ITEM_9(2), later(1))
    expect(await raised()).toEqual([])
  })

  test('raised once, also when the intake is handed in without a screen', async () => {
    await scene.answer(phq9, ITEM_9(1))
    await scene.handIn()
    await scene.handIn(randomUUID(), later(5))
    expect(await raised()).toEqual(['rule:B05 person-now'])
  })
})

describe('answers about safety that came with a screen, before the form is handed in', () => {
  const FIRST: Answers = { ...NO_TO_ASQ, 'asq-01': 1 }
  const sent = async (
    instrument: Parameters<typeof scene.answer>[0],
    answers: Answers,
    id: string,
    at = NOW,
  ) => {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    return { permit, form: { id, instrument, language: 'en', answers, authoredAt: at } }
  }
  const onTheWay = async (...screen: Parameters<typeof sent>) => {
    const { permit, form } = await sent(...screen)
    await keepSafetyAnswers(postgres.db, permit, form)
  }
  const handedIn = async (...screen: Parameters<typeof sent>) => {
    const { permit, form } = await sent(...screen)
    return submitResponse(postgres.db, permit, form)
  }
  const responses = () =>
    postgres.everything
      .selectFrom('questionnaire_response')
      .select(['questionnaire_response_id', 'answers', 'total'])
      .where('patient_id', '=', patient.id)
      .orderBy('authored_at')
      .execute()
  const open = async () =>
    (
      await postgres.everything
        .selectFrom('finding')
        .select(['rule_id', 'is_unknown'])
        .where('patient_id', '=', patient.id)
        .where('closed_at', 'is', null)
        .orderBy('rule_id')
        .execute()
    ).map(({ rule_id, is_unknown }) => `${rule_id}${is_unknown ? ' unknown' : ''}`)

  test.each<[string, Parameters<typeof scene.answer>[0], Answers, string[], string[]]>([
    ['a yes', asq, FIRST, ['rule:S02 person-now'], ['S02']],
    ['a skip', asq, { 'asq-02': 'skipped' }, ['rule:S02 person-now'], ['S02', 'S03']],
    ['all no', asq, NO_TO_ASQ, [], []],
    ['nothing yet', asq, {}, [], []],
    ['item nine', phq9, { 'phq9-01': 3, 'phq9-09': 1 }, ['rule:B05 person-now'], []],
    ['item nine skipped', phq9, { 'phq9-09': 'skipped' }, ['rule:B05 person-now'], []],
    ['item nine not at all', phq9, { 'phq9-01': 3, 'phq9-09': 0 }, [], []],
    ['item nine not reached', phq9, { 'phq9-01': 3 }, [], []],
  ])(
    '%s: stored and raised at once, also when nothing follows',
    async (_what, scale, answers, asked, found) => {
      await onTheWay(scale, answers, randomUUID())
      expect(await raised()).toEqual(asked)
      expect(await open()).toEqual(found)
      const stored = await responses()
      expect(stored).toHaveLength(asked.length)
      // A part is no score, and holds nothing that was not asked about safety.
      for (const one of stored) {
        expect(one.total).toBeNull()
        expect(Object.keys(one.answers).every((name) => name.startsWith('asq') || name === 'phq9-09')).toBe(
          true,
        )
      }
    },
  )

  test('sent again and again, and handed in as it was, is one alert and one finding', async () => {
    const id = randomUUID()
    await onTheWay(asq, FIRST, id)
    await Promise.all([onTheWay(asq, FIRST, id), onTheWay(asq, FIRST, id, later(1))])
    expect(await responses()).toHaveLength(1)
    await settle(later(2))
    await handedIn(asq, NOT_NOW, id, later(3))
    await handedIn(asq, NOT_NOW, id, later(3))
    expect(await raised()).toEqual(['rule:S02 person-now'])
    expect(await open()).toEqual(['S02'])
    expect(await responses()).toHaveLength(2)
  })

  test('item nine is raised once, and the score is of the whole form alone', async () => {
    const id = randomUUID()
    await onTheWay(phq9, { ...ITEM_9(2), 'phq9-10': undefined }, id)
    await settle(later(1))
    await handedIn(phq9, ITEM_9(2), id, later(2))
    await handedIn(phq9, ITEM_9(2), id, later(2))
    expect(await raised()).toEqual(['rule:B05 person-now'])
    expect((await responses()).map(({ total }) => total)).toEqual([null, 2])
  })

  test('right now, said at the end, is louder and raised as that', async () => {
    const id = randomUUID()
    await onTheWay(asq, FIRST, id)
    await handedIn(asq, RIGHT_NOW, id, later(1))
    expect(await raised()).toEqual(['rule:S02 person-now', 'rule:S01 emergency'])
  })

  test('taken back on the way, it stays on record and open until a clinician closes it', async () => {
    const id = randomUUID()
    await onTheWay(asq, FIRST, id)
    await handedIn(asq, NO_TO_ASQ, id, later(1))
    expect(await raised()).toEqual(['rule:S02 person-now'])
    expect(await open()).toEqual(['S02'])
    await scene.handIn(randomUUID(), later(2))
    expect(await open()).toContain('S02')
  })

  test('whichever step fails, there is neither an answer nor an alert; the next try brings both', async () => {
    for (let step = 1; ; step++) {
      const { permit, form } = await sent(asq, FIRST, randomUUID())
      const outcome = await keepSafetyAnswers(failingAtStep(postgres, step), permit, form).catch(
        () => 'failed',
      )
      if (outcome === undefined) break
      expect([await alerts(), await responses(), await open()]).toEqual([[], [], []])
    }
    expect(await raised()).toEqual(['rule:S02 person-now'])
  })
})

describe('an answer of the intake that does not wait until it is handed in', () => {
  const UNSAFE = { safeAtHome: 'no', fearsSupportPerson: 'no' }
  const SAFE = { safeAtHome: 'yes', fearsSupportPerson: 'no' }
  const CALM = {
    ...{ 'psychosis-diagnosis': 'no', 'psychosis-now': 'no', 'psychosis-substance': 'no' },
    ...{ 'psychosis-family': 'no', 'mania-hospital': 'no', 'mania-now': 'no' },
  }
  const found = async () =>
    (
      await postgres.everything
        .selectFrom('finding')
        .selectAll()
        .where('patient_id', '=', patient.id)
        .where('rule_id', 'in', ['B11', 'B12', 'B29'])
        .orderBy('found_at')
        .orderBy('rule_id')
        .execute()
    ).map(({ rule_id, severity, closed_at }) => `${rule_id} ${severity}${closed_at ? ' closed' : ''}`)
  const mails = async () =>
    (
      await postgres
        .poolAs('worker')
        .query(`select key from graphile_worker.jobs where key like $1 || ' tell-care-team%'`, [practiceId])
    ).rows.length

  test.each<[string, Record<string, unknown>, string[], string[]]>([
    ['not safe', UNSAFE, ['rule:B29 person-now'], ['B29 block']],
    ['afraid', { ...SAFE, fearsSupportPerson: 'yes' }, ['rule:B29 person-now'], ['B29 block']],
    ['afraid, the rest left open', { fearsSupportPerson: 'yes' }, ['rule:B29 person-now'], ['B29 block']],
    ['safe', SAFE, [], []],
    ['skipped', { safeAtHome: { declined: 'now' }, fearsSupportPerson: 'no' }, [], []],
    ['left open', {}, [], []],
  ])('%s, and nothing after it', async (_what, told, asked, rules) => {
    await scene.tell('alone', told)
    expect(await raised()).toEqual(asked)
    expect(await found()).toEqual(rules)
  })

  test.each<[string, Record<string, unknown>, string[]]>([
    ['voices now', { ...CALM, 'psychosis-now': 'yes' }, ['B11 block']],
    ['voices now, the rest left open', { 'psychosis-now': 'yes' }, ['B11 block']],
    ['much energy now', { ...CALM, 'mania-now': 'yes' }, ['B12 block']],
    ['a hospital once', { ...CALM, 'mania-hospital': 'yes' }, ['B12 review']],
    ['none of it', CALM, []],
    ['nothing said', {}, []],
  ])('%s: on the list at once, and no alert', async (_what, told, rules) => {
    await scene.tell('thoughts', told)
    expect(await found()).toEqual(rules)
    expect(await alerts()).toEqual([])
    expect(await mails()).toBe(rules.length)
  })

  test('sent again, handed in, and handed in again: one alert, one finding', async () => {
    const id = randomUUID()
    const send = () => scene.tell('alone', UNSAFE, NOW, id)
    await Promise.all([send(), send(), send()])
    await scene.tell('thoughts', { ...CALM, 'psychosis-now': 'yes' })
    await settle(later(1))
    await scene.handIn(randomUUID(), later(2))
    await scene.handIn(randomUUID(), later(3))
    expect(await raised()).toEqual(['rule:B29 person-now'])
    expect((await found()).filter((one) => one.endsWith('block'))).toEqual(['B29 block', 'B11 block'])
  })

  test('taken back before the intake is handed in, it stays for a clinician to close', async () => {
    await scene.tell('alone', UNSAFE)
    await scene.tell('thoughts', { ...CALM, 'psychosis-now': 'yes', 'mania-now': 'yes' })
    await scene.tell('alone', SAFE, later(1))
    await scene.tell('thoughts', CALM, later(1))
    await scene.handIn(randomUUID(), later(2))
    expect(await raised()).toEqual(['rule:B29 person-now'])
    expect((await found()).sort()).toEqual(['B11 block', 'B12 block', 'B29 block'])
  })

  test('told again with more, what was found before stands in it once; with less, both stand', async () => {
    await scene.tell('thoughts', { ...CALM, 'psychosis-now': 'yes' })
    await scene.tell('thoughts', { ...CALM, 'psychosis-now': 'yes', 'psychosis-family': 'yes' }, later(1))
    await scene.handIn(randomUUID(), later(2))
    expect((await found()).sort()).toEqual(['B11 block', 'B11 block closed', expect.stringMatching(/^B29/)])
    await scene.tell('thoughts', { ...CALM, 'psychosis-family': 'yes' }, later(3))
    await scene.handIn(randomUUID(), later(4))
    expect((await found()).filter((one) => one === 'B11 block')).toHaveLength(2)
  })

  test('whichever step fails, there is neither an answer nor an alert; the next try brings both', async () => {
    for (let step = 1; ; step++) {
      const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
      const sheet = { id: randomUUID(), part: 'alone', answers: UNSAFE, at: NOW } as const
      const outcome = await tellPart(failingAtStep(postgres, step), scene.vault, permit, sheet).catch(
        () => 'failed',
      )
      if (outcome === 'stored') break
      const sheets = await postgres.everything
        .selectFrom('answer_sheet')
        .select('answer_sheet_id')
        .where('patient_id', '=', patient.id)
        .execute()
      expect([await alerts(), await found(), sheets]).toEqual([[], [], []])
    }
    expect(await raised()).toEqual(['rule:B29 person-now'])
  })
})

test('a worsening in the check-in is a finding for the next visit, and no alert', async () => {
  const all = (value: number) => Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, value]))
  await scene.answer(pcl5, all(0))
  await scene.answer(pcl5, all(3), later(1))
  expect(await alerts()).toEqual([])
})

describe('what the person reads', () => {
  const page = async (path: string, at: Date) => {
    const app = openTestApp(postgres, { practiceId, login, change: { now: () => at, vault: scene.vault } })
    const answer = await app.request('GET', path, await app.signIn(await accountOf(patient)))
    return { status: answer.status, text: await answer.text() }
  }
  const accounts = new Map<string, string>()
  /** An account the sign-in knows, in place of the one made up with the member. */
  const accountOf = async (who: Member) => {
    const known = accounts.get(who.id)
    if (known !== undefined) return known
    const email = `${who.id}@test.invalid`
    const accountId = await login.createAccount({ email, name: who.name })
    await postgres.everything
      .updateTable('member')
      .set({ account_id: accountId })
      .where('actor_id', '=', who.id)
      .execute()
    accounts.set(who.id, accountId)
    return accountId
  }
  const { told, intake } = words.en

  test('in cover: sent, and not seen yet; then seen by whom', async () => {
    await cover()
    await scene.answer(asq, RIGHT_NOW)
    const sent = await page('/portal/intake/now?told', later(1))
    expect(sent.text).toContain(told.notSeen)
    expect(sent.text).not.toContain(told.outsideCover)
    expect(sent.text).toContain('href="tel:988"')
  })

  test('seen is said by the name of whoever answered the alert', async () => {
    await cover()
    await scene.answer(asq, RIGHT_NOW)
    await settle(later(2))
    const seen = await page('/portal/intake/now?told', later(3))
    expect(seen.text).toContain(told.seen(prescriber.name))
    expect(seen.text).not.toContain(told.notSeen)
  })

  test('outside cover: nobody is said to watch, and help stands first', async () => {
    await scene.answer(asq, RIGHT_NOW)
    const outside = await page('/portal/intake/now?told', later(1))
    expect(outside.text).toContain(told.outsideCover)
    expect(outside.text.indexOf('tel:988')).toBeLessThan(outside.text.indexOf(told.outsideCover))
  })

  test('after a home that is not safe: what became of it, in reply alone, and on no page afterwards', async () => {
    const app = openTestApp(postgres, {
      practiceId,
      login,
      change: { now: () => later(1), vault: scene.vault },
    })
    const cookie = await app.signIn(await accountOf(patient))
    const read = async (path: string) => (await app.request('GET', path, cookie)).text()
    const value = (html: string, name: string) =>
      html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
    const keep = async (answers: Record<string, string>) => {
      const form = await read('/portal/intake/alone')
      const hidden = { sheetId: value(form, 'sheetId'), seal: value(form, 'seal'), nextPart: '' }
      return app.request('POST', '/portal/intake/alone', cookie, { ...hidden, ...answers })
    }
    expect((await keep({ safeAtHome: 'yes', fearsSupportPerson: 'no' })).status).toBe(303)
    const before = await Promise.all(['/portal', '/portal/intake'].map(read))

    const reply = await keep({ safeAtHome: 'no', fearsSupportPerson: 'no' })
    expect(reply.status).toBe(200)
    const text = await reply.text()
    for (const said of [intake.safety.team, told.notSeen, told.outsideCover, intake.alone.onceOnly])
      expect(text).toContain(said)
    expect(await raised()).toEqual(['rule:B29 person-now'])

    const plain = (html: string) => html.replace(/value="[^"]*"/g, '')
    expect((await Promise.all(['/portal', '/portal/intake'].map(read))).map(plain)).toEqual(before.map(plain))
    expect(await read('/portal/intake/alone')).not.toContain(intake.safety.team)
  })

  test('after the question about self-harm: help, what became of it, and the screen itself', async () => {
    await scene.answer(phq9, ITEM_9(1))
    const asked = await page('/portal/intake/now?told=mood', later(1))
    expect(asked.text).toContain(intake.safety.title)
    expect(asked.text).toContain(intake.safety.answer)
    expect(asked.text).not.toContain(intake.safety.answerAgain)
    await scene.answer(asq, NO_TO_ASQ, later(2))
    expect((await page('/portal/intake/now?told=mood', later(3))).status).toBe(303)
  })

  test('the prescriber finds it on the list, says that they look, and settles it with what was done', async () => {
    await scene.answer(asq, RIGHT_NOW)
    const app = openTestApp(postgres, { practiceId, login, change: { now: () => later(1) } })
    const cookie = await app.signIn(await accountOf(prescriber))
    const read = async (path: string) => (await app.request('GET', path, cookie)).text()
    expect(await read('/console')).toContain(words.en.alerts.waiting(1))
    expect(await read('/console/alerts')).toContain('S01 ASQ acute')
    const [alert] = await alerts()
    const post = (fields: Record<string, string>) =>
      app.request('POST', `/console/alerts/${patient.id}`, cookie, {
        alertId: alert?.alert_id ?? '',
        ...fields,
      })
    expect((await post({ kind: 'see' })).status).toBe(303)
    expect((await alerts())[0]).toMatchObject({ seen_by_name: prescriber.name, seen_at: later(1) })
    expect(await read('/console')).not.toContain(words.en.alerts.toAlerts)
    expect((await post({ kind: 'settle', because: ' ' })).headers.get('location')).toContain('reason')
    expect((await post({ kind: 'settle', because: 'called, safety plan made' })).status).toBe(303)
    expect(await read('/console/alerts')).toContain(words.en.alerts.empty.title)
    expect((await post({ kind: 'other' })).status).toBe(400)
  })
})
