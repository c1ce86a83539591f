import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { type CalendarLine, CalendarList } from '../calendar-list.tsx'
import { Notice } from '../notice.tsx'
import { OrderCard } from '../supply/order-card.tsx'
import { SupplyField } from '../supply/supply-field.tsx'
import { type FormAnswer, type OrderView, supplyHref, type UnitsView } from '../supply/supply-view.ts'
import { UnitsCard } from '../supply/units-card.tsx'
import { Time } from '../when.tsx'

/** What may be ordered now, and what the number rests on; or why nothing. */
export type MayOrderView =
  | {
      mayOrder: true
      most: number
      planVersion: number
      strengthMg: number
      unit: string
      limit: { perSession: number; sessions: number; signed: number; there: number; onItsWay: number }
    }
  | { mayOrder: false; why: keyof Words['supplyDesk']['order']['no'] }

/** What an order rests on today. */
export type InForceView = {
  /** Why no order rests on it. */
  why: 'not-in-force' | 'open-blocks' | null
  lines: readonly CalendarLine[]
  /** Rules that stop an order, in a clinician's words, and where it is put right. */
  stopping: readonly { id: string; text: string; toDo?: CalendarLine['toDo'] }[]
}

export type SupplyPageProps = {
  words: Words['supplyDesk']
  allWords: Words
  patient: { id: string; name: string }
  isPrescriber: boolean
  /** Something was just done: its sentence. */
  told: string | null
  units: UnitsView
  order: MayOrderView
  /** Null for whoever orders nothing. */
  inForce: InForceView | null
  /** The latest first. */
  orders: readonly OrderView[]
  /** Made with the page: sending a form twice stores once. */
  ids: { order: string; delivery: string; loss: string; explanation: string }
  answer: FormAnswer | null
}

/** Units in the house, what may be ordered, and every order with what came of it. */
export function SupplyPage(props: SupplyPageProps) {
  const { words, patient, isPrescriber, told, units, orders, ids, answer } = props
  return (
    <div class="wide flow plan-page">
      <header class="console-head">
        <h1>{words.of(patient.name)}</h1>
        {isPrescriber && (
          <p class="push with-links">
            <a href={`/console/patients/${patient.id}`}>{words.back}</a>
            <a href={`/console/patients/${patient.id}/plan`}>{words.toPlan}</a>
          </p>
        )}
      </header>
      {told !== null && <Notice kind="done">{told}</Notice>}
      {units.count.balance === 'mismatch' && <Conversation {...props} />}
      <UnitsCard words={words} units={units} />
      {isPrescriber && <NewOrder {...props} />}
      <section class="flow" aria-labelledby="orders">
        <h2 id="orders">{words.orders.title}</h2>
        {orders.length === 0 && <p class="quiet">{words.orders.none}</p>}
        {orders.map((order) => (
          <OrderCard
            key={order.id}
            {...{ words, order, isPrescriber, answer }}
            patientId={patient.id}
            deliveryId={ids.delivery}
          />
        ))}
      </section>
      {units.count.lots.length > 0 && <LossForm {...props} />}
    </div>
  )
}

/** A question and no accusation; only a prescriber closes it, with what was talked about. */
function Conversation({ words, patient, isPrescriber, units, ids }: SupplyPageProps) {
  const own = words.conversation
  const { latestCount } = units.count
  const { conversation } = units
  return (
    <section class="card flow" aria-labelledby="conversation">
      <h2 id="conversation">{own.title}</h2>
      <p>{own.text(patient.name)}</p>
      {conversation && (
        <p class="quiet">
          {own.sent} <Time when={conversation.sentAt} />
          {conversation.seen && (
            <>
              {' · '}
              {own.seenBy(conversation.seen.by)}, <Time when={conversation.seen.at} />
            </>
          )}
        </p>
      )}
      {isPrescriber && latestCount && (
        <form method="post" action={`${supplyHref(patient.id)}/explain`} class="supply-form reason">
          <input type="hidden" name="id" value={ids.explanation} />
          <input type="hidden" name="countId" value={latestCount.id} />
          <input type="hidden" name="difference" value={latestCount.difference} />
          <label for="explain-because">{own.because}</label>
          <textarea id="explain-because" name="because" rows={3} maxLength={500} required />
          <Button kind="first">{own.button}</Button>
        </form>
      )}
    </section>
  )
}

function NewOrder(props: SupplyPageProps) {
  const { words, patient, order, inForce, ids, answer } = props
  const own = words.order
  const refused = answer?.form === 'order' ? answer : null
  return (
    <section class="card flow" aria-labelledby="new-order">
      <h2 id="new-order">{own.title}</h2>
      <p class="quiet">{own.text}</p>
      {refused && <Notice kind="problem">{refused.message}</Notice>}
      <InForce {...props} />
      {order.mayOrder && inForce?.why === null ? (
        <form method="post" action={`${supplyHref(patient.id)}/order`} class="supply-form">
          <p>{own.strength(order.strengthMg, order.unit)}</p>
          <input type="hidden" name="id" value={refused?.written.id ?? ids.order} />
          <input type="hidden" name="planVersion" value={order.planVersion} />
          <SupplyField
            prefix="new"
            name="units"
            label={own.units}
            hint={`${own.atMost(order.most)} ${own.why(order.limit.perSession, order.limit.sessions, order.limit.signed)} ${own.lessThere(order.limit.there, order.limit.onItsWay)}`}
            isNumber={true}
            written={refused?.written ?? {}}
          />
          <Button kind="first">{own.button}</Button>
        </form>
      ) : (
        <p class="strong">{own.no[order.mayOrder ? (inForce?.why ?? 'not-in-force') : order.why]}</p>
      )}
    </section>
  )
}

function InForce({ words, allWords, inForce }: SupplyPageProps) {
  if (!inForce) return null
  return (
    <div class="flow">
      <h3>{words.inForce.title}</h3>
      <CalendarList words={allWords} lines={inForce.lines} />
      {inForce.stopping.length > 0 && (
        <>
          <p>{words.inForce.stopping}</p>
          <ul class="plain-list">
            {inForce.stopping.map(({ id, text, toDo }) => (
              <li key={id}>
                {id}: {text}
                {toDo?.href && (
                  <>
                    {' '}
                    <a href={toDo.href}>{toDo.text}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function LossForm({ words, patient, units, ids, answer }: SupplyPageProps) {
  const own = words.loss
  const refused = answer?.form === 'loss' ? answer : null
  const written = refused?.written ?? {}
  return (
    <details class="card flow" open={refused !== null}>
      <summary>{own.title}</summary>
      <form method="post" action={`${supplyHref(patient.id)}/loss`} class="supply-form">
        {refused && <Notice kind="problem">{refused.message}</Notice>}
        <input type="hidden" name="id" value={written.id ?? ids.loss} />
        <div class="field">
          <label for="loss-kind">{own.kind}</label>
          <select id="loss-kind" name="kind">
            {(['spoiled', 'returned'] as const).map((kind) => (
              <option key={kind} value={kind} selected={kind === written.kind}>
                {own[kind]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="loss-lot">{own.lot}</label>
          <select id="loss-lot" name="lot">
            {units.count.lots.map(({ lot }) => (
              <option key={lot} value={lot} selected={lot === written.lot}>
                {lot}
              </option>
            ))}
          </select>
        </div>
        <SupplyField prefix="loss" name="units" label={own.units} isNumber={true} written={written} />
        <Button>{own.button}</Button>
      </form>
    </details>
  )
}
