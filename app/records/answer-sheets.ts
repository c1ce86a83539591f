import type { Selectable } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import type { JourneyTables } from '../database/journey-tables.ts'
import { AppError } from '../system/errors.ts'
import { isSameJson } from '../system/json.ts'

export type NewAnswerSheet = {
  /** Made with the page, so that sending twice is storing once. */
  id: string
  /** What was asked: `intake-health`, `gate-patient`, `next-day` … */
  kind: string
  /** Of the questions. */
  version: number
  /** The session it belongs to, for the day's questions. */
  sessionId?: string
  answers: unknown
  authoredAt: Date
}

export type AnswerSheet = {
  id: string
  version: number
  sessionId: string | null
  /** As it was told; whoever reads it checks its shape. */
  answers: unknown
  authoredBy: string
  authoredAs: string
  authoredAt: Date
}

const placeOf = (kind: string, id: string) => `answer_sheet ${kind} ${id}`

/**
 * Stores what was told, sealed. Sending the same again is harmless; other answers under a stored id are refused,
 * so nothing told is dropped in silence.
 *
 * @throws AppError conflict
 */
export async function insertAnswerSheet(
  { trx, practiceId, patientId, actorId, role }: Scope<AboutPatient>,
  key: PatientKey,
  sheet: NewAnswerSheet,
): Promise<'stored' | 'already-stored'> {
  const inserted = await trx
    .insertInto('answer_sheet')
    .values({
      practice_id: practiceId,
      answer_sheet_id: sheet.id,
      patient_id: patientId,
      kind: sheet.kind,
      version: sheet.version,
      session_id: sheet.sessionId ?? null,
      sealed: key.seal(placeOf(sheet.kind, sheet.id), sheet.answers),
      authored_by: actorId,
      authored_as: role,
      authored_at: sheet.authoredAt,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'answer_sheet_id']).doNothing())
    .returning('answer_sheet_id')
    .executeTakeFirst()
  if (inserted) return 'stored'
  const stored = await trx
    .selectFrom('answer_sheet')
    .select(['kind', 'sealed'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('answer_sheet_id', '=', sheet.id)
    .executeTakeFirst()
  const isSame =
    stored?.kind === sheet.kind &&
    isSameJson(key.open(placeOf(sheet.kind, sheet.id), stored.sealed), sheet.answers)
  if (!isSame) throw new AppError('conflict', `sheet ${sheet.id} is stored with other content`)
  return 'already-stored'
}

/** The latest sheet of a kind that the actor may read, of one session where one is named. */
export async function findLatestSheet(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  key: PatientKey,
  kind: string,
  sessionId?: string,
): Promise<AnswerSheet | undefined> {
  let query = trx
    .selectFrom('answer_sheet')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('kind', '=', kind)
  if (sessionId !== undefined) query = query.where('session_id', '=', sessionId)
  const row = await query
    .orderBy('authored_at', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('answer_sheet_id')
    .limit(1)
    .executeTakeFirst()
  return row && sheetOf(row, key)
}

/** Every sheet of a kind that the actor may read, the oldest first. */
export async function listSheets(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  key: PatientKey,
  kind: string,
): Promise<AnswerSheet[]> {
  const rows = await trx
    .selectFrom('answer_sheet')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('kind', '=', kind)
    .orderBy('authored_at')
    .orderBy('recorded_at')
    .orderBy('answer_sheet_id', 'desc')
    .execute()
  return rows.map((row) => sheetOf(row, key))
}

/** Whether a sheet of this kind was handed in for a session, since an instant where one is named. It stays sealed. */
export async function hasSheet(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  kind: string,
  sessionId: string,
  since = new Date(0),
): Promise<boolean> {
  const row = await trx
    .selectFrom('answer_sheet')
    .select('answer_sheet_id')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('kind', '=', kind)
    .where('session_id', '=', sessionId)
    .where('authored_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The latest sheet of each of these kinds that the actor may read, by kind. */
export async function listLatestSheets(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  key: PatientKey,
  kinds: readonly string[],
): Promise<ReadonlyMap<string, AnswerSheet>> {
  const rows = await trx
    .selectFrom('answer_sheet')
    .selectAll()
    .distinctOn('kind')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('kind', 'in', kinds)
    .orderBy('kind')
    .orderBy('authored_at', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('answer_sheet_id')
    .execute()
  return new Map(rows.map((row) => [row.kind, sheetOf(row, key)]))
}

const sheetOf = (row: Selectable<JourneyTables['answer_sheet']>, key: PatientKey): AnswerSheet => ({
  id: row.answer_sheet_id,
  version: row.version,
  sessionId: row.session_id,
  answers: key.open(placeOf(row.kind, row.answer_sheet_id), row.sealed),
  authoredBy: row.authored_by,
  authoredAs: row.authored_as,
  authoredAt: row.authored_at,
})
