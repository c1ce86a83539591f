import type { ComponentChildren } from 'preact'
import type { EnrolmentState } from '../../clinical/enrolment.ts'
import { ASK_FOR, type AskFor } from '../../clinical/intake/ask-for.ts'
import type { Question } from '../../clinical/intake/question.ts'
import type { AskedText } from '../../content/intake-words.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { FindingRow, type FindingView, strongestFirst } from '../finding-row.tsx'
import { type Fields, HiddenFields } from '../hidden-fields.tsx'
import { type AnswerSection, IntakeAnswers } from '../intake-answers.tsx'
import { type FormNames, IntakeQuestion } from '../intake-question.tsx'
import { Notice } from '../notice.tsx'
import { Time, type When } from '../when.tsx'

export type ReviewRecord = {
  hidden: Fields
  names: FormNames
  questions: readonly { question: Question; text: AskedText }[]
  written: Readonly<Record<string, readonly string[]>>
  problems: Readonly<Record<string, string>>
}

type ReviewPageProps = {
  words: Words
  name: string
  /** The patient's page. */
  patientHref: string
  state: EnrolmentState | undefined
  handedInAt: When | null
  findings: readonly FindingView[]
  actionsFor: (finding: FindingView) => ComponentChildren
  /** Closed because answers or a record no longer bear them out. */
  anew: readonly { id: string; sentence: string; because: string; at: When }[]
  sections: readonly AnswerSection[]
  segments: readonly { name: string; href: string }[]
  record: ReviewRecord
  /** A reason that was needed and not given. */
  problem: string | undefined
}

/** An intake as a prescriber goes through it: what can be done, what was found and why, what was told. */
export function ReviewPage(props: ReviewPageProps) {
  const {
    words,
    name,
    patientHref,
    state,
    handedInAt,
    findings,
    actionsFor,
    anew,
    sections,
    segments,
    record,
  } = props
  const own = words.review
  return (
    <div class="wide patient-page review">
      <header class="console-head">
        <h1>{name}</h1>
        <p>{own.title}</p>
        {state !== undefined && <p class="tag">{words.journey.states[state]}</p>}
        <p class="quiet push">
          {handedInAt === null ? (
            own.notHandedIn
          ) : (
            <>
              {own.handedIn} <Time when={handedInAt} />
            </>
          )}
        </p>
        <a href={patientHref}>{own.back}</a>
      </header>
      <div class="review-grid">
        <section aria-labelledby="intake-findings">
          <h2 id="intake-findings">{own.findings.title}</h2>
          {findings.length === 0 ? (
            <EmptyState title={own.findings.none}>
              <p>{handedInAt === null ? own.findings.notJudged : own.findings.noneHint}</p>
            </EmptyState>
          ) : (
            <ul class="findings">
              {strongestFirst(findings).map((finding) => (
                <FindingRow key={finding.id} words={words.patient} finding={finding}>
                  {actionsFor(finding)}
                </FindingRow>
              ))}
            </ul>
          )}
          {anew.length > 0 && (
            <details>
              <summary>{own.findings.closed}</summary>
              <ul class="plain-list">
                {anew.map(({ id, sentence, because, at }) => (
                  <li key={id}>
                    {sentence} <span class="quiet">{because}</span> <Time when={at} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
        <div class="flow">
          <Steps {...props} />
          <Segments words={own} segments={segments} />
          <RecordForm words={words} action={`${patientHref}/review/record`} record={record} />
        </div>
      </div>
      <section aria-labelledby="told">
        <h2 id="told">{own.answers.title}</h2>
        <IntakeAnswers sections={sections} notTold={own.answers.notTold} />
      </section>
    </div>
  )
}

function Segments({ words, segments }: { words: Words['review'] } & Pick<ReviewPageProps, 'segments'>) {
  return (
    <section class="card flow" aria-labelledby="segments">
      <h2 id="segments">{words.segments.title}</h2>
      <p class="quiet">{words.segments.hint}</p>
      <ul class="plain-list">
        {segments.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{words.segments.open(name)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What can be done from here. Accepting comes with the signed plan. */
function Steps({ words, patientHref, state, problem }: ReviewPageProps) {
  const own = words.review
  const href = `${patientHref}/review`
  if (state !== 'intake-complete' && state !== 'in-review')
    return state === undefined ? <p class="quiet">{own.notBegun}</p> : null
  return (
    <section class="card flow" aria-labelledby="next">
      <h2 id="next">{own.take.title}</h2>
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {state === 'intake-complete' ? (
        <form method="post" action={href}>
          <p class="quiet">{own.take.hint}</p>
          <Button kind="first" name="act" value="take">
            {own.take.button}
          </Button>
        </form>
      ) : (
        <>
          <p>
            <ButtonLink kind="first" href={`${patientHref}/plan`}>
              {own.plan}
            </ButtonLink>
          </p>
          <AskForm words={own} href={href} />
          <DeclineForm words={own} href={href} />
        </>
      )}
    </section>
  )
}

function AskForm({ words: { ask }, href }: { words: Words['review']; href: string }) {
  return (
    <details>
      <summary>{ask.title}</summary>
      <form method="post" action={href} class="flow">
        <div class="field">
          <label for="askFor">{ask.what}</label>
          <select id="askFor" name="askFor">
            {(Object.keys(ASK_FOR) as AskFor[]).map((one) => (
              <option key={one} value={one}>
                {ask.options[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="note">{ask.note}</label>
          <textarea id="note" name="note" rows={2} maxlength={480} />
        </div>
        <Button name="act" value="ask">
          {ask.button}
        </Button>
      </form>
    </details>
  )
}

function DeclineForm({ words: { decline }, href }: { words: Words['review']; href: string }) {
  return (
    <details>
      <summary>{decline.title}</summary>
      <form method="post" action={href} class="flow">
        <div class="field">
          <label for="reason">{decline.reason}</label>
          <textarea id="reason" name="reason" rows={2} maxlength={500} required />
        </div>
        <Button name="act" value="decline">
          {decline.button}
        </Button>
      </form>
    </details>
  )
}

function RecordForm({ words, action, record }: { words: Words; action: string; record: ReviewRecord }) {
  const own = words.review.record
  const { hidden, names, questions, written, problems } = record
  const isUnclear = Object.keys(problems).length > 0
  return (
    <section class="card flow" aria-labelledby="record">
      <h2 id="record">{own.title}</h2>
      <p class="quiet">{own.hint}</p>
      {isUnclear && <Notice kind="problem">{own.unclear}</Notice>}
      <form method="post" action={action} class="record-form">
        <HiddenFields fields={hidden} />
        {questions.map(({ question, text }) => (
          <IntakeQuestion
            key={question.name}
            words={words.intake.form}
            names={names}
            question={question}
            text={text}
            written={written}
            problem={problems[question.name]}
            isForClinician
          />
        ))}
        <Button kind="first">{own.button}</Button>
      </form>
    </section>
  )
}
