/**
 * What a rule asks of its facts, with a third answer: yes, no, or not to be said.
 *
 * Every question notes what it looked at and what it missed, so that a rule cannot forget to show its evidence
 * or call somebody safe by what was not there.
 */
import type { Bounds } from '../instruments/answers.ts'
import type { ScoreResult } from '../instruments/instrument.ts'
import { reaches as boundsReach } from '../instruments/truth.ts'
import { SEVERITIES, type Severity } from '../outcome.ts'
import { type Limits, limitAt, type NumberPath } from '../protocol.ts'
import { type Evidence, type Judgement, type Missing, union } from './rule.ts'

export type Condition = { holds: boolean | undefined; evidence: Evidence; missing: readonly Missing[] }

/** Names of the facts that hold a `Value`. */
type NamesOf<Facts, Value> = {
  [Name in keyof Facts & string]-?: Exclude<Facts[Name], undefined> extends Value ? Name : never
}[keyof Facts & string]

/** Words in the place of a number that say there is nothing to compare. Any other word is no reading: unknown. */
const NOTHING_TO_COMPARE = [
  'not-loaded',
  'not-needed',
  'exempt',
  'none',
  'no-end',
  'first-session',
  'first-order',
  'never',
] as const
/** Bounds: answers are missing, and it lies somewhere between. */
type Numeric = number | Bounds | (typeof NOTHING_TO_COMPARE)[number]

const isNothingToCompare = (value: unknown): boolean => NOTHING_TO_COMPARE.some((word) => word === value)

const missingFact = (name: string): Missing => ({ kind: 'fact', name })

/** A fact of yes or no. A no is no evidence: it would only fill the page. */
export function is<Facts>(facts: Facts, name: NamesOf<Facts, boolean | 'not-loaded'>): Condition {
  const value: unknown = facts[name]
  if (value === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  return { holds: value === true, evidence: value === true ? { [name]: 'yes' } : {}, missing: [] }
}

/** The other way round: holds when the fact is no. */
export function isNot<Facts>(facts: Facts, name: NamesOf<Facts, boolean>): Condition {
  const value: unknown = facts[name]
  if (value === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  return { holds: value === false, evidence: value === false ? { [name]: 'no' } : {}, missing: [] }
}

/** A fact that is one word out of several. `undetermined` is a reading that could not be made: unknown. */
export function isOneOf<Facts, Name extends NamesOf<Facts, string>>(
  facts: Facts,
  name: Name,
  values: readonly Exclude<Facts[Name], undefined>[],
): Condition {
  const value: unknown = facts[name]
  const isListed = values.some((listed) => listed === value)
  if (!isListed && (value === undefined || value === 'undetermined'))
    return { holds: undefined, evidence: { [name]: value }, missing: [missingFact(name)] }
  return { holds: isListed, evidence: { [name]: String(value) }, missing: [] }
}

/** A list that holds any of `values`, or anything at all. The evidence names what was found. */
export function hasAny<Facts>(
  facts: Facts,
  name: NamesOf<Facts, readonly string[]>,
  values?: readonly string[],
): Condition {
  const list = facts[name] as readonly string[] | undefined
  if (list === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  const found = values === undefined ? list : list.filter((item) => values.includes(item))
  return {
    holds: found.length > 0,
    evidence: found.length > 0 ? { [name]: found.join(', ') } : {},
    missing: [],
  }
}

/** A list that lacks one of what is needed. The evidence names what is not there. */
export function lacksAny<Facts>(
  facts: Facts,
  name: NamesOf<Facts, readonly string[]>,
  needed: readonly string[],
): Condition {
  const list = facts[name] as readonly string[] | undefined
  if (list === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  const open = needed.filter((item) => !list.includes(item))
  return {
    holds: open.length > 0,
    evidence: open.length > 0 ? { [name]: `without ${open.join(', ')}` } : {},
    missing: [],
  }
}

/** A count of anything at all. */
export function isPositive<Facts>(facts: Facts, name: NamesOf<Facts, Numeric>): Condition {
  const value: unknown = facts[name]
  if (isNothingToCompare(value)) return { holds: false, evidence: {}, missing: [] }
  const count = asNumber(value)
  if (count === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  return { holds: count > 0, evidence: count > 0 ? { [name]: count } : {}, missing: [] }
}

/** A number of days that has run out. On the last day it has not. */
export function isOver<Facts>(facts: Facts, name: NamesOf<Facts, Numeric>): Condition {
  const value: unknown = facts[name]
  if (isNothingToCompare(value)) return { holds: false, evidence: {}, missing: [] }
  const days = asNumber(value)
  if (days === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  return { holds: days < 0, evidence: { [name]: days }, missing: [] }
}

/** The practice has no text for this questionnaire, so that questions of our own stand in for it. */
export function isNotLoaded<Facts>(
  facts: Facts,
  name: NamesOf<Facts, Numeric | string | boolean>,
): Condition {
  const value: unknown = facts[name]
  if (value === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  return { holds: value === 'not-loaded', evidence: {}, missing: [] }
}

type Comparison = 'at-least' | 'above' | 'below' | 'at-most'

const COMPARE: Record<Comparison, (value: number, limit: number) => boolean> = {
  'at-least': (value, limit) => value >= limit,
  above: (value, limit) => value > limit,
  below: (value, limit) => value < limit,
  'at-most': (value, limit) => value <= limit,
}

function compared<Facts>(
  comparison: Comparison,
  facts: Facts,
  name: NamesOf<Facts, Numeric>,
  limits: Limits,
  path: NumberPath,
): Condition {
  const value: unknown = facts[name]
  return against(comparison, name, value as number | Bounds | string | undefined, limits, path)
}

/** Not a number is no reading. */
const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && !Number.isNaN(value) ? value : undefined

/** The ends of what was not answered in full; a number is both of its own. */
export function boundsOf(value: number | Bounds | string | undefined): Bounds | undefined {
  if (typeof value === 'object') return value
  const number = asNumber(value)
  return number === undefined ? undefined : { from: number, to: number }
}

/** For evidence, to a tenth. */
export const shownBounds = ({ from, to }: Bounds): number | string =>
  from === to ? from : `${tenth(from)} to ${tenth(to)}`

const tenth = (value: number): number => Number(value.toFixed(1))

/**
 * Compares a number worked out from facts, under the name of the fact it comes from, or the bounds of one: then it holds
 * if it does whatever the missing answers are. A word in its place says that there is nothing to compare: not loaded, not
 * needed, none.
 */
export function against(
  comparison: Comparison,
  name: string,
  given: number | Bounds | string | undefined,
  limits: Limits,
  path: NumberPath,
): Condition {
  if (isNothingToCompare(given)) return { holds: false, evidence: { [name]: String(given) }, missing: [] }
  const value = boundsOf(given)
  const limit: number | undefined = limitAt(limits, path)
  const evidence: Evidence = { [name]: value && shownBounds(value), [path]: limit }
  const missing: Missing[] = []
  if (value === undefined) missing.push(missingFact(name))
  if (limit === undefined) missing.push({ kind: 'limit', name: path })
  if (value === undefined || limit === undefined) return { holds: undefined, evidence, missing }
  const [least, most] = [COMPARE[comparison](value.from, limit), COMPARE[comparison](value.to, limit)]
  if (least !== most) return { holds: undefined, evidence, missing: [missingFact(name)] }
  return { holds: least, evidence, missing: [] }
}

export const atLeast = <Facts>(
  facts: Facts,
  name: NamesOf<Facts, Numeric>,
  limits: Limits,
  path: NumberPath,
): Condition => compared('at-least', facts, name, limits, path)

export const above = <Facts>(
  facts: Facts,
  name: NamesOf<Facts, Numeric>,
  limits: Limits,
  path: NumberPath,
): Condition => compared('above', facts, name, limits, path)

export const below = <Facts>(
  facts: Facts,
  name: NamesOf<Facts, Numeric>,
  limits: Limits,
  path: NumberPath,
): Condition => compared('below', facts, name, limits, path)

export const atMost = <Facts>(
  facts: Facts,
  name: NamesOf<Facts, Numeric>,
  limits: Limits,
  path: NumberPath,
): Condition => compared('at-most', facts, name, limits, path)

type Scored = ScoreResult<{ total: number }, { bounds: Bounds }>

/** A total that reaches a signed cut-off, whatever the missing answers are. */
export function totalReaches<Facts>(
  facts: Facts,
  name: NamesOf<Facts, Scored>,
  limits: Limits,
  path: NumberPath,
): Condition {
  const result = facts[name] as Scored | undefined
  const limit: number | undefined = limitAt(limits, path)
  const missing: Missing[] = limit === undefined ? [{ kind: 'limit', name: path }] : []
  if (result === undefined)
    return {
      holds: undefined,
      evidence: { [name]: undefined, [path]: limit },
      missing: [missingFact(name), ...missing],
    }
  const evidence: Evidence = { [name]: shownBounds(result.bounds), [path]: limit }
  const truth = boundsReach(result.bounds, limit)
  if (truth !== 'undetermined') return { holds: truth === 'met', evidence, missing: [] }
  return { holds: undefined, evidence, missing: limit === undefined ? missing : [missingFact(name)] }
}

/** Something a scorer read off the answers, under the name of the fact the answers are in. */
export function reading(
  name: string,
  truth: 'met' | 'not-met' | 'undetermined' | undefined,
  what: string,
): Condition {
  if (truth === undefined || truth === 'undetermined')
    return { holds: undefined, evidence: { [name]: undefined }, missing: [missingFact(name)] }
  return { holds: truth === 'met', evidence: truth === 'met' ? { [name]: what } : {}, missing: [] }
}

export function both(...conditions: readonly Condition[]): Condition {
  const evidence = together(conditions)
  if (conditions.some(({ holds }) => holds === false)) return { holds: false, evidence, missing: [] }
  const missing = union(...conditions.map((condition) => condition.missing))
  return { holds: conditions.every(({ holds }) => holds) ? true : undefined, evidence, missing }
}

export function either(...conditions: readonly Condition[]): Condition {
  const evidence = together(conditions)
  if (conditions.some(({ holds }) => holds === true)) return { holds: true, evidence, missing: [] }
  const missing = union(...conditions.map((condition) => condition.missing))
  return { holds: conditions.some(({ holds }) => holds === undefined) ? undefined : false, evidence, missing }
}

export const not = ({ holds, ...rest }: Condition): Condition => ({
  ...rest,
  holds: holds === undefined ? undefined : !holds,
})

const BETWEEN = '; '

/** All evidence, each fact once. What several questions saw of one fact stands side by side, each thing once. */
function together(conditions: readonly Condition[]): Evidence {
  const [only] = conditions
  if (conditions.length === 1 && only) return only.evidence
  const all: Evidence = {}
  for (const { evidence } of conditions) {
    for (const name of Object.keys(evidence)) {
      const value = evidence[name]
      const before = all[name]
      all[name] = before === undefined || value === undefined ? (value ?? before) : beside(before, value)
    }
  }
  return all
}

function beside(before: number | string, value: number | string): number | string {
  if (before === value) return before
  return [...new Set([before, value].flatMap((seen) => String(seen).split(BETWEEN)))].join(BETWEEN)
}

/** When the condition holds, this severity. */
export type Part = { severity: Severity; condition: Condition }

export const block = (...conditions: readonly Condition[]): Part => part('block', conditions)
export const review = (...conditions: readonly Condition[]): Part => part('review', conditions)
export const advise = (...conditions: readonly Condition[]): Part => part('advise', conditions)
export const inform = (...conditions: readonly Condition[]): Part => part('inform', conditions)

const part = (severity: Severity, conditions: readonly Condition[]): Part => ({
  severity,
  condition: either(...conditions),
})

/**
 * The strongest part that holds. A part that cannot be said makes the whole unknown only where it could be
 * stronger than what holds already: nothing missing takes back a block.
 */
export function judged(...parts: readonly Part[]): Judgement {
  const evidence = together(parts.map(({ condition }) => condition))
  const holding = parts.filter(({ condition }) => condition.holds === true).map(({ severity }) => severity)
  const fires = SEVERITIES.find((severity) => holding.includes(severity))
  const open = parts.filter(
    ({ severity, condition }) => condition.holds === undefined && isStronger(severity, fires),
  )
  if (open.length === 0) return { outcome: fires ?? 'clear', evidence }
  const missing = union(...open.map(({ condition }) => condition.missing))
  return { outcome: 'unknown', evidence, missing, atLeast: fires }
}

const isStronger = (severity: Severity, than: Severity | undefined): boolean =>
  than === undefined || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(than)
