/**
 * Somebody who took the free assessment becomes a patient.
 *
 * Four steps, each harmless to repeat: the account of the address; patient, member and care team; the enrolment
 * with the assessment and what its rules found; the mail. Broken off after any of them, the same form sent again
 * goes on. Whoever sends it learns nothing about the address: whether it had an account is said in its mailbox.
 */
import type { Caller } from '../access/login/call.ts'
import type { TooManyTries } from '../access/login/limits.ts'
import type { Login } from '../access/login/login.ts'
import { inScope, Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import {
  ASSESSMENT_SHEET,
  ASSESSMENT_VERSION,
  type AssessmentAnswers,
} from '../clinical/assessment/questions.ts'
import type { AssessmentResult } from '../clinical/assessment/result.ts'
import type { Finding } from '../clinical/rules/rule.ts'
import { words } from '../content/words.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { findAssessmentLimits } from '../records/assessment-limits.ts'
import { beginEnrolment, findEnrolment, stepEnrolment } from '../records/enrolments.ts'
import { insertFindings } from '../records/findings.ts'
import { lockPatient } from '../records/questionnaire-responses.ts'
import { insertRegisteredPatient, type NewPatient } from '../records/registrations.ts'
import { uuidFrom } from '../system/ids.ts'
import { judgeAssessment } from './judge-assessment.ts'

export type Registration = Omit<NewPatient, 'id' | 'accountId'> & {
  /** Made with the assessment, so that sending twice registers once. */
  id: string
  email: string
  /** Whole years on the day it is sent. */
  ageYears: number
  answers: AssessmentAnswers
  assessedAt: Date
  registeredAt: Date
}

type Surroundings = { db: Database; login: Login; vault: Vault }

export type RegistrationOutcome =
  | { status: 'sent' }
  /** The answers lead elsewhere for now; nothing was stored. */
  | { status: 'not-now'; result: AssessmentResult }
  | TooManyTries

export async function registerPatient(
  { db, login, vault }: Surroundings,
  permit: Permit<'register'>,
  caller: Caller,
  registration: Registration,
): Promise<RegistrationOutcome> {
  const email = registration.email.trim().toLowerCase()
  // With another address it is another registration: a corrected one does not lead into the wrong mailbox's.
  const patientId = uuidFrom(`patient ${registration.id} ${email}`)
  const sheetId = uuidFrom(`assessment ${patientId}`)

  const mayLook = await Permit.ask(db, permit.actor, 'take-assessment')
  const { version, limits } = await inScope(db, mayLook, findAssessmentLimits)
  const { ageYears, answers } = registration
  const { result, found } = judgeAssessment(answers, limits, { ageYears }, sheetId)
  if (result.kind === 'not-now') return { status: 'not-now', result }

  const name = `${registration.givenName} ${registration.familyName}`
  const account = await login.accountForRegistration(caller, { email, name })
  if (account.status === 'too-many-tries') return account

  const patient = { ...registration, id: patientId, accountId: account.accountId }
  if (await inScope(db, permit, (scope) => insertRegisteredPatient(scope, patient)))
    await begin(
      { db, vault },
      { practiceId: permit.actor.practiceId, patientId, sheetId, name },
      registration,
      {
        version,
        found,
      },
    )
  const { registered, alreadyHere } = words[registration.language].mail
  login.mailRegistered(account.accountId, { first: registered, known: alreadyHere })
  return { status: 'sent' }
}

type Whose = { practiceId: string; patientId: string; sheetId: string; name: string }
type Found = { version: number | undefined; found: readonly Finding[] }

/** The first two steps of their way, with what they told us, in one transaction. */
async function begin(
  { db, vault }: Pick<Surroundings, 'db' | 'vault'>,
  { practiceId, patientId, sheetId, name }: Whose,
  { answers, assessedAt, registeredAt }: Registration,
  { version, found }: Found,
): Promise<void> {
  const actor = { id: patientId, practiceId, roles: ['patient'] as const }
  const permit = await Permit.ask(db, actor, 'begin-enrolment', patientId)
  await inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    if (await findEnrolment(scope)) return // sent before
    await insertAnswerSheet(scope, await vault.keyOf(scope), {
      ...{
        id: sheetId,
        kind: ASSESSMENT_SHEET,
        version: ASSESSMENT_VERSION,
        answers,
        authoredAt: assessedAt,
      },
    })
    await insertFindings(scope, { answerSheetId: sheetId }, version, found)
    await beginEnrolment(scope, { state: 'assessed', by: name, at: assessedAt })
    await stepEnrolment(scope, { to: 'registered', by: name, at: registeredAt })
  })
}
