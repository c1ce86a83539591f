/** A scale that was answered by a text: the answers, and which words, version, language and window they answer. */
import * as z from 'zod/mini'
import type { Answers, Instrument } from './instrument.ts'

const Stored = z.object({
  instrument: z.string(),
  /** Of the scorer. */
  instrumentVersion: z.string(),
  recall: z.string(),
  language: z.enum(['en', 'es']),
  /** Which of the practice's texts; null for the text that ships. It stays on record, also when it is out of use. */
  wordingId: z.nullable(z.string()),
  /** The publisher's. */
  textVersion: z.string(),
  answers: z.record(z.string(), z.union([z.number(), z.literal('skipped')])),
})
export type ScaleResponse = z.infer<typeof Stored>

/** What came out of storage; undefined when it is no such response. */
export const scaleResponseIn = (stored: unknown): ScaleResponse | undefined => Stored.safeParse(stored).data

/** The text a form asks by. */
export type AskedBy = Pick<ScaleResponse, 'language' | 'wordingId' | 'textVersion'>

export const scaleResponse = (
  { code, version, recall }: Instrument<unknown>,
  by: AskedBy,
  answers: Answers,
): ScaleResponse => ({
  ...{ instrument: code, instrumentVersion: version, recall, ...by },
  answers: Object.fromEntries(
    Object.entries(answers).flatMap(([linkId, answer]) => (answer === undefined ? [] : [[linkId, answer]])),
  ),
})

/** Asked by the same words: answers of one may stand beside, and go on from, those of the other. */
export const isSameText = (a: AskedBy, b: AskedBy): boolean =>
  a.language === b.language && a.wordingId === b.wordingId && a.textVersion === b.textVersion

/** The kind of sheet it is stored as. */
export const scaleSheet = (code: string): string => `scale-${code}`
/** One that was begun and not handed in: what was chosen so far. */
export const begunSheet = (code: string): string => `scale-${code}-begun`
