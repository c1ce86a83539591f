/** Files a practice might load into an empty slot. Every word in them is invented: no licensed text stands here. */
import type { TextSlot } from '../app/clinical/instruments/questionnaire-slots.ts'
import type { TextLanguage } from '../app/clinical/instruments/questionnaire-text.ts'

export type FileItem = Record<string, unknown> & { linkId: string; type: string; answerOption?: FileOption[] }
export type FileOption = Record<string, unknown>
export type QuestionnaireFile = Record<string, unknown> & { item: FileItem[] }

const ORDINAL_VALUE = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'

export const option = (value: number, display = `Answer worth ${value}`): FileOption => ({
  extension: [{ url: ORDINAL_VALUE, valueDecimal: value }],
  valueCoding: { code: String(value), display },
})

/** A file that fits the slot, with an instruction, a group, and a heading in the middle. */
export function questionnaireFile({ items }: TextSlot, language: TextLanguage = 'en'): QuestionnaireFile {
  const questions: FileItem[] = items.map(({ linkId, values }) => ({
    linkId,
    text: `An invented question for ${linkId}?`,
    type: 'choice',
    answerOption: values.map((value) => option(value)),
  }))
  const half = Math.ceil(questions.length / 2)
  return {
    ...{ resourceType: 'Questionnaire', status: 'active', language, version: '2026-1' },
    copyright: 'An invented holder. All rights reserved.',
    item: [
      { linkId: 'instruction', type: 'display', text: 'Please read each question.' },
      {
        ...{ linkId: 'part-1', type: 'group', text: 'The first part' },
        item: questions.slice(0, half),
      },
      { linkId: 'part-2', type: 'display', text: 'The second part' },
      ...questions.slice(half),
    ].filter((_, i) => half < questions.length || i !== 2),
  }
}

/** Every question of a file, in or out of its group. */
export const questionsIn = (file: QuestionnaireFile): FileItem[] =>
  file.item.flatMap((item) => ((item.item as FileItem[] | undefined) ?? [item]).filter(isQuestion))

const isQuestion = ({ type }: FileItem) => type !== 'group' && type !== 'display'
