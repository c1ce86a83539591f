import { sql } from 'kysely'
import type { Scope } from '../access/permit.ts'

/** How often one rule found something, over the whole practice. Numbers, and nobody's name. */
export type RuleCount = {
  ruleId: string
  /** It could not be judged, for want of a fact or a limit. */
  isUnknown: boolean
  findings: number
  patients: number
}

/** Rules that found nothing since then are not among them. */
export async function countFindings({ trx }: Scope<'read-rules'>, since: Date): Promise<RuleCount[]> {
  type Row = { rule_id: string; is_unknown: boolean; findings: string; patients: string }
  const { rows } = await sql<Row>`select * from access.count_findings(${since})`.execute(trx)
  return rows.map(({ rule_id, is_unknown, findings, patients }) => ({
    ruleId: rule_id,
    isUnknown: is_unknown,
    findings: Number(findings),
    patients: Number(patients),
  }))
}
