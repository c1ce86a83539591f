/**
 * A route says what it needs before it says what it does. The wrapper in
 * app.tsx asks, and the handler is given the permit: a handler that never asked
 * has nothing to read records with.
 */
import type { Context } from 'hono'
import type { Action, ActionOf } from '../access/actions.ts'
import type { Member } from '../access/actor.ts'
import type { Permit } from '../access/permit.ts'
import type { AppEnv } from './env.ts'

export type Method = 'GET' | 'POST'
type Reply = Response | Promise<Response>
export type RouteContext = Context<AppEnv>

/** What a request must prove. The authorization matrix is made from this. */
export type Asks =
  | { of: 'nobody' }
  | { of: 'visitor'; action: ActionOf<'public'> }
  /** A login, whoever it is: for the login's own settings. Staff may come with one factor to add the second. */
  | { of: 'login' }
  | { of: 'own-record'; action: ActionOf<'patient'> }
  /** The patient named in the address as `:patientId`. */
  | { of: 'patient-in-path'; action: ActionOf<'patient'> }
  | { of: 'list'; action: ActionOf<'list'> }
  | { of: 'practice'; action: ActionOf<'practice'> }

export type Route = {
  method: Method
  path: string
  asks: Asks
  /** Absent outside the demo: the address does not exist. */
  onlyInDemo?: boolean
  /** For a form with a file in it; without, the house's own limit. */
  largestFormBytes?: number
  /** Given what was asked for: a permit, the member signed in, or nothing. */
  handle: (c: RouteContext, proof: { permit?: Permit; member?: Member }) => Reply
}

type With<A extends Action> = (c: RouteContext, permit: Permit<A>, member: Member) => Reply

// The wrapper asks for exactly the action the route names, so its permit is of that action.
const permitOf = <A extends Action>(permit: Permit | undefined): Permit<A> => {
  if (!permit) throw new Error('a route was called without its permit')
  return permit as Permit<A>
}
const memberOf = (member: Member | undefined): Member => {
  if (!member) throw new Error('a route was called without anybody signed in')
  return member
}

/** A page for anybody that reads no record. */
export const open = (method: Method, path: string, handle: (c: RouteContext) => Reply): Route => ({
  method,
  path,
  asks: { of: 'nobody' },
  handle,
})

export const onlyInDemo = (route: Route): Route => ({ ...route, onlyInDemo: true })

/** A page for anybody that reads what the practice says about itself. */
export const visitor = <A extends ActionOf<'public'>>(
  method: Method,
  path: string,
  action: A,
  handle: (c: RouteContext, permit: Permit<A>) => Reply,
): Route => ({
  method,
  path,
  asks: { of: 'visitor', action },
  handle: (c, { permit }) => handle(c, permitOf<A>(permit)),
})

/** A page about the login itself: second factor, passkeys, where it is signed in. */
export const signedIn = (
  method: Method,
  path: string,
  handle: (c: RouteContext, member: Member) => Reply,
): Route => ({ method, path, asks: { of: 'login' }, handle: (c, { member }) => handle(c, memberOf(member)) })

/** A patient's page about their own record. */
export const ownRecord = <A extends ActionOf<'patient'>>(
  method: Method,
  path: string,
  action: A,
  handle: With<A>,
): Route => ({
  method,
  path,
  asks: { of: 'own-record', action },
  handle: (c, { permit, member }) => handle(c, permitOf<A>(permit), memberOf(member)),
})

/** A page about the patient in the address, for somebody on their care team. */
export const onePatient = <A extends ActionOf<'patient'>>(
  method: Method,
  path: `${string}/:patientId${string}`,
  action: A,
  handle: With<A>,
): Route => ({
  method,
  path,
  asks: { of: 'patient-in-path', action },
  handle: (c, { permit, member }) => handle(c, permitOf<A>(permit), memberOf(member)),
})

/** A page over the patients on the actor's own list. */
export const onList = <A extends ActionOf<'list'>>(
  method: Method,
  path: string,
  action: A,
  handle: With<A>,
): Route => ({
  method,
  path,
  asks: { of: 'list', action },
  handle: (c, { permit, member }) => handle(c, permitOf<A>(permit), memberOf(member)),
})

/** A page about the practice, without any patient. */
export const onPractice = <A extends ActionOf<'practice'>>(
  method: Method,
  path: string,
  action: A,
  handle: With<A>,
): Route => ({
  method,
  path,
  asks: { of: 'practice', action },
  handle: (c, { permit, member }) => handle(c, permitOf<A>(permit), memberOf(member)),
})
