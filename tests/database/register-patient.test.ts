/** A visitor becomes a patient: once, whole, and without learning who else is here. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPersonRole, type Member, visitorTo } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { type Registration, registerPatient } from '../../app/care/register-patient.ts'
import { words } from '../../app/content/words.ts'
import { findLatestSheet } from '../../app/records/answer-sheets.ts'
import { findEnrolment, listSteps } from '../../app/records/enrolments.ts'
import { insertRegisteredPatient } from '../../app/records/registrations.ts'
import { ORIGIN, openTestApp, openTestLogin } from '../app.ts'
import { failingAtStep } from '../failing-database.ts'
import { makeMember, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'

const LIMITS = {
  assessment: {
    minimumAgeYears: 18,
    statesServed: ['FL'],
    pcPtsd5Count: 3,
    phq2Total: 3,
    gad2Total: 3,
  },
} as const

let postgres: TestDatabase
let practiceId: string
let login: Login
let prescriber: Member
const mails: { to: string; text: string }[] = []
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything, LIMITS)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await makeMember(postgres.everything, practiceId, ['care-coordinator'])
  await makeMember(postgres.everything, practiceId, ['therapist'])
  login = await openTestLogin(postgres, async (mail) => void mails.push(mail))
})
afterAll(() => postgres.close())

const vault = openVault(TEST_SECRET)
const caller = { headers: new Headers({ origin: ORIGIN }), clientAddress: undefined }
const SAFE = {
  ...{ where: 'FL', age: '40', safe: 'yes', pregnant: 'no', psychosis: 'no', mania: 'no' },
  heart: ['none'],
}
const someone = (change: Partial<Registration> = {}): Registration => ({
  id: randomUUID(),
  email: `${randomUUID()}@example.org`,
  ...{ givenName: 'Noa', familyName: 'Reed', bornOn: '1986-03-01', ageYears: 40 },
  ...{ state: 'FL', place: 'Miami', language: 'en', answers: SAFE },
  ...{ assessedAt: new Date('2026-11-01T10:00:00Z'), registeredAt: new Date('2026-11-01T10:05:00Z') },
  ...change,
})
const askToRegister = (where = practiceId, db = postgres.db) => Permit.ask(db, visitorTo(where), 'register')
const register = async (registration: Registration, db = postgres.db) =>
  registerPatient({ db, login, vault }, await askToRegister(practiceId, db), caller, registration)
const mailTo = async ({ email }: Registration) => {
  await login.settle()
  return mails.filter(({ to }) => to === email).map(({ text }) => text)
}
async function patientsOf({ email }: Registration): Promise<Member[]> {
  const accountId = await login.findAccountId(email)
  if (accountId === undefined) return []
  const rows = await postgres.everything
    .selectFrom('member')
    .selectAll()
    .where('account_id', '=', accountId)
    .execute()
  return rows.map((row) => ({
    id: row.actor_id,
    practiceId,
    roles: row.roles.filter(isPersonRole),
    name: row.name,
  }))
}
const stepsOf = async (patient: Member) =>
  inScope(postgres.db, await Permit.ask(postgres.db, patient, 'read-consents', patient.id), listSteps)
const stateOf = async (patient: Member | undefined) =>
  patient &&
  (
    await inScope(
      postgres.db,
      await Permit.ask(postgres.db, patient, 'read-consents', patient.id),
      findEnrolment,
    )
  )?.state

test('what was kept at registration stands on the review page with its source and time, and its kept-apart part apart', async () => {
  const answers = { ...SAFE, pregnant: 'no', psychosis: 'no', brings: ['sleep', 'mood'], 'phq2-01': 'skip' }
  const registration = someone({ answers })
  await register(registration)
  const [patient] = await patientsOf(registration)
  if (!patient) throw new Error('nobody registered')
  const house = openTestApp(postgres, { practiceId, login })
  const accountId = await login.createAccount({ email: `${randomUUID()}@test.invalid`, name: 'x' })
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', prescriber.id)
    .execute()
  const cookie = await house.signIn(accountId)
  const read = async (path: string) => {
    const answer = await house.request('GET', `/console/patients/${patient.id}/${path}`, cookie)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const { questions } = words.en.assessment
  const { assessment, scores } = words.en.review.answers
  const page = await read('review')
  for (const text of [assessment.title, assessment.source, questions.psychosis.text, scores.noTotal])
    expect(page).toContain(text)
  expect(page).toContain(questions.brings.choices.sleep)
  expect(page).toMatch(/2026-11-01T10:00:00/)
  expect(page).not.toContain(questions.pregnant.text)

  const apart = await read('segments/pregnancy')
  expect(apart).toContain(questions.pregnant.text)
  expect(apart).not.toContain(questions.psychosis.text)
  expect(await read('segments/substance-use')).not.toContain(assessment.title)
})

test('whoever registers is a patient with a care team, two steps, a sealed assessment, findings and a link', async () => {
  const registration = someone({ answers: { ...SAFE, psychosis: 'yes' } })
  expect(await register(registration)).toEqual({ status: 'sent' })
  const [patient, ...others] = await patientsOf(registration)
  if (!patient) throw new Error('nobody registered')
  expect(others).toEqual([])
  expect(await stepsOf(patient)).toMatchObject([
    { from: null, to: 'assessed', by: 'Noa Reed', as: 'patient' },
    { from: 'assessed', to: 'registered' },
  ])
  const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
  const sheet = await inScope(postgres.db, permit, async (scope) =>
    findLatestSheet(scope, await vault.keyOf(scope), 'assessment'),
  )
  expect(sheet).toMatchObject({ answers: { ...SAFE, psychosis: 'yes' }, authoredBy: patient.id })
  const found = await postgres.everything
    .selectFrom('finding')
    .select(['rule_id', 'severity', 'answer_sheet_id', 'protocol_version'])
    .where('patient_id', '=', patient.id)
    .execute()
  expect(found).toContainEqual({
    ...{ rule_id: 'A05', severity: 'block', answer_sheet_id: sheet?.id, protocol_version: 1 },
  })
  const team = await postgres.everything
    .selectFrom('care_team_member as team')
    .innerJoin('member', 'member.actor_id', 'team.actor_id')
    .select('roles')
    .where('team.patient_id', '=', patient.id)
    .execute()
  expect(team.map(({ roles }) => roles.join()).sort()).toEqual(['care-coordinator', 'prescriber'])
  expect(await mailTo(registration)).toEqual([expect.stringContaining(`${ORIGIN}/sign-in/link/`)])
  const audit = await postgres.everything
    .selectFrom('audit_event')
    .select(['actor_role', 'kind', 'action', 'outcome'])
    .where(sql<boolean>`${patient.id}::uuid = any (patient_ids)`)
    .where('action', 'in', ['register', 'begin-enrolment'])
    .orderBy('position')
    .execute()
  expect(audit).toEqual([
    { actor_role: 'visitor', kind: 'public', action: 'register', outcome: 'done' },
    { actor_role: 'patient', kind: 'patient', action: 'begin-enrolment', outcome: 'granted' },
    { actor_role: 'patient', kind: 'patient', action: 'begin-enrolment', outcome: 'done' },
  ])
})

test('the same form twice, also at the same moment, registers once', async () => {
  const registration = someone()
  await Promise.all([register(registration), register(registration)])
  await register(registration)
  const patients = await patientsOf(registration)
  expect(patients).toHaveLength(1)
  expect(await stateOf(patients[0])).toBe('registered')
})

test('a corrected address is a registration of its own, and reaches the right mailbox', async () => {
  const wrong = someone()
  const right = { ...wrong, email: `right-${wrong.email}` }
  await register(wrong)
  await register(right)
  expect(await patientsOf(right)).toHaveLength(1)
  expect((await mailTo(right))[0]).toContain('/sign-in/link/')
})

test('an address that has an account reads the same; its mailbox is told, and nothing of it changes', async () => {
  const first = someone()
  await register(first)
  await postgres.poolAs('login').query(
    `insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
       values (gen_random_uuid(), $1::text, 'credential', $1::uuid, 'x', now(), now())`,
    [await login.findAccountId(first.email)],
  )
  const again = someone({ email: first.email.toUpperCase(), givenName: 'Somebody', familyName: 'Else' })
  expect(await register(again)).toEqual({ status: 'sent' })
  expect((await patientsOf(first)).map(({ name }) => name)).toEqual(['Noa Reed'])
  const [, told] = await mailTo(first)
  expect(told).toContain(`${ORIGIN}/sign-in`)
  expect(told).not.toContain('/sign-in/link/')
})

test('a member of staff who registers stays what they are and gets no link', async () => {
  const registration = someone()
  const accountId = await login.createAccount({ email: registration.email, name: 'Staff' })
  const staff = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await postgres.everything
    .updateTable('member')
    .set({ account_id: accountId })
    .where('actor_id', '=', staff.id)
    .execute()
  expect(await register(registration)).toEqual({ status: 'sent' })
  expect((await patientsOf(registration)).map(({ id }) => id)).toEqual([staff.id])
  expect((await mailTo(registration))[0]).not.toContain('/sign-in/link/')
})

test.each([
  ['too young by their birth date', { ageYears: 17, bornOn: '2009-10-01' }],
  ['not safe now', { answers: { ...SAFE, safe: 'no' } }],
  ['elsewhere', { answers: { ...SAFE, where: 'US' } }],
  ['pregnant', { answers: { ...SAFE, pregnant: 'yes' } }],
])('somebody who is %s is not registered, and nothing is stored', async (_who, change) => {
  const registration = someone(change)
  expect(await register(registration)).toMatchObject({ status: 'not-now', result: { kind: 'not-now' } })
  expect(await login.findAccountId(registration.email)).toBeUndefined()
})

test('whichever step fails, nothing is half-stored, and sending it again registers it whole', async () => {
  let steps = 0
  for (let failing = 1; ; failing++) {
    const registration = someone()
    const outcome = await register(registration, failingAtStep(postgres, failing)).catch(
      (error) => error.message,
    )
    const [half] = await patientsOf(registration)
    // Between the transactions a patient may stand without a way; never a way without answers and findings.
    expect([undefined, 'registered']).toContain(await stateOf(half))
    expect(await stored('answer_sheet', half)).toBe((await stateOf(half)) === undefined ? 0 : 1)
    if (outcome !== 'this step fails') break
    steps = failing

    expect(await register(registration)).toEqual({ status: 'sent' })
    const [patient, ...others] = await patientsOf(registration)
    expect(others).toEqual([])
    expect(await stateOf(patient)).toBe('registered')
    expect(await stored('answer_sheet', patient)).toBe(1)
    expect(await stored('finding', patient)).toBeGreaterThan(0)
    expect(await mailTo(registration)).not.toEqual([])
  }
  expect(steps).toBeGreaterThan(15)
})

async function stored(table: 'answer_sheet' | 'finding', patient: Member | undefined): Promise<number> {
  const rows = postgres.everything
    .selectFrom(table)
    .select('patient_id')
    .where('patient_id', '=', patient?.id ?? null)
  return (await rows.execute()).length
}

const NEW = {
  givenName: 'A',
  familyName: 'B',
  bornOn: '1990-01-01',
  state: 'FL',
  place: 'C',
  language: 'en',
} as const
const insert = async (change: object, where = practiceId) =>
  inScope(postgres.db, await askToRegister(where), (scope) =>
    insertRegisteredPatient(scope, { id: randomUUID(), accountId: randomUUID(), ...NEW, ...change }),
  )

test.each([
  ['a state the practice does not serve', { state: 'NJ' }],
  ['an empty name', { givenName: '  ' }],
  ['a child', { bornOn: '2015-01-01' }],
  ['somebody of two hundred years', { bornOn: '1826-01-01' }],
  ['a language there is not', { language: 'xx' }],
])('the database itself refuses %s', async (_what, change) => {
  await expect(insert(change)).rejects.toMatchObject({ code: '23514' })
})

test('the database itself takes nobody’s account or patient for another’s', async () => {
  const [id, accountId] = [randomUUID(), randomUUID()]
  expect(await insert({ id, accountId })).toBe(true)
  expect(await insert({ id, accountId })).toBe(true)
  expect(await insert({ id })).toBe(false)
  expect(await insert({ accountId })).toBe(false)
  // Another practice is another house: neither is known there.
  const elsewhere = await makePractice(postgres.everything, LIMITS)
  expect(await insert({ accountId }, elsewhere)).toBe(true)
})

test('whoever is signed in cannot register anybody, whatever they ask', async () => {
  const [patient] = await patientsOf(await registered())
  if (!patient) throw new Error('nobody registered')
  const permit = await Permit.ask(postgres.db, patient, 'sign-consents', patient.id)
  const work = inScope(postgres.db, permit, (scope) =>
    sql`select access.register_patient(${randomUUID()}, ${randomUUID()}, 'A', 'B', '1990-01-01', 'FL', 'C', 'en')`.execute(
      scope.trx,
    ),
  )
  await expect(work).rejects.toMatchObject({ code: '42501' })
})

async function registered(): Promise<Registration> {
  const registration = someone()
  await register(registration)
  return registration
}

test('a visitor reads the limits of the assessment and no others, of the version in force alone', async () => {
  const read = async (where: string) => {
    const permit = await Permit.ask(postgres.db, visitorTo(where), 'take-assessment')
    return inScope(postgres.db, permit, async ({ trx }) => ({
      limits: (await sql`select version, limits from access.assessment_limits()`.execute(trx)).rows,
      protocols: await trx.selectFrom('protocol_version').select('version').execute(),
    }))
  }
  expect(await read(practiceId)).toEqual({
    limits: [{ version: 1, limits: LIMITS.assessment }],
    protocols: [],
  })
  const without = await makePractice(postgres.everything)
  expect((await read(randomUUID())).limits).toEqual([])
  expect((await read(without)).limits).toEqual([{ version: 1, limits: null }])
})
