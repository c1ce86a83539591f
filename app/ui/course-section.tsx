import type { EnrolmentState } from '../clinical/enrolment.ts'
import type { InstrumentLimits } from '../clinical/protocol/instruments.ts'
import type { Trajectory } from '../clinical/trajectory.ts'
import type { Words } from '../content/words.ts'
import { ButtonLink } from './button.tsx'
import { TrajectoryChart, type TrajectoryEntry } from './trajectory-chart.tsx'
import { Time, type When } from './when.tsx'

export type CourseView = {
  /** Undefined for somebody who is not enrolled. */
  standing: { state: EnrolmentState; since: When } | undefined
  decideHref: string
  /** The first first. */
  steps: readonly {
    to: EnrolmentState
    by: string
    as: string
    reason: string | null
    at: When
    /** Where it was asked for earlier. */
    askedAt?: When
  }[]
  /** PCL-5 of the week, oldest first. */
  entries: readonly TrajectoryEntry[]
  trajectory: Trajectory
  limits: NonNullable<InstrumentLimits['pcl5']>
  protocol: { version: number; signedOn: string } | undefined
}

/** Where somebody stands in the programme, with every number and the limit it is read against. */
export function CourseSection(props: CourseView & { words: Words }) {
  const { words, standing, decideHref, steps, entries, trajectory, limits, protocol } = props
  const { course, states } = words.journey
  if (!standing && entries.length === 0) return null
  return (
    <section class="card flow course" aria-labelledby="course">
      <h2 id="course">{course.title}</h2>
      {standing ? (
        <>
          <p>
            {course.state}: <strong>{states[standing.state]}</strong>{' '}
            <span class="quiet">
              {course.since} <Time when={standing.since} />
            </span>
          </p>
          <p class="actions">
            <ButtonLink href={decideHref}>{course.decide}</ButtonLink>
          </p>
        </>
      ) : (
        <p>{course.none}</p>
      )}
      <h3>{course.week}</h3>
      {entries.length === 0 ? (
        <p class="quiet">{course.weekNone}</p>
      ) : (
        <>
          <TrajectoryChart
            words={words.patient.pcl5}
            entries={entries}
            reliableChange={limits.reliableChangePoints}
          />
          <Compared words={course} trajectory={trajectory} />
        </>
      )}
      <p class="quiet">
        {course.limits}:{' '}
        {course.limitsText(
          limits.reliableChangePoints,
          limits.meaningfulChangePoints,
          limits.worseningPoints,
        )}
        {'. '}
        {protocol ? course.protocol(protocol.version, protocol.signedOn) : course.noProtocol}
      </p>
      {steps.length > 0 && (
        <details>
          <summary>{course.steps}</summary>
          <ol class="plain-list">
            {steps.map(({ to, by, as, reason, at, askedAt }) => (
              <li key={`${to} ${at.iso}`}>
                {states[to]}{' '}
                <span class="quiet">
                  <Time when={at} /> · {by} ({roleName(words, as)})
                  {askedAt && (
                    <>
                      {` · ${course.asked} `}
                      <Time when={askedAt} />
                    </>
                  )}
                  {reason !== null && ` · ${course.reason}: ${reason}`}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function roleName({ errors }: Words, role: string): string {
  const roles: Readonly<Record<string, string>> = errors.step.roles
  return roles[role] ?? role
}

function Compared({ words, trajectory }: { words: Words['journey']['course']; trajectory: Trajectory }) {
  const { fromFirst, fromPrevious, fromBest } = trajectory
  const rows = [
    { against: words.against.first, change: fromFirst },
    { against: words.against.previous, change: fromPrevious },
    { against: words.against.best, change: fromBest },
  ]
  if (!fromFirst) return <p class="quiet">{words.comparedNone}</p>
  return (
    <div class="table-scroll">
      <table class="dense">
        <caption>{words.comparedTitle}</caption>
        <tbody>
          {rows.map(
            ({ against, change }) =>
              change && (
                <tr key={against}>
                  <th scope="row">{against}</th>
                  <td class="number strong">{words.points(change.points)}</td>
                  <td>{words.reliable[change.isReliable]}</td>
                  <td>{words.meaningful[change.isMeaningful]}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  )
}
