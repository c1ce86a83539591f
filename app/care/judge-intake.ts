/**
 * Judges an intake by the rules of groups B and S, with the protocol in force.
 *
 * What holds as it did before stays the finding it was; what is new is added; what holds no more is closed, with
 * what brought that about. A screen that asked for a person, an answer that somebody is not safe at home, and one that
 * tells of psychosis or mania are never taken back by another answer: a clinician closes them.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import { asq } from '../clinical/instruments/asq.ts'
import { cssrs } from '../clinical/instruments/cssrs.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { scaleSheet } from '../clinical/instruments/scale-response.ts'
import { intakeFactsOf } from '../clinical/intake/facts-of.ts'
import { type PartKey, sheetKind } from '../clinical/intake/parts.ts'
import { recordIdsOf } from '../clinical/intake/record-ids.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { insertFindings } from '../records/findings.ts'
import { readIntake, type StoredIntake } from '../records/intake.ts'
import { type ClosedAnew, closeAnew, listOfRules, type RuleFinding } from '../records/intake-findings.ts'
import { enqueue } from '../records/jobs.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { isSameJson } from '../system/json.ts'
import { intakeIn } from './intake-facts.ts'
import { raiseOfRecord } from './raise-of-record.ts'

/** A clinician closes these. */
const NEVER_TAKEN_BACK: readonly string[] = ['S01', 'S02', 'S03', 'B01', 'B02', 'B04', 'B05']
/** And what these block upon, but where it is found again with all that was said before: then it stands there once. */
const SAID_FOR_GOOD: readonly string[] = JUDGED_AT.told.map(({ id }) => id)
/** Those that do not wait until the intake is handed in, by the part with their questions. */
const WHEN_TOLD: Partial<Record<PartKey, readonly string[]>> = { thoughts: ['B11', 'B12'], alone: ['B29'] }

type Judging = {
  now: Date
  /** What it was judged upon: handed in, or recorded. */
  answerSheetId: string
  because: ClosedAnew
}

/** Returns how many findings are new, and how many were closed. The care team is told in the same transaction. */
export async function judgeIntake(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  { now, answerSheetId, because }: Judging,
): Promise<{ added: number; closed: number }> {
  const { stored, protocol, limits, facts, recordIds } = await factsNow(scope, key, now)
  const found = findings(JUDGED_AT.intake, facts, limits, recordIds)
  const before = await listOfRules(
    scope,
    JUDGED_AT.intake.map(({ id }) => id),
  )
  const added = await insertFindings(
    scope,
    { answerSheetId },
    protocol?.version,
    found.filter((finding) => !stands(before, finding, protocol?.version)),
  )
  const over = before.filter(
    (one) =>
      one.closedAs === null &&
      !found.some((finding) => isSame(one, finding, protocol?.version)) &&
      (one.isUnknown || isTakenBack(one, found)),
  )
  await closeAnew(
    scope,
    over.map(({ id }) => id),
    because,
    now,
  )
  await raiseOfRecord(
    scope,
    found.filter(({ isUnknown }) => !isUnknown),
    (ruleId) => answersOf(stored, ruleId),
    now,
  )
  await enqueue(scope, 'tell-care-team', answerSheetId, { causeId: answerSheetId })
  return { added, closed: over.length }
}

/**
 * What asks for a clinician as soon as it is told, whether or not the intake is handed in: a home that is not safe,
 * psychosis, mania. It closes nothing, and what is still open to a question is no finding yet. Handed in with the same
 * answers, the intake finds and raises nothing twice.
 */
export async function judgeTold(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  { now, part, answerSheetId }: { now: Date; part: PartKey; answerSheetId: string },
): Promise<void> {
  const rules = WHEN_TOLD[part]
  if (!rules) return
  const { stored, protocol, limits, facts, recordIds } = await factsNow(scope, key, now)
  const before = await listOfRules(scope, rules)
  const fresh = findings(JUDGED_AT.told, facts, limits, recordIds).filter(
    (finding) =>
      rules.includes(finding.ruleId) && !finding.isUnknown && !stands(before, finding, protocol?.version),
  )
  const added = await insertFindings(scope, { answerSheetId }, protocol?.version, fresh)
  await raiseOfRecord(scope, fresh, (ruleId) => answersOf(stored, ruleId), now)
  if (added > 0) await enqueue(scope, 'tell-care-team', answerSheetId, { causeId: answerSheetId })
}

async function factsNow(scope: Scope<AboutPatient>, key: PatientKey, now: Date) {
  const stored = await readIntake(scope, key)
  const protocol = await findProtocolInForce(scope)
  const limits = protocol?.limits ?? {}
  const sheetIds = new Map([...stored.sheets].map(([kind, { id }]) => [kind, id]))
  const facts = intakeFactsOf(intakeIn(stored, now), limits)
  return { stored, protocol, limits, facts, recordIds: recordIdsOf(sheetIds) }
}

/** Open, or closed by a clinician who had the same before them. */
const stands = (before: readonly RuleFinding[], finding: Finding, protocolVersion: number | undefined) =>
  before.some((one) => one.closedAs !== 'anew' && isSame(one, finding, protocolVersion))

/** Whether another answer may take back what was found. */
function isTakenBack({ ruleId, severity, evidence }: RuleFinding, found: readonly Finding[]): boolean {
  if (NEVER_TAKEN_BACK.includes(ruleId)) return false
  if (!SAID_FOR_GOOD.includes(ruleId) || severity !== 'block') return true
  return found.some(
    (one) =>
      one.ruleId === ruleId &&
      one.severity === severity &&
      !one.isUnknown &&
      Object.keys(evidence).every((name) => one.evidence[name] !== undefined),
  )
}

/** The answers that a rule which asks for a person has looked at. */
function answersOf({ responses, sheets }: StoredIntake, ruleId: string): string | undefined {
  if (ruleId === 'B05') return responses.get(phq9.code)?.id
  if (ruleId === 'B29') return sheets.get(sheetKind('alone'))?.id
  if (JUDGED_AT.risk.some(({ id }) => id === ruleId)) return sheets.get(scaleSheet(cssrs.code))?.id
  return responses.get(asq.code)?.id
}

const isSame = (before: RuleFinding, now: Finding, protocolVersion: number | undefined): boolean =>
  before.ruleId === now.ruleId &&
  before.ruleVersion === now.ruleVersion &&
  before.severity === now.severity &&
  before.isUnknown === now.isUnknown &&
  before.protocolVersion === (protocolVersion ?? null) &&
  isSameJson(before.evidence, now.evidence) &&
  isSameJson(before.rules, now.rules) &&
  isSameJson(before.missing, now.missing)
