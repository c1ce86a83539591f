import type { EnrolmentState } from '../../clinical/enrolment.ts'
import { OFF_RAMP_CHOICES } from '../../clinical/off-ramp.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { ChoiceList } from '../choice-list.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { Notice } from '../notice.tsx'
import { TextArea } from '../text-area.tsx'
import { Time, type When } from '../when.tsx'

export type DecideProblem = keyof Words['journey']['decide']['problems']

type DecidePageProps = {
  words: Words['journey']
  name: string
  /** The patient's page. */
  patientHref: string
  /** Undefined for somebody who is not enrolled. */
  standing: { state: EnrolmentState; since: When } | undefined
  /** What is open from here to the reader. */
  decisions: readonly EnrolmentState[]
  hidden: Fields
  /** What was written before, when the page comes back. */
  sent: Fields
  problems: readonly DecideProblem[]
}

const OFF_RAMP_QUESTIONS = ['stopVisit', 'lastMeasures', 'therapist'] as const

/** How somebody goes on: the decisions open from where they are, and the off-ramp beside those that need it. */
export function DecidePage(props: DecidePageProps) {
  const { words, name, patientHref, standing, decisions, hidden, sent, problems } = props
  const { decide, states } = words
  return (
    <div class="narrow flow">
      <p class="quiet">
        <a href={patientHref}>{name}</a>
      </p>
      <h1>{decide.title}</h1>
      <p>{decide.lead}</p>
      {standing ? (
        <p>
          {decide.state}: <strong>{states[standing.state]}</strong>{' '}
          <span class="quiet">
            {words.course.since} <Time when={standing.since} />
          </span>
        </p>
      ) : (
        <p>{decide.notEnrolled}</p>
      )}
      {standing && decisions.length === 0 && <p>{decide.none}</p>}
      {decisions.length > 0 && (
        <DecideForm words={decide} decisions={decisions} hidden={hidden} sent={sent} problems={problems} />
      )}
      <p>
        <ButtonLink href={patientHref}>{decide.back}</ButtonLink>
      </p>
    </div>
  )
}

type DecideFormProps = Pick<DecidePageProps, 'decisions' | 'hidden' | 'sent' | 'problems'> & {
  words: Words['journey']['decide']
}

function DecideForm({ words, decisions, hidden, sent, problems }: DecideFormProps) {
  const chosen = (name: string) => (sent[name] === undefined ? [] : [sent[name]])
  const problem = (of: DecideProblem) => (problems.includes(of) ? words.problems[of] : undefined)
  return (
    <form method="post" class="flow decide">
      <HiddenFields fields={hidden} />
      {problems.length > 0 && (
        <Notice kind="problem">
          <p>{words.problem}</p>
        </Notice>
      )}
      <ChoiceList
        name="to"
        question={words.choose}
        choices={decisions.map((value) => ({ value, label: words.to[value] }))}
        chosen={chosen('to')}
        problem={problem('decision')}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={sent.reason ?? ''}
        error={problem('reason')}
      />
      <section class="flow" aria-labelledby="off-ramp">
        <h2 id="off-ramp">{words.offRamp}</h2>
        <p class="field-hint">{words.offRampHint}</p>
        {problem('offRamp') !== undefined && <p class="field-error">{problem('offRamp')}</p>}
        <div class="off-ramp-questions">
          {OFF_RAMP_QUESTIONS.map((question) => {
            const { label, choices } = words[question]
            const labels: Readonly<Record<string, string>> = choices
            return (
              <ChoiceList
                key={question}
                name={question}
                question={label}
                choices={OFF_RAMP_CHOICES[question].map((value) => ({
                  value,
                  label: labels[value] ?? value,
                }))}
                chosen={chosen(question)}
              />
            )
          })}
        </div>
        <TextArea
          name="ifItReturns"
          label={words.ifItReturns}
          hint={words.ifItReturnsHint}
          value={sent.ifItReturns ?? ''}
          error={problem('ifItReturns')}
          rows={5}
          maxLength={2000}
        />
      </section>
      <p class="actions">
        <Button kind="first">{words.button}</Button>
      </p>
    </form>
  )
}
