/** A course, looked at whenever one of its facts has changed: by the week, the day after, and silence; on a real database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope, Permit } from '../../app/access/permit.ts'
import { closeFinding } from '../../app/care/close-finding.ts'
import { heldOnRecord } from '../../app/care/held-on-record.ts'
import { submitResponse } from '../../app/care/submit-response.ts'
import { tellNextDay } from '../../app/care/tell-next-day.ts'
import type { Answers, Instrument } from '../../app/clinical/instruments/instrument.ts'
import { pcl5Week } from '../../app/clinical/instruments/pcl-5-week.ts'
import { phq9 } from '../../app/clinical/instruments/phq9.ts'
import type { Told } from '../../app/clinical/intake/question.ts'
import { houseAt } from '../clock-scene.ts'
import { answersOf } from '../ordinary-patient.ts'
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

const day = (days: number) => minute(days * 24 * 60)

const found = async ({ patient }: Scene) =>
  postgres.everything
    .selectFrom('finding')
    .selectAll()
    .where('patient_id', '=', patient.id)
    .where('rule_id', 'like', 'F%')
    .orderBy('found_at')
    .execute()
const ids = async (scene: Scene) =>
  (await found(scene)).map(({ rule_id, severity }) => `${rule_id} ${severity}`)

const close = async ({ db, prescriber, patient }: Scene, findingId: string) =>
  closeFinding(db, await Permit.ask(db, prescriber, 'close-finding', patient.id), {
    ...{ findingId, because: 'We spoke', closedAt: day(90) },
  })

/** Another session that closed, so many days after the first. */
async function closed(scene: Scene, at: number): Promise<string> {
  const { practiceId, patient, friend, backup, prescriber } = scene
  const sessionId = randomUUID()
  await postgres.everything
    .insertInto('dosing_session')
    .values({
      ...{ practice_id: practiceId, patient_id: patient.id, session_id: sessionId, plan_version: 1 },
      ...{ protocol_version: 1, starts_at: day(at), planned_end_at: day(at + 0.1) },
      ...{ time_zone: 'America/New_York', duty_clinician_id: prescriber.id, support_person_id: friend.id },
      ...{ backup_person_id: backup.id, booked_by: prescriber.id, booked_by_name: 'x' },
      ...{ booked_at: minute(-9000), cancelled_at: null, cancelled_by: null, ended_at: day(at + 0.1) },
    })
    .execute()
  await postgres.everything
    .insertInto('appointment')
    .values({
      ...{ practice_id: practiceId, patient_id: patient.id, appointment_id: randomUUID() },
      ...{ kind: 'integration', session_id: sessionId, with_id: prescriber.id, starts_at: day(at + 2.2) },
      ...{ time_zone: 'America/New_York', state: 'booked', booked_by: prescriber.id },
      ...{ booked_at: minute(-9000), state_by: null, state_at: null, way_on: null, way_on_at: null },
    })
    .execute()
  return sessionId
}

/** Somebody between sessions, with so many behind them. */
async function behind(sessions: number): Promise<Scene> {
  const scene = await makeScene(postgres, { state: 'integrating' })
  await postgres.everything
    .updateTable('dosing_session')
    .set({ cancelled_at: minute(-8000), cancelled_by: scene.prescriber.id })
    .where('session_id', '=', scene.sessionId)
    .execute()
  for (let i = 0; i < sessions; i++) await closed(scene, i * 7)
  return scene
}

async function handIn(scene: Scene, instrument: Instrument<unknown>, answers: Answers, at: Date) {
  const { db, patient } = scene
  const id = randomUUID()
  const permit = await Permit.ask(db, patient, 'submit-answers', patient.id)
  await submitResponse(db, permit, { id, instrument, language: 'en', answers, authoredAt: at })
  return id
}
const linkIds = (instrument: Instrument<unknown>) => instrument.items.map(({ linkId }) => linkId)
const week = (scene: Scene, total: number, at: number) =>
  handIn(scene, pcl5Week, answersOf(linkIds(pcl5Week), total, 4), day(at))
const mood = (scene: Scene, total: number, at: number) =>
  handIn(scene, phq9, { ...answersOf(linkIds(phq9).slice(0, 9), total, 3), 'phq9-10': 0 }, day(at))

const GOOD: Told = {
  ...{ slept: 'yes', unrealHours: 0, effects: [], changed: [], serious: [], sideEffects: 'none' },
  ...{ drives: 'no', integration: 4 },
}
async function tellAfter({ db, patient }: Scene, sessionId: string, at: number, told = GOOD) {
  const id = randomUUID()
  const permit = await Permit.ask(db, patient, 'tell-day', patient.id)
  const sheet = { id, sessionId, at: day(at), asq: ASQ_NO, told }
  await tellNextDay(db, vault, permit, sheet)
  await tellNextDay(db, vault, permit, sheet)
  return id
}

describe('the week', () => {
  test('of somebody who gets better, over a whole course, leaves nothing to look at but that', async () => {
    const scene = await behind(0)
    const totals = [48, 44, 40, 36, 33, 28]
    for (const [i, total] of totals.entries()) {
      const sessionId = await closed(scene, i * 7)
      await tellAfter(scene, sessionId, i * 7 + 1)
      await week(scene, total, i * 7 + 5)
    }
    // The sixth session is the last of a course, and the fall is great enough to ask about.
    expect((await ids(scene)).sort()).toEqual(['F02 inform', 'F05 block'])
    const open = await postgres.everything
      .selectFrom('finding')
      .select(['rule_id', 'is_unknown'])
      .where('patient_id', '=', scene.patient.id)
      .where('closed_at', 'is', null)
      .where('severity', '!=', 'inform')
      .execute()
    expect(open).toEqual([{ rule_id: 'F05', is_unknown: false }])
  })

  test('without improvement after four sessions is a decision, told once for each session more', async () => {
    const scene = await behind(3)
    await week(scene, 48, 0)
    await week(scene, 47, 16)
    expect(await ids(scene)).toEqual([])
    await closed(scene, 21)
    await week(scene, 46, 23)
    expect(await ids(scene)).toEqual(['F03 review'])
    await week(scene, 46, 27)
    expect(await ids(scene)).toEqual(['F03 review'])
    const [first] = await found(scene)
    expect(first).toMatchObject({
      is_unknown: false,
      evidence: { phq9: 'not-asked-again', pcl5: '48 to 46' },
    })
    await close(scene, first?.finding_id ?? '')
    await week(scene, 45, 34)
    expect(await ids(scene)).toEqual(['F03 review'])
    await closed(scene, 35)
    await week(scene, 45, 36)
    expect(await ids(scene)).toEqual(['F03 review', 'F03 review'])
  })

  test('finds each rise, whatever is open', async () => {
    const scene = await behind(1)
    await week(scene, 20, 2)
    for (const at of [9, 16]) await week(scene, 30, at)
    expect(await ids(scene)).toEqual(['F01 review', 'F01 review'])
  })

  test('left half open is one finding', async () => {
    const scene = await behind(4)
    await week(scene, 48, 2)
    await handIn(scene, pcl5Week, { 'pcl5-01': 2, 'pcl5-02': 'skipped' }, day(30))
    expect(await found(scene)).toMatchObject([{ rule_id: 'F01', is_unknown: true }])
  })

  test('with two steps of the dose up and nothing better is looked at', async () => {
    const scene = await behind(1)
    const plan = await postgres.everything
      .selectFrom('plan_version')
      .selectAll()
      .where('patient_id', '=', scene.patient.id)
      .executeTakeFirstOrThrow()
    const step = async (version: number, doseMg: number, at: number) =>
      postgres.everything
        .insertInto('plan_version')
        .values({
          ...plan,
          ...{ version, signed_at: day(at), checks: '[]' },
          plan: JSON.stringify({ ...plan.plan, values: { ...plan.plan.values, doseMg } }),
        })
        .execute()
    await week(scene, 48, 2)
    await step(2, 60, 3)
    await week(scene, 48, 9)
    expect(await ids(scene)).toEqual([])
    await step(3, 70, 10)
    await week(scene, 48, 16)
    await week(scene, 48, 23)
    expect(await found(scene)).toMatchObject([
      { rule_id: 'F12', severity: 'review', evidence: { doseStepsWithoutImprovement: 2 } },
    ])
  })
})

describe('mood, asked again', () => {
  test.each([
    [4, []],
    [5, ['F04 review']],
    [6, ['F04 review']],
  ])('%d points higher than the last time', async (total, expected) => {
    const scene = await behind(1) // nothing on the first
    await mood(scene, total, 3)
    expect(await ids(scene)).toEqual(expected)
  })

  test('and left half open, is a finding of the course, and of the intake alone while that is open', async () => {
    for (const [state, expected] of [
      ['integrating', ['F04 review']],
      ['in-review', []],
    ] as const) {
      const scene = await makeScene(postgres, { state })
      await handIn(scene, phq9, { 'phq9-01': 1, 'phq9-02': 'skipped' }, day(2))
      expect(await ids(scene)).toEqual([...expected])
    }
  })
})

describe('the day after', () => {
  const told = (...effects: string[]): Told => ({ ...GOOD, effects })

  test('of an ordinary session says nothing about the course', async () => {
    const scene = await behind(1)
    const [session] = await sessionsOf(scene)
    await tellAfter(scene, session ?? '', 1)
    expect(await ids(scene)).toEqual([])
  })

  test('with blood in the urine holds, and keeps what it was found in', async () => {
    const scene = await behind(1)
    const [session] = await sessionsOf(scene)
    const id = await tellAfter(scene, session ?? '', 1, told('blood-in-urine'))
    expect(await found(scene)).toMatchObject([
      { rule_id: 'F07', severity: 'block', answer_sheet_id: id, session_id: session, is_unknown: false },
    ])
  })

  test('with craving twice in a row holds; the finding keeps no value of it', async () => {
    const scene = await behind(0)
    for (const [i, effect] of ['craving', '', 'craving', 'craving'].entries()) {
      const sessionId = await closed(scene, i * 7)
      const id = await tellAfter(scene, sessionId, i * 7 + 1, effect === '' ? GOOD : told(effect))
      if (i === 3) expect((await found(scene))[0]?.evidence).toMatchObject({ cravings: id })
      else expect(await ids(scene)).toEqual([])
    }
    expect(await ids(scene)).toEqual(['F10 block'])
  })

  test.each([
    ['taken outside a session', 'outside-session', 'usesOutsideSessions'],
    ['that others took', 'shared', 'sharesMedicine'],
  ])(
    'of medicine %s holds, once for each day it is told; the finding keeps no value of it',
    async (_what, effect, fact) => {
      const scene = await behind(0)
      const first = await tellAfter(scene, await closed(scene, 0), 1, told(effect))
      expect(await found(scene)).toMatchObject([
        { rule_id: 'F10', severity: 'block', is_unknown: false, evidence: { [fact]: first } },
      ])
      await close(scene, (await found(scene))[0]?.finding_id ?? '')
      await tellAfter(scene, await closed(scene, 7), 8)
      expect(await ids(scene)).toEqual(['F10 block'])
      await tellAfter(scene, await closed(scene, 14), 15, told(effect))
      expect(await ids(scene)).toEqual(['F10 block', 'F10 block'])
    },
  )

  test('left open is asked for by the rules of the day after, and not once more', async () => {
    const scene = await behind(1)
    const [session] = await sessionsOf(scene)
    const { effects: _, ...rest } = GOOD
    await tellAfter(scene, session ?? '', 1, rest)
    expect(await ids(scene)).toEqual([])
  })

  test('of a course without end is told when the months are over', async () => {
    const scene = await behind(1)
    const late = await closed(scene, 200)
    await tellAfter(scene, late, 201)
    expect(await ids(scene)).toEqual([])
    const later = await closed(scene, 230)
    await tellAfter(scene, later, 231)
    expect(await ids(scene)).toEqual(['F06 review'])
  })

  const sessionsOf = async ({ patient }: Scene) =>
    (
      await postgres.everything
        .selectFrom('dosing_session')
        .select('session_id')
        .where('patient_id', '=', patient.id)
        .where('ended_at', 'is not', null)
        .execute()
    ).map(({ session_id }) => session_id)
})

describe('the day of a session', () => {
  test('that is ordinary says nothing about the course', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene)
    await tellRoom(scene)
    expect(await ids(scene)).toEqual([])
  })

  test('with a bladder that changed holds that day by the gate, and the next until somebody has looked', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene, { ...GOOD_DAY, since: ['blood-in-urine'] })
    await tellRoom(scene)
    expect(await ids(scene)).toEqual(['F07 block'])
    const openOn = async (sessionId: string) => {
      const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
      return (await inScope(scene.db, permit, (scope) => heldOnRecord(scope, sessionId))).length
    }
    expect(await openOn(scene.sessionId)).toBe(0)
    expect(await openOn(randomUUID())).toBe(1)
    const [first] = await found(scene)
    expect(first).toMatchObject({ session_id: scene.sessionId, evidence: { hasNewBloodInUrine: 'yes' } })
    await close(scene, first?.finding_id ?? '')
    await tellOwn(scene, { ...GOOD_DAY, since: ['bladder-pain'] }, ASQ_NO, minute(-20))
    expect(await ids(scene)).toEqual(['F07 block', 'F07 block'])
  })

  test.each([
    ['something new with the heart', 'heart-event', 'hasNewHeartEvent'],
    ['a new diagnosis', 'new-diagnosis', 'hasNewPsychiatricDiagnosis'],
  ])('with %s is one finding, also where it is told otherwise later', async (_what, since, fact) => {
    const scene = await makeScene(postgres)
    await tellRoom(scene)
    await tellOwn(scene, { ...GOOD_DAY, since: [since] })
    expect(await found(scene)).toMatchObject([
      { rule_id: 'F13', severity: 'block', session_id: scene.sessionId, evidence: { [fact]: 'yes' } },
    ])
    await tellOwn(scene, GOOD_DAY, ASQ_NO, minute(-20))
    expect(await ids(scene)).toEqual(['F13 block'])
  })

  test.each(['possible', 'no'])(
    'with a positive test, beside "%s", holds that day and the next session; the finding keeps no value of it',
    async (said) => {
      const scene = await makeScene(postgres)
      const id = randomUUID()
      const told = { ...GOOD_DAY, pregnant: said, pregnancyTest: 'positive', pregnancyTestHours: 2 }
      await tellOwn(scene, told, ASQ_NO, minute(-60), scene.db, id)
      await tellRoom(scene)
      const [own] = (await eventsOf(scene)).flatMap(({ what }) =>
        what.kind === 'judged' && what.part === 'patient' ? [what.findings] : [],
      )
      expect(own?.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['C26', 'block']])
      expect((await alertsOf(scene)).map(({ level }) => level)).toEqual(['person-now'])
      const [pregnant] = (await found(scene)).filter(({ rule_id }) => rule_id === 'F13')
      expect(pregnant).toMatchObject({ severity: 'block', evidence: { isPregnantOrTrying: id } })
      expect(await press(scene, scene.friend, { kind: 'dose-started', units: 1 }, minute(0))).toBe('stored')
      expect((await alertsOf(scene)).some(({ cause }) => cause.includes('dose-not-allowed'))).toBe(true)
      const permit = await Permit.ask(scene.db, scene.patient, 'tell-day', scene.patient.id)
      const next = await inScope(scene.db, permit, (scope) => heldOnRecord(scope, randomUUID()))
      expect(next.map(({ ruleId }) => ruleId)).toContain('F13')
      await close(scene, pregnant?.finding_id ?? '')
      const after = await inScope(scene.db, permit, (scope) => heldOnRecord(scope, randomUUID()))
      expect(after.map(({ ruleId }) => ruleId)).not.toContain('F13')
    },
  )

  test('of which nothing was told is asked for by the gate alone', async () => {
    const scene = await makeScene(postgres)
    await tellOwn(scene, {})
    expect((await ids(scene)).filter((id) => /^F(07|13)/.test(id))).toEqual([])
  })
})

describe('nobody answers', () => {
  const look = async (scene: Scene, at: Date) => {
    const { tasks } = houseAt(postgres.db, () => at)
    await tasks['follow-next-day']({
      ...{ id: '1', practiceId: scene.practiceId },
      ids: { patientId: scene.patient.id, sessionId: scene.sessionId },
    })
  }

  test.each([
    ['the first time', [], []],
    ['the second in a row', [-7], ['F16 advise']],
  ])('%s', async (_what, earlier, expected) => {
    const scene = await dosedScene(postgres)
    for (const at of earlier) {
      await closed(scene, at)
      await week(scene, 40, at - 1)
    }
    await look(scene, day(2.1))
    await look(scene, day(2.2))
    expect(await ids(scene)).toEqual(expected)
  })
})
