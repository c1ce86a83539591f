/** What stands between a delivery and a session: parts of the preparation, people, the booking. */
import { sql } from 'kysely'
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PreparationPart } from '../clinical/preparation.ts'
import type { Readiness } from '../clinical/readiness.ts'
import { findIntegration } from './appointments.ts'
import { isToBeThere, listOwnPeople, type OwnPerson } from './people.ts'
import { findNextSession } from './sessions.ts'

/** Marks a part as done, once: it stays done, and can be read and changed all the same. */
export async function markPartDone(
  { trx, practiceId, patientId }: Scope<'prepare'>,
  part: PreparationPart,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('preparation_part')
    .values({ practice_id: practiceId, patient_id: patientId, part, done_at: at })
    .onConflict((conflict) => conflict.columns(['practice_id', 'patient_id', 'part']).doNothing())
    .execute()
}

export async function listPartsDone({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<PreparationPart[]> {
  const rows = await trx
    .selectFrom('preparation_part')
    .select('part')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .execute()
  return rows.map(({ part }) => part)
}

/** Everything that has to be there before somebody is ready, as it stands now. */
export async function readReadiness(scope: Scope<AboutPatient>): Promise<Readiness> {
  const people = await listOwnPeople(scope)
  const session = await findNextSession(scope)
  const integration = session && (await findIntegration(scope, session.id))
  const standing = (part: OwnPerson['part']) => {
    const person = people.find((one) => one.part === part)
    return person === undefined ? 'nobody' : isToBeThere(person) ? 'agreed' : 'asked'
  }
  return {
    partsDone: await listPartsDone(scope),
    support: standing('support'),
    backup: standing('backup'),
    hasSession: session !== undefined,
    hasIntegration: integration !== undefined,
  }
}

/**
 * One after the other for whatever may make one patient ready: two people who do the last two things at the same
 * moment must not each miss the other's.
 */
export async function lockReadiness({ trx, practiceId, patientId }: Scope<AboutPatient>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ready ${practiceId} ${patientId}`}, 0))`.execute(
    trx,
  )
}
