/** The gate of a session day: two halves, judged together; held, opened with a reason, or called off without one. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partOfRule } from '../../app/clinical/day/facts-of-day.ts'
import { readSession } from '../../app/clinical/session.ts'
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

test('answered again, it is judged again', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, { ...GOOD_DAY, foodHours: 2 })
  await tellRoom(scene)
  expect(await judged(scene, 'patient')).toEqual(['C03'])
  await tellOwn(scene, { ...GOOD_DAY, foodHours: 7 }, ASQ_NO, minute(-10))
  expect(await judged(scene, 'patient')).toEqual([])
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
