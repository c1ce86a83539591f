/** The suicide screen of the day's check and of the day after: a yes or a skip does not wait for the rest of it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Permit } from '../../app/access/permit.ts'
import { keepDayAnswers, SAFETY_SHEET } from '../../app/care/keep-day-answers.ts'
import { NEXT_DAY_SHEET, tellNextDay } from '../../app/care/tell-next-day.ts'
import type { Answers } from '../../app/clinical/instruments/instrument.ts'
import { failingAtStep } from '../failing-database.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  eventsOf,
  GOOD_DAY,
  makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
  sessionRow,
  stateOf,
  tellOwn,
  vault,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const YES: Answers = { ...ASQ_NO, 'asq-01': 1 }
const NOT_NOW: Answers = { ...YES, 'asq-05': 0 }

async function send(
  scene: Scene,
  answers: Answers,
  id: string = randomUUID(),
  at = minute(-60),
  db = scene.db,
) {
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  await keepDayAnswers(db, vault, permit, { id, sessionId: scene.sessionId, answers, at })
}
const raised = async (scene: Scene) =>
  (await alertsOf(scene)).map(({ cause, level }) => `${cause.split(' ')[1]} ${level}`)
const open = async ({ everything, patient }: Scene) =>
  (
    await everything
      .selectFrom('finding')
      .select(['rule_id'])
      .where('patient_id', '=', patient.id)
      .where('closed_at', 'is', null)
      .orderBy('rule_id')
      .execute()
  ).map(({ rule_id }) => rule_id)
const sheets = async ({ everything, patient }: Scene) =>
  (
    await everything
      .selectFrom('answer_sheet')
      .select('kind')
      .where('patient_id', '=', patient.id)
      .orderBy('authored_at')
      .execute()
  ).map(({ kind }) => kind)

test('all no, or nothing yet, is nobody’s to look at before the check is handed in', async () => {
  const scene = await makeScene(postgres)
  await send(scene, ASQ_NO)
  await send(scene, {})
  expect([await raised(scene), await open(scene)]).toEqual([[], []])
  expect(await sheets(scene)).not.toContain(SAFETY_SHEET)
})

test.each<[string, Answers, string[]]>([
  ['a yes', YES, ['S02']],
  ['a yes, and not right now', NOT_NOW, ['S02']],
  ['a skip', { 'asq-02': 'skipped' }, ['S02', 'S03']],
])('%s asks for a person at once, and is no half of the check', async (_what, answers, rules) => {
  const scene = await makeScene(postgres)
  const before = await stateOf(scene)
  const id = randomUUID()
  await send(scene, answers, id)
  await send(scene, answers, id)
  expect(await raised(scene)).toEqual(rules.map((ruleId) => `rule:${ruleId} person-now`))
  expect(await open(scene)).toEqual(rules)
  expect((await sheets(scene)).filter((kind) => kind === SAFETY_SHEET)).toHaveLength(1)
  expect(await stateOf(scene)).toBe(before)
  expect((await eventsOf(scene)).filter(({ what }) => what.kind === 'judged')).toEqual([])
})

test('handed in with the same answers, it is one alert and one finding', async () => {
  const scene = await makeScene(postgres)
  const id = randomUUID()
  await send(scene, YES, id)
  await send(scene, NOT_NOW, id, minute(-59))
  await tellOwn(scene, GOOD_DAY, NOT_NOW, minute(-58), scene.db, id)
  expect(await raised(scene)).toEqual(['rule:S02 person-now'])
  expect(await open(scene)).toEqual(['S02'])
})

test('taken back on the way, it stays open', async () => {
  const scene = await makeScene(postgres)
  const id = randomUUID()
  await send(scene, YES, id)
  await tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-58), scene.db, id)
  expect(await open(scene)).toEqual(['S02'])
})

test('whichever step fails, there is neither an answer nor an alert; the next try brings both', async () => {
  const scene = await makeScene(postgres)
  for (let step = 1; ; step++) {
    const broken = failingAtStep(postgres, step)
    const outcome = await send(scene, YES, randomUUID(), minute(-60), broken).catch(() => 'failed')
    if (outcome === undefined) break
    expect([await raised(scene), await open(scene)]).toEqual([[], []])
  }
  expect(await raised(scene)).toEqual(['rule:S02 person-now'])
})

test('on the day after it is the same, and nobody is said to have answered the rest', async () => {
  const scene = await dosedScene(postgres)
  await readyToEnd(scene, minute(121))
  await press(scene, scene.friend, { kind: 'closed' }, minute(122))
  expect((await sessionRow(scene)).ended_at).not.toBeNull()
  const before = await raised(scene)
  const id = randomUUID()
  const next = minute(24 * 60)
  await send(scene, YES, id, next)
  expect((await raised(scene)).filter((one) => !before.includes(one))).toEqual(['rule:S02 person-now'])
  expect(await sheets(scene)).not.toContain(NEXT_DAY_SHEET)
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  await tellNextDay(scene.db, vault, permit, {
    ...{ id, sessionId: scene.sessionId, at: minute(24 * 60 + 1), asq: NOT_NOW, told: {} },
  })
  expect((await raised(scene)).filter((one) => one.startsWith('rule:S'))).toEqual(['rule:S02 person-now'])
  expect((await open(scene)).filter((ruleId) => ruleId === 'S02')).toHaveLength(1)
})

test.each<[string, Answers, string[]]>([
  ['left blank', {}, ['rule:S01 person-now']],
  ['left off half-way', { 'asq-01': 0, 'asq-02': 0 }, ['rule:S01 person-now']],
  [
    'with one skipped',
    { ...ASQ_NO, 'asq-02': 'skipped' },
    ['rule:S01 person-now', 'rule:S02 person-now', 'rule:S03 person-now'],
  ],
  ['a yes, and not right now', NOT_NOW, ['rule:S02 person-now']],
  ['a yes, and right now', { ...YES, 'asq-05': 1 }, ['rule:S01 emergency']],
  ['all no', ASQ_NO, []],
])('on the day after, a screen %s is as loud as anywhere else', async (_what, asq, expected) => {
  const scene = await dosedScene(postgres)
  await readyToEnd(scene, minute(121))
  await press(scene, scene.friend, { kind: 'closed' }, minute(122))
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  await tellNextDay(scene.db, vault, permit, {
    ...{ id: randomUUID(), sessionId: scene.sessionId, at: minute(24 * 60), asq, told: { slept: 'yes' } },
  })
  expect((await raised(scene)).filter((one) => one.startsWith('rule:S')).sort()).toEqual(expected)
})
