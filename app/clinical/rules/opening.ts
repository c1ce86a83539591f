/** Opening what a rule has closed: by a prescriber, with a reason, for what they saw and nothing else. */
import type { Evidence, Finding } from './rule.ts'

export type Opening = {
  /** Every rule the finding spoke for. A finding that speaks for more is another one. */
  rules: Finding['rules']
  /**
   * What the finding showed when it was opened. Other numbers close it again; what belongs to a sensitive
   * segment is told apart by the id of its record.
   */
  evidence: Evidence
  isByPrescriber: boolean
  because: string
}

/** Findings that still stop the step: blocks and reviews that nobody who may has opened. */
export const stillClosed = (findings: readonly Finding[], openings: readonly Opening[]): Finding[] =>
  findings.filter(
    (finding) =>
      (finding.severity === 'block' || finding.severity === 'review') &&
      !openings.some((opening) => opens(opening, finding)),
  )

export function opens(opening: Opening, finding: Finding): boolean {
  return (
    !finding.isFinal &&
    opening.isByPrescriber &&
    opening.because.trim() !== '' &&
    isSameRules(opening.rules, finding.rules) &&
    isSame(opening.evidence, finding.evidence)
  )
}

const isSameRules = (a: Finding['rules'], b: Finding['rules']): boolean =>
  a.length === b.length &&
  a.every((one) => b.some((other) => other.id === one.id && other.version === one.version))

/** In whatever order the two were kept; a number that is not there equals one that is missing. */
function isSame(a: Evidence, b: Evidence): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? null) === (b[name] ?? null))
}
