/** Opening what a rule has closed: by a prescriber, with a reason, for what they saw and nothing else. */
import type { Evidence, Finding } from './rule.ts'

export type Opening = {
  ruleId: string
  ruleVersion: number
  /** What the finding showed when it was opened. Other numbers close it again. */
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
    opening.ruleId === finding.ruleId &&
    opening.ruleVersion === finding.ruleVersion &&
    isSame(opening.evidence, finding.evidence)
  )
}

/** In whatever order the two were kept; a number that is not there equals one that is missing. */
function isSame(a: Evidence, b: Evidence): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? null) === (b[name] ?? null))
}
