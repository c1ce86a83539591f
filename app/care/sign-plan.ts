/** A prescriber signs a plan. With the first one the person is accepted, in the same transaction. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { stillOpen } from '../clinical/plan/checks.ts'
import type { Database } from '../database/connection.ts'
import { stepEnrolment } from '../records/enrolments.ts'
import { countOpenBlocks } from '../records/findings.ts'
import { lockPlans, signPlan as storeSignature } from '../records/plans.ts'
import { checked, mayDraft, type PlanDay, readPlanRoom } from './plan-room.ts'

/**
 * `changed`: the draft no longer says what the signer read. `findings`: a finding that blocks is open.
 * `checks`: something blocks, or an exception has no reason. `state`: no plan is signed where this person is now.
 */
export type WhyPlanNotSigned =
  | 'no-draft'
  | 'changed'
  | 'state'
  | 'no-protocol'
  | 'checks'
  | 'findings'
  | 'name'

export type SignPlanOutcome =
  | { status: 'signed'; version: number }
  | { status: 'not-signed'; why: WhyPlanNotSigned }

type Signature = PlanDay & {
  signer: Pick<Member, 'name'>
  version: number
  /** Of what the signer had before their eyes. */
  readHash: string
  /** As the signer typed it. */
  typedName: string
}

const refused = (why: WhyPlanNotSigned): SignPlanOutcome => ({ status: 'not-signed', why })

/**
 * Everything is asked again at the moment of signing: facts, protocol, checks. A signature sent twice is one.
 *
 * @throws StepRefused when the enrolment has moved on meanwhile
 */
export async function signPlan(
  db: Database,
  permit: Permit<'sign-plan'>,
  vault: Vault,
  { signer, version, readHash, typedName, ...day }: Signature,
): Promise<SignPlanOutcome> {
  if (!isSameName(typedName, signer.name)) return refused('name')
  return inScope(db, permit, async (scope) => {
    await lockPlans(scope)
    const room = await readPlanRoom(scope, vault, day)
    const { draft, protocol, signed } = room
    const before = signed.find((one) => one.version === version)
    if (before?.signed.id === permit.actor.id && before.hash === readHash)
      return { status: 'signed', version }
    if (!draft) return refused('no-draft')
    if (draft.version !== version || draft.hash !== readHash) return refused('changed')
    if (!mayDraft(room)) return refused('state')
    if (!protocol) return refused('no-protocol')
    const checks = checked(room, protocol, draft.plan)
    if (stillOpen(checks).length > 0) return refused('checks')
    if ((await countOpenBlocks(scope)) > 0) return refused('findings')
    const writer = { name: signer.name, at: day.now }
    if (!(await storeSignature(scope, writer, { version, readHash }, checks))) return refused('changed')
    if (room.state === 'in-review' || room.state === 're-evaluation-due')
      await stepEnrolment(scope, { to: 'accepted', by: signer.name, at: day.now })
    return { status: 'signed', version }
  })
}

const plainName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase()

/** As it is in the practice's own list, whatever its capitals and spaces. */
const isSameName = (typed: string, name: string): boolean => plainName(typed) === plainName(name)
