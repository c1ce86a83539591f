import type { Scope } from '../access/permit.ts'
import type { Severity } from '../clinical/outcome.ts'
import type { Evidence, Finding } from '../clinical/rules/rule.ts'
import { AppError } from '../system/errors.ts'

/**
 * Stores what was found about one response. Judged again, because an older
 * response arrived late, the same rule in the same version is found once and
 * keeps its first evidence. Returns how many are new.
 */
export async function insertFindings(
  { trx, practiceId, patientId }: Scope<'submit-answers'>,
  questionnaireResponseId: string,
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
        questionnaire_response_id: questionnaireResponseId,
        rule_id: finding.ruleId,
        rule_version: finding.ruleVersion,
        protocol_version: protocolVersion ?? null,
        is_unknown: finding.isUnknown,
        severity: finding.severity,
        evidence: JSON.stringify(finding.evidence),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'questionnaire_response_id', 'rule_id', 'rule_version']).doNothing(),
    )
    .returning('finding_id')
    .execute()
  return inserted.length
}

export type StoredFinding = {
  id: string
  ruleId: string
  ruleVersion: number
  protocolVersion: number | null
  isUnknown: boolean
  severity: Severity
  evidence: Evidence
  foundAt: Date
  closedAt: Date | null
  closedBecause: string | null
}

const COLUMNS = [
  'finding.finding_id',
  'finding.rule_id',
  'finding.rule_version',
  'finding.protocol_version',
  'finding.is_unknown',
  'finding.severity',
  'finding.severity_rank',
  'finding.evidence',
  'finding.found_at',
  'finding.closed_at',
  'finding.closed_because',
] as const

type Row = {
  finding_id: string
  rule_id: string
  rule_version: number
  protocol_version: number | null
  is_unknown: boolean
  severity: Severity
  evidence: Evidence
  found_at: Date
  closed_at: Date | null
  closed_because: string | null
}

const fromRow = (row: Row): StoredFinding => ({
  id: row.finding_id,
  ruleId: row.rule_id,
  ruleVersion: row.rule_version,
  protocolVersion: row.protocol_version,
  isUnknown: row.is_unknown,
  severity: row.severity,
  evidence: row.evidence,
  foundAt: row.found_at,
  closedAt: row.closed_at,
  closedBecause: row.closed_because,
})

/** Everything found about one patient: open ones first, strongest first, then the closed. */
export async function listFindings({
  trx,
  practiceId,
  patientId,
}: Scope<'read-chart'>): Promise<StoredFinding[]> {
  const rows = await trx
    .selectFrom('finding')
    .select(COLUMNS)
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('severity_rank')
    .orderBy('found_at')
    .execute()
  return rows.map(fromRow)
}

export type WorklistRow = StoredFinding & { patientId: string; patientName: string }

/** Where the next page begins: after this finding. */
export type WorklistPlace = { severityRank: number; foundAt: string; findingId: string }

/**
 * What still needs a clinician's eye among the actor's own patients, strongest
 * first, then what has waited longest. `next` is absent on the last page.
 */
export async function listWorklist(
  scope: Scope<'read-worklist'>,
  limit: number,
  after?: WorklistPlace,
): Promise<{ rows: WorklistRow[]; next: WorklistPlace | undefined }> {
  const { trx, practiceId, actorId } = scope
  const found = await trx
    .selectFrom('finding')
    .innerJoin('care_team_member as team', (join) =>
      join
        .onRef('team.practice_id', '=', 'finding.practice_id')
        .onRef('team.patient_id', '=', 'finding.patient_id')
        .on('team.actor_id', '=', actorId),
    )
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.practice_id', '=', 'finding.practice_id')
        .onRef('patient.patient_id', '=', 'finding.patient_id'),
    )
    .select(COLUMNS)
    .select(['finding.patient_id', 'patient.given_name', 'patient.family_name'])
    .select((eb) => eb.cast<string>('finding.found_at', 'text').as('found_at_text'))
    .where('finding.practice_id', '=', practiceId)
    .where('finding.closed_at', 'is', null)
    .$if(after !== undefined, (query) =>
      query.where((eb) => {
        const place = after as WorklistPlace
        return eb(
          eb.refTuple('finding.severity_rank', 'finding.found_at', 'finding.finding_id'),
          '>',
          eb.tuple(place.severityRank, eb.cast<Date>(eb.val(place.foundAt), 'timestamptz'), place.findingId),
        )
      }),
    )
    .orderBy('finding.severity_rank')
    .orderBy('finding.found_at')
    .orderBy('finding.finding_id')
    .limit(limit + 1)
    .execute()

  const shown = found.slice(0, limit)
  scope.appeared(shown.map((row) => row.patient_id))
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) => ({
      ...fromRow(row),
      patientId: row.patient_id,
      patientName: `${row.given_name} ${row.family_name}`,
    })),
    next: last && {
      severityRank: last.severity_rank,
      foundAt: last.found_at_text,
      findingId: last.finding_id,
    },
  }
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
