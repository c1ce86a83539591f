import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

export type OwnSupplyPageProps = {
  words: Words['ownSupply']
  phone: string | null
  /** What was just done: its sentence. */
  told: string | null
  /** What could not be done, and what was written. */
  refused: { form: 'arrived' | 'count'; message: string; written: Readonly<Record<string, string>> } | null
  /** Parcels that may be said to have come. */
  waiting: readonly { orderId: string; isPartly: boolean }[]
  /** Another number came than was ordered, in the latest parcel. */
  isOther: boolean
  /** Whether there is anything to count, and the last count. */
  count: { hasUnits: boolean; last: { units: number; at: When } | null }
  /** The last count differs: when it was sent, who saw it, whether somebody is on duty. */
  differs: {
    sentAt: When
    seen: { by: string; at: When } | null
    isInCover: boolean
  } | null
  ids: { arrived: string; count: string; seal: string }
}

/** One parcel, one count. A difference is nobody's fault, and is told as what it is: a question. */
export function OwnSupplyPage(props: OwnSupplyPageProps) {
  const { words, told, isOther, differs, phone } = props
  return (
    <div class="page flow own-supply">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {told !== null && <Notice kind="done">{told}</Notice>}
      {isOther && (
        <Notice title={words.other.title}>
          <p>{words.other.text}</p>
        </Notice>
      )}
      {differs && <Differs words={words} differs={differs} phone={phone} />}
      <Waiting {...props} />
      <Count {...props} />
      <section class="card flow" aria-labelledby="keep">
        <h2 id="keep" class="small-title">
          {words.keep.title}
        </h2>
        <ul>
          {words.keep.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <p>
        <a href="/portal/plan">{words.toPlan}</a>
      </p>
    </div>
  )
}

type DiffersProps = Pick<OwnSupplyPageProps, 'words' | 'phone'> & {
  differs: NonNullable<OwnSupplyPageProps['differs']>
}

function Differs({ words, differs, phone }: DiffersProps) {
  const own = words.differs
  return (
    <Notice title={own.title}>
      <p>{own.text}</p>
      <p>
        {own.sent} <Time when={differs.sentAt} />.{' '}
        {differs.seen ? (
          <>
            {own.seen(differs.seen.by)}, <Time when={differs.seen.at} />.
          </>
        ) : (
          own.notSeen
        )}
      </p>
      {!differs.seen && !differs.isInCover && (
        <p>
          {own.outside} {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
        </p>
      )}
    </Notice>
  )
}

function Waiting({ words, waiting, refused, ids }: OwnSupplyPageProps) {
  const own = words.waiting
  const [parcel] = waiting
  const written = refused?.form === 'arrived' ? refused.written : {}
  return (
    <section class="card flow" aria-labelledby="waiting">
      <h2 id="waiting" class="small-title">
        {own.title}
      </h2>
      {refused?.form === 'arrived' && <Notice kind="problem">{refused.message}</Notice>}
      {parcel === undefined ? (
        <p>{own.none}</p>
      ) : (
        <form method="post" action="/portal/supply/arrived" class="flow">
          <p>{parcel.isPartly ? own.partly : own.text}</p>
          <input type="hidden" name="id" value={written.id ?? ids.arrived} />
          <input type="hidden" name="orderId" value={parcel.orderId} />
          <input type="hidden" name="seal" value={ids.seal} />
          <Field
            name="units"
            label={own.units}
            hint={own.unitsHint}
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            value={written.units ?? ''}
          />
          <Field
            name="lot"
            label={own.lot}
            hint={own.lotHint}
            autocomplete="off"
            maxLength={100}
            value={written.lot ?? ''}
          />
          <Field
            name="expiresOn"
            label={own.expires}
            hint={own.expiresHint}
            type="date"
            value={written.expiresOn ?? ''}
          />
          <p class="actions">
            <Button kind="first">{own.button}</Button>
          </p>
        </form>
      )}
    </section>
  )
}

function Count({ words, count, refused, ids, waiting }: OwnSupplyPageProps) {
  const own = words.count
  const written = refused?.form === 'count' ? refused.written : {}
  return (
    <section class="card flow" aria-labelledby="count">
      <h2 id="count" class="small-title">
        {own.title}
      </h2>
      {refused?.form === 'count' && <Notice kind="problem">{refused.message}</Notice>}
      {!count.hasUnits ? (
        <p>{own.nothing}</p>
      ) : (
        <form method="post" action="/portal/supply/count" class="flow">
          <p class="why">{own.why}</p>
          <input type="hidden" name="id" value={written.id ?? ids.count} />
          <input type="hidden" name="seal" value={ids.seal} />
          <Field
            name="counted"
            label={own.units}
            hint={own.hint}
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            width="code"
            value={written.counted ?? ''}
          />
          <p class="actions">
            <Button kind={waiting.length === 0 ? 'first' : 'second'}>{own.button}</Button>
          </p>
        </form>
      )}
      {count.last && (
        <p class="quiet">
          {own.last}: {own.pieces(count.last.units)}, <Time when={count.last.at} />
        </p>
      )}
    </section>
  )
}
