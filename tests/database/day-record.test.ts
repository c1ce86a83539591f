/** What the record knows on the day of a session: the week's questions, the plan's gap, the hours after the last session. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { closeFinding } from '../../app/care/close-finding.ts'
import { dayRecord } from '../../app/care/day-record.ts'
import { openSession } from '../../app/care/session-log.ts'
import { judgeNextDay } from '../../app/care/tell-next-day.ts'
import type { Instrument } from '../../app/clinical/instruments/instrument.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { readSession } from '../../app/clinical/session.ts'
import { findNextSession, listSessions } from '../../app/records/sessions.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import { ASQ_NO, dosedScene, eventsOf, makeScene, minute, type Scene, tellOwn } from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

const DAY = 24 * 60

/** As it is known an hour before the dose. */
const recordOf = async (scene: Scene) => {
  const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
  return inScope(scene.db, permit, async (scope) => {
    const booked = await findNextSession(scope)
    if (!booked) throw new Error('nothing is booked')
    const session = await openSession(scope, booked)
    return { ...(await dayRecord(scope, session, minute(-60))), limits: session.limits }
  })
}

async function answered(
  { everything, practiceId, patient }: Scene,
  instrument: Instrument<unknown>,
  values: readonly number[],
  at: Date,
) {
  const answers = Object.fromEntries(instrument.items.map(({ linkId }, i) => [linkId, values[i] ?? 0]))
  await everything
    .insertInto('questionnaire_response')
    .values({
      ...{ practice_id: practiceId, patient_id: patient.id, questionnaire_response_id: randomUUID() },
      ...{ instrument: instrument.code, instrument_version: instrument.version, language: 'en' },
      ...{ authored_at: at, answers: JSON.stringify(answers) },
      total: values.reduce((sum, value) => sum + value, 0),
    })
    .execute()
}
const twenty = (value: number) => Array.from({ length: 20 }, () => value)

describe('the questions of the week', () => {
  test('are scored as what they are, and stand beside the week before, never beside the month', async () => {
    const scene = await makeScene(postgres)
    // One month is on record, twenty points.
    expect(await recordOf(scene)).toMatchObject({
      ...{ pcl5: { bounds: { from: 20, to: 20 } }, previousPcl5Total: 'none' },
    })
    await answered(scene, pcl5Week, twenty(2), minute(-8 * DAY))
    expect(await recordOf(scene)).toMatchObject({
      ...{ pcl5: { status: 'complete', bounds: { from: 40, to: 40 } }, previousPcl5Total: 'none' },
    })
    await answered(scene, pcl5Week, [...twenty(2).slice(0, 15), 4, 4, 4, 4, 4], minute(-DAY))
    expect(await recordOf(scene)).toMatchObject({
      ...{ pcl5: { status: 'complete', bounds: { from: 50, to: 50 } }, previousPcl5Total: 40 },
    })
  })
})

describe('a rise that was found in a week', () => {
  const foundBefore = async ({ everything, practiceId, patient }: Scene, isUnknown = false) => {
    const [response] = await everything
      .selectFrom('questionnaire_response')
      .select('questionnaire_response_id')
      .where('patient_id', '=', patient.id)
      .execute()
    const { finding_id } = await everything
      .insertInto('finding')
      .values({
        ...{ practice_id: practiceId, patient_id: patient.id, rule_id: 'F01', rule_version: 1 },
        ...{ questionnaire_response_id: response?.questionnaire_response_id ?? null, protocol_version: 1 },
        ...{ answer_sheet_id: null, session_id: null, session_event_id: null, supply_order_id: null },
        ...{ is_unknown: isUnknown, severity: 'review', evidence: '{}', rules: '[]', missing: '[]' },
      })
      .returning('finding_id')
      .executeTakeFirstOrThrow()
    return finding_id
  }
  const held = async (scene: Scene) => {
    await tellOwn(scene)
    return readSession(await eventsOf(scene), scene.sessionId, {}).session.judged.patient?.findings.map(
      ({ ruleId, severity }) => `${ruleId} ${severity}`,
    )
  }

  test('holds the day until somebody has looked at it: closed with a reason, it lets go', async () => {
    const scene = await makeScene(postgres)
    const findingId = await foundBefore(scene)
    expect(await held(scene)).toEqual(['C19 review'])
    const permit = await Permit.ask(scene.db, scene.prescriber, 'close-finding', scene.patient.id)
    const because = 'We spoke. A hard anniversary, and it is over.'
    await closeFinding(scene.db, permit, { findingId, because, closedAt: minute(-50) })
    expect(await held(scene)).toEqual([])
  })

  test('and could not be judged is none', async () => {
    const scene = await makeScene(postgres)
    await foundBefore(scene, true)
    expect((await recordOf(scene)).openWorsenings).toBe(0)
  })
})

/** The gap of the invented protocol is seven days. */
test.each([
  [6, 7],
  [7, 7],
  [21, 21],
])('a plan with %d days between sessions: %d count on the day', async (planned, counted) => {
  const scene = await makeScene(postgres, { plan: { daysBetweenSessions: planned } })
  expect((await recordOf(scene)).limits.course?.minDaysBetweenSessions).toBe(counted)
})

describe('the therapist, in hours from the end of the session before', () => {
  const END = -14 * DAY
  const before = async (state: 'kept' | 'booked' | 'cancelled-by-therapist', hours: number) => {
    const scene = await makeScene(postgres)
    const { everything, practiceId, patient, friend, backup, prescriber } = scene
    const of = { practice_id: practiceId, patient_id: patient.id, session_id: randomUUID() }
    await everything
      .insertInto('dosing_session')
      .values({
        ...{ ...of, plan_version: 1, protocol_version: 1, starts_at: minute(END - 240) },
        ...{ planned_end_at: minute(END + 60), ended_at: minute(END), time_zone: 'America/New_York' },
        ...{ duty_clinician_id: prescriber.id, support_person_id: friend.id, backup_person_id: backup.id },
        ...{ booked_by: prescriber.id, booked_by_name: 'x', booked_at: minute(-30_000) },
        ...{ cancelled_at: null, cancelled_by: null },
      })
      .execute()
    await everything
      .insertInto('appointment')
      .values({
        ...{ ...of, appointment_id: randomUUID(), kind: 'integration', with_id: prescriber.id, state },
        ...{ starts_at: minute(END + hours * 60), time_zone: 'America/New_York', booked_by: prescriber.id },
        ...{ booked_at: minute(-30_000), way_on: null, way_on_at: null },
        ...(state === 'booked'
          ? { state_by: null, state_at: null }
          : { state_by: prescriber.id, state_at: minute(END + hours * 60) }),
      })
      .execute()
    return (await recordOf(scene)).keptIntegrationAppointment
  }

  test.each([
    ['kept', 3, true],
    ['kept', 71, true],
    ['kept', 72, true],
    ['kept', 73, false],
    ['cancelled-by-therapist', 48, false],
    // Its time has passed, and nobody said whether it took place.
    ['booked', 48, undefined],
  ] as const)('%s after %d hours: %s', async (state, hours, expected) => {
    expect(await before(state, hours)).toBe(expected)
  })

  test('on the day after, too: the session ended hours after its dose', async () => {
    const scene = await dosedScene(postgres)
    await scene.everything
      .updateTable('dosing_session')
      .set({ ended_at: minute(122) })
      .where('session_id', '=', scene.sessionId)
      .execute()
    const found = async (hours: number) => {
      await scene.everything
        .updateTable('appointment')
        .set({ starts_at: minute(122 + hours * 60) })
        .where('session_id', '=', scene.sessionId)
        .execute()
      const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
      return inScope(scene.db, permit, async (scope) => {
        const [booked] = await listSessions(scope)
        if (!booked) throw new Error('no session')
        const told = { slept: 'yes', integration: 5 }
        const judged = await judgeNextDay(scope, booked, { asq: ASQ_NO, told }, minute(DAY), randomUUID())
        return judged.found.some(({ ruleId }) => ruleId === 'E08')
      })
    }
    expect(await found(23)).toBe(true)
    expect(await found(24)).toBe(false)
    expect(await found(71)).toBe(false)
    expect(await found(72)).toBe(false)
    expect(await found(73)).toBe(true)
  })
})
