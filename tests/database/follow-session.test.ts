/** Silence in a session, as the clock sees it: nobody presses anything, and people are raised all the same. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Permit } from '../../app/access/permit.ts'
import { lookAtAlert, settleRaised } from '../../app/care/answer-alert.ts'
import { besideText } from '../../app/content/rule-words.ts'
import { LANGUAGES } from '../../app/content/words.ts'
import { type Job, startWorker } from '../../app/database/jobs.ts'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { openTestApp, openTestLogin, quiet } from '../app.ts'
import { type Clock, clockFrom, houseAt } from '../clock-scene.ts'
import { failingAtStep } from '../failing-database.ts'
import { makePractice } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { alertsOf, dosedScene, makeScene, minute, press, readyToEnd, type Scene } from '../session-scene.ts'
import { spawnDoomedWorker } from './doomed.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const SECOND = 1000
const past = (minutes: number, ms: number) => new Date(minute(minutes).getTime() + ms)
/** The protocol of the scene: look-ins every 15; silence 3, 5 and 10 minutes after the one that was missed. */
const RUNGS = { miss: 15, support: 18, clinician: 20, emergency: 25 }

/** What was raised, as rule and level, the first first. */
const raised = async (scene: Scene) =>
  (await alertsOf(scene)).map(({ cause, level }) => `${cause.split(' ')[1]} ${level}`)

/** One look by the clock at an exact moment, as the job does it. */
async function lookAt(scene: Scene, at: Date) {
  const { tasks } = houseAt(postgres.db, () => at)
  await tasks['follow-session'](jobOf(scene))
}
const jobOf = ({ practiceId, patient, sessionId }: Scene): Job => ({
  id: '1',
  practiceId,
  ids: { patientId: patient.id, sessionId },
})
const dosed = async (but: Parameters<typeof makeScene>[1] = {}): Promise<{ scene: Scene; clock: Clock }> => {
  const scene = await dosedScene(postgres, but)
  return { scene, clock: await clockFrom(postgres, scene.patient.id, minute(0)) }
}
const lookIn = (scene: Scene, at: number) =>
  press(scene, scene.friend, { kind: 'look-in', isWell: true }, minute(at))

describe('each rung, a moment before and on its minute', () => {
  test.each<[string, Date, string[]]>([
    ['a moment before the check is due', past(RUNGS.miss, -1), []],
    ['at the miss the screen asks, and nobody is alarmed', minute(RUNGS.miss), []],
    ['at the support person’s minute nobody else is', minute(RUNGS.support), []],
    ['a moment before the clinician’s', past(RUNGS.clinician, -1), []],
    ['at the clinician’s', minute(RUNGS.clinician), ['rule:D09 person-now']],
    ['a moment before the last', past(RUNGS.emergency, -1), ['rule:D09 person-now']],
    ['at the last', minute(RUNGS.emergency), ['rule:D09 person-now', 'rule:D09 emergency']],
    ['long after', minute(200), ['rule:D09 person-now', 'rule:D09 emergency']],
  ])('%s', async (_when, at, expected) => {
    const { scene } = await dosed()
    await lookAt(scene, at)
    expect((await raised(scene)).sort()).toEqual([...expected].sort())
  })
})

test('nobody presses anything: every rung by itself at its time, each once, and the right people are written to', async () => {
  const { scene, clock } = await dosed()
  await clock.until(past(RUNGS.support, -SECOND))
  expect(clock.sent).toEqual([])
  await clock.until(past(RUNGS.support, SECOND))
  expect(clock.sent.map(({ to }) => to)).toEqual([`${scene.friend.accountId}@test.invalid`])
  await clock.until(past(RUNGS.clinician, SECOND))
  expect(await raised(scene)).toEqual(['rule:D09 person-now'])
  await clock.until(past(RUNGS.emergency, SECOND))
  expect(await raised(scene)).toEqual(['rule:D09 person-now', 'rule:D09 emergency'])
  const [first] = await alertsOf(scene)
  expect(first).toMatchObject({ raised_as: 'system', is_in_cover: true, seen_at: null })
  expect(first?.raised_at.getTime()).toBeLessThan(past(RUNGS.clinician, SECOND).getTime())
  const told = new Set(clock.sent.map(({ to }) => to))
  expect(told).toEqual(
    new Set(
      [scene.friend, scene.prescriber, scene.backup].map(({ accountId }) => `${accountId}@test.invalid`),
    ),
  )
  for (const { subject, text } of clock.sent)
    expect(`${subject} ${text}`).not.toMatch(/session|ketamine|dose|patient|silen|clinic/i)
})

test('a look-in starts the wait anew; what another person records does too', async () => {
  const { scene, clock } = await dosed()
  await clock.event(minute(14), () => lookIn(scene, 14))
  await clock.event(minute(28), () =>
    press(scene, scene.patient, { kind: 'distress', points: 3 }, minute(28)),
  )
  await clock.until(past(47, SECOND))
  expect(await raised(scene)).toEqual([])
  await clock.until(past(48, SECOND))
  expect(await raised(scene)).toEqual(['rule:D09 person-now'])
})

test('what a clinician does by themselves is no sign from the room', async () => {
  const { scene, clock } = await dosed()
  await clock.event(minute(10), () => press(scene, scene.patient, { kind: 'help-asked' }, minute(10)))
  const [alert] = await alertsOf(scene)
  await clock.event(minute(24), async () => {
    const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-for-session', scene.patient.id)
    const answer = {
      sessionId: scene.sessionId,
      alertId: alert?.alert_id ?? '',
      at: minute(24),
      by: 'Dr. One',
    }
    await settleRaised(scene.db, permit, answer, 'spoke with them at minute 12')
  })
  await clock.until(past(31, SECOND))
  expect(await raised(scene)).toEqual([
    `help-asked:patient:${scene.patient.id}/1 person-now`,
    'rule:D09 person-now',
  ])
})

test('somebody who settles a silence has heard from them: it is counted anew, and raised anew', async () => {
  const { scene, clock } = await dosed()
  await clock.until(past(RUNGS.emergency, SECOND))
  const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-for-session', scene.patient.id)
  const [alert] = await alertsOf(scene)
  const answer = { sessionId: scene.sessionId, alertId: alert?.alert_id ?? '', at: minute(27), by: 'Dr. One' }
  await clock.event(minute(27), () => settleRaised(scene.db, permit, answer, 'called: all is well'))
  expect((await alertsOf(scene)).map(({ settled_because }) => settled_because)).toEqual([
    'called: all is well',
    'called: all is well',
  ])
  await clock.until(past(46, 59 * SECOND))
  expect(await alertsOf(scene)).toHaveLength(2)
  await clock.until(past(47, SECOND))
  expect(await alertsOf(scene)).toHaveLength(3)
})

test('outside cover the alert says so', async () => {
  const { scene, clock } = await dosed({ isCovered: false })
  await clock.until(past(RUNGS.emergency, SECOND))
  expect((await alertsOf(scene)).map(({ is_in_cover }) => is_in_cover)).toEqual([false, false])
})

test('minutes nobody signed are no reason to wait', async () => {
  const { session: _, ...limits } = INVENTED_LIMITS
  const practiceId = await makePractice(postgres.everything, limits)
  const scene = await makeScene(postgres, { practiceId })
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  // The plan says how often somebody looks in; no minute of the ladder is signed.
  await lookAt(scene, minute(15))
  expect((await raised(scene)).filter((one) => one.startsWith('rule:D09'))).toHaveLength(2)
})

test('a closed session is followed no more', async () => {
  const { scene, clock } = await dosed()
  for (let at = 10; at <= 120; at += 10) await clock.event(minute(at), () => lookIn(scene, at))
  await clock.event(minute(121), () => readyToEnd(scene, minute(121)))
  await clock.event(minute(122), () => press(scene, scene.friend, { kind: 'closed' }, minute(122)))
  await clock.until(minute(300))
  expect(await alertsOf(scene)).toEqual([])
  expect(await clock.tasksWaiting()).toEqual(['follow-next-day'])
})

test('what time alone makes true is raised once: too long until the end, though nobody filled in a list', async () => {
  const { scene, clock } = await dosed()
  for (let at = 10; at <= 230; at += 10) await clock.event(minute(at), () => lookIn(scene, at))
  await clock.until(past(240, -SECOND))
  expect(await raised(scene)).toEqual([])
  await clock.until(past(240, SECOND))
  expect(await raised(scene)).toEqual(['rule:E02 person-now'])
  await clock.event(minute(244), () => lookIn(scene, 244))
  await clock.until(past(255, 0))
  expect(await raised(scene)).toEqual(['rule:E02 person-now'])
  const found = await postgres.everything
    .selectFrom('finding')
    .select('rule_id')
    .where('session_id', '=', scene.sessionId)
    .where('rule_id', '=', 'E02')
    .execute()
  expect(found).toHaveLength(1)
})

describe('the job', () => {
  test('done twice, or by two at once, raises once', async () => {
    const { scene } = await dosed()
    await Promise.all([lookAt(scene, minute(26)), lookAt(scene, minute(26))])
    await lookAt(scene, minute(27))
    expect(await raised(scene)).toHaveLength(2)
    const findings = await postgres.everything
      .selectFrom('finding')
      .select('rule_id')
      .where('session_id', '=', scene.sessionId)
      .where('rule_id', '=', 'D09')
      .execute()
    expect(findings).toHaveLength(1)
  })

  test('that fails at any step raises nothing and asks for nothing; the next try does both', async () => {
    const { scene } = await dosed()
    const jobs = async () =>
      (await postgres
        .poolAs('worker', 1)
        .query(
          `select count(*)::int as count from graphile_worker._private_jobs
           where payload -> 'ids' ->> 'patientId' = $1`,
          [scene.patient.id],
        )
        .then(({ rows }) => rows[0]?.count)) as number
    const before = await jobs()
    let failed = 0
    for (let step = 1; ; step++) {
      const { tasks } = houseAt(failingAtStep(postgres, step), () => minute(26))
      const outcome = await tasks['follow-session'](jobOf(scene)).then(
        () => 'done',
        () => 'failed',
      )
      if (outcome === 'done') break
      failed = step
      expect(await raised(scene)).toEqual([])
      expect(await jobs()).toBe(before)
    }
    expect(failed).toBeGreaterThan(10)
    expect(await raised(scene)).toHaveLength(2)
    expect(await jobs()).toBeGreaterThan(before)
  })

  test('of an event that is rolled back is not there', async () => {
    const scene = await makeScene(postgres)
    const clock = await clockFrom(postgres, scene.patient.id, minute(0))
    const start = (db = scene.db) =>
      press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0), { db, id: randomUUID() })
    let failed = 0
    for (let step = 1; ; step++) {
      const outcome = await start(failingAtStep(postgres, step)).catch(() => 'failed')
      if (outcome === 'stored') break
      failed = step
      expect(await clock.tasksWaiting()).toEqual([])
    }
    expect(failed).toBeGreaterThan(10)
    expect(await clock.tasksWaiting()).toContain('follow-session')
    expect(await clock.tasksWaiting()).toContain('follow-next-day')
  }, 60_000)

  test('of a killed worker is taken over: the alert comes all the same, once', async () => {
    const { scene } = await dosed()
    const worker = postgres.poolAs('worker', 1)
    await worker.query(
      `delete from graphile_worker._private_jobs where payload -> 'ids' ->> 'sessionId' is distinct from $1`,
      [scene.sessionId],
    )
    await worker.query(
      `update graphile_worker._private_jobs set run_at = now() where payload -> 'ids' ->> 'sessionId' = $1
         and task_id = (select id from graphile_worker._private_tasks where identifier = 'follow-session')`,
      [scene.sessionId],
    )
    const doomed = spawnDoomedWorker(postgres)
    const held = async () =>
      (
        await worker.query(
          `select from graphile_worker._private_jobs
           where locked_at is not null and payload -> 'ids' ->> 'sessionId' = $1`,
          [scene.sessionId],
        )
      ).rowCount
    await expect.poll(held, { timeout: 15_000 }).toBe(1)
    doomed.kill('SIGKILL')
    const { tasks } = houseAt(postgres.db, () => minute(26))
    const living = startWorker(
      postgres.connectionAs('worker'),
      { 'follow-session': tasks['follow-session'] },
      quiet,
    )
    await expect.poll(() => raised(scene), { timeout: 20_000 }).toHaveLength(2)
    await living.stop()
  }, 60_000)
})

test('whoever looks at an alert first is the one who saw it, and the ladder goes on', async () => {
  const { scene, clock } = await dosed()
  await clock.until(past(RUNGS.clinician, SECOND))
  const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-for-session', scene.patient.id)
  const [alert] = await alertsOf(scene)
  const answer = { sessionId: scene.sessionId, alertId: alert?.alert_id ?? '', at: minute(21), by: 'Dr. One' }
  await clock.event(minute(21), () => lookAtAlert(scene.db, permit, answer))
  await clock.until(past(RUNGS.emergency, SECOND))
  expect((await alertsOf(scene)).map(({ seen_by_name }) => seen_by_name)).toEqual(['Dr. One', null])
})

test.each(LANGUAGES)(
  'whoever is there is asked for one tap at the miss, and to go and look at the last, in %s',
  async (language) => {
    const { scene } = await dosed()
    const login = await openTestLogin(postgres)
    const accountId = await login.createAccount({ email: `${scene.friend.id}@test.invalid`, name: 'x' })
    await postgres.everything
      .updateTable('member')
      .set({ account_id: accountId })
      .where('actor_id', '=', scene.friend.id)
      .execute()
    const read = async (at: Date) => {
      const app = openTestApp(postgres, { practiceId: scene.practiceId, login, change: { now: () => at } })
      const path = `/care-team/day/${scene.patient.id}/now?lang=${language}`
      return (await app.request('GET', path, await app.signIn(accountId))).text()
    }
    const state = { is: 'sent' as const, to: 'x' }
    const tap = besideText(language, 'D09', state, 'advise')
    const look = besideText(language, 'D09', state, 'block')
    expect(await read(past(RUNGS.miss, -SECOND))).not.toContain(tap)
    expect(await read(minute(RUNGS.miss))).toContain(tap)
    expect(await read(minute(RUNGS.emergency))).toContain(look)
    await lookIn(scene, 26)
    expect(await read(minute(27))).not.toContain(look)
  },
)
