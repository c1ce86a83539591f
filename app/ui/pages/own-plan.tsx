import type { PlanSection } from '../../content/plan-words.ts'
import type { Words } from '../../content/words.ts'
import { Card } from '../card.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Time, type When } from '../when.tsx'

type OwnPlanPageProps = {
  words: Words['plan']
  phone: string | null
  plan: {
    sections: readonly PlanSection[]
    signedBy: string
    signedAt: When
    seenAt: When
    isNewer: boolean
  } | null
}

/** A patient's own plan in plain words, with its end; who signed it, when it was sent, when it was first opened. */
export function OwnPlanPage({ words, phone, plan }: OwnPlanPageProps) {
  if (plan === null)
    return (
      <div class="page flow own-plan">
        <h1>{words.title}</h1>
        <EmptyState title={words.none.title}>
          <p>{words.none.text}</p>
        </EmptyState>
      </div>
    )
  const [first, ...others] = plan.sections
  return (
    <div class="page flow own-plan">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {plan.isNewer && <p>{words.newer}</p>}
      {first && (
        <Card labelledBy={first.key}>
          <Section section={first} />
        </Card>
      )}
      <div class="plan-sections">
        {others.map((section) => (
          <section key={section.key} aria-labelledby={section.key}>
            <Section section={section} />
          </section>
        ))}
      </div>
      <p class="why">
        {words.signedBy(plan.signedBy)} <Time when={plan.signedAt} />
        <br />
        {words.sentAt} <Time when={plan.signedAt} />
        <br />
        {words.seenAt} <Time when={plan.seenAt} />
      </p>
      {phone !== null && (
        <p class="note">
          {words.ask} <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      <p>
        <a href="/portal/supply">{words.toSupply}</a>
      </p>
    </div>
  )
}

function Section({ section: { key, heading, sentences } }: { section: PlanSection }) {
  return (
    <>
      <h2 id={key} class="small-title">
        {heading}
      </h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  )
}
