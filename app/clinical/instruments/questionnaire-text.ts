/** The words of a questionnaire as data: the same shape for those that ship and those a practice loads. */

export type TextLanguage = 'en' | 'es'

export type QuestionnaireText = {
  /** Language of everything below, whatever the page around it is in. */
  language: TextLanguage
  /** Stands under the questions: whose they are. Null for our own. */
  notice: string | null
  instruction: string | null
  /** Examples that belong to the instruction. */
  list: readonly string[]
  stem: string | null
  /** What stands before a question, such as the beginning of a new part. By the question's `linkId`. */
  headings?: Readonly<Record<string, readonly string[]>>
  items: Readonly<Record<string, string>>
  labels: Labels
  /** Where an item's answers read differently from the others'. */
  labelsOf: Readonly<Record<string, Labels>>
}

/** One for each value an item takes, lowest first; or, for a number to choose, what its ends mean. */
export type Labels = readonly string[] | { lowest: string; highest: string }

/** The text a practice has loaded into an empty slot. `version` is the publisher's. */
export type LoadedText = QuestionnaireText & {
  version: string
  notice: string
  headings: Readonly<Record<string, readonly string[]>>
  labels: readonly string[]
  labelsOf: Readonly<Record<string, readonly string[]>>
}
