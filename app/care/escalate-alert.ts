/**
 * Job: an alert that nobody has seen goes to the next person, in the signed order and at the signed times, and after
 * the last of them to the last again and again, until somebody says that they are looking.
 *
 * Nobody is waited for who is not there: without anybody on duty the next in the order is told at once, and whoever
 * comes on duty later is told when their turn begins.
 */
import type { AboutPatient } from '../access/actions.ts'
import { jobActor } from '../access/actor.ts'
import { inScope, Permit, type Scope } from '../access/permit.ts'
import {
  askingOf,
  type EscalationStep,
  escalationSteps,
  type ToldAgain,
  toldAgain,
  type Whom,
} from '../clinical/escalation.ts'
import type { Limits } from '../clinical/protocol.ts'
import { isWatched } from '../clinical/session.ts'
import type { Job } from '../database/jobs.ts'
import { findAlertById, type StoredAlert } from '../records/alerts.ts'
import { listOnCareTeam } from '../records/communications.ts'
import { dutyFor, nextDutyFor } from '../records/duty.ts'
import { enqueue } from '../records/jobs.ts'
import { findProtocolInForce, findProtocolOfSession } from '../records/protocol-versions.ts'
import { findSession } from '../records/sessions.ts'
import { checkedUuid, uuidFrom } from '../system/ids.ts'
import { aboutOf, isAside, takenBackCause } from './raise-alerts.ts'
import { openSession } from './session-log.ts'
import type { Surroundings } from './tell-care-team.ts'
import { askToTell } from './tell-person.ts'

export async function escalateAlert(
  { db, now }: Pick<Surroundings, 'db' | 'now'>,
  { id, practiceId, ids }: Job,
): Promise<void> {
  const actor = jobActor(practiceId, `escalate-alert ${id}`)
  const permit = await Permit.ask(db, actor, 'escalate-alert', checkedUuid(ids.patientId ?? ''))
  await inScope(db, permit, async (scope) => {
    const alert = await findAlertById(scope, checkedUuid(ids.alertId ?? ''))
    if (!alert || alert.seen || alert.settled) return
    const at = now()
    const limits = await limitsFor(scope, alert)
    const asking = askingOf(aboutOf(alert))
    const steps = escalationSteps(limits.escalation, asking)
    const again = toldAgain(steps, limits.escalation, asking, at.getTime() - alert.raisedAt.getTime())
    const nextAt = await tellDue(scope, alert, steps, at)
    await tellNewTurn(scope, alert, at)
    if (again.round > 0) await tellAgain(scope, alert, steps, again, at)
    // Whose turn begins while it is still unseen is told then.
    const turn = await nextDutyFor(scope, at)
    const roundAt = alert.raisedAt.getTime() + again.nextAfterMs
    const all = [nextAt, roundAt, turn?.fromAt.getTime()].filter((instant) => instant !== undefined)
    await enqueue(scope, 'escalate-alert', alert.id, { alertId: alert.id }, Math.min(...all) - at.getTime())
  })
}

/** Of the protocol the session was booked under; outside a session, of the one in force. */
async function limitsFor(scope: Scope<AboutPatient>, { sessionId }: StoredAlert): Promise<Limits> {
  const booked = sessionId === null ? undefined : await findSession(scope, sessionId)
  const protocol = booked
    ? await findProtocolOfSession(scope, booked.protocolVersion)
    : await findProtocolInForce(scope)
  return protocol?.limits ?? {}
}

/**
 * Tells everybody whose time has come, and as long as nobody is there at all, whoever comes next. Returns when the
 * next one's time comes. Prescribers were told when it was raised: at their time they are told that it still waits.
 */
async function tellDue(
  scope: Scope<AboutPatient>,
  alert: StoredAlert,
  steps: readonly EscalationStep[],
  at: Date,
): Promise<number | undefined> {
  const dueAt = ({ afterMs }: EscalationStep) => alert.raisedAt.getTime() + afterMs
  let isAnybodyThere = false
  for (const step of steps) {
    const isDue = dueAt(step) <= at.getTime()
    if (!isDue && isAnybodyThere) break
    const people = await peopleFor(scope, step.whom, alert, at)
    const causeId = isDue && step.afterMs > 0 ? uuidFrom(`${alert.id} ${step.whom}`) : alert.id
    for (const recipientId of people) await askToTell(scope, causeId, recipientId)
    isAnybodyThere ||= people.length > 0
  }
  return steps.map(dueAt).find((instant) => instant > at.getTime())
}

/**
 * Everybody was told and nobody has looked: the last in the order who is there is told once in each round, and with
 * them whoever may look. Whose turn has begun since the round before has just been told so, and is not told twice.
 */
async function tellAgain(
  scope: Scope<AboutPatient>,
  alert: StoredAlert,
  steps: readonly EscalationStep[],
  { round, everyMs, nextAfterMs }: ToldAgain,
  at: Date,
): Promise<void> {
  const roundBeganMs = alert.raisedAt.getTime() + nextAfterMs - everyMs
  const onDuty = await dutyFor(scope, at)
  const isJustTold = onDuty !== undefined && onDuty.fromAt.getTime() > roundBeganMs - everyMs
  const mayLook = onDuty ? [onDuty.clinicianId] : await peopleFor(scope, 'prescriber', alert, at)
  const people = new Set([...(await lastThere(scope, alert, steps, at)), ...mayLook])
  if (isJustTold) people.delete(onDuty.clinicianId)
  for (const recipientId of people)
    await askToTell(scope, uuidFrom(`${alert.id} again ${round}`), recipientId)
}

async function lastThere(
  scope: Scope<AboutPatient>,
  alert: StoredAlert,
  steps: readonly EscalationStep[],
  at: Date,
): Promise<string[]> {
  for (const { whom } of steps.toReversed()) {
    const people = await peopleFor(scope, whom, alert, at)
    if (people.length > 0) return people
  }
  return []
}

/** Whose turn has begun since it was raised is told that it waits, also where they had a mail before. */
async function tellNewTurn(scope: Scope<AboutPatient>, alert: StoredAlert, at: Date): Promise<void> {
  const onDuty = await dutyFor(scope, at)
  if (onDuty && onDuty.fromAt > alert.raisedAt)
    await askToTell(scope, uuidFrom(`${alert.id} ${onDuty.id}`), onDuty.clinicianId)
}

async function peopleFor(
  scope: Scope<AboutPatient>,
  whom: Whom,
  alert: StoredAlert,
  at: Date,
): Promise<string[]> {
  const ids = (people: readonly { actorId: string }[]) => people.map(({ actorId }) => actorId)
  switch (whom) {
    case 'clinician-on-duty': {
      const onDuty = await dutyFor(scope, at)
      return onDuty ? [onDuty.clinicianId] : []
    }
    case 'prescriber':
      return ids(await listOnCareTeam(scope, 'prescriber'))
    case 'coordinator':
      return ids(await listOnCareTeam(scope, 'care-coordinator'))
    case 'backup':
      return backupFor(scope, alert)
  }
}

/**
 * The one in reserve is asked to come while somebody is to be watched. They learn nothing of what was only answered,
 * nor that somebody does not feel safe with who is there, nor that their own access was taken back.
 */
async function backupFor(scope: Scope<AboutPatient>, alert: StoredAlert): Promise<string[]> {
  const booked = alert.sessionId === null ? undefined : await findSession(scope, alert.sessionId)
  if (!booked || askingOf(aboutOf(alert)) === 'suicide' || isAside(alert)) return []
  if (alert.cause === takenBackCause(booked.id, booked.backupPersonId)) return []
  const { reading } = await openSession(scope, booked)
  return isWatched(reading.session) ? [booked.backupPersonId] : []
}
