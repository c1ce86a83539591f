/** Whose names the table of members shows under every kind of permit: patients are in it, and those around them. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roleName } from '../../app/database/roles.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  EVERYBODY,
  everyMember,
  everyRow,
  PEOPLE,
  SCOPES,
  STAFF,
  settingsOf,
  stranger,
} from './policies-scene.ts'

let postgres: TestDatabase
let superuser: pg.Client
beforeAll(async () => {
  postgres = await openTestDatabase()
  superuser = new pg.Client(postgres.server)
  await superuser.connect()
  await superuser.query(
    `begin; set local session_replication_role = replica; ${everyRow()}; ${everyMember()}; commit`,
  )
})
afterAll(async () => {
  await superuser.end()
  await postgres.close()
})

const NAMES = new Map([
  ...EVERYBODY.map((whose) => [`${PEOPLE[whose].practice} ${PEOPLE[whose].patient}`, whose] as const),
  ...Object.entries(STAFF).map(([role, id]) => [`${PEOPLE.mine.practice} ${id}`, role] as const),
  [`${PEOPLE.mine.practice} ${stranger}`, 'stranger'],
])

/** Without a where. Whoever is of another practice has no name here. */
async function seenBy(scope: string, first = ''): Promise<string[]> {
  await superuser.query(`begin; ${first} ${settingsOf(SCOPES[scope])} set local role ${roleName('app')}`)
  const { rows } = await superuser.query<{ practice_id: string; actor_id: string }>(
    'select practice_id, actor_id from member',
  )
  await superuser.query('rollback')
  return rows.map((row) => NAMES.get(`${row.practice_id} ${row.actor_id}`) ?? 'somebody elsewhere').sort()
}

const CARE_TEAM = Object.keys(STAFF)
const OF_PRACTICE = ['prescriber', 'care-coordinator', 'medical-director', 'stranger']

/** By hand; a scope that is not here sees nobody. */
const SIGNED: Readonly<Record<string, readonly string[]>> = {
  patient: CARE_TEAM,
  'another patient': CARE_TEAM,
  prescriber: CARE_TEAM,
  'care-coordinator': CARE_TEAM,
  therapist: CARE_TEAM,
  'support-person': CARE_TEAM,
  job: [...CARE_TEAM, 'mine'],
  'practice: prescriber': OF_PRACTICE,
  'practice: medical-director': OF_PRACTICE,
}

test.each(Object.keys(SCOPES))('%s sees the members that are signed, and nobody else', async (scope) => {
  expect(await seenBy(scope)).toEqual([...(SIGNED[scope] ?? [])].sort())
})

test('somebody on duty is named to whoever is about a patient or has a list, and to no visitor', async () => {
  const onDuty = `set local session_replication_role = replica;
    insert into duty (practice_id, duty_id, clinician_id, from_at, to_at)
    values ('${PEOPLE.mine.practice}', gen_random_uuid(), '${stranger}', now(), now() + interval '1 hour');`
  expect(await seenBy('patient', onDuty)).toEqual([...CARE_TEAM, 'stranger'].sort())
  expect(await seenBy('list: therapist', onDuty)).toEqual(['stranger'])
  expect(await seenBy('public: visitor', onDuty)).toEqual([])
  expect(await seenBy('unset', onDuty)).toEqual([])
})
