import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { AppError } from '../system/errors.ts'

export type NewQuestionnaireResponse = {
  id: string
  instrument: string
  instrumentVersion: string
  language: string
  answers: Answers
  total: number | null
  authoredAt: Date
}

/**
 * One writer at a time per patient, until the transaction ends. Two responses at
 * once would otherwise each be judged without seeing the other.
 */
export async function lockPatient({ trx, practiceId, patientId }: Scope<'submit-answers'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${practiceId} ${patientId}`}, 0))`.execute(trx)
}

/**
 * Stores a response once. Sending the same one again is harmless; sending other
 * answers under a stored id is refused, so nothing handed in is dropped in silence.
 */
export async function insertQuestionnaireResponse(
  { trx, practiceId, patientId }: Scope<'submit-answers'>,
  response: NewQuestionnaireResponse,
): Promise<'stored' | 'already-stored'> {
  const answers = JSON.stringify(response.answers)
  const inserted = await trx
    .insertInto('questionnaire_response')
    .values({
      practice_id: practiceId,
      questionnaire_response_id: response.id,
      patient_id: patientId,
      instrument: response.instrument,
      instrument_version: response.instrumentVersion,
      language: response.language,
      answers,
      total: response.total,
      authored_at: response.authoredAt,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'questionnaire_response_id']).doNothing())
    .returning('questionnaire_response_id')
    .executeTakeFirst()
  if (inserted) return 'stored'

  const same = await trx
    .selectFrom('questionnaire_response')
    .select('questionnaire_response_id')
    .where('practice_id', '=', practiceId)
    .where('questionnaire_response_id', '=', response.id)
    .where(sql<boolean>`answers = ${answers}::jsonb`)
    .executeTakeFirst()
  if (!same) throw new AppError('conflict', `response ${response.id} is stored with other content`)
  return 'already-stored'
}

export type StoredResponse = { id: string; answers: Answers; total: number | null; authoredAt: Date }

/** All responses to one instrument and version, in the order they were authored. */
export async function listSeries(
  { trx, practiceId, patientId }: Scope<'submit-answers' | 'read-chart'>,
  instrument: { code: string; version: string },
): Promise<StoredResponse[]> {
  const rows = await trx
    .selectFrom('questionnaire_response')
    .select(['questionnaire_response_id', 'answers', 'total', 'authored_at'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('instrument', '=', instrument.code)
    .where('instrument_version', '=', instrument.version)
    .orderBy('authored_at')
    .orderBy('questionnaire_response_id')
    .execute()
  return rows.map((row) => ({
    id: row.questionnaire_response_id,
    answers: row.answers,
    total: row.total,
    authoredAt: row.authored_at,
  }))
}

/** When the patient last handed something in. */
export async function findLatestAuthoredAt({
  trx,
  practiceId,
  patientId,
}: Scope<'read-today'>): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('questionnaire_response')
    .select('authored_at')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy('authored_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.authored_at
}
