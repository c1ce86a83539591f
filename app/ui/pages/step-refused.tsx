import type { EnrolmentRole, EnrolmentState, WhyNot } from '../../clinical/enrolment.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../button.tsx'

type StepRefusedProps = {
  words: Words
  /** `other`: a support person or a therapist, who has no first page of the patient's. */
  reader: 'patient' | 'staff' | 'other'
  refusal: {
    why: WhyNot
    from: EnrolmentState
    possible: readonly { to: EnrolmentState; roles: readonly EnrolmentRole[] }[]
  }
}

/** A step that was not taken: why, that nothing is lost, and what can be done from here. */
export function StepRefusedPage({ words, reader, refusal }: StepRefusedProps) {
  const { step } = words.errors
  const { title, text } = step[reader === 'staff' ? 'staff' : 'patient'][refusal.why]
  return (
    <div class="narrow flow error-page">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>{step.nothingLost}</p>
      {reader === 'staff' && <WhatIsOpen words={words} refusal={refusal} />}
      <p class="actions">
        {reader === 'patient' ? (
          <ButtonLink kind="first" href="/portal">
            {step.toToday}
          </ButtonLink>
        ) : (
          <ButtonLink kind="first" href={reader === 'staff' ? '/console/people' : '/people'}>
            {step.toPeople}
          </ButtonLink>
        )}
      </p>
    </div>
  )
}

function WhatIsOpen({ words, refusal }: Pick<StepRefusedProps, 'words' | 'refusal'>) {
  const { step } = words.errors
  const { states } = words.journey
  return (
    <dl class="facts">
      <div>
        <dt>{step.from}</dt>
        <dd>{states[refusal.from]}</dd>
      </div>
      <div>
        <dt>{step.possible}</dt>
        <dd>
          {refusal.possible.length === 0 ? (
            step.none
          ) : (
            <ul class="plain-list">
              {refusal.possible.map(({ to, roles }) => (
                <li key={to}>
                  {states[to]}: {roles.map((role) => step.roles[role]).join(', ')}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  )
}
