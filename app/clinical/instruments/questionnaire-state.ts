/** Where the text of an instrument stands today, and what is asked in its place while there is none in force. */
import type { Day } from '../calendar-day.ts'
import type { Instrument } from './instrument.ts'
import { type LicenceRecord, licenceStanding } from './questionnaire-licence.ts'
import { slotOf } from './questionnaire-slots.ts'
import type { TextLanguage } from './questionnaire-text.ts'
import { STAND_INS } from './registry.ts'

/** One version of a slot's text. The newest decides: an older one does not come back when it ends. */
export type TextVersion = {
  instrument: string
  language: TextLanguage
  version: number
  /** Version of the scorer it was held against. */
  instrumentVersion: string
  /** Null: the text was taken out of use. */
  licence: LicenceRecord | null
}

/** Why a slot is empty. */
export type EmptyBecause =
  | 'never-loaded'
  | 'withdrawn'
  | 'licence-not-begun'
  | 'licence-ended'
  | 'scorer-changed'

export type TextState<Version extends TextVersion = TextVersion> =
  | { state: 'built-in' }
  | { state: 'in-force'; last: Version; standIns: readonly string[] }
  | { state: 'empty'; because: EmptyBecause; last: Version | undefined; standIns: readonly string[] }

/** Where the text of an instrument stands in one language, on a day of the practice's calendar. */
export function textState<Version extends TextVersion>(
  instrument: Pick<Instrument<unknown>, 'code' | 'version'>,
  language: TextLanguage,
  versions: readonly Version[],
  today: Day,
): TextState<Version> {
  if (slotOf(instrument.code) === undefined) return { state: 'built-in' }
  const last = versions
    .filter((one) => one.instrument === instrument.code && one.language === language)
    .reduce<Version | undefined>((a, b) => (a === undefined || b.version > a.version ? b : a), undefined)
  const because = last === undefined ? 'never-loaded' : emptyBecause(last, instrument.version, today)
  const standIns = STAND_INS[instrument.code] ?? []
  if (last !== undefined && because === undefined) return { state: 'in-force', last, standIns }
  return { state: 'empty', because: because ?? 'never-loaded', last, standIns }
}

function emptyBecause(
  { licence, instrumentVersion }: TextVersion,
  scorer: string,
  today: Day,
): EmptyBecause | undefined {
  if (licence === null) return 'withdrawn'
  const standing = licenceStanding(licence, today)
  if (standing === 'ended') return 'licence-ended'
  if (standing === 'not-begun') return 'licence-not-begun'
  return instrumentVersion === scorer ? undefined : 'scorer-changed'
}
