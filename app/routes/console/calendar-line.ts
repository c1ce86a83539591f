import type { CalendarEntry } from '../../clinical/rule-calendar.ts'
import { dayText } from '../../system/time.ts'
import type { CalendarLine } from '../../ui/calendar-list.tsx'

/** An entry of the rule calendar, as a page shows it. */
export function calendarLine({ subject, key, status }: CalendarEntry, language: string): CalendarLine {
  if (status.state === 'closed') return { subject, key, status }
  const endsOn = status.endsOn === undefined ? undefined : dayText(language, status.endsOn)
  if (status.state === 'closes' && endsOn) return { subject, key, status: { state: 'closes', endsOn } }
  return { subject, key, status: { state: 'open', endsOn } }
}
