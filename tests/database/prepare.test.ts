/** Preparing: what was written is sealed, what is done is noted, and the last part may make somebody ready. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { agreeToSupport } from '../../app/care/agree-to-support.ts'
import { type PreparedPart, prepare } from '../../app/care/prepare.ts'
import type { Wishes } from '../../app/clinical/preparation.ts'
import { findLatestSheet } from '../../app/records/answer-sheets.ts'
import { listPartsDone } from '../../app/records/preparation.ts'
import { failingAtStep } from '../failing-database.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { bookingScene, NOW, type Scene } from './booking-scene.ts'

const vault = openVault('a secret of this test that is long enough')
const CARD: Wishes = {
  ...{ words: 'slow', touch: 'no', touchWhere: '', handSign: 'a flat hand' },
  ...{ callFirst: 'Jo', callFirstPhone: '555', stopMusic: 'a hand on my ear' },
}
const PARTS: readonly PreparedPart[] = [
  { part: 'mindset', intention: 'to be gentle' },
  { part: 'setting', ready: ['room', 'water'] },
  { part: 'grounding' },
  { part: 'wishes', card: CARD },
]

let postgres: TestDatabase
let scene: Scene
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())
beforeEach(async () => {
  scene = await bookingScene(postgres)
})

const permit = () => Permit.ask(postgres.db, scene.patient, 'prepare', scene.patient.id)
const handIn = async (prepared: PreparedPart, id: string = randomUUID(), db = postgres.db) =>
  prepare(db, vault, await permit(), { id, by: scene.patient.name, at: NOW, prepared })
const done = async () => (await inScope(postgres.db, await permit(), listPartsDone)).sort()

test('each part is done when it is handed in; a card without its two answers is kept and not done', async () => {
  const { touch: _, ...open } = CARD
  expect(await handIn({ part: 'wishes', card: open })).toBe('kept')
  expect(await handIn({ part: 'wishes', card: { ...CARD, callFirst: ' ' } })).toBe('kept')
  expect(await done()).toEqual([])
  for (const part of PARTS) expect(await handIn(part)).toBe('done')
  expect(await done()).toEqual(['grounding', 'mindset', 'setting', 'wishes'])
})

test('sent twice it is stored once; other words under the same id are refused', async () => {
  const id = randomUUID()
  await Promise.all([1, 2, 3].map(() => handIn({ part: 'wishes', card: CARD }, id)))
  const sheets = await postgres.everything
    .selectFrom('answer_sheet')
    .selectAll()
    .where('patient_id', '=', scene.patient.id)
    .execute()
  expect(sheets).toHaveLength(1)
  expect(sheets[0]?.sealed.includes('slow')).toBe(false)
  await expect(handIn({ part: 'wishes', card: { ...CARD, words: 'quick' } }, id)).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('an intention is the patient’s alone: a prescriber who reads everything else is not shown it', async () => {
  for (const part of PARTS) await handIn(part)
  const read = async (who: typeof scene.patient, action: 'read-today' | 'read-chart', kind: string) => {
    const own = await Permit.ask(postgres.db, who, action, scene.patient.id)
    const sheet = await inScope(postgres.db, own, async (scope) =>
      findLatestSheet(scope, await vault.keyOf(scope), kind),
    )
    return sheet?.answers
  }
  expect(await read(scene.patient, 'read-today', 'intention')).toEqual({ intention: 'to be gentle' })
  expect(await read(scene.prescriber, 'read-chart', 'intention')).toBeUndefined()
  expect(await read(scene.prescriber, 'read-chart', 'wishes')).toEqual(CARD)
})

test('the last part makes somebody ready, when everything else is there', async () => {
  await scene.book(scene.booking())
  for (const part of PARTS) {
    expect(await scene.stateNow()).toBe('supplied')
    await handIn(part)
  }
  expect(await scene.stateNow()).toBe('ready')
})

test('the last two things at the same moment make somebody ready, whoever comes first', async () => {
  for (const _ of Array.from({ length: 5 })) {
    scene = await bookingScene(postgres)
    await scene.book(scene.booking())
    const [last, ...others] = PARTS
    for (const part of others) await handIn(part)
    const invited = { agreed_at: null, agreed_version: null, agreed_language: null }
    await postgres.everything
      .updateTable('invitation')
      .set(invited)
      .where('actor_id', '=', scene.support.id)
      .execute()
    const support = await Permit.ask(postgres.db, scene.support, 'agree-to-support', scene.patient.id)
    await Promise.all([
      last && handIn(last),
      agreeToSupport({ db: postgres.db, vault }, support, {
        ...{ by: scene.support.name, language: 'en', phone: '(305) 555-0162', at: NOW },
      }),
    ])
    expect(await scene.stateNow()).toBe('ready')
  }
})

test('whichever statement does not arrive, nothing is half-stored', async () => {
  await scene.book(scene.booking())
  for (const part of PARTS.slice(0, 3)) await handIn(part)
  const [, , , last] = PARTS
  if (!last) throw new Error('no last part')
  for (let failing = 1; ; failing++) {
    const db = failingAtStep(postgres, failing)
    const outcome = await handIn(last, randomUUID(), db).catch(() => undefined)
    if (outcome) break
    expect(await done(), `statement ${failing}`).toHaveLength(3)
    expect(await scene.stateNow(), `statement ${failing}`).toBe('supplied')
  }
  expect(await scene.stateNow()).toBe('ready')
})
