/** What only a clinician records before a plan: the monitoring program, the encounter, what was measured or seen. */
import type { Day } from '../calendar-day.ts'
import { STORAGE_NEEDS } from '../facts/conditions.ts'
import { NO_OR_YES, type Question, type Told, wordOf } from './question.ts'
import {
  type BasisRecord,
  isTelehealthBasis,
  TELEHEALTH_BASES,
  type TelehealthBasis,
} from './telehealth-basis.ts'

export const PDMP_SHOWS = ['opioid', 'benzodiazepine', 'other-ketamine'] as const

export const CLINICIAN_QUESTIONS = [
  { name: 'pdmpAskedOn', kind: 'day' },
  { name: 'pdmpShows', kind: 'several', options: PDMP_SHOWS, segment: 'substance-use' },
  { name: 'pdmpPrescribers', kind: 'number', from: 0, to: 99, segment: 'substance-use' },
  { name: 'encounter', kind: 'one-of', options: ['audio-video', 'in-person', 'audio-only'] },
  { name: 'stateOfLocation', kind: 'one-of', options: ['FL', 'NJ', 'elsewhere'] },
  { name: 'telehealthBasis', kind: 'one-of', options: TELEHEALTH_BASES },
  { name: 'telehealthBasisUntil', kind: 'day' },
  { name: 'weightKg', kind: 'measure', of: 'weight' },
  { name: 'stopBangRisk', kind: 'one-of', options: ['low', 'intermediate', 'high'] },
  { name: 'altNeeded', kind: 'one-of', options: NO_OR_YES },
  { name: 'altTenthsOfUpperLimit', kind: 'number', from: 0, to: 1000 },
  {
    name: 'pregnancyTest',
    kind: 'one-of',
    options: ['negative', 'positive', 'not-done'],
    segment: 'pregnancy',
  },
  { name: 'supportPersonConfirmed', kind: 'one-of', options: NO_OR_YES },
  // Told with the intake; heard again before a first order, when that is closed.
  { name: 'storage', kind: 'several', options: STORAGE_NEEDS },
] as const satisfies readonly Question[]

/** What the form says of the legal basis. `endsOn`: null where no last day was written. */
export type BasisTold = { basis: TelehealthBasis; endsOn: Day | null }

/**
 * Takes the legal basis out of what was recorded: it is not kept with the other answers.
 *
 * @returns `basis` undefined where it was left open; `isHalf` when a last day stands there without a kind
 */
export function splitBasis({ telehealthBasis, telehealthBasisUntil, ...rest }: Told): {
  basis: BasisTold | undefined
  isHalf: boolean
  rest: Told
} {
  const endsOn = typeof telehealthBasisUntil === 'string' ? telehealthBasisUntil : null
  if (!isTelehealthBasis(telehealthBasis)) return { basis: undefined, isHalf: endsOn !== null, rest }
  return { basis: { basis: telehealthBasis, endsOn }, isHalf: false, rest }
}

/** What a look-up in the monitoring program showed: of that day, and of no other. */
export const OF_LOOK_UP: readonly string[] = ['pdmpShows', 'pdmpPrescribers']

/** Written with another day than before: what the look-up of that day showed is not known from an older one. */
export function isLookedUpAnew(before: Told, now: Told): boolean {
  const askedOn = wordOf(now, 'pdmpAskedOn')
  return askedOn !== undefined && askedOn !== wordOf(before, 'pdmpAskedOn')
}

/** The state a basis is recorded for: where the person is, or the one they live in while that is not known, or elsewhere. */
export const basisState = (where: string | undefined, livesIn: string): string =>
  where === undefined || where === 'elsewhere' ? livesIn : where

/**
 * What the form shows: the answers that were kept, and the basis as it stands. An answer about it in a sheet from before
 * it had a place of its own is shown until it is recorded there; nothing else goes by it.
 */
export function shownInForm(kept: Told, standing: BasisRecord | undefined): Told {
  if (!standing || standing.basis === null) return kept
  const { rest } = splitBasis(kept)
  return {
    ...rest,
    telehealthBasis: standing.basis,
    ...(standing.endsOn !== null && { telehealthBasisUntil: standing.endsOn }),
  }
}
