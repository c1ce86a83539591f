import { type Selectable, sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { DatedTotal } from '../clinical/course/dose-steps.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import type { QuestionnaireResponseTable } from '../database/tables.ts'
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
export async function lockPatient({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<void> {
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

export type StoredResponse = {
  id: string
  answers: Answers
  language: string
  total: number | null
  authoredAt: Date
}

/** All responses to one instrument and version, in the order they were authored. */
export async function listSeries(
  scope: Scope<AboutPatient>,
  instrument: InstrumentVersion,
): Promise<StoredResponse[]> {
  return (await seriesOf(scope, instrument).execute()).map(storedResponse)
}

/** What it takes to judge one response and all that were authored after it: totals before them that are complete. */
export type ToJudge = { earlier: DatedTotal[]; responses: StoredResponse[] }

/** @param first of the series, by its place in it; it need not be stored yet when this is called */
export async function listToJudge(
  scope: Scope<AboutPatient>,
  instrument: InstrumentVersion,
  first: Pick<StoredResponse, 'id' | 'authoredAt'>,
): Promise<ToJudge> {
  const isEarlier = sql<boolean>`(authored_at, questionnaire_response_id) < (${first.authoredAt}, ${first.id}::uuid)`
  const [earlier, rest] = await Promise.all([
    seriesOf(scope, instrument).clearSelect().select(['total', 'authored_at']).where(isEarlier).execute(),
    seriesOf(scope, instrument).where(sql<boolean>`not ${isEarlier}`).execute(),
  ])
  const dated = earlier.map((row) => ({ total: row.total, authoredAt: row.authored_at }))
  return { earlier: completeTotals(dated), responses: rest.map(storedResponse) }
}

/** Totals that are complete, in their order. */
export const completeTotals = (
  responses: readonly Pick<StoredResponse, 'total' | 'authoredAt'>[],
): DatedTotal[] =>
  responses.flatMap(({ total, authoredAt }) => (total === null ? [] : [{ at: authoredAt.getTime(), total }]))

type InstrumentVersion = { code: string; version: string }

const seriesOf = (
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  { code, version }: InstrumentVersion,
) =>
  trx
    .selectFrom('questionnaire_response')
    .select(['questionnaire_response_id', 'answers', 'language', 'total', 'authored_at'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('instrument', '=', code)
    .where('instrument_version', '=', version)
    .orderBy('authored_at')
    .orderBy('questionnaire_response_id')

type ResponseRow = Pick<
  Selectable<QuestionnaireResponseTable>,
  'questionnaire_response_id' | 'answers' | 'language' | 'total' | 'authored_at'
>

const storedResponse = (row: ResponseRow): StoredResponse => ({
  id: row.questionnaire_response_id,
  answers: row.answers,
  language: row.language,
  total: row.total,
  authoredAt: row.authored_at,
})

/** The response of each instrument that was authored last, by the instrument's code. */
export async function listLatestResponses(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  instruments: readonly string[],
): Promise<ReadonlyMap<string, StoredResponse>> {
  const rows = await trx
    .selectFrom('questionnaire_response')
    .select(['instrument', 'questionnaire_response_id', 'answers', 'language', 'total', 'authored_at'])
    .distinctOn('instrument')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('instrument', 'in', instruments)
    .orderBy('instrument')
    .orderBy('authored_at', 'desc')
    .orderBy('questionnaire_response_id')
    .execute()
  return new Map(rows.map((row) => [row.instrument, storedResponse(row)]))
}

export type LatestResponse = {
  authoredAt: Date
  /** Who looked at it first, and when; absent while nobody has. */
  seen: { by: string; at: Date } | undefined
}

/** What the patient handed in last, of one instrument where it is named, and whether anybody has looked at it. */
export async function findLatestResponse(
  { trx, practiceId, patientId }: Scope<'read-today'>,
  of?: readonly Pick<InstrumentVersion, 'code'>[],
): Promise<LatestResponse | undefined> {
  const row = await trx
    .selectFrom('questionnaire_response as response')
    .leftJoin('questionnaire_response_seen as seen', (join) =>
      join
        .onRef('seen.practice_id', '=', 'response.practice_id')
        .onRef('seen.questionnaire_response_id', '=', 'response.questionnaire_response_id'),
    )
    .select(['response.authored_at', 'seen.seen_by_name', 'seen.seen_at'])
    .where('response.practice_id', '=', practiceId)
    .where('response.patient_id', '=', patientId)
    .$if(of !== undefined, (query) =>
      query.where(
        'response.instrument',
        'in',
        (of ?? []).map(({ code }) => code),
      ),
    )
    .orderBy('response.authored_at', 'desc')
    .orderBy('seen.seen_at')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { seen_by_name: by, seen_at: at } = row
  return { authoredAt: row.authored_at, seen: by !== null && at !== null ? { by, at } : undefined }
}

/** Notes that the actor has the responses before their eyes. The first time counts. */
export async function noteSeen(
  { trx, practiceId, patientId, actorId }: Scope<'read-chart'>,
  responseIds: readonly string[],
  by: string,
  at: Date,
): Promise<void> {
  if (responseIds.length === 0) return
  await trx
    .insertInto('questionnaire_response_seen')
    .values(
      responseIds.map((id) => ({
        practice_id: practiceId,
        questionnaire_response_id: id,
        patient_id: patientId,
        seen_by: actorId,
        seen_by_name: by,
        seen_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who looked at each of these responses first, and when. One that nobody has looked at is not among them. */
export async function listSeen(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  responseIds: readonly string[],
): Promise<ReadonlyMap<string, { by: string; at: Date }>> {
  if (responseIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('questionnaire_response_seen')
    .select(['questionnaire_response_id', 'seen_by_name', 'seen_at'])
    .distinctOn('questionnaire_response_id')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('questionnaire_response_id', 'in', responseIds)
    .orderBy('questionnaire_response_id')
    .orderBy('seen_at')
    .execute()
  return new Map(
    rows.map((row) => [row.questionnaire_response_id, { by: row.seen_by_name, at: row.seen_at }]),
  )
}
