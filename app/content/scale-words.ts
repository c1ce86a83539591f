/** A text of a scale, as its pages read it. */
import type { Labels, QuestionnaireText } from '../clinical/instruments/questionnaire-text.ts'

/** @param skip how the way out of a question is called, in the language of the page */
export function askedText(text: QuestionnaireText, skip: string) {
  const { language, instruction, stem, items, labels, labelsOf, notice, headings } = text
  return {
    ...{ instruction, stem, items, skip, wordingLanguage: language, untranslated: null },
    ratings: labelList(labels),
    ratingsOf: Object.fromEntries(Object.entries(labelsOf).map(([linkId, own]) => [linkId, labelList(own)])),
    ...(notice !== null && { notice }),
    ...(headings && { headings }),
  }
}

/** Where only the ends have words, no answer has one. */
const labelList = (labels: Labels): readonly string[] => ('lowest' in labels ? [] : labels)

/** What stands beside one answer; undefined where the text has no word for it. */
export function labelOf(
  { labels, labelsOf }: QuestionnaireText,
  linkId: string,
  values: readonly number[],
  answer: number,
): string | undefined {
  return labelList(labelsOf[linkId] ?? labels)[values.indexOf(answer)]
}
