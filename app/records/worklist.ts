import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'
import type { Severity } from '../clinical/outcome.ts'
import type { Evidence } from '../clinical/rules/rule.ts'

/**
 * One person with something open, shown by their strongest finding: of equally strong ones what fires before what
 * could not be judged, the suicide screen first, and then the oldest.
 */
export type WorklistRow = {
  patientId: string
  name: string
  /** 'YYYY-MM-DD' */
  bornOn: string
  state: string
  place: string
  findingId: string
  ruleId: string
  ruleVersion: number
  isUnknown: boolean
  severity: Severity
  evidence: Evidence
  foundAt: Date
  moreFindings: number
  /** Null when nothing was handed in yet; `total` null when it could not be scored. */
  latest: { total: number | null; authoredAt: Date } | null
}

/** Where the next page begins: after this row. */
export type WorklistPlace = { severityRank: number; foundAt: string; findingId: string }

type Row = {
  patient_id: string
  given_name: string
  family_name: string
  born_on: string
  state: string
  place: string
  finding_id: string
  rule_id: string
  rule_version: number
  is_unknown: boolean
  severity: Severity
  severity_rank: number
  evidence: Evidence
  found_at: Date
  /** Where the row stands: by their finding that has waited longest among the strongest. */
  place_at: string
  place_id: string
  more: number
  total: number | null
  authored_at: Date | null
}

/**
 * Who among the actor's own patients needs a clinician's eye: strongest first,
 * then who has waited longest. `next` is absent on the last page.
 *
 * Reads the index of open findings in its order and stops when the page is full,
 * so that its cost does not grow with the practice.
 */
export async function listWorklist(
  scope: Scope<'read-worklist'>,
  limit: number,
  after?: WorklistPlace,
): Promise<{ rows: WorklistRow[]; next: WorklistPlace | undefined }> {
  const { trx, practiceId } = scope
  const behind = after
    ? sql`and (finding.severity_rank, finding.found_at, finding.finding_id)
        > (${after.severityRank}::smallint, ${after.foundAt}::timestamptz, ${after.findingId}::uuid)`
    : sql``
  // The page first, by itself, and then what is shown of it: joined at once, the planner sorts every open finding.
  // So it would with a plain "not exists", of which it guesses that hardly a row is left; "is true" keeps it a test.
  const { rows: found } = await sql<Row>`
    with page as materialized (
      select finding.* from finding
      where finding.practice_id = ${practiceId} and finding.closed_at is null ${behind}
        and (not exists (
          select from finding as stronger
          where stronger.practice_id = ${practiceId} and stronger.patient_id = finding.patient_id
            and stronger.closed_at is null
            and (stronger.severity_rank, stronger.found_at, stronger.finding_id)
              < (finding.severity_rank, finding.found_at, finding.finding_id)
        )) is true
      order by finding.severity_rank, finding.found_at, finding.finding_id
      limit ${limit + 1}
    )
    select page.patient_id, patient.given_name, patient.family_name, patient.born_on, patient.state, patient.place,
      first.finding_id, first.rule_id, first.rule_version, first.is_unknown, first.severity, first.evidence,
      first.found_at, page.severity_rank, page.found_at::text as place_at, page.finding_id as place_id,
      (select count(*)::integer - 1 from finding as open
        where open.practice_id = ${practiceId} and open.patient_id = page.patient_id and open.closed_at is null
      ) as more,
      latest.total, latest.authored_at
    from page
    join patient on patient.practice_id = page.practice_id and patient.patient_id = page.patient_id
    cross join lateral (
      select open.* from finding as open
      where open.practice_id = ${practiceId} and open.patient_id = page.patient_id and open.closed_at is null
      order by open.severity_rank, open.is_unknown, open.rule_id !~ '^S[0-9]', open.found_at, open.finding_id
      limit 1
    ) as first
    left join lateral (
      select response.total, response.authored_at from questionnaire_response as response
      where response.practice_id = ${practiceId} and response.patient_id = page.patient_id
        and response.instrument = 'pcl-5'
      order by response.authored_at desc limit 1
    ) as latest on true
    order by page.severity_rank, page.found_at, page.finding_id`.execute(trx)

  const shown = found.slice(0, limit)
  scope.appeared(shown.map((row) => row.patient_id))
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(fromRow),
    next: last && {
      severityRank: last.severity_rank,
      foundAt: last.place_at,
      findingId: last.place_id,
    },
  }
}

const fromRow = (row: Row): WorklistRow => ({
  patientId: row.patient_id,
  name: `${row.given_name} ${row.family_name}`,
  bornOn: row.born_on,
  state: row.state,
  place: row.place,
  findingId: row.finding_id,
  ruleId: row.rule_id,
  ruleVersion: row.rule_version,
  isUnknown: row.is_unknown,
  severity: row.severity,
  evidence: row.evidence,
  foundAt: row.found_at,
  moreFindings: row.more,
  latest: row.authored_at && { total: row.total, authoredAt: row.authored_at },
})
