import type { ComponentChildren } from 'preact'
import type { Place } from '../../clinical/session.ts'
import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'

type WithWords = { words: Words['sessionDay'] }

/** Near black, one dim glow, few words: for a room with the lights low. */
export const Dusk = ({ children }: { children: ComponentChildren }) => (
  <div class="dusk">
    <div class="narrow flow session">{children}</div>
  </div>
)

type ActProps = { action: string; hidden: Fields; kind: string; children: ComponentChildren; id: string }

/** One press says one thing. The id was made with the page: pressed twice, it is said once. */
function Act({ action, hidden, kind, id, look, children }: ActProps & { look?: 'first' | 'emergency' }) {
  return (
    <form method="post" action={action} class="act">
      <HiddenFields fields={{ ...hidden, id }} />
      <Button {...(look ? { kind: look } : {})} name="kind" value={kind}>
        {children}
      </Button>
    </form>
  )
}

export type RoomView = {
  place: Place
  /** Whole minutes since the dose; undefined before it. */
  minutes: number | undefined
  nextLook: { isDue: boolean; at: string } | undefined
  nextReading: { isDue: boolean; at: string } | undefined
  isGone: boolean
  stop: 'nothing' | 'spit-and-rinse' | 'lights-on' | undefined
  needsDoseConfirmed: string | undefined
  /** Not the plan's number, and the alert that asks for it. */
  needsUnitsConfirmed: { alert: string; units: number } | undefined
  /** What the rules say to the people in the room, strongest first. */
  says: readonly string[]
  /** Who knows of it, in its true form. */
  told: readonly string[]
  /** Why something was not possible, or that it was written. */
  note: { kind: 'done' | 'problem'; text: string } | undefined
}

export type RoomProps = WithWords & {
  name: string
  base: string
  hidden: Fields
  /** Ids for each button, made with this page. */
  ids: Readonly<Record<string, string>>
  view: RoomView
  dutyPhone: string | null
}

export const idOf = (ids: RoomProps['ids'], kind: string) => ids[kind] ?? ''

/** The support person's screen. 911 is a link that works without us, and stands first. */
export function RoomPage(props: RoomProps) {
  const { words, name, base, view, dutyPhone } = props
  const { room } = words
  const isDosed = view.minutes !== undefined && view.place !== 'complete'
  return (
    <Dusk>
      <p class="actions dial">
        <ButtonLink kind="emergency" href={callHref('911')}>
          {room.dial}
        </ButtonLink>
        {dutyPhone !== null && <ButtonLink href={callHref(dutyPhone)}>{room.dialDuty(dutyPhone)}</ButtonLink>}
      </p>
      <h1>{room.title(name)}</h1>
      {view.note && <Notice kind={view.note.kind}>{view.note.text}</Notice>}
      {view.stop !== undefined && (
        <Notice kind="problem">
          <p class="lead">{room.afterStop[view.stop]}</p>
        </Notice>
      )}
      {view.says.map((line) => (
        <Notice kind="problem" key={line}>
          <p class="lead">{line}</p>
        </Notice>
      ))}
      <Clock words={words} view={view} />
      {view.place === 'ready-for-dose' && <Start {...props} />}
      {isDosed && <Buttons {...props} />}
      {view.place === 'complete' && <Tonight {...props} />}
      {view.told.length > 0 && (
        <section class="flow" aria-labelledby="told">
          <h2 id="told" class="small-title">
            {room.alerts}
          </h2>
          {view.told.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )}
      <p>
        <a class="big-link" href={`${base}/now`}>
          {room.refresh}
        </a>
      </p>
    </Dusk>
  )
}

function Clock({ words: { room }, view }: WithWords & { view: RoomView }) {
  const next = (item: RoomView['nextLook']) =>
    item === undefined ? room.noMore : item.isDue ? room.due : room.at(item.at)
  return (
    <section class="clock" aria-label={room.place[view.place]}>
      <p class="small-title">{room.place[view.place]}</p>
      {view.minutes !== undefined && (
        <p class="minutes">
          <strong>{room.minutes(String(view.minutes))}</strong> <span class="quiet">{room.since}</span>
        </p>
      )}
      {view.minutes !== undefined && view.place !== 'complete' && (
        <dl class="next-things">
          <div class={view.nextLook?.isDue ? 'due' : undefined}>
            <dt>{room.nextLook}</dt>
            <dd>{next(view.nextLook)}</dd>
          </div>
          <div class={view.nextReading?.isDue ? 'due' : undefined}>
            <dt>{room.nextReading}</dt>
            <dd>{next(view.nextReading)}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}

function Start({ words: { room, beside }, base, hidden, ids }: RoomProps) {
  return (
    <form method="post" action={`${base}/now`} class="flow">
      <HiddenFields fields={{ ...hidden, id: idOf(ids, 'start') }} />
      <p class="lead">{room.startTitle}</p>
      <Field name="units" label={room.units} inputMode="numeric" width="code" maxLength={2} required />
      <Button kind="first" name="kind" value="start">
        {room.start}
      </Button>
      <p class="quiet">{beside.timer}</p>
    </form>
  )
}

function Buttons(props: RoomProps) {
  const { words, base, hidden, ids, view } = props
  const { room } = words
  const act = { action: `${base}/now`, hidden }
  return (
    <>
      <div class="three">
        <Act {...act} kind="well" id={idOf(ids, 'well')} look="first">
          {room.well}
        </Act>
        <Act {...act} kind="comfort" id={idOf(ids, 'comfort')}>
          {room.comfort}
        </Act>
        <Act
          action={`${base}/help`}
          hidden={hidden}
          kind="emergency"
          id={idOf(ids, 'emergency')}
          look="emergency"
        >
          {room.emergency}
        </Act>
      </div>
      {view.needsDoseConfirmed !== undefined && (
        <Act
          {...act}
          hidden={{ ...hidden, alert: view.needsDoseConfirmed }}
          kind="confirm"
          id={idOf(ids, 'confirm')}
        >
          {room.confirmDose}
        </Act>
      )}
      {view.needsUnitsConfirmed && <ConfirmUnits {...props} {...view.needsUnitsConfirmed} />}
      <h2 class="small-title">{room.more}</h2>
      <p class="actions stack">
        <ButtonLink href={`${base}/look`}>{room.look}</ButtonLink>
        <ButtonLink href={`${base}/readings`}>{room.readings}</ButtonLink>
        <ButtonLink href={`${base}/end`}>{room.end}</ButtonLink>
      </p>
      <Act {...act} kind={view.isGone ? 'back' : 'gone'} id={idOf(ids, 'gone')}>
        {view.isGone ? room.back : room.gone}
      </Act>
      <Act {...act} kind="extra" id={idOf(ids, 'extra')}>
        {room.extra}
      </Act>
      <Act {...act} kind="stop" id={idOf(ids, 'stop')}>
        {room.stop}
      </Act>
      <p class="quiet">{room.stopWhy}</p>
    </>
  )
}

type ConfirmUnitsProps = RoomProps & { alert: string; units: number }

/** Fewer than planned, or a plan that says nothing: counted again by whoever is there. */
function ConfirmUnits({ words: { room }, base, hidden, ids, units, alert }: ConfirmUnitsProps) {
  return (
    <section class="flow">
      <Notice kind="problem">{room.confirmUnits(String(units))}</Notice>
      <Act
        action={`${base}/now`}
        hidden={{ ...hidden, alert }}
        kind="confirm"
        id={idOf(ids, 'confirm-units')}
      >
        {room.unitsRight(String(units))}
      </Act>
      <p class="quiet">{room.unitsWrong}</p>
    </section>
  )
}

function Tonight({ words: { room }, name, base, hidden, ids }: RoomProps) {
  return (
    <section class="flow" aria-labelledby="tonight">
      <h2 id="tonight">{room.tonight.title}</h2>
      <p>{room.tonight.text}</p>
      <p class="lead">{room.tonight.worse}</p>
      <p class="actions stack">
        <ButtonLink href={`${base}/tonight`}>{room.tonight.look}</ButtonLink>
      </p>
      <Act
        action={`${base}/help`}
        hidden={hidden}
        kind="emergency"
        id={idOf(ids, 'emergency')}
        look="emergency"
      >
        {room.emergency}
      </Act>
      <p>{room.tonight.nextDay(name)}</p>
    </section>
  )
}

type MineProps = WithWords & {
  view: Pick<RoomView, 'place' | 'stop' | 'told'>
  hidden: Fields
  ids: RoomProps['ids']
}

/**
 * The patient's own screen: a few things, and no number. Who knows that they asked stands on the page of help, or of
 * what is said aside; who knows that they stopped stands here.
 */
export function MyScreenPage({ words, view, hidden, ids }: MineProps) {
  const { mine, room } = words
  const isOver = view.place === 'complete'
  const isBefore = ['not-ready', 'preparing', 'ready-for-dose'].includes(view.place)
  return (
    <Dusk>
      <div class="my-screen">
        <h1>{isOver ? mine.over : view.stop !== undefined ? mine.stopped : mine.heading}</h1>
        {isBefore && <p>{mine.before}</p>}
        <div class="breath" aria-hidden="true" />
        <p class="lead">{mine.breathe}</p>
        {view.stop !== undefined && <p class="lead">{room.afterStop[view.stop]}</p>}
        {view.stop !== undefined && view.told.map((line) => <p key={line}>{line}</p>)}
        <Act action="/portal/day/help" hidden={hidden} kind="help" id={idOf(ids, 'help')} look="first">
          {mine.help}
        </Act>
        {!isOver && view.stop === undefined && (
          <Act action="/portal/day/now" hidden={hidden} kind="stop" id={idOf(ids, 'stop')}>
            {mine.stop}
          </Act>
        )}
        <Act action="/portal/day/aside" hidden={hidden} kind="aside" id={idOf(ids, 'aside')}>
          {mine.aside}
        </Act>
      </div>
    </Dusk>
  )
}
