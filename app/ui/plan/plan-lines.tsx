import type { PlanCheck } from '../../clinical/plan/checks.ts'
import { PLAN_FIELDS, type Plan } from '../../clinical/plan/shape.ts'
import { planValueText } from '../../content/plan-values.ts'
import { planReviewWords } from '../../content/plan-words.ts'
import { PlanChecks } from './plan-checks.tsx'
import type { PlanReading } from './plan-view.ts'

type PlanLinesProps = {
  reading: PlanReading
  plan: Plan
  checks: readonly PlanCheck[]
  id: string
}

/** A plan to be read: its level, every line, and beside each what the checks said. */
export function PlanLines({ reading, plan, checks, id }: PlanLinesProps) {
  const { language, words, day } = reading
  const review = planReviewWords[language]
  const of = (field: PlanCheck['field']) => checks.filter((check) => check.field === field)
  return (
    <>
      <PlanChecks reading={reading} checks={of(undefined)} />
      <dl class="plan-lines" aria-labelledby={id}>
        <div>
          <dt>{words.draft.level}</dt>
          <dd>{review.levels[plan.level]}</dd>
        </div>
        {PLAN_FIELDS.map((field) => (
          <div key={field}>
            <dt>{review.fields[field]}</dt>
            <dd>
              {planValueText(language, field, plan.values[field], day)}
              <PlanChecks reading={reading} checks={of(field)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
