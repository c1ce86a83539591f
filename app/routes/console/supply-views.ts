/** What the pages of supply show, out of what was read. */
import type { Member } from '../../access/actor.ts'
import { inScope, type Permit } from '../../access/permit.ts'
import { countCause } from '../../care/count-units.ts'
import { isAllInForce, type OrderRules, orderIn, readOrderRules, stopping } from '../../care/order-rules.ts'
import { type OrderRoom, orderable, readSupplyRoom, type SupplyRoom } from '../../care/supply-room.ts'
import { wholeValues } from '../../clinical/plan/shape.ts'
import type { CalendarEntry } from '../../clinical/rule-calendar.ts'
import type { Finding } from '../../clinical/rules/rule.ts'
import { awaitsDelivery, differences } from '../../clinical/supply.ts'
import { unknownText } from '../../content/finding-words.ts'
import { findAlert, type StoredAlert, seeAlert } from '../../records/alerts.ts'
import { getPatient } from '../../records/patients.ts'
import type { NewEntry } from '../../records/supply-orders.ts'
import { dayText } from '../../system/time.ts'
import type { CalendarLine } from '../../ui/calendar-list.tsx'
import type { InForceView, MayOrderView } from '../../ui/pages/supply.tsx'
import type { EntryView, OrderView, UnitsView } from '../../ui/supply/supply-view.ts'
import type { RouteContext } from '../route.ts'
import { calendarLine } from './calendar-line.ts'
import { ruleText } from './finding-view.ts'
import { faceOf, planDay } from './plan-views.ts'

export type ReadSupply = {
  patient: { id: string; name: string }
  room: SupplyRoom
  /** What an order rests on; undefined for whoever makes none. */
  rules: OrderRules | undefined
  /** What a count that differs raised. */
  alert: StoredAlert | undefined
}

/**
 * The supply of one patient. Whoever of the team has a count that differs before their eyes is noted as having seen
 * it, because the patient is told so.
 */
export const readSupply = (
  c: RouteContext,
  permit: Permit<'read-supply'>,
  reader: Pick<Member, 'name' | 'roles'>,
): Promise<ReadSupply> =>
  inScope(c.var.services.db, permit, async (scope) => {
    const { id, givenName, familyName } = await getPatient(scope)
    const at = planDay(c)
    const room = await readSupplyRoom(scope, at)
    const { latestCount, balance } = room.count
    const cause = latestCount && balance === 'mismatch' ? countCause(latestCount.id) : undefined
    const alert = cause === undefined ? undefined : await findAlert(scope, cause)
    if (alert && !alert.seen) await seeAlert(scope, { id: alert.id, name: reader.name, at: at.now })
    const seen = alert && (alert.seen ?? { by: reader.name, at: at.now })
    const may = orderable(room)
    const most = { units: may.mayOrder ? may.most : 1, timeZone: at.timeZone }
    return {
      patient: { id, name: `${givenName} ${familyName}` },
      room,
      rules: reader.roles.includes('prescriber')
        ? await readOrderRules(scope, c.var.services.vault, at.now, await orderIn(scope, room, most))
        : undefined,
      alert: alert && { ...alert, seen: seen ?? null },
    }
  })

export function unitsView(c: RouteContext, { room, alert }: ReadSupply): UnitsView {
  const face = faceOf(c)
  const { count, needs, events } = room
  return {
    count,
    needs,
    countedAt: count.latestCount ? face.instant(new Date(count.latestCount.at)) : null,
    history: events
      .map(({ event, recordedBy }) => ({
        ...{ id: event.id, event, by: recordedBy },
        at: face.instant(new Date(event.at)),
      }))
      .reverse(),
    conversation: alert
      ? {
          sentAt: face.instant(alert.raisedAt),
          seen: alert.seen && { by: alert.seen.by, at: face.instant(alert.seen.at) },
        }
      : null,
  }
}

export function mayOrderView({ room }: ReadSupply): MayOrderView {
  const may = orderable(room)
  const values = room.plan && wholeValues(room.plan.plan)
  if (!may.mayOrder) return may
  if (!room.plan || !values) return { mayOrder: false, why: 'no-plan' }
  return {
    mayOrder: true,
    most: may.most,
    planVersion: room.plan.version,
    strengthMg: may.strengthMg,
    unit: values.unit,
    limit: { ...may.limit, sessions: values.sessions },
  }
}

/** What has to be in force today, and the rules that stop an order, each with where it is put right. */
export function inForceView(c: RouteContext, { patient, rules }: ReadSupply): InForceView | null {
  if (!rules) return null
  return {
    why: isAllInForce(rules) ? (rules.openBlocks > 0 ? 'open-blocks' : null) : 'not-in-force',
    lines: rules.calendar.map((entry) => ({
      ...calendarLine(entry, c.var.language),
      toDo: toDoFor(c, patient.id, entry),
    })),
    stopping: stopping(rules).map((finding) => ({
      ...stoppingText(c, finding),
      toDo: toDoForRule(c, patient.id, finding.ruleId),
    })),
  }
}

const PAGES: Partial<Record<CalendarEntry['subject'], string>> = {
  'telehealth-basis': '/booking#calendar',
  licence: '/booking#calendar',
  'pdmp-query': '/review#record',
  're-evaluation': '/plan',
}

function toDoFor(
  c: RouteContext,
  patientId: string,
  { subject, status }: CalendarEntry,
): CalendarLine['toDo'] {
  if (status.state !== 'closed') return undefined
  const { toDo } = c.var.words.supplyDesk.inForce
  if (subject === 'protocol' || status.reason === 'not-signed')
    return { text: toDo.protocol, href: '/console/protocol' }
  const href = `/console/patients/${patientId}`
  if (status.reason === 'place-not-given') return { text: toDo.place, href: `${href}/review#record` }
  const page = PAGES[subject]
  return { text: toDo[subject], href: page && `${href}${page}` }
}

/** Of a rule that stands in no line of the calendar. */
function toDoForRule(c: RouteContext, patientId: string, ruleId: string): CalendarLine['toDo'] {
  const { toDo } = c.var.words.supplyDesk.inForce
  const href = `/console/patients/${patientId}`
  if (ruleId === 'B34') return { text: toDo.order, href: `${href}/plan` }
  if (ruleId === 'B42') return { text: toDo.storage, href: `${href}/review#record` }
  return undefined
}

function stoppingText({ var: { language, services } }: RouteContext, finding: Finding) {
  const text = ruleText(language, finding, services.practice.name)
  return {
    id: finding.ruleId,
    text: finding.isUnknown
      ? `${text?.condition ?? ''}. ${unknownText(language, finding)}`
      : (text?.clinician ?? finding.ruleId),
  }
}

export function orderView(c: RouteContext, order: OrderRoom): OrderView {
  const face = faceOf(c)
  const { withdrawn, entry } = order
  const entryOf = (one: NewEntry & { by: string }, at: Date): EntryView => ({
    ...{ reference: one.reference, pharmacy: one.pharmacy, units: one.units, strengthMg: one.strengthMg },
    prescribedOn: dayText(c.var.language, one.prescribedOn),
    ...{ by: one.by, at: face.instant(at) },
  })
  return {
    ...{ id: order.id, planVersion: order.planVersion, units: order.units, strengthMg: order.strengthMg },
    ...{ by: order.by, at: face.instant(order.at), standing: order.standing, received: order.received },
    entry: entry && entryOf(entry, entry.at),
    differs: entry ? differences(order, entry) : [],
    earlier: order.earlier.map((one) => entryOf(one, new Date(one.at))),
    withdrawn: withdrawn && { ...withdrawn, at: face.instant(withdrawn.at) },
    mayReceive: awaitsDelivery(order.standing),
  }
}
