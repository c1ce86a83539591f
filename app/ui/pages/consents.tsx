import type { ConsentKind } from '../../clinical/consents.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

export type ConsentState =
  | { state: 'open' | 'changed' }
  | { state: 'signed'; at: When; name: string }
  | { state: 'takenBack'; at: When }

export type ConsentRow = { kind: ConsentKind; href: string; now: ConsentState }

type ConsentsPageProps = { words: Words['consents']; rows: readonly ConsentRow[]; isDemo: boolean }

/** All four, with where each stands. The first that is open is the next thing. */
export function ConsentsPage({ words, rows, isDemo }: ConsentsPageProps) {
  const next = rows.find(({ now }) => now.state !== 'signed')
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      {next === undefined ? (
        <Notice kind="done">
          <p>{words.allSigned}</p>
        </Notice>
      ) : (
        <p class="lead">{words.lead}</p>
      )}
      {isDemo && <p class="note">{words.invented}</p>}
      <ol class="plain-list consent-rows">
        {rows.map((row) => (
          <li key={row.kind} class="card">
            <div>
              <h2 class="small-title">{words.names[row.kind]}</h2>
              <p class="quiet">
                <StateText words={words} now={row.now} />
              </p>
            </div>
            <ButtonLink href={row.href} kind={row === next ? 'first' : 'second'}>
              {row.now.state === 'signed' ? words.look : words.read}
              <span class="unseen">: {words.names[row.kind]}</span>
            </ButtonLink>
          </li>
        ))}
      </ol>
      <p class="actions">
        <ButtonLink href="/portal" kind={next === undefined ? 'first' : 'second'}>
          {words.toToday}
        </ButtonLink>
      </p>
    </div>
  )
}

export const StateText = ({ words, now }: { words: Words['consents']; now: ConsentState }) => (
  <>
    {words.state[now.state]}
    {'at' in now && (
      <>
        {', '}
        <Time when={now.at} />
      </>
    )}
  </>
)
