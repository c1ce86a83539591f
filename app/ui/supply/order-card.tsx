import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Time } from '../when.tsx'
import { SupplyField } from './supply-field.tsx'
import { type EntryView, type FormAnswer, type OrderView, supplyHref } from './supply-view.ts'

type OrderCardProps = {
  words: Words['supplyDesk']
  patientId: string
  order: OrderView
  isPrescriber: boolean
  /** Made with the page, so that a delivery sent twice is one. */
  deliveryId: string
  answer: FormAnswer | null
}

/** One order: what was ordered, what the e-prescriber has, whether they agree, and what came. */
export function OrderCard(props: OrderCardProps) {
  const { words, patientId, order, isPrescriber } = props
  const own = words.orders
  const { id, standing, entry } = order
  const isOpen = standing === 'waiting-for-entry' || standing === 'mismatch'
  return (
    <section class="card flow order" aria-labelledby={`order-${id}`}>
      <h3 id={`order-${id}`}>{own.one(order.units, order.strengthMg)}</h3>
      <p class={standing === 'mismatch' || standing === 'too-many-came' ? 'tag warm' : 'tag'}>
        {own.standing[standing]}
      </p>
      <p class="quiet">
        {own.ordered(order.by)}, <Time when={order.at} />, {own.plan(order.planVersion)}
        {order.received > 0 && ` · ${own.came(order.received, order.units)}`}
      </p>
      {order.withdrawn && (
        <p>
          {own.withdrawn(order.withdrawn.by)}, <Time when={order.withdrawn.at} />: {order.withdrawn.because}
        </p>
      )}
      {isPrescriber && (
        <p>
          <a href={`${supplyHref(patientId)}/sheet?order=${id}`}>{own.sheet}</a>
        </p>
      )}
      {standing === 'mismatch' && entry && <Mismatch words={words} order={order} entry={entry} />}
      {entry && <Entry words={words} entry={entry} />}
      {order.mayReceive && <p class="quiet">{words.entry.match}</p>}
      {order.earlier.length > 0 && (
        <details>
          <summary>{words.entry.earlier}</summary>
          {order.earlier.map((one) => (
            <Entry key={one.at.iso} words={words} entry={one} />
          ))}
        </details>
      )}
      {isOpen && isPrescriber && <EntryForm {...props} />}
      {order.mayReceive && <DeliveryForm {...props} />}
      {isPrescriber && order.received === 0 && standing !== 'withdrawn' && <WithdrawForm {...props} />}
    </section>
  )
}

type EntryProps = { words: Words['supplyDesk']; entry: EntryView }

function Mismatch({ words, order, entry }: EntryProps & { order: OrderView }) {
  const own = words.entry.mismatch
  return (
    <Notice kind="problem" title={own.title}>
      {order.differs.includes('units') && <p>{own.units(order.units, entry.units)}</p>}
      {order.differs.includes('strength') && <p>{own.strength(order.strengthMg, entry.strengthMg)}</p>}
      <p>{own.text}</p>
    </Notice>
  )
}

function Entry({ words, entry }: EntryProps) {
  const own = words.entry
  const rows = [
    [own.reference, entry.reference],
    [own.pharmacy, entry.pharmacy],
    [own.units, entry.units],
    [own.strength, entry.strengthMg],
    [own.day, entry.prescribedOn.text],
  ] as const
  return (
    <div>
      <dl class="plan-lines">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {own.by(entry.by)}, <Time when={entry.at} />
      </p>
    </div>
  )
}

/** What was written in a form of this order that could not be carried out; empty for any other. */
const answerFor = ({ order, answer }: OrderCardProps, form: FormAnswer['form']): FormAnswer | null =>
  answer !== null && answer.form === form && answer.orderId === order.id ? answer : null

function EntryForm(props: OrderCardProps) {
  const { words, patientId, order } = props
  const own = words.entry
  const answer = answerFor(props, 'reference')
  const shared = { prefix: order.id, written: answer?.written ?? {} }
  return (
    <details class="flow" open={order.standing === 'waiting-for-entry' || answer !== null}>
      <summary>{order.entry ? own.again : own.title}</summary>
      <form method="post" action={`${supplyHref(patientId)}/reference`} class="supply-form">
        {answer && <Notice kind="problem">{answer.message}</Notice>}
        <input type="hidden" name="orderId" value={order.id} />
        <SupplyField {...shared} name="reference" label={own.reference} />
        <SupplyField {...shared} name="pharmacy" label={own.pharmacy} />
        <SupplyField {...shared} name="units" label={own.units} isNumber={true} />
        <SupplyField {...shared} name="strengthMg" label={own.strength} isNumber={true} />
        <SupplyField {...shared} name="prescribedOn" label={own.day} type="date" />
        <Button>{order.entry ? own.again : own.button}</Button>
      </form>
    </details>
  )
}

function DeliveryForm(props: OrderCardProps) {
  const { words, patientId, order, deliveryId } = props
  const own = words.delivery
  const answer = answerFor(props, 'delivery')
  const shared = { prefix: `delivery-${order.id}`, written: answer?.written ?? {} }
  return (
    <details class="flow" open={answer !== null}>
      <summary>{own.title}</summary>
      <form method="post" action={`${supplyHref(patientId)}/delivery`} class="supply-form">
        {answer && <Notice kind="problem">{answer.message}</Notice>}
        <input type="hidden" name="orderId" value={order.id} />
        <input type="hidden" name="id" value={answer?.written.id ?? deliveryId} />
        <SupplyField {...shared} name="units" label={own.units} isNumber={true} />
        <SupplyField {...shared} name="lot" label={own.lot} />
        <SupplyField
          {...shared}
          name="expiresOn"
          label={own.expires}
          hint={own.expiresHint}
          type="date"
          required={false}
        />
        <Button>{own.button}</Button>
      </form>
    </details>
  )
}

function WithdrawForm({ words, patientId, order }: OrderCardProps) {
  const own = words.orders
  const name = `because-${order.id}`
  return (
    <details class="flow">
      <summary>{own.withdraw}</summary>
      <form method="post" action={`${supplyHref(patientId)}/withdraw`} class="supply-form reason">
        <input type="hidden" name="orderId" value={order.id} />
        <label for={name}>{own.withdrawBecause}</label>
        <textarea id={name} name="because" rows={2} maxLength={500} required />
        <Button>{own.withdrawButton}</Button>
      </form>
    </details>
  )
}
