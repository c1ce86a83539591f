import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, jobActor, visitorTo } from '../../app/access/actor.ts'
import { inScope, Permit, readInScope } from '../../app/access/permit.ts'
import { openDatabase } from '../../app/database/connection.ts'
import { getPatient, listOwnPeople } from '../../app/records/patients.ts'
import { getPublicProfile } from '../../app/records/practices.ts'
import { findProtocolInForce } from '../../app/records/protocol-versions.ts'
import { insertQuestionnaireResponse } from '../../app/records/questionnaire-responses.ts'
import { joinCareTeam, makeMember, makePatient, makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'

let postgres: TestDatabase
let practiceId: string
let prescriber: Actor
let patient: Actor
beforeAll(async () => {
  postgres = await openTestDatabase()
  practiceId = await makePractice(postgres.everything)
  prescriber = await makeMember(postgres.everything, practiceId, ['prescriber', 'medical-director'])
})
afterAll(() => postgres.close())
beforeEach(async () => {
  patient = await makePatient(postgres.everything, practiceId)
  await joinCareTeam(postgres.everything, patient, prescriber.id)
})

const trailOf = (actorId: string) =>
  postgres.everything
    .selectFrom('audit_event')
    .select(['actor_role', 'kind', 'action', 'patient_ids', 'outcome', 'cause'])
    .where('actor_id', '=', actorId)
    .orderBy('position')
    .execute()

describe('a permit for one patient', () => {
  test('is given to the patient and to their care team, and shows that patient', async () => {
    for (const [actor, action] of [
      [patient, 'read-today'],
      [prescriber, 'read-chart'],
    ] as const) {
      const permit = await Permit.ask(postgres.db, actor, action, patient.id)
      expect(await inScope(postgres.db, permit, getPatient)).toMatchObject({ id: patient.id })
    }
  })

  test.each(['a foreign patient', 'a patient of another practice', 'nobody at all'])(
    'is refused for %s with the same words',
    async (whom) => {
      const elsewhere = await makePractice(postgres.everything)
      const foreign =
        whom === 'nobody at all'
          ? randomUUID()
          : (await makePatient(postgres.everything, whom === 'a foreign patient' ? practiceId : elsewhere)).id
      await expect(Permit.ask(postgres.db, prescriber, 'read-chart', foreign)).rejects.toMatchObject({
        code: 'not-found',
        message: 'prescriber refused read-chart',
      })
    },
  )

  test('is refused when what the care team row names is over', async () => {
    const ask = async (ends: { until?: Date; revokedAt?: Date }) => {
      const other = await makeMember(postgres.everything, practiceId, ['prescriber'])
      await joinCareTeam(postgres.everything, patient, other.id, ends)
      return Permit.ask(postgres.db, other, 'read-chart', patient.id)
    }
    await expect(ask({})).resolves.toBeInstanceOf(Permit)
    await expect(ask({ until: new Date(Date.now() + 60_000) })).resolves.toBeInstanceOf(Permit)
    await expect(ask({ until: new Date(Date.now() - 1) })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask({ revokedAt: new Date() })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is refused to a member whose membership ended, whatever the request still believes', async () => {
    const gone = await makeMember(postgres.everything, practiceId, ['prescriber'])
    await joinCareTeam(postgres.everything, patient, gone.id)
    await expect(Permit.ask(postgres.db, gone, 'read-chart', patient.id)).resolves.toBeInstanceOf(Permit)
    await postgres.everything
      .updateTable('member')
      .set({ ended_at: new Date() })
      .where('actor_id', '=', gone.id)
      .execute()
    await expect(Permit.ask(postgres.db, gone, 'read-chart', patient.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is refused under a role the database does not know the actor by', async () => {
    const therapist = await makeMember(postgres.everything, practiceId, ['therapist'])
    await joinCareTeam(postgres.everything, patient, therapist.id)
    const pretender: Actor = { ...therapist, roles: ['prescriber'] }
    await expect(Permit.ask(postgres.db, pretender, 'read-chart', patient.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is refused for an action the role does not have', async () => {
    await expect(Permit.ask(postgres.db, patient, 'read-chart', patient.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

test('a permit to write may look first; there nothing can be written, and nothing is put down as done', async () => {
  const permit = await Permit.ask(postgres.db, patient, 'submit-answers', patient.id)
  expect(await readInScope(postgres.db, permit, getPatient)).toMatchObject({ id: patient.id })
  const response = {
    ...{ id: randomUUID(), instrument: 'pcl-5', instrumentVersion: '1', language: 'en' },
    ...{ answers: {}, total: null, authoredAt: new Date() },
  }
  await expect(
    readInScope(postgres.db, permit, (scope) => insertQuestionnaireResponse(scope, response)),
  ).rejects.toThrow('read-only transaction')
  expect((await trailOf(patient.id)).map(({ outcome }) => outcome)).toEqual(['granted'])
})

describe('permits of the other kinds', () => {
  test('a list shows the people whose team one is on, and notes that they appeared in it', async () => {
    const therapist = await makeMember(postgres.everything, practiceId, ['therapist'])
    await joinCareTeam(postgres.everything, patient, therapist.id)
    await makePatient(postgres.everything, practiceId)

    const permit = await Permit.ask(postgres.db, therapist, 'list-people')
    const people = await inScope(postgres.db, permit, listOwnPeople)
    expect(people.map(({ patientId }) => patientId)).toEqual([patient.id])
    expect(await trailOf(therapist.id)).toEqual([
      {
        actor_role: 'therapist',
        kind: 'list',
        action: 'list-people',
        patient_ids: [],
        outcome: 'granted',
        cause: null,
      },
      {
        ...{ actor_role: 'therapist', kind: 'list', action: 'list-people', patient_ids: [patient.id] },
        ...{ outcome: 'done', cause: null },
      },
    ])
  })

  test('a list that tells nobody who was on it is not shown', async () => {
    const permit = await Permit.ask(postgres.db, prescriber, 'read-worklist')
    await expect(inScope(postgres.db, permit, async () => 'rows')).rejects.toThrow('told nobody')
  })

  test('a practice permit reaches the practice and no patient', async () => {
    const permit = await Permit.ask(postgres.db, prescriber, 'read-protocol')
    expect(await inScope(postgres.db, permit, findProtocolInForce)).toMatchObject({ version: 1 })
    const patients = await inScope(postgres.db, permit, ({ trx }) =>
      trx.selectFrom('patient').selectAll().execute(),
    )
    expect(patients).toEqual([])
  })

  test('a job’s permit reaches its one patient, and its cause is on record', async () => {
    const job = jobActor(practiceId, 'tell-care-team 7')
    const permit = await Permit.ask(postgres.db, job, 'tell-care-team', patient.id)
    const seen = await inScope(postgres.db, permit, ({ trx }) =>
      trx.selectFrom('patient').select('patient_id').execute(),
    )
    expect(seen).toEqual([{ patient_id: patient.id }])
    await expect(Permit.ask(postgres.db, job, 'read-chart', patient.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(Permit.ask(postgres.db, job, 'tell-care-team', randomUUID())).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await trailOf(job.id)).every(({ cause }) => cause === 'tell-care-team 7')).toBe(true)
  })

  test('a visitor sees the public profile of one practice, leaves no trace, and gets nothing else', async () => {
    await makePractice(postgres.everything)
    const visitor = visitorTo(practiceId)
    const permit = await Permit.ask(postgres.db, visitor, 'read-public-profile')
    expect(await inScope(postgres.db, permit, getPublicProfile)).toMatchObject({ name: 'Test practice' })
    const reach = await inScope(postgres.db, permit, async ({ trx }) => ({
      practices: (await trx.selectFrom('practice').selectAll().execute()).length,
      protocols: (await trx.selectFrom('protocol_version').selectAll().execute()).length,
      practitioners: (await trx.selectFrom('practitioner').selectAll().execute()).length,
    }))
    expect(reach).toEqual({ practices: 1, protocols: 0, practitioners: 0 })
    await expect(Permit.ask(postgres.db, prescriber, 'read-public-profile')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('what cannot be got round', () => {
  test('a query with no scope finds nothing and writes nothing', async () => {
    const { db } = postgres
    expect(await db.selectFrom('patient').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('practice').selectAll().execute()).toEqual([])
    await expect(
      db
        .insertInto('audit_event')
        .values({
          ...{ practice_id: practiceId, actor_id: patient.id, actor_role: 'patient', kind: 'patient' },
          ...{ action: 'read-today', patient_ids: [], outcome: 'granted' },
        })
        .execute(),
    ).rejects.toThrow('row-level security')
  })

  test('inside a scope a query without a where sees this patient alone', async () => {
    const other = await makePatient(postgres.everything, practiceId)
    await joinCareTeam(postgres.everything, other, prescriber.id)
    const permit = await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
    const seen = await inScope(postgres.db, permit, ({ trx }) =>
      trx.selectFrom('patient').select('patient_id').execute(),
    )
    expect(seen).toEqual([{ patient_id: patient.id }])
  })

  test('settings end with their transaction: the next one on the same connection sees nothing', async () => {
    const one = openDatabase(postgres.poolAs('app', 1))
    const permit = await Permit.ask(one, prescriber, 'read-chart', patient.id)
    await inScope(one, permit, getPatient)
    expect(await one.selectFrom('patient').selectAll().execute()).toEqual([])
    await expect(inScope(one, permit, ({ trx }) => sql`select 1 / 0`.execute(trx))).rejects.toThrow()
    expect(await one.selectFrom('patient').selectAll().execute()).toEqual([])
  })

  test('an id with SQL in it is no id', async () => {
    const evil: Actor = { ...patient, id: `${patient.id}'; drop table finding; --` }
    await expect(Permit.ask(postgres.db, evil, 'read-today', patient.id)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('every question is on record before its answer is used, refusals too', async () => {
    await Permit.ask(postgres.db, prescriber, 'read-chart', patient.id)
    const stranger = await makeMember(postgres.everything, practiceId, ['prescriber'])
    await expect(Permit.ask(postgres.db, stranger, 'read-chart', patient.id)).rejects.toThrow()
    expect(await trailOf(stranger.id)).toEqual([
      {
        ...{ actor_role: 'prescriber', kind: 'patient', action: 'read-chart', patient_ids: [patient.id] },
        ...{ outcome: 'refused', cause: null },
      },
    ])
  })
})
