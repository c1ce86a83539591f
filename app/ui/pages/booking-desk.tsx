import type { BookingGap } from '../../clinical/booking.ts'
import { TELEHEALTH_BASES } from '../../clinical/intake/telehealth-basis.ts'
import type { ReadyThing } from '../../clinical/readiness.ts'
import type { Words } from '../../content/words.ts'
import { BookingFields, type BookingForm } from '../booking-fields.tsx'
import { Button } from '../button.tsx'
import { type CalendarLine, CalendarList } from '../calendar-list.tsx'
import { Field } from '../field.tsx'
import { MissingList } from '../missing-list.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

type Desk = Words['booking']['desk']
export type BookingProblem = keyof Desk['problems']

/** As it was written. */
export type GroundForm = { ground: string; state: string; fromOn: string; endsOn: string }

export type DeskSession = {
  id: string
  starts: When
  ends: When
  /** Null in what was booked before it was kept. */
  watchUntil: When | null
  /** What it rests on and is gone. */
  gaps: readonly BookingGap[]
  duty: string
  people: string
  bookedBy: string
  bookedAt: When
}

export type DeskAppointment = {
  id: string
  at: When
  with: string
  state: keyof Desk['states']
  place: keyof Desk['places']
  wayOn: keyof Words['booking']['own']['waysOn'] | null
}

export type BookingDeskProps = {
  words: Words
  patient: { id: string; name: string; state: string }
  enrolment: string
  plan:
    | {
        version: number
        signedBy: string
        daysBetween: number
        used: number
        sessions: number
        observationMinutes: number
      }
    | undefined
  window: { fromHours: number; toHours: number } | undefined
  missing: readonly ReadyThing[]
  calendar: readonly CalendarLine[]
  rota: readonly { id: string; name: string; from: When; to: When }[]
  integrators: readonly { id: string; name: string; isTherapist: boolean }[]
  zones: readonly string[]
  session: DeskSession | undefined
  /** Of the latest session, the latest first. */
  appointments: readonly DeskAppointment[]
  /** The latest session, where its appointment is missing. */
  needsIntegrationFor: string | undefined
  ids: { sessionId: string; appointmentId: string; groundId: string }
  written: BookingForm
  unclear: readonly (keyof Desk['form']['unclear'])[]
  problems: readonly BookingProblem[]
  /** Two letters each, the patient's own first. */
  states: readonly string[]
  /** What was written to be recorded, and could not be. */
  ground: GroundForm | undefined
  done: keyof Desk['done'] | undefined
}

/** Everything a booking rests on, and the booking itself. */
export function BookingDeskPage(props: BookingDeskProps) {
  const { words, patient, session, done, needsIntegrationFor, missing } = props
  const desk = words.booking.desk
  const base = `/console/patients/${patient.id}/booking`
  return (
    <div class="page wide">
      <div class="console-head">
        <h1>{desk.of(patient.name)}</h1>
        <a href="/console/duty">{desk.toRota}</a>
      </div>
      {done !== undefined && (
        <Notice kind={done === 'under-way' ? 'problem' : 'done'}>{desk.done[done]}</Notice>
      )}
      <Problems {...props} />
      <div class="desk">
        <div class="flow">
          {session ? (
            <Booked {...props} session={session} base={base} />
          ) : (
            <section class="flow" aria-labelledby="new">
              <h2 id="new">{desk.newTitle}</h2>
              <p class="quiet">{desk.newLead}</p>
              <BookingFields {...props} action={base} kind="both" />
            </section>
          )}
          <Appointments {...props} />
          {needsIntegrationFor !== undefined && (
            <BookingFields {...props} action={`${base}/integration`} kind="integration" />
          )}
          <Rota {...props} />
        </div>
        <div class="flow">
          <section class="flow" aria-labelledby="missing">
            <h2 id="missing">{words.booking.missingTitle}</h2>
            <MissingList words={words.booking} missing={missing} states={words.prepare.states} />
          </section>
          <Plan {...props} />
          <Calendar {...props} base={base} />
        </div>
      </div>
    </div>
  )
}

function Problems({ words, problems, unclear }: BookingDeskProps) {
  const desk = words.booking.desk
  if (problems.length === 0 && unclear.length === 0) return null
  return (
    <Notice kind="problem" title={desk.notBooked}>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{desk.problems[problem]}</li>
        ))}
        {unclear.map((field) => (
          <li key={field}>
            {desk.form[field]}: {desk.form.unclear[field]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Plan({ words, plan, enrolment, window }: BookingDeskProps) {
  const desk = words.booking.desk
  return (
    <dl class="facts">
      <div>
        <dt>{desk.state}</dt>
        <dd>{enrolment}</dd>
      </div>
      <div>
        <dt>{desk.plan}</dt>
        <dd>
          {plan ? (
            <>
              {desk.planLine(plan.version, plan.signedBy)}
              <br />
              {desk.spacing(plan.daysBetween)}
              <br />
              {desk.used(plan.used, plan.sessions)}
              <br />
              {desk.length(plan.observationMinutes)}
            </>
          ) : (
            desk.noPlan
          )}
        </dd>
      </div>
      <div>
        <dt>{desk.windowTitle}</dt>
        <dd>{window ? desk.window(window.fromHours, window.toHours) : desk.windowMissing}</dd>
      </div>
    </dl>
  )
}

function Calendar(props: BookingDeskProps & { base: string }) {
  const { words, calendar } = props
  const desk = words.booking.desk
  return (
    <section class="flow" aria-labelledby="calendar">
      <h2 id="calendar">{desk.inForce}</h2>
      <CalendarList words={words} lines={calendar} />
      <p class="quiet">{desk.asOfToday}</p>
      <RecordGround {...props} />
    </section>
  )
}

function RecordGround({ words, ids, base, states, ground }: BookingDeskProps & { base: string }) {
  const { record } = words.booking.desk
  const chosen = (value: string, by: string | undefined) => ({ value, selected: value === by })
  return (
    <form method="post" action={`${base}/ground`} class="flow">
      <h3>{record.title}</h3>
      <p class="quiet">{record.lead}</p>
      {ground !== undefined && <Notice kind="problem">{record.unclear}</Notice>}
      <input type="hidden" name="groundId" value={ids.groundId} />
      <div class="field">
        <label for="ground">{record.subject}</label>
        <select id="ground" name="ground">
          <option {...chosen('licence', ground?.ground)}>{record.licence}</option>
          {TELEHEALTH_BASES.map((basis) => (
            <option key={basis} {...chosen(basis, ground?.ground)}>
              {record.basis(record.bases[basis])}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="state">{record.state}</label>
        <select id="state" name="state">
          {states.map((state) => (
            <option key={state} {...chosen(state, ground?.state)}>
              {state}
            </option>
          ))}
        </select>
      </div>
      <div class="field-row">
        <Field name="fromOn" type="date" label={record.from} value={ground?.fromOn} />
        <Field name="endsOn" type="date" label={record.to} hint={record.toHint} value={ground?.endsOn} />
      </div>
      <Button>{record.save}</Button>
    </form>
  )
}

function Booked({ words, session, base }: BookingDeskProps & { session: DeskSession; base: string }) {
  const desk = words.booking.desk
  return (
    <section class="flow" aria-labelledby="booked">
      <h2 id="booked">{desk.booked}</h2>
      {session.gaps.length > 0 && (
        <Notice kind="problem" title={desk.held}>
          <ul>
            {session.gaps.map((gap) => (
              <li key={gap}>{desk.gaps[gap]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <dl class="facts">
        <div>
          <dt>{desk.starts}</dt>
          <dd>
            <Time when={session.starts} />
          </dd>
        </div>
        <div>
          <dt>{desk.ends}</dt>
          <dd>
            <Time when={session.ends} />
          </dd>
        </div>
        {session.watchUntil && (
          <div>
            <dt>{desk.watchUntil}</dt>
            <dd>
              <Time when={session.watchUntil} />
            </dd>
          </div>
        )}
        <div>
          <dt>{desk.duty}</dt>
          <dd>{session.duty}</dd>
        </div>
        <div>
          <dt>{desk.people}</dt>
          <dd>{session.people}</dd>
        </div>
        <div>
          <dt>{desk.bookedBy}</dt>
          <dd>
            {session.bookedBy}, <Time when={session.bookedAt} />
          </dd>
        </div>
      </dl>
      <form method="post" action={`${base}/cancel`} class="actions">
        <input type="hidden" name="sessionId" value={session.id} />
        <Button>{desk.cancel}</Button>
        <span class="quiet">{desk.cancelNote}</span>
      </form>
    </section>
  )
}

function Appointments({ words, appointments, session, needsIntegrationFor }: BookingDeskProps) {
  const { desk, own } = words.booking
  if (!session && appointments.length === 0) return null
  return (
    <section class="flow" aria-labelledby="integration">
      <h2 id="integration">{desk.integration}</h2>
      {needsIntegrationFor !== undefined && <p>{desk.noIntegration}</p>}
      <ul class="plain-list">
        {appointments.map(({ id, at, with: whom, state, place, wayOn }) => (
          <li key={id}>
            <Time when={at} /> · {whom} · {desk.states[state]} · {desk.places[place]}
            {wayOn && (
              <>
                <br />
                {desk.wayOn} <strong>{own.waysOn[wayOn]}</strong>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Rota({ words, rota }: BookingDeskProps) {
  const desk = words.booking.desk
  return (
    <section class="flow" aria-labelledby="rota">
      <h2 id="rota">{desk.rota}</h2>
      {rota.length === 0 ? (
        <p>{desk.noRota}</p>
      ) : (
        <ul class="plain-list">
          {rota.map(({ id, name, from, to }) => (
            <li key={id}>
              {name}: <Time when={from} /> – <Time when={to} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
