/** The page of booking, put together from what is on record. */
import { randomUUID } from 'node:crypto'
import { inScope, type Permit } from '../../access/permit.ts'
import { readBookingRoom } from '../../care/booking-room.ts'
import { integrationPlace } from '../../clinical/booking.ts'
import { limitAt } from '../../clinical/protocol.ts'
import { missingFor } from '../../clinical/readiness.ts'
import type { Words } from '../../content/words.ts'
import { type BookedAppointment, listAppointments } from '../../records/appointments.ts'
import { listDuty } from '../../records/duty.ts'
import { INTEGRATION_OFF, noteNewsSeen } from '../../records/news.ts'
import { listIntegrators, nameOfMember } from '../../records/people.ts'
import { readReadiness } from '../../records/preparation.ts'
import { type BookedSession, findBookingGaps } from '../../records/sessions.ts'
import { calendarDay, clockface } from '../../system/time.ts'
import type { BookingForm } from '../../ui/booking-fields.tsx'
import { BookingDeskPage, type BookingProblem, type GroundForm } from '../../ui/pages/booking-desk.tsx'
import type { RouteContext } from '../route.ts'
import { calendarLine } from './calendar-line.ts'

/** Zones a patient can be in; the practice's own first. */
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
]
export const zonesFor = (own: string): readonly string[] => [own, ...ZONES.filter((zone) => zone !== own)]

type Came = {
  written?: BookingForm
  unclear?: readonly (keyof Words['booking']['desk']['form']['unclear'])[]
  problems?: readonly BookingProblem[]
  ground?: GroundForm
}

export async function showDesk(
  c: RouteContext,
  permit: Permit<'read-booking'> | Permit<'book-session'>,
  came: Came,
  reader: { name: string },
): Promise<Response> {
  const { words, language, services } = c.var
  const now = services.now()
  const zone = services.practice.timeZone
  const read = await inScope(services.db, permit, async (scope) => {
    const room = await readBookingRoom(scope)
    const latest = room.sessions[0]
    await noteNewsSeen(scope, [INTEGRATION_OFF], reader.name, now)
    return {
      ...{ room, latest },
      readiness: await readReadiness(scope),
      gaps: latest ? await findBookingGaps(scope, latest.id) : [],
      integrators: await listIntegrators(scope),
      rota: await listDuty(scope, now),
      appointments: latest ? await listAppointments(scope, latest.id) : [],
      duty: latest ? await nameOfMember(scope, latest.dutyClinicianId) : null,
      people: latest
        ? [
            await nameOfMember(scope, latest.supportPersonId),
            await nameOfMember(scope, latest.backupPersonId),
          ]
        : [],
    }
  })
  const { room, latest, appointments } = read
  const face = clockface(language, latest?.timeZone ?? zone)
  const house = clockface(language, zone)
  const open = latest?.endedAt === null ? latest : undefined
  const stands = appointments.some(({ state }) => state === 'booked' || state === 'kept')
  const { windowFromHours: fromHours, windowToHours: toHours } = room.limits.integration ?? {}
  const is = c.req.query('is') ?? ''
  const { desk } = words.booking
  const name = `${room.patient.givenName} ${room.patient.familyName}`
  const body = (
    <BookingDeskPage
      words={words}
      patient={{ id: room.patient.id, name, state: room.patient.state }}
      enrolment={room.enrolment ? words.journey.states[room.enrolment.state] : '—'}
      plan={
        room.plan && {
          version: room.plan.version,
          signedBy: room.plan.signedBy,
          daysBetween: room.plan.values.daysBetweenSessions,
          used: room.sessions.length,
          sessions: room.plan.values.sessions,
          observationMinutes: room.plan.values.observationMinutes,
        }
      }
      window={fromHours === undefined || toHours === undefined ? undefined : { fromHours, toHours }}
      missing={missingFor(read.readiness)}
      calendar={room.calendarOn(calendarDay(now, zone), zone).map((entry) => calendarLine(entry, language))}
      rota={read.rota.map((turn) => ({
        ...turn,
        from: house.instant(turn.fromAt),
        to: house.instant(turn.toAt),
      }))}
      integrators={read.integrators}
      zones={zonesFor(zone)}
      session={
        open && {
          id: open.id,
          starts: face.instant(open.startsAt),
          ends: face.instant(open.plannedEndAt),
          watchUntil: open.watchUntil && face.instant(open.watchUntil),
          gaps: read.gaps,
          duty: read.duty ?? '—',
          people: read.people.map((one) => one ?? '—').join(', '),
          bookedBy: open.bookedBy,
          bookedAt: house.instant(open.bookedAt),
        }
      }
      appointments={appointments.map((one) => ({
        id: one.id,
        at: clockface(language, one.timeZone).instant(one.startsAt),
        with: one.withName ?? '—',
        state: one.state,
        place: placeIn(one, latest, room.limits.integration ?? {}),
        wayOn: one.wayOn,
      }))}
      needsIntegrationFor={latest && !stands ? latest.id : undefined}
      ids={{ sessionId: randomUUID(), appointmentId: randomUUID(), groundId: randomUUID() }}
      written={
        came.written ?? { startsAt: '', integrationAt: '', zone: latest?.timeZone ?? zone, withId: '' }
      }
      unclear={came.unclear ?? []}
      problems={came.problems ?? []}
      states={[...new Set([room.patient.state, ...(limitAt(room.limits, 'assessment.statesServed') ?? [])])]}
      ground={came.ground}
      done={(Object.keys(desk.done) as (keyof typeof desk.done)[]).find((one) => one === is)}
    />
  )
  const isRefused = came.unclear !== undefined || came.ground !== undefined
  const status = came.problems ? 409 : isRefused ? 400 : 200
  return c.var.page({ area: 'console', title: `${desk.title}: ${name}`, body, status })
}

function placeIn(
  { startsAt }: BookedAppointment,
  session: BookedSession | undefined,
  limits: { windowFromHours?: number; windowToHours?: number },
) {
  if (!session) return 'not-signed'
  const end = session.endedAt ?? session.plannedEndAt
  return integrationPlace(end.getTime(), startsAt.getTime(), limits)
}
