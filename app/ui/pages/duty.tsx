import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

export type DutyForm = { clinicianId: string; fromAt: string; toAt: string }

type DutyPageProps = {
  words: Words['duty']
  zone: string
  now: string | undefined
  rota: readonly { id: string; name: string; from: When; to: When }[]
  clinicians: readonly { id: string; name: string }[]
  /** The turn that was to be taken off, and that a session rests on. */
  needed: { id: string; name: string; from: When } | undefined
  /** Made with the page, so that sending twice is one turn. */
  dutyId: string
  written: DutyForm
  problem: string | undefined
  done: keyof Words['duty']['done'] | undefined
}

/** Who is on duty when, and the form to change it. */
export function DutyPage(props: DutyPageProps) {
  const { words, zone, now, rota, done, needed } = props
  return (
    <div class="page wide flow">
      <h1>{words.title}</h1>
      {done !== undefined && (
        <Notice kind={done === 'needed' ? 'problem' : 'done'}>
          <p>{words.done[done]}</p>
          {needed && (
            <form method="post" action="/console/duty/end">
              <input type="hidden" name="dutyId" value={needed.id} />
              <input type="hidden" name="allTheSame" value="yes" />
              <Button>{words.allTheSame(needed.name, needed.from.text)}</Button>
            </form>
          )}
        </Notice>
      )}
      <p>{words.lead}</p>
      <p>
        <strong>{words.now}:</strong> {now ?? words.nobody}
      </p>
      {rota.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div class="table-scroll">
          <table class="dense">
            <thead>
              <tr>
                {(['who', 'from', 'to', 'what'] as const).map((column) => (
                  <th key={column} scope="col">
                    {words.table[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rota.map(({ id, name, from, to }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>
                    <Time when={from} />
                  </td>
                  <td>
                    <Time when={to} />
                  </td>
                  <td>
                    <form method="post" action="/console/duty/end">
                      <input type="hidden" name="dutyId" value={id} />
                      <Button>
                        <span aria-hidden="true">{words.end}</span>
                        <span class="unseen">{words.endOf(name, from.text)}</span>
                      </Button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="quiet">{words.zone(zone)}</p>
      <AddDuty {...props} />
    </div>
  )
}

function AddDuty({ words, clinicians, dutyId, written, problem }: DutyPageProps) {
  return (
    <section class="flow" aria-labelledby="add">
      <h2 id="add">{words.add.title}</h2>
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      <form method="post" action="/console/duty" class="flow">
        <input type="hidden" name="dutyId" value={dutyId} />
        <div class="field">
          <label for="clinicianId">{words.add.who}</label>
          <select id="clinicianId" name="clinicianId">
            <option value="" />
            {clinicians.map(({ id, name }) => (
              <option key={id} value={id} selected={id === written.clinicianId}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field-row">
          <Field name="fromAt" type="datetime-local" label={words.add.from} value={written.fromAt} />
          <Field name="toAt" type="datetime-local" label={words.add.to} value={written.toAt} />
        </div>
        <Button kind="first">{words.add.save}</Button>
      </form>
    </section>
  )
}
