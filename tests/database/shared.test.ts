/** What a therapist and a support person read: what is shared with them, now, and nothing else. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { readShared } from '../../app/care/read-shared.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { insertShare, listSharedWithMe, revokeShares, type ShareCategory } from '../../app/records/shares.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

const vault = openVault('a secret of this test that is long enough')
const now = new Date()
const in1h = new Date(now.getTime() + 3_600_000)
const CARD = {
  ...{ words: 'slow', touch: 'no', touchWhere: '', handSign: 'a flat hand' },
  ...{ callFirst: 'Jo', callFirstPhone: '', stopMusic: '' },
}

let postgres: TestDatabase
let practiceId: string
let patient: Member
let therapist: Member
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  therapist = await makeMember(postgres.everything, practiceId, ['therapist'])
  await joinCareTeam(postgres.everything, patient, therapist.id)
  await asPatient(async (scope) =>
    insertAnswerSheet(scope, await vault.keyOf(scope), {
      id: randomUUID(),
      kind: 'wishes',
      version: 1,
      answers: CARD,
      authoredAt: now,
    }),
  )
  await postgres.everything
    .insertInto('questionnaire_response')
    .values({
      ...{ practice_id: practiceId, questionnaire_response_id: randomUUID(), patient_id: patient.id },
      ...{ instrument: pcl5Week.code, instrument_version: pcl5Week.version, language: 'en' },
      ...{ answers: '{}', total: 31, authored_at: now },
    })
    .execute()
})

type Work<T> = Parameters<typeof inScope<'submit-answers', T>>[2]
const asPatient = async <T>(work: Work<T>) =>
  inScope(postgres.db, await Permit.ask(postgres.db, patient, 'submit-answers', patient.id), work)
const share = (category: ShareCategory, until: Date | null = null, recipientId = therapist.id) =>
  asPatient((scope) => insertShare(scope, { id: randomUUID(), recipientId, category, givenAt: now, until }))
const read = async (who = therapist) =>
  readShared({ db: postgres.db, vault, now }, await Permit.ask(postgres.db, who, 'read-shared', patient.id))

describe('a therapist', () => {
  test('finds nobody while nothing is shared', async () => {
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('reads the category that is shared, and no other', async () => {
    await share('wishes')
    expect(await read()).toMatchObject({
      ...{ wishes: { card: CARD }, plan: undefined, scores: undefined, sessions: undefined },
    })
    await share('scores')
    expect((await read()).scores?.weeks).toMatchObject([{ total: 31 }])
  })

  test('reads nothing that is shared with somebody else', async () => {
    const another = await makeMember(postgres.everything, practiceId, ['therapist'])
    await joinCareTeam(postgres.everything, patient, another.id)
    await share('scores', null, another.id)
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('finds nobody once it has expired or was taken back', async () => {
    await share('wishes', new Date(now.getTime() - 1000))
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })
    await share('wishes', in1h)
    expect((await read()).wishes?.card).toEqual(CARD)
    const taken = { recipientId: therapist.id, category: 'wishes' } as const
    await asPatient((scope) => revokeShares(scope, taken, now))
    await asPatient((scope) => revokeShares(scope, taken, now))
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('finds nobody whose care team they are not on any more, whatever is still shared', async () => {
    await share('wishes')
    await postgres.everything
      .updateTable('care_team_member')
      .set({ revoked_at: now })
      .where('actor_id', '=', therapist.id)
      .execute()
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('sees the appointment that is with them, and not one with another', async () => {
    await share('session')
    const book = (withId: string, startsAt: Date) =>
      postgres.everything
        .insertInto('appointment')
        .values({
          ...{ practice_id: practiceId, appointment_id: randomUUID(), patient_id: patient.id },
          ...{ kind: 'integration', session_id: null, with_id: withId, starts_at: startsAt },
          ...{ time_zone: 'America/New_York', state: 'booked', booked_by: patient.id, booked_at: now },
          ...{ state_by: null, state_at: null, way_on: null, way_on_at: null },
        })
        .execute()
    const another = await makeMember(postgres.everything, practiceId, ['therapist'])
    await book(another.id, in1h)
    expect((await read()).appointment).toBeUndefined()
    await book(therapist.id, in1h)
    expect((await read()).appointment).toMatchObject({ startsAt: in1h })
  })

  test('is on record for each reading', async () => {
    await share('wishes')
    await read()
    await read()
    const events = await postgres.everything
      .selectFrom('audit_event')
      .select('outcome')
      .where('actor_id', '=', therapist.id)
      .where('action', '=', 'read-shared')
      .execute()
    expect(events).toEqual([{ outcome: 'granted' }, { outcome: 'granted' }])
  })
})

test('the database itself keeps scores from whoever they were not shared with', async () => {
  const rows = async (role: string, actorId: string) =>
    (
      await postgres.db.inOneTrip(
        `set local app.practice_id = '${practiceId}'; set local app.actor_id = '${actorId}';
         set local app.role = '${role}'; set local app.kind = 'patient'; set local app.patient_id = '${patient.id}'`,
        (trx) => trx.selectFrom('questionnaire_response').select('total').execute(),
      )
    ).length
  expect(await rows('therapist', therapist.id)).toBe(0)
  expect(await rows('support-person', therapist.id)).toBe(0)
  expect(await rows('patient', patient.id)).toBe(1)
  expect(await rows('prescriber', therapist.id)).toBe(1)
  await share('plan')
  expect(await rows('therapist', therapist.id)).toBe(0)
  await share('scores')
  expect(await rows('therapist', therapist.id)).toBe(1)
})

test('what is shared is listed for the patient and for its recipient', async () => {
  await share('plan')
  const permit = await Permit.ask(postgres.db, therapist, 'read-shared', patient.id)
  expect(await inScope(postgres.db, permit, listSharedWithMe)).toEqual(new Set(['plan']))
})
