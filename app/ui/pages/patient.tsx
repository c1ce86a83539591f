import type { ComponentChildren } from 'preact'
import type { Words } from '../../content/words.ts'
import { type AnswersView, AnswerTable } from '../answer-table.tsx'
import { Contact, type ContactView } from '../contact.tsx'
import { EmptyState } from '../empty-state.tsx'
import { FindingList } from '../finding-list.tsx'
import type { FindingView } from '../finding-row.tsx'
import { TrajectoryChart, type TrajectoryEntry } from '../trajectory-chart.tsx'
import { Time, type When } from '../when.tsx'

export type PatientView = {
  name: string
  pronouns: string | null
  ageYears: number
  /** `Broward, FL`. */
  place: string
  /** As they told it with their intake: how to reach them, and where helpers would go. */
  contact: ContactView
  /** State of the enrolment, as a word in the reader's language; null when there is none yet. */
  status: string | null
}

type PatientPageProps = {
  words: Words
  patient: PatientView
  asOf: When
  findings: readonly FindingView[]
  /** What may be done about one finding: forms, put under it. */
  actionsFor?: (finding: FindingView) => ComponentChildren
  pcl5: readonly TrajectoryEntry[]
  /** Points beyond which a PCL-5 change is more than chance, from the signed protocol. */
  reliableChange?: number | undefined
  sessions?: readonly When[]
  answers: AnswersView | null
  /** `role` is a key of the care team's words; another text is shown as it is. */
  careTeam: readonly { name: string; role: string }[]
  /** Under the chart, such as the course. */
  beside?: ComponentChildren
  /** Further sections. */
  children?: ComponentChildren
}

/** One patient, readable in a minute: findings strongest first with why, the line of totals, the answers. */
export function PatientPage(props: PatientPageProps) {
  const { words, patient, asOf, findings, actionsFor, pcl5, reliableChange, sessions, answers, careTeam } =
    props
  const own = words.patient
  return (
    <div class="wide patient-page">
      <PatientHead words={own} patient={patient} asOf={asOf} />
      <div class="patient-grid">
        <section aria-labelledby="findings">
          <h2 id="findings">{own.finding.title}</h2>
          {findings.length === 0 ? (
            <EmptyState title={own.finding.none}>
              <p>{own.finding.noneHint}</p>
            </EmptyState>
          ) : (
            <FindingList words={own} findings={findings} actionsFor={actionsFor} />
          )}
        </section>
        <div class="patient-charts">
          <section class="card" aria-labelledby="pcl5">
            <h2 id="pcl5">{own.pcl5.title}</h2>
            {pcl5.length === 0 ? (
              <EmptyState title={own.pcl5.none} />
            ) : (
              <TrajectoryChart
                words={own.pcl5}
                entries={pcl5}
                reliableChange={reliableChange}
                sessions={sessions ?? []}
              />
            )}
          </section>
          {props.beside}
        </div>
        {props.children}
        {answers !== null && <AnswerTable words={own.answers} pcl5={words.pcl5} answers={answers} />}
        <section aria-labelledby="team">
          <h2 id="team">{own.careTeam.title}</h2>
          <ul class="plain-list">
            {[...rolesByName(careTeam)].map(([name, roles]) => (
              <li key={name}>
                {name}{' '}
                <span class="quiet">{roles.map((role) => own.careTeam.roles[role] ?? role).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

/** One line for each person, with every role they have in this care. */
function rolesByName(careTeam: PatientPageProps['careTeam']): Map<string, string[]> {
  const grouped = new Map<string, string[]>()
  for (const { name, role } of careTeam) grouped.set(name, [...(grouped.get(name) ?? []), role])
  return grouped
}

type PatientHeadProps = { words: Words['patient']; patient: PatientView; asOf: When }

function PatientHead({ words, patient, asOf }: PatientHeadProps) {
  const about = [words.age(patient.ageYears), patient.pronouns, patient.place].filter((part) => part !== null)
  return (
    <header class="console-head">
      <h1>{patient.name}</h1>
      <p>{about.join(' · ')}</p>
      <Contact words={words.contact} contact={patient.contact} />
      {patient.status !== null && <p class="tag">{patient.status}</p>}
      <p class="quiet push">
        {words.asOf} <Time when={asOf} />
      </p>
    </header>
  )
}
