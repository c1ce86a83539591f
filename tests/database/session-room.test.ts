/** What happens in a session: two devices at once, out of order, twice, failing half-way, and stopped at any moment. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { actInSession } from '../../app/care/act-in-session.ts'
import { lookAtAlert, settleRaised } from '../../app/care/answer-alert.ts'
import { readRoom } from '../../app/care/read-room.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import type { Happening } from '../../app/clinical/session/events.ts'
import { openDatabase } from '../../app/database/connection.ts'
import { listSessionsNow } from '../../app/records/session-events.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  eventsOf,
  makeScene,
  minute,
  press,
  readyToEnd,
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

const unitsUsed = async ({ everything, patient }: Scene) =>
  (await everything.selectFrom('unit_event').select('event').where('patient_id', '=', patient.id).execute())
    .map(({ event }) => event)
    .filter(({ kind }) => kind === 'used')
const causes = async (scene: Scene) =>
  (await alertsOf(scene)).map(({ cause }) =>
    (cause.split(' ')[1] ?? '').replace(/^(?!rule:)([^:]*):.*$/, '$1'),
  )
const findingsOf = ({ everything, sessionId }: Scene) =>
  everything
    .selectFrom('finding')
    .select(['rule_id', 'severity', 'session_event_id'])
    .where('session_id', '=', sessionId)
    .where('session_event_id', 'is not', null)
    .execute()

test('the dose begins the session, and one unit of a lot that has some is used', async () => {
  const scene = await dosedScene(postgres)
  expect(await stateOf(scene)).toBe('in-session')
  expect(await unitsUsed(scene)).toMatchObject([{ kind: 'used', lot: 'L1', units: 1 }])
  expect(await alertsOf(scene)).toEqual([])
})

test('pressed twice, it is one dose and one unit', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene)
  await tellRoom(scene)
  const id = randomUUID()
  const start = () => press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0), { id })
  expect((await Promise.all([start(), start(), start()])).sort()).toEqual([
    'already-stored',
    'already-stored',
    'stored',
  ])
  expect(await unitsUsed(scene)).toHaveLength(1)
  expect(await alertsOf(scene)).toEqual([])
})

test('two people who knew nothing of each other press start: one dose, which one of them confirms', async () => {
  const scene = await makeScene(postgres)
  await tellOwn(scene)
  await tellRoom(scene)
  const seen = Object.fromEntries(
    (await eventsOf(scene)).map(({ deviceId, sequence }) => [deviceId, sequence]),
  )
  const start = (who = scene.friend) =>
    press(scene, who, { kind: 'dose-started', units: 1 }, minute(0), { seen })
  await Promise.all([start(), start(scene.backup)])
  expect(await unitsUsed(scene)).toHaveLength(1)
  const alerts = await alertsOf(scene)
  expect(alerts.map(({ level }) => level)).toEqual(['confirm'])
  const key = alerts[0]?.cause.slice(scene.sessionId.length + 1) ?? ''
  expect(await press(scene, scene.patient, { kind: 'alert-settled', alert: key }, minute(1))).toEqual({
    refused: 'second-person-only',
  })
  expect(await press(scene, scene.friend, { kind: 'alert-settled', alert: key }, minute(1))).toBe('stored')
})

test('who knew of a dose and presses start again raises a person', async () => {
  const scene = await dosedScene(postgres)
  await press(scene, scene.backup, { kind: 'dose-started', units: 1 }, minute(20))
  expect(await causes(scene)).toEqual(['possible-overdose'])
})

test('a start that was not to be is written down and raises a person: it happened', async () => {
  const scene = await makeScene(postgres)
  await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
  expect(await stateOf(scene)).toBe('in-session')
  expect(await causes(scene)).toContain('dose-not-allowed')
})

describe('readings', () => {
  const pressure = (systolicMmHg: number): Happening => ({
    kind: 'vitals',
    readings: { systolicMmHg, diastolicMmHg: 80 },
  })

  test('out of their band are found, and raise a person once for each thing, until it is settled', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, pressure(165), minute(40))
    await press(scene, scene.friend, { kind: 'look-in', isWell: true }, minute(41))
    await press(scene, scene.friend, pressure(168), minute(45))
    expect(await causes(scene)).toEqual(['rule:D16'])
    expect((await findingsOf(scene)).map(({ rule_id }) => rule_id)).toEqual(['D16', 'D16'])
    await press(scene, scene.friend, pressure(182), minute(50))
    await press(scene, scene.friend, pressure(184), minute(55))
    expect(await causes(scene)).toEqual(['rule:D16', 'rule:D05'])
  })

  test('settled and there again, it is raised again', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, pressure(165), minute(40))
    const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-for-session', scene.patient.id)
    const [alert] = await alertsOf(scene)
    const answer = {
      sessionId: scene.sessionId,
      alertId: alert?.alert_id ?? '',
      at: minute(42),
      by: 'Dr. One',
    }
    await lookAtAlert(scene.db, permit, answer)
    await expect(settleRaised(scene.db, permit, answer, ' ')).rejects.toMatchObject({ code: 'invalid' })
    await settleRaised(scene.db, permit, { ...answer, at: minute(43) }, 'rested, called')
    await settleRaised(scene.db, permit, { ...answer, by: 'Dr. Two' }, 'again')
    expect((await alertsOf(scene))[0]).toMatchObject({
      ...{ seen_by_name: 'Dr. One', seen_at: minute(42), settled_because: 'rested, called' },
    })
    await press(scene, scene.friend, pressure(166), minute(60))
    expect(await causes(scene)).toEqual(['rule:D16', 'rule:D16'])
  })

  test('somebody who cannot be woken is an emergency', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, { kind: 'look-in', isWell: false, waking: 'not' }, minute(30))
    expect((await alertsOf(scene)).map(({ level }) => level)).toEqual(['emergency'])
  })
})

test('help and emergency raise a person, also outside cover, and say so', async () => {
  const scene = await dosedScene(postgres, { isCovered: false })
  await press(scene, scene.patient, { kind: 'help-asked' }, minute(20))
  await press(scene, scene.friend, { kind: 'emergency' }, minute(21))
  const alerts = await alertsOf(scene)
  expect(alerts.map(({ level }) => level)).toEqual(['person-now', 'emergency'])
  expect(alerts.map(({ is_in_cover }) => is_in_cover)).toEqual([false, false])
})

describe('a stop', () => {
  test.each<[string, number | undefined, string | undefined, string]>([
    ['before the dose calls the day off', undefined, 'nothing', 'ready'],
    ['while it is held asks to spit it out', 5, 'spit-and-rinse', 'recovering'],
    ['at the peak asks for light', 45, 'lights-on', 'recovering'],
    ['in recovery goes on being watched', 130, 'lights-on', 'recovering'],
  ])('%s', async (_what, at, after, state) => {
    const scene = at === undefined ? await makeScene(postgres) : await dosedScene(postgres)
    if (at === undefined) await tellOwn(scene)
    expect(await press(scene, scene.patient, { kind: 'stop' }, minute(at ?? -10))).toBe('stored')
    const permit = await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id)
    const room = await inScope(scene.db, permit, (scope) => readRoom(scope, minute(at ?? -10)))
    if (at !== undefined) expect(room?.session.reading.session.stop?.after).toBe(after)
    expect(await stateOf(scene)).toBe(state)
    expect((await sessionRow(scene)).ended_at).toBeNull()
  })
})

describe('the end', () => {
  const end = async (scene: Scene, at: number) => {
    await readyToEnd(scene, minute(at))
    return press(scene, scene.friend, { kind: 'closed' }, minute(at + 1))
  }

  test('comes after the list and the signed minutes, never by the patient, and is written once', async () => {
    const scene = await dosedScene(postgres)
    expect(await end(scene, 100)).toEqual({ refused: 'too-early' })
    await readyToEnd(scene, minute(121))
    expect(await press(scene, scene.patient, { kind: 'closed' }, minute(122))).toEqual({
      refused: 'second-person-only',
    })
    const closing = () => press(scene, scene.friend, { kind: 'closed' }, minute(125))
    await Promise.all([closing(), closing()])
    expect(await stateOf(scene)).toBe('integrating')
    expect((await sessionRow(scene)).ended_at).toEqual(minute(125))
    await expect(
      scene.everything
        .updateTable('dosing_session')
        .set({ ended_at: minute(200) })
        .where('session_id', '=', scene.sessionId)
        .execute(),
    ).rejects.toThrow(/ends once/)
  })

  test('waits for an open alert, and for somebody in the room', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, { kind: 'support-person-gone' }, minute(90))
    expect(await end(scene, 125)).toEqual({ refused: 'support-person-gone' })
    await press(scene, scene.backup, { kind: 'support-person-back' }, minute(127))
    expect(await end(scene, 128)).toEqual({ refused: 'alert-open' })
  })

  test('the next day is told once, found, and raises who has to know', async () => {
    const scene = await dosedScene(postgres)
    await end(scene, 125)
    const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
    const day = {
      ...{ id: randomUUID(), sessionId: scene.sessionId, at: minute(24 * 60), asq: ASQ_NO },
      told: {
        slept: 'yes',
        sideEffects: 'severe',
        effects: [],
        changed: [],
        serious: [],
        unrealHours: 0,
        drives: 'no',
      },
    }
    const tell = () => tellNextDay(scene.db, vault, permit, day)
    await Promise.all([tell(), tell()])
    expect(await causes(scene)).toEqual(['rule:E05'])
    const found = await scene.everything
      .selectFrom('finding')
      .select('rule_id')
      .where('answer_sheet_id', '=', day.id)
      .execute()
    expect(found.map(({ rule_id }) => rule_id)).toContain('E05')
    await expect(
      tellNextDay(scene.db, vault, permit, { ...day, id: randomUUID(), sessionId: randomUUID() }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

test('watched whatever becomes of the enrolment: paused in mid-session, everything is still written', async () => {
  const scene = await dosedScene(postgres)
  await scene.everything
    .updateTable('enrolment')
    .set({ state: 'paused', paused_from: 'in-session' })
    .where('enrolment_id', '=', scene.enrolmentId)
    .execute()
  await press(scene, scene.patient, { kind: 'help-asked' }, minute(30))
  expect(await causes(scene)).toEqual(['help-asked'])
  expect(await stateOf(scene)).toBe('paused')
})

test('whichever statement fails, nothing is half-stored, and the next try stores it whole', async () => {
  const scene = await dosedScene(postgres)
  const vitals: Happening = { kind: 'vitals', readings: { systolicMmHg: 165, diastolicMmHg: 80 } }
  for (let failing = 1; ; failing++) {
    const id = randomUUID()
    const permit = await Permit.ask(scene.db, scene.friend, 'record-event', scene.patient.id)
    const act = { id, sessionId: scene.sessionId, what: vitals, at: minute(40), by: 'x' }
    const outcome = await actInSession(failingAt(failing), permit, [act]).catch((error) => error.message)
    if (outcome === 'stored') break
    expect(outcome).toBe('this statement fails')
    expect((await eventsOf(scene)).filter((event) => event.id === id)).toEqual([])
    expect(await alertsOf(scene)).toEqual([])
    expect(await findingsOf(scene)).toEqual([])
    expect(failing).toBeLessThan(80)
  }
  expect(await causes(scene)).toEqual(['rule:D16'])
})

/** The application's database in which one statement does not come through. */
function failingAt(n: number) {
  const pool = postgres.poolAs('app', 1)
  let statement = 0
  pool.on('connect', (client) => {
    const send = client.query.bind(client)
    const query = (...args: Parameters<typeof send>) => {
      statement += 1
      return statement === n ? Promise.reject(new Error('this statement fails')) : send(...args)
    }
    Object.assign(client, { query })
  })
  return openDatabase(pool)
}

test('the board shows a prescriber their own patients’ sessions, what needs a person first', async () => {
  const scene = await dosedScene(postgres)
  const calm = await makeScene(postgres, { practiceId: scene.practiceId })
  await scene.everything
    .insertInto('care_team_member')
    .values({
      practice_id: scene.practiceId,
      patient_id: calm.patient.id,
      actor_id: scene.prescriber.id,
      until: null,
      revoked_at: null,
    })
    .execute()
  await press(scene, scene.patient, { kind: 'help-asked' }, minute(20))
  const permit = await Permit.ask(scene.db, scene.prescriber, 'list-sessions')
  const rows = await inScope(scene.db, permit, listSessionsNow)
  expect(rows.map(({ patientId, openAlerts }) => [patientId, openAlerts])).toEqual([
    [scene.patient.id, 1],
    [calm.patient.id, 0],
  ])
  const other = await Permit.ask(scene.db, calm.prescriber, 'list-sessions')
  expect((await inScope(scene.db, other, listSessionsNow)).map(({ patientId }) => patientId)).toEqual([
    calm.patient.id,
  ])
})
