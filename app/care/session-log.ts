/**
 * One session as it stands in the database: its booking, what holds for it, and everything its devices recorded.
 *
 * A page without a script keeps no log of its own. The server keeps one for each person who is signed in, as if their
 * page were their device, and one for itself, on which it judges. `seen` is what the page was made from.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import type { Limits } from '../clinical/protocol.ts'
import { seal } from '../clinical/session/chain.ts'
import { endingLimits } from '../clinical/session/ending.ts'
import type {
  DeviceOf,
  Happening,
  PersonInSession,
  SessionEvent,
  UnsealedEvent,
} from '../clinical/session/events.ts'
import type { SessionNumbers } from '../clinical/session/phases.ts'
import { type Silence, silence } from '../clinical/session/silence.ts'
import type { Receipts } from '../clinical/session/state.ts'
import { unitsOf } from '../clinical/session/units.ts'
import { isSignOfLife, isWatched, readSession, type SessionReading } from '../clinical/session.ts'
import { listSignedPlans } from '../records/plans.ts'
import { findProtocolOfSession } from '../records/protocol-versions.ts'
import { insertSessionEvent, listSessionEvents } from '../records/session-events.ts'
import type { BookedSession } from '../records/sessions.ts'

export type OpenSession = {
  booked: BookedSession
  protocolVersion: number | undefined
  /** The signed protocol's, with what the plan says of it instead. */
  limits: Limits
  numbers: SessionNumbers
  isTherapyEssential: boolean | undefined
  events: readonly SessionEvent[]
  receipts: Receipts
  reading: SessionReading
  /** When the server last received a sign of somebody being there. */
  lastHeardAt: Date | undefined
}

/** How the one ladder of silence stands, from the dose until it is closed; undefined when nobody is waited for. */
export function silenceOf(
  { reading, numbers, lastHeardAt }: Pick<OpenSession, 'reading' | 'numbers' | 'lastHeardAt'>,
  now: Date,
): Silence | undefined {
  if (!isWatched(reading.session) || !lastHeardAt) return undefined
  return silence(lastHeardAt.getTime(), reading.session.offline?.callsAt, numbers, now.getTime())
}

export async function openSession(scope: Scope<AboutPatient>, booked: BookedSession): Promise<OpenSession> {
  const protocol = await findProtocolOfSession(scope, booked.protocolVersion)
  const plans = await listSignedPlans(scope)
  const plan = plans.find(({ version }) => version === booked.planVersion)
  const values = plan && wholeValues(plan.plan)
  const signed = protocol?.limits ?? {}
  const limits: Limits =
    values && protocol
      ? {
          ...signed,
          ...(signed.course?.minDaysBetweenSessions !== undefined && {
            course: {
              ...signed.course,
              minDaysBetweenSessions: Math.max(
                signed.course.minDaysBetweenSessions,
                values.daysBetweenSessions,
              ),
            },
          }),
          session: { ...signed.session, lookInEveryMinutes: values.lookInMinutes },
          vitals: {
            ...signed.vitals,
            during: { ...signed.vitals?.during, readingAtMinutes: values.readingAtMinutes },
          },
        }
      : signed
  const numbers: SessionNumbers = {
    ...limits.session,
    ...(values && protocol
      ? { holdMinutes: values.holdMinutes, minimumObservationMinutes: values.observationMinutes }
      : limits.dose?.holdMinutes !== undefined && { holdMinutes: limits.dose.holdMinutes }),
    ...(values && { plannedUnits: unitsOf(values) }),
    ending: endingLimits(limits),
  }
  const received = await listSessionEvents(scope, booked.id)
  return readAgain({
    booked,
    protocolVersion: protocol?.version,
    limits,
    numbers,
    isTherapyEssential: values && values.therapist === 'essential',
    events: received.map(({ event }) => event),
    receipts: Object.fromEntries(received.map(({ event, receivedAt }) => [event.id, receivedAt.getTime()])),
    lastHeardAt: received.findLast(({ event }) => isSignOfLife(event))?.receivedAt,
  })
}

const readAgain = (session: Omit<OpenSession, 'reading'>): OpenSession => ({
  ...session,
  reading: readSession(session.events, session.booked.id, session.numbers, session.receipts),
})

export type Seen = Readonly<Record<string, number>>
/** The highest sequence of every device: what a page made now was made from. */
export function seenIn({ events }: Pick<OpenSession, 'events'>): Seen {
  const seen: Record<string, number> = {}
  for (const { deviceId, sequence } of events) seen[deviceId] = Math.max(seen[deviceId] ?? 0, sequence)
  return seen
}

export type Writer = { person: PersonInSession; deviceOf: DeviceOf; personId: string }

/** The server itself. It judges; it is nobody in the room. */
export const SERVER: Writer = { person: 'system', deviceOf: 'practice', personId: 'server' }

/**
 * Who writes under this permit. Somebody beside the patient is the support person of this session or the one in
 * reserve, or nobody here.
 */
export function writerOf(
  { role, actorId }: Pick<Scope, 'role' | 'actorId'>,
  { supportPersonId, backupPersonId }: BookedSession,
): Writer | undefined {
  if (role === 'patient') return { person: 'patient', deviceOf: 'patient', personId: actorId }
  if (role === 'prescriber') return { person: 'clinician', deviceOf: 'practice', personId: actorId }
  if (role !== 'support-person') return undefined
  if (actorId === supportPersonId)
    return { person: 'support-person', deviceOf: 'support-person', personId: actorId }
  if (actorId === backupPersonId)
    return { person: 'backup-person', deviceOf: 'support-person', personId: actorId }
  return undefined
}

/** The event as it would be recorded now. What a page claims to have seen is never more than there is. */
export function draftEvent(
  session: OpenSession,
  { person, deviceOf, personId }: Writer,
  event: { id: string; what: Happening; at: Date; seen?: Seen },
): UnsealedEvent {
  const deviceId = `${deviceOf}:${personId}`
  const known = seenIn(session)
  const claimed = event.seen ?? known
  const seen = Object.fromEntries(
    Object.entries(known)
      .filter(([device]) => device !== deviceId)
      .map(([device, highest]): [string, number] => [device, Math.min(claimed[device] ?? 0, highest)])
      .filter(([, highest]) => highest > 0),
  )
  return {
    ...{ id: event.id, sessionId: session.booked.id, deviceId, deviceOf, person, personId, seen },
    sequence: (known[deviceId] ?? 0) + 1,
    deviceAt: event.at.getTime(),
    // The server's own clock wrote it.
    clockOffsetMs: 0,
    what: event.what,
  }
}

/** Links an event to its device's log and stores it. The session is locked until the end of the transaction. */
export async function recordEvent(
  scope: Scope<AboutPatient>,
  session: OpenSession,
  draft: UnsealedEvent,
): Promise<OpenSession> {
  const before = session.events.filter(({ deviceId }) => deviceId === draft.deviceId)
  const last = before.reduce<SessionEvent | undefined>(
    (latest, event) => (latest === undefined || event.sequence > latest.sequence ? event : latest),
    undefined,
  )
  const event = seal(draft, last?.hash ?? '')
  const receivedAt = new Date(draft.deviceAt)
  await insertSessionEvent(scope, event, receivedAt)
  return readAgain({
    ...session,
    events: [...session.events, event],
    receipts: { ...session.receipts, [event.id]: draft.deviceAt },
    ...(isSignOfLife(event) && { lastHeardAt: receivedAt }),
  })
}
