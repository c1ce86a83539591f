/**
 * What is against a session besides its own log: what the booking rests on, the day, consents, what stands open on
 * record, and what nobody has settled.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { BookingGap } from '../clinical/booking.ts'
import type { Limits } from '../clinical/protocol.ts'
import { findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { listAlerts, listRecordAlerts, type StoredAlert } from '../records/alerts.ts'
import { consentsInForce } from '../records/consents.ts'
import { dutyFor, type OnDuty } from '../records/duty.ts'
import type { HoldingFinding } from '../records/findings.ts'
import { type BookedSession, findBookingGaps } from '../records/sessions.ts'
import { calendarDay } from '../system/time.ts'
import { blocksIn, heldOnRecord } from './held-on-record.ts'
import type { OpenSession } from './session-log.ts'

/**
 * `another-day`: not the day it was booked for. `consents`: one the protocol requires is not in force. `finding`: one that
 * blocks is open on record. `alert`: somebody was asked to look, and nobody has settled it.
 */
export type AgainstDose = BookingGap | 'another-day' | 'consents' | 'finding' | 'alert'

/** Whether it is the day of the session where the person is. */
export const isBookedDay = (
  { startsAt, timeZone }: Pick<BookedSession, 'startsAt' | 'timeZone'>,
  at: Date,
): boolean => calendarDay(at, timeZone) === calendarDay(startsAt, timeZone)

export type Standing = {
  gaps: readonly BookingGap[]
  /** Of the session, the latest first. */
  alerts: readonly StoredAlert[]
  /** Those that no session raised. */
  ofRecord: readonly Pick<StoredAlert, 'settled'>[]
  /** What stands open on record and holds. */
  held: readonly HoldingFinding[]
  consents: readonly string[]
}
type Known = Standing & { limits: Limits; now: Date }

/** Whatever keeps a session from being made ready. */
const againstReadyOf = (
  booked: Pick<BookedSession, 'startsAt' | 'timeZone'>,
  { gaps, alerts, ofRecord, held, consents, limits, now }: Known,
): AgainstDose[] => [
  ...gaps,
  ...(isBookedDay(booked, now) ? [] : (['another-day'] as const)),
  ...(findings(JUDGED_AT.untilDose, { consentsInForce: consents }, limits).length > 0
    ? (['consents'] as const)
    : []),
  ...(blocksIn(held).length > 0 ? (['finding'] as const) : []),
  ...([...alerts, ...ofRecord].some(({ settled }) => settled === null) ? (['alert'] as const) : []),
]

/** The same at the moment of the dose: then somebody is on duty, whatever was booked. */
export function againstDoseOf(
  booked: Pick<BookedSession, 'startsAt' | 'timeZone'>,
  { onDuty, ...known }: Known & { onDuty: OnDuty | undefined },
): AgainstDose[] {
  const against = againstReadyOf(booked, known)
  return against.includes('duty') || onDuty ? against : [...against, 'duty']
}

type Asked = Pick<OpenSession, 'booked' | 'limits'>

export const againstReady = async (
  scope: Scope<AboutPatient>,
  { booked, limits }: Asked,
  now: Date,
): Promise<AgainstDose[]> => againstReadyOf(booked, { ...(await readStanding(scope, booked)), limits, now })

export const againstDose = async (
  scope: Scope<AboutPatient>,
  { booked, limits }: Asked,
  now: Date,
): Promise<AgainstDose[]> => {
  const [standing, onDuty] = await Promise.all([readStanding(scope, booked), dutyFor(scope, now)])
  return againstDoseOf(booked, { ...standing, onDuty, limits, now })
}

/** As it stands now; sent together. */
export async function readStanding(
  scope: Scope<AboutPatient>,
  { id }: Pick<BookedSession, 'id'>,
): Promise<Standing> {
  const [gaps, alerts, ofRecord, held, consents] = await Promise.all([
    findBookingGaps(scope, id),
    listAlerts(scope, id),
    listRecordAlerts(scope),
    heldOnRecord(scope, id),
    consentsInForce(scope),
  ])
  return { gaps, alerts, ofRecord, held, consents }
}
