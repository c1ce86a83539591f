import { isStaff, type Member, visitorTo } from '../access/actor.ts'
import { Permit } from '../access/permit.ts'
import { AppError } from '../system/errors.ts'
import { checkedUuid } from '../system/ids.ts'
import { isRoomPath } from './room-path.ts'
import type { Route, RouteContext } from './route.ts'

/** Staff came with one factor, outside the demo: they add the second before anything else. */
export class SecondFactorNeeded extends AppError {
  constructor() {
    super('forbidden', 'staff with one factor')
  }
}

/** Asks for what a route says it needs. Everything a handler may do with records comes from here. */
export async function proofFor(
  { asks }: Route,
  c: RouteContext,
): Promise<{ permit?: Permit; member?: Member }> {
  const { db, practice } = c.var.services
  if (asks.of === 'nobody') return {}
  if (asks.of === 'visitor') return { permit: await Permit.ask(db, visitorTo(practice.id), asks.action) }

  const member = await signedInMember(c, asks.of === 'login')
  switch (asks.of) {
    case 'login':
      return { member }
    case 'own-record':
      // Only a patient has a record of their own; whoever else asks about themselves is refused, on record.
      return { member, permit: await Permit.ask(db, member, asks.action, member.id) }
    case 'patient-in-path':
      return {
        member,
        permit: await Permit.ask(db, member, asks.action, checkedUuid(c.req.param('patientId') ?? '')),
      }
    case 'list':
    case 'practice':
      return { member, permit: await Permit.ask(db, member, asks.action) }
  }
}

async function signedInMember(c: RouteContext, oneFactorWillDo: boolean): Promise<Member> {
  const { login, mode, practice } = c.var.services
  const session = await login.findSession(
    c.req.raw.headers,
    isRoomPath(c.req.path) ? 'may-be-kept' : undefined,
  )
  const member = session?.members.find(({ practiceId }) => practiceId === practice.id)
  if (!session || !member) throw new AppError('unauthenticated', 'nobody is signed in')
  c.set('member', member)
  if (mode === 'production' && !oneFactorWillDo && isStaff(member) && session.strength === 'one-factor')
    throw new SecondFactorNeeded()
  return member
}
