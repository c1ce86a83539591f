/** One person of the demo on their way: who is with them, when each thing happened, and how an act is asked for. */
import type { ActionOf } from '../../app/access/actions.ts'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit } from '../../app/access/permit.ts'
import type { Vault } from '../../app/access/vault.ts'
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import type { House } from '../../app/house.ts'
import { findEnrolment } from '../../app/records/enrolments.ts'
import { listOwnPeople } from '../../app/records/people.ts'
import { AppError } from '../../app/system/errors.ts'
import { uuidFrom } from '../../app/system/ids.ts'
import { calendarDay, endOfDay } from '../../app/system/time.ts'
import { PRACTICE } from '../harbour-street.ts'
import type { Patient } from '../people.ts'
import type { Way } from './people.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** A session begins at a time one would say. */
const BEGINS_MS = 5 * MINUTE_MS

export type Traveller = {
  house: House
  vault: Vault
  /** Whether to go on: asked before each act. */
  signal: Pick<AbortSignal, 'throwIfAborted'>
  timeZone: string
  person: Patient
  way: Way
  patient: Member
  prescriber: Member
  coordinator: Member
  therapist: Member | undefined
  foundedAt: Date
  /** When their session begins, or would. */
  startsAt: Date
  sessionId: string
  permits: Map<string, Permit<ActionOf<'patient'>>>
}

export type Around = Pick<Traveller, 'house' | 'vault' | 'signal' | 'foundedAt'>

/**
 * Times are counted from the founding, so that going on after an interruption finds what was done before.
 *
 * @param people members by their key
 * @returns undefined for somebody who is on no way, or is no member
 */
export function travellerOf(
  person: Patient,
  people: ReadonlyMap<string, Member>,
  around: Around,
): Traveller | undefined {
  const { way } = person
  const [patient, prescriber, coordinator] = [
    people.get(person.key),
    people.get('okafor'),
    people.get('bell'),
  ]
  if (!way || !patient || !prescriber || !coordinator) return undefined
  const wanted = around.foundedAt.getTime() + way.hoursToSession * HOUR_MS
  const dayEnds = endOfDay(calendarDay(around.foundedAt, PRACTICE.timeZone), PRACTICE.timeZone)
  // Whose day it is has the session before it is over, also when the practice is founded in its last hour.
  const begins =
    way.state === 'session-day' && dayEnds ? Math.min(wanted, dayEnds.getTime() - BEGINS_MS) : wanted
  return {
    ...{ ...around, person, way, patient, prescriber, coordinator, timeZone: PRACTICE.timeZone },
    therapist: person.therapist && people.get(person.therapist),
    startsAt: new Date(Math.floor(begins / BEGINS_MS) * BEGINS_MS),
    sessionId: uuidFrom(`${patient.id} session`),
    permits: new Map(),
  }
}

/** Asked for once, as if they did all of one kind in one sitting. */
export async function permitFor<A extends ActionOf<'patient'>>(
  { house, patient, signal, permits }: Traveller,
  who: Member,
  action: A,
): Promise<Permit<A>> {
  signal.throwIfAborted()
  const name = `${who.id} ${action}`
  const permit =
    permits.get(name) ?? (await Permit.ask<ActionOf<'patient'>>(house.db, who, action, patient.id))
  permits.set(name, permit)
  return permit as Permit<A>
}

/** So many days before the session, and minutes after that. The same each time: the session does not move. */
export const before = ({ startsAt }: Traveller, days: number, minutes = 0): Date =>
  new Date(startsAt.getTime() - days * DAY_MS + minutes * MINUTE_MS)

/** The same for the same thing of the same person, so that what was done before is not done again. */
export const idOf = ({ patient }: Traveller, what: string): string => uuidFrom(`${patient.id} ${what}`)

/** The day and night of the rota around the session, counted from the founding: one for all sessions in it. */
export function turnOfDuty({ foundedAt, startsAt, patient: { practiceId } }: Traveller) {
  const nth = Math.round((startsAt.getTime() - foundedAt.getTime()) / DAY_MS)
  const hour = Math.floor(foundedAt.getTime() / HOUR_MS) * HOUR_MS
  const fromAt = new Date(hour + (nth - 0.5) * DAY_MS)
  return { id: uuidFrom(`${practiceId} duty ${nth}`), fromAt, toAt: new Date(fromAt.getTime() + DAY_MS) }
}

export async function stateOf(traveller: Traveller): Promise<EnrolmentState | undefined> {
  const permit = await permitFor(traveller, traveller.patient, 'read-today')
  return inScope(traveller.house.db, permit, async (scope) => (await findEnrolment(scope))?.state)
}

/** Whoever is there with them, and whoever comes if that person cannot. */
export const BESIDE_PARTS = ['support', 'backup'] as const
export type BesidePart = (typeof BESIDE_PARTS)[number]

/** Somebody who was asked to be there. */
export async function besideAs(traveller: Traveller, part: BesidePart): Promise<Member> {
  const { house, patient } = traveller
  const permit = await permitFor(traveller, patient, 'read-own-people')
  const people = await inScope(house.db, permit, listOwnPeople)
  const found = people.find((one) => one.part === part)
  if (!found?.actorId) throw new AppError('conflict', `nobody is asked as ${part}`)
  return {
    ...{ id: found.actorId, name: found.name },
    ...{ practiceId: patient.practiceId, roles: ['support-person'] },
  }
}
