/** What has to be in force on a day, put together from everything that records it. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { TelehealthBasis } from '../clinical/intake/telehealth-basis.ts'
import type { JourneyTables } from '../database/journey-tables.ts'
import { AppError } from '../system/errors.ts'

export type Ground = {
  subject: JourneyTables['standing_ground']['subject']
  /** Of a telehealth basis. Null: of a licence, and where nobody said which. */
  basis: TelehealthBasis | null
  /** Two letters: where it holds. */
  state: string
  /** 'YYYY-MM-DD'; both days are inside. */
  fromOn: string
  /** Null: none was written. */
  endsOn: string | null
  by: string
  at: Date
}

export type StoredGround = Ground & { id: string }

/** Every ground recorded, the latest first. */
export async function listGrounds({
  trx,
  practiceId,
  patientId,
}: Scope<AboutPatient>): Promise<StoredGround[]> {
  const rows = await trx
    .selectFrom('standing_ground')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
    .orderBy('recorded_at', 'desc')
    .orderBy('ground_id')
    .execute()
  return rows.map((row) => ({
    id: row.ground_id,
    subject: row.subject,
    basis: row.basis,
    state: row.state,
    fromOn: row.from_on,
    endsOn: row.ends_on,
    by: row.recorded_by_name,
    at: row.recorded_at,
  }))
}

/** The telehealth bases among them, the latest first. */
export const listBases = async (scope: Scope<AboutPatient>): Promise<StoredGround[]> =>
  (await listGrounds(scope)).filter(({ subject }) => subject === 'telehealth-basis')

/** Records one ground once. @throws AppError conflict when another one stands under this id */
export async function insertGround(
  scope: Scope<'book-session' | 'review-intake'>,
  id: string,
  ground: Ground,
): Promise<void> {
  const { trx, practiceId, patientId, actorId } = scope
  const inserted = await trx
    .insertInto('standing_ground')
    .values({
      practice_id: practiceId,
      ground_id: id,
      patient_id: patientId,
      subject: ground.subject,
      basis: ground.basis,
      state: ground.state,
      from_on: ground.fromOn,
      ends_on: ground.endsOn,
      recorded_by: actorId,
      recorded_by_name: ground.by,
      recorded_at: ground.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'ground_id']).doNothing())
    .returning('ground_id')
    .executeTakeFirst()
  if (!inserted) await refuseOther(scope, id, ground)
}

/** @throws AppError conflict when what stands under this id is another ground; nothing there is harmless */
export async function refuseOther(
  scope: Scope<AboutPatient>,
  id: string,
  wanted: Pick<Ground, 'subject' | 'basis' | 'endsOn'>,
): Promise<void> {
  const stored = (await listGrounds(scope)).find((one) => one.id === id)
  if (stored && SAID.some((name) => stored[name] !== wanted[name]))
    throw new AppError('conflict', `ground ${id} is stored as another one`)
}

const SAID = ['subject', 'basis', 'endsOn'] as const
