import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../app/database/connection.ts'
import { checkMode, type Founding, findPractice, foundPractice } from '../../app/database/installation.ts'
import { migrate } from '../../app/database/migrate.ts'
import { prepareDatabase } from '../../app/database/roles.ts'
import { Refusal } from '../../app/system/errors.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'

let postgres: TestDatabase
beforeEach(async () => {
  postgres = await openTestDatabase()
  return () => postgres.close()
})

const founding = (mode: 'demo' | 'production'): Founding => ({
  mode,
  practice: {
    ...{ id: randomUUID(), name: 'A practice', timeZone: 'America/New_York' },
    profile: {
      ...{ states: [], priceFromUsd: 250, phone: null },
      physician: { name: 'Dr. Test', credentials: 'MD', licenceNote: '' },
    },
  },
  practitioners: [
    { id: randomUUID(), accountId: randomUUID(), name: 'Dr. Test', credentials: 'MD', roles: ['admin'] },
  ],
  protocols: [],
  patients: [],
  relatedPeople: [],
  careTeam: [],
})

describe('what a database is for', () => {
  test.each([
    ['demo', 'production', /invented/],
    ['production', 'demo', /let anybody in/],
  ] as const)('a %s database is refused in %s mode, in one sentence', async (stored, wanted, sentence) => {
    await foundPractice(postgres.everything, founding(stored))
    await expect(checkMode(postgres.everything, wanted)).rejects.toThrow(Refusal)
    await expect(checkMode(postgres.everything, wanted)).rejects.toThrow(sentence)
    await expect(checkMode(postgres.everything, stored)).resolves.toBeUndefined()
  })

  test('is open while nothing is founded', async () => {
    await expect(checkMode(postgres.everything, 'production')).resolves.toBeUndefined()
  })
})

test('a practice is founded whole or not at all, and once', async () => {
  const broken = founding('demo')
  const unknownPatient = { ...broken, careTeam: [{ patientId: randomUUID(), actorId: randomUUID() }] }
  await expect(foundPractice(postgres.everything, unknownPatient)).rejects.toThrow()
  expect(await findPractice(postgres.everything)).toBeUndefined()

  await foundPractice(postgres.everything, broken)
  await expect(foundPractice(postgres.everything, founding('demo'))).rejects.toThrow()
  expect(await findPractice(postgres.everything)).toMatchObject({ id: broken.practice.id })
})

describe('starting again', () => {
  test('prepares and migrates what is prepared and migrated, and changes nothing', async () => {
    await prepareDatabase(postgres.server, TEST_SECRET)
    expect(await migrate(postgres.connectionAs('owner'))).toEqual([])
  })

  test('is refused on a database that a newer Groundwork made', async () => {
    const owner = openDatabase(postgres.poolAs('owner', 1))
    await owner
      .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
      .insertInto('kysely_migration')
      .values({ name: '9999-later', timestamp: new Date().toISOString() })
      .execute()
    await expect(migrate(postgres.connectionAs('owner'))).rejects.toThrow(/newer Groundwork/)
  })

  test('says where the database is when it cannot be reached, and not the password', async () => {
    const nowhere = { ...postgres.server, port: 1, password: 'not-to-be-said' }
    const refused = prepareDatabase(nowhere, TEST_SECRET)
    await expect(refused).rejects.toThrow(Refusal)
    await expect(refused).rejects.toThrow(/127\.0\.0\.1:1 cannot be reached/)
    await expect(refused).rejects.not.toThrow(/not-to-be-said/)
  })
})
