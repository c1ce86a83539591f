/** /console/patients/:patientId/plan/sign: a typed name and a tick under the whole plan. */
import type { Member } from '../../access/actor.ts'
import { Permit } from '../../access/permit.ts'
import { mayDraft } from '../../care/plan-room.ts'
import { signPlan } from '../../care/sign-plan.ts'
import { stillOpen } from '../../clinical/plan/checks.ts'
import { type PlanRefusal, PlanSignPage } from '../../ui/pages/plan-sign.tsx'
import { type DraftView, planHref } from '../../ui/plan/plan-view.ts'
import type { PageOptions } from '../env.ts'
import { onePatient, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import { draftView, planDay, planReading, type ReadPlan, readPlan } from './plan-views.ts'
import { signInAgainHref } from './protocol-version-view.ts'

const PATH = '/console/patients/:patientId/plan/sign'

export const planSignRoutes: Route[] = [
  onePatient('GET', PATH, 'read-plan', async (c, permit, member) =>
    signPage(c, await readPlan(c, permit), member, {}),
  ),

  onePatient('POST', PATH, 'sign-plan', async (c, permit, member) => {
    const { db, vault } = c.var.services
    const fields = await c.var.fields()
    const typedName = textIn(fields, 'typedName')
    const again = async (answer: Answer) => {
      const read = await readPlan(c, await Permit.ask(db, member, 'read-plan', permit.patientId))
      return signPage(c, read, member, { typedName, ...answer })
    }
    if ((await signInAgainHref(c)) !== null) return again({ status: 403 })
    if (fields.hasRead !== 'yes') return again({ needsTick: true, status: 400 })
    const outcome = await signPlan(db, permit, vault, {
      ...planDay(c),
      signer: member,
      version: Number(textIn(fields, 'version')),
      readHash: textIn(fields, 'readHash'),
      typedName,
    })
    if (outcome.status === 'not-signed')
      return again({ refused: outcome.why, status: outcome.why === 'name' ? 400 : 409 })
    return goOn(c, `${planHref({ id: permit.patientId })}?signed`)
  }),
]

type Answer = {
  refused?: PlanRefusal
  typedName?: string
  needsTick?: boolean
  status?: NonNullable<PageOptions['status']>
}

/** What keeps it from being signed before anybody tries. Findings are asked with the signature itself. */
function refusalOf({ room }: ReadPlan, draft: DraftView | null): PlanRefusal | null {
  if (!room.draft) return 'no-draft'
  if (!draft) return 'no-protocol'
  if (!mayDraft(room)) return 'state'
  return stillOpen(draft.checks).length > 0 ? 'checks' : null
}

async function signPage(
  c: RouteContext,
  read: ReadPlan,
  member: Member,
  { refused, typedName = '', needsTick = false, status = 200 }: Answer,
): Promise<Response> {
  const { planDesk } = c.var.words
  const { patient, room } = read
  const draft = draftView(c, room, room.draft)
  return c.var.page({
    area: 'console',
    title: planDesk.of(patient.name),
    status,
    body: (
      <PlanSignPage
        reading={planReading(c)}
        patient={patient}
        signer={member.name}
        draft={draft}
        refused={refused ?? refusalOf(read, draft)}
        accepts={room.state === 'in-review' || room.state === 're-evaluation-due'}
        isInvented={room.protocol?.isInvented ?? false}
        sent={{ name: typedName, needsTick, needsName: refused === 'name' }}
        signInAgainHref={await signInAgainHref(c)}
      />
    ),
  })
}
