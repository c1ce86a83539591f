import { Time, type When } from './when.tsx'

export type AnswerLine = { label: string; text: string; notes?: readonly string[] }
/** No lines: nothing was told yet. */
export type AnswerSection = {
  title: string
  /** Where it comes from and when it was told, where that is not the intake itself. */
  source?: { text: string; at: When }
  lines: readonly AnswerLine[]
}

type IntakeAnswersProps = { sections: readonly AnswerSection[]; notTold: string }

/** What somebody told, section by section, each answer under its question. */
export function IntakeAnswers({ sections, notTold }: IntakeAnswersProps) {
  return (
    <div class="intake-answers">
      {sections.map(({ title, source, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          {source && (
            <p class="quiet">
              {source.text} <Time when={source.at} />
            </p>
          )}
          {lines.length === 0 ? (
            <p class="quiet">{notTold}</p>
          ) : (
            <dl>
              {lines.map(({ label, text, notes = [] }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {text}
                    {notes.map((note) => (
                      <p key={note} class="quiet">
                        {note}
                      </p>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  )
}
