/** What the person who is there reads: before the dose one sentence, whatever the reason, and nothing of the other half. */
import { inScope, type Permit } from '../../access/permit.ts'
import { aboutOf, isOfTheRoom } from '../../care/raise-alerts.ts'
import type { Room } from '../../care/read-room.ts'
import { holdingFindings } from '../../clinical/session/state.ts'
import { gateWords } from '../../content/gate-words.ts'
import { listNumbers } from '../../records/contact-points.ts'
import { nameOfMember } from '../../records/people.ts'
import { clockface } from '../../system/time.ts'
import { NoDayPage } from '../../ui/pages/session-day.tsx'
import type { InReserve, RoomView } from '../../ui/pages/session-room.tsx'
import { BEFORE_DOSE } from '../room-view.ts'
import type { RouteContext } from '../route.ts'

export const isHeldIn = ({ session, against }: Room): boolean =>
  holdingFindings(session.reading.session).length > 0 || against.length > 0

/** What the patient said or answered for the practice alone stands on no page of theirs, nor that anybody was told. */
export const ofTheRoom = (room: Room): Room => ({ ...room, alerts: room.alerts.filter(isOfTheRoom) })

const OWN: readonly string[] = ['emergency', 'support-person-gone']

/** Before the dose who knows is said of what they asked for themselves alone. */
export const withOwnAlone = (room: Room): Room => ({
  ...room,
  alerts: room.alerts.filter((alert) => OWN.includes(aboutOf(alert))),
})

/** The room as they see it: before the dose the rules say nothing here but that the day is held. */
export function besideView(c: RouteContext, room: Room, whole: RoomView): RoomView {
  if (!BEFORE_DOSE.includes(whole.place)) return whole
  return { ...whole, says: isHeldIn(room) ? [gateWords[c.var.language].supportPerson] : [] }
}

/** On any other day than the booked one there is nothing to fill in. */
export function otherDay(c: RouteContext, { session: { booked } }: Room, at: Date) {
  const text = gateWords[c.var.language].otherDay
  const day = clockface(c.var.language, booked.timeZone).instant(booked.startsAt).text
  const isAhead = at < booked.startsAt
  return c.var.page({
    area: 'plain',
    title: c.var.words.sessionDay.title,
    body: (
      <NoDayPage
        words={c.var.words.sessionDay}
        title={isAhead ? text.aheadTitle : text.overTitle}
        text={isAhead ? text.besideAhead(day) : text.besideOver}
        home="/people"
      />
    ),
  })
}

/** Whom they call when they cannot stay; nobody for whoever is in reserve themselves. */
export async function inReserveOf(
  c: RouteContext,
  permit: Permit<'read-session'>,
  { session: { booked }, gaps }: Room,
): Promise<InReserve | undefined> {
  const { db, vault } = c.var.services
  if (permit.actor.id === booked.backupPersonId || gaps.includes('backup')) return undefined
  return inScope(db, permit, async (scope) => {
    const phone = (await listNumbers(scope, await vault.keyOf(scope))).get(booked.backupPersonId)
    const name = await nameOfMember(scope, booked.backupPersonId)
    return phone === undefined || name === null ? undefined : { name, phone }
  })
}
