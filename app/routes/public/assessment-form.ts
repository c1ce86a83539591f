/**
 * What the free assessment carries from screen to screen: one sealed field that only we can read, made when it
 * begins and good for a day, because "right now" does not keep. The server remembers nothing of it.
 */
import { z } from 'zod'
import { visitorTo } from '../../access/actor.ts'
import { inScope, Permit } from '../../access/permit.ts'
import type { AssessmentAnswers } from '../../clinical/assessment/questions.ts'
import { findAssessmentLimits } from '../../records/assessment-limits.ts'
import { getPublicProfile } from '../../records/practices.ts'
import { newUuid } from '../../system/ids.ts'
import type { RouteContext } from '../route.ts'

const PURPOSE = 'assessment form'
const OPEN_FOR_MS = 24 * 3_600_000

const carried = z.object({
  /** Of the registration it may become. */
  id: z.uuid(),
  /** Epoch milliseconds. */
  begunAt: z.number(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

export type Carried = { id: string; begunAt: number; answers: AssessmentAnswers }

export const begin = (c: RouteContext): Carried => ({
  id: newUuid(),
  begunAt: c.var.services.now().getTime(),
  answers: {},
})

export const sealCarried = (c: RouteContext, state: Carried): string =>
  c.var.services.seals.wrap(PURPOSE, state)

/** What a form brought along; undefined when it is not ours, not whole, or older than a day. */
export function openCarried(c: RouteContext, sealed: unknown): Carried | undefined {
  const { seals, now } = c.var.services
  const { data } = carried.safeParse(seals.unwrap(PURPOSE, sealed))
  return data && now().getTime() - data.begunAt < OPEN_FOR_MS ? data : undefined
}

/** What anybody may know: what the practice says of itself, and the limits of the assessment. */
export async function readPublic(c: RouteContext) {
  const { db, practice } = c.var.services
  const permit = await Permit.ask(db, visitorTo(practice.id), 'take-assessment')
  return inScope(db, permit, async (scope) => ({
    profile: await getPublicProfile(scope),
    limits: (await findAssessmentLimits(scope)).limits,
  }))
}

export type PublicProfile = Awaited<ReturnType<typeof getPublicProfile>>
