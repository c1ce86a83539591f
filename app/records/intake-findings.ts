import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { StoredFinding } from './findings.ts'

/** What closed a finding beside a clinician's reason: answers or a record that no longer bear it out. */
export type ClosedAnew = 'answered-anew' | 'recorded-anew'
const ANEW: readonly string[] = ['answered-anew', 'recorded-anew'] satisfies readonly ClosedAnew[]

export type RuleFinding = Pick<
  StoredFinding,
  'id' | 'ruleId' | 'ruleVersion' | 'isUnknown' | 'severity' | 'evidence' | 'rules' | 'missing'
> & {
  protocolVersion: number | null
  /** Null while it is open. */
  closedAs: 'by-clinician' | 'anew' | null
}

/** Every finding of these rules that belongs to no session, open or closed, the oldest first. */
export async function listOfRules(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  ruleIds: readonly string[],
): Promise<RuleFinding[]> {
  const rows = await trx
    .selectFrom('finding')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('rule_id', 'in', ruleIds)
    .where('session_id', 'is', null)
    .orderBy('found_at')
    .orderBy('finding_id')
    .execute()
  return rows.map((row) => ({
    id: row.finding_id,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    isUnknown: row.is_unknown,
    severity: row.severity,
    evidence: row.evidence,
    rules: row.rules,
    missing: row.missing,
    protocolVersion: row.protocol_version,
    closedAs: row.closed_at && (ANEW.includes(row.closed_because ?? '') ? 'anew' : 'by-clinician'),
  }))
}

/** Closes what these rules found in earlier answers of one form, because the form itself says so now. */
export async function closeFoundIn(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  answersIds: readonly string[],
  ruleIds: readonly string[],
  closedAt: Date,
): Promise<void> {
  if (answersIds.length === 0 || ruleIds.length === 0) return
  await trx
    .updateTable('finding')
    .set({ closed_at: closedAt, closed_by: actorId, closed_because: 'answered-anew' satisfies ClosedAnew })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where((eb) =>
      eb.or([eb('questionnaire_response_id', 'in', answersIds), eb('answer_sheet_id', 'in', answersIds)]),
    )
    .where('rule_id', 'in', ruleIds)
    .where('closed_at', 'is', null)
    .execute()
}

/** Closes what these rules found in one session, because it is so no more by what was recorded since. */
export async function closeInSession(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  sessionId: string,
  ruleIds: readonly string[],
  closedAt: Date,
): Promise<void> {
  if (ruleIds.length === 0) return
  await trx
    .updateTable('finding')
    .set({ closed_at: closedAt, closed_by: actorId, closed_because: 'recorded-anew' satisfies ClosedAnew })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .where('rule_id', 'in', ruleIds)
    .where('closed_at', 'is', null)
    .execute()
}

/** Closes open findings that no longer hold, in the name of whoever answered or recorded anew. */
export async function closeAnew(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  findingIds: readonly string[],
  because: ClosedAnew,
  closedAt: Date,
): Promise<void> {
  if (findingIds.length === 0) return
  await trx
    .updateTable('finding')
    .set({ closed_at: closedAt, closed_by: actorId, closed_because: because })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('finding_id', 'in', findingIds)
    .where('closed_at', 'is', null)
    .execute()
}
