/** Somebody hands in their half of the day's check: the patient alone, or whoever is with them. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { DAY_VERSION } from '../clinical/day/questions.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { numberOf, type Told } from '../clinical/intake/question.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { lockSession } from '../records/session-events.ts'
import { findNextSession } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'
import { isBookedDay } from './against-dose.ts'
import { PATIENT_SHEET } from './day-known.ts'
import { callOff, judgeDay, judgeDayAsServer, SUPPORT_SHEET } from './judge-day.ts'
import { keepDayAnswers, supersedeDayDrafts } from './keep-day-answers.ts'
import { draftEvent, openSession, recordEvent, writerOf } from './session-log.ts'

type Handing = {
  /** Of the sheet, made with the page. */
  id: string
  sessionId: string
  at: Date
  /** Their name, kept with the step. */
  by: string
}

/**
 * The patient's own half: answers, judgement, alerts and the step are one transaction. On any other day than the booked
 * one the answers are kept and open nothing; what they say about safety is raised all the same.
 *
 * @throws AppError conflict when there is no such session any more, or it has begun
 */
export async function tellDay(
  db: Database,
  vault: Vault,
  permit: Permit<'tell-day'>,
  { id, sessionId, at, by }: Handing,
  answers: { asq: Answers; told: Told },
): Promise<void> {
  const isOnDay = await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const booked = await openDay(scope, sessionId)
    const key = await vault.keyOf(scope)
    await insertAnswerSheet(scope, key, {
      ...{ id, kind: PATIENT_SHEET, version: DAY_VERSION, sessionId, answers, authoredAt: at },
    })
    if (!isBookedDay(booked, at)) return false
    await judgeDay(scope, key, at, by)
    await supersedeDayDrafts(scope, { id, answers: answers.asq, at })
    return true
  })
  if (!isOnDay) await keepDayAnswers(db, vault, permit, { id, sessionId, answers: answers.asq, at })
}

/** "Not today", at any moment before the dose, without a reason. */
export async function sayNotToday(
  db: Database,
  permit: Permit<'tell-day'>,
  { sessionId, at, by }: Omit<Handing, 'id'>,
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const booked = await findNextSession(scope)
    if (booked?.id !== sessionId) return // it is off already
    const state = (await findEnrolment(scope))?.state
    if (state !== 'ready' && state !== 'session-day') throw new AppError('conflict', 'the session has begun')
    await callOff(scope, await openSession(scope, booked), at, by)
  })
}

/**
 * The half of whoever is with them. Their readings stand in the session's own log. On any other day than the booked one
 * it is kept, and opens nothing.
 */
export async function tellDayBeside(
  db: Database,
  vault: Vault,
  permit: Permit<'tell-day-beside'>,
  { id, sessionId, at }: Omit<Handing, 'by'>,
  told: Told,
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const booked = await openDay(scope, sessionId)
    const writer = writerOf(scope, booked)
    if (!writer) throw new AppError('conflict', 'not the support person of this session')
    const key = await vault.keyOf(scope)
    const sheet = {
      id,
      kind: SUPPORT_SHEET,
      version: DAY_VERSION,
      sessionId,
      answers: { told },
      authoredAt: at,
    }
    if ((await insertAnswerSheet(scope, key, sheet)) === 'already-stored') return
    if (!isBookedDay(booked, at)) return
    const readings = readingsIn(told)
    if (Object.keys(readings).length === 0) return
    const session = await openSession(scope, booked)
    const event = { id: uuidFrom(`${id} readings`), what: { kind: 'vitals' as const, readings }, at }
    await recordEvent(scope, session, draftEvent(session, writer, event))
  })
  const { actor, patientId } = permit
  await judgeDayAsServer(db, vault, { practiceId: actor.practiceId, patientId, now: at })
}

async function openDay(scope: Parameters<typeof findNextSession>[0], sessionId: string) {
  const booked = await findNextSession(scope)
  const state = (await findEnrolment(scope))?.state
  if (booked?.id !== sessionId || (state !== 'ready' && state !== 'session-day'))
    throw new AppError('conflict', 'this session is not ahead any more')
  return booked
}

/** As measured, the mean of two where two were taken. */
function readingsIn(told: Told): Record<string, number> {
  const mean = (a: string, b: string) => {
    const [first, second] = [numberOf(told, a), numberOf(told, b)]
    return first === undefined || second === undefined ? undefined : (first + second) / 2
  }
  const all = {
    systolicMmHg: mean('firstUpper', 'secondUpper'),
    diastolicMmHg: mean('firstLower', 'secondLower'),
    pulsePerMinute: numberOf(told, 'pulse'),
    oxygenPercent: numberOf(told, 'oxygen'),
    breathsPerMinute: numberOf(told, 'breaths'),
  }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, number] => entry[1] !== undefined),
  )
}
