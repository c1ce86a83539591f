/** A hold does not open itself: answering again adds, the day is the booked one, and somebody is on duty at the dose. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { readRoom } from '../../app/care/read-room.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { listFindings } from '../../app/records/findings.ts'
import { listWorklist } from '../../app/records/worklist.ts'
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
  stateOf,
  tellOwn,
  tellRoom,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const ACUTE: Answers = { ...ASQ_NO, 'asq-03': 1, 'asq-05': 1 }
const read = async (scene: Scene) => {
  const permit = await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id)
  const room = await inScope(scene.db, permit, (scope) => readRoom(scope, minute(0)))
  if (!room) throw new Error('a session is booked')
  return room.session.reading.session
}
const stageOf = async (scene: Scene) => (await read(scene)).stage
const holding = async (scene: Scene) => {
  const { judged } = await read(scene)
  return [judged.patient, judged['support-person']]
    .flatMap((one) => one?.findings.filter(({ ruleId }) => !one.opened.includes(ruleId)) ?? [])
    .map(({ ruleId }) => ruleId)
    .sort()
}
const open = async (scene: Scene) => (await alertsOf(scene)).filter(({ settled_at }) => settled_at === null)

async function settleAll(scene: Scene, at: Date) {
  for (const { alert_id: alertId } of await open(scene)) {
    const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-for-session', scene.patient.id)
    await settleRaised(scene.db, permit, { alertId, at, by: 'Dr. One' }, 'called, spoke, a plan is made')
  }
}

async function openAll(scene: Scene, at: Date) {
  for (const judgement of Object.values((await read(scene)).judged))
    for (const { ruleId } of judgement.findings) {
      const reason = 'we spoke, and it is safe to go on'
      const what = { kind: 'opened', judgement: judgement.ref, ruleId, reason, isByPrescriber: true } as const
      await press(scene, scene.prescriber, what, at)
    }
}

const start = (scene: Scene, at: Date) =>
  press(scene, scene.friend, { kind: 'dose-started', units: 1 }, at).then(async () =>
    (await alertsOf(scene)).some(({ cause }) => cause.includes('dose-not-allowed'))
      ? 'not allowed'
      : 'allowed',
  )

describe('acute first, and all no a minute later', () => {
  async function scene() {
    const made = await makeScene(postgres)
    await tellOwn(made, {}, ACUTE, minute(-60))
    await tellOwn(made, GOOD_DAY, ASQ_NO, minute(-59))
    await tellRoom(made)
    return made
  }

  test('holds, and a dose all the same is one that was not allowed', async () => {
    const held = await scene()
    expect(await holding(held)).toEqual(['S01'])
    expect(await stageOf(held)).toBe('preparing')
    await tellOwn(held, GOOD_DAY, ASQ_NO, minute(-30))
    await tellRoom(held, GOOD_ROOM, minute(-29))
    expect([await holding(held), await stageOf(held)]).toEqual([['S01'], 'preparing'])
    expect(await start(held, minute(0))).toBe('not allowed')
  })

  test('goes on once a prescriber has opened it with a reason and every alert is settled, and not before', async () => {
    const one = await scene()
    await openAll(one, minute(-40))
    expect(await holding(one)).toEqual([])
    expect((await open(one)).map(({ level }) => level)).toContain('emergency')
    expect(await stageOf(one)).toBe('preparing')
    await settleAll(one, minute(-39))
    expect(await stageOf(one)).toBe('ready-for-dose')
    expect(await start(one, minute(0))).toBe('allowed')

    const other = await scene()
    await settleAll(other, minute(-40))
    expect(await stageOf(other)).toBe('preparing')
    await openAll(other, minute(-39))
    expect(await stageOf(other)).toBe('ready-for-dose')
  })
})

test('the suicide screen stands first in the chart and on the worklist, and an unfinished sheet is one finding', async () => {
  const scene = await makeScene(postgres)
  await tellRoom(scene, { ...GOOD_ROOM, firstUpper: 170, secondUpper: 168 }, minute(-60))
  await tellOwn(scene, {}, ACUTE, minute(-50))
  const chart = await Permit.ask(scene.db, scene.prescriber, 'read-chart', scene.patient.id)
  const found = await inScope(scene.db, chart, listFindings)
  expect(found.map(({ ruleId }) => ruleId).slice(0, 2)).toEqual(['S01', 'C05'])
  const lacking = found.filter(({ isUnknown, rules }) => isUnknown && rules.some(({ id }) => id === 'C14'))
  expect(lacking).toHaveLength(1)
  expect(lacking[0]?.rules.length).toBeGreaterThan(8)
  const worklist = await Permit.ask(scene.db, scene.prescriber, 'read-worklist')
  const { rows } = await inScope(scene.db, worklist, (scope) => listWorklist(scope, 5))
  expect(rows.map(({ patientId, ruleId }) => [patientId, ruleId])).toEqual([[scene.patient.id, 'S01']])
})

test('what somebody was asked to look at after it was ready holds the dose until it is settled', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene)
  await tellRoom(scene)
  await press(scene, scene.patient, { kind: 'help-asked' }, minute(-20))
  await settleAll(scene, minute(-19))
  expect(await stageOf(scene)).toBe('ready-for-dose')
  await press(scene, scene.patient, { kind: 'help-asked' }, minute(-10))
  expect(await start(scene, minute(0))).toBe('not allowed')
})

test.each<[string, { own?: Told; room?: Told }, string[]]>([
  ['voices', { own: { since: ['voices'] } }, ['C25']],
  ['something new with the heart', { own: { since: ['heart-event'] } }, ['F13']],
  ['a new diagnosis', { own: { since: ['new-diagnosis'] } }, ['F13']],
  ['a late period', { own: { pregnant: 'possible', pregnancyTest: 'not-done', periodLate: 'yes' } }, ['C26']],
  ['alcohol', { own: { taken: ['alcohol'] } }, ['C04']],
  ['a count that differs', { room: { units: 3 } }, ['C12']],
  ['not being sober', { room: { sober: 'no' } }, ['C10']],
])('%s is not typed away', async (_what, { own, room }, rules) => {
  const scene = await makeScene(postgres)
  await tellOwn(scene, { ...GOOD_DAY, ...own })
  await tellRoom(scene, { ...GOOD_ROOM, ...room })
  await settleAll(scene, minute(-50))
  await tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-10))
  await tellRoom(scene, GOOD_ROOM, minute(-9))
  expect([await holding(scene), await stageOf(scene)]).toEqual([rules, 'preparing'])
})

describe('readings that are too high', () => {
  const HIGH: Told = { ...GOOD_ROOM, firstUpper: 150, secondUpper: 148 }

  /** The bands of the demo's protocol: pressure to review from 140, to hold from 160; oxygen to hold at 92. */
  test.each<[string, Told, 'passes' | 'opened']>([
    ['a pressure just under the hold', { firstUpper: 159, secondUpper: 159 }, 'passes'],
    ['a pressure at the hold', { firstUpper: 160, secondUpper: 160 }, 'opened'],
    ['a pressure above it', { firstUpper: 170, secondUpper: 168 }, 'opened'],
    ['oxygen at the hold', { oxygen: 92 }, 'opened'],
    ['oxygen to review', { oxygen: 93 }, 'opened'],
    ['a fever that is measured', { temperature: '38.5' }, 'opened'],
  ])('%s, measured well long after the rest: %s', async (_what, readings, expected) => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene, { ...GOOD_ROOM, ...readings }, minute(-100))
    expect((await open(scene)).map(({ cause }) => cause.includes('held:passing:'))).toEqual([
      expected === 'passes',
    ])
    await tellRoom(scene, { ...GOOD_ROOM, rested: 'yes' }, minute(-20))
    expect(await stageOf(scene)).toBe(expected === 'passes' ? 'ready-for-dose' : 'preparing')
    if (expected === 'passes') return
    await settleAll(scene, minute(-19))
    expect(await stageOf(scene)).toBe('preparing')
    await openAll(scene, minute(-18))
    expect(await stageOf(scene)).toBe('ready-for-dose')
    expect(await start(scene, minute(0))).toBe('allowed')
  })

  test.each([
    [1, 'preparing'],
    [29, 'preparing'],
    [30, 'ready-for-dose'],
    [31, 'ready-for-dose'],
  ])('taken again after %i of 30 minutes, whatever is ticked: %s', async (minutes, stage) => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene, HIGH, minute(-55))
    expect((await open(scene)).map(({ level }) => level)).toEqual(['person-now'])
    await tellRoom(scene, { ...GOOD_ROOM, rested: 'yes' }, minute(-55 + minutes))
    expect(await stageOf(scene)).toBe(stage)
    expect(await open(scene)).toHaveLength(stage === 'preparing' ? 1 : 0)
    // Answers of the other half do not make it late enough.
    await tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-5))
    expect(await stageOf(scene)).toBe(stage)
  })

  test('again too high, it begins anew', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene, HIGH, minute(-55))
    await tellRoom(scene, HIGH, minute(-30))
    await tellRoom(scene, GOOD_ROOM, minute(-20))
    expect(await stageOf(scene)).toBe('preparing')
    await tellRoom(scene, GOOD_ROOM, minute(0))
    expect(await stageOf(scene)).toBe('ready-for-dose')
  })

  test('beside something that needs a person, still ask for one', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene, HIGH, minute(-55))
    await tellOwn(scene, { ...GOOD_DAY, ill: ['fever'] }, ASQ_NO, minute(-50))
    expect((await open(scene)).map(({ cause }) => cause.includes('held:passing:'))).toEqual([true, false])
    await tellRoom(scene, GOOD_ROOM, minute(-20))
    expect(await holding(scene)).toEqual(['C09'])
    expect(await open(scene)).toHaveLength(2)
  })
})

describe('another day than the booked one', () => {
  const DAY = 24 * 60

  test('keeps what is told and opens nothing; on the day it does not count', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-DAY))
    await tellRoom(scene, GOOD_ROOM, minute(-DAY + 5))
    expect([await eventsOf(scene), await stateOf(scene)]).toEqual([[], 'ready'])
    const { count } = await postgres.everything
      .selectFrom('answer_sheet')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('session_id', '=', scene.sessionId)
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(2)
    await tellRoom(scene)
    expect((await read(scene)).judged.patient).toBeUndefined()
    await tellOwn(scene)
    expect(await stageOf(scene)).toBe('ready-for-dose')
  })

  test('answers about safety are told to a person whichever day it is', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene, {}, ACUTE, minute(-DAY))
    expect((await open(scene)).map(({ level }) => level)).toContain('emergency')
    expect(await eventsOf(scene)).toEqual([])
    await tellOwn(scene)
    await tellRoom(scene)
    expect(await stageOf(scene)).toBe('preparing')
    await settleAll(scene, minute(-30))
    expect(await stageOf(scene)).toBe('ready-for-dose')
  })

  // The booked day ends at midnight in New York: 14 hours after 10 in the morning.
  test.each([
    [14 * 60 - 1, 'allowed'],
    [14 * 60, 'not allowed'],
    [14 * 60 + 1, 'not allowed'],
    [DAY, 'not allowed'],
  ])('a dose %i minutes after the booked hour is %s', async (minutes, expected) => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene)
    expect(await start(scene, minute(minutes))).toBe(expected)
  })
})

test.each([
  [-11, 'not allowed'],
  [-10, 'allowed'],
  [-9, 'allowed'],
])(
  'somebody is on duty at the dose: with a turn from minute -10, a dose at minute %i is %s',
  async (at, expected) => {
    const scene = await makeScene(postgres, { isCovered: false })
    await scene.everything
      .insertInto('duty')
      .values({
        ...{ practice_id: scene.practiceId, duty_id: randomUUID(), clinician_id: scene.prescriber.id },
        ...{ from_at: minute(-10), to_at: minute(900) },
      })
      .execute()
    await tellOwn(scene)
    await tellRoom(scene)
    expect(await stageOf(scene)).toBe('ready-for-dose')
    expect(await start(scene, minute(at))).toBe(expected)
  },
)
