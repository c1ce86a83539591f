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
  /** `isToWake`: they were asleep when last looked at. */
  nextLook: { isDue: boolean; at: string; isToWake: boolean } | undefined
  nextReading: { isDue: boolean; at: string } | undefined
  /** Nobody has said yet that they were on their feet since the dose. */
  mayStandFirst: boolean
  isGone: boolean
  stop: 'nothing' | 'spit-and-rinse' | 'lights-on' | undefined
  needsDoseConfirmed: string | undefined
  /** Not the plan's number, and the alert that asks for it. */
  needsUnitsConfirmed: { alert: string; units: number } | undefined
  /** What the rules ask of whoever is beside them, strongest first. */
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

/** Who comes when the person beside them cannot stay. Their number is a link that works without us. */
export type InReserve = { name: string; phone: string }

export const idOf = (ids: RoomProps['ids'], kind: string) => ids[kind] ?? ''

/** A number on one line, to be read out or compared. */
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0')

/** What to dial. It works without us. */
export const Dial = ({ words: { room }, dutyPhone }: WithWords & { dutyPhone: string | null }) => (
  <p class="actions dial">
    <ButtonLink kind="emergency" href={callHref('911')}>
      {room.dial}
    </ButtonLink>
    {dutyPhone !== null && (
      <ButtonLink href={callHref(dutyPhone)}>{room.dialDuty(unbroken(dutyPhone))}</ButtonLink>
    )}
  </p>
)

/** The support person's screen: what cannot wait stands first, whole on a small phone; everything to read after it. */
export function RoomPage(props: RoomProps & { inReserve: InReserve | undefined }) {
  const { words, name, base, view, dutyPhone, inReserve } = props
  const { room } = words
  const isDosed = view.minutes !== undefined && view.place !== 'complete'
  const isBefore = view.minutes === undefined
  return (
    <Dusk>
      {isBefore ? <Dial words={words} dutyPhone={dutyPhone} /> : <AtOnce {...props} />}
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
      <h1>{room.title(name)}</h1>
      <Clock words={words} view={view} />
      {view.place === 'ready-for-dose' && <Start {...props} />}
      {isDosed && <Further {...props} />}
      {view.place === 'complete' && <Tonight {...props} />}
      {inReserve && (
        <p class="whole">
          <ButtonLink href={callHref(inReserve.phone)}>
            {room.dialReserve(inReserve.name, inReserve.phone)}
          </ButtonLink>
        </p>
      )}
      <p>
        <a class="big-link" href={`${base}/now`}>
          {room.refresh}
        </a>
      </p>
    </Dusk>
  )
}

/** From the dose on. 911 and the clinic are links that work without us; comfort and *well* are for while it lasts. */
function AtOnce({ words, base, hidden, ids, view, dutyPhone }: RoomProps) {
  const { room } = words
  const act = { action: `${base}/now`, hidden }
  return (
    <div class="at-once">
      <Act
        action={`${base}/help`}
        hidden={hidden}
        kind="emergency"
        id={idOf(ids, 'emergency')}
        look="emergency"
      >
        {room.emergency}
      </Act>
      <ButtonLink kind="emergency" href={callHref('911')}>
        {room.dial}
      </ButtonLink>
      {view.place !== 'complete' && (
        <>
          <Act {...act} kind="comfort" id={idOf(ids, 'comfort')}>
            {room.comfort}
          </Act>
          <Act {...act} kind="well" id={idOf(ids, 'well')} look="first">
            {room.well}
          </Act>
        </>
      )}
      {dutyPhone !== null && (
        <p class="whole">
          <ButtonLink href={callHref(dutyPhone)}>{room.dialDuty(unbroken(dutyPhone))}</ButtonLink>
        </p>
      )}
    </div>
  )
}

function Clock({ words: { room }, view }: WithWords & { view: RoomView }) {
  const next = (item: RoomView['nextReading']) =>
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
            <dt>{view.nextLook?.isToWake ? room.nextWaking : room.nextLook}</dt>
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

function Further(props: RoomProps) {
  const { words, base, hidden, ids, view } = props
  const { room } = words
  const act = { action: `${base}/now`, hidden }
  return (
    <>
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
      {view.mayStandFirst && (
        <Act {...act} kind="stands" id={idOf(ids, 'stands')}>
          {room.stands}
        </Act>
      )}
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

function Tonight({ words: { room }, name, base }: RoomProps) {
  return (
    <section class="flow" aria-labelledby="tonight">
      <h2 id="tonight">{room.tonight.title}</h2>
      <p>{room.tonight.text}</p>
      <p class="lead">{room.tonight.worse}</p>
      <p class="actions stack">
        <ButtonLink href={`${base}/tonight`}>{room.tonight.look}</ButtonLink>
      </p>
      <p>{room.tonight.nextDay(name)}</p>
    </section>
  )
}

type MineProps = WithWords & {
  view: Pick<RoomView, 'place' | 'stop' | 'told'>
  /** Nobody can say that somebody is with them whom they want there. */
  isWithoutPerson: boolean
  /** Whoever was there has left the room: what to do, and who knows. */
  gone: string | undefined
  hidden: Fields
  ids: RoomProps['ids']
}

/**
 * The patient's own screen: a few things, and no number. Who knows that they asked stands on the page of help, or of
 * what is said aside; who knows that they stopped stands here.
 */
export function MyScreenPage({ words, view, isWithoutPerson, gone, hidden, ids }: MineProps) {
  const { mine, room } = words
  const heading = isWithoutPerson ? mine.here : mine.heading
  const isOver = view.place === 'complete'
  const isBefore = ['not-ready', 'preparing', 'ready-for-dose'].includes(view.place)
  return (
    <Dusk>
      <div class="my-screen">
        <h1>{isOver ? mine.over : view.stop !== undefined ? mine.stopped : heading}</h1>
        {!isOver && gone !== undefined && <p class="lead">{gone}</p>}
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
