/**
 * A patient hands in a PCL-5.
 *
 * Answers, score, findings, the job that tells a clinician and the audit event
 * are written together or not at all, so there is never a worsening on record
 * that nobody is told of.
 */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import { pcl5Worsening } from '../clinical/rules/pcl5-worsening.ts'
import { findings } from '../clinical/rules/rule.ts'
import type { Database } from '../database/connection.ts'
import { insertFindings } from '../records/findings.ts'
import { enqueue } from '../records/jobs.ts'
import { findProtocolInForce, type SignedProtocol } from '../records/protocol-versions.ts'
import {
  insertQuestionnaireResponse,
  listSeries,
  lockPatient,
  type StoredResponse,
} from '../records/questionnaire-responses.ts'

type Submission = { id: string; language: string; answers: Answers; authoredAt: Date }

export async function submitPcl5(
  db: Database,
  permit: Permit<'submit-answers'>,
  { id, language, answers, authoredAt }: Submission,
): Promise<'stored' | 'already-stored'> {
  const result = pcl5.score(answers)

  return inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    const outcome = await insertQuestionnaireResponse(scope, {
      id,
      instrument: pcl5.code,
      instrumentVersion: pcl5.version,
      language,
      answers,
      total: result.status === 'complete' ? result.score.total : null,
      authoredAt,
    })
    if (outcome === 'already-stored') return outcome // a retry after a lost connection

    const protocol = await findProtocolInForce(scope)
    const series = await listSeries(scope, pcl5)
    // What was authored after this one is judged again: it may have arrived first, and looked better than it is.
    const from = series.findIndex((response) => response.id === id)
    for (const [index, response] of series.entries()) {
      if (index >= from) await judge(scope, response, series.slice(0, index), protocol)
    }
    return outcome
  })
}

async function judge(
  scope: Scope<'submit-answers'>,
  response: StoredResponse,
  earlier: readonly StoredResponse[],
  protocol: SignedProtocol | undefined,
) {
  const facts = {
    pcl5: pcl5.score(response.answers),
    earlierTotals: earlier.flatMap(({ total }) => (total === null ? [] : [total])),
  }
  const found = findings([pcl5Worsening], facts, protocol?.limits ?? {})
  const added = await insertFindings(
    scope,
    { questionnaireResponseId: response.id },
    protocol?.version,
    found,
  )
  if (added === 0) return
  await enqueue(scope, 'tell-care-team', response.id, { questionnaireResponseId: response.id })
}
