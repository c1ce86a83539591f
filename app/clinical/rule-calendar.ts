/**
 * What has to be in force on a day: the telehealth basis, the licence, the look-up in the monitoring programme,
 * consents, the re-evaluation, the protocol itself. Open, closing in so many days, or closed, with the reason.
 *
 * Every date comes in as data. A date nobody gave closes; nothing is open because nobody looked.
 * Source: T-8 and rules B16, B31, B32, B33, F15 of docs/clinical/rules.md. Sign-off: docs/clinical/rule-calendar.md
 */
import { addDays, type Day, dayNumber, daysFrom } from './calendar-day.ts'

export type CalendarEntry = { subject: Subject; key: string; status: Status }
export type Subject =
  | 'telehealth-basis'
  | 'licence'
  | 'pdmp-query'
  | 'consent'
  | 're-evaluation'
  | 'protocol'
  | 'in-person-visit'

/** `daysLeft`: 0 on the last day it is good for; missing where it has no end. */
export type Status =
  | { state: 'open'; endsOn?: Day; daysLeft?: number }
  | { state: 'closes'; endsOn: Day; daysLeft: number }
  | { state: 'closed'; reason: Closed }

/**
 * Why something is closed. `not-given`: nobody recorded it. `kind-not-given`, `end-not-given`: recorded, but not which
 * it is, or not its last day. `place-not-given`: nobody recorded where the person is. `none`: recorded that there is none. `unreadable`: what was recorded is no day.
 * `not-signed`: the protocol has no number to judge it by.
 */
export type Closed =
  | 'not-given'
  | 'kind-not-given'
  | 'end-not-given'
  | 'place-not-given'
  | 'none'
  | 'unreadable'
  | 'not-yet'
  | 'past'
  | 'withdrawn'
  | 'older-version'
  | 'not-here'
  | 'not-signed'

const closed = (reason: Closed): Status => ({ state: 'closed', reason })

/** `'no-end'` is something somebody said; a missing end is something nobody said. */
export type Term = { fromOn?: Day | undefined; endsOn?: Day | 'no-end' | undefined }

/**
 * How a term stands on a day. Both its days are inside.
 *
 * @param today where it counts, by the zone there
 * @param noticeDays so many days before its end it is said; without a signed number it is said all along
 */
export function statusOf({ fromOn, endsOn }: Term, today: Day, noticeDays: number | undefined): Status {
  if (endsOn === undefined) return closed('not-given')
  if (dayNumber(today) === undefined) return closed('unreadable')
  if (fromOn !== undefined) {
    const begun = daysFrom(fromOn, today)
    if (begun === undefined) return closed('unreadable')
    if (begun < 0) return closed('not-yet')
  }
  if (endsOn === 'no-end') return { state: 'open' }
  const daysLeft = daysFrom(today, endsOn)
  if (daysLeft === undefined) return closed('unreadable')
  if (daysLeft < 0) return closed('past')
  const isNear = noticeDays === undefined || daysLeft <= noticeDays
  return { state: isNear ? 'closes' : 'open', endsOn, daysLeft }
}

/** A ground for prescribing without having met: which states it holds in, and from when to when. */
export type Basis = Term & {
  key: string
  states: readonly string[] | 'all'
  /** What was recorded is no ground, whatever its days. */
  closedAs?: Extract<Closed, 'kind-not-given' | 'end-not-given' | 'none'>
}
export type Licence = Term & { state: string }
export type ConsentRecord = Term & { key: string; version: string; withdrawnOn?: Day }

export type CalendarFacts = {
  /** Two-letter code of where the person is, attested. Missing = not known where. */
  stateOfLocation?: string
  bases?: readonly Basis[]
  /** Of the prescriber who would act. */
  licences?: readonly Licence[]
  /** Each state has a monitoring programme of its own. */
  pdmpQueries?: readonly { state: string; on: Day }[]
  consents?: readonly ConsentRecord[]
  reEvaluationDueOn?: Day | 'no-end'
  protocol?: Term
  /** Where the practice or a state asks for one: until when the last visit in person counts. */
  inPersonVisit?: Term
}

export type CalendarLimits = {
  /** `course.expiryNoticeDays` */
  noticeDays?: number
  /** `intake.pdmpMaxAgeDays` */
  pdmpMaxAgeDays?: number
  /** Consents that have to be in force, with the version in use. */
  requiredConsents?: readonly { key: string; version: string }[]
}

/**
 * Everything that has to be in force today, closed first, then by the days left.
 *
 * @param today 'YYYY-MM-DD' where the person is
 */
export function ruleCalendar(facts: CalendarFacts, limits: CalendarLimits, today: Day): CalendarEntry[] {
  const { noticeDays, requiredConsents } = limits
  const term = (one: Term | undefined) => (one ? statusOf(one, today, noticeDays) : closed('not-given'))
  const entries: CalendarEntry[] = [
    { subject: 'telehealth-basis', key: 'telehealth-basis', status: basisStatus(facts, limits, today) },
    {
      subject: 'licence',
      key: facts.stateOfLocation ?? 'licence',
      status: licenceStatus(facts, limits, today),
    },
    { subject: 'pdmp-query', key: 'pdmp-query', status: pdmpStatus(facts, limits, today) },
    ...(requiredConsents ?? []).map(({ key, version }): CalendarEntry => {
      const status = consentStatus(facts.consents ?? [], { key, version }, noticeDays, today)
      return { subject: 'consent', key, status }
    }),
    { subject: 're-evaluation', key: 're-evaluation', status: term({ endsOn: facts.reEvaluationDueOn }) },
    { subject: 'protocol', key: 'protocol', status: term(facts.protocol) },
  ]
  if (!requiredConsents) entries.push({ subject: 'consent', key: 'consent', status: closed('not-signed') })
  if (facts.inPersonVisit)
    entries.push({ subject: 'in-person-visit', key: 'in-person-visit', status: term(facts.inPersonVisit) })
  return entries.sort((a, b) => compare(lasts(a.status), lasts(b.status)) || compare(nameOf(a), nameOf(b)))
}

const nameOf = ({ subject, key }: CalendarEntry): string => `${subject} ${key}`
/** Not by subtraction: two that have no end are alike. */
const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Whether anything is closed: then no new order is written, and what is closed says why. */
export const isClosed = (entries: readonly CalendarEntry[]): boolean =>
  entries.some(({ status }) => status.state === 'closed')

/** Of the grounds that hold where the person is, the one that lasts longest. */
function basisStatus(
  { bases = [], stateOfLocation }: CalendarFacts,
  limits: CalendarLimits,
  today: Day,
): Status {
  if (bases.length === 0) return closed('not-given')
  if (stateOfLocation === undefined) return closed('place-not-given')
  const here = bases.filter(({ states }) => states === 'all' || states.includes(stateOfLocation))
  return lasting(
    here.map((basis) =>
      basis.closedAs ? closed(basis.closedAs) : statusOf(basis, today, limits.noticeDays),
    ),
  )
}

function licenceStatus(
  { licences = [], stateOfLocation }: CalendarFacts,
  limits: CalendarLimits,
  today: Day,
): Status {
  if (licences.length === 0) return closed('not-given')
  if (stateOfLocation === undefined) return closed('place-not-given')
  const here = licences.filter(({ state }) => state === stateOfLocation)
  return lasting(here.map((licence) => statusOf(licence, today, limits.noticeDays)))
}

function pdmpStatus(
  { pdmpQueries = [], stateOfLocation }: CalendarFacts,
  limits: CalendarLimits,
  today: Day,
): Status {
  const { pdmpMaxAgeDays: maxAge, noticeDays } = limits
  if (pdmpQueries.length === 0) return closed('not-given')
  if (stateOfLocation === undefined) return closed('place-not-given')
  if (maxAge === undefined) return closed('not-signed')
  const here = pdmpQueries.filter(({ state }) => state === stateOfLocation)
  return lasting(
    here.map(({ on }) => {
      const endsOn = addDays(on, maxAge)
      return endsOn === undefined ? closed('unreadable') : statusOf({ fromOn: on, endsOn }, today, noticeDays)
    }),
  )
}

/** The one that lasts longest. Where none holds, the reason of the one that came nearest to it. */
const lasting = (found: readonly Status[]): Status =>
  found.reduce<Status>((best, one) => (lasts(one) > lasts(best) ? one : best), closed('not-here'))

/** Farthest from holding first. */
const CLOSED: readonly Closed[] = [
  ...(['not-here', 'not-signed', 'none', 'not-given', 'kind-not-given'] as const),
  ...(['end-not-given', 'place-not-given', 'unreadable'] as const),
  ...(['older-version', 'withdrawn', 'not-yet', 'past'] as const),
]
const lasts = (status: Status): number =>
  status.state === 'closed'
    ? CLOSED.indexOf(status.reason) - CLOSED.length
    : (status.daysLeft ?? Number.POSITIVE_INFINITY)

/** A consent counts in the version in use. One withdrawn does not count from that day on. */
function consentStatus(
  consents: readonly ConsentRecord[],
  needed: { key: string; version: string },
  noticeDays: number | undefined,
  today: Day,
): Status {
  const own = consents.filter(({ key }) => key === needed.key)
  if (own.length === 0) return closed('not-given')
  const current = own.filter(({ version }) => version === needed.version)
  if (current.length === 0) return closed('older-version')
  return lasting(
    current.map((consent) => {
      const withdrawnFor =
        consent.withdrawnOn === undefined ? -1 : (daysFrom(consent.withdrawnOn, today) ?? 0)
      return withdrawnFor >= 0 ? closed('withdrawn') : statusOf(consent, today, noticeDays)
    }),
  )
}
