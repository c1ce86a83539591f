import { callHref } from '../../content/crisis.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { Field } from '../field.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { RatingScale } from '../rating-scale.tsx'
import { DayFormPage, type DayFormProps } from './session-day.tsx'
import { Dial, Dusk, idOf, type RoomProps, type RoomView, unbroken } from './session-room.tsx'

type WithWords = { words: Words['sessionDay'] }

export type WishesView =
  | {
      touch: 'yes' | 'no' | 'only-where' | undefined
      /** `phone`: a number beside the text, to be dialled. */
      lines: readonly { label: string; text: string; phone?: string | undefined }[]
    }
  | undefined

type ComfortProps = WithWords & {
  base: string
  hidden: Fields
  ids: RoomProps['ids']
  wishes: WishesView
  dutyPhone: string | null
}

/** Comfort, one thing after the other: the three sentences, breath, feet, and touch only where it was agreed. */
export function ComfortPage({ words, base, hidden, ids, wishes, dutyPhone }: ComfortProps) {
  const { comfort } = words
  const touch = wishes?.touch
  return (
    <Dusk>
      <h1>{comfort.title}</h1>
      <p>{comfort.say}</p>
      <ul class="plain-list reminder">
        {comfort.reminder.map((line) => (
          <li key={line} class="lead">
            {line}
          </li>
        ))}
      </ul>
      <ol class="comfort-steps">
        {comfort.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <section class="card flow" aria-labelledby="wishes">
        <h2 id="wishes">{comfort.wishes}</h2>
        {touch !== 'only-where' && (
          <p class="lead">{touch === undefined ? comfort.noTouch : comfort.touch[touch]}</p>
        )}
        {wishes === undefined && <p>{comfort.noCard}</p>}
        {wishes && (
          <dl class="facts">
            {wishes.lines.map(({ label, text, phone }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {text} {phone !== undefined && <a href={callHref(phone)}>{phone}</a>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <form method="post" action={`${base}/now`} class="flow">
        <HiddenFields fields={{ ...hidden, id: idOf(ids, 'distress') }} />
        <Field name="points" label={comfort.distress} inputMode="numeric" width="code" maxLength={2} />
        <Button kind="first" name="kind" value="distress">
          {comfort.write}
        </Button>
      </form>
      <p class="actions dial">
        <ButtonLink href={`${base}/now`}>{comfort.better}</ButtonLink>
      </p>
      <p class="note">{comfort.call}</p>
      <Dial words={words} dutyPhone={dutyPhone} />
    </Dusk>
  )
}

type RoomFormProps = DayFormProps & { base: string; dutyPhone: string | null }

/** What is looked at or measured in the room: the numbers above, and the way back below. */
export function RoomFormPage({ base, dutyPhone, ...form }: RoomFormProps) {
  return (
    <div class="dusk room-form">
      <div class="narrow session">
        <Dial words={form.words} dutyPhone={dutyPhone} />
      </div>
      <DayFormPage {...form} />
      <p class="narrow">
        <a class="big-link" href={`${base}/now`}>
          {form.words.help.back}
        </a>
      </p>
    </div>
  )
}

type HelpNowProps = WithWords & {
  /** Who pressed: nobody rolls themselves onto their side. */
  who: 'oneself' | 'beside'
  place: string | undefined
  dutyPhone: string | null
  /** In its true form; undefined when nobody could be told, null when nobody was asked to tell anybody. */
  told: string | null | undefined
  back: string | undefined
}

/** The numbers first. It needs nothing of ours to be dialled. */
export function HelpNowPage({ words, who, place, dutyPhone, told, back }: HelpNowProps) {
  const { help, room } = words
  return (
    <Dusk>
      <h1>{help.title}</h1>
      <p class="actions dial">
        <ButtonLink kind="emergency" href={callHref('911')}>
          {room.dial}
        </ButtonLink>
        {dutyPhone !== null && (
          <ButtonLink kind="first" href={callHref(dutyPhone)}>
            {help.practice(unbroken(dutyPhone))}
          </ButtonLink>
        )}
      </p>
      <p class="lead">{help.first[who]}</p>
      {place !== undefined && (
        <p>
          {help.sayPlace} <strong>{place}</strong>
        </p>
      )}
      <p>{help.meanwhile[who]}</p>
      {told !== null && (
        <>
          <h2 class="small-title">{help.told}</h2>
          <p role="status">{told ?? help.notTold}</p>
        </>
      )}
      {back !== undefined && (
        <p>
          <a class="big-link" href={back}>
            {help.back}
          </a>
        </p>
      )}
    </Dusk>
  )
}

/** The patient said that they do not feel safe with who is there. On their own screen alone. */
export function AsidePage({ words, dutyPhone, told, back }: Omit<HelpNowProps, 'place' | 'who'>) {
  const { mine, help, room } = words
  return (
    <Dusk>
      <h1>{mine.asideTitle}</h1>
      {told !== null && (
        <p class="lead" role="status">
          {told ?? help.notTold}
        </p>
      )}
      <p>{mine.asideCall}</p>
      <p class="actions dial">
        <ButtonLink kind="emergency" href={callHref('911')}>
          {room.dial}
        </ButtonLink>
        {dutyPhone !== null && (
          <ButtonLink href={callHref(dutyPhone)}>{help.practice(unbroken(dutyPhone))}</ButtonLink>
        )}
      </p>
      <p>{mine.asideText}</p>
      {back !== undefined && (
        <p>
          <a class="big-link" href={back}>
            {help.back}
          </a>
        </p>
      )}
    </Dusk>
  )
}

type CalledOffProps = WithWords & {
  dutyPhone: string | null
  /** Somebody pressed start on a page that was still open: who was told of it, in its true form. */
  told: string | undefined
}

/** The day was called off while a page of it was open. Nothing started; what to do either way, and whom to call. */
export function CalledOffPage({ words, dutyPhone, told }: CalledOffProps) {
  const { calledOff, help, room } = words
  return (
    <Dusk>
      <p class="actions dial">
        <ButtonLink kind="emergency" href={callHref('911')}>
          {room.dial}
        </ButtonLink>
        {dutyPhone !== null && (
          <ButtonLink kind="first" href={callHref(dutyPhone)}>
            {help.practice(unbroken(dutyPhone))}
          </ButtonLink>
        )}
      </p>
      <h1>{calledOff.title}</h1>
      <p class="lead" role="status">
        {told === undefined ? calledOff.text : calledOff.started}
      </p>
      <p>{calledOff.notTaken}</p>
      <p>{calledOff.taken}</p>
      {told !== undefined && (
        <>
          <h2 class="small-title">{help.told}</h2>
          <p>{told}</p>
        </>
      )}
    </Dusk>
  )
}

type NotBesideProps = WithWords & { practice: string; phone: string | null }

/** Not beside this person, or not any more: no reason is given, and the numbers never go away. */
export function NotBesidePage({ words: { gone, room, help }, practice, phone }: NotBesideProps) {
  return (
    <Dusk>
      <h1>{gone.title}</h1>
      <p class="lead">{gone.text}</p>
      <p>{gone.with}</p>
      <p class="actions dial">
        <ButtonLink kind="emergency" href={callHref('911')}>
          {room.dial}
        </ButtonLink>
        {phone === null ? (
          <span class="quiet">{practice}</span>
        ) : (
          <ButtonLink kind="first" href={callHref(phone)}>
            {help.practice(unbroken(phone))}
          </ButtonLink>
        )}
      </p>
    </Dusk>
  )
}

type EndProps = WithWords & {
  base: string
  hidden: Fields
  ids: RoomProps['ids']
  items: readonly { linkId: string; ask: string; hint: string | undefined }[]
  sent: Readonly<Record<string, string>>
  canClose: boolean
  /** Why it cannot end yet though the list is whole, and what to do. */
  against: string | undefined
  dutyPhone: string | null
  /** What the rule of the end says: it is too early, or a point is open. */
  notYet: string | undefined
  notBefore: string | undefined
  /** When to ask again, in minutes, once a list was not all yes. */
  again: string | undefined
  note: RoomView['note']
}

/** The ready-to-end list, filled in by the person who is there. */
export function EndPage(props: EndProps) {
  const {
    words,
    base,
    hidden,
    ids,
    items,
    sent,
    canClose,
    against,
    dutyPhone,
    notYet,
    notBefore,
    again,
    note,
  } = props
  const { end, room } = words
  return (
    <Dusk>
      <Dial words={words} dutyPhone={dutyPhone} />
      <h1>{end.title}</h1>
      <p class="lead">{end.first}</p>
      {(notYet !== undefined || again !== undefined) && (
        <Notice>
          {notYet !== undefined && <p class="lead">{notYet}</p>}
          {notBefore !== undefined && <p>{end.tooEarly(notBefore)}</p>}
          {again !== undefined && <p>{end.again(again)}</p>}
        </Notice>
      )}
      {note && <Notice kind={note.kind}>{note.text}</Notice>}
      {against !== undefined && against !== note?.text && <Notice kind="problem">{against}</Notice>}
      {canClose && (
        <form method="post" action={`${base}/now`} class="card flow">
          <HiddenFields fields={{ ...hidden, id: idOf(ids, 'close') }} />
          <p>{end.closeLead}</p>
          <Button kind="first" name="kind" value="close">
            {end.close}
          </Button>
        </form>
      )}
      <form method="post" action={`${base}/now`} class="check-in">
        <HiddenFields fields={{ ...hidden, id: idOf(ids, 'end') }} />
        {items.map(({ linkId, ask, hint }) => (
          <RatingScale
            key={linkId}
            name={linkId}
            question={ask}
            hint={hint}
            ratings={[end.notYet, end.yes]}
            skip={words.form.skip}
            chosen={sent[linkId]}
          />
        ))}
        <Field name="points" label={words.comfort.distress} inputMode="numeric" width="code" maxLength={2} />
        <div class="actions">
          <Button {...(canClose ? {} : { kind: 'first' as const })} name="kind" value="end">
            {end.write}
          </Button>
          <ButtonLink href={`${base}/readings`}>{room.readings}</ButtonLink>
          <ButtonLink href={`${base}/now`}>{room.refresh}</ButtonLink>
        </div>
      </form>
    </Dusk>
  )
}
