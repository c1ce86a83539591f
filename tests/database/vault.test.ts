/** What somebody told is sealed for them alone: a copy of the database opens nothing. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { findLatestSheet, insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

const vault = openVault('a secret of this test that is long enough')
const AT = new Date('2026-11-01T12:00:00Z')
const TOLD = { sleep: 'little', words: ['slow', 'quiet'] }

let postgres: TestDatabase
let practiceId: string
let patient: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  practiceId = await makePractice(postgres.everything)
  patient = await makePatient(postgres.everything, practiceId)
})

async function tell(id: string, answers: unknown, who = patient, by = vault) {
  const permit = await Permit.ask(postgres.db, who, 'submit-answers', who.id)
  return inScope(postgres.db, permit, async (scope) =>
    insertAnswerSheet(scope, await by.keyOf(scope), {
      id,
      kind: 'wishes',
      version: 1,
      answers,
      authoredAt: AT,
    }),
  )
}
async function read(who: Member = patient, action: 'read-today' | 'read-chart' = 'read-today', by = vault) {
  const permit = await Permit.ask(postgres.db, who, action, patient.id)
  return inScope(postgres.db, permit, async (scope) =>
    findLatestSheet(scope, await by.keyOf(scope), 'wishes'),
  )
}
const rows = () =>
  postgres.everything.selectFrom('answer_sheet').selectAll().where('patient_id', '=', patient.id).execute()

test('what was told comes back as it was told, and stands nowhere in the clear', async () => {
  const id = randomUUID()
  expect(await tell(id, TOLD)).toBe('stored')
  expect(await tell(id, TOLD)).toBe('already-stored')
  expect(await read()).toMatchObject({ id, answers: TOLD, authoredBy: patient.id, authoredAs: 'patient' })
  const [row] = await rows()
  expect(row?.sealed.includes('quiet')).toBe(false)
})

test('other answers under a stored id are refused, not dropped', async () => {
  const id = randomUUID()
  await tell(id, TOLD)
  await expect(tell(id, { sleep: 'much' })).rejects.toMatchObject({ code: 'conflict' })
  const another = await makePatient(postgres.everything, practiceId)
  await expect(tell(id, TOLD, another)).rejects.toMatchObject({ code: 'conflict' })
})

test('twenty at once end with one key, and everything opens', async () => {
  const ids = Array.from({ length: 20 }, () => randomUUID())
  await Promise.all(ids.map((id) => tell(id, { id })))
  expect((await rows()).length).toBe(20)
  expect(await read()).toBeDefined()
})

describe('a sealed row opens nowhere else', () => {
  test('not with another secret, after a change of one byte, nor in another row', async () => {
    const [id, other] = [randomUUID(), randomUUID()]
    await tell(id, TOLD)
    await expect(
      read(patient, 'read-today', openVault('another secret that is long enough')),
    ).rejects.toThrow()

    await tell(other, { sleep: 'other' })
    const all = await rows()
    const sealed = (wanted: string) =>
      all.find((row) => row.answer_sheet_id === wanted)?.sealed ?? Buffer.alloc(0)
    const put = (bytes: Buffer) =>
      postgres.everything
        .updateTable('answer_sheet')
        .set({ sealed: bytes })
        .where('patient_id', '=', patient.id)
        .execute()
    await put(sealed(id))
    // Both rows now hold what belongs to the first; whichever is read, one of the two does not open.
    await expect(Promise.all([tell(id, TOLD), tell(other, TOLD)])).rejects.toThrow()
    const changed = Buffer.from(sealed(id))
    changed[20] = (changed[20] ?? 0) ^ 1
    await put(changed)
    await expect(read()).rejects.toThrow()
  })
})

test('a clinician reads it; a coordinator and a support person do not, until it is shared with them', async () => {
  await tell(randomUUID(), TOLD)
  const prescriber = await makeMember(postgres.everything, practiceId, ['prescriber'])
  await joinCareTeam(postgres.everything, patient, prescriber.id)
  expect(await read(prescriber, 'read-chart')).toMatchObject({ answers: TOLD })

  // The rows themselves, as somebody of another role on the same care team would reach them.
  const seen = async (role: string, actorId: string) => {
    const found = await postgres.db.inOneTrip(
      `set local app.practice_id = '${practiceId}'; set local app.actor_id = '${actorId}';
       set local app.role = '${role}'; set local app.kind = 'patient'; set local app.patient_id = '${patient.id}'`,
      (trx) => trx.selectFrom('answer_sheet').select('answer_sheet_id').execute(),
    )
    return found.length
  }
  const friend = await makeMember(postgres.everything, practiceId, ['support-person'])
  expect(await seen('support-person', friend.id)).toBe(0)
  expect(await seen('care-coordinator', prescriber.id)).toBe(0)
  const share = { practice_id: practiceId, patient_id: patient.id, recipient_id: friend.id, given_at: AT }
  const give = (values: object) =>
    postgres.everything
      .insertInto('share')
      .values({
        ...share,
        share_id: randomUUID(),
        category: 'wishes',
        until: null,
        revoked_at: null,
        ...values,
      })
      .execute()
  await give({ category: 'plan' })
  await give({ until: new Date(Date.now() - 1000) })
  await give({ revoked_at: AT })
  expect(await seen('support-person', friend.id)).toBe(0)
  await give({})
  // Shared, and not on the care team: their access was taken back.
  expect(await seen('support-person', friend.id)).toBe(0)
  await joinCareTeam(postgres.everything, patient, friend.id)
  expect(await seen('support-person', friend.id)).toBe(1)
})
