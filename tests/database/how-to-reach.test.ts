/** Whoever agrees to be there gives a number: sealed, read by those who may have to call, and asked for before a booking. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import type { Login } from '../../app/access/login/login.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { whoToCall } from '../../app/care/who-to-call.ts'
import { callHref } from '../../app/content/crisis.ts'
import { listNumbers } from '../../app/records/contact-points.ts'
import { readReadiness } from '../../app/records/preparation.ts'
import { openTestApp, openTestLogin } from '../app.ts'
import { failingAtStep } from '../failing-database.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { dosedScene, minute, press } from '../session-scene.ts'
import { bookingScene, NOW, type Scene } from './booking-scene.ts'

const vault = openVault(TEST_SECRET)
const SUPPORT = '(305) 555-0162'
const BACKUP = '(305) 555-0163'

let postgres: TestDatabase
let login: Login
let scene: Scene
beforeAll(async () => {
  postgres = await openTestDatabase()
  login = await openTestLogin(postgres)
})
afterAll(() => postgres.close())
beforeEach(async () => {
  scene = await bookingScene(postgres, { without: ['support', 'backup'] })
})

const agree = async (who: Member, phone: string, { db = postgres.db, at = NOW } = {}) =>
  agreeToSupport({ db, vault }, await Permit.ask(postgres.db, who, 'agree-to-support', scene.patient.id), {
    by: who.name,
    language: 'en',
    phone,
    at,
  })
const both = async () => {
  await agree(scene.support, SUPPORT)
  await agree(scene.backup, BACKUP)
}
const numbersFor = async (who: Member, action: Parameters<typeof Permit.ask>[2]) => {
  const permit = await Permit.ask(postgres.db, who, action as 'read-chart', scene.patient.id)
  return inScope(postgres.db, permit, async (scope) => listNumbers(scope, await vault.keyOf(scope)))
}
const standing = async () => {
  const permit = await Permit.ask(postgres.db, scene.coordinator, 'read-booking', scene.patient.id)
  const { support, backup } = await inScope(postgres.db, permit, readReadiness)
  return { support, backup }
}

test('nobody counts as agreed without a number: neither for being ready nor for a booking', async () => {
  expect(await standing()).toEqual({ support: 'asked', backup: 'asked' })
  expect(await scene.book(scene.booking())).toMatchObject({ problems: ['support', 'backup'] })
  await both()
  expect(await standing()).toEqual({ support: 'agreed', backup: 'agreed' })
  // As somebody stands who agreed before a number was asked for.
  await postgres.everything
    .updateTable('invitation')
    .set({ reachable_at: null })
    .where('actor_id', '=', scene.backup.id)
    .execute()
  expect(await standing()).toEqual({ support: 'agreed', backup: 'asked' })
  expect(await scene.book(scene.booking())).toMatchObject({ problems: ['backup'] })
  await agree(scene.backup, BACKUP)
  expect(await scene.book(scene.booking())).toMatchObject({ status: 'booked' })
})

test.each(['', 'call my home', '911', '1234567890123456'])(
  '“%s” is refused, and nothing is stored',
  async (phone) => {
    await expect(agree(scene.support, phone)).rejects.toMatchObject({ code: 'invalid' })
    expect(await standing()).toMatchObject({ support: 'asked' })
    expect(await numbersFor(scene.support, 'read-briefing')).toEqual(new Map())
  },
)

test('it is sealed, changed on their own page, and another is not theirs to change', async () => {
  await both()
  await agree(scene.support, '(305) 555-0170', { at: new Date(NOW.getTime() + 1000) })
  expect(await numbersFor(scene.prescriber, 'read-chart')).toEqual(
    new Map([
      [scene.support.id, '(305) 555-0170'],
      [scene.backup.id, BACKUP],
    ]),
  )
  const rows = await postgres.everything
    .selectFrom('contact_point')
    .selectAll()
    .where('patient_id', '=', scene.patient.id)
    .execute()
  expect(rows.map(({ sealed }) => sealed.toString('latin1')).join()).not.toContain('555')

  const permit = await Permit.ask(postgres.db, scene.support, 'agree-to-support', scene.patient.id)
  const changed = await inScope(postgres.db, permit, ({ trx }) =>
    trx.updateTable('contact_point').set({ told_at: NOW }).returning('actor_id').execute(),
  )
  expect(changed).toEqual([{ actor_id: scene.support.id }])
})

describe('who reads which number', () => {
  beforeEach(both)

  test('who is there reads their own and that of who is in reserve; who is in reserve reads their own alone', async () => {
    expect([...(await numbersFor(scene.support, 'read-briefing')).keys()].sort()).toEqual(
      [scene.support.id, scene.backup.id].sort(),
    )
    expect([...(await numbersFor(scene.backup, 'read-briefing')).keys()]).toEqual([scene.backup.id])
  })

  test('the number of who is not in reserve any more is read by clinicians alone', async () => {
    await postgres.everything
      .updateTable('care_team_member')
      .set({ revoked_at: NOW })
      .where('patient_id', '=', scene.patient.id)
      .where('actor_id', '=', scene.backup.id)
      .execute()
    expect([...(await numbersFor(scene.support, 'read-briefing')).keys()]).toEqual([scene.support.id])
    expect((await numbersFor(scene.prescriber, 'read-chart')).get(scene.backup.id)).toBe(BACKUP)
  })

  test('a coordinator, the patient and a therapist read none', async () => {
    expect(await numbersFor(scene.coordinator, 'read-booking')).toEqual(new Map())
    expect(await numbersFor(scene.patient, 'read-preparation')).toEqual(new Map())
    expect(await numbersFor(scene.therapist, 'read-shared')).toEqual(new Map())
  })

  test('a clinician is shown whom to call: of the session that is booked, and before one of those who were asked', async () => {
    const toCall = async (sessionId?: string) => {
      const permit = await Permit.ask(postgres.db, scene.prescriber, 'watch-session', scene.patient.id)
      return inScope(postgres.db, permit, async (scope) => {
        const booked = sessionId && { supportPersonId: scene.support.id, backupPersonId: randomUUID() }
        const key = await vault.keyOf(scope)
        return whoToCall(scope, key, booked ? (booked as Parameters<typeof whoToCall>[2]) : undefined)
      })
    }
    expect(await toCall()).toEqual({
      phone: undefined,
      street: undefined,
      beside: [
        { part: 'support', name: scene.support.name, phone: SUPPORT },
        { part: 'backup', name: scene.backup.name, phone: BACKUP },
      ],
    })
    expect((await toCall('booked')).beside).toEqual([
      { part: 'support', name: scene.support.name, phone: SUPPORT },
    ])
  })
})

test('whichever statement does not arrive, nobody has agreed without their number', async () => {
  for (let failing = 1; ; failing++) {
    const isDone = await agree(scene.support, SUPPORT, { db: failingAtStep(postgres, failing) }).then(
      () => true,
      () => false,
    )
    if (isDone) break
    expect(await standing(), `statement ${failing}`).toMatchObject({ support: 'asked' })
    expect((await numbersFor(scene.support, 'read-briefing')).size, `statement ${failing}`).toBe(0)
  }
  expect(await standing()).toMatchObject({ support: 'agreed' })
})

describe('in a session', () => {
  /** Both were asked and agreed before; the session is dosed. */
  async function session() {
    const dosed = await dosedScene(postgres)
    for (const [part, who, phone] of [
      ['support', dosed.friend, SUPPORT],
      ['backup', dosed.backup, BACKUP],
    ] as const) {
      await postgres.everything
        .insertInto('invitation')
        .values({
          ...{ practice_id: dosed.practiceId, patient_id: dosed.patient.id, invitation_id: randomUUID() },
          ...{ part, name: who.name, relationship: 'friend', account_id: randomUUID(), actor_id: who.id },
          ...{ is_near: true, invited_at: minute(-600) },
        })
        .execute()
      const permit = await Permit.ask(postgres.db, who, 'agree-to-support', dosed.patient.id)
      await agreeToSupport({ db: postgres.db, vault }, permit, {
        ...{ by: who.name, language: 'en', phone, at: minute(-500) },
      })
    }
    const app = openTestApp(postgres, {
      ...{ practiceId: dosed.practiceId, login },
      change: { now: () => minute(30) },
    })
    const read = async (who: { id: string }, path: string) => {
      const email = `${randomUUID()}@test.invalid`
      const account = await login.createAccount({ email, name: 'x' })
      await postgres.everything
        .updateTable('member')
        .set({ account_id: account })
        .where('actor_id', '=', who.id)
        .execute()
      return (await app.request('GET', path, await app.signIn(account))).text()
    }
    return { ...dosed, read }
  }
  const dials = (page: string, phone: string) => page.includes(`href="${callHref(phone)}"`)

  test('the clinician dials both, whoever is there who is in reserve, and nobody else either', async () => {
    const { read, prescriber, friend, backup, patient } = await session()
    for (const path of ['sessions', 'patients']) {
      const page = await read(prescriber, `/console/${path}/${patient.id}`)
      expect(dials(page, BACKUP), path).toBe(true)
      // In the chart whoever was put on the team beside them stands as well.
      expect(dials(page, SUPPORT), path).toBe(true)
      expect(page).toContain('id="to-call"')
    }
    const beside = await read(friend, `/care-team/day/${patient.id}/now`)
    expect(dials(beside, BACKUP)).toBe(true)
    expect(dials(beside, SUPPORT)).toBe(false)
    const reserve = await read(backup, `/care-team/day/${patient.id}/now`)
    expect([dials(reserve, SUPPORT), dials(reserve, BACKUP)]).toEqual([false, false])
    const own = await read(patient, '/portal/day/now')
    expect([dials(own, SUPPORT), dials(own, BACKUP)]).toEqual([false, false])
  })

  test('whose access is taken back in it stays in reserve until it closes, and no longer', async () => {
    const { practiceId, patient, friend, backup, sessionId } = await session()
    await postgres.everything
      .updateTable('care_team_member')
      .set({ revoked_at: minute(20) })
      .where('patient_id', '=', patient.id)
      .where('actor_id', '=', backup.id)
      .execute()
    const readsNumber = async () => {
      const permit = await Permit.ask(postgres.db, friend, 'read-session', patient.id)
      const numbers = await inScope(postgres.db, permit, async (scope) =>
        listNumbers(scope, await vault.keyOf(scope)),
      )
      return numbers.has(backup.id)
    }
    expect(await readsNumber()).toBe(true)
    await postgres.everything
      .updateTable('dosing_session')
      .set({ ended_at: minute(200) })
      .where('practice_id', '=', practiceId)
      .where('session_id', '=', sessionId)
      .execute()
    expect(await readsNumber()).toBe(false)
  })

  test('from an alert a clinician is led to whom to call', async () => {
    const { read, prescriber, patient, ...scene } = await session()
    await press({ ...scene, prescriber, patient }, patient, { kind: 'help-asked' }, minute(20))
    expect(await read(prescriber, '/console/alerts')).toContain(
      `href="/console/sessions/${patient.id}?session=${scene.sessionId}#to-call"`,
    )
  })
})
