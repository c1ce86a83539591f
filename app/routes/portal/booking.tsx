/** /portal/booking: when it is, who is there, what is still open; calling it off, and ways on. */
import { inScope } from '../../access/permit.ts'
import { cancelSession } from '../../care/cancel-session.ts'
import { takeWayOn } from '../../care/settle-integration.ts'
import { WAYS_ON } from '../../clinical/integration-window.ts'
import { missingFor } from '../../clinical/readiness.ts'
import { gateWords } from '../../content/gate-words.ts'
import { type BookedAppointment, listAppointments } from '../../records/appointments.ts'
import { nameOfMember } from '../../records/people.ts'
import { readReadiness } from '../../records/preparation.ts'
import { type BookedSession, findBookingGaps, findNextSession, listSessions } from '../../records/sessions.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { OwnBookingPage } from '../../ui/pages/own-booking.tsx'
import { ownRecord, type Route } from '../route.ts'
import { whenOpen } from './when-open.tsx'

const PATH = '/portal/booking'

const ownBooking = ownRecord(
  'GET',
  PATH,
  'read-preparation',
  whenOpen('booking', async (c, permit) => {
    const { words, language, services } = c.var
    const { readiness, session, gaps, appointments, latest, names } = await inScope(
      services.db,
      permit,
      async (scope) => {
        const next = await findNextSession(scope)
        return {
          readiness: await readReadiness(scope),
          session: next,
          gaps: next ? await findBookingGaps(scope, next.id) : [],
          appointments: await listAppointments(scope),
          latest: next ?? (await listSessions(scope))[0],
          names: {
            duty: next ? await nameOfMember(scope, next.dutyClinicianId) : null,
            support: next ? await nameOfMember(scope, next.supportPersonId) : null,
            backup: next ? await nameOfMember(scope, next.backupPersonId) : null,
          },
        }
      },
    )
    const { own } = words.booking
    const is = c.req.query('is')
    const notices: Record<string, string> = {
      ...(session === undefined && { cancelled: own.cancelled }),
      'under-way': own.underWay,
      told: own.calledOff.told,
    }
    const faceOf = (zone: string) => clockface(language, zone)
    const talk = latest && standing(appointments, latest)
    const talkView = talk && { at: faceOf(talk.timeZone).instant(talk.startsAt), with: talk.withName }
    const body = (
      <OwnBookingPage
        words={words}
        missing={missingFor(readiness)}
        session={
          session && {
            id: session.id,
            starts: faceOf(session.timeZone).instant(session.startsAt),
            ends: faceOf(session.timeZone).instant(session.plannedEndAt),
            // Somebody who has no access any more is not who is there.
            duty: gaps.includes('duty') ? null : names.duty,
            support: gaps.includes('support') ? null : names.support,
            backup: gaps.includes('backup') ? null : names.backup,
            gaps: gaps.map((gap) => gateWords[language].booking[gap]),
            after: talkView,
          }
        }
        talkAhead={session || talk?.state !== 'booked' ? undefined : talkView}
        calledOff={calledOffOf(appointments, latest)}
        notice={is === undefined ? undefined : notices[is]}
      />
    )
    return c.var.page({ area: 'portal', title: own.title, body })
  }),
)

const standing = (appointments: readonly BookedAppointment[], { id }: BookedSession) =>
  appointments.find(({ sessionId, state }) => sessionId === id && (state === 'booked' || state === 'kept'))

/** Asked about as long as none stands for the latest session. */
function calledOffOf(appointments: readonly BookedAppointment[], session: BookedSession | undefined) {
  if (!session || standing(appointments, session)) return undefined
  const off = appointments.find(
    ({ sessionId, state }) => sessionId === session.id && state === 'cancelled-by-therapist',
  )
  return off && { id: off.id, with: off.withName, wayOn: off.wayOn }
}

const cancel = ownRecord('POST', `${PATH}/cancel`, 'cancel-session', async (c, permit, { name }) => {
  const { services } = c.var
  const { sessionId } = await c.var.fields()
  if (!isUuid(sessionId)) throw new AppError('invalid', 'which session?')
  const outcome = await cancelSession(services.db, permit, { sessionId, by: name, at: services.now() })
  if (outcome === 'not-there') throw new AppError('conflict', 'a session that is not there any more')
  return c.redirect(`${PATH}?is=${outcome}`, 303)
})

const wayOn = ownRecord('POST', `${PATH}/way-on`, 'choose-way-on', async (c, permit) => {
  const { services } = c.var
  const fields = await c.var.fields()
  const chosen = WAYS_ON.find((way) => way === fields.wayOn)
  if (!isUuid(fields.appointmentId)) throw new AppError('invalid', 'which appointment?')
  if (!chosen) return c.redirect(PATH, 303) // nothing was chosen, and nothing has to be
  await takeWayOn(services.db, permit, { id: fields.appointmentId, wayOn: chosen, at: services.now() })
  return c.redirect(`${PATH}?is=told`, 303)
})

export const ownBookingRoutes: Route[] = [ownBooking, cancel, wayOn]
