import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { LicenceRecord } from '../clinical/instruments/questionnaire-licence.ts'
import type { TextVersion } from '../clinical/instruments/questionnaire-state.ts'
import type { LoadedText, TextLanguage } from '../clinical/instruments/questionnaire-text.ts'
import { AppError } from '../system/errors.ts'

/** A version of a slot's text without the text itself: what a list shows. */
export type StoredWording = TextVersion & {
  id: string
  /** The publisher's version; null when this version takes the text out of use. */
  textVersion: string | null
  /** SHA-256 of the file, hex; null with no text. */
  fileHash: string | null
  /** Why it was taken out of use; null with a text. */
  because: string | null
  uploadedBy: string
  uploadedWith: 'console' | 'command'
  uploadedAt: Date
}

export type NewWording = {
  instrument: string
  instrumentVersion: string
  language: TextLanguage
  uploadedBy: string
  uploadedWith: 'console' | 'command'
  uploadedAt: Date
} & ({ text: LoadedText; licence: LicenceRecord; fileHash: string } | { text: null; because: string })

const COLUMNS = [
  ...([
    'instrument_wording_id',
    'instrument',
    'language',
    'version',
    'instrument_version',
    'licence',
  ] as const),
  ...(['file_hash', 'because', 'uploaded_by_name', 'uploaded_with', 'uploaded_at'] as const),
]

/** Every version there ever was, newest first of each instrument and language. */
export async function listWordings({
  trx,
  practiceId,
}: Scope<AboutPatient | 'read-instruments' | 'load-instrument' | 'withdraw-instrument'>): Promise<
  StoredWording[]
> {
  const rows = await trx
    .selectFrom('instrument_wording')
    .select(COLUMNS)
    .select(sql<string | null>`wording ->> 'version'`.as('text_version'))
    .where('practice_id', '=', practiceId)
    .orderBy('instrument')
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.instrument_wording_id,
    instrument: row.instrument,
    language: row.language,
    version: row.version,
    instrumentVersion: row.instrument_version,
    textVersion: row.text_version,
    licence: row.licence,
    fileHash: row.file_hash,
    because: row.because,
    uploadedBy: row.uploaded_by_name,
    uploadedWith: row.uploaded_with,
    uploadedAt: row.uploaded_at,
  }))
}

/** One version's words. @throws AppError not-found: no such version here, or one without a text */
export async function getWording(
  { trx, practiceId }: Scope<AboutPatient | 'read-instruments'>,
  wordingId: string,
): Promise<{ instrument: string; version: number; text: LoadedText }> {
  const row = await trx
    .selectFrom('instrument_wording')
    .select(['instrument', 'version', 'wording'])
    .where('practice_id', '=', practiceId)
    .where('instrument_wording_id', '=', wordingId)
    .executeTakeFirst()
  if (!row?.wording) throw new AppError('not-found', `no wording ${wordingId}`)
  return { instrument: row.instrument, version: row.version, text: row.wording }
}

/** One writer at a time in a practice, until the transaction ends: each must see the version before its own. */
export async function lockWordings({
  trx,
  practiceId,
}: Scope<'load-instrument' | 'withdraw-instrument'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${practiceId} instrument wordings`}, 0))`.execute(
    trx,
  )
}

/** The words of several versions, by their ids: those under which answers were given, in use or not. */
export async function listTexts(
  { trx, practiceId }: Scope<AboutPatient>,
  wordingIds: readonly string[],
): Promise<ReadonlyMap<string, LoadedText>> {
  if (wordingIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('instrument_wording')
    .select(['instrument_wording_id', 'wording'])
    .where('practice_id', '=', practiceId)
    .where('instrument_wording_id', 'in', wordingIds)
    .execute()
  return new Map(
    rows.flatMap(({ instrument_wording_id: id, wording }) => (wording === null ? [] : [[id, wording]])),
  )
}

/** Adds the next version of a slot's text in one language. */
export async function insertWording(
  { trx, practiceId, actorId }: Scope<'load-instrument' | 'withdraw-instrument'>,
  wording: NewWording,
  version: number,
): Promise<void> {
  const isText = wording.text !== null
  await trx
    .insertInto('instrument_wording')
    .values({
      practice_id: practiceId,
      instrument: wording.instrument,
      language: wording.language,
      version,
      instrument_version: wording.instrumentVersion,
      wording: isText ? JSON.stringify(wording.text) : null,
      licence: isText ? JSON.stringify(wording.licence) : null,
      file_hash: isText ? wording.fileHash : null,
      because: isText ? null : wording.because,
      uploaded_by: actorId,
      uploaded_by_name: wording.uploadedBy,
      uploaded_with: wording.uploadedWith,
      uploaded_at: wording.uploadedAt,
    })
    .execute()
}
