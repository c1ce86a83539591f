/** A patient tells a part of the intake, and in the end hands it in. Any part again, as often as they like. */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import { HANDED_IN_SHEET, PARTS_VERSION, type PartKey, sheetKind } from '../clinical/intake/parts.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { readIntake } from '../records/intake.ts'
import { lockPatient } from '../records/questionnaire-responses.ts'
import { AppError } from '../system/errors.ts'
import { type ScaleAnswers, storeScale } from './answer-scale.ts'
import { judgeIntake, judgeTold } from './judge-intake.ts'

/** While it is open, everything in it can be told again. */
export const INTAKE_OPEN_IN: readonly EnrolmentState[] = ['consented', 'intake-complete', 'in-review']

type Part = { id: string; part: PartKey; answers: unknown; at: Date }

/**
 * Kept by itself. An answer that asks for a clinician does so now: nobody has to hand in the rest first.
 *
 * @throws AppError conflict when the intake is not open, or the id stands for other answers
 */
export async function tellPart(
  db: Database,
  vault: Vault,
  permit: Permit<'submit-answers'>,
  { id, part, answers, at }: Part,
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    await stateOfOpen(scope)
    const key = await vault.keyOf(scope)
    const sheet = { id, kind: sheetKind(part), version: PARTS_VERSION, answers, authoredAt: at }
    const outcome = await insertAnswerSheet(scope, key, sheet)
    if (outcome === 'stored') await judgeTold(scope, key, { now: at, part, answerSheetId: id })
    return outcome
  })
}

/** A scale the intake asks, by a text of the practice. @throws AppError conflict as `tellPart` */
export async function answerInIntake(
  db: Database,
  vault: Vault,
  permit: Permit<'submit-answers'>,
  answers: ScaleAnswers,
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    await stateOfOpen(scope)
    return storeScale(scope, await vault.keyOf(scope), answers)
  })
}

type HandIn = { id: string; by: string; at: Date }

/**
 * Hands in what was told so far. Which answers belong together, the findings, the step of the enrolment and the job
 * that tells the care team are written together or not at all.
 */
export async function handInIntake(
  db: Database,
  vault: Vault,
  permit: Permit<'submit-answers'>,
  { id, by, at }: HandIn,
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    const state = await stateOfOpen(scope)
    const key = await vault.keyOf(scope)
    const { sheets, responses } = await readIntake(scope, key)
    const answers = {
      sheets: Object.fromEntries([...sheets].map(([kind, sheet]) => [kind, sheet.id])),
      responses: Object.fromEntries([...responses].map(([code, response]) => [code, response.id])),
    }
    const sheet = { id, kind: HANDED_IN_SHEET, version: PARTS_VERSION, answers, authoredAt: at }
    const outcome = await insertAnswerSheet(scope, key, sheet)
    if (outcome === 'already-stored') return outcome
    // A prescriber who has begun goes on: the new answers are before their eyes as findings.
    if (state !== 'in-review') await stepEnrolment(scope, { to: 'intake-complete', by, at })
    await judgeIntake(scope, key, { now: at, answerSheetId: id, because: 'answered-anew' })
    return outcome
  })
}

async function stateOfOpen(scope: Scope<'submit-answers'>): Promise<EnrolmentState> {
  const state = (await findEnrolment(scope))?.state
  if (state === undefined || !INTAKE_OPEN_IN.includes(state))
    throw new AppError('conflict', `an intake is not told in ${state ?? 'no enrolment'}`)
  return state
}
