/**
 * What became of an integration appointment, and which way on somebody chose when it was called off. Nothing moves
 * by itself, and nothing counts as a miss.
 */
import { inScope, type Permit } from '../access/permit.ts'
import type { WayOn } from '../clinical/integration-window.ts'
import type { Database } from '../database/connection.ts'
import { chooseWayOn, listAppointments, settleAppointment } from '../records/appointments.ts'
import { INTEGRATION_OFF } from '../records/news.ts'
import { AppError } from '../system/errors.ts'
import { raiseNews } from './raise-news.ts'
import { askForNews } from './tell-person.ts'

/** `early`: nobody has met before the hour has come. */
export type SettleOutcome = 'settled' | 'early'

/**
 * The clinician it is with says that it was kept, or calls it off; then the person and their team get a mail. The same
 * again is harmless.
 *
 * @throws AppError conflict when it is not theirs, or stands otherwise by now
 */
export async function settleIntegration(
  db: Database,
  permit: Permit<'settle-integration'>,
  { id, state, at }: { id: string; state: 'kept' | 'cancelled-by-therapist'; at: Date },
): Promise<SettleOutcome> {
  return inScope(db, permit, async (scope) => {
    const appointment = (await listAppointments(scope)).find((one) => one.id === id)
    if (appointment?.withId !== scope.actorId) throw new AppError('conflict', 'not their appointment')
    if (appointment.state === state) return 'settled'
    if (state === 'kept' && appointment.startsAt > at) return 'early'
    if (!(await settleAppointment(scope, { id, state, at })))
      throw new AppError('conflict', `an appointment is ${appointment.state}`)
    if (state === 'cancelled-by-therapist') {
      await raiseNews(scope, `${INTEGRATION_OFF} ${id}`, at)
      await askForNews(scope, id, scope.patientId)
    }
    return 'settled'
  })
}

/** The last choice counts. @throws AppError conflict when nobody called this one off */
export async function takeWayOn(
  db: Database,
  permit: Permit<'choose-way-on'>,
  choice: { id: string; wayOn: WayOn; at: Date },
): Promise<void> {
  await inScope(db, permit, async (scope) => {
    if (!(await chooseWayOn(scope, choice)))
      throw new AppError('conflict', 'a way on from an appointment that stands')
  })
}
