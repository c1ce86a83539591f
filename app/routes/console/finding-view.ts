import { ALL_RULES, type RuleId } from '../../clinical/rules/all.ts'
import { isRoomRule } from '../../clinical/rules/in-the-room.ts'
import { sourceOf } from '../../clinical/rules/sources.ts'
import { labelOf, unknownText } from '../../content/finding-words.ts'
import { besideText, patientText, ruleWords } from '../../content/rule-words.ts'
import type { Language } from '../../content/words.ts'
import type { StoredFinding } from '../../records/findings.ts'
import type { Clockface } from '../../system/time.ts'
import type { FindingView, RuleText } from '../../ui/finding-row.tsx'

/** @param team who is told, by the name a patient knows them under */
export function findingView(
  finding: StoredFinding,
  { face, language, team }: { face: Clockface; language: Language; team: string },
): FindingView {
  const { id, ruleId, ruleVersion, severity, isUnknown, evidence, foundAt, protocol } = finding
  return {
    ...{ id, ruleId, ruleVersion, severity, isUnknown, evidence },
    text: ruleText(language, finding, team),
    labels: Object.fromEntries(Object.keys(evidence).map((name) => [name, labelOf(language, name)])),
    lacks: isUnknown && finding.missing.length > 0 ? unknownText(language, finding) : undefined,
    source: sourceOf(ruleId),
    found: face.instant(foundAt),
    protocol: protocol && { version: protocol.version, signedOn: face.day(protocol.signedAt) },
  }
}

const isRule = (id: string): id is RuleId => ALL_RULES.some((rule) => rule.id === id)

/** What a rule says, to the clinician, the patient and whoever is beside them; undefined for one that is no longer there. */
export function ruleText(
  language: Language,
  { ruleId, severity }: Pick<StoredFinding, 'ruleId' | 'severity'>,
  team: string,
): RuleText | undefined {
  if (!isRule(ruleId)) return undefined
  const { clinician, condition } = ruleWords[language][ruleId]
  const state = { is: 'sent', to: team } as const
  return {
    ...{ clinician, condition },
    forPatient: patientText(language, ruleId, state, severity),
    forBeside: isRoomRule(ruleId) ? besideText(language, ruleId, state, severity) : undefined,
  }
}
