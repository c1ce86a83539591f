/** The medical director loads the text of an instrument, with the licence that allows it; or takes one out of use. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { readQuestionnaire } from '../clinical/instruments/questionnaire-import.ts'
import {
  isSameLicence,
  LicenceRecord,
  licenceStanding,
} from '../clinical/instruments/questionnaire-licence.ts'
import type { Mismatch } from '../clinical/instruments/questionnaire-mismatch.ts'
import { slotOf } from '../clinical/instruments/questionnaire-slots.ts'
import type { TextLanguage } from '../clinical/instruments/questionnaire-text.ts'
import { words } from '../content/words.ts'
import type { Database } from '../database/connection.ts'
import {
  insertWording,
  listWordings,
  lockWordings,
  type StoredWording,
} from '../records/instrument-wordings.ts'
import { sha256 } from '../system/crypto.ts'
import { AppError } from '../system/errors.ts'

export type InstrumentUpload = {
  /** Code of the instrument, as it was chosen: anything. */
  instrument: string
  language: TextLanguage
  /** The Questionnaire, as its bytes came. */
  file: Uint8Array
  licence: unknown
  uploadedWith: 'console' | 'command'
  uploadedAt: Date
  /** The practice's calendar day. */
  today: Day
}

/** What is wrong with the licence record: a field that says nothing readable, or an end that is past. */
export type LicenceFault = keyof LicenceRecord | 'ended' | 'reversed'

export type Loaded =
  | { status: 'loaded' | 'already-loaded'; version: number }
  /** Nothing was stored. */
  | { status: 'refused'; mismatches: readonly Mismatch[]; licenceFaults: readonly LicenceFault[] }

/**
 * Reads and stores the text whole, or refuses with everything that does not fit. The same file under the same
 * licence, sent again, stays one version.
 *
 * @throws AppError invalid, for an instrument that has no empty slot
 */
export async function loadInstrument(
  db: Database,
  permit: Permit<'load-instrument'>,
  by: Member,
  { instrument: code, language, file, licence: record, uploadedWith, uploadedAt, today }: InstrumentUpload,
): Promise<Loaded> {
  const slot = slotOf(code)
  if (!slot) throw new AppError('invalid', 'a text was sent for an instrument that takes none')
  const { licence, faults } = readLicence(record, today)
  const read = readQuestionnaire(new TextDecoder().decode(file), slot, {
    language,
    yesNo: words[language].instruments.yesNo,
  })
  if (read.status === 'refused' || licence === undefined) {
    const mismatches = read.status === 'refused' ? read.mismatches : []
    return { status: 'refused', mismatches, licenceFaults: faults }
  }
  const fileHash = sha256(file)
  return inScope(db, permit, async (scope) => {
    await lockWordings(scope)
    const last = newestOf(await listWordings(scope), code, language)
    const { version: instrumentVersion } = slot.instrument
    const isSame = last?.fileHash === fileHash && last.instrumentVersion === instrumentVersion
    if (last?.licence && isSame && isSameLicence(last.licence, licence))
      return { status: 'already-loaded', version: last.version }
    const version = (last?.version ?? 0) + 1
    const about = { instrument: code, instrumentVersion, language, uploadedWith, uploadedAt }
    await insertWording(scope, { ...about, uploadedBy: by.name, text: read.text, licence, fileHash }, version)
    return { status: 'loaded', version }
  })
}

const newestOf = (stored: readonly StoredWording[], code: string, language: TextLanguage) =>
  stored.find((one) => one.instrument === code && one.language === language)

function readLicence(
  record: unknown,
  today: Day,
): { licence: LicenceRecord | undefined; faults: LicenceFault[] } {
  const read = LicenceRecord.safeParse(record)
  if (!read.success) {
    const fields = Object.keys(LicenceRecord.shape) as (keyof LicenceRecord)[]
    const named = fields.filter((field) => read.error.issues.some(({ path }) => path[0] === field))
    return { licence: undefined, faults: named.length > 0 ? named : ['terms'] }
  }
  const { grantedOn, until } = read.data
  if (until !== null && until < grantedOn) return { licence: undefined, faults: ['reversed'] }
  if (licenceStanding(read.data, today) === 'ended') return { licence: undefined, faults: ['ended'] }
  return { licence: read.data, faults: [] }
}

const LONGEST_REASON = 500

/** Takes the text of one slot out of use, with a reason that stays. The slot is empty from then on. */
export async function withdrawInstrument(
  db: Database,
  permit: Permit<'withdraw-instrument'>,
  by: Member,
  { wordingId, because, at }: { wordingId: string; because: string; at: Date },
): Promise<void> {
  const reason = because.trim()
  if (reason === '' || reason.length > LONGEST_REASON)
    throw new AppError('invalid', 'a text is taken out of use with a reason')
  await inScope(db, permit, async (scope) => {
    await lockWordings(scope)
    const stored = await listWordings(scope)
    const meant = stored.find(({ id }) => id === wordingId)
    if (!meant) throw new AppError('not-found', `no wording ${wordingId}`)
    const last = newestOf(stored, meant.instrument, meant.language)
    // Sent twice: it is out of use already. Another text came meanwhile: that one was not meant.
    if (last?.because === reason && last.version === meant.version + 1) return
    if (last?.id !== meant.id || meant.because !== null)
      throw new AppError('conflict', `wording ${wordingId} is not the newest`)
    const { instrument, instrumentVersion, language, version } = meant
    const about = {
      instrument,
      instrumentVersion,
      language,
      uploadedWith: 'console' as const,
      uploadedAt: at,
    }
    await insertWording(scope, { ...about, uploadedBy: by.name, text: null, because: reason }, version + 1)
  })
}
