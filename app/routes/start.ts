import type { Role } from '../access/actor.ts'
import { signedIn } from './route.ts'

/** Where each role's day begins. The first that fits. */
const PLACES: readonly [Role, string][] = [
  ['patient', '/portal'],
  ['prescriber', '/console'],
  ['medical-director', '/console/protocol'],
  ['care-coordinator', '/people'],
  ['therapist', '/people'],
  ['support-person', '/people'],
  ['admin', '/console/protocol'],
  ['protocol-reviewer', '/console/protocol'],
]

/** After signing in: on to the page this person came for. */
export const start = signedIn('GET', '/start', (c, { roles }) =>
  c.redirect(PLACES.find(([role]) => roles.includes(role))?.[1] ?? '/account', 303),
)
