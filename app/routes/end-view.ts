/** Before the end of a session: the signed numbers beside what was written last, and what still stands against it. */
import { againstEnd } from '../care/judge-session.ts'
import type { Room } from '../care/read-room.ts'
import { draftEvent, type Writer } from '../care/session-log.ts'
import { lowestOxygen } from '../clinical/session/ending.ts'
import { refusalOf } from '../clinical/session/refusal.ts'
import type { Refused } from '../clinical/session/state.ts'
import type { RouteContext } from './route.ts'

/** Why the session would not be closed if whoever reads this page closed it now. */
export function whyNotClosed({ session, alerts }: Room, writer: Writer, now: Date): Refused | undefined {
  const draft = draftEvent(session, writer, { id: 'not recorded', what: { kind: 'closed' }, at: now })
  return (
    refusalOf(session.reading.session, draft, session.numbers, session.receipts) ??
    againstEnd(session, alerts, now, false)
  )
}

/** What stands beneath a point of the list, by its `linkId`: in mmHg and percent, as the devices show them. */
export function endHints(c: RouteContext, { session }: Room): Readonly<Record<string, string>> {
  const { end } = c.var.words.sessionDay
  const { ending = {} } = session.numbers
  const { pressure, oxygen, oxygenBeforePercent } = session.reading.session.measured.any
  const { lowestSystolicMmHg, highestSystolicMmHg, highestDiastolicMmHg } = ending
  const lowest = lowestOxygen(ending, oxygenBeforePercent)
  const isSigned = [lowestSystolicMmHg, highestSystolicMmHg, highestDiastolicMmHg].every(
    (limit) => limit !== undefined,
  )
  const last = (reading: string | undefined) => (reading === undefined ? end.noReading : end.last(reading))
  const within = end.pressureWithin(
    String(lowestSystolicMmHg),
    String(highestSystolicMmHg),
    String(highestDiastolicMmHg),
  )
  return {
    'end-pressure': said(
      isSigned && within,
      last(pressure && `${pressure.systolicMmHg}/${pressure.diastolicMmHg}`),
    ),
    'end-oxygen': said(
      lowest !== undefined && end.oxygenWithin(String(lowest)),
      last(oxygen && `${oxygen.percent} %`),
    ),
  }
}

const said = (...parts: (string | false)[]): string => parts.filter((part) => part !== false).join(' ')
