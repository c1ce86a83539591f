/** An alert that nobody has seen goes to the next person, at the signed times, until somebody looks. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import { lookAtAlert } from '../../app/care/answer-alert.ts'
import { alertState, readRoom } from '../../app/care/read-room.ts'
import { listOpenAlerts } from '../../app/records/alerts.ts'
import { uuidFrom } from '../../app/system/ids.ts'
import { type Clock, clockFrom, houseAt } from '../clock-scene.ts'
import { failingAtStep } from '../failing-database.ts'
import { joinCareTeam, makeMember } from '../people.ts'
import { openTestDatabase, type TestDatabase } from '../postgres.ts'
import {
  ASQ_NO,
  alertsOf,
  dosedScene,
  GOOD_DAY,
  makeScene,
  minute,
  press,
  type Scene,
  tellOwn,
} from '../session-scene.ts'

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await openTestDatabase()
})
afterAll(() => postgres.close())

type Called = { scene: Scene; clock: Clock; coordinator: Member & { accountId: string } }
const CALLED_AT = 5

/** Somebody presses "I want help" five minutes after the dose. Help is answered within two minutes, by the protocol. */
async function called(but: Parameters<typeof makeScene>[1] = {}): Promise<Called> {
  const scene = await dosedScene(postgres, but)
  const coordinator = await makeMember(postgres.everything, scene.practiceId, ['care-coordinator'])
  await joinCareTeam(postgres.everything, scene.patient, coordinator.id)
  const clock = await clockFrom(postgres, scene.patient.id, minute(0))
  await clock.event(minute(CALLED_AT), () =>
    press(scene, scene.patient, { kind: 'help-asked' }, minute(CALLED_AT)),
  )
  return { scene, clock, coordinator }
}
const at = (minutes: number, seconds = 0) => new Date(minute(CALLED_AT + minutes).getTime() + seconds * 1000)
const mailsTo = ({ sent }: Clock, { accountId }: { accountId: string }) =>
  sent.filter(({ to }) => to === `${accountId}@test.invalid`).length
const see = async ({ scene }: Called, when: Date) => {
  const permit = await Permit.ask(scene.db, scene.prescriber, 'answer-alert', scene.patient.id)
  const [alert] = await alertsOf(scene)
  await lookAtAlert(scene.db, permit, { alertId: alert?.alert_id ?? '', at: when, by: scene.prescriber.name })
}

test('each in their turn: on duty at once, again when help was not answered in time, then the others', async () => {
  const all = await called()
  const { scene, clock, coordinator } = all
  await clock.until(at(0, 1))
  expect(mailsTo(clock, scene.prescriber)).toBe(1)
  await clock.until(at(1, 59))
  expect(mailsTo(clock, scene.prescriber)).toBe(1)
  await clock.until(at(2, 1))
  expect(mailsTo(clock, scene.prescriber)).toBe(2)
  await clock.until(at(9, 59))
  expect(mailsTo(clock, scene.backup)).toBe(0)
  await clock.until(at(10, 1))
  expect(mailsTo(clock, scene.backup)).toBe(1)
  await clock.until(at(14, 59))
  expect(mailsTo(clock, coordinator)).toBe(0)
  await clock.until(at(15, 1))
  expect(mailsTo(clock, coordinator)).toBe(1)
  for (const { subject, text } of clock.sent)
    expect(`${subject} ${text}`).not.toMatch(/ketamine|session|dose|patient|suicid|clinic/i)
})

describe('after the last in the order nobody is left alone with it', () => {
  /** Who was told of the call for help in one round. Silence has alerts of its own meanwhile. */
  const toldIn = ({ sent }: Clock, alertId: string, round: number) =>
    sent.filter(({ id }) => id.startsWith(uuidFrom(`${alertId} again ${round}`))).map(({ to }) => to)
  const addressOf = ({ accountId }: { accountId: string }) => `${accountId}@test.invalid`
  const calledAlone = async () => {
    const all = await called()
    const [alert] = await alertsOf(all.scene)
    const alertId = alert?.alert_id ?? ''
    const ids = { patientId: all.scene.patient.id, alertId }
    const both = [addressOf(all.coordinator), addressOf(all.scene.prescriber)].sort()
    return { ...all, all, alertId, both, job: { id: '1', practiceId: all.scene.practiceId, ids } }
  }

  test('the last is told again after as long as they were waited for, with whoever may look, until somebody has seen it', async () => {
    const { all, clock, alertId, both } = await calledAlone()
    await clock.until(at(19, 59))
    expect(toldIn(clock, alertId, 1)).toEqual([])
    await clock.until(at(20, 1))
    expect(toldIn(clock, alertId, 1).sort()).toEqual(both)
    await clock.until(at(24, 59))
    expect(toldIn(clock, alertId, 2)).toEqual([])
    await clock.until(at(35, 1))
    for (const round of [1, 2, 3, 4]) expect(toldIn(clock, alertId, round).sort()).toEqual(both)
    await clock.event(at(36), () => see(all, at(36)))
    await clock.until(at(60))
    for (const round of [5, 6, 7, 8]) expect(toldIn(clock, alertId, round)).toEqual([])
  })

  test('a round done by two at once, or again, tells each once', async () => {
    const { clock, alertId, both, job } = await calledAlone()
    await clock.until(at(20, 1))
    await Promise.all([clock.tasks['escalate-alert'](job), clock.tasks['escalate-alert'](job)])
    await clock.tasks['escalate-alert'](job)
    await clock.until(at(20, 2))
    expect(toldIn(clock, alertId, 1).sort()).toEqual(both)
  })

  test('killed at any of its statements, a round leaves nothing half told, and the next does it whole', async () => {
    const { clock, alertId, both, job } = await calledAlone()
    await clock.until(at(19, 59))
    const before = await clock.tasksWaiting()
    let died = 0
    for (;;) {
      const { tasks } = houseAt(failingAtStep(postgres, died + 1), () => at(20, 1))
      const isDead = await tasks['escalate-alert'](job).then(
        () => false,
        () => true,
      )
      if (!isDead) break
      died += 1
      expect(await clock.tasksWaiting()).toEqual(before)
    }
    expect(died).toBeGreaterThan(5)
    await clock.until(at(20, 2))
    expect(toldIn(clock, alertId, 1).sort()).toEqual(both)
  })

  test('hours in which nothing ran are one round, and not as many as went by', async () => {
    const { clock, alertId, both, job } = await calledAlone()
    await clock.until(at(15, 1))
    const { tasks } = houseAt(postgres.db, () => at(300))
    await tasks['escalate-alert'](job)
    await clock.until(at(15, 2))
    const rounds = Array.from({ length: 60 }, (_, round) => toldIn(clock, alertId, round))
    expect(rounds.filter((told) => told.length > 0).map((told) => told.sort())).toEqual([both])
  })
})

test('what was only answered goes to nobody of the person’s own', async () => {
  const scene = await makeScene(postgres)
  const clock = await clockFrom(postgres, scene.patient.id, minute(-60))
  await clock.event(minute(-60), () => tellOwn(scene, GOOD_DAY, { ...ASQ_NO, 'asq-03': 1, 'asq-05': 1 }))
  await clock.until(minute(-10))
  expect((await alertsOf(scene)).map(({ level }) => level)).toContain('emergency')
  expect(mailsTo(clock, scene.prescriber)).toBeGreaterThan(1)
  expect(mailsTo(clock, scene.backup) + mailsTo(clock, scene.friend)).toBe(0)
})

test('whoever looks ends it: nobody further is told', async () => {
  const all = await called()
  await all.clock.until(at(1))
  await all.clock.event(at(1, 30), () => see(all, at(1, 30)))
  await all.clock.until(at(10))
  expect(mailsTo(all.clock, all.scene.prescriber)).toBe(1)
  expect(await all.clock.tasksWaiting()).not.toContain('escalate-alert')
})

test('done twice at any of its steps, it tells once', async () => {
  const { scene, clock } = await called()
  const [alert] = await alertsOf(scene)
  await clock.until(at(3))
  const job = {
    id: '1',
    practiceId: scene.practiceId,
    ids: { patientId: scene.patient.id, alertId: alert?.alert_id ?? '' },
  }
  await Promise.all([clock.tasks['escalate-alert'](job), clock.tasks['escalate-alert'](job)])
  await clock.until(at(3, 1))
  expect(mailsTo(clock, scene.prescriber)).toBe(2)
})

describe('with nobody on duty', () => {
  test('the next in the order is not waited for', async () => {
    const { scene, clock } = await called({ isCovered: false })
    await clock.until(at(0, 1))
    expect((await alertsOf(scene)).map(({ is_in_cover }) => is_in_cover)).toEqual([false])
    expect(mailsTo(clock, scene.prescriber)).toBe(1)
  })

  test('whoever comes on duty is told when their turn begins, as long as nobody has seen it', async () => {
    const scene = await dosedScene(postgres, { isCovered: false })
    const relief = await makeMember(postgres.everything, scene.practiceId, ['prescriber'])
    await joinCareTeam(postgres.everything, scene.patient, relief.id)
    await postgres.everything
      .insertInto('duty')
      .values({
        ...{ practice_id: scene.practiceId, duty_id: randomUUID(), clinician_id: relief.id },
        ...{ from_at: minute(60), to_at: minute(600), planned_by: null, planned_by_name: null },
        ...{ withdrawn_at: null, withdrawn_by: null },
      })
      .execute()
    const clock = await clockFrom(postgres, scene.patient.id, minute(0))
    await clock.event(minute(CALLED_AT), () =>
      press(scene, scene.friend, { kind: 'emergency' }, minute(CALLED_AT)),
    )
    for (let look = 15; look < 60; look += 10)
      await clock.event(minute(look), () =>
        press(scene, scene.friend, { kind: 'look-in', isWell: true }, minute(look)),
      )
    await clock.until(new Date(minute(60).getTime() - 1000))
    // With the whole care team at once, and again with the next in the order. Nobody was on duty.
    const before = mailsTo(clock, relief)
    expect(await clock.tasksWaiting()).toContain('escalate-alert')
    await clock.until(new Date(minute(60).getTime() + 2000))
    expect(mailsTo(clock, relief)).toBe(before + 1)
  })
})

test('a dose to confirm is for whoever is in the room, and climbs nothing', async () => {
  const scene = await makeScene(postgres)
  const clock = await clockFrom(postgres, scene.patient.id, minute(0))
  const start = (who = scene.friend) =>
    press(scene, who, { kind: 'dose-started', units: 1 }, minute(0), { seen: {} })
  await clock.event(minute(0), () => start())
  await clock.event(minute(0), () => start(scene.backup))
  const waiting = (await alertsOf(scene)).filter(({ level }) => level === 'confirm')
  expect(waiting).toHaveLength(1)
})

describe('the list', () => {
  const listFor = async (who: Member) =>
    inScope(postgres.db, await Permit.ask(postgres.db, who, 'list-alerts'), (scope) =>
      listOpenAlerts(scope, 50),
    )

  test('shows a prescriber what is open of their own patients, and a coordinator what waits for a clinician', async () => {
    const all = await called()
    const { scene, coordinator } = all
    const stranger = await makeMember(postgres.everything, scene.practiceId, ['prescriber'])
    expect(await listFor(stranger)).toEqual([])
    expect(await listFor(scene.prescriber)).toMatchObject([
      { patientId: scene.patient.id, level: 'person-now', seen: null, settled: null, isInCover: true },
    ])
    expect(await listFor(coordinator)).toHaveLength(1)
    await see(all, at(1))
    expect(await listFor(scene.prescriber)).toMatchObject([
      { seen: { by: scene.prescriber.name, at: at(1) } },
    ])
    expect(await listFor(coordinator)).toEqual([])
  })

  test('a coordinator does not answer what needs a clinician', async () => {
    const { scene, coordinator } = await called()
    const [alert] = await alertsOf(scene)
    const permit = await Permit.ask(postgres.db, coordinator, 'answer-alert', scene.patient.id)
    const answer = { alertId: alert?.alert_id ?? '', at: at(1), by: coordinator.name }
    await expect(lookAtAlert(postgres.db, permit, answer)).rejects.toMatchObject({ code: 'not-found' })
    expect((await alertsOf(scene))[0]?.seen_at).toBeNull()
  })
})

test('a clinician on duty who cannot open the record watches over nobody: it is outside cover, and said so', async () => {
  const scene = await dosedScene(postgres, { isCovered: false })
  const newcomer = await makeMember(postgres.everything, scene.practiceId, ['prescriber'])
  await postgres.everything
    .insertInto('duty')
    .values({
      ...{ practice_id: scene.practiceId, duty_id: randomUUID(), clinician_id: newcomer.id },
      ...{ from_at: minute(-60), to_at: minute(600), planned_by: null, planned_by_name: null },
      ...{ withdrawn_at: null, withdrawn_by: null },
    })
    .execute()
  const toldAt = async () => {
    await press(scene, scene.patient, { kind: 'help-asked' }, minute(CALLED_AT))
    const permit = await Permit.ask(scene.db, scene.patient, 'read-own-day', scene.patient.id)
    return inScope(scene.db, permit, async (scope) => {
      const room = await readRoom(scope, at(1))
      if (!room) throw new Error('there is a room')
      const saying = {
        text: (when: Date) => when.toISOString(),
        opensUnknown: 'later',
        practice: { name: 'us', phone: '1' },
      }
      return alertState(room, room.alerts[0], saying)
    })
  }
  expect(await toldAt()).toEqual({ is: 'outside-cover', opens: 'later', contact: '1' })
  expect((await alertsOf(scene)).map(({ is_in_cover }) => is_in_cover)).toEqual([false])
  await joinCareTeam(postgres.everything, scene.patient, newcomer.id)
  expect(await toldAt()).toEqual({ is: 'sent', to: newcomer.name })
})
