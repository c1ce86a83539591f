/** What the plan's pages show, out of what was read. */
import type { Permit } from '../../access/permit.ts'
import { inScope } from '../../access/permit.ts'
import { checked, drawn, type PlanRoom, readPlanRoom } from '../../care/plan-room.ts'
import { cautionLevel } from '../../clinical/plan/caution.ts'
import { getPatient } from '../../records/patients.ts'
import type { DraftedPlan, SignedPlan } from '../../records/plans.ts'
import { clockface, dayText } from '../../system/time.ts'
import type { CautionView, DraftView, PlanPatient, PlanReading, SignedView } from '../../ui/plan/plan-view.ts'
import type { RouteContext } from '../route.ts'

export type ReadPlan = { patient: PlanPatient; room: PlanRoom & { timeZone: string } }

export const planDay = ({ var: { services } }: RouteContext) => ({
  now: services.now(),
  timeZone: services.practice.timeZone,
})

/** The plan, its draft and everything they rest on. */
export const readPlan = (c: RouteContext, permit: Permit<'read-plan'>): Promise<ReadPlan> =>
  inScope(c.var.services.db, permit, async (scope) => {
    const { id, givenName, familyName } = await getPatient(scope)
    const room = await readPlanRoom(scope, c.var.services.vault, planDay(c))
    return { patient: { id, name: `${givenName} ${familyName}` }, room }
  })

export const planReading = ({ var: { language, words } }: RouteContext): PlanReading => ({
  language,
  words: words.planDesk,
  day: (on) => dayText(language, on).text,
})

export const cautionOf = ({ protocol, facts }: PlanRoom): CautionView | null =>
  protocol ? cautionLevel(facts, protocol.limits) : null

export function draftView(
  c: RouteContext,
  room: ReadPlan['room'],
  draft: DraftedPlan | undefined,
): DraftView | null {
  const { protocol } = room
  if (!draft || !protocol) return null
  const { version, hash, plan, drafted } = draft
  return {
    ...{ version, hash, plan },
    changed: { by: drafted.name, at: faceOf(c).instant(drafted.at) },
    checks: checked(room, protocol, plan),
    lines: drawn(room, protocol, plan.level).lines,
  }
}

export function signedView(c: RouteContext, one: SignedPlan): SignedView {
  const face = faceOf(c)
  return {
    version: one.version,
    plan: one.plan,
    checks: one.checks,
    signed: { by: one.signed.name, at: face.instant(one.signed.at) },
    seenAt: one.seenByPatientAt && face.instant(one.seenByPatientAt),
  }
}

export const faceOf = ({ var: { language, services } }: RouteContext) =>
  clockface(language, services.practice.timeZone)
