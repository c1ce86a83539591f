/**
 * The suicide screen of the day's check, and of the day after: a yes or a skip is stored and asks for a person as soon
 * as it is sent with its screen. It is no half of the check: what was not handed in opens nothing.
 */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { DAY_VERSION } from '../clinical/day/questions.ts'
import { asq } from '../clinical/instruments/asq.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { asksForPerson, safetyAnswers } from '../clinical/instruments/safety-answers.ts'
import { askedLevel } from '../clinical/rules/asks-for-a-person.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { insertFindings } from '../records/findings.ts'
import { lockSession } from '../records/session-events.ts'
import { findSession } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'
import { draftIdOf, screenFindings, supersedeDrafts } from './keep-safety-answers.ts'
import { raiseAll, ruleCause } from './raise-alerts.ts'
import { openSession } from './session-log.ts'

/** What came with a screen, before the check is handed in. */
export const SAFETY_SHEET = 'safety-answers'

type Sent = {
  /** Of the form's sheet, made with the page. */
  id: string
  sessionId: string
  answers: Answers
  at: Date
}

/** @throws AppError conflict where the form names a session that is not this person's */
export async function keepDayAnswers(
  db: Database,
  vault: Vault,
  permit: Permit<'tell-day'>,
  { id, sessionId, answers, at }: Sent,
): Promise<void> {
  if (!asksForPerson(asq, answers)) return
  const safety = safetyAnswers(asq, answers)
  const draftId = draftIdOf(id, safety)
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    // Also of one that was called off meanwhile: what was answered about safety counts all the same.
    const booked = await findSession(scope, sessionId)
    if (!booked) throw new AppError('conflict', 'answers for a session that is not this person’s')
    const sheet = { id: draftId, kind: SAFETY_SHEET, version: DAY_VERSION, sessionId, authoredAt: at }
    const key = await vault.keyOf(scope)
    if ((await insertAnswerSheet(scope, key, { ...sheet, answers: { asq: safety } })) === 'already-stored')
      return
    const found = screenFindings(safety)
    const { protocolVersion } = await openSession(scope, booked)
    await insertFindings(scope, { answerSheetId: draftId, sessionId }, protocolVersion, found)
    const raises = found.flatMap((finding) => {
      const level = askedLevel(finding)
      return level === undefined ? [] : [{ cause: ruleCause(sessionId, finding.ruleId, id), level }]
    })
    await raiseAll(scope, sessionId, raises, at)
  })
}

/** With the check handed in, what it finds in the same answers stands there once. */
export const supersedeDayDrafts = (
  scope: Scope<'tell-day'>,
  { id, answers, at }: Omit<Sent, 'sessionId'>,
): Promise<void> =>
  supersedeDrafts(scope, { id, instrument: asq, answers, authoredAt: at }, screenFindings(answers))
