/**
 * Findings that ask for a person at once wherever they are found, and not with the next look at a list: thoughts of
 * suicide, a question about them that was skipped, and a home that is not safe.
 *
 * Source: rules B01, B02, B04, B05, B29, S01 to S03. Sign-off: docs/clinical/rules.md
 */
import type { AlertLevel } from '../session/state.ts'
import type { Finding } from './rule.ts'

const LEVELS: Readonly<Record<string, AlertLevel>> = {
  S01: 'emergency',
  B01: 'emergency',
  S02: 'person-now',
  S03: 'person-now',
  B02: 'person-now',
  B04: 'person-now',
  B05: 'person-now',
  B29: 'person-now',
}

/**
 * How loudly a person is asked for; undefined where the list is enough. What could not be judged is nobody's word that
 * it is right now.
 */
export function askedLevel({
  ruleId,
  isUnknown,
}: Pick<Finding, 'ruleId' | 'isUnknown'>): AlertLevel | undefined {
  if (!Object.hasOwn(LEVELS, ruleId)) return undefined
  return isUnknown ? 'person-now' : LEVELS[ruleId]
}

/** Whether somebody said that it is right now: then help comes before everything else they read. */
export const isRightNow = (finding: Pick<Finding, 'ruleId' | 'isUnknown'>): boolean =>
  askedLevel(finding) === 'emergency'
