/** The rota: somebody is put on duty, or taken off it. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Database } from '../database/connection.ts'
import { insertDuty, isDutyNeeded, listClinicians, type NewDuty, withdrawDuty } from '../records/duty.ts'
import { lockBooking } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'

/** Once, however often it is sent. @throws AppError conflict when that person is no clinician here */
export async function planDuty(db: Database, permit: Permit<'plan-duty'>, duty: NewDuty): Promise<void> {
  await inScope(db, permit, async (scope) => {
    const clinicians = await listClinicians(scope)
    if (!clinicians.some(({ id }) => id === duty.clinicianId))
      throw new AppError('conflict', 'duty for somebody who is no clinician here')
    await insertDuty(scope, duty)
  })
}

/**
 * `needed`: a booked session rests on it, and it stays, unless whoever asks knows that and takes it off all the same.
 * Such a session is then held, and stands on the coordinator's list, until somebody is on duty for all of it.
 */
export async function endDuty(
  db: Database,
  permit: Permit<'plan-duty'>,
  dutyId: string,
  { at, isAllTheSame = false }: { at: Date; isAllTheSame?: boolean },
): Promise<'withdrawn' | 'needed'> {
  return inScope(db, permit, async (scope) => {
    await lockBooking(scope) // a booking that is being made either sees this, or is seen
    if (!isAllTheSame && (await isDutyNeeded(scope, dutyId))) return 'needed'
    await withdrawDuty(scope, dutyId, at)
    return 'withdrawn'
  })
}
