import { ChoiceList } from './choice-list.tsx'

type RatingScaleProps = {
  /** Form field name; the FHIR linkId of the question. */
  name: string
  question: string
  /** What to hold the answer against, said before it is given. */
  hint?: string | undefined
  /** Labels from lowest to highest. */
  ratings: readonly string[]
  /** What is submitted for each label; its index unless said. */
  values?: readonly number[] | undefined
  /** Label of the way out. Submitted as `skip`, so a skip is never mistaken for an answer. */
  skip: string
  /** What was sent before, when the page comes back. */
  chosen?: string | undefined
  /** Said when what was sent could not be read. */
  problem?: string | undefined
  /** Language of question and ratings, where it differs from the page's. */
  wordingLanguage?: string | undefined
}

/** One question on a rating scale. Nothing is chosen for the person, and skipping weighs the same. */
export function RatingScale(props: RatingScaleProps) {
  const { name, question, hint, ratings, values, skip, chosen, problem, wordingLanguage } = props
  return (
    <ChoiceList
      look="rating-scale"
      name={name}
      question={question}
      hint={hint ?? null}
      choices={[
        ...ratings.map((label, index) => ({
          label,
          value: String(values?.[index] ?? index),
          lang: wordingLanguage,
        })),
        { label: skip, value: 'skip' },
      ]}
      chosen={chosen === undefined ? [] : [chosen]}
      problem={problem}
      lang={wordingLanguage}
    />
  )
}
