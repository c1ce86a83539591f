/**
 * Everything a plan is drawn from, edited and checked by, read together in one transaction: the signed protocol, the
 * patient's facts, the draft, and what was signed before.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import type { Day } from '../clinical/calendar-day.ts'
import type { EnrolmentState } from '../clinical/enrolment.ts'
import { checkPlan } from '../clinical/plan/check-plan.ts'
import type { CheckContext } from '../clinical/plan/checking.ts'
import type { PlanCheck } from '../clinical/plan/checks.ts'
import type { PlanFacts } from '../clinical/plan/facts.ts'
import type { Plan } from '../clinical/plan/shape.ts'
import { type Draft, draftPlan, isSameCourse, type PlanProtocol } from '../clinical/plan.ts'
import { findEnrolment } from '../records/enrolments.ts'
import { type DraftedPlan, findDraft, listSignedPlans, type SignedPlan } from '../records/plans.ts'
import { findPlanProtocol } from '../records/protocol-versions.ts'
import { calendarDay } from '../system/time.ts'
import { intakeFacts } from './intake-facts.ts'

/** Where the practice is, and when. */
export type PlanDay = { now: Date; timeZone: string }

export type PlanRoom = {
  /** Undefined: nobody began one. */
  state: EnrolmentState | undefined
  /** Undefined: none was ever signed, or the last one was retired. Then nothing is drawn and nothing signed. */
  protocol: PlanProtocol | undefined
  facts: PlanFacts
  today: Day
  draft: DraftedPlan | undefined
  /** Signed versions, the latest first. */
  signed: readonly SignedPlan[]
}

export async function readPlanRoom(
  scope: Scope<AboutPatient>,
  vault: Vault,
  { now, timeZone }: PlanDay,
): Promise<PlanRoom & { timeZone: string }> {
  const key = await vault.keyOf(scope)
  return {
    state: (await findEnrolment(scope))?.state,
    protocol: await findPlanProtocol(scope),
    facts: await intakeFacts(scope, key, { now }),
    today: calendarDay(now, timeZone),
    draft: await findDraft(scope),
    signed: await listSignedPlans(scope),
    timeZone,
  }
}

/** In these a plan is drafted and signed. On a day of a session, and after an end, none changes. */
const OPEN: readonly EnrolmentState[] = [
  'in-review',
  'accepted',
  'supplied',
  'ready',
  'integrating',
  're-evaluation-due',
  'paused',
]

export const mayDraft = ({ state }: Pick<PlanRoom, 'state'>): boolean =>
  state !== undefined && OPEN.includes(state)

/** What the protocol draws for these facts today; `atLeast`: the prescriber asks for more care than they do. */
export const drawn = (room: PlanRoom, protocol: PlanProtocol, atLeast?: Plan['level']): Draft =>
  draftPlan(room.facts, protocol, { startsOn: room.today, previous: room.signed[0]?.plan, atLeast })

/** What the checks say of a plan here and now. */
export const checked = (
  room: PlanRoom & { timeZone: string },
  protocol: PlanProtocol,
  plan: Plan,
): PlanCheck[] => checkPlan(plan, room.facts, protocol, contextOf(room))

function contextOf({ today, signed, timeZone }: PlanRoom & { timeZone: string }): CheckContext {
  const [latest] = signed
  if (!latest) return { today }
  return { today, previous: { plan: latest.plan, lastRaisedOn: lastRaisedOn(signed, timeZone) } }
}

/** The day on which the dose last went up within a course, where the practice is. */
export function lastRaisedOn(signed: readonly SignedPlan[], timeZone: string): Day | 'never' {
  for (const [index, { plan, signed: by }] of signed.entries()) {
    const before = signed[index + 1]?.plan
    const on = calendarDay(by.at, timeZone)
    if (!isSameCourse(before, on)) return 'never'
    if ((plan.values.doseMg ?? 0) > (before.values.doseMg ?? 0)) return on
  }
  return 'never'
}
