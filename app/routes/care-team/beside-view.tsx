/** What the person who is there reads: before the dose one sentence, whatever the reason, and nothing of the other half. */
import { aboutOf, isForPracticeAlone } from '../../care/raise-alerts.ts'
import type { Room } from '../../care/read-room.ts'
import { holdingFindings } from '../../clinical/session/state.ts'
import { gateWords } from '../../content/gate-words.ts'
import { clockface } from '../../system/time.ts'
import { NoDayPage } from '../../ui/pages/session-day.tsx'
import type { RoomView } from '../../ui/pages/session-room.tsx'
import { BEFORE_DOSE } from '../room-view.ts'
import type { RouteContext } from '../route.ts'

export const isHeldIn = ({ session, against }: Room): boolean =>
  holdingFindings(session.reading.session).length > 0 || against.length > 0

/** What the patient said about who is there stands on no page of theirs, nor that anybody was told of it. */
export const withoutAside = (room: Room): Room => ({
  ...room,
  alerts: room.alerts.filter((alert) => !isForPracticeAlone(alert)),
})

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
      />
    ),
  })
}
