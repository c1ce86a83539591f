/**
 * A patient hands in a questionnaire.
 *
 * Answers, score, findings, the job that tells a clinician and the audit event
 * are written together or not at all, so there is never a worsening, or a screen
 * that asks for a person, on record that nobody is told of.
 */
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { DatedTotal } from '../clinical/course/dose-steps.ts'
import { type CourseRecord, courseFacts } from '../clinical/course/facts-of-course.ts'
import { asq } from '../clinical/instruments/asq.ts'
import type { Answers, Instrument } from '../clinical/instruments/instrument.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import type { Limits } from '../clinical/protocol.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { Database } from '../database/connection.ts'
import { insertFindings } from '../records/findings.ts'
import { enqueue } from '../records/jobs.ts'
import { findProtocolInForce, type SignedProtocol } from '../records/protocol-versions.ts'
import {
  completeTotals,
  insertQuestionnaireResponse,
  listToJudge,
  lockPatient,
  type StoredResponse,
} from '../records/questionnaire-responses.ts'
import { judgeMood } from './judge-mood.ts'
import { judgeWeek } from './judge-week.ts'
import { judgeScreen, raiseOfMood, type Submission, supersedeDrafts } from './keep-safety-answers.ts'
import { raiseOfRecord } from './raise-of-record.ts'

/** What is judged the moment it is handed in, by the instrument's code. The others wait for what they belong to. */
type Judge = (
  response: StoredResponse,
  earlier: readonly DatedTotal[],
  protocol: SignedProtocol | undefined,
  scope: Scope<'submit-answers'>,
) => Finding[] | Promise<Finding[]>
const AT_ONCE: Readonly<Record<string, Judge>> = {
  [pcl5.code]: (response, earlier, protocol) =>
    judgeMonth(
      { pcl5: pcl5.score(response.answers), earlierTotals: earlier.map(({ total }) => total) },
      protocol?.limits ?? {},
    ),
  [phq9.code]: (response, _earlier, protocol, scope) => judgeMood(scope, response, protocol),
  [pcl5Week.code]: (response, earlier, protocol, scope) => judgeWeek(scope, response, earlier, protocol),
  [asq.code]: ({ answers }, _earlier, protocol) => judgeScreen(answers, protocol?.limits ?? {}),
}

const judgeMonth = (trauma: CourseRecord['trauma'], limits: Limits): Finding[] =>
  findings(JUDGED_AT.month, courseFacts({ trauma }, limits), limits)

/** @throws AppError conflict when other answers are stored under this id */
export async function submitResponse(
  db: Database,
  permit: Permit<'submit-answers'>,
  { id, instrument, language, answers, authoredAt }: Submission,
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    // Sent together, done in this order: what is read is read under the lock, with the new response in it.
    const [, outcome, protocol, { earlier, responses }] = await Promise.all([
      lockPatient(scope),
      insertQuestionnaireResponse(scope, {
        id,
        instrument: instrument.code,
        instrumentVersion: instrument.version,
        language,
        answers,
        total: totalIn(instrument, answers),
        authoredAt,
      }),
      findProtocolInForce(scope),
      listToJudge(scope, instrument, { id, authoredAt }),
    ])
    if (outcome === 'already-stored') return outcome // a retry after a lost connection is nothing new
    if (instrument.code === phq9.code) await raiseOfMood(scope, { formId: id, answers, authoredAt })
    const judge = AT_ONCE[instrument.code]
    if (!judge) return outcome

    // What was authored after this one is judged again: it may have arrived first, and looked better than it is.
    for (const [index, response] of responses.entries()) {
      const before = [...earlier, ...completeTotals(responses.slice(0, index))]
      const found = await judge(response, before, protocol, scope)
      if (response.id === id) await supersedeDrafts(scope, { id, instrument, answers, authoredAt }, found)
      await keep(scope, response.id, protocol, found)
      await raiseOfRecord(scope, found, () => response.id, authoredAt)
    }
    return outcome
  })
}

/** Asked for twice, the job is done once, and tells nobody again. */
async function keep(
  scope: Scope<'submit-answers'>,
  responseId: string,
  protocol: SignedProtocol | undefined,
  found: readonly Finding[],
) {
  if (found.length === 0) return
  await Promise.all([
    insertFindings(scope, { questionnaireResponseId: responseId }, protocol?.version, found),
    enqueue(scope, 'tell-care-team', responseId, { causeId: responseId }),
  ])
}

/** A total that is complete; an estimate is none. */
function totalIn(instrument: Instrument<unknown>, answers: Answers): number | null {
  const result = instrument.score(answers)
  if (result.status !== 'complete') return null
  const { score } = result
  return typeof score === 'object' && score !== null && 'total' in score && typeof score.total === 'number'
    ? score.total
    : null
}
