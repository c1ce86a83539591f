/** /console/patients/:patientId/booking: a session is booked together with the appointment after it. */
import type { Permit } from '../../access/permit.ts'
import { type BookingOutcome, bookIntegration, bookSession } from '../../care/book-session.ts'
import { cancelSession } from '../../care/cancel-session.ts'
import { recordGround } from '../../care/record-ground.ts'
import { daysFrom } from '../../clinical/calendar-day.ts'
import { isTelehealthBasis, mayBeWithoutEnd } from '../../clinical/intake/telehealth-basis.ts'
import type { Words } from '../../content/words.ts'
import type { Ground } from '../../records/grounds.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { instantAt } from '../../system/time.ts'
import type { BookingForm } from '../../ui/booking-fields.tsx'
import type { BookingProblem, GroundForm } from '../../ui/pages/booking-desk.tsx'
import { onePatient, type Route, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'
import { showDesk, zonesFor } from './booking-desk.tsx'

const PATH = '/console/patients/:patientId/booking'

const desk = onePatient('GET', PATH, 'read-booking', (c, permit, reader) => showDesk(c, permit, {}, reader))

type Unclear = keyof Words['booking']['desk']['form']['unclear']

/** A form as it was written, and as instants in the zone that was chosen. */
async function readForm(c: RouteContext, asks: readonly ('startsAt' | 'integrationAt')[]) {
  const fields = await c.var.fields()
  const written: BookingForm = {
    startsAt: textIn(fields, 'startsAt'),
    integrationAt: textIn(fields, 'integrationAt'),
    zone: textIn(fields, 'zone'),
    withId: textIn(fields, 'withId'),
  }
  const { sessionId, appointmentId } = fields
  if (!isUuid(sessionId) || !isUuid(appointmentId))
    throw new AppError('invalid', 'a booking came without its ids')
  const isZone = zonesFor(c.var.services.practice.timeZone).includes(written.zone)
  const at = (local: string) => (isZone ? instantAt(local, written.zone) : undefined)
  const [startsAt, integrationAt] = [at(written.startsAt), at(written.integrationAt)]
  const unclear: Unclear[] = isZone ? [] : ['zone']
  if (isZone && asks.includes('startsAt') && !startsAt) unclear.push('startsAt')
  if (isZone && !integrationAt) unclear.push('integrationAt')
  if (!isUuid(written.withId)) unclear.push('with')
  return { written, ids: { sessionId, appointmentId }, startsAt, integrationAt, unclear }
}

const book = onePatient('POST', PATH, 'book-session', async (c, permit, member) => {
  const { services } = c.var
  const { written, ids, startsAt, integrationAt, unclear } = await readForm(c, ['startsAt', 'integrationAt'])
  if (!startsAt || !integrationAt || unclear.length > 0)
    return showDesk(c, permit, { written, unclear }, member)
  const outcome = await bookSession(services.db, permit, {
    ...{ ...ids, startsAt, integrationAt, withId: written.withId, timeZone: written.zone },
    ...{ by: member.name, now: services.now() },
  })
  return answer(c, permit, outcome, written, 'booked', member)
})

const bookAfter = onePatient('POST', `${PATH}/integration`, 'book-session', async (c, permit, member) => {
  const { services } = c.var
  const { written, ids, integrationAt, unclear } = await readForm(c, ['integrationAt'])
  if (!integrationAt || unclear.length > 0) return showDesk(c, permit, { written, unclear }, member)
  const outcome = await bookIntegration(services.db, permit, {
    ...{ ...ids, integrationAt, withId: written.withId, timeZone: written.zone },
    ...{ by: member.name, now: services.now() },
  })
  return answer(c, permit, outcome, written, 'integration', member)
})

function answer(
  c: RouteContext,
  permit: Permit<'book-session'>,
  outcome: BookingOutcome,
  written: BookingForm,
  done: 'booked' | 'integration',
  reader: { name: string },
): Response | Promise<Response> {
  if (outcome.status === 'not-booked')
    return showDesk(
      c,
      permit,
      { written, problems: outcome.problems satisfies readonly BookingProblem[] },
      reader,
    )
  return back(c, permit.patientId, outcome.isEarlier && done === 'booked' ? 'earlier' : done)
}

const back = (c: RouteContext, patientId: string, is: string) =>
  c.redirect(`/console/patients/${patientId}/booking?is=${is}`, 303)

const cancel = onePatient('POST', `${PATH}/cancel`, 'book-session', async (c, permit, member) => {
  const { services } = c.var
  const { sessionId } = await c.var.fields()
  if (!isUuid(sessionId)) throw new AppError('invalid', 'which session?')
  const outcome = await cancelSession(services.db, permit, { sessionId, by: member.name, at: services.now() })
  if (outcome === 'not-there') throw new AppError('conflict', 'a session that is not there any more')
  return back(c, permit.patientId, outcome)
})

const ground = onePatient('POST', `${PATH}/ground`, 'book-session', async (c, permit, member) => {
  const { services } = c.var
  const fields = await c.var.fields()
  const { groundId } = fields
  if (!isUuid(groundId)) throw new AppError('invalid', 'a ground came without its id')
  const written: GroundForm = {
    ...{ ground: textIn(fields, 'ground'), state: textIn(fields, 'state') },
    ...{ fromOn: textIn(fields, 'fromOn'), endsOn: textIn(fields, 'endsOn') },
  }
  const read = groundIn(written)
  if (!read) return showDesk(c, permit, { ground: written }, member)
  await recordGround(services.db, permit, groundId, { ...read, by: member.name, at: services.now() })
  return back(c, permit.patientId, 'ground')
})

/** A licence always has a last day, and so has a basis, but for an evaluation in person and for none. */
function groundIn({
  ground: what,
  state,
  fromOn,
  endsOn,
}: GroundForm): Omit<Ground, 'by' | 'at'> | undefined {
  const basis = isTelehealthBasis(what) ? what : null
  if ((basis === null && what !== 'licence') || !/^[A-Z]{2}$/.test(state)) return undefined
  const hasEnd = endsOn !== '' || !mayBeWithoutEnd(basis)
  const days = daysFrom(fromOn, hasEnd ? endsOn : fromOn)
  if (days === undefined || days < 0) return undefined
  const subject = basis === null ? 'licence' : 'telehealth-basis'
  return { subject, basis, state, fromOn, endsOn: hasEnd ? endsOn : null }
}

export const bookingRoutes: Route[] = [desk, book, bookAfter, cancel, ground]
