/**
 * The legal basis of an order by telehealth: which one, in which state, from when to when. It stands in one place,
 * whoever recorded it, and is read from there by rule B32, rule F15 and the rule calendar.
 *
 * Only an evaluation in person may be without a last day. Of any other a missing day was not said, and a basis whose
 * kind was not said is none to go by. Source: T-8 and rules B32 and F15 of docs/clinical/rules.md.
 * Sign-off: docs/clinical/rule-calendar.md
 */
import { type Day, daysFrom } from '../calendar-day.ts'
import type { Basis } from '../rule-calendar.ts'

export const TELEHEALTH_BASES = [
  'in-person',
  'temporary-extension',
  'special-registration',
  'va',
  'referral',
  'none',
] as const
export type TelehealthBasis = (typeof TELEHEALTH_BASES)[number]
export const isTelehealthBasis = (word: unknown): word is TelehealthBasis =>
  TELEHEALTH_BASES.some((known) => known === word)

/** Those a record may leave without a last day: what has none by law, and what says that there is none. */
export const mayBeWithoutEnd = (basis: TelehealthBasis | null): boolean =>
  basis === 'in-person' || basis === 'none'

export type BasisRecord = {
  /** Null: nobody said which. */
  basis: TelehealthBasis | null
  /** Two letters: where it holds. */
  state: string
  /** Both days are inside. */
  fromOn: Day
  /** Null: none was written. */
  endsOn: Day | null
}

/**
 * The one that counts in a state on a day: of those that have begun by then, the one recorded last. So a record takes
 * the place of those before it from its first day on, and one for a day to come takes none away before that day.
 *
 * @param records the latest recorded first
 * @param state undefined where it is not known where the person is
 */
export const basisOn = <Record extends BasisRecord>(
  records: readonly Record[],
  state: string | undefined,
  day: Day,
): Record | undefined => records.find((one) => one.state === state && one.fromOn <= day)

export type BasisFacts = {
  telehealthBasis: TelehealthBasis | undefined
  /** Negative: over. `no-end`: it has none. */
  telehealthBasisDaysLeft: number | 'no-end' | undefined
}

/** What the rules read. What was not said, of kind or last day, is not known. */
export function basisFacts(record: BasisRecord | undefined, today: Day): BasisFacts {
  const kind = record?.basis ?? undefined
  const endsOn = record && kind !== undefined && kind !== 'none' ? endOf(record) : undefined
  return {
    telehealthBasis: kind,
    telehealthBasisDaysLeft: endsOn === undefined || endsOn === 'no-end' ? endsOn : daysFrom(today, endsOn),
  }
}

const endOf = ({ basis, endsOn }: BasisRecord): Day | 'no-end' | undefined =>
  endsOn ?? (basis === 'in-person' ? 'no-end' : undefined)

/** What the rule calendar reads for a day: of each state the one that counts, or else what is to begin there. */
export function calendarBases(records: readonly BasisRecord[], day: Day): Basis[] {
  const states = [...new Set(records.map(({ state }) => state))]
  return states.flatMap((state) => {
    const counts = basisOn(records, state, day)
    const here = counts ? [counts] : records.filter((one) => one.state === state)
    return here.map(asGround)
  })
}

function asGround(record: BasisRecord): Basis {
  const { basis, state, fromOn } = record
  const ground = { key: basis ?? 'telehealth-basis', states: [state], fromOn }
  if (basis === null) return { ...ground, closedAs: 'kind-not-given' }
  if (basis === 'none') return { ...ground, closedAs: 'none' }
  const endsOn = endOf(record)
  return endsOn === undefined ? { ...ground, closedAs: 'end-not-given' } : { ...ground, endsOn }
}
