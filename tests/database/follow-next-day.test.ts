/** The day after a session without a word: who is asked, and when, by the clock alone. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit, readInScope } from '../../app/access/permit.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import { listOpenAlerts } from '../../app/records/alerts.ts'
import { findWaySession } from '../../app/records/way.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { type Clock, clockFrom, houseAt } from '../clock-scene.ts'
import { failingAtStep } from '../failing-database.ts'
import { joinCareTeam, makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  type makeScene,
  minute,
  press,
  readyToEnd,
  type Scene,
  vault,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const hour = (hours: number, seconds = 0) => new Date(minute(hours * 60).getTime() + seconds * 1000)
type Ended = { scene: Scene; clock: Clock; coordinator: Member & { accountId: string } }

/** A first session, or the second of somebody whose first closed without anything, ended after two hours. */
async function ended(but: Parameters<typeof makeScene>[1] & { isFirst?: boolean } = {}): Promise<Ended> {
  const { isFirst = true, ...rest } = but
  const scene = await dosedScene(postgres, rest)
  if (!isFirst) await endedBefore(scene)
  const coordinator = await makeMember(postgres.everything, scene.practiceId, ['care-coordinator'])
  await joinCareTeam(postgres.everything, scene.patient, coordinator.id)
  const clock = await clockFrom(postgres, scene.patient.id, minute(0))
  for (let at = 10; at <= 120; at += 10)
    await clock.event(minute(at), () =>
      press(scene, scene.friend, { kind: 'look-in', isWell: true }, minute(at)),
    )
  await clock.event(minute(121), () => readyToEnd(scene, minute(121)))
  await clock.event(minute(122), () => press(scene, scene.friend, { kind: 'closed' }, minute(122)))
  return { scene, clock, coordinator }
}

async function endedBefore({ practiceId, patient, friend, backup, prescriber }: Scene) {
  const weekBefore = minute(-7 * 24 * 60)
  await postgres.everything
    .insertInto('dosing_session')
    .values({
      ...{ practice_id: practiceId, patient_id: patient.id, session_id: randomUUID(), plan_version: 1 },
      ...{ protocol_version: 1, starts_at: weekBefore, planned_end_at: minute(-7 * 24 * 60 + 240) },
      ...{ time_zone: 'America/New_York', duty_clinician_id: prescriber.id, support_person_id: friend.id },
      ...{ backup_person_id: backup.id, booked_by: prescriber.id, booked_by_name: 'x' },
      ...{ booked_at: minute(-20000), cancelled_at: null, cancelled_by: null },
      ended_at: minute(-7 * 24 * 60 + 200),
    })
    .execute()
}
const raised = async (scene: Scene) =>
  (await alertsOf(scene)).map(({ cause, level }) => `${cause.split(' ').slice(1).join(' ')} ${level}`)
const mailsTo = ({ sent }: Clock, { accountId }: { accountId: string }) =>
  sent.filter(({ to }) => to === `${accountId}@test.invalid`)
const answer = async ({ scene }: Ended, at: Date) => {
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  await tellNextDay(scene.db, vault, permit, {
    ...{ id: randomUUID(), sessionId: scene.sessionId, at, asq: ASQ_NO },
    told: {
      slept: 'yes',
      unrealHours: 0,
      effects: [],
      changed: [],
      serious: [],
      sideEffects: 'none',
      drives: 'no',
    },
  })
}
/** One look at an exact moment. */
async function lookAt(scene: Scene, at: Date, db = postgres.db) {
  const { tasks } = houseAt(db, () => at)
  await tasks['follow-next-day']({
    ...{ id: '1', practiceId: scene.practiceId },
    ids: { patientId: scene.patient.id, sessionId: scene.sessionId },
  })
}

describe('each step, a second before and at its hour', () => {
  test.each([
    ['a first session: before the coordinator’s', true, hour(24, -1), []],
    ['a first session: at the coordinator’s', true, hour(24), ['rule:E04 coordinator confirm']],
    ['a first session: before the clinician’s', true, hour(28, -1), ['rule:E04 coordinator confirm']],
    ['a first session: at the clinician’s', true, hour(28), ['rule:E04 clinician person-now']],
    ['a later one: before the coordinator’s', false, hour(36, -1), []],
    ['a later one: at the coordinator’s', false, hour(36), ['rule:E04 coordinator confirm']],
    ['a later one: before the clinician’s', false, hour(48, -1), ['rule:E04 coordinator confirm']],
    ['a later one: at the clinician’s', false, hour(48), ['rule:E04 clinician person-now']],
  ] as const)('%s', async (_what, isFirst, at, expected) => {
    const { scene } = await ended({ isFirst })
    await lookAt(scene, at)
    expect(await raised(scene)).toEqual([...expected])
  })
})

describe('closely watched after a suicide screen, of whichever text', () => {
  const AT = hour(24)
  const DAYS = INVENTED_LIMITS.escalation?.watchedAfterScreenDays ?? Number.NaN
  const ago = (days: number, seconds = 0) => new Date(AT.getTime() - days * 86_400_000 - seconds * 1000)
  /** A later session, so that nothing else asks for a closer look. */
  async function watched(ruleId: string, foundAt: Date, isUnknown = false): Promise<boolean> {
    const scene = await dosedScene(postgres)
    await endedBefore(scene)
    const of = { practice_id: scene.practiceId, patient_id: scene.patient.id }
    const response = await postgres.everything
      .selectFrom('questionnaire_response')
      .select('questionnaire_response_id')
      .where('patient_id', '=', scene.patient.id)
      .executeTakeFirstOrThrow()
    await postgres.everything
      .insertInto('finding')
      .values({
        ...{ ...of, ...response, rule_id: ruleId, rule_version: 1, protocol_version: 1, found_at: foundAt },
        ...{ answer_sheet_id: null, session_id: null, session_event_id: null, supply_order_id: null },
        ...{ is_unknown: isUnknown, severity: 'block', evidence: '{}', rules: '[]', missing: '[]' },
      })
      .execute()
    await lookAt(scene, AT)
    return (await raised(scene)).includes('rule:E04 coordinator confirm')
  }

  test.each(['S01', 'S02', 'S03', 'B01', 'B02', 'B03', 'B04', 'B05', 'C01', 'E06'])('%s', async (ruleId) => {
    expect(await watched(ruleId, ago(1))).toBe(true)
  })

  test.each([
    ['a second less than the signed days ago', 'B02', ago(DAYS, -1), false, true],
    ['so many days ago', 'B02', ago(DAYS), false, true],
    ['a second more', 'B02', ago(DAYS, 1), false, false],
    ['one that could not be judged', 'B02', ago(1), true, false],
    ['another rule', 'B11', ago(1), false, false],
  ])('%s', async (_what, ruleId, foundAt, isUnknown, expected) => {
    expect(await watched(ruleId, foundAt, isUnknown)).toBe(expected)
  })
})

test('nobody does anything: reminded, then a coordinator, then a clinician, each once', async () => {
  const { scene, clock, coordinator } = await ended({ isFirst: false })
  await clock.until(hour(28, -1))
  expect(clock.sent).toEqual([])
  await clock.until(hour(28, 1))
  expect(mailsTo(clock, scene.patient)).toHaveLength(1)
  await clock.until(hour(36, 1))
  expect(await raised(scene)).toEqual(['rule:E04 coordinator confirm'])
  expect(mailsTo(clock, coordinator)).toHaveLength(1)
  expect(mailsTo(clock, scene.prescriber)).toHaveLength(0)
  await clock.until(hour(48, 1))
  expect(await raised(scene)).toEqual(['rule:E04 coordinator confirm', 'rule:E04 clinician person-now'])
  expect(mailsTo(clock, scene.prescriber)).toHaveLength(1)
  await clock.until(hour(80))
  expect(await alertsOf(scene)).toHaveLength(2)
  expect(mailsTo(clock, scene.patient)).toHaveLength(1)
  for (const { subject, text } of clock.sent)
    expect(`${subject} ${text}`).not.toMatch(/ketamine|session|dose|patient|suicid|clinic/i)
  const found = await postgres.everything
    .selectFrom('finding')
    .select(['rule_id', 'severity'])
    .where('session_id', '=', scene.sessionId)
    .where('rule_id', '=', 'E04')
    .execute()
  expect(found).toEqual([{ rule_id: 'E04', severity: 'review' }])
})

test('answered in time, nothing is raised and nobody is written to', async () => {
  const all = await ended()
  await all.clock.until(hour(20))
  await all.clock.event(hour(20), () => answer(all, hour(20)))
  await all.clock.until(hour(80))
  expect(await alertsOf(all.scene)).toEqual([])
  expect(all.clock.sent).toEqual([])
  expect(await all.clock.tasksWaiting()).toEqual([])
})

test('what was told on the evening itself is kept, and the day after is followed all the same', async () => {
  const all = await ended({ isFirst: false })
  await all.clock.until(hour(13))
  await all.clock.event(hour(13), () => answer(all, hour(13)))
  const permit = await Permit.ask(all.scene.db, all.scene.patient, 'read-today', all.scene.patient.id)
  const isToldOf = async () => (await readInScope(all.scene.db, permit, findWaySession))?.isNextDayToldOf
  expect(await isToldOf()).toBe(false)
  await all.clock.until(hour(36, 1))
  expect(await raised(all.scene)).toEqual(['rule:E04 coordinator confirm'])
  await all.clock.event(hour(37), () => answer(all, hour(37)))
  expect(await isToldOf()).toBe(true)
  await all.clock.until(hour(80))
  expect(await raised(all.scene)).toEqual(['rule:E04 coordinator confirm'])
})

test('answered late, what was raised is settled by it, and nobody is said to have seen it', async () => {
  const all = await ended()
  await all.clock.until(hour(24, 1))
  await all.clock.event(hour(25), () => answer(all, hour(25)))
  expect(await alertsOf(all.scene)).toMatchObject([
    { seen_by_name: null, settled_by_name: 'Groundwork', settled_because: 'the person has answered' },
  ])
  await all.clock.until(hour(80))
  expect(await alertsOf(all.scene)).toHaveLength(1)
})

test('a coordinator who has reached them writes down what was done, and no clinician is called', async () => {
  const { scene, clock, coordinator } = await ended()
  await clock.until(hour(24, 1))
  const permit = await Permit.ask(scene.db, coordinator, 'list-alerts')
  const listed = await inScope(scene.db, permit, (scope) => listOpenAlerts(scope, 10))
  expect(listed.map(({ cause, patientId }) => [cause.split(' ')[1], patientId])).toEqual([
    ['rule:E04', scene.patient.id],
  ])
  await clock.event(hour(25), async () => {
    const may = await Permit.ask(scene.db, coordinator, 'answer-alert', scene.patient.id)
    const settled = { alertId: listed[0]?.id ?? '', at: hour(25), by: coordinator.name }
    await settleRaised(scene.db, may, settled, 'called: slept well')
  })
  await clock.until(hour(80))
  expect(await alertsOf(scene)).toMatchObject([
    { seen_by_name: coordinator.name, settled_because: 'called: slept well' },
  ])
})

test('where nobody coordinates, the clinicians are told', async () => {
  const { scene, clock, coordinator } = await ended()
  await postgres.everything
    .updateTable('care_team_member')
    .set({ revoked_at: new Date() })
    .where('actor_id', '=', coordinator.id)
    .execute()
  await clock.until(hour(24, 1))
  expect(mailsTo(clock, scene.prescriber)).toHaveLength(1)
})

test('an event in the session makes a later one closely watched', async () => {
  const { scene } = await ended({ isFirst: false })
  const { event_id } = await postgres.everything
    .selectFrom('session_event')
    .select('event_id')
    .where('session_id', '=', scene.sessionId)
    .limit(1)
    .executeTakeFirstOrThrow()
  await postgres.everything
    .insertInto('finding')
    .values({
      ...{ practice_id: scene.practiceId, patient_id: scene.patient.id, session_id: scene.sessionId },
      ...{ questionnaire_response_id: null, answer_sheet_id: null, session_event_id: event_id },
      ...{ rule_id: 'D16', rule_version: 1, protocol_version: 1, is_unknown: false, severity: 'review' },
      ...{ evidence: '{}', rules: '[]', missing: '[]' },
    })
    .execute()
  await lookAt(scene, hour(24))
  expect(await raised(scene)).toEqual(['rule:E04 coordinator confirm'])
})

test('a session nobody closed is not forgotten; its questions are not sent, for there are none yet', async () => {
  const scene = await dosedScene(postgres)
  await lookAt(scene, hour(28))
  expect(await raised(scene)).toEqual(['rule:E04 clinician person-now'])
  const { sent } = await clockFrom(postgres, scene.patient.id, hour(28))
  expect(sent.filter(({ subject }) => subject.includes('How are you'))).toEqual([])
})

test('outside cover the alert says so', async () => {
  const { scene } = await ended({ isCovered: false })
  await lookAt(scene, hour(28))
  expect((await alertsOf(scene)).map(({ is_in_cover }) => is_in_cover)).toEqual([false])
})

test('done twice or by two at once it raises once; failing at any step it raises nothing', async () => {
  const { scene } = await ended()
  let failed = 0
  for (let step = 1; ; step++) {
    const outcome = await lookAt(scene, hour(28), failingAtStep(postgres, step)).then(
      () => 'done',
      () => 'failed',
    )
    if (outcome === 'done') break
    failed = step
    expect(await raised(scene)).toEqual([])
  }
  expect(failed).toBeGreaterThan(10)
  await Promise.all([lookAt(scene, hour(28)), lookAt(scene, hour(29))])
  expect(await raised(scene)).toEqual(['rule:E04 clinician person-now'])
})
