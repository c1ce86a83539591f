/** How a session ends, and how it does not: on what was measured and seen last, with a clinician's way out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { settleRaised } from '../../app/care/answer-alert.ts'
import { aboutOf } from '../../app/care/raise-alerts.ts'
import { readRoom } from '../../app/care/read-room.ts'
import type { Happening } from '../../app/clinical/session/events.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  alertsOf,
  dosedScene,
  END_YES,
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
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const pressure = (systolicMmHg: number, diastolicMmHg: number, oxygenPercent = 98): Happening => ({
  kind: 'vitals',
  readings: { systolicMmHg, diastolicMmHg, oxygenPercent },
})
const close = (scene: Scene, at: number, who = scene.friend, reason?: string) =>
  press(scene, who, { kind: 'closed', ...(reason !== undefined && { reason }) }, minute(at))
const NOT_ANSWERED = {
  ...{ seen_by: null, seen_by_name: null, seen_at: null },
  ...{ settled_by: null, settled_by_name: null, settled_because: null, settled_at: null },
}
const opened = async (scene: Scene) =>
  (await alertsOf(scene)).filter(({ settled_at }) => settled_at === null).map((row) => aboutOf(row))

async function settleAll(scene: Scene, at: number) {
  const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-for-session', scene.patient.id)
  for (const { alert_id: alertId, settled_at } of await alertsOf(scene))
    if (settled_at === null)
      await settleRaised(scene.db, permit, { alertId, at: minute(at), by: 'Dr. One' }, 'called, looked')
}

describe('an end is refused, and nothing is written,', () => {
  test('on the readings of an emergency, the whole list ticked; settled, it waits for good readings', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, pressure(195, 118), minute(121))
    await press(scene, scene.friend, pressure(198, 119, 88), minute(126))
    await press(scene, scene.friend, { kind: 'distress', points: 2 }, minute(126))
    await press(scene, scene.friend, { kind: 'end-list', answers: END_YES }, minute(127))
    expect(await close(scene, 128)).toEqual({ refused: 'readings-outside' })
    await settleAll(scene, 129)
    expect(await close(scene, 130)).toEqual({ refused: 'readings-outside' })
    expect((await sessionRow(scene)).ended_at).toBeNull()
    expect((await eventsOf(scene)).filter(({ what }) => what.kind === 'closed')).toEqual([])
    await press(scene, scene.friend, pressure(132, 82), minute(150))
    // Twice high in one session is told again with every reading.
    expect(await close(scene, 151)).toEqual({ refused: 'alert-open' })
    await settleAll(scene, 152)
    expect(await close(scene, 153)).toBe('stored')
    expect(await stateOf(scene)).toBe('integrating')
  })

  test('while an alert of a rule of the session waits for a clinician, by whomever', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, pressure(165, 80), minute(40))
    await readyToEnd(scene, minute(121))
    expect(await opened(scene)).toEqual(['D16'])
    expect(await close(scene, 122)).toEqual({ refused: 'alert-open' })
    expect(await close(scene, 122, scene.prescriber, 'rested, well')).toEqual({ refused: 'alert-open' })
    await settleAll(scene, 123)
    expect(await close(scene, 124)).toBe('stored')
  })

  test('while what was seen last is an emergency, settled or not, until somebody looks again', async () => {
    const scene = await dosedScene(postgres)
    await readyToEnd(scene, minute(121))
    await press(scene, scene.friend, { kind: 'vitals', readings: { hasChestPain: 1 } }, minute(121))
    await settleAll(scene, 122)
    expect(await close(scene, 122)).toEqual({ refused: 'look-again' })
    await press(scene, scene.friend, { kind: 'vitals', readings: { hasChestPain: 0 } }, minute(123))
    expect(await close(scene, 124)).toBe('stored')
  })

  test('with distress above the signed number, and with none asked', async () => {
    const scene = await dosedScene(postgres)
    await press(scene, scene.friend, pressure(124, 78), minute(121))
    await press(scene, scene.friend, { kind: 'end-list', answers: END_YES }, minute(121))
    expect(await close(scene, 122)).toEqual({ refused: 'distress-missing' })
    await press(scene, scene.friend, { kind: 'distress', points: 5 }, minute(123))
    expect(await close(scene, 124)).toEqual({ refused: 'distress-high' })
    await press(scene, scene.friend, { kind: 'distress', points: 4 }, minute(130))
    expect(await close(scene, 131)).toBe('stored')
  })
})

test('that nobody was heard of for a while keeps no session open once they are heard', async () => {
  const scene = await dosedScene(postgres)
  await postgres.everything
    .insertInto('alert')
    .values({
      ...{ practice_id: scene.practiceId, alert_id: scene.sessionId, patient_id: scene.patient.id },
      ...{ session_id: scene.sessionId, cause: `${scene.sessionId} rule:D09 call-clinician 1` },
      ...{ level: 'person-now', raised_by: scene.friend.id, raised_as: 'support-person' },
      ...{ raised_at: minute(60), is_in_cover: true, ...NOT_ANSWERED },
    })
    .execute()
  await readyToEnd(scene, minute(121))
  expect(await close(scene, 122)).toBe('stored')
})

test('a clinician ends it with a reason on what was measured as it is, and the reason stands in the log', async () => {
  const scene = await dosedScene(postgres)
  await readyToEnd(scene, minute(121))
  await press(scene, scene.friend, pressure(148, 88), minute(122))
  expect(await close(scene, 123, scene.prescriber)).toEqual({ refused: 'readings-outside' })
  expect(await close(scene, 123, scene.friend, 'usual for them')).toEqual({ refused: 'readings-outside' })
  expect(await close(scene, 124, scene.prescriber, 'usual for them')).toBe('stored')
  expect((await eventsOf(scene)).at(-1)).toMatchObject({
    ...{ person: 'clinician', what: { kind: 'closed', reason: 'usual for them' } },
  })
  expect((await sessionRow(scene)).ended_at).toEqual(minute(124))
})

describe('units at the start', () => {
  const start = async (units: number) => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene)
    await press(scene, scene.friend, { kind: 'dose-started', units }, minute(0))
    return scene
  }

  test('more than the plan says raise a person at once', async () => {
    const scene = await start(2)
    expect(await opened(scene)).toEqual(['possible-overdose'])
    expect((await alertsOf(scene)).map(({ level }) => level)).toEqual(['person-now'])
  })

  test('fewer wait for whoever is there to count again, and then the session goes on as any', async () => {
    const scene = await makeScene(postgres, { plan: { doseMg: 100 } })
    await tellOwn(scene)
    await tellRoom(scene)
    await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))
    expect(await opened(scene)).toEqual(['units-to-confirm'])
    const cause = (await alertsOf(scene))[0]?.cause ?? ''
    const alert = cause.slice(scene.sessionId.length + 1)
    await press(scene, scene.friend, { kind: 'alert-settled', alert }, minute(1))
    expect(await opened(scene)).toEqual([])
  })
})

test('distress that is still high after the signed number of tools raises a person now', async () => {
  const scene = await dosedScene(postgres)
  await press(scene, scene.friend, { kind: 'comfort-needed' }, minute(50))
  await press(scene, scene.friend, { kind: 'comfort-needed' }, minute(55))
  expect(await opened(scene)).toEqual([])
  await press(scene, scene.friend, { kind: 'distress', points: 7 }, minute(58))
  expect(await opened(scene)).toEqual(['D07'])
})

describe('the evening after the end', () => {
  const NONE = { isDrowsierThanAtClose: 0, isConfused: 0, isShortOfBreath: 0 }
  const tonight = (scene: Scene, signs: Record<string, number>, at: number) =>
    press(scene, scene.friend, { kind: 'tonight', signs }, minute(at))

  test('raises an emergency at once where it goes badly, and nobody where it does not', async () => {
    const scene = await dosedScene(postgres)
    await readyToEnd(scene, minute(121))
    expect(await close(scene, 122)).toBe('stored')
    await tonight(scene, NONE, 300)
    expect(await opened(scene)).toEqual([])
    await tonight(scene, { ...NONE, isShortOfBreath: 1 }, 330)
    expect((await alertsOf(scene)).map((row) => [aboutOf(row), row.level])).toEqual([['E13', 'emergency']])
    await settleAll(scene, 340)
    await tonight(scene, { ...NONE, isShortOfBreath: 1 }, 350)
    expect(await opened(scene)).toEqual(['E13'])
  })
})

describe('what the patient says aside about who is there', () => {
  const aside = (scene: Scene, at: number) => press(scene, scene.patient, { kind: 'not-safe' }, minute(at))

  test('raises a person now, once, and is found as a rule', async () => {
    const scene = await dosedScene(postgres)
    await aside(scene, 30)
    expect(await opened(scene)).toEqual(['not-safe'])
    const found = await postgres.everything
      .selectFrom('finding')
      .select(['rule_id', 'evidence'])
      .where('session_id', '=', scene.sessionId)
      .where('rule_id', '=', 'D19')
      .execute()
    expect(found).toHaveLength(1)
    expect(JSON.stringify(found[0]?.evidence)).not.toContain('yes')
  })

  test('voices that others see are raised besides, for they are another thing', async () => {
    const scene = await dosedScene(postgres)
    await aside(scene, 30)
    await press(scene, scene.friend, { kind: 'vitals', readings: { actsOnVoices: 1 } }, minute(40))
    expect((await opened(scene)).sort()).toEqual(['D19', 'not-safe'])
  })

  test('before the start it takes readiness back, until a clinician has looked', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene)
    const stage = async () => {
      const permit = await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id)
      return inScope(
        scene.db,
        permit,
        async (scope) => (await readRoom(scope, minute(-10)))?.session.reading.session.stage,
      )
    }
    expect(await stage()).toBe('ready-for-dose')
    await aside(scene, -20)
    expect(await opened(scene)).toEqual(['not-safe'])
    expect(await stage()).toBe('preparing')
    await settleAll(scene, -15)
    expect(await stage()).toBe('ready-for-dose')
  })

  test('keeps the session open until a clinician has looked', async () => {
    const scene = await dosedScene(postgres)
    await readyToEnd(scene, minute(121))
    await aside(scene, 122)
    expect(await close(scene, 123)).toEqual({ refused: 'alert-open' })
    await settleAll(scene, 124)
    expect(await close(scene, 125)).toBe('stored')
  })
})
