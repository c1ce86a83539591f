/** /portal/supply: a patient says that a parcel came, and counts what is there. No amounts of the medicine. */
import { randomUUID } from 'node:crypto'
import type { Member } from '../../access/actor.ts'
import { inScope, Permit } from '../../access/permit.ts'
import { countCause, countUnits } from '../../care/count-units.ts'
import { recordDelivery } from '../../care/record-delivery.ts'
import { awaited, readSupplyRoom } from '../../care/supply-room.ts'
import { findAlert } from '../../records/alerts.ts'
import { AppError } from '../../system/errors.ts'
import { clockface } from '../../system/time.ts'
import { OwnSupplyPage, type OwnSupplyPageProps } from '../../ui/pages/own-supply.tsx'
import { planDay } from '../console/plan-views.ts'
import { deliveryIn, idIn, wholeIn } from '../console/supply-forms.ts'
import { ownRecord, type Route, type RouteContext } from '../route.ts'
import { goOn } from '../sign-in/replies.tsx'
import { whenOpen } from './when-open.tsx'

const PATH = '/portal/supply'
/** Ties a form to its patient: one left open on a shared phone says nothing about whoever signs in next. */
const SEAL = 'supply form'

export const ownSupplyRoutes: Route[] = [
  ownRecord(
    'GET',
    PATH,
    'read-own-plan',
    whenOpen('supply', (c, permit) => supplyPage(c, permit, null)),
  ),

  ownRecord(
    'POST',
    `${PATH}/arrived`,
    'confirm-supply',
    whenOpen('supply', async (c, permit, member) => {
      const fields = await sealedFields(c, permit.patientId)
      const { no } = c.var.words.ownSupply
      const delivery = deliveryIn(fields)
      if (!delivery) return again(c, member, 'arrived', fields, no.unclear)
      const outcome = await recordDelivery(c.var.services.db, permit, { ...planDay(c), by: member, delivery })
      return outcome.status === 'recorded'
        ? goOn(c, `${PATH}?arrived`)
        : again(c, member, 'arrived', fields, no[outcome.why])
    }),
  ),

  ownRecord(
    'POST',
    `${PATH}/count`,
    'confirm-supply',
    whenOpen('supply', async (c, permit, member) => {
      const fields = await sealedFields(c, permit.patientId)
      const [id, units] = [idIn(fields, 'id'), wholeIn(fields, 'counted', 0)]
      if (id === undefined || units === undefined)
        return again(c, member, 'count', fields, c.var.words.ownSupply.no.unclear)
      const { difference } = await countUnits(c.var.services.db, permit, {
        ...planDay(c),
        by: member,
        id,
        units,
      })
      return goOn(c, difference === 0 ? `${PATH}?same` : PATH)
    }),
  ),
]

async function sealedFields(c: RouteContext, patientId: string): Promise<Record<string, unknown>> {
  const fields = await c.var.fields()
  if (!c.var.services.seals.isSealed(fields.seal, SEAL, patientId))
    throw new AppError('invalid', 'a form of supply came with a seal that is not this patient’s')
  return fields
}

type Form = NonNullable<OwnSupplyPageProps['refused']>['form']

async function again(
  c: RouteContext,
  member: Member,
  form: Form,
  fields: Record<string, unknown>,
  message: string,
): Promise<Response> {
  const permit = await Permit.ask(c.var.services.db, member, 'read-own-plan', member.id)
  const written = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return supplyPage(c, permit, { form, message, written })
}

async function supplyPage(
  c: RouteContext,
  permit: Permit<'read-own-plan'>,
  refused: OwnSupplyPageProps['refused'],
): Promise<Response> {
  const { words, language, services } = c.var
  const { room, alert } = await inScope(services.db, permit, async (scope) => {
    const room = await readSupplyRoom(scope, planDay(c))
    const { latestCount, balance } = room.count
    const cause = latestCount && balance === 'mismatch' ? countCause(latestCount.id) : undefined
    return { room, alert: cause === undefined ? undefined : await findAlert(scope, cause) }
  })
  const face = clockface(language, services.practice.timeZone)
  const { count, orders } = room
  const { latestCount } = count
  const own = words.ownSupply
  const told =
    c.req.query('arrived') !== undefined
      ? own.done.arrived
      : c.req.query('same') !== undefined && count.balance === 'balanced'
        ? own.done.same
        : null
  const latest = orders.find(({ received }) => received > 0)
  return c.var.page({
    area: 'portal',
    title: own.title,
    status: refused === null ? 200 : 400,
    body: (
      <OwnSupplyPage
        words={own}
        phone={services.practice.phone}
        told={told}
        refused={refused}
        waiting={awaited(room).map(({ id, standing }) => ({
          orderId: id,
          isPartly: standing === 'part-came',
        }))}
        isOther={latest?.standing === 'too-many-came'}
        count={{
          hasUnits: room.events.length > 0,
          last: latestCount
            ? { units: latestCount.counted, at: face.instant(new Date(latestCount.at)) }
            : null,
        }}
        differs={
          alert
            ? {
                sentAt: face.instant(alert.raisedAt),
                seen: alert.seen && { by: alert.seen.by, at: face.instant(alert.seen.at) },
                isInCover: alert.isInCover,
              }
            : null
        }
        ids={{
          ...{ arrived: randomUUID(), count: randomUUID() },
          seal: services.seals.seal(SEAL, permit.patientId),
        }}
      />
    ),
  })
}
