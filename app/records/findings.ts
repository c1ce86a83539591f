import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Severity } from '../clinical/outcome.ts'
import type { Evidence, Finding } from '../clinical/rules/rule.ts'
import { AppError } from '../system/errors.ts'

/** What was judged: a response to an instrument, a sheet of answers, an order, or, by itself, a session. */
export type FoundIn =
  | { questionnaireResponseId: string }
  | { answerSheetId: string; sessionId?: string }
  | { sessionId: string; sessionEventId: string }
  | { supplyOrderId: string }

/**
 * Stores what was found in one thing. Judged again, because an older response arrived late, the same rule in the
 * same version is found once and keeps its first evidence. Returns how many are new.
 */
export async function insertFindings(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  foundIn: FoundIn,
  protocolVersion: number | undefined,
  found: readonly Finding[],
): Promise<number> {
  if (found.length === 0) return 0
  const inserted = await trx
    .insertInto('finding')
    .values(
      found.map((finding) => ({
        practice_id: practiceId,
        patient_id: patientId,
        questionnaire_response_id:
          'questionnaireResponseId' in foundIn ? foundIn.questionnaireResponseId : null,
        answer_sheet_id: 'answerSheetId' in foundIn ? foundIn.answerSheetId : null,
        session_id: 'sessionId' in foundIn ? (foundIn.sessionId ?? null) : null,
        session_event_id: 'sessionEventId' in foundIn ? foundIn.sessionEventId : null,
        supply_order_id: 'supplyOrderId' in foundIn ? foundIn.supplyOrderId : null,
        rule_id: finding.ruleId,
        rule_version: finding.ruleVersion,
        protocol_version: protocolVersion ?? null,
        is_unknown: finding.isUnknown,
        severity: finding.severity,
        evidence: JSON.stringify(finding.evidence),
        rules: JSON.stringify(finding.rules),
        missing: JSON.stringify(finding.missing),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('finding_id')
    .execute()
  return inserted.length
}

export type StoredFinding = {
  id: string
  ruleId: string
  ruleVersion: number
  /** The signed protocol whose limits were used; null when none was in force. */
  protocol: { version: number; signedAt: Date } | null
  isUnknown: boolean
  severity: Severity
  evidence: Evidence
  /** Every rule it speaks for, its own first. */
  rules: Finding['rules']
  /** With an unknown one: the facts and limits that were not there. */
  missing: Finding['missing']
  foundAt: Date
  closedAt: Date | null
  closedBecause: string | null
}

/** As `findings` has it: of equal strength what fires before what could not be judged, the suicide screen first. */
const isOtherThanSuicide = sql<boolean>`finding.rule_id !~ '^S[0-9]'`

/** Open findings of one patient, strongest first and then the oldest, followed by the closed. */
export async function listFindings({
  trx,
  practiceId,
  patientId,
}: Scope<'read-chart'>): Promise<StoredFinding[]> {
  const rows = await trx
    .selectFrom('finding')
    .leftJoin('protocol_version as protocol', (join) =>
      join
        .onRef('protocol.practice_id', '=', 'finding.practice_id')
        .onRef('protocol.version', '=', 'finding.protocol_version'),
    )
    .selectAll('finding')
    .select('protocol.signed_at')
    .where('finding.practice_id', '=', practiceId)
    .where('finding.patient_id', '=', patientId)
    .orderBy('finding.closed_at', (order) => order.desc().nullsFirst())
    .orderBy('finding.severity_rank')
    .orderBy('finding.is_unknown')
    .orderBy(isOtherThanSuicide)
    .orderBy('finding.found_at')
    .execute()
  return rows.map((row) => ({
    id: row.finding_id,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    protocol:
      row.protocol_version !== null && row.signed_at !== null
        ? { version: row.protocol_version, signedAt: row.signed_at }
        : null,
    isUnknown: row.is_unknown,
    severity: row.severity,
    evidence: row.evidence,
    rules: row.rules.length > 0 ? row.rules : [{ id: row.rule_id, version: row.rule_version }],
    missing: row.missing,
    foundAt: row.found_at,
    closedAt: row.closed_at,
    closedBecause: row.closed_because,
  }))
}

/** How many findings that block are open: as long as there is one, nothing is signed. */
export async function countOpenBlocks({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<number> {
  const { open } = await trx
    .selectFrom('finding')
    .select(({ fn }) => fn.countAll<string>().as('open'))
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('severity', '=', 'block')
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}

/** How many findings of these rules nobody has closed yet; what was found in one session, and its day, left out. */
export async function countOpenFindings(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  ruleIds: readonly string[],
  besideSession: string,
): Promise<number> {
  const { open } = await trx
    .selectFrom('finding')
    .select((eb) => eb.fn.countAll<string>().as('open'))
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('rule_id', 'in', [...ruleIds])
    .where('session_id', 'is distinct from', besideSession)
    .where('is_unknown', '=', false)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}

export type HoldingFinding = { id: string; ruleId: string; severity: Severity }

/**
 * What holds a session from the record, the oldest first: open, judged, and found beside that session and its day. Blocks
 * of all rules but some, and of others whatever they found.
 */
export async function listHolding(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  { blocksBut, always, besideSession }: Holding,
): Promise<HoldingFinding[]> {
  const rows = await trx
    .selectFrom('finding')
    .select(['finding_id', 'rule_id', 'severity'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', 'is distinct from', besideSession)
    .where('is_unknown', '=', false)
    .where('closed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('severity', '=', 'block'), eb('rule_id', 'not in', [...blocksBut])]),
        eb('rule_id', 'in', [...always]),
      ]),
    )
    .orderBy('found_at')
    .orderBy('finding_id')
    .execute()
  return rows.map((row) => ({ id: row.finding_id, ruleId: row.rule_id, severity: row.severity }))
}

type Holding = {
  blocksBut: readonly string[]
  always: readonly string[]
  besideSession: string
}

/** When one of these rules last fired; what could not be judged is none of them. */
export async function lastFoundAt(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  ruleIds: readonly string[],
): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('finding')
    .select('found_at')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('rule_id', 'in', [...ruleIds])
    .where('is_unknown', '=', false)
    .orderBy('found_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.found_at
}

export type SessionFinding = Pick<
  StoredFinding,
  'id' | 'ruleId' | 'isUnknown' | 'severity' | 'evidence' | 'rules' | 'missing' | 'foundAt' | 'closedAt'
>

/** What was found in one session and its day, the latest first. */
export async function listSessionFindings(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  sessionId: string,
): Promise<SessionFinding[]> {
  const rows = await trx
    .selectFrom('finding')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .orderBy('found_at', 'desc')
    .orderBy('severity_rank')
    .orderBy('is_unknown')
    .orderBy(isOtherThanSuicide)
    .execute()
  return rows.map((row) => ({
    id: row.finding_id,
    ruleId: row.rule_id,
    isUnknown: row.is_unknown,
    severity: row.severity,
    evidence: row.evidence,
    rules: row.rules.length > 0 ? row.rules : [{ id: row.rule_id, version: row.rule_version }],
    missing: row.missing,
    foundAt: row.found_at,
    closedAt: row.closed_at,
  }))
}

/**
 * Closes a finding with its reason. Closing it again with the same reason is
 * harmless; with another one, or by somebody else, is a conflict.
 */
export async function closeFinding(
  { trx, practiceId, patientId, actorId }: Scope<'close-finding'>,
  findingId: string,
  because: string,
  closedAt: Date,
): Promise<void> {
  const ofPatient = trx
    .selectFrom('finding')
    .select(['closed_by', 'closed_because'])
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('finding_id', '=', findingId)
  const { numUpdatedRows } = await trx
    .updateTable('finding')
    .set({ closed_at: closedAt, closed_by: actorId, closed_because: because })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('finding_id', '=', findingId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return
  const stored = await ofPatient.executeTakeFirst()
  if (!stored) throw new AppError('not-found', `no finding ${findingId} of this patient`)
  if (stored.closed_by !== actorId || stored.closed_because !== because)
    throw new AppError('conflict', `finding ${findingId} was closed before`)
}
