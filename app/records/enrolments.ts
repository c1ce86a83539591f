import type { Selectable } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import {
  ENDED,
  type Enrolment,
  type EnrolmentRole,
  type EnrolmentState,
  type Follows,
  hasEnded,
  type StepResult,
  takeStep,
  type Wished,
} from '../clinical/enrolment.ts'
import type { AskFor } from '../clinical/intake/ask-for.ts'
import type { JourneyTables } from '../database/journey-tables.ts'
import { AppError } from '../system/errors.ts'
import { newUuid } from '../system/ids.ts'

/** What the patient asked for while a session was open, and when. */
export type Wish = { to: Wished; at: Date }

export type StoredEnrolment = Enrolment & { id: string; wish?: Wish }

/** A step that cannot be taken from here, or not by this person: the page says kindly what can. */
export class StepRefused extends AppError {
  readonly refusal: Extract<StepResult, { isTaken: false }>

  constructor(refusal: Extract<StepResult, { isTaken: false }>, to: EnrolmentState) {
    super('conflict', `from ${refusal.from} to ${to}: ${refusal.why}`)
    this.refusal = refusal
  }
}

/** Begins a new one in its first state. Only one of a patient is open at a time. @throws on a second */
export async function beginEnrolment(
  scope: Scope<AboutPatient>,
  first: { state: EnrolmentState; by: string; at: Date },
): Promise<string> {
  const { trx, practiceId, patientId } = scope
  const id = newUuid()
  await trx
    .insertInto('enrolment')
    .values({
      practice_id: practiceId,
      enrolment_id: id,
      patient_id: patientId,
      state: first.state,
      since: first.at,
      paused_from: null,
    })
    .execute()
  const { state: to, by, at } = first
  await insertStep(scope, id, { number: 1, from: null, to, by, as: scope.role, at })
  return id
}

/** The open enrolment, or the last that ended. */
export async function findEnrolment({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<StoredEnrolment | undefined> {
  const row = await trx
    .selectFrom('enrolment')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy((eb) => eb('state', 'in', ENDED))
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && storedOf(row)
}

type Row = Pick<
  Selectable<JourneyTables['enrolment']>,
  'enrolment_id' | 'state' | 'since' | 'paused_from' | 'wished_to' | 'wished_at'
>

const storedOf = (row: Row): StoredEnrolment => ({
  id: row.enrolment_id,
  state: row.state,
  sinceAt: row.since.getTime(),
  ...(row.paused_from === null ? {} : { pausedFrom: row.paused_from }),
  ...(row.wished_to !== null && row.wished_at !== null && { wish: { to: row.wished_to, at: row.wished_at } }),
})

/**
 * The enrolment as it stands, held still until the transaction ends: whoever decides from its state decides alone.
 *
 * @throws AppError not-found when there is none
 */
export async function lockEnrolment(scope: Scope<AboutPatient>): Promise<StoredEnrolment> {
  const enrolment = await findEnrolment(scope)
  if (!enrolment) throw new AppError('not-found', 'no enrolment')
  const locked = await scope.trx
    .selectFrom('enrolment')
    .select(['enrolment_id', 'state', 'since', 'paused_from', 'wished_to', 'wished_at'])
    .where('practice_id', '=', scope.practiceId)
    .where('enrolment_id', '=', enrolment.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return storedOf(locked)
}

/** Keeps what the patient wishes for, in place of what they wished before; undefined takes it back. */
export async function keepWish(
  { trx, practiceId }: Scope<'change-own-way'>,
  enrolmentId: string,
  wish: Wish | undefined,
): Promise<void> {
  await trx
    .updateTable('enrolment')
    .set({ wished_to: wish?.to ?? null, wished_at: wish?.at ?? null })
    .where('practice_id', '=', practiceId)
    .where('enrolment_id', '=', enrolmentId)
    .execute()
}

/** What somebody wrote, and the key of the person it is about. */
export type SealedText = { text: string; key: PatientKey }

export type Step = {
  to: EnrolmentState
  /** Their name, kept with the step. */
  by: string
  at: Date
  /** In a clinician's words: sealed. */
  reason?: SealedText
  /** What the person is asked for, in one word. */
  asked?: AskFor
  /** A record of ours takes the step, such as a delivery that arrived; the actor is who left that record. */
  isByRecord?: true
  /** The patient wished for it then: it is their step, whoever closes the session it waited for. */
  wishedAt?: Date
}

/** Whether a step leaves nothing to wish for: it is what was wished, or an end. */
const fulfils = (to: EnrolmentState, wish: Wish | undefined): boolean => hasEnded(to) || to === wish?.to

/**
 * Takes one step of the journey in the actor's role, or refuses it. A step to where one already is, is harmless:
 * a form sent twice, or two people who did the same thing.
 *
 * @throws StepRefused; AppError not-found when there is no enrolment
 */
export async function stepEnrolment(
  scope: Scope<AboutPatient>,
  step: Step,
): Promise<{ state: EnrolmentState; follows: readonly Follows[] }> {
  const { trx, practiceId } = scope
  const enrolment = await lockEnrolment(scope)
  if (enrolment.state === step.to) return { state: step.to, follows: [] }
  const reason = step.reason?.text ?? step.asked
  const role = step.wishedAt ? 'patient' : step.isByRecord ? 'system' : scope.role
  const taken = takeStep(enrolment, {
    to: step.to,
    role: role as EnrolmentRole, // a role that takes no step is refused as somebody else
    at: step.at.getTime(),
    ...(reason === undefined ? {} : { reason }),
  })
  if (!taken.isTaken) throw new StepRefused(taken, step.to)
  const { last } = await trx
    .selectFrom('enrolment_step')
    .select((eb) => eb.fn.max('step').as('last'))
    .where('practice_id', '=', practiceId)
    .where('enrolment_id', '=', enrolment.id)
    .executeTakeFirstOrThrow()
  await insertStep(scope, enrolment.id, {
    number: last + 1,
    from: enrolment.state,
    to: step.to,
    by: step.by,
    as: role,
    at: step.at,
    ...(step.reason && { reason: step.reason }),
    ...(step.asked && { asked: step.asked }),
    ...(step.wishedAt && { wishedAt: step.wishedAt }),
  })
  // After the step: while the wish stands, the database lets it be written as the patient's.
  await trx
    .updateTable('enrolment')
    .set({
      state: step.to,
      since: step.at,
      paused_from: taken.enrolment.pausedFrom ?? null,
      ...(fulfils(step.to, enrolment.wish) && { wished_to: null, wished_at: null }),
    })
    .where('practice_id', '=', practiceId)
    .where('enrolment_id', '=', enrolment.id)
    .execute()
  return { state: step.to, follows: taken.follows }
}

export type TakenStep = {
  from: EnrolmentState | null
  to: EnrolmentState
  by: string
  as: string
  /** What was asked for, then what was written, as far as it was opened. */
  reason: string | null
  at: Date
  /** When it was asked for, where that was earlier. */
  askedAt: Date | null
}

/**
 * Every step of the open enrolment, or of the last, the first first.
 *
 * @param key without it a reason says no more than what was asked for
 */
export async function listSteps(scope: Scope<AboutPatient>, key?: PatientKey): Promise<TakenStep[]> {
  const enrolment = await findEnrolment(scope)
  if (!enrolment) return []
  const rows = await scope.trx
    .selectFrom('enrolment_step')
    .selectAll()
    .where('practice_id', '=', scope.practiceId)
    .where('enrolment_id', '=', enrolment.id)
    .orderBy('step')
    .execute()
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    by: row.taken_by_name,
    as: row.taken_as,
    reason: reasonOf(row, key),
    at: row.taken_at,
    askedAt: row.asked_at,
  }))
}

const placeOf = (enrolmentId: string, step: number) => `enrolment_step ${enrolmentId} ${step}`

function reasonOf(
  { enrolment_id, step, reason, sealed_reason }: Selectable<JourneyTables['enrolment_step']>,
  key: PatientKey | undefined,
): string | null {
  const opened = key && sealed_reason ? key.open(placeOf(enrolment_id, step), sealed_reason) : null
  const all = [reason, opened].filter((part): part is string => typeof part === 'string' && part !== '')
  return all.length > 0 ? all.join(': ') : null
}

type NewStep = {
  number: number
  from: EnrolmentState | null
  to: EnrolmentState
  by: string
  as: string
  at: Date
  reason?: SealedText
  asked?: AskFor
  wishedAt?: Date
}

async function insertStep(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  enrolmentId: string,
  step: NewStep,
) {
  await trx
    .insertInto('enrolment_step')
    .values({
      practice_id: practiceId,
      enrolment_id: enrolmentId,
      step: step.number,
      patient_id: patientId,
      from_state: step.from,
      to_state: step.to,
      taken_by: step.wishedAt ? patientId : actorId,
      taken_by_name: step.by,
      taken_as: step.as,
      reason: step.asked ?? null,
      sealed_reason: sealedOf(enrolmentId, step),
      taken_at: step.at,
      asked_at: step.wishedAt ?? null,
    })
    .execute()
}

function sealedOf(enrolmentId: string, { number, reason }: NewStep): Buffer | null {
  const text = reason?.text.trim() ?? ''
  return reason && text !== '' ? reason.key.seal(placeOf(enrolmentId, number), text) : null
}
