/** A loaded text as a FHIR R4 Questionnaire again: what is written here is read back word for word. */
import type { Instrument } from './instrument.ts'
import type { LoadedText } from './questionnaire-text.ts'

const ORDINAL_VALUE = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'

type FhirItem = { linkId: string; text: string; type: 'display' | 'choice' } & Record<string, unknown>

/** @param title the instrument's name, for people; `linkId`s and codes of answers are our own */
export function questionnaireOf(instrument: Instrument<unknown>, text: LoadedText, title: string) {
  const { code, items } = instrument
  return {
    resourceType: 'Questionnaire',
    language: text.language,
    name: code.replaceAll('-', '_'),
    title,
    version: text.version,
    status: 'active',
    subjectType: ['Patient'],
    copyright: text.notice,
    item: [
      ...(text.instruction === null ? [] : [display(`${code}-instruction`, text.instruction)]),
      ...items.flatMap(({ linkId, values }): FhirItem[] => {
        const labels = text.labelsOf[linkId] ?? text.labels
        const headings = text.headings[linkId] ?? []
        return [
          ...headings.map((heading, i) => display(`${linkId}-heading-${i + 1}`, heading)),
          {
            linkId,
            text: text.items[linkId] ?? '',
            type: 'choice',
            answerOption: values.map((value, i) => option(value, labels[i] ?? '')),
          },
        ]
      }),
    ],
  }
}

const display = (linkId: string, text: string): FhirItem => ({ linkId, text, type: 'display' })

const option = (value: number, label: string) => ({
  extension: [{ url: ORDINAL_VALUE, valueDecimal: value }],
  valueCoding: { code: String(value), display: label },
})
