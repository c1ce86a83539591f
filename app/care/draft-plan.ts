/** A prescriber draws a plan from the protocol in force, and edits it. Nothing is signed, and nobody is told. */
import type { Member } from '../access/actor.ts'
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import type { CheckCode } from '../clinical/plan/checks.ts'
import { withReasons } from '../clinical/plan/checks.ts'
import type { OpenValues, Plan } from '../clinical/plan/shape.ts'
import type { Database } from '../database/connection.ts'
import { insertDraft, lockPlans, updateDraft } from '../records/plans.ts'
import { AppError } from '../system/errors.ts'
import { checked, drawn, mayDraft, type PlanDay, type PlanRoom, readPlanRoom } from './plan-room.ts'

export type DraftOutcome = 'saved' | 'changed-meanwhile'

/**
 * Draws the plan. With a draft there already it is drawn anew, where the caller says which one they had read; without
 * that the draft stays as it is, so that a second press is harmless.
 */
export async function drawPlan(
  db: Database,
  permit: Permit<'draft-plan'>,
  vault: Vault,
  { drafter, readHash, ...day }: PlanDay & { drafter: Pick<Member, 'name'>; readHash?: string },
): Promise<DraftOutcome> {
  return inScope(db, permit, async (scope) => {
    await lockPlans(scope)
    const room = await readPlanRoom(scope, vault, day)
    const { draft } = room
    const protocol = protocolFor(room)
    const writer = { name: drafter.name, at: day.now }
    const { plan } = drawn(room, protocol)
    if (!draft) {
      await insertDraft(scope, writer, plan)
      return 'saved'
    }
    if (readHash === undefined) return 'saved'
    const isSaved = await updateDraft(scope, writer, { version: draft.version, readHash }, plan)
    return isSaved ? 'saved' : 'changed-meanwhile'
  })
}

export type EditedPlan = {
  version: number
  /** Of the draft the writer had before their eyes. */
  readHash: string
  level: Plan['level']
  values: OpenValues
  /** For exceptions, by the code of their check. */
  reasons: { readonly [Code in CheckCode]?: string | undefined }
}

/** Writes the edited lines into the draft, with the reasons that still fit. Any plan can be saved; not any is signed. */
export async function savePlan(
  db: Database,
  permit: Permit<'draft-plan'>,
  vault: Vault,
  { drafter, edited, ...day }: PlanDay & { drafter: Pick<Member, 'name'>; edited: EditedPlan },
): Promise<DraftOutcome> {
  return inScope(db, permit, async (scope) => {
    await lockPlans(scope)
    const room = await readPlanRoom(scope, vault, day)
    const { draft } = room
    const protocol = protocolFor(room)
    const { version, readHash, level, values, reasons } = edited
    if (draft?.version !== version) return 'changed-meanwhile'
    const plan: Plan = { ...draft.plan, level, values }
    const reasoned = withReasons(plan, checked(room, protocol, plan), reasons)
    const writer = { name: drafter.name, at: day.now }
    return (await updateDraft(scope, writer, { version, readHash }, reasoned)) ? 'saved' : 'changed-meanwhile'
  })
}

function protocolFor(room: PlanRoom) {
  if (!mayDraft(room)) throw new AppError('conflict', `no plan is drafted in state ${room.state}`)
  if (!room.protocol) throw new AppError('conflict', 'there is no signed protocol to draw a plan from')
  return room.protocol
}
