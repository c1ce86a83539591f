import type { ComponentChildren } from 'preact'
import { isKeptApart } from '../clinical/facts/fact.ts'
import type { Severity } from '../clinical/outcome.ts'
import type { Evidence } from '../clinical/rules/rule.ts'
import { shownValue } from '../content/finding-words.ts'
import type { Words } from '../content/words.ts'
import { Time, type When } from './when.tsx'

/** What a rule says. */
export type RuleText = {
  clinician: string
  /** What it asks, for a finding that could not be judged. */
  condition: string
  /** `null`: the patient reads nothing of it. */
  forPatient: string | null
  /** What whoever is beside them in a session reads; only of a rule that is judged there. */
  forBeside?: string | undefined
}

export type FindingView = {
  id: string
  ruleId: string
  ruleVersion: number
  severity: Severity
  /** The rule could not be judged: a fact or a signed limit was missing. */
  isUnknown: boolean
  evidence: Evidence
  /** Undefined where nobody has written words for the rule. */
  text?: RuleText | undefined
  /** Names of what the evidence holds, where the page has none of its own. */
  labels?: Readonly<Record<string, string>>
  /** With an unknown one: what was not there, and for which rules it speaks. */
  lacks?: string | undefined
  /** Page of docs/clinical the rule comes from. */
  source: string
  found: When
  /** The signed protocol whose limits were used; null when none was in force. */
  protocol: { version: number; signedOn: When } | null
}

type FindingRowProps = {
  words: Words['patient']
  finding: FindingView
  /** What may be done about it: forms, shown at the end. */
  children?: ComponentChildren
}

/** One finding as a clinician checks it: how strong, what, from which numbers, by which rule and limits, when. */
export function FindingRow({ words, finding, children }: FindingRowProps) {
  const { severity, ruleId, ruleVersion, isUnknown, source, found, protocol } = finding
  return (
    <li class={`finding ${severity}`}>
      <p class="finding-severity">
        {words.severity[severity]} {isUnknown && <span class="quiet">{words.unknown}</span>}
      </p>
      <div class="finding-body">
        <p class="finding-sentence">{findingSentence(words, finding)}</p>
        {finding.lacks !== undefined && <p>{finding.lacks}</p>}
        <FindingEvidence words={words} evidence={finding.evidence} labels={finding.labels} />
        {/* What a rule says when it fires would not be true of what could not be judged. */}
        {finding.text !== undefined && !isUnknown && (
          <p class="quiet">
            {finding.text.forPatient === null
              ? words.finding.nothingForPatient
              : words.finding.forPatient(finding.text.forPatient)}
            {finding.text.forBeside !== undefined && (
              <>
                <br />
                {words.finding.forBeside(finding.text.forBeside)}
              </>
            )}
          </p>
        )}
        <p class="quiet">
          {words.finding.rule(ruleId, ruleVersion)} ·{' '}
          {protocol === null
            ? words.finding.noLimits
            : words.finding.limits(protocol.version, protocol.signedOn.text)}{' '}
          · {words.finding.found} <Time when={found} /> · {words.finding.source} {source}
        </p>
        {children}
      </div>
    </li>
  )
}

/** The finding in one sentence. A rule nobody has written words for yet still shows, by its id. */
export function findingSentence(
  words: Words['patient'],
  { ruleId, isUnknown, evidence, text }: Pick<FindingView, 'ruleId' | 'isUnknown' | 'evidence' | 'text'>,
): string {
  const known = words.findings[ruleId]
  if (known === undefined && text !== undefined)
    return isUnknown ? words.finding.notJudged(ruleId, text.condition) : text.clinician
  if (known === undefined) {
    return isUnknown ? words.finding.fallbackUnknown(ruleId) : words.finding.fallback(ruleId)
  }
  return isUnknown ? known.unknown(evidence) : known.fires(evidence)
}

type FindingEvidenceProps = {
  words: Words['patient']
  evidence: Evidence
  labels: FindingView['labels']
}

function FindingEvidence({ words, evidence, labels }: FindingEvidenceProps) {
  // In the order of the words, whatever order the database kept them in.
  const place = (name: string) => Object.keys(words.evidence).indexOf(name)
  const facts = Object.entries(evidence).sort(([a], [b]) => place(a) - place(b))
  if (facts.length === 0) return null
  return (
    <dl class="evidence">
      {facts.map(([name, value]) => {
        const known = words.evidence[name]
        return (
          <div key={name}>
            <dt>{known?.label ?? labels?.[name] ?? name}</dt>
            <dd>{evidenceText(words.finding, shownValue(name, value), known?.unit)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function evidenceText(
  words: Words['patient']['finding'],
  value: Evidence[string] | null,
  unit: string | undefined,
): string {
  if (value === undefined || value === null) return words.missing
  if (value === 'not-loaded') return words.notLoaded
  if (value === 'not-asked-again') return words.notAskedAgain
  return isKeptApart(value) ? words.keptApart : `${value} ${unit ?? ''}`
}

const STRENGTH: Readonly<Record<Severity, number>> = { block: 0, review: 1, advise: 2, inform: 3 }

/** Strongest first; of equal strength what fired, the suicide screen first, and then what has waited longest. */
export function strongestFirst(findings: readonly FindingView[]): FindingView[] {
  return [...findings].sort(
    (a, b) =>
      STRENGTH[a.severity] - STRENGTH[b.severity] ||
      Number(a.isUnknown) - Number(b.isUnknown) ||
      Number(isOtherThanSuicide(a)) - Number(isOtherThanSuicide(b)) ||
      Date.parse(a.found.iso) - Date.parse(b.found.iso),
  )
}

const isOtherThanSuicide = ({ ruleId }: FindingView): boolean => !/^S\d/.test(ruleId)
