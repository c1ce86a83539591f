/**
 * What of the findings over a course is new. The same course is looked at again and again: with every week, every
 * session, every order. What a clinician has before them, or has answered, is not found anew until it has changed.
 */
import { SEVERITIES, type Severity } from '../outcome.ts'
import type { Evidence, Finding } from '../rules/rule.ts'

export type EarlierFinding = {
  ruleId: string
  severity: Severity
  isUnknown: boolean
  evidence: Evidence
  isOpen: boolean
}

/** What has to differ from a finding somebody has closed. A rule that is not here looks at new answers each time. */
const HANGS_ON: Readonly<Record<string, readonly string[]>> = {
  F03: ['sessionsInCourse'],
  F05: ['sessionsInCourse'],
  F06: ['monthsInCourse'],
  F08: ['altTimesUpperLimit', 'altAgeMonths'],
  F09: ['earlyOrLostSupplies'],
  F11: ['pdmpShowsNewPrescriber'],
  F12: ['doseStepsWithoutImprovement'],
}
/** Each response stands for itself. */
const ALWAYS_NEW: readonly string[] = ['F01', 'F02', 'F04']

export const news = (before: readonly EarlierFinding[], found: readonly Finding[]): Finding[] =>
  found.filter(
    (finding) =>
      ALWAYS_NEW.includes(finding.ruleId) ||
      !before.some(
        (one) => one.ruleId === finding.ruleId && (one.isOpen ? covers(one, finding) : answers(one, finding)),
      ),
  )

const rank = (severity: Severity) => SEVERITIES.indexOf(severity)

/** Somebody is to look already, at no less. What fires now says more than what could not be judged. */
const covers = (open: EarlierFinding, { severity, isUnknown }: Finding): boolean =>
  rank(open.severity) <= rank(severity) && (!open.isUnknown || isUnknown)

function answers(closed: EarlierFinding, { ruleId, severity, isUnknown, evidence }: Finding): boolean {
  const names = HANGS_ON[ruleId]
  if (names === undefined || rank(closed.severity) > rank(severity) || closed.isUnknown !== isUnknown)
    return false
  return names.every((name) => closed.evidence[name] === evidence[name])
}

/**
 * Without what nobody ever asked: a rule of the course that is not marked ‡ says nothing about that. What the practice
 * has not signed is told.
 *
 * @param asked facts that were asked for now: left open, they are a finding
 */
export const withoutUnasked = (found: readonly Finding[], asked: readonly string[] = []): Finding[] =>
  found.filter(
    ({ isUnknown, missing }) =>
      !isUnknown || missing.some(({ kind, name }) => kind === 'limit' || asked.includes(name)),
  )
