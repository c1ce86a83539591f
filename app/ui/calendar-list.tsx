import type { Words } from '../content/words.ts'
import { Time, type When } from './when.tsx'

type Desk = Words['booking']['desk']

export type CalendarLine = {
  subject: keyof Desk['subjects']
  key: string
  status:
    | { state: 'open'; endsOn?: When | undefined }
    | { state: 'closes'; endsOn: When }
    | { state: 'closed'; reason: keyof Desk['status']['closed'] }
  /** Where somebody goes to put right what is closed. */
  toDo?: { text: string; href?: string | undefined } | undefined
}

/** What has to be in force on a day, closed first: in force, until when, or why not. */
export function CalendarList({ words, lines }: { words: Words; lines: readonly CalendarLine[] }) {
  const desk = words.booking.desk
  const consentName: Readonly<Record<string, string>> = words.consents.names
  return (
    <ul class="step-list must-be-there">
      {lines.map(({ subject, key, status, toDo }) => (
        <li key={`${subject} ${key}`} class={status.state === 'closed' ? 'next' : 'done'}>
          <span class="step-label">
            {desk.subjects[subject]}
            {key !== subject && <span class="quiet"> · {consentName[key] ?? key}</span>}
          </span>
          <span class="quiet">
            {status.state === 'closed' ? (
              desk.status.closed[status.reason]
            ) : status.endsOn ? (
              <>
                {status.state === 'closes' ? desk.status.closes : desk.status.openUntil}{' '}
                <Time when={status.endsOn} />
              </>
            ) : (
              desk.status.open
            )}
            {toDo && (
              <>
                <br />
                {toDo.href === undefined ? toDo.text : <a href={toDo.href}>{toDo.text}</a>}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
