/** Consents as they are stored: in one's own name, once, and taken back whenever one wants. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { signConsent, withdrawConsent } from '../../app/care/sign-consents.ts'
import { CONSENT_KINDS, type ConsentKind } from '../../app/clinical/consents.ts'
import { consentsInForce, insertConsent, listConsents, type NewConsent } from '../../app/records/consents.ts'
import { beginEnrolment, findEnrolment, listSteps, stepEnrolment } from '../../app/records/enrolments.ts'
import { failingAtStep } from '../failing-database.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
let practiceId: string
let patient: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  await asPatient(async (scope) => {
    await beginEnrolment(scope, { state: 'assessed', by: 'Ana', at: at(0) })
    await stepEnrolment(scope, { to: 'registered', by: 'Ana', at: at(1) })
  })
})

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute))
type Work<T> = Parameters<typeof inScope<'sign-consents', T>>[2]
const asking = (db = postgres.db, who = patient) => Permit.ask(db, who, 'sign-consents', who.id)
const asPatient = async <T>(work: Work<T>) => inScope(postgres.db, await asking(), work)
const consent = (kind: ConsentKind, change: Partial<NewConsent> = {}): NewConsent => ({
  ...{ id: randomUUID(), kind, textVersion: 1, language: 'en', signedName: 'Ana Reed', signedAt: at(2) },
  ...change,
})
const sign = async (given: NewConsent, db = postgres.db) => signConsent(db, await asking(db), 'Ana', given)
const takeBack = async (kind: ConsentKind, minute = 9) =>
  withdrawConsent(postgres.db, await asking(), kind, at(minute))
const inForce = () => asPatient(consentsInForce)
const state = async () => (await asPatient(findEnrolment))?.state

test('with the fourth signature, in whatever order, somebody is a step further', async () => {
  for (const kind of [...CONSENT_KINDS].reverse()) {
    expect(await state()).toBe('registered')
    expect(await sign(consent(kind))).toBe('signed')
  }
  expect(await state()).toBe('consented')
  expect(await inForce()).toEqual(CONSENT_KINDS)
  expect((await asPatient(listSteps)).at(-1)).toMatchObject({
    to: 'consented',
    by: 'Ana',
    as: 'patient',
    at: at(2),
  })
})

test('the same signature twice, or two at one moment, is one', async () => {
  const given = consent('telehealth')
  await Promise.all([sign(given), sign(given), sign(consent('telehealth'))])
  expect(await asPatient(listConsents)).toHaveLength(1)
  expect((await asPatient(listConsents))[0]).toMatchObject({
    signedName: 'Ana Reed',
    language: 'en',
    withdrawnAt: null,
  })
})

test('whichever step fails, there is no signature without its step, and the next try makes both', async () => {
  for (const kind of CONSENT_KINDS.slice(1)) await sign(consent(kind))
  let steps = 0
  for (let failing = 1; ; failing++) {
    const outcome = await sign(consent('telehealth'), failingAtStep(postgres, failing)).catch(
      (error) => error.message,
    )
    if (outcome === 'signed') break
    steps = failing
    expect(outcome).toBe('this step fails')
    expect(await inForce()).toHaveLength(3)
    expect(await state()).toBe('registered')
  }
  expect(steps).toBeGreaterThan(8)
  expect(await state()).toBe('consented')
})

test('taken back, a consent counts no more and stays on record; the person stays where they are', async () => {
  for (const kind of CONSENT_KINDS) await sign(consent(kind))
  await takeBack('telehealth')
  await takeBack('telehealth', 10)
  expect(await inForce()).not.toContain('telehealth')
  expect(await state()).toBe('consented')
  const [first] = (await asPatient(listConsents)).filter(({ kind }) => kind === 'telehealth')
  expect(first?.withdrawnAt).toEqual(at(9))

  expect(await sign(consent('telehealth', { signedAt: at(11) }))).toBe('signed')
  expect(await inForce()).toContain('telehealth')
})

test('an old page does not sign again what was taken back since', async () => {
  const given = consent('telehealth')
  await sign(given)
  await takeBack('telehealth')
  expect(await sign(given)).toBe('read-again')
  expect(await inForce()).toEqual([])
})

test('a text that changed since it was opened is not signed', async () => {
  expect(await sign(consent('telehealth', { textVersion: 0 }))).toBe('read-again')
  expect(await asPatient(listConsents)).toEqual([])
})

test.each(['in-session', 'recovering'] as const)(
  '%s: nothing is signed, and taking back works',
  async (now) => {
    await sign(consent('telehealth'))
    await postgres.everything
      .updateTable('enrolment')
      .set({ state: now })
      .where('patient_id', '=', patient.id)
      .execute()
    expect(await sign(consent('home-treatment'))).toBe('not-today')
    await takeBack('telehealth')
    expect(await inForce()).toEqual([])
  },
)

test('one id does not stand for two consents', async () => {
  const id = randomUUID()
  await sign(consent('telehealth', { id }))
  await expect(sign(consent('home-treatment', { id }))).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody signs or takes back for somebody else, whatever they ask', async () => {
  await sign(consent('telehealth'))
  const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  await expect(Permit.ask(postgres.db, prescriber, 'sign-consents', patient.id)).rejects.toMatchObject({
    code: 'not-found',
  })
  const chart = await Permit.ask(postgres.db, prescriber, 'close-finding', patient.id)
  const write = (text: string) => inScope(postgres.db, chart, ({ trx }) => sql.raw(text).execute(trx))
  await expect(
    write(
      `insert into consent values ('${practiceId}', '${randomUUID()}', '${patient.id}', 'telehealth', 1, 'en', 'x', now(), null)`,
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await write(`update consent set withdrawn_at = now() where patient_id = '${patient.id}'`)
  expect(await inForce()).toEqual(['telehealth'])

  const other = await makePatient(postgres.everything, await makePractice(postgres.everything))
  const elsewhere = await asking(postgres.db, other)
  expect(await inScope(postgres.db, elsewhere, listConsents)).toEqual([])
})

test('a signature is never changed, brought back or deleted, not even by the owner of the tables', async () => {
  await asPatient((scope) => insertConsent(scope, consent('telehealth')))
  await takeBack('telehealth')
  const mine = `where patient_id = '${patient.id}'`
  for (const text of [
    `update consent set signed_name = 'Somebody' ${mine}`,
    `update consent set withdrawn_at = null ${mine}`,
    `delete from consent ${mine}`,
  ])
    await expect(sql.raw(text).execute(postgres.everything)).rejects.toMatchObject({ code: '23001' })
})
