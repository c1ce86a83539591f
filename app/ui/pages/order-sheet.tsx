import type { Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { supplyHref } from '../supply/supply-view.ts'
import { Time, type When } from '../when.tsx'

export type SheetView = {
  orderId: string
  orderedBy: string
  orderedAt: When
  units: number
  strengthMg: number
  reference: string | null
  planVersion: number
  plan: {
    route: string
    unit: string
    doseMg: number
    residue: string
    holdMinutes: number
    sessions: number
    daysBetweenSessions: number
    endsOn: When
  } | null
}

type OrderSheetPageProps = {
  words: Words['supplyDesk']
  patient: { id: string; name: string; bornOn: When; place: string }
  practiceName: string
  isInvented: boolean
  sheet: SheetView | null
}

/** One page for the prescriber, made for paper. It is no prescription, and says so first. */
export function OrderSheetPage({ words, patient, practiceName, isInvented, sheet }: OrderSheetPageProps) {
  const own = words.sheet
  return (
    <div class="wide flow plan-page order-sheet">
      <header class="console-head">
        <h1>{own.title}</h1>
        <p>{practiceName}</p>
        <p class="push">
          <a href={supplyHref(patient.id)}>{words.title}</a>
        </p>
      </header>
      <Notice kind="problem" title={own.not}>
        <p>{own.what}</p>
        {isInvented && <p>{words.sheet.invented}</p>}
      </Notice>
      <dl class="plan-lines">
        <Row label={own.patient} value={patient.name} />
        <Row label={own.born} value={patient.bornOn.text} />
        <Row label={own.place} value={patient.place} />
      </dl>
      {sheet === null ? <EmptyState title={own.noOrder} /> : <Sheet words={words} sheet={sheet} />}
      {sheet && <p class="quiet on-screen">{own.print}</p>}
    </div>
  )
}

function Sheet({ words, sheet }: { words: Words['supplyDesk']; sheet: SheetView }) {
  const own = words.sheet
  const { plan } = sheet
  return (
    <>
      <dl class="plan-lines">
        <Row label={own.order} value={sheet.orderId.slice(0, 8)} />
        <div>
          <dt>{own.orderedBy}</dt>
          <dd>
            {sheet.orderedBy}, <Time when={sheet.orderedAt} />
          </dd>
        </div>
        {plan && <Row label={own.form} value={`${plan.unit}, ${plan.route}`} />}
        <Row label={own.strength} value={`${sheet.strengthMg} mg`} />
        <Row label={own.quantity} value={words.count.units(sheet.units)} />
        <Row label={own.reference} value={sheet.reference ?? own.notYet} />
      </dl>
      {plan && (
        <section aria-labelledby="directions">
          <h2 id="directions">
            {own.directions} ({words.orders.plan(sheet.planVersion)})
          </h2>
          <dl class="plan-lines">
            <Row label={own.dose} value={`${plan.doseMg} mg`} />
            <Row label={own.hold} value={`${own.minutes(plan.holdMinutes)}, ${plan.residue}`} />
            <Row label={own.sessions} value={String(plan.sessions)} />
            <Row label={own.apart} value={String(plan.daysBetweenSessions)} />
            <Row label={own.ends} value={plan.endsOn.text} />
          </dl>
        </section>
      )}
    </>
  )
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
