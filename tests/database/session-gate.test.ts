/** The gate of a session day: two halves, judged together; held, opened with a reason, or called off without one. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { readOwnDay } from '../../app/care/day-known.ts'
import { partOfRule } from '../../app/clinical/day/facts-of-day.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { limitAt } from '../../app/clinical/protocol.ts'
import { readSession } from '../../app/clinical/session.ts'
import { insertAnswerSheet } from '../../app/records/answer-sheets.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  eventsOf,
  GOOD_DAY,
  GOOD_ROOM,
  makeScene,
  minute,
  press,
  type Scene,
  sessionRow,
  stateOf,
  tellOwn,
  tellRoom,
  vault,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const read = async (scene: Scene) => readSession(await eventsOf(scene), scene.sessionId, {}).session
const judged = async (scene: Scene, part: 'patient' | 'support-person') =>
  (await read(scene)).judged[part]?.findings.map(({ ruleId }) => ruleId)
const isReady = async (scene: Scene) => (await eventsOf(scene)).some(({ what }) => what.kind === 'made-ready')

test('both halves in order, in whichever order they come: ready for the dose, and nobody is alarmed', async () => {
  for (const order of ['own first', 'room first']) {
    const scene = await makeScene(postgres)
    const [first, second] = order === 'own first' ? [tellOwn, tellRoom] : [tellRoom, tellOwn]
    await first(scene)
    expect(await stateOf(scene)).toBe('session-day')
    expect(await isReady(scene)).toBe(false)
    await second(scene)
    expect(await judged(scene, 'patient')).toEqual([])
    expect(await judged(scene, 'support-person')).toEqual([])
    expect(await isReady(scene)).toBe(true)
    expect(await alertsOf(scene)).toEqual([])
  }
})

test('sent twice, it is judged once', async () => {
  const scene = await makeScene(postgres)
  const id = randomUUID()
  const twice = () => tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-60), scene.db, id)
  await Promise.all([twice(), twice()])
  expect((await eventsOf(scene)).filter(({ what }) => what.kind === 'judged')).toHaveLength(1)
})

test('a skip is no yes: it holds until a prescriber has spoken with the person and opens it', async () => {
  const scene = await makeScene(postgres)
  const { sleptHours: _, ...told } = GOOD_DAY
  await tellOwn(scene, told)
  await tellRoom(scene)
  expect(await judged(scene, 'patient')).toEqual(['C14'])
  expect(await isReady(scene)).toBe(false)
  expect((await alertsOf(scene)).map(({ level }) => level)).toEqual(['person-now'])

  const judgement = (await read(scene)).judged.patient?.ref ?? ''
  const open = (reason: string) =>
    ({ kind: 'opened', judgement, ruleId: 'C14', reason, isByPrescriber: true }) as const
  expect(await press(scene, scene.friend, open('fine by me'), minute(-40))).toEqual({
    refused: 'clinician-only',
  })
  expect(await press(scene, scene.prescriber, open(' '), minute(-40))).toEqual({ refused: 'reason-needed' })
  expect(await press(scene, scene.prescriber, open('slept enough, we spoke'), minute(-39))).toBe('stored')
  expect(await isReady(scene)).toBe(true)
  expect((await alertsOf(scene)).map(({ settled_because }) => settled_because)).toEqual([
    'slept enough, we spoke',
  ])
})

test('what nobody may open stays closed', async () => {
  const scene = await makeScene(postgres)
  const { ownWord: _, ...told } = GOOD_DAY
  await tellOwn(scene, told)
  const session = await read(scene)
  const final = session.judged.patient?.findings.find(({ isFinal }) => isFinal)
  expect(final?.ruleId).toBeDefined()
  const what = {
    ...{ kind: 'opened' as const, judgement: session.judged.patient?.ref ?? '', ruleId: final?.ruleId ?? '' },
    ...{ reason: 'we spoke', isByPrescriber: true },
  }
  expect(await press(scene, scene.prescriber, what, minute(-30))).toEqual({ refused: 'nobody-opens' })
})

test('a yes about right now is an emergency at once, also while nothing else was answered', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, {}, { ...ASQ_NO, 'asq-03': 1, 'asq-05': 1 })
  const alerts = await alertsOf(scene)
  expect(alerts.map(({ level }) => level)).toContain('emergency')
  expect(alerts.every(({ is_in_cover }) => is_in_cover)).toBe(true)
  const { rows } = await postgres
    .poolAs('worker')
    .query(`select count(*) from graphile_worker.jobs where task_identifier = 'tell-care-team'`)
  expect(Number(rows[0]?.count)).toBeGreaterThan(0)
})

test('outside cover an alert says so', async () => {
  const scene = await makeScene(postgres, { isCovered: false })
  await tellOwn(scene, { ...GOOD_DAY, ill: ['fever'] })
  expect((await alertsOf(scene)).map(({ is_in_cover }) => is_in_cover)).toEqual([false])
})

test('"not today" calls the day off: nobody is alarmed, and it is free', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, { ...GOOD_DAY, ownWord: 'not-today' })
  expect(await stateOf(scene)).toBe('ready')
  expect((await sessionRow(scene)).cancelled_at).not.toBeNull()
  expect(await alertsOf(scene)).toEqual([])
})

const FOOD_HOURS = limitAt(INVENTED_LIMITS, 'fasting.foodHours') ?? Number.NaN

test('a meal gets older by the clock alone: said again too early, it still holds', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, { ...GOOD_DAY, foodHours: FOOD_HOURS - 1 }, ASQ_NO, minute(-70))
  await tellRoom(scene)
  expect(await judged(scene, 'patient')).toEqual(['C03'])
  await tellOwn(scene, { ...GOOD_DAY, foodHours: 12 }, ASQ_NO, minute(-11))
  expect(await judged(scene, 'patient')).toEqual(['C03'])
  await tellOwn(scene, { ...GOOD_DAY, foodHours: 12 }, ASQ_NO, minute(-10))
  expect(await judged(scene, 'patient')).toEqual([])
  expect(await isReady(scene)).toBe(true)
})

describe('medicines on the day', () => {
  const taking = (...texts: readonly string[]) => ({
    medicines: texts.map((text) => ({ text, taking: 'taking' as const })),
  })
  const answered = async (scene: Scene, told: Told) => {
    await tellOwn(scene, { ...GOOD_DAY, ...told }, ASQ_NO, minute(-60))
    const { findings = [] } = (await read(scene)).judged.patient ?? {}
    return findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)
  }
  const asked = async (scene: Scene) => {
    const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
    return (await readOwnDay(scene.db, vault, permit, minute(-70))).questions.map(({ name }) => name)
  }

  /** The invented protocol keeps 24 hours for this class. */
  test.each([
    [23, ['C04 block']],
    [24, []],
    [25, []],
    [undefined, ['C04 review']],
  ])('an opioid on the list, taken %s hours ago: %j', async (hours, expected) => {
    const scene = await makeScene(postgres, taking('oxycodone'))
    expect(await asked(scene)).toContain('last-oxycodone')
    expect(await answered(scene, { 'last-oxycodone': hours })).toEqual(expected)
  })

  test('an alpha medicine by any name is a yes, whatever is said', async () => {
    const scene = await makeScene(postgres, taking('Minipress 2 mg'))
    expect(await asked(scene)).not.toContain('alpha')
    expect(await answered(scene, { alpha: 'no', alphaHours: 10, alphaMissed: 'no' })).toEqual([])
    await tellRoom(scene)
    expect(await judged(scene, 'support-person')).toEqual(['C21'])
    expect(await answered(await makeScene(postgres, taking('Minipress')), { alpha: 'no' })).toEqual([
      'C20 block',
    ])
  })

  test('an inducer that was stopped is looked at first, one that goes on is not', async () => {
    const stopped = { medicineChange: ['stopped'], stoppedMedicineName: 'Rifadin' }
    expect(await answered(await makeScene(postgres, taking('rifampin')), stopped)).toEqual(['F17 review'])
    expect(await answered(await makeScene(postgres, taking('rifampin')), {})).toEqual([])
  })

  test('without a list somebody speaks with the person first', async () => {
    const scene = await makeScene(postgres, { medicines: 'none' })
    expect(await asked(scene)).toContain('alpha')
    expect(await answered(scene, { alpha: 'no' })).toEqual(['C04 review'])
  })

  test('what was begun at one session is on the list of the next', async () => {
    const scene = await makeScene(postgres)
    const { everything, practiceId, patient, prescriber, friend, backup } = scene
    const earlier = randomUUID()
    await everything
      .insertInto('dosing_session')
      .values({
        ...{ practice_id: practiceId, patient_id: patient.id, session_id: earlier, plan_version: 1 },
        ...{ protocol_version: 1, starts_at: minute(-20_000), planned_end_at: minute(-19_760) },
        ...{ time_zone: 'America/New_York', duty_clinician_id: prescriber.id },
        ...{ support_person_id: friend.id, backup_person_id: backup.id, booked_by: prescriber.id },
        ...{ booked_by_name: 'x', booked_at: minute(-30_000), cancelled_at: null, cancelled_by: null },
        ended_at: minute(-19_800),
      })
      .execute()
    expect(await asked(scene)).not.toContain('last-oxycodone')
    const told = { medicineChange: ['started'], newMedicineName: 'oxycodone' }
    const permit = await Permit.ask(scene.db, patient, 'tell-day', patient.id)
    await inScope(scene.db, permit, async (scope) => {
      const sheet = { id: randomUUID(), kind: 'gate-patient', version: 2, sessionId: earlier }
      const answers = { answers: { asq: ASQ_NO, told }, authoredAt: minute(-8000) }
      await insertAnswerSheet(scope, await vault.keyOf(scope), { ...sheet, ...answers })
    })
    expect(await asked(scene)).toContain('last-oxycodone')
  })
})

test('a state that is not served, or not said, closes the day, and nobody opens it', async () => {
  for (const inState of ['elsewhere', undefined]) {
    const scene = await makeScene(postgres)
    await tellOwn(scene, { ...GOOD_DAY, inState })
    const { findings } = (await read(scene)).judged.patient ?? {}
    expect(findings).toEqual([{ ruleId: 'B33', severity: 'block', isFinal: true }])
  }
})

describe('the support person', () => {
  test('has rules of their own, and reads nothing of the other half', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene, { ...GOOD_ROOM, sober: 'no', units: 3 })
    expect([...((await judged(scene, 'support-person')) ?? [])].sort()).toEqual(['C10', 'C12'])
    expect(partOfRule('C01')).toBe('patient')
  })

  test('of another person’s session is nobody here', async () => {
    const [scene, other] = [await makeScene(postgres), await makeScene(postgres)]
    await expect(
      press(scene, scene.friend, { kind: 'look-in', isWell: true }, minute(0), {
        sessionId: other.sessionId,
      }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})
