/** A practice with a protocol in force, a prescriber, a coordinator, and a patient whose intake is in review: anew for each test. */
import { randomUUID } from 'node:crypto'
import { beforeEach } from 'vitest'
import type { ActionOf } from '../../app/access/actions.ts'
import type { Member } from '../../app/access/actor.ts'
import { inScope, Permit, type Scope } from '../../app/access/permit.ts'
import { openVault } from '../../app/access/vault.ts'
import { drawPlan, savePlan } from '../../app/care/draft-plan.ts'
import { readPlanRoom } from '../../app/care/plan-room.ts'
import { signPlan } from '../../app/care/sign-plan.ts'
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import type { OpenValues } from '../../app/clinical/plan/shape.ts'
import type { Limits } from '../../app/clinical/protocol.ts'
import { findEnrolment } from '../../app/records/enrolments.ts'
import { PLAN_SIGNED } from '../ordinary-plan.ts'
import { joinCareTeam, makeMember, makePatient } from '../people.ts'
import { TEST_SECRET } from '../postgres-server.ts'
import { brought, now, postgres, practiceId, prescriber } from './protocol-scene.ts'

export let patient: Member
export let coordinator: Member
export const vault = openVault(TEST_SECRET)
export const day = { now, timeZone: 'America/New_York' }

/** Nothing about anybody is known here, so the most careful level holds. */
export const LIMITS: Limits = {
  ...PLAN_SIGNED,
  intake: { ...PLAN_SIGNED.intake, requiredConsents: ['telehealth'] },
  dose: { ...PLAN_SIGNED.dose, isWeightBased: false },
  refill: { ...PLAN_SIGNED.refill, maxUnits: 8, earlyDays: 3, blockFromTimes: 2 },
}

beforeEach(async () => {
  await brought(LIMITS)
  patient = await makePatient(postgres.everything, practiceId)
  coordinator = await makeMember(postgres.everything, practiceId, ['care-coordinator'])
  for (const { id } of [prescriber, coordinator]) await joinCareTeam(postgres.everything, patient, id)
  await postgres.everything
    .insertInto('enrolment')
    .values({
      practice_id: practiceId,
      enrolment_id: randomUUID(),
      patient_id: patient.id,
      state: 'in-review',
      since: new Date(now.getTime() - 86_400_000),
      paused_from: null,
    })
    .execute()
})

export const permitFor = <A extends ActionOf<'patient'>>(who: Member, action: A, about = patient.id) =>
  Permit.ask<ActionOf<'patient'>>(postgres.db, who, action, about) as Promise<Permit<A>>

/** What a prescriber reads of the plan. */
export const asReader = async <T>(work: (scope: Scope<'read-plan'>) => Promise<T>) =>
  inScope(postgres.db, await permitFor(prescriber, 'read-plan'), work)
export const room = () => asReader((scope) => readPlanRoom(scope, vault, day))
export const state = async (): Promise<EnrolmentState | undefined> => (await asReader(findEnrolment))?.state

export const draw = async (drafter = prescriber, readHash?: string) =>
  drawPlan(postgres.db, await permitFor(drafter, 'draft-plan'), vault, {
    ...{ ...day, drafter },
    ...(readHash === undefined ? {} : { readHash }),
  })

type Edit = {
  values?: Partial<OpenValues>
  reasons?: Parameters<typeof edit>[0]['reasons']
  readHash?: string
}
/** Changes lines of the draft. */
export async function save({ values = {}, reasons = {}, readHash }: Edit) {
  return edit({ values, reasons, ...(readHash === undefined ? {} : { readHash }) })
}

async function edit(change: {
  values: Partial<OpenValues>
  reasons: { readonly [code in 'more-sessions' | 'support-hours-shorter']?: string }
  readHash?: string
}) {
  const { draft } = await room()
  if (!draft) throw new Error('there is no draft')
  const edited = {
    ...{ version: draft.version, readHash: change.readHash ?? draft.hash, level: draft.plan.level },
    ...{ values: { ...draft.plan.values, ...change.values }, reasons: change.reasons },
  }
  const permit = await permitFor(prescriber, 'draft-plan')
  return savePlan(postgres.db, permit, vault, { ...day, drafter: prescriber, edited })
}

type Signing = { version?: number; readHash?: string; typedName?: string; at?: Date }
export async function sign(change: Signing = {}) {
  const { draft } = await room()
  const permit = await permitFor(prescriber, 'sign-plan')
  const { version = draft?.version ?? 0, readHash = draft?.hash ?? '', typedName = prescriber.name } = change
  const outcome = await signPlan(postgres.db, permit, vault, {
    ...{ ...day, now: change.at ?? now, signer: prescriber, version, readHash, typedName },
  })
  return outcome.status === 'signed' ? 'signed' : outcome.why
}

/** A signed plan, without anything changed in it. */
export async function signedPlan() {
  await draw()
  const outcome = await sign()
  if (outcome !== 'signed') throw new Error(`the plan was not signed: ${outcome}`)
}
