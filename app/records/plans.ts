/** Versions of one patient's plan: a draft, those that were signed, and which of them holds. */
import { type Selectable, sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { exceptionsOf, type PlanCheck } from '../clinical/plan/checks.ts'
import { type Plan, parsePlan } from '../clinical/plan/shape.ts'
import type { Tables } from '../database/tables.ts'

/** Who writes, and when. */
export type PlanWriter = { name: string; at: Date }

export type DraftedPlan = {
  version: number
  plan: Plan
  /** Of the protocol it was drawn from. */
  protocolVersion: number
  /** Of the stored plan, as hexadecimal. Whoever saves or signs says which one they had before their eyes. */
  hash: string
  drafted: PlanWriter
}

export type SignedPlan = DraftedPlan & {
  /** `id` is the prescriber's actor id. */
  signed: PlanWriter & { id: string }
  /** What the checks said on that day, exceptions with their reasons among them. */
  checks: readonly PlanCheck[]
  /** When the patient first had it before their eyes. */
  seenByPatientAt: Date | null
}

const hash = sql<string>`encode(sha256(convert_to(plan::text, 'utf8')), 'hex')`

const versionsOf = ({ trx, practiceId, patientId }: Scope<AboutPatient>) =>
  trx
    .selectFrom('plan_version')
    .selectAll()
    .select(hash.as('hash'))
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)

type Row = Selectable<Tables['plan_version']> & { hash: string }

const draftOf = (row: Row): DraftedPlan => ({
  version: row.version,
  // In the order of its own fields, which jsonb does not keep: checks print them. What is no plan is shown as it is.
  plan: parsePlan(row.plan) ?? row.plan,
  protocolVersion: row.protocol_version,
  hash: row.hash,
  drafted: { name: row.drafted_by_name, at: row.drafted_at },
})

function signedOf(row: Row): SignedPlan {
  const { signed_by: id, signed_by_name: name, signed_at: at } = row
  if (id === null || name === null || at === null) throw new Error(`version ${row.version} is not signed`)
  return {
    ...draftOf(row),
    signed: { id, name, at },
    checks: row.checks,
    seenByPatientAt: row.seen_by_patient_at,
  }
}

/** The plan that holds: the one signed last. A draft is none. */
export async function findSignedPlan(scope: Scope<AboutPatient>): Promise<SignedPlan | undefined> {
  const row = await versionsOf(scope)
    .where('signed_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && signedOf(row)
}

/** Every signed version, the latest first. */
export async function listSignedPlans(scope: Scope<AboutPatient>): Promise<SignedPlan[]> {
  const rows = await versionsOf(scope).where('signed_at', 'is not', null).orderBy('version', 'desc').execute()
  return rows.map(signedOf)
}

/** The draft, of which there is at most one. */
export async function findDraft(scope: Scope<AboutPatient>): Promise<DraftedPlan | undefined> {
  const row = await versionsOf(scope).where('signed_at', 'is', null).executeTakeFirst()
  return row && draftOf(row)
}

/** One after the other for one patient's plan, until the end of the transaction. */
export async function lockPlans({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${practiceId} ${patientId}`}, 0))`.execute(
    trx,
  )
}

/**
 * Stores a draft under the next number. Where there is a draft already, the caller writes over that one.
 *
 * @returns its version
 */
export async function insertDraft(
  scope: Scope<AboutPatient>,
  { name, at }: PlanWriter,
  plan: Plan,
): Promise<number> {
  const { trx, practiceId, patientId, actorId } = scope
  const { last } = await trx
    .selectFrom('plan_version')
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  const version = (last ?? 0) + 1
  await trx
    .insertInto('plan_version')
    .values({
      practice_id: practiceId,
      patient_id: patientId,
      version,
      plan: JSON.stringify(plan),
      protocol_version: plan.protocol.version,
      drafted_by: actorId,
      drafted_by_name: name,
      drafted_at: at,
    })
    .execute()
  return version
}

type Read = { version: number; readHash: string }

/** Writes over the draft, if it still says what the writer read. Returns whether it did. */
export async function updateDraft(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  { name, at }: PlanWriter,
  { version, readHash }: Read,
  plan: Plan,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('plan_version')
    .set({
      plan: JSON.stringify(plan),
      protocol_version: plan.protocol.version,
      drafted_by: actorId,
      drafted_by_name: name,
      drafted_at: at,
    })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('version', '=', version)
    .where('signed_at', 'is', null)
    .where(hash, '=', readHash)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Signs the draft, if it still says what the signer read. Returns whether it did; the database keeps it from then on. */
export async function signPlan(
  { trx, practiceId, patientId, actorId }: Scope<AboutPatient>,
  { name, at }: PlanWriter,
  { version, readHash }: Read,
  checks: readonly PlanCheck[],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('plan_version')
    .set({
      checks: JSON.stringify(checks),
      signed_by: actorId,
      signed_by_name: name,
      signed_at: at,
    })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('version', '=', version)
    .where('signed_at', 'is', null)
    .where(hash, '=', readHash)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes that the patient has the signed plan before their eyes. The first time stands. */
export async function notePlanSeen(
  { trx, practiceId, patientId }: Scope<'read-own-plan'>,
  version: number,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('plan_version')
    .set({ seen_by_patient_at: at })
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .where('version', '=', version)
    .where('signed_at', 'is not', null)
    .where('seen_by_patient_at', 'is', null)
    .execute()
}

export type PlanWithExceptions = {
  patientId: string
  givenName: string
  familyName: string
  version: number
  protocolVersion: number
  signed: PlanWriter
  exceptions: readonly PlanCheck[]
}

/**
 * The plans that hold and depart from the protocol: those of the director's own list one by one, the latest signed
 * first, and how many there are in the whole practice.
 */
export async function listPlansWithExceptions(
  scope: Scope<'read-exceptions'>,
): Promise<{ plans: PlanWithExceptions[]; inPractice: number }> {
  const { trx, practiceId } = scope
  const rows = await trx
    .selectFrom('plan_version as plan')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.practice_id', '=', 'plan.practice_id')
        .onRef('patient.patient_id', '=', 'plan.patient_id'),
    )
    .selectAll('plan')
    .select(['patient.given_name', 'patient.family_name'])
    .distinctOn(['plan.patient_id'])
    .where('plan.practice_id', '=', practiceId)
    .where('plan.signed_at', 'is not', null)
    .orderBy('plan.patient_id')
    .orderBy('plan.version', 'desc')
    .execute()
  const plans = rows.flatMap((row) => {
    const exceptions = exceptionsOf(row.checks)
    if (exceptions.length === 0 || row.signed_by_name === null || row.signed_at === null) return []
    return [
      {
        patientId: row.patient_id,
        givenName: row.given_name,
        familyName: row.family_name,
        version: row.version,
        protocolVersion: row.protocol_version,
        signed: { name: row.signed_by_name, at: row.signed_at },
        exceptions,
      },
    ]
  })
  scope.appeared(plans.map(({ patientId }) => patientId))
  const { rows: counted } = await sql<{ plans: string }>`
    select access.count_plans_with_exceptions() as plans`.execute(trx)
  return {
    plans: plans.sort((a, b) => b.signed.at.getTime() - a.signed.at.getTime()),
    inPractice: Number(counted[0]?.plans ?? 0),
  }
}
