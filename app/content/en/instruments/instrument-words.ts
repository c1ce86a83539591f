/** What every questionnaire has in words: our own framing in the language of the page, and its wording. */
export type InstrumentWords = {
  /** Heading of the page. Says what is asked about in plain words; never the name of a scale or a diagnosis. */
  title: string
  why: string
  /** Said before the first question when what follows can be hard to read. */
  note: string | null
  /** What the person must know when the questions are in another language than the page. */
  untranslated: string | null
  wording: Wording | LicensedWording | EmptySlot
}

/** Text that may be given to anybody: a published wording, word for word, or our own. */
export type Wording = { state: 'shipped' } & Text

/** Text a practice has loaded, with what allows it to. */
export type LicensedWording = { state: 'licensed'; licence: Licence } & Text

/** No text: its licence does not let us give it out, or its exact words could not be checked. */
export type EmptySlot = { state: 'empty' }

export type Licence = {
  holder: string
  /** The permission as the practice holds it: a number, a letter, a page. */
  permission: string
  recordedBy: string
  /** Day, as 2026-11-23. */
  recordedOn: string
}

type Text = {
  /** Language of everything below, whatever the page around it is in. */
  language: 'en' | 'es'
  /** Stands under the questions: whose they are. Null for our own. */
  notice: string | null
  instruction: string | null
  /** Examples that belong to the instruction. */
  list: readonly string[]
  stem: string | null
  items: Readonly<Record<string, string>>
  labels: Labels
  /** Where an item's answers read differently from the others'. */
  labelsOf: Readonly<Record<string, Labels>>
}

/** One for each value an item takes, lowest first; or, for a number to choose, what its ends mean. */
export type Labels = readonly string[] | { lowest: string; highest: string }

export const EMPTY_SLOT: EmptySlot = { state: 'empty' }
