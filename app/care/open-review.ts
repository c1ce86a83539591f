/**
 * A prescriber opens an intake. What they now have before their eyes is noted as seen, because the patient is told
 * so. Sensitive segments are not among it: they are opened one by one.
 */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { ASSESSMENT_SHEET } from '../clinical/assessment/questions.ts'
import type { LoadedText } from '../clinical/instruments/questionnaire-text.ts'
import { HANDED_IN_SHEET } from '../clinical/intake/parts.ts'
import { RULE_GROUPS } from '../clinical/rules/all.ts'
import type { Database } from '../database/connection.ts'
import { findLatestSheet } from '../records/answer-sheets.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { listFindings } from '../records/findings.ts'
import { listTexts } from '../records/instrument-wordings.ts'
import { readIntake, type StoredIntake } from '../records/intake.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { noteSeen } from '../records/questionnaire-responses.ts'
import { answeredIn } from './scales-now.ts'

const JUDGED: readonly string[] = [
  ...Object.keys(RULE_GROUPS.intake),
  ...Object.keys(RULE_GROUPS.suicideScreen),
]

export async function openReview(
  db: Database,
  vault: Vault,
  permit: Permit<'read-chart'>,
  reader: Pick<Member, 'name'>,
  at: Date,
) {
  return inScope(db, permit, async (scope) => {
    const key = await vault.keyOf(scope)
    const intake = await readIntake(scope, key)
    const handedInAt = (await findLatestSheet(scope, key, HANDED_IN_SHEET))?.authoredAt
    const assessment = await findLatestSheet(scope, key, ASSESSMENT_SHEET)
    const enrolment = await findEnrolment(scope)
    const findings = (await listFindings(scope)).filter(({ ruleId }) => JUDGED.includes(ruleId))
    const limits = (await findProtocolInForce(scope))?.limits ?? {}
    const texts = await textsAnswered(scope, intake)
    const ids = [...intake.responses.values()].map(({ id }) => id)
    await noteSeen(scope, ids, reader.name, at)
    return { intake, texts, assessment, handedInAt, state: enrolment?.state, findings, limits }
  })
}

/** The words under which scales were answered, by their ids. */
export async function textsAnswered(
  scope: Scope<'read-chart' | 'read-segment'>,
  intake: StoredIntake,
): Promise<ReadonlyMap<string, LoadedText>> {
  const answered = answeredIn(intake)
  return listTexts(
    scope,
    [...answered.values()].flatMap(({ response }) => response.wordingId ?? []),
  )
}

export type Review = Awaited<ReturnType<typeof openReview>>
