/**
 * What rules look at.
 *
 * A fact that nobody gave is `undefined`, and unknown: never a no, never a zero. Each phase of the programme
 * has its own facts, typed with their units, and beside them a table that says in which segment of the record
 * each belongs and which questionnaire it was read from.
 */

/** Parts of the record with locks of their own. Findings from all but the first keep ids, not values. */
export const SEGMENTS = [
  'general',
  'substance-use',
  'partner-safety',
  'pregnancy',
  'journal',
  'psychotherapy',
] as const
export type Segment = (typeof SEGMENTS)[number]

const KEPT_APART: readonly unknown[] = SEGMENTS.filter((segment) => segment !== 'general')
const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a value of evidence only stands for one that is kept apart: the id of its record, or its segment. */
export const isKeptApart = (value: number | string | undefined): boolean =>
  KEPT_APART.includes(value) || (typeof value === 'string' && RECORD_ID.test(value))

/** Facts as they are known so far. */
export type Known<Facts> = { readonly [Name in keyof Facts]?: Facts[Name] | undefined }

export type AboutFact = {
  segment: Segment
  /** Code of the questionnaire it is read from. What one unfilled questionnaire leaves open is one finding. */
  instrument?: string
}

export type AboutFacts<Facts> = { readonly [Name in keyof Required<Facts>]: AboutFact }

export const general: AboutFact = { segment: 'general' }
export const substanceUse: AboutFact = { segment: 'substance-use' }
export const partnerSafety: AboutFact = { segment: 'partner-safety' }
export const pregnancy: AboutFact = { segment: 'pregnancy' }
export const readFrom = (instrument: string, segment: Segment = 'general'): AboutFact => ({
  segment,
  instrument,
})

/**
 * A questionnaire whose text the practice has to license. `not-loaded`: it is not asked, questions of our own stand in,
 * and the rule judges those. It never means that somebody left it out.
 */
export type Slot<Reading> = Reading | 'not-loaded'
