import type { Place } from '../../clinical/session.ts'
import type { Words } from '../../content/words.ts'
import { AlertList, type AlertView } from '../alert-list.tsx'
import { Button } from '../button.tsx'
import { Contact, type ContactProps, type ContactView } from '../contact.tsx'
import { EmptyState } from '../empty-state.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

type WithWords = { words: Words['sessionDay'] }

export type BoardRow = {
  href: string
  name: string
  place: string
  state: string
  startsAt: When
  lastHeard: When | undefined
  open: number
  unseen: number
  hasEmergency: boolean
}

/** Every session that is booked or under way, what needs a person first. */
export function SessionsPage({ words, rows, asOf }: WithWords & { rows: readonly BoardRow[]; asOf: When }) {
  const { board } = words
  return (
    <div class="wide">
      <div class="console-head">
        <h1>{board.title}</h1>
        <span class="quiet">
          {board.asOf} <Time when={asOf} />
        </span>
      </div>
      <p class="quiet">{board.lead}</p>
      {rows.length === 0 ? (
        <EmptyState title={board.empty}>{null}</EmptyState>
      ) : (
        <section class="table-scroll" aria-label={board.title} tabindex={0}>
          <table class="dense board">
            <thead>
              <tr>
                {Object.values(board.columns).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.href} ${row.startsAt.iso}`}>
                  <th scope="row">
                    <a href={row.href}>{row.name}</a>
                  </th>
                  <td>{row.place}</td>
                  <td>
                    <span class="cell-label">{board.columns.starts}</span>
                    <Time when={row.startsAt} />
                  </td>
                  <td>{board.state[row.state] ?? row.state}</td>
                  <td>
                    <span class="cell-label">{board.columns.heard}</span>
                    {row.lastHeard ? <Time when={row.lastHeard} /> : board.none}
                  </td>
                  <td>
                    {row.open > 0 && (
                      <>
                        <span class="cell-label">{board.columns.alerts}</span> <strong>{row.open}</strong>
                      </>
                    )}{' '}
                    {row.hasEmergency && board.emergency}{' '}
                    {row.unseen > 0 && <span class="quiet">{board.unseen(String(row.unseen))}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

export type HoldView = {
  ruleId: string
  text: string
  severity: string
  isFinal: boolean
  isOpened: boolean
}
export type PartView = {
  part: 'patient' | 'support-person'
  judgement: string | undefined
  holds: readonly HoldView[]
}
export type NowView = { ruleId: string; severity: string; text: string }
export type LogRow = { key: string; minute: string; at: When; what: string; detail: string; who: string }

export type SessionProps = WithWords & {
  name: string
  place: Place
  address: string
  contactWords: ContactProps['words']
  /** Whom a clinician calls. */
  contact: ContactView
  minutes: number | undefined
  silence:
    | {
        contact: 'reporting' | 'announced-offline' | 'unexpectedly-silent'
        dueAt: When
        rungs: readonly string[]
      }
    | undefined
  alerts: readonly AlertView[]
  parts: readonly PartView[]
  now: readonly NowView[]
  log: readonly LogRow[]
  action: string
  chartHref: string
  /** One id for each button of this page. */
  newId: () => string
  hidden: Fields
  isDosed: boolean
  isBeforeDose: boolean
  /** What the booking rests on and is gone. */
  gaps: readonly string[]
  problem: string | undefined
}

/** One session: what needs a person, what holds it, what was seen, and what may be done. */
export function SessionPage(props: SessionProps) {
  const { words, name, place, address, contact, minutes, silence, problem, chartHref, gaps } = props
  const { one, room } = words
  return (
    <div class="wide flow">
      <div class="console-head">
        <h1>{name}</h1>
        <span class="strong">{room.place[place]}</span>
        {minutes !== undefined && (
          <span class="number">
            {one.clock}: <strong>{minutes}</strong>
          </span>
        )}
        <span>{address}</span>
        <a href={chartHref}>{one.toChart}</a>
        <a href="/console/sessions">{one.back}</a>
      </div>
      <Contact words={props.contactWords} contact={contact} />
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {gaps.map((gap) => (
        <Notice key={gap} kind="problem">
          {gap}
        </Notice>
      ))}
      {silence && (
        <Notice kind={silence.contact === 'unexpectedly-silent' ? 'problem' : 'plain'}>
          <p>
            <strong>{one.silence[silence.contact]}</strong>. {one.dueAt}: <Time when={silence.dueAt} />
            {silence.rungs.map((rung) => (
              <span key={rung}> · {rung}</span>
            ))}
          </p>
        </Notice>
      )}
      <Alerts {...props} />
      <RulesNow {...props} />
      <Gate {...props} />
      <Ways {...props} />
      <Log {...props} />
    </div>
  )
}

function Alerts({ words: { one }, alerts, action, hidden, newId }: SessionProps) {
  return (
    <section class="flow" aria-labelledby="alerts">
      <h2 id="alerts">{one.alerts}</h2>
      {alerts.length === 0 && <p class="quiet">{one.noAlerts}</p>}
      <AlertList
        words={one}
        alerts={alerts.map((alert) => ({ ...alert, answer: { action, hidden: { ...hidden, id: newId() } } }))}
      />
    </section>
  )
}

/** Several of these stand on one page, so that each has an id of its own. */
const Labelled = ({ id, name, label }: { id: string; name: string; label: string }) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input id={id} name={name} maxLength={500} />
  </div>
)

function Gate({ words: { one }, parts, action, hidden, newId, isBeforeDose }: SessionProps) {
  return (
    <section class="flow" aria-labelledby="gate">
      <h2 id="gate">{one.gate}</h2>
      {parts.map(({ part, judgement, holds }) => (
        <div key={part} class="flow">
          <h3>{one.judged[part]}</h3>
          {judgement === undefined && <p class="quiet">{one.notIn}</p>}
          {judgement !== undefined && holds.length === 0 && <p class="quiet">{one.clear}</p>}
          <ul class="alert-list">
            {holds.map((hold) => (
              <li key={hold.ruleId} class={hold.isOpened ? undefined : 'open'}>
                <p>
                  <strong>{hold.ruleId}</strong> · {hold.severity} · {hold.text}
                  {hold.isOpened && ` · ${one.opened}`}
                </p>
                {hold.isFinal && <p class="quiet">{one.final}</p>}
                {!hold.isOpened && !hold.isFinal && isBeforeDose && (
                  <form class="flow" method="post" action={action}>
                    <HiddenFields
                      fields={{ ...hidden, id: newId(), judgement: judgement ?? '', ruleId: hold.ruleId }}
                    />
                    <Labelled id={`reason-${part}-${hold.ruleId}`} name="because" label={one.reason} />
                    <Button name="kind" value="open">
                      {one.open}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function RulesNow({ words: { one }, now, isDosed }: SessionProps) {
  if (!isDosed) return null
  return (
    <section class="flow" aria-labelledby="now">
      <h2 id="now">{one.now}</h2>
      {now.length === 0 && <p class="quiet">{one.nowNone}</p>}
      <ul class="plain-list">
        {now.map(({ ruleId, severity, text }) => (
          <li key={ruleId}>
            <strong>{ruleId}</strong> · {severity} · {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Log({ words: { one }, log }: SessionProps) {
  return (
    <section class="flow" aria-labelledby="log">
      <h2 id="log">{one.readings}</h2>
      <section class="table-scroll" aria-label={one.readings} tabindex={0}>
        <table class="dense">
          <thead>
            <tr>
              <th scope="col">{one.minute}</th>
              <th scope="col">{one.what}</th>
              <th scope="col">{one.who}</th>
            </tr>
          </thead>
          <tbody>
            {log.map((row) => (
              <tr key={row.key}>
                <td class="number minute">
                  {row.minute} <Time when={row.at} />
                </td>
                <td>
                  {row.what}
                  {row.detail && `: ${row.detail}`}
                </td>
                <td>{row.who}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Ways({ words: { one }, action, hidden, newId, place, isDosed }: SessionProps) {
  if (place === 'complete' || place === 'stopped' || place === 'aborted') return null
  return (
    <>
      <form class="actions" method="post" action={action}>
        <HiddenFields fields={{ ...hidden, id: newId() }} />
        <Button name="kind" value="stop">
          {one.stop}
        </Button>
      </form>
      {isDosed && (
        <form class="flow" method="post" action={action}>
          <HiddenFields fields={{ ...hidden, id: newId() }} />
          <Labelled id="close-because" name="because" label={one.closeBecause} />
          <Button name="kind" value="close">
            {one.close}
          </Button>
        </form>
      )}
    </>
  )
}
