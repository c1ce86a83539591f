/** /console/patients/:patientId/supply: what is in the house, orders, and what came of each. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../access/actor.ts'
import { Permit } from '../../access/permit.ts'
import { explainCount, recordLoss } from '../../care/count-units.ts'
import { endOrder, enterReference, orderSupply } from '../../care/order-supply.ts'
import { recordDelivery } from '../../care/record-delivery.ts'
import type { Words } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { SupplyPage } from '../../ui/pages/supply.tsx'
import { type FormAnswer, supplyHref } from '../../ui/supply/supply-view.ts'
import { onePatient, type Route, type RouteContext } from '../route.ts'
import { goOn, textIn } from '../sign-in/replies.tsx'
import { planDay } from './plan-views.ts'
import { deliveryIn, entryIn, explanationIn, idIn, lossIn, wholeIn } from './supply-forms.ts'
import {
  inForceView,
  mayOrderView,
  orderView,
  type ReadSupply,
  readSupply,
  unitsView,
} from './supply-views.ts'

const PATH = '/console/patients/:patientId/supply'

export const supplyRoutes: Route[] = [
  onePatient('GET', PATH, 'read-supply', async (c, permit, member) =>
    supplyPage(c, await readSupply(c, permit, member), member, null),
  ),

  onePatient('POST', `${PATH}/order`, 'order-supply', async (c, permit, member) => {
    const fields = await c.var.fields()
    const { no } = c.var.words.supplyDesk.order
    const [id, units] = [idIn(fields, 'id'), wholeIn(fields, 'units', 1)]
    const planVersion = Number(textIn(fields, 'planVersion'))
    if (!id || !units) return refused(c, member, permit, 'order', fields, no.unclear)
    const order = { id, units, planVersion }
    const { db, vault } = c.var.services
    const outcome = await orderSupply(db, vault, permit, { ...planDay(c), by: member, order })
    return outcome.status === 'ordered'
      ? goOn(c, `${supplyHref(permit.patientId)}?ordered`)
      : refused(c, member, permit, 'order', fields, no[outcome.why])
  }),

  onePatient('POST', `${PATH}/reference`, 'order-supply', async (c, permit, member) => {
    const fields = await c.var.fields()
    const { no } = c.var.words.supplyDesk.entry
    const [orderId, entry] = [idIn(fields, 'orderId'), entryIn(fields)]
    if (!orderId || !entry) return refused(c, member, permit, 'reference', fields, no.unclear)
    const at = { ...planDay(c), by: member }
    const outcome = await enterReference(c.var.services.db, permit, { ...at, orderId, entry })
    return outcome.status === 'not-entered'
      ? refused(c, member, permit, 'reference', fields, no[outcome.why])
      : goOn(c, supplyHref(permit.patientId))
  }),

  onePatient('POST', `${PATH}/withdraw`, 'order-supply', async (c, permit, member) => {
    const fields = await c.var.fields()
    const orderId = idIn(fields, 'orderId')
    if (!orderId) throw new AppError('invalid', 'no order was named')
    const because = textIn(fields, 'because')
    await endOrder(c.var.services.db, permit, { ...planDay(c), by: member, orderId, because })
    return goOn(c, supplyHref(permit.patientId))
  }),

  onePatient('POST', `${PATH}/delivery`, 'record-supply', async (c, permit, member) => {
    const fields = await c.var.fields()
    const { no } = c.var.words.supplyDesk.delivery
    const delivery = deliveryIn(fields)
    if (!delivery) return refused(c, member, permit, 'delivery', fields, no.unclear)
    const outcome = await recordDelivery(c.var.services.db, permit, { ...planDay(c), by: member, delivery })
    return outcome.status === 'recorded'
      ? goOn(c, `${supplyHref(permit.patientId)}?recorded`)
      : refused(c, member, permit, 'delivery', fields, no[outcome.why])
  }),

  onePatient('POST', `${PATH}/loss`, 'record-supply', async (c, permit, member) => {
    const fields = await c.var.fields()
    const loss = lossIn(fields)
    if (!loss) return refused(c, member, permit, 'loss', fields, c.var.words.supplyDesk.loss.no)
    await recordLoss(c.var.services.db, permit, { ...planDay(c), by: member, loss })
    return goOn(c, `${supplyHref(permit.patientId)}?recorded`)
  }),

  onePatient('POST', `${PATH}/explain`, 'explain-count', async (c, permit, member) => {
    const explained = explanationIn(await c.var.fields())
    if (!explained) throw new AppError('invalid', 'an explanation came without its reason')
    await explainCount(c.var.services.db, permit, { ...planDay(c), by: member, ...explained })
    return goOn(c, `${supplyHref(permit.patientId)}?explained`)
  }),
]

/** The page again, with what was written and one sentence; what stands there now is read anew. */
async function refused(
  c: RouteContext,
  member: Member,
  permit: Permit<'order-supply' | 'record-supply'>,
  form: FormAnswer['form'],
  fields: Record<string, unknown>,
  message: string,
): Promise<Response> {
  const mayRead = await Permit.ask(c.var.services.db, member, 'read-supply', permit.patientId)
  const written = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const answer = { form, message, written, orderId: written.orderId ?? '' }
  return supplyPage(c, await readSupply(c, mayRead, member), member, answer)
}

const told = (c: RouteContext, words: Words['supplyDesk']): string | null => {
  if (c.req.query('ordered') !== undefined) return words.order.done
  if (c.req.query('recorded') !== undefined) return words.delivery.done
  return c.req.query('explained') === undefined ? null : words.conversation.accepted
}

function supplyPage(c: RouteContext, read: ReadSupply, member: Member, answer: FormAnswer | null): Response {
  const words = c.var.words.supplyDesk
  return c.var.page({
    area: 'console',
    title: words.of(read.patient.name),
    status: answer === null ? 200 : 400,
    body: (
      <SupplyPage
        words={words}
        patient={read.patient}
        isPrescriber={member.roles.includes('prescriber')}
        told={told(c, words)}
        units={unitsView(c, read)}
        order={mayOrderView(read)}
        inForce={inForceView(c, read)}
        allWords={c.var.words}
        orders={read.room.orders.map((order) => orderView(c, order))}
        ids={{
          ...{ order: randomUUID(), delivery: randomUUID() },
          ...{ loss: randomUUID(), explanation: randomUUID() },
        }}
        answer={answer}
      />
    ),
  })
}
