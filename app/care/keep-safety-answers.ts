/**
 * Answers about safety that came with a screen of a form, before the form is handed in: a yes or a skip is stored and
 * asks for a person at once, also when nothing else follows.
 *
 * They are kept as what they are, a form broken off: without a score, under an id of their own. The alert hangs on the
 * form, so that handing it in with the same answers raises nothing twice; its findings then take the place of these. An
 * answer that was taken back on the way stays on record, and a clinician closes what it led to.
 */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import { asq } from '../clinical/instruments/asq.ts'
import type { Answers, Instrument } from '../clinical/instruments/instrument.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { asksForPerson, earlierSafetyAnswers, safetyAnswers } from '../clinical/instruments/safety-answers.ts'
import type { Limits } from '../clinical/protocol.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { Database } from '../database/connection.ts'
import { insertFindings } from '../records/findings.ts'
import { timeZoneOf } from '../records/intake.ts'
import { closeFoundIn } from '../records/intake-findings.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import {
  insertQuestionnaireResponse,
  listSeries,
  lockPatient,
  type StoredResponse,
} from '../records/questionnaire-responses.ts'
import { uuidFrom } from '../system/ids.ts'
import { calendarDay } from '../system/time.ts'
import { raiseOfRecord } from './raise-of-record.ts'

export type Submission = {
  /** Of the form, made with the page, so that a retry is harmless. */
  id: string
  instrument: Instrument<unknown>
  language: string
  answers: Answers
  authoredAt: Date
}

/** Of the answers that came with a screen of a form: the same set is one, however often it is sent. */
export const draftIdOf = (formId: string, safety: Answers): string =>
  uuidFrom(`${formId} safety ${JSON.stringify(safety)}`)

/** Stores nothing, and asks nothing of the database, where no answer asks for a person. */
export async function keepSafetyAnswers(
  db: Database,
  permit: Permit<'submit-answers'>,
  { id, instrument, language, answers, authoredAt }: Submission,
): Promise<void> {
  if (!asksForPerson(instrument, answers)) return
  const safety = safetyAnswers(instrument, answers)
  const draftId = draftIdOf(id, safety)
  await inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    const outcome = await insertQuestionnaireResponse(scope, {
      ...{ id: draftId, instrument: instrument.code, instrumentVersion: instrument.version, language },
      ...{ answers: safety, total: null, authoredAt },
    })
    if (outcome === 'already-stored') return
    if (instrument.code === phq9.code) await raiseOfMood(scope, { formId: id, answers: safety, authoredAt })
    if (instrument.code !== asq.code) return
    const found = screenFindings(safety)
    const protocol = await findProtocolInForce(scope)
    await insertFindings(scope, { questionnaireResponseId: draftId }, protocol?.version, found)
    await raiseOfRecord(scope, found, () => id, authoredAt)
  })
}

/** What the suicide screen says by the ASQ alone. The C-SSRS, where there is a text of it, is judged by itself: judge-risk.ts. */
export const judgeScreen = (answers: Answers, limits: Limits): Finding[] =>
  findings(JUDGED_AT.screen, { cssrsLevel: 'not-loaded' as const, asq: asq.score(answers) }, limits)

/** The same while a form is open. What is still to be asked is no finding yet. */
export const screenFindings = (answers: Answers): Finding[] =>
  judgeScreen(answers, {}).filter(({ isUnknown }) => !isUnknown)

/**
 * The one question of the PHQ-9 about self-harm does not wait for the rest of the intake, which keeps the finding:
 * somebody may stop here. A skip is no no. A suicide screen of the same day speaks for itself.
 */
export async function raiseOfMood(
  scope: Scope<'submit-answers'>,
  { formId, answers, authoredAt }: { formId: string } & Pick<StoredResponse, 'answers' | 'authoredAt'>,
): Promise<void> {
  if (!asksForPerson(phq9, answers)) return
  const zone = await timeZoneOf(scope)
  const today = calendarDay(authoredAt, zone)
  const screens = await listSeries(scope, asq)
  const facts = {
    phq9: phq9.score(answers),
    isSuicideScreenSameDay: screens.some((screen) => calendarDay(screen.authoredAt, zone) === today),
  }
  await raiseOfRecord(scope, findings(JUDGED_AT.mood, facts, {}), () => formId, authoredAt)
}

/** What was found in the same answers before the form was handed in, and is found in it again, stands there once. */
export async function supersedeDrafts(
  scope: Scope<AboutPatient>,
  { id, instrument, answers, authoredAt }: Omit<Submission, 'language'>,
  found: readonly Finding[],
): Promise<void> {
  if (!asksForPerson(instrument, answers)) return
  const drafts = earlierSafetyAnswers(instrument, answers).map((safety) => draftIdOf(id, safety))
  const known = found.filter(({ isUnknown }) => !isUnknown).map(({ ruleId }) => ruleId)
  await closeFoundIn(scope, drafts, known, authoredAt)
}
