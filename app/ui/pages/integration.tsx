import type { Words } from '../../content/words.ts'
import { Button } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

export type MeetingView = {
  id: string
  patientId: string
  name: string
  at: When
  state: keyof Words['integration']['states']
  end: { at: When; isRecorded: boolean; hoursAfter: number } | undefined
}

type IntegrationPageProps = {
  words: Words['integration']
  meetings: readonly MeetingView[]
  done: keyof Words['integration']['done'] | undefined
}

/** Whom the reader meets after a session, and when. Saying that one cannot is one button. */
export function IntegrationPage({ words, meetings, done }: IntegrationPageProps) {
  const booked = meetings.filter(({ state }) => state === 'booked')
  const before = meetings.filter(({ state }) => state !== 'booked')
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      {done !== undefined && <Notice kind={done === 'early' ? 'problem' : 'done'}>{words.done[done]}</Notice>}
      <p>{words.lead}</p>
      {meetings.length === 0 && (
        <EmptyState title={words.empty.title}>
          <p>{words.empty.text}</p>
        </EmptyState>
      )}
      {booked.length > 0 && <h2 class="small-title">{words.upcoming}</h2>}
      {booked.map((meeting) => (
        <Meeting key={meeting.id} words={words} meeting={meeting} />
      ))}
      {before.length > 0 && <h2 class="small-title">{words.before}</h2>}
      {before.map((meeting) => (
        <Meeting key={meeting.id} words={words} meeting={meeting} />
      ))}
    </div>
  )
}

function Meeting({ words, meeting }: { words: Words['integration']; meeting: MeetingView }) {
  const { id, patientId, name, at, state, end } = meeting
  return (
    <article class="meeting">
      <h3>
        {name} · <Time when={at} />
      </h3>
      <p class="quiet">
        {state !== 'booked' && <>{words.states[state]}. </>}
        {end && (
          <>
            {end.isRecorded ? words.sessionEnded : words.sessionEnds}: <Time when={end.at} />.{' '}
            {words.hoursAfter(end.hoursAfter)}.
          </>
        )}
      </p>
      {state === 'booked' && (
        <form method="post" action={`/care-team/integration/${patientId}`} class="actions">
          <input type="hidden" name="appointmentId" value={id} />
          <Button kind="first" name="state" value="kept">
            {words.kept}
            <span class="unseen">: {name}</span>
          </Button>
          <Button name="state" value="cancelled">
            {words.cancel}
            <span class="unseen">: {name}</span>
          </Button>
          <span class="quiet">{words.cancelNote}</span>
        </form>
      )}
    </article>
  )
}
