/** A prescriber goes through an intake: takes it up, asks for more, declines, records what only they can. */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { PatientKey, Vault } from '../access/vault.ts'
import type { AskFor } from '../clinical/intake/ask-for.ts'
import {
  type BasisTold,
  basisState,
  CLINICIAN_QUESTIONS,
  isLookedUpAnew,
  OF_LOOK_UP,
  splitBasis,
} from '../clinical/intake/clinician-form.ts'
import { keepsPregnancyTest, whereIs } from '../clinical/intake/facts-of.ts'
import { CLINICIAN_SHEET, PARTS_VERSION, sheetKind } from '../clinical/intake/parts.ts'
import { type Question, type Told, toldIn } from '../clinical/intake/question.ts'
import { basisOn } from '../clinical/intake/telehealth-basis.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { stepEnrolment } from '../records/enrolments.ts'
import { insertGround, refuseOther } from '../records/grounds.ts'
import { readIntake, type StoredIntake } from '../records/intake.ts'
import { lockPatient } from '../records/questionnaire-responses.ts'
import { lockSession } from '../records/session-events.ts'
import { AppError } from '../system/errors.ts'
import { uuidFrom } from '../system/ids.ts'
import { intakeIn, isRecordedSincePrivate } from './intake-facts.ts'
import { judgeRecorded } from './judge-course.ts'
import { judgeIntake } from './judge-intake.ts'
import { letGo } from './let-go.ts'

export const LONGEST_REASON = 500

type Reviewing = Permit<'review-intake'>
type Act = { by: string; at: Date }

export async function takeIntoReview(db: Database, permit: Reviewing, { by, at }: Act): Promise<void> {
  await inScope(db, permit, (scope) => stepEnrolment(scope, { to: 'in-review', by, at }))
}

/** @param askFor what the patient reads about, in a kind sentence; `note` stays with the care team */
export async function askForMore(
  db: Database,
  vault: Vault,
  permit: Reviewing,
  { by, at, askFor, note }: Act & { askFor: AskFor; note: string },
): Promise<void> {
  const text = checkedReason(note, 'may-be-empty')
  await inScope(db, permit, async (scope) => {
    const reason = text === '' ? {} : { reason: { text, key: await vault.keyOf(scope) } }
    await stepEnrolment(scope, { to: 'intake-complete', by, at, asked: askFor, ...reason })
  })
}

/** The reason is for the record; the patient reads other ways, and never these words. */
export async function declineIntake(
  db: Database,
  vault: Vault,
  permit: Reviewing,
  { by, at, reason }: Act & { reason: string },
): Promise<void> {
  const text = checkedReason(reason)
  await inScope(db, permit, async (scope) => {
    const key = await vault.keyOf(scope)
    await stepEnrolment(scope, { to: 'declined', by, at, reason: { text, key } })
  })
}

/**
 * Records what a clinician checked, and judges the intake again with it. The legal basis goes to its own place, in the
 * same transaction. Sent twice, both are there once.
 */
export async function recordForIntake(
  db: Database,
  vault: Vault,
  permit: Reviewing,
  { id, answers, by, at }: Act & { id: string; answers: Told },
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    await lockSession(scope)
    await lockPatient(scope)
    const key = await vault.keyOf(scope)
    const { basis, rest } = splitBasis(answers)
    const all = { ...keptApart(await readIntake(scope, key), rest), ...rest }
    const sheet = { id, kind: CLINICIAN_SHEET, version: PARTS_VERSION, answers: all, authoredAt: at }
    const outcome = await insertAnswerSheet(scope, key, sheet)
    const groundId = uuidFrom(`${id} telehealth basis`)
    if (outcome === 'already-stored') {
      if (basis) await refuseOther(scope, groundId, { subject: 'telehealth-basis', ...basis })
      return outcome
    }
    if (basis) await recordBasis(scope, key, groundId, { ...basis, by, at })
    await judgeIntake(scope, key, { now: at, answerSheetId: id, because: 'recorded-anew' })
    await judgeRecorded(scope, key, { sheetId: id, at })
    await letGo(scope, { id, because: 'recorded anew', at })
    return outcome
  })
}

/**
 * From today on, in the state the person is in by what was just recorded. What stands there already as it is written is
 * not repeated; one that is over is written down as over.
 */
async function recordBasis(
  scope: Scope<'review-intake'>,
  key: PatientKey,
  groundId: string,
  { basis, endsOn, by, at }: Act & BasisTold,
): Promise<void> {
  const stored = await readIntake(scope, key)
  const { today, bases, ...intake } = intakeIn(stored, at)
  const state = basisState(whereIs(intake), stored.patient.state)
  const standing = basisOn(bases, state, today)
  if (standing && standing.basis === basis && standing.endsOn === endsOn) return
  const fromOn = endsOn !== null && endsOn < today ? endsOn : today
  await insertGround(scope, groundId, {
    ...{ subject: 'telehealth-basis', basis, state, fromOn, endsOn, by, at },
  })
}

/**
 * What belongs to a sensitive segment is not shown in the form again: left open there, it stays as it was. But a look-up on
 * another day showed what it showed: what an older one did is not known of it.
 */
function keptApart(stored: StoredIntake, now: Told): Told {
  const told = toldIn(stored.sheets.get(CLINICIAN_SHEET)?.answers)
  const own = toldIn(stored.sheets.get(sheetKind('private'))?.answers)
  const isAnew = isLookedUpAnew(told, now)
  const hasTest = keepsPregnancyTest(told, own, isRecordedSincePrivate(stored))
  return Object.fromEntries(
    Object.entries(told).filter(
      ([name]) =>
        (name !== 'pregnancyTest' || hasTest) &&
        !(isAnew && OF_LOOK_UP.includes(name)) &&
        CLINICIAN_QUESTIONS.some(
          (question: Question) => question.name === name && question.segment !== undefined,
        ),
    ),
  )
}

function checkedReason(reason: string, allows?: 'may-be-empty'): string {
  const text = reason.trim()
  if ((text === '' && allows === undefined) || text.length > LONGEST_REASON)
    throw new AppError('invalid', 'a step back or away has a reason')
  return text
}
