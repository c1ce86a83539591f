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

/** Whether this opening is for this finding, by who may. A finding that is final is opened by nobody. */
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
