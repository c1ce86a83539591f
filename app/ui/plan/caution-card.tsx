import type { CautionLine, CautionReading } from '../../clinical/plan/caution.ts'
import { shownValue } from '../../content/finding-words.ts'
import { limitWords, optionText } from '../../content/limit-words.ts'
import { planEvidenceLabel, planReviewWords } from '../../content/plan-words.ts'
import { MissingList } from './plan-checks.tsx'
import type { PlanReading } from './plan-view.ts'

type CautionCardProps = { reading: PlanReading; caution: CautionReading }

/** How careful the plan has to be, which facts ask for it, and what nobody knows. */
export function CautionCard({ reading, caution }: CautionCardProps) {
  const { language, words } = reading
  const review = planReviewWords[language]
  const asking = caution.lines.filter(({ holds }) => holds !== 'no')
  const clear = caution.lines.filter(({ holds }) => holds === 'no')
  return (
    <section class="card flow plan-caution" aria-labelledby="caution">
      <h2 id="caution">{words.caution.title}</h2>
      <p class="strong">{words.caution.asks(review.levels[caution.level])}</p>
      {asking.length === 0 ? (
        <p>{words.caution.nothing}</p>
      ) : (
        <ul class="plan-cautions">
          {asking.map((line) => (
            <CautionRow key={line.caution} reading={reading} line={line} />
          ))}
        </ul>
      )}
      {clear.length > 0 && (
        <details>
          <summary>{words.caution.clear(clear.length)}</summary>
          <ul class="plan-cautions">
            {clear.map((line) => (
              <CautionRow key={line.caution} reading={reading} line={line} />
            ))}
          </ul>
        </details>
      )}
      {caution.missing.length === 0 ? (
        <p class="quiet">{words.caution.noMissing}</p>
      ) : (
        <div>
          <MissingList language={language} missing={caution.missing} />
          <p class="quiet">{words.caution.missingMeans}</p>
        </div>
      )}
    </section>
  )
}

function CautionRow({ reading, line }: { reading: PlanReading; line: CautionLine }) {
  const { language, words } = reading
  const review = planReviewWords[language]
  const { caution, holds, asksFor, evidence } = line
  const seen = Object.entries(evidence).filter(
    ([name, value]) => value !== undefined && value !== null && !name.startsWith('caution.'),
  )
  return (
    <li class={holds}>
      <p>
        <strong>{review.cautions[caution]}</strong>: {review.holds[holds]}
        {holds !== 'no' && ` (${words.caution.asksFor(review.levels[asksFor])})`}
      </p>
      {seen.length > 0 && (
        <p class="quiet">
          {seen
            .map(
              ([name, value]) =>
                `${planEvidenceLabel(language, name)}: ${value === 'not-loaded' ? words.caution.notLoaded : optionText(limitWords[language], String(shownValue(name, value)))}`,
            )
            .join(' · ')}
        </p>
      )}
    </li>
  )
}
