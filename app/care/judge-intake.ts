/**
 * Judges an intake by the rules of groups B and S, with the protocol in force.
 *
 * What holds as it did before stays the finding it was; what is new is added; what holds no more is closed, with
 * what brought that about. A screen that asked for a person, and an answer that somebody is not safe at home, are
 * never taken back by another answer: a clinician closes them.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import { asq } from '../clinical/instruments/asq.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { intakeFactsOf } from '../clinical/intake/facts-of.ts'
import { sheetKind } from '../clinical/intake/parts.ts'
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
const NEVER_TAKEN_BACK: readonly string[] = ['S01', 'S02', 'S03', 'B05', 'B29']

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
  const stored = await readIntake(scope, key)
  const protocol = await findProtocolInForce(scope)
  const limits = protocol?.limits ?? {}
  const sheetIds = new Map([...stored.sheets].map(([kind, { id }]) => [kind, id]))
  const found = findings(
    JUDGED_AT.intake,
    intakeFactsOf(intakeIn(stored, now), limits),
    limits,
    recordIdsOf(sheetIds),
  )

  const before = await listOfRules(
    scope,
    JUDGED_AT.intake.map(({ id }) => id),
  )
  const holdsStill = (finding: Finding) =>
    before.find((one) => one.closedAs !== 'anew' && isSame(one, finding, protocol?.version))
  const added = await insertFindings(
    scope,
    { answerSheetId },
    protocol?.version,
    found.filter((finding) => holdsStill(finding) === undefined),
  )
  const over = before.filter(
    (one) =>
      one.closedAs === null &&
      (one.isUnknown || !NEVER_TAKEN_BACK.includes(one.ruleId)) &&
      !found.some((finding) => isSame(one, finding, protocol?.version)),
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

/** The answers that a rule which asks for a person has looked at. */
function answersOf({ responses, sheets }: StoredIntake, ruleId: string): string | undefined {
  if (ruleId === 'B05') return responses.get(phq9.code)?.id
  if (ruleId === 'B29') return sheets.get(sheetKind('alone'))?.id
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
