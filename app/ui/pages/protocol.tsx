import type { Limits } from '../../clinical/protocol.ts'
import type { Words } from '../../content/words.ts'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

type ProtocolPageProps = {
  words: Words['protocol']
  protocol:
    | { version: number; limits: Limits; isInvented: boolean; signedBy: string; signedOn: When }
    | undefined
}

/** The numbers in force, and what is not signed. A limit nobody signed is shown as missing, not as a blank. */
export function ProtocolPage({ words, protocol }: ProtocolPageProps) {
  if (!protocol)
    return (
      <div class="wide">
        <h1>{words.title}</h1>
        <EmptyState title={words.none.title}>
          <p>{words.none.text}</p>
        </EmptyState>
      </div>
    )
  const pcl5 = protocol.limits.instruments?.pcl5
  const rows: [label: string, value: number | undefined][] = [
    [words.limits.worseningPoints, pcl5?.worseningPoints],
    [words.limits.reliableChangePoints, pcl5?.reliableChangePoints],
  ]
  return (
    <div class="wide flow">
      <h1>{words.heading(protocol.version)}</h1>
      <p>
        {words.signed(protocol.signedBy)} <Time when={protocol.signedOn} />
      </p>
      {protocol.isInvented && <Notice>{words.invented}</Notice>}
      <table class="dense">
        <caption class="unseen">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.limit}</th>
            <th scope="col" class="number">
              {words.columns.value}
            </th>
            <th scope="col">{words.columns.unit}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="number">{value ?? words.notSigned}</td>
              <td>{words.points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
