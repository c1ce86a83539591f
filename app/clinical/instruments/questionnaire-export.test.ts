import { expect, test } from 'vitest'
import { ksetOf } from './kset.ts'
import { questionnaireOf } from './questionnaire-export.ts'
import { slotOf } from './questionnaire-slots.ts'
import type { LoadedText } from './questionnaire-text.ts'

const TEXT: LoadedText = {
  ...{ language: 'es', version: '2026-1', notice: 'An invented holder', instruction: 'Read first.' },
  ...{ list: [], stem: null, labels: ['None', 'Mild', 'Moderate', 'Severe'] },
  headings: { 'kset-b': ['A part', 'Of two lines'] },
  items: { 'kset-a': 'First?', 'kset-b': 'Second?' },
  labelsOf: { 'kset-b': ['No', 'A little', 'Some', 'Much'] },
}
const option = (value: number, display: string) => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
  valueCoding: { code: String(value), display },
})

test('a text is written as a FHIR R4 Questionnaire, with everything that stands around its questions', () => {
  expect(questionnaireOf(ksetOf([{ name: 'a' }, { name: 'b' }]), TEXT, 'KSET')).toEqual({
    resourceType: 'Questionnaire',
    ...{ language: 'es', name: 'kset', title: 'KSET', version: '2026-1', status: 'active' },
    ...{ subjectType: ['Patient'], copyright: 'An invented holder' },
    item: [
      { linkId: 'kset-instruction', text: 'Read first.', type: 'display' },
      {
        ...{ linkId: 'kset-a', text: 'First?', type: 'choice' },
        answerOption: ['None', 'Mild', 'Moderate', 'Severe'].map((label, i) => option(i, label)),
      },
      { linkId: 'kset-b-heading-1', text: 'A part', type: 'display' },
      { linkId: 'kset-b-heading-2', text: 'Of two lines', type: 'display' },
      {
        ...{ linkId: 'kset-b', text: 'Second?', type: 'choice' },
        answerOption: ['No', 'A little', 'Some', 'Much'].map((label, i) => option(i, label)),
      },
    ],
  })
})

test('a text without an instruction has none, and a name of FHIR holds no hyphen', () => {
  const cssrs = slotOf('c-ssrs')?.instrument ?? ksetOf([])
  const { name, item } = questionnaireOf(cssrs, { ...TEXT, instruction: null, headings: {} }, 'C-SSRS')
  expect(name).toBe('c_ssrs')
  expect(item.map(({ linkId }) => linkId)).toEqual(cssrs.items.map(({ linkId }) => linkId))
})
