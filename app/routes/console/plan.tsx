/** /console/patients/:patientId/plan: drawn from the protocol in force, edited line by line, signed elsewhere. */
import type { Member } from '../../access/actor.ts'
import { Permit } from '../../access/permit.ts'
import { drawPlan, savePlan } from '../../care/draft-plan.ts'
import { mayDraft } from '../../care/plan-room.ts'
import { AppError } from '../../system/errors.ts'
import { PLAN_FORM, PlanPage } from '../../ui/pages/plan.tsx'
import { planHref } from '../../ui/plan/plan-view.ts'
import type { PageOptions } from '../env.ts'
import { onePatient, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import { type PlanProblem, readPlanForm, writtenPlan } from './plan-form.ts'
import {
  cautionOf,
  draftView,
  planDay,
  planReading,
  type ReadPlan,
  readPlan,
  signedView,
} from './plan-views.ts'

const PATH = '/console/patients/:patientId/plan'
/** Sent by the link to the other language: show the page again, and save nothing. */
const LOOK = 'look'

export const planRoutes: Route[] = [
  onePatient('GET', PATH, 'read-plan', async (c, permit) => planPage(c, await readPlan(c, permit), {})),

  onePatient('POST', `${PATH}/draw`, 'draft-plan', async (c, permit, member) => {
    const { db, vault } = c.var.services
    const readHash = textIn(await c.var.fields(), 'readHash')
    const outcome = await drawPlan(db, permit, vault, {
      ...planDay(c),
      drafter: member,
      ...(readHash === '' ? {} : { readHash }),
    })
    if (outcome === 'changed-meanwhile')
      return planPage(c, await readAgain(c, member, permit.patientId), { isChanged: true, status: 409 })
    return goOn(c, `${planHref({ id: permit.patientId })}?drawn`)
  }),

  onePatient('POST', PATH, 'draft-plan', async (c, permit, member) => {
    const { db, vault } = c.var.services
    const fields = await c.var.fields()
    const written = textsIn(fields)
    const again = async (answer: Answer) =>
      planPage(c, await readAgain(c, member, permit.patientId), { written, ...answer })
    const read = readPlanForm(fields)
    if (read.status === 'cut-off') throw new AppError('invalid', 'a form of a plan was cut off')
    if (textIn(fields, 'then') === LOOK) return again({})
    if (read.status === 'unclear') return again({ problems: read.problems, status: 400 })
    const { level, values, reasons } = read
    const version = Number(textIn(fields, 'version'))
    const edited = { version, readHash: textIn(fields, 'readHash'), level, values, reasons }
    const outcome = await savePlan(db, permit, vault, { ...planDay(c), drafter: member, edited })
    if (outcome === 'changed-meanwhile') return again({ isChanged: true, status: 409 })
    return goOn(c, `${planHref({ id: permit.patientId })}?saved`)
  }),
]

/** To show the page after a form: a permit to write leaves a trace of a write, and reading is none. */
const readAgain = async (c: RouteContext, member: Member, patientId: string): Promise<ReadPlan> =>
  readPlan(c, await Permit.ask(c.var.services.db, member, 'read-plan', patientId))

/** What was written, to be shown again. A field sent twice is nobody's answer. */
const textsIn = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

type Answer = {
  written?: Record<string, string>
  problems?: ReadonlyMap<string, PlanProblem>
  isChanged?: boolean
  status?: NonNullable<PageOptions['status']>
}

const TOLD = ['saved', 'drawn', 'signed'] as const

function planPage(c: RouteContext, { patient, room }: ReadPlan, answer: Answer): Response {
  const { planDesk } = c.var.words
  const { problems = new Map<string, PlanProblem>(), isChanged = false, status = 200 } = answer
  const draft = draftView(c, room, room.draft)
  const unclear = [...problems].map(([name, problem]) => [name, planDesk.unclear.problems[problem]] as const)
  return c.var.page({
    area: 'console',
    title: planDesk.of(patient.name),
    status,
    ...(draft && { form: { id: PLAN_FORM, field: 'then', value: LOOK, enter: 'save' } }),
    body: (
      <PlanPage
        reading={planReading(c)}
        patient={patient}
        told={TOLD.find((one) => c.req.query(one) !== undefined) ?? null}
        caution={cautionOf(room)}
        isInvented={room.protocol?.isInvented ?? false}
        mayDraft={mayDraft(room)}
        draft={draft}
        signed={room.signed.map((one) => signedView(c, one))}
        written={answer.written ?? (draft ? writtenPlan(draft.plan) : {})}
        problems={new Map(unclear)}
        isChanged={isChanged}
      />
    ),
  })
}
