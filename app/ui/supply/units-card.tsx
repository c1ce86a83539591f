import type { UnitEvent } from '../../clinical/unit-count.ts'
import type { Words } from '../../content/words.ts'
import { Time } from '../when.tsx'
import type { UnitsView } from './supply-view.ts'

type UnitsCardProps = { words: Words['supplyDesk']; units: UnitsView }

/** Received, used, spoiled, left; whether the count agrees, and what the next release needs. */
export function UnitsCard({ words, units }: UnitsCardProps) {
  const { count, needs, countedAt, history } = units
  const own = words.count
  const { latestCount } = count
  return (
    <section class="card flow" aria-labelledby="units">
      <h2 id="units">{own.title}</h2>
      <dl class="unit-totals">
        {(['received', 'used', 'spoiled', 'returned', 'expected'] as const).map((name) => (
          <div key={name}>
            <dt>{own[name]}</dt>
            <dd>{count[name]}</dd>
          </div>
        ))}
        <div>
          <dt>{own.counted}</dt>
          <dd>
            {latestCount && countedAt ? latestCount.counted : own.never}
            {latestCount && countedAt && (
              <span class="quiet">
                <Time when={countedAt} />,{' '}
                {latestCount.difference === 0 ? own.same : own.difference(latestCount.difference)}
              </span>
            )}
          </dd>
        </div>
      </dl>
      <p class="strong">{own.balance[count.balance]}</p>
      <p>{own.needs[needs]}</p>
      {count.lots.length > 0 && (
        <div class="table-scroll">
          <table class="dense">
            <caption class="unseen">{own.lots}</caption>
            <thead>
              <tr>
                <th scope="col">{own.lot}</th>
                <th scope="col" class="number">
                  {own.left}
                </th>
                <th scope="col">{own.expiry}</th>
              </tr>
            </thead>
            <tbody>
              {count.lots.map(({ lot, left, expiry }) => (
                <tr key={lot}>
                  <th scope="row">{lot}</th>
                  <td class="number">{left}</td>
                  <td>{own.expiries[expiry]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details>
        <summary>{own.history}</summary>
        {history.length === 0 ? (
          <p class="quiet">{own.nothing}</p>
        ) : (
          <ul class="unit-history">
            {history.map(({ id, event, at, by }) => (
              <li key={id}>
                {own.kinds[event.kind]} {amountOf(own, event)}
                <span class="quiet">
                  <Time when={at} />, {own.by(by)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}

function amountOf(words: Words['supplyDesk']['count'], event: UnitEvent): string {
  if (event.kind === 'explained') return words.difference(event.difference)
  const units = words.units(event.units)
  return event.kind === 'counted' ? units : `${units}, ${words.lotOf(event.lot)}`
}
