/** The questions of one screen of the free assessment, with their words and what was answered before. */
import {
  type AssessmentAnswers,
  type Question,
  type Screen,
  SKIP,
} from '../../clinical/assessment/questions.ts'
import { assessmentInstruments } from '../../content/assessment-instruments.ts'
import type { InstrumentWords } from '../../content/en/instruments/instrument-words.ts'
import type { Language, Words } from '../../content/words.ts'
import type { Preface, ShownQuestion } from '../../ui/pages/assessment.tsx'

type Place = {
  words: Words['assessment']
  language: Language
  states: readonly { code: string; name: string }[]
}
type Given = {
  answers: AssessmentAnswers
  unclear: readonly string[]
  written: Readonly<Record<string, unknown>>
}
type Group = { preface: Preface | null; questions: ShownQuestion[] }

/** Which published wording a question has, by the beginning of its name. */
const INSTRUMENTS = { 'pc-ptsd5': 'pcPtsd5', phq2: 'phq2', gad2: 'gad2' } as const

export function groupsOf(
  screen: Screen,
  questions: readonly Question[],
  place: Place,
  given: Given,
): Group[] {
  const groups: Group[] = []
  let last: InstrumentWords | undefined
  for (const question of questions) {
    const instrument = instrumentOf(question, place.language)
    const shown = instrument
      ? publishedQuestion(question, instrument, place, given)
      : ownQuestion(question, place, given)
    const group = groups.at(-1)
    if (group && instrument === last) group.questions.push(shown)
    else groups.push({ preface: prefaceOf(screen, instrument, place.language), questions: [shown] })
    last = instrument
  }
  return groups
}

function instrumentOf({ name }: Question, language: Language): InstrumentWords | undefined {
  const found = Object.entries(INSTRUMENTS).find(([prefix]) => name.startsWith(`${prefix}-`))
  return found && assessmentInstruments[language][found[1]]
}

const langOf = (wordingLanguage: string, language: Language) =>
  wordingLanguage === language ? undefined : wordingLanguage

/** The question about any event stands under the examples; those about the month under their own beginning. */
function prefaceOf(screen: Screen, words: InstrumentWords | undefined, language: Language): Preface | null {
  if (words?.wording.state !== 'shipped') return null
  const { instruction, list, stem, notice, language: wordingLanguage } = words.wording
  const isGate = screen === 'event'
  return {
    untranslated: words.untranslated,
    instruction: screen === 'event-month' ? null : instruction,
    list: screen === 'event-month' ? [] : list,
    stem: isGate ? null : stem,
    notice: isGate ? null : notice,
    lang: langOf(wordingLanguage, language),
  }
}

const chosenOf = ({ name, kind }: Question, { answers, unclear, written }: Given): readonly string[] => {
  const value = unclear.includes(name) && kind === 'number' ? written[name] : answers[name]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value : []
}

function publishedQuestion(
  question: Question,
  { wording }: InstrumentWords,
  { words, language }: Place,
  given: Given,
): ShownQuestion {
  const { name, kind, values } = question
  if (wording.state !== 'shipped') throw new Error(`${name} has no wording`)
  const lang = langOf(wording.language, language)
  const labels = wording.labelsOf[name] ?? wording.labels
  const label = (index: number) => (Array.isArray(labels) ? labels[index] : undefined)
  return {
    ...{ name, kind, lang, text: wording.items[name] ?? name, hint: null },
    choices: [
      ...values.map((value, index) => ({ value, label: label(index) ?? value, lang })),
      { value: SKIP, label: words.skip },
    ],
    chosen: chosenOf(question, given),
    problem: given.unclear.includes(name) ? words.unclearItem : undefined,
  }
}

function ownQuestion(question: Question, { words, states }: Place, given: Given): ShownQuestion {
  const { name, kind, values } = question
  const own: Partial<Record<string, OwnWords>> = words.questions
  const { text, hint, choices } = own[name] ?? { text: name, hint: null, choices: {} }
  const label = (value: string) => choices[value] ?? states.find(({ code }) => code === value)?.name ?? value
  const offered = values.map((value) => ({ value, label: label(value) }))
  return {
    ...{ name, kind, text, hint, lang: undefined },
    choices:
      kind === 'number' ? [] : kind === 'many' ? offered : [...offered, { value: SKIP, label: words.skip }],
    chosen: chosenOf(question, given),
    problem: problemOf(question, words, given),
  }
}

type OwnWords = { text: string; hint: string | null; choices: Partial<Record<string, string>> }

function problemOf({ name, kind }: Question, words: Words['assessment'], { unclear }: Given) {
  if (!unclear.includes(name)) return undefined
  return kind === 'number' ? words.unclearAge : words.unclearItem
}
