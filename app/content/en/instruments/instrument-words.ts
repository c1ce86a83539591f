import type { QuestionnaireText } from '../../../clinical/instruments/questionnaire-text.ts'

/** What every questionnaire has in words: our own framing in the language of the page, and its wording. */
export type InstrumentWords = {
  /** Heading of the page. Says what is asked about in plain words; never the name of a scale or a diagnosis. */
  title: string
  why: string
  /** Said before the first question when what follows can be hard to read. */
  note: string | null
  /** What the person must know when the questions are in another language than the page. */
  untranslated: string | null
  wording: Wording | EmptySlot
}

/** Text that may be given to anybody: a published wording, word for word, or our own. */
export type Wording = { state: 'shipped' } & QuestionnaireText

/** No text: its licence does not let us give it out, or its exact words could not be checked. A practice loads one. */
export type EmptySlot = { state: 'empty' }

export const EMPTY_SLOT: EmptySlot = { state: 'empty' }

/** A part of the intake. `note`: said first, where the questions can be hard to read. */
export type PartWords = { title: string; minutes: string; why: string; note?: string | null }

/** The part that asks a scale. */
export const scale = ({ title, why, note }: InstrumentWords, minutes: string): PartWords => ({
  title,
  minutes,
  why,
  note,
})
