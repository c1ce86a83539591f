/** A patient answers a scale by a text of the practice: screen by screen, so that it can be broken off, and in the end whole. */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { PatientKey, Vault } from '../access/vault.ts'
import type { Answers, Instrument } from '../clinical/instruments/instrument.ts'
import {
  type AskedBy,
  begunSheet,
  scaleResponse,
  scaleResponseIn,
  scaleSheet,
} from '../clinical/instruments/scale-response.ts'
import type { Database } from '../database/connection.ts'
import { findLatestSheet, insertAnswerSheet } from '../records/answer-sheets.ts'
import { lockPatient } from '../records/questionnaire-responses.ts'
import { newUuid } from '../system/ids.ts'
import { isSameJson } from '../system/json.ts'
import { judgeRisk } from './judge-risk.ts'

/** Of the sheet; the scorer's own version stands in it. */
const VERSION = 1

export type ScaleAnswers = {
  /** Of the form, made with the page, so that a retry is harmless. */
  id: string
  instrument: Instrument<unknown>
  /** The text on the page. It may have gone out of use since: what was answered by it is kept with it. */
  by: AskedBy
  answers: Answers
  at: Date
}

/** What was chosen so far. The same as before is stored once. What asks for a person does so now. */
export async function keepBegun(
  db: Database,
  vault: Vault,
  permit: Permit<'submit-answers'>,
  { id, instrument, by, answers, at }: ScaleAnswers,
): Promise<void> {
  const response = scaleResponse(instrument, by, answers)
  if (Object.keys(response.answers).length === 0) return
  const kind = begunSheet(instrument.code)
  await inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    const key = await vault.keyOf(scope)
    const before = scaleResponseIn((await findLatestSheet(scope, key, kind))?.answers)
    if (isSameJson(before, response)) return
    const sheetId = newUuid()
    await insertAnswerSheet(scope, key, {
      id: sheetId,
      kind,
      version: VERSION,
      answers: response,
      authoredAt: at,
    })
    await judgeRisk(scope, { instrument, answers, sheetId, formId: id, isWhole: false, at })
  })
}

/** Handed in. @throws AppError conflict when other answers are stored under this id */
export async function storeScale(
  scope: Scope<'submit-answers'>,
  key: PatientKey,
  { id, instrument, by, answers, at }: ScaleAnswers,
): Promise<'stored' | 'already-stored'> {
  const outcome = await insertAnswerSheet(scope, key, {
    ...{ id, kind: scaleSheet(instrument.code), version: VERSION },
    ...{ answers: scaleResponse(instrument, by, answers), authoredAt: at },
  })
  if (outcome === 'stored')
    await judgeRisk(scope, { instrument, answers, sheetId: id, formId: id, isWhole: true, at })
  return outcome
}
