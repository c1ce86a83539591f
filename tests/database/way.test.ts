/** A person's first page in every state, over HTTP, and what their week does to the worklist. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Login } from '../../app/access/login/login.ts'
import { Permit, readInScope } from '../../app/access/permit.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import { ENROLMENT_STATES, type EnrolmentState } from '../../app/clinical/enrolment.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { nextThing } from '../../app/clinical/next-thing.ts'
import { words } from '../../app/content/words.ts'
import { findWaySession } from '../../app/records/way.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { type OpenTestApp, openTestApp, openTestLogin } from '../app.ts'
import { enrol } from '../enrolled.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { makeScene, minute } from '../session-scene.ts'

const LIMITS = {
  instruments: {
    pcl5: { worseningPoints: 10, reliableChangePoints: 15, endpointTotal: 28, meaningfulChangePoints: 10 },
  },
  course: { maxSessions: 6, maxMonths: 6, reviewAfterSessions: 4 },
  dose: { stepsWithoutImprovementCount: 2 },
}
const since = new Date('2026-11-20T12:00:00Z')

let postgres: TestDatabase
let practiceId: string
let login: Login
let house: OpenTestApp
let patient: Awaited<ReturnType<typeof makePatient>>
let cookie: string
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything, LIMITS)
  login = await openTestLogin(postgres)
  house = openTestApp(postgres, { practiceId, login })
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  cookie = await signedIn(patient.id, patient.name)
})

async function signedIn(actorId: string, name: string): Promise<string> {
  const accountId = await login.createAccount({ email: `${actorId}@test.invalid`, name })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', actorId)
    .execute()
  return house.signIn(accountId)
}
const page = async (path: string, as = cookie) => {
  const answer = await house.request('GET', path, as)
  return { status: answer.status, html: await answer.text() }
}
const post = (path: string, fields: Record<string, string>, as = cookie) =>
  house.request('POST', path, as, fields)

describe('the first page', () => {
  test.each(ENROLMENT_STATES)('in %s says the one next thing', async (state) => {
    await enrol(postgres.everything, { patient, state, since, before: ['assessed'] })
    const { status, html } = await page('/portal')
    expect(status).toBe(200)
    const pausedFrom = state === 'paused' ? { pausedFrom: 'integrating' as const } : {}
    const next = nextThing({ state, isNextDayToldOf: false, ...pausedFrom }, '2026-11-23')
    expect(html).toContain(words.en.way.next[next].title)
    expect(html.match(/class="button first"/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(html).toContain(words.en.way.steps.assessed)
  })

  test('knows of a session how much its protocol lets be asked, and when a long scale was answered', async () => {
    const scene = await makeScene(postgres)
    const permit = await Permit.ask(scene.db, scene.patient, 'read-today', scene.patient.id)
    const session = await readInScope(scene.db, permit, findWaySession)
    expect(session).toMatchObject({ followUpEveryDays: 7, burden: INVENTED_LIMITS.schedule })
    // The PHQ-9 of the same day is none.
    expect(session?.heavyAt).toEqual([minute(-9000)])
  })

  test('of somebody without an enrolment is the check-in, as it always was', async () => {
    expect((await page('/portal')).html).toContain(words.en.portal.due.title)
  })

  test('says that what was sent was not seen, until a prescriber begins to look', async () => {
    const before: EnrolmentState[] = ['registered', 'consented']
    await enrol(postgres.everything, { patient, state: 'intake-complete', since, before })
    const { html } = await page('/portal')
    expect(html).toContain(words.en.told.notSeen)
    expect(html).toContain(words.en.told.outsideCover)
  })
})

describe('a break', () => {
  test('is one tap, told in its true form, and seen once a prescriber opens the chart', async () => {
    await enrol(postgres.everything, { patient, state: 'ready', since, before: ['supplied'] })
    const tapped = await post('/portal/pause', { way: 'pause' })
    expect([tapped.status, tapped.headers.get('location')]).toEqual([303, '/portal/after'])
    expect((await page('/portal')).html).toContain(words.en.told.notSeen)

    const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
    await joinCareTeam(postgres.everything, patient, prescriber.id)
    const clinician = await signedIn(prescriber.id, prescriber.name)
    expect((await page('/console/people', clinician)).html).toContain(
      words.en.journey.people.news['own-step'],
    )
    expect((await page(`/console/patients/${patient.id}`, clinician)).status).toBe(200)
    expect((await page('/console/people', clinician)).html).not.toContain(
      words.en.journey.people.news['own-step'],
    )
    const { html } = await page('/portal/after')
    expect(html).toContain(words.en.told.seen(prescriber.name))
    expect(html).toContain(words.en.way.after.medicineTitle)
  })

  test('whoever coordinates comes to supply and booking from the list, and to nothing that is not theirs', async () => {
    const coordinator = await makeMember(postgres.everything, practiceId, ['care-coordinator'])
    await joinCareTeam(postgres.everything, patient, coordinator.id)
    const as = await signedIn(coordinator.id, coordinator.name)
    const base = `href="/console/patients/${patient.id}/`
    for (const [state, pages] of [
      ['accepted', ['supply']],
      ['ready', ['booking', 'supply']],
      ['integrating', ['booking', 'supply']],
      ['paused', ['supply']],
      ['in-review', []],
    ] as const) {
      await postgres.everything.deleteFrom('enrolment_step').where('patient_id', '=', patient.id).execute()
      await postgres.everything.deleteFrom('enrolment').where('patient_id', '=', patient.id).execute()
      await enrol(postgres.everything, { patient, state, since })
      const { html } = await page('/console/people', as)
      const linked = ['review', 'supply', 'booking', 'decide'].filter((one) =>
        html.includes(`${base}${one}"`),
      )
      expect(linked.sort(), state).toEqual([...pages].sort())
      for (const one of pages)
        expect((await page(`/console/patients/${patient.id}/${one}`, as)).status).toBe(200)
    }
  })

  test('that is not theirs to end says kindly who ends it, and nothing is changed', async () => {
    await enrol(postgres.everything, { patient, state: 'paused', since })
    const answer = await post('/portal/pause', { way: 'resume' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain(words.en.errors.step.patient['somebody-else'].title)
    expect(html).toContain(words.en.errors.step.nothingLost)
    expect(html).not.toContain(words.en.errors.step.possible)
  })
})

describe('the decision', () => {
  test('comes back with what was written when something is missing, and is refused once things moved on', async () => {
    await enrol(postgres.everything, { patient, state: 'integrating', since })
    const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
    await joinCareTeam(postgres.everything, patient, prescriber.id)
    const clinician = await signedIn(prescriber.id, prescriber.name)
    const path = `/console/patients/${patient.id}/decide`
    const { html } = await page(path, clinician)
    const id = html.match(/name="id" value="([^"]+)"/)?.[1] ?? ''
    const written = { id, from: 'integrating', to: 'completed', stopVisit: 'held', ifItReturns: 'Call us.' }
    const missing = await post(path, written, clinician)
    expect(missing.status).toBe(400)
    const again = await missing.text()
    expect(again).toContain('Call us.')
    expect(again).toContain(words.en.journey.decide.problems.offRamp)

    await post('/portal/pause', { way: 'pause' })
    const whole = { ...written, lastMeasures: 'asked-for', therapist: 'no-leave' }
    const refused = await post(path, whole, clinician)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(words.en.errors.step.staff.earlier.title)
    const discharged = await post(
      path,
      { ...whole, from: 'paused', to: 'discharged', reason: 'agreed' },
      clinician,
    )
    expect(discharged.status).toBe(303)
    const after = (await page('/portal/after')).html
    expect(after).toContain('Call us.')
    expect(after).toContain(words.en.way.after.therapist['no-leave'])
    expect(after).toContain(words.en.way.after.fromDoctor(prescriber.name))
  })
})

/** A total of exactly `total`, 0 to 80. */
const adding = (total: number): Answers =>
  Object.fromEntries(
    pcl5Week.items.map(({ linkId }, i) => [linkId, Math.floor(total / 20) + (i < total % 20 ? 1 : 0)]),
  )

describe('the week after a session', () => {
  const tell = async (total: number, day: number, answers = adding(total)) => {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    const authoredAt = new Date(Date.UTC(2026, 9, day))
    const response = { id: randomUUID(), instrument: pcl5Week, language: 'en', answers, authoredAt }
    return submitResponse(postgres.db, permit, response)
  }
  const found = async () => {
    const rows = await postgres.everything
      .selectFrom('finding')
      .select(['rule_id', 'severity', 'is_unknown'])
      .where('patient_id', '=', patient.id)
      .orderBy('rule_id')
      .execute()
    return rows.map((row) => `${row.rule_id} ${row.severity}${row.is_unknown ? ' unknown' : ''}`)
  }

  test.each([
    { to: 49, findings: [] },
    { to: 50, findings: ['F01 review'] },
    { to: 29, findings: [] },
    { to: 25, findings: ['F02 inform'] },
  ])('from 40 to $to finds $findings', async ({ to, findings }) => {
    await tell(40, 1)
    await tell(to, 8)
    expect(await found()).toEqual(findings)
  })

  test('with answers left out is unknown, and unknown is never clear', async () => {
    await tell(40, 1)
    await tell(0, 8, { 'pcl5-week-01': 2, 'pcl5-week-02': 'skipped' })
    expect(await found()).toEqual(['F01 review unknown'])
  })

  test('is asked on pages of its own, and compared with no month', async () => {
    await enrol(postgres.everything, { patient, state: 'integrating', since })
    const { html } = await page('/portal/follow-up')
    const hidden = (name: string) => html.match(new RegExp(`name="${name}" value="([^"]+)"`))?.[1] ?? ''
    const form = { responseId: hidden('responseId'), seal: hidden('seal') }
    const first = await post('/portal/follow-up', { ...form, step: '1' })
    expect(await first.text()).toContain('In the past week')
    const all = Object.fromEntries(pcl5Week.items.map(({ linkId }) => [linkId, '1']))
    const sent = await post('/portal/follow-up', { ...form, ...all, step: 'hand-in' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/portal/follow-up/thank-you'])
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    const month = Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, 4]))
    const at = { authoredAt: new Date(), language: 'en' }
    await submitResponse(postgres.db, permit, { id: randomUUID(), instrument: pcl5, answers: month, ...at })
    expect(await found()).toEqual([])
  })

  test('is shown to its person in words: bands and dips, and no number of a score', async () => {
    await tell(52, 1)
    await tell(30, 8)
    await tell(36, 15)
    const { html } = await page('/portal/progress')
    const { progress } = words.en.way
    expect(html).toContain(progress.sinceFirst.better)
    expect(html).toContain(progress.sincePrevious.worse)
    expect(html).toContain(progress.noPromise)
    const text = html.slice(html.indexOf('<main')).replace(/<[^>]+>/g, ' ')
    expect(text).not.toMatch(/\b(52|36|16|22)\b/)
  })
})

test('the page of thanks says what became of the last answers: sent, outside cover or not, and seen', async () => {
  const { thanks } = words.en.checkIn
  const { told } = words.en
  const handIn = async (instrument: typeof pcl5 | typeof pcl5Week, authoredAt: Date) => {
    const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
    const answers = Object.fromEntries(instrument.items.map(({ linkId }) => [linkId, 1]))
    const response = { id: randomUUID(), instrument, language: 'en', answers, authoredAt }
    await submitResponse(postgres.db, permit, response)
  }
  const thanked = async () => (await page('/portal/check-in/thank-you')).html
  expect((await page('/portal/check-in/thank-you')).status).toBe(303)

  await handIn(pcl5, new Date())
  for (const line of [thanks.sent, thanks.next, told.notSeen, told.outsideCover])
    expect(await thanked()).toContain(line)

  const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  const onDuty = { practice_id: practiceId, duty_id: randomUUID(), clinician_id: prescriber.id }
  const hours = { from_at: new Date(Date.now() - 60_000), to_at: new Date(Date.now() + 3_600_000) }
  await postgres.everything
    .insertInto('duty')
    .values({ ...onDuty, ...hours })
    .execute()
  expect(await thanked()).toContain(told.notSeen)
  expect(await thanked()).not.toContain(told.outsideCover)

  const chart = `/console/patients/${patient.id}`
  await page(chart, await signedIn(prescriber.id, prescriber.name))
  await handIn(pcl5Week, new Date()) // another questionnaire, which nobody has seen, says nothing of this one
  expect(await thanked()).toContain(told.seen(prescriber.name))
  for (const line of [told.notSeen, thanks.next]) expect(await thanked()).not.toContain(line)

  await handIn(pcl5, new Date())
  expect(await thanked()).toContain(told.notSeen)
})
