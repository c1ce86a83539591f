/** What stands open on record holds the gate, the readiness and the dose, until it is closed with a reason; rule by rule. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { closeFinding } from '../../app/care/close-finding.ts'
import { dayKnown } from '../../app/care/day-known.ts'
import { findHalves, gateNow, gateWithOpenings } from '../../app/care/judge-day.ts'
import { readRoom } from '../../app/care/read-room.ts'
import { signConsent, withdrawConsent } from '../../app/care/sign-consents.ts'
import type { ConsentKind } from '../../app/clinical/consents.ts'
import { ALL_RULES, rulesOf } from '../../app/clinical/rules/all.ts'
import { JUDGED_AT } from '../../app/clinical/rules/running.ts'
import { gateForPatient } from '../../app/content/gate-words.ts'
import { ruleWords } from '../../app/content/rule-words.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  eventsOf,
  GOOD_ROOM,
  makeScene,
  minute,
  press,
  type Scene,
  tellOwn,
  tellRoom,
  vault,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

/** By hand: what the block of a rule is of, where it is of no session. Everything else that blocks holds. */
const OF_NO_SESSION: Readonly<Record<string, string>> = {
  ...{ B16: 'order', B32: 'order', B34: 'order', B35: 'order', B42: 'first order' },
  ...{ F05: 'new order', F09: 'refill', F15: 'orders' },
  ...{ E01: 'the end of that session', E03: 'driving that day', D15: 'a form at the peak' },
  B31: 'looked up, at the gate and at the dose',
  B33: 'asked at each gate',
  ...Object.fromEntries(
    ['C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11', 'C12', 'C13', 'C15', 'C17'].map(
      (id) => [id, 'asked at each gate'],
    ),
  ),
  ...Object.fromEntries(['C18', 'C21', 'C22', 'C24', 'C26', 'C27'].map((id) => [id, 'asked at each gate'])),
}
const NEVER_STORED = rulesOf('assessment').map(({ id }) => id)
const BLOCKING = ALL_RULES.filter(
  ({ id, severities }) => severities.includes('block') && !NEVER_STORED.includes(id),
).map(({ id }) => id)
const HOLDING = BLOCKING.filter((id) => !Object.hasOwn(OF_NO_SESSION, id))

type Found = { severity?: 'block' | 'review'; isUnknown?: boolean; sessionId?: string }
async function found({ everything, practiceId, patient }: Scene, ruleId: string, but: Found = {}) {
  const of = { practice_id: practiceId, patient_id: patient.id }
  const response = await everything
    .selectFrom('questionnaire_response')
    .select('questionnaire_response_id')
    .where('patient_id', '=', patient.id)
    .executeTakeFirstOrThrow()
  const { finding_id } = await everything
    .insertInto('finding')
    .values({
      ...{ ...of, rule_id: ruleId, rule_version: 1 + Math.floor(Math.random() * 1_000_000) },
      ...{ questionnaire_response_id: response.questionnaire_response_id, protocol_version: 1 },
      ...{ answer_sheet_id: null, session_id: but.sessionId ?? null, session_event_id: null },
      ...{ supply_order_id: null, is_unknown: but.isUnknown ?? false, severity: but.severity ?? 'block' },
      ...{ evidence: '{}', rules: '[]', missing: '[]' },
    })
    .returning('finding_id')
    .executeTakeFirstOrThrow()
  return finding_id
}

const close = async ({ db, prescriber, patient }: Scene, findingId: string, at: Date) =>
  closeFinding(db, await Permit.ask(db, prescriber, 'close-finding', patient.id), {
    ...{ findingId, because: 'We spoke, and it is safe to go on', closedAt: at },
  })

/** What the patient's page is made of. */
const pageOf = async ({ db, patient }: Scene, at: Date) =>
  inScope(db, await Permit.ask(db, patient, 'read-own-day', patient.id), async (scope) => {
    const room = await readRoom(scope, at)
    if (!room) throw new Error('a session is booked')
    const key = await vault.keyOf(scope)
    const { booked } = room.session
    const halves = await findHalves(scope, key, booked, room.gaps)
    const whole = await gateNow(
      ...([scope, await dayKnown(scope, key, booked, at), room.session, halves, at, room.gaps] as const),
    )
    return { room, gate: gateWithOpenings(whole, room.session, room.against) }
  })
const stageOf = async (scene: Scene, at: Date) => (await pageOf(scene, at)).room.session.reading.session.stage

async function handIn(scene: Scene) {
  await tellOwn(scene)
  await tellRoom(scene)
}

async function start(scene: Scene, at = minute(0)) {
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, at)
  const causes = (await alertsOf(scene)).map(({ cause }) => cause)
  return causes.some((cause) => cause.includes('dose-not-allowed')) ? 'not allowed' : 'allowed'
}

const openCauses = async (scene: Scene) =>
  (await alertsOf(scene))
    .filter(({ settled_at }) => settled_at === null)
    .map(({ cause }) => cause.split(/[ :]/)[1])

test('each rule that blocks is of a session, or it is said here of what else', () => {
  expect(HOLDING.length).toBeGreaterThan(30)
  expect(Object.keys(OF_NO_SESSION).filter((id) => !BLOCKING.includes(id))).toEqual([])
  const atTheGate = JUDGED_AT.gate.map(({ id }) => id)
  const said = Object.keys(OF_NO_SESSION).filter((id) => OF_NO_SESSION[id] === 'asked at each gate')
  expect(said.filter((id) => !atTheGate.includes(id))).toEqual([])
  expect(JUDGED_AT.untilDose.map(({ id }) => id)).toEqual(['B31'])
})

test.each(HOLDING)(
  '%s, open on record, holds gate, readiness and dose until it is closed with a reason',
  async (ruleId) => {
    const scene = await makeScene(postgres)
    const first = await found(scene, ruleId)
    await handIn(scene)
    const held = await pageOf(scene, minute(-50))
    expect([held.gate.answer, held.room.session.reading.session.stage]).toEqual(['not-today', 'preparing'])
    expect(held.room.held.map((one) => one.ruleId)).toEqual([ruleId])
    // Somebody is asked to look; the patient reads nothing of what it is.
    expect(await openCauses(scene)).toEqual(['held'])
    const read = gateForPatient('en', held.gate, { is: 'sent', to: 'Dr. One' })
    expect(read).toHaveLength(held.gate.reasons.some(({ is }) => is === 'alert') ? 3 : 2)

    await close(scene, first, minute(-45))
    expect([await stageOf(scene, minute(-45)), await openCauses(scene)]).toEqual(['ready-for-dose', []])
    expect((await pageOf(scene, minute(-44))).gate.answer).toBe('go')

    await found(scene, ruleId)
    const again = await pageOf(scene, minute(-40))
    expect([again.gate.answer, again.room.against]).toEqual(['not-today', ['finding']])
    expect(await start(scene)).toBe('not allowed')
  },
)

test('what stops an order alone, or was of another day, lets the session go on', async () => {
  const scene = await makeScene(postgres)
  for (const ruleId of Object.keys(OF_NO_SESSION)) await found(scene, ruleId)
  await found(scene, 'F08', { severity: 'review' })
  await found(scene, 'F08', { isUnknown: true })
  await handIn(scene)
  expect((await pageOf(scene, minute(-50))).gate.answer).toBe('go')
  expect(await start(scene)).toBe('allowed')
})

describe('a side effect to be reviewed', () => {
  test.each(['E05', 'E07', 'E09'])('%s holds until it is closed, or opened for this day', async (ruleId) => {
    for (const way of ['closed', 'opened'] as const) {
      const scene = await makeScene(postgres)
      const id = await found(scene, ruleId, { severity: 'review' })
      await handIn(scene)
      expect(await stageOf(scene, minute(-50))).toBe('preparing')
      if (way === 'closed') await close(scene, id, minute(-45))
      else {
        const judgement = (await pageOf(scene, minute(-46))).room.session.reading.session.judged.patient?.ref
        const what = {
          kind: 'opened',
          judgement: judgement ?? '',
          ruleId: 'C17',
          isByPrescriber: true,
        } as const
        await press(scene, scene.prescriber, { ...what, reason: 'We spoke' }, minute(-45))
      }
      expect(await stageOf(scene, minute(-44)), way).toBe('ready-for-dose')
      expect(await start(scene), way).toBe('allowed')
    }
  })
})

test('two on record: closing one opens nothing, and opening C17 does not take the place of closing', async () => {
  const scene = await makeScene(postgres)
  const [first, second] = [await found(scene, 'F08'), await found(scene, 'D03')]
  await handIn(scene)
  await close(scene, first, minute(-45))
  expect(await stageOf(scene, minute(-45))).toBe('preparing')
  const judgement = (await pageOf(scene, minute(-44))).room.session.reading.session.judged.patient?.ref ?? ''
  const what = { kind: 'opened', judgement, ruleId: 'C17', reason: 'We spoke', isByPrescriber: true } as const
  await press(scene, scene.prescriber, what, minute(-43))
  const page = await pageOf(scene, minute(-42))
  expect([page.room.session.reading.session.stage, page.gate.answer]).toEqual(['preparing', 'not-today'])
  expect(page.room.held.map(({ ruleId }) => ruleId)).toEqual(['D03'])
  await close(scene, second, minute(-41))
  expect(await stageOf(scene, minute(-40))).toBe('ready-for-dose')
  const opened = (await eventsOf(scene)).flatMap(({ what }) => (what.kind === 'opened' ? [what.reason] : []))
  expect(opened).toEqual(['We spoke'])
})

test('beside something else that holds, closing it opens that one alone', async () => {
  const scene = await makeScene(postgres)
  const id = await found(scene, 'F13')
  await tellOwn(scene)
  await tellRoom(scene, { ...GOOD_ROOM, oxygen: 92 })
  await close(scene, id, minute(-45))
  const { room } = await pageOf(scene, minute(-44))
  const { judged, stage } = room.session.reading.session
  expect([judged.patient?.opened, judged['support-person']?.opened, stage]).toEqual([
    ['C17'],
    [],
    'preparing',
  ])
})

describe('an emergency of record', () => {
  const raise = async (
    { everything, practiceId, patient, prescriber }: Scene,
    cause = 'record rule:S01 x',
  ) => {
    const id = randomUUID()
    await everything
      .insertInto('alert')
      .values({
        ...{ practice_id: practiceId, patient_id: patient.id, alert_id: id, session_id: null, cause },
        ...{ level: 'emergency', raised_by: prescriber.id, raised_as: 'patient', raised_at: minute(-90) },
        ...{ is_in_cover: true, seen_by: null, seen_by_name: null, seen_at: null },
        ...{ settled_by: null, settled_by_name: null, settled_because: null, settled_at: null },
      })
      .execute()
    return id
  }
  const settle = async ({ db, prescriber, patient }: Scene, alertId: string) => {
    const permit = await Permit.ask(db, prescriber, 'answer-alert', patient.id)
    await settleRaised(db, permit, { alertId, at: minute(-40), by: 'Dr. One' }, 'called, and they are safe')
  }

  test('that nobody has settled holds gate, readiness and dose; settled, the session goes on by itself', async () => {
    const scene = await makeScene(postgres)
    const alert = await raise(scene)
    await handIn(scene)
    const { gate, room } = await pageOf(scene, minute(-50))
    expect([gate.answer, room.against]).toEqual(['talk-first', ['alert']])
    expect(room.session.reading.session.stage).toBe('preparing')
    await settle(scene, alert)
    expect(await stageOf(scene, minute(-39))).toBe('ready-for-dose')
    await raise(scene, 'record rule:B29 y')
    expect(await start(scene)).toBe('not allowed')
  })

  test('news of no session holds nothing', async () => {
    const scene = await makeScene(postgres)
    await raise(scene, 'own-step x')
    await handIn(scene)
    expect(await start(scene)).toBe('allowed')
  })
})

describe('a consent taken back', () => {
  const withdraw = async ({ db, patient }: Scene, kind: ConsentKind, at: Date) =>
    withdrawConsent(db, await Permit.ask(db, patient, 'sign-consents', patient.id), kind, at)
  const sign = async ({ db, patient }: Scene, kind: ConsentKind, at: Date) =>
    signConsent(db, await Permit.ask(db, patient, 'sign-consents', patient.id), patient.name, {
      ...{ id: randomUUID(), kind, textVersion: 1, language: 'en', signedName: patient.name, signedAt: at },
    })

  test.each<ConsentKind>(['telehealth', 'home-treatment'])(
    '%s: before the day nothing becomes ready; signed again, it does',
    async (kind) => {
      const scene = await makeScene(postgres)
      await withdraw(scene, kind, minute(-3000))
      await handIn(scene)
      const { gate, room } = await pageOf(scene, minute(-50))
      expect([gate.answer, room.against]).toEqual(['not-today', ['consents']])
      expect(room.session.reading.session.stage).toBe('preparing')
      expect(gateForPatient('en', gate, { is: 'sent', to: 'x' })).toContain(ruleWords.en.B31.patient)
      // It is the person's own to sign: nobody is called.
      expect(await openCauses(scene)).toEqual([])
      expect(await sign(scene, kind, minute(-40))).toBe('signed')
      expect(await stageOf(scene, minute(-39))).toBe('ready-for-dose')
      expect(await start(scene)).toBe('allowed')
    },
  )

  test('after it was ready: the dose is one that was not allowed', async () => {
    const scene = await makeScene(postgres)
    await handIn(scene)
    expect(await stageOf(scene, minute(-50))).toBe('ready-for-dose')
    await withdraw(scene, 'off-label-treatment', minute(-10))
    expect((await pageOf(scene, minute(-9))).gate.answer).toBe('not-today')
    expect(await start(scene)).toBe('not allowed')
  })
})
