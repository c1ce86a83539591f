import { sign as cryptoSign, randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkpointKey, checkpointText } from '../../app/access/audit/sealer.ts'
import { wrapPracticeKey } from '../../app/access/vault.ts'
import { refuseOtherInstallation } from '../../app/admission.ts'
import { openDatabase } from '../../app/database/connection.ts'
import { type Founding, findPractice, foundPractice } from '../../app/database/installation.ts'
import { migrate } from '../../app/database/migrate.ts'
import { connectionAs, prepareDatabase, ROLES } from '../../app/database/roles.ts'
import { letsIn, readStanding } from '../../app/database/standing.ts'
import { Refusal } from '../../app/system/errors.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { asSuperuser } from './export-scene.ts'

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

const OTHER_SECRET = 'another-one-9876543210-zyxwvutsrqponmlkjihgfedcba'
const OTHER = /^GROUNDWORK_SECRET is not the secret .*"npm run rewrap".* Nothing was touched\.$/

/** Whether a start would be let in. Nothing is altered by asking. */
function admitted(secret: string, mode: 'demo' | 'production' = 'demo', formerSecret?: string) {
  const from = 'GROUNDWORK_SECRET'
  return asSuperuser(postgres.server, (client) =>
    refuseOtherInstallation(client, { server: postgres.server, mode, secret, from, formerSecret }),
  )
}

describe('what a database is for', () => {
  test.each([
    ['demo', 'production', /invented/],
    ['production', 'demo', /let anybody in/],
  ] as const)('a %s database is refused in %s mode, in one sentence', async (stored, wanted, sentence) => {
    await foundPractice(postgres.everything, founding(stored))
    for (const secret of [TEST_SECRET, OTHER_SECRET]) {
      await expect(admitted(secret, wanted)).rejects.toThrow(Refusal)
      await expect(admitted(secret, wanted)).rejects.toThrow(sentence)
    }
    await expect(admitted(TEST_SECRET, stored)).resolves.toBeUndefined()
  })

  test('is open while nothing is founded', async () => {
    await expect(admitted(TEST_SECRET, 'production')).resolves.toBeUndefined()
  })
})

describe('another secret is told before anything is altered', () => {
  let practiceId: string
  beforeEach(async () => {
    const demo = founding('demo')
    practiceId = demo.practice.id
    await foundPractice(postgres.everything, demo)
  })

  const keep = (secret: string, practice_id = practiceId) =>
    postgres.everything
      .insertInto('practice_key')
      .values({ practice_id, wrapped: wrapPracticeKey(secret, practice_id) })
      .execute()
  const sign = async (secret: string, link: string) => {
    const hash = randomBytes(32)
    const at = new Date()
    const text = checkpointText({ practiceId, link, hash: hash.toString('hex'), at: at.toISOString() })
    await postgres
      .poolAs('sealer', 1)
      .query(
        `insert into audit_checkpoint (practice_id, link, hash, at, signature) values ($1, $2, $3, $4, $5)`,
        [practiceId, link, hash, at, cryptoSign(null, Buffer.from(text), checkpointKey(secret))],
      )
  }

  test('by a practice’s key', async () => {
    await keep(TEST_SECRET)
    await sign(OTHER_SECRET, '1') // what was signed before a change of the secret says nothing
    await expect(admitted(TEST_SECRET)).resolves.toBeUndefined()
    await expect(admitted(OTHER_SECRET)).rejects.toThrow(OTHER)
  })

  test('where there is no key yet, by the newest checkpoint', async () => {
    await sign(OTHER_SECRET, '1')
    await sign(TEST_SECRET, '2')
    await expect(admitted(TEST_SECRET)).resolves.toBeUndefined()
    await expect(admitted(OTHER_SECRET)).rejects.toThrow(OTHER)
  })

  test('where neither is there yet, by the passwords of the roles', async () => {
    await expect(admitted(TEST_SECRET)).resolves.toBeUndefined()
    await expect(admitted(OTHER_SECRET)).rejects.toThrow(OTHER)
  })

  test('and a change of it is let in with the one before, and with no third', async () => {
    await keep(OTHER_SECRET)
    await expect(admitted(TEST_SECRET)).rejects.toThrow(OTHER)
    await expect(admitted(TEST_SECRET, 'demo', OTHER_SECRET)).resolves.toBeUndefined()
    await expect(admitted(TEST_SECRET, 'demo', `${OTHER_SECRET}?`)).rejects.toThrow(
      /^OLD_GROUNDWORK_SECRET is not the secret .* Nothing was changed\.$/,
    )
  })
})

test('what is refused has altered nothing: every role is let in as before', async () => {
  const refuse = async () => {
    throw new Refusal('Not here.')
  }
  await expect(prepareDatabase(postgres.server, OTHER_SECRET, refuse)).rejects.toThrow('Not here.')
  for (const role of ROLES) {
    expect(await letsIn(connectionAs(postgres.server, TEST_SECRET, role))).toBe(true)
    expect(await letsIn(connectionAs(postgres.server, OTHER_SECRET, role))).toBe(false)
  }
})

test('a database beside another installation is refused under another secret: they would share the roles', async () => {
  await expect(admitted(OTHER_SECRET)).rejects.toThrow(
    /^Another installation, in the database groundwork_t\w+, .* a server of its own\. Nothing was touched\.$/,
  )
})

test('an administrator who is no superuser sees what stands there', async () => {
  await foundPractice(postgres.everything, founding('production'))
  const name = `administrator_${randomBytes(6).toString('hex')}`
  const administrator = { ...postgres.server, user: name, password: 'only-for-this-test' }
  await asSuperuser(postgres.server, (client) =>
    client.query(
      `create role ${name} login createrole password '${administrator.password}'; grant groundwork_owner to ${name}`,
    ),
  )
  try {
    const standing = await asSuperuser(administrator, readStanding)
    expect(standing).toMatchObject({ mode: 'production', hasRoles: true })
    await asSuperuser(postgres.server, (client) => client.query(`revoke groundwork_owner from ${name}`))
    await expect(asSuperuser(administrator, readStanding)).rejects.toThrow(/may not see what stands/)
  } finally {
    await asSuperuser(postgres.server, (client) => client.query(`drop role ${name}`))
  }
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
