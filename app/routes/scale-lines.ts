/** Answers to a scale, each under the question it answers, in the words they were asked in. */
import type { Answers } from '../clinical/instruments/instrument.ts'
import { slotOf } from '../clinical/instruments/questionnaire-slots.ts'
import type { LoadedText } from '../clinical/instruments/questionnaire-text.ts'
import type { ScaleResponse } from '../clinical/instruments/scale-response.ts'
import { SCALE_PARTS, type ScalePart } from '../clinical/intake/scales.ts'
import { labelOf } from '../content/scale-words.ts'
import type { Words } from '../content/words.ts'
import type { AnswerLine } from '../ui/intake-answers.tsx'

/** @param texts by their ids; a text that is out of use is among them */
export function scaleLines(
  { instrument: code, wordingId, answers }: ScaleResponse,
  texts: ReadonlyMap<string, LoadedText>,
  words: Words['review']['answers'],
): AnswerLine[] {
  const items = slotOf(code)?.instrument.items ?? []
  const text = wordingId === null ? undefined : texts.get(wordingId)
  return items.flatMap(({ linkId, values }) => {
    const answer = answers[linkId]
    if (answer === undefined) return []
    const said = answer === 'skipped' ? words.declined.now : text && labelOf(text, linkId, values, answer)
    return [{ label: text?.items[linkId] ?? linkId, text: said ?? String(answer) }]
  })
}

/** What the scorer makes of it, in words. */
export function scaleReading(
  part: ScalePart,
  answers: Answers,
  words: Words['review']['answers']['scores'],
): string {
  const reading = SCALE_PARTS[part].readingOf(answers)
  if (reading === undefined) return words.noTotal
  if ('outcome' in reading) return words.outcome(reading.outcome)
  return 'mean' in reading ? words.mean(reading.mean.toFixed(1)) : words.total(String(reading.total))
}
