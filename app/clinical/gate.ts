/**
 * The gate of a session day: go, talk to us first, or not today.
 *
 * Asked when the day-of check is handed in, on the phone and on the server alike, by what was in force when the two
 * last met. What is missing never goes, and nothing opens it but a clinician with a reason. It is asked again when
 * something has changed.
 */
import type { BookingGap } from './booking.ts'
import { sheetOfDay } from './day/sheets.ts'
import type { DayOfFacts } from './facts/day-of.ts'
import type { Severity } from './outcome.ts'
import { type Limits, limitAt } from './protocol.ts'
import { type Opening, opens } from './rules/opening.ts'
import { type Finding, findings, type RecordIds } from './rules/rule.ts'
import { JUDGED_AT } from './rules/running.ts'

/** Most open first. */
export const GATE_ANSWERS = ['go', 'talk-first', 'not-today'] as const
export type GateAnswer = (typeof GATE_ANSWERS)[number]

/** What the device was given when it last met the server. */
export type LastSync = {
  /** Epoch milliseconds; undefined when they never met. */
  at: number | undefined
  /** Limits of the protocol in force then. */
  limits: Limits
  /** Versions of the gate's rules in force then. */
  rules: readonly RuleVersion[]
}
export type RuleVersion = { id: string; version: number }

/** Why it does not go. The patient reads the reasons; the support person never does. */
export type GateReason =
  | { is: 'finding'; finding: Finding }
  /** Older than the signed minutes, or nobody signed how old it may be. */
  | { is: 'sync-too-old' }
  /** The device judges by other rules than those in force. Only a sync helps. */
  | { is: 'rules-differ' }
  /** Something the booking rests on is not there any more. Nobody opens it: somebody else has to be there. */
  | { is: 'booking'; gap: BookingGap }
  /** Found before, in earlier answers of this session or on record; what was answered since takes nothing away. */
  | { is: 'said-before'; ruleId: string; severity: Severity }
  /** Somebody was asked to look, and nobody has settled it yet. */
  | { is: 'alert' }

export type Gate = { answer: GateAnswer; reasons: readonly GateReason[] }

/** Going by an old sync after all, when a clinician has spoken with the person. It holds for that sync alone. */
export type SyncOpening = { lastSyncAt: number | undefined; isByClinician: boolean; because: string }

export type GateQuestion = {
  facts: DayOfFacts
  sync: LastSync
  /** Epoch milliseconds. */
  now: number
  openings?: readonly Opening[]
  syncOpenings?: readonly SyncOpening[]
  recordIds?: RecordIds
  /** What the booking rests on and is gone. */
  gaps?: readonly BookingGap[]
}

/** What a server writes down as in force. */
export const gateRuleVersions = (): RuleVersion[] =>
  JUDGED_AT.gate.map(({ id, version }) => ({ id, version }))

export function gate(question: GateQuestion): Gate {
  const { facts, sync, now, openings = [], syncOpenings = [], recordIds = {}, gaps = [] } = question
  const found = findings(JUDGED_AT.gate, facts, sync.limits, recordIds, sheetOfDay)
  return gateOver([
    ...gaps.map((gap): GateReason => ({ is: 'booking', gap })),
    ...findingReasons(found, openings),
    ...syncReasons(sync, now, syncOpenings),
  ])
}

/** The answer follows from the reasons alone: in whatever order, and one more never opens. */
export function gateOver(reasons: readonly GateReason[]): Gate {
  const answer = reasons.some((reason) => severityOf(reason) === 'block')
    ? 'not-today'
    : reasons.length > 0
      ? 'talk-first'
      : 'go'
  return { answer, reasons }
}

const severityOf = (reason: GateReason): Severity | undefined =>
  reason.is === 'finding'
    ? reason.finding.severity
    : reason.is === 'said-before'
      ? reason.severity
      : undefined

/** The rule a reason speaks of. */
export const ruleOf = (reason: GateReason): string | undefined =>
  reason.is === 'finding' ? reason.finding.ruleId : reason.is === 'said-before' ? reason.ruleId : undefined

/** Blocks, reviews, and whatever could not be judged, however lightly, unless somebody who may has opened it. */
export const findingReasons = (found: readonly Finding[], openings: readonly Opening[]): GateReason[] =>
  found
    .filter(({ severity, isUnknown }) => severity === 'block' || severity === 'review' || isUnknown)
    .filter((finding) => !openings.some((opening) => opens(opening, finding)))
    .map((finding) => ({ is: 'finding', finding }))

function syncReasons(sync: LastSync, now: number, openings: readonly SyncOpening[]): GateReason[] {
  const reasons: GateReason[] = []
  if (!isFresh(sync, now) && !openings.some((opening) => opensSync(opening, sync)))
    reasons.push({ is: 'sync-too-old' })
  if (!isSame(sync.rules, JUDGED_AT.gate)) reasons.push({ is: 'rules-differ' })
  return reasons
}

/** A sync that seems to come from later than now says that a clock is wrong, and is not gone by. */
function isFresh({ at, limits }: LastSync, now: number): boolean {
  const minutes = limitAt(limits, 'session.maximumSyncAgeMinutes')
  if (at === undefined || minutes === undefined) return false
  return now >= at && now - at <= minutes * 60_000
}

const opensSync = ({ lastSyncAt, isByClinician, because }: SyncOpening, { at }: LastSync): boolean =>
  isByClinician && because.trim() !== '' && lastSyncAt === at

const isSame = (inForce: readonly RuleVersion[], judged: readonly RuleVersion[]): boolean => {
  const written = (rules: readonly RuleVersion[]) =>
    new Set(rules.map(({ id, version }) => `${id} ${version}`))
  const [a, b] = [written(inForce), written(judged)]
  return a.size === b.size && [...a].every((one) => b.has(one))
}
