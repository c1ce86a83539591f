import type { Words } from '../content/words.ts'
import { Button } from './button.tsx'
import { type Fields, HiddenFields } from './hidden-fields.tsx'
import { Time, type When } from './when.tsx'

export type AlertView = {
  id: string
  /** Whom it is about, where more than one person's are shown. */
  who?: { name: string; href: string | null; toCall: string | null }
  about: string
  level: string
  raisedAt: When
  isInCover: boolean
  seen: { by: string; at: When } | null
  settled: { by: string; at: When; because: string } | null
  /** Where the reader answers it; absent, where it is not theirs to answer. */
  answer?: { action: string; hidden: Fields } | undefined
}

type AlertListProps = { words: Words['sessionDay']['one']; alerts: readonly AlertView[] }

/** Alerts with how far each has come, and the forms to say that somebody is looking, or what was done. */
export function AlertList({ words, alerts }: AlertListProps) {
  return (
    <ul class="alert-list">
      {alerts.map((alert) => (
        <li key={alert.id} class={alert.settled ? undefined : 'open'}>
          <p>
            {alert.who && (
              <>
                {alert.who.href === null ? alert.who.name : <a href={alert.who.href}>{alert.who.name}</a>}
                {' · '}
                {alert.who.toCall !== null && (
                  <>
                    <a href={alert.who.toCall}>{words.toCall}</a>
                    {' · '}
                  </>
                )}
              </>
            )}
            <strong>{alert.about}</strong> · {alert.level} · <Time when={alert.raisedAt} />
            {!alert.isInCover && ` · ${words.outside}`}
          </p>
          <p class="quiet">
            {alert.seen ? (
              <>
                {words.seenBy(alert.seen.by)}, <Time when={alert.seen.at} />
              </>
            ) : (
              words.notSeen
            )}
            {alert.settled && ` · ${words.settledBy(alert.settled.by, alert.settled.because)}`}
          </p>
          {!alert.settled && alert.answer && <Answer words={words} alert={alert} {...alert.answer} />}
        </li>
      ))}
    </ul>
  )
}

type AnswerProps = Pick<AlertListProps, 'words'> & { alert: AlertView; action: string; hidden: Fields }

function Answer({ words, alert, action, hidden }: AnswerProps) {
  // Several of these stand on one page, so that each has an id of its own.
  const field = `because-${alert.id}`
  return (
    <div class="flow">
      {!alert.seen && (
        <form method="post" action={action}>
          <HiddenFields fields={{ ...hidden, alertId: alert.id }} />
          <Button kind="first" name="kind" value="see">
            {words.look}
          </Button>
        </form>
      )}
      <details>
        <summary>{words.settle}</summary>
        <form class="flow" method="post" action={action}>
          <HiddenFields fields={{ ...hidden, alertId: alert.id }} />
          <div class="field">
            <label for={field}>{words.because}</label>
            <input id={field} name="because" maxLength={500} />
          </div>
          <Button name="kind" value="settle">
            {words.settle}
          </Button>
        </form>
      </details>
    </div>
  )
}
