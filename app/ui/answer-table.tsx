import type { Words } from '../content/words.ts'
import { Time, type When } from './when.tsx'

export type AnswersView = {
  handedInAt: When
  /** Language of the page the person filled in. */
  language: string
  /** In the instrument's order. A skip, and a question never reached, are shown as what they are. */
  answers: readonly { linkId: string; value: number | 'skipped' | 'not-reached' }[]
}

type AnswerTableProps = { words: Words['patient']['answers']; pcl5: Words['pcl5']; answers: AnswersView }

/** One response item by item, as it was given. Folded away: the total comes first, the wording on request. */
export function AnswerTable({ words, pcl5, answers: { handedInAt, language, answers } }: AnswerTableProps) {
  const lang = pcl5.untranslated === null ? undefined : pcl5.wordingLanguage
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.title}</h2>
      <p class="quiet">
        {words.handedIn} <Time when={handedInAt} /> · {words.language(language)}
      </p>
      <details class="answers">
        <summary>{words.show}</summary>
        <table class="dense">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.answer}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map(({ linkId, value }, index) => (
              <tr key={linkId}>
                <th scope="row" lang={lang}>
                  {index + 1}. {pcl5.items[linkId] ?? linkId}
                </th>
                <td class="answer">
                  {typeof value === 'number' ? (
                    <>
                      <strong>{value}</strong> <span lang={lang}>{pcl5.ratings[value]}</span>
                    </>
                  ) : (
                    <em>{value === 'skipped' ? words.skipped : words.notReached}</em>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
