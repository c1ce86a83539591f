/** Words of one question of the intake: our own, or those of the local set it stands in. */

import { alcoholQuestion as alcoholEn } from './en/instruments/alcohol-question.ts'
import { asq as asqEn } from './en/instruments/asq.ts'
import { bladderSigns as bladderEn } from './en/instruments/bladder-signs.ts'
import type { InstrumentWords } from './en/instruments/instrument-words.ts'
import { ketamineHistory as ketamineEn } from './en/instruments/ketamine-history.ts'
import { pcl5Week as weekEn } from './en/instruments/pcl-5-week.ts'
import { phq9 as phq9En } from './en/instruments/phq9.ts'
import { psychosisAndMania as mindEn } from './en/instruments/psychosis-and-mania.ts'
import { type QuestionText, intakeQuestions as questionsEn } from './en/intake-questions.ts'
import { alcoholQuestion as alcoholEs } from './es/instruments/alcohol-question.ts'
import { asq as asqEs } from './es/instruments/asq.ts'
import { bladderSigns as bladderEs } from './es/instruments/bladder-signs.ts'
import { ketamineHistory as ketamineEs } from './es/instruments/ketamine-history.ts'
import { pcl5Week as weekEs } from './es/instruments/pcl-5-week.ts'
import { phq9 as phq9Es } from './es/instruments/phq9.ts'
import { psychosisAndMania as mindEs } from './es/instruments/psychosis-and-mania.ts'
import { intakeQuestions as questionsEs } from './es/intake-questions.ts'
import type { Language } from './words.ts'

const OWN: Record<Language, Readonly<Record<string, QuestionText>>> = { en: questionsEn, es: questionsEs }
const LOCAL_SETS: Record<Language, readonly InstrumentWords[]> = {
  en: [bladderEn, mindEn, ketamineEn, alcoholEn],
  es: [bladderEs, mindEs, ketamineEs, alcoholEs],
}

/** `language`: of the wording, where no checked translation is there yet; `untranslated` says so to the person. */
export type AskedText = QuestionText & { language?: string; untranslated?: string }

export function questionText(language: Language, name: string): AskedText {
  const own = OWN[language][name]
  if (own) return own
  const set = LOCAL_SETS[language].find(
    ({ wording }) => wording.state === 'shipped' && wording.items[name] !== undefined,
  )
  if (set?.wording.state !== 'shipped') return { ask: name }
  const { items, labels, labelsOf, stem, language: written } = set.wording
  const choices = labelsOf[name] ?? labels
  const question = items[name] ?? name
  return {
    ask: stem === null ? question : `${stem} ${question}`,
    ...(Array.isArray(choices) ? { options: { no: choices[0] ?? '', yes: choices[1] ?? '' } } : {}),
    ...(set.untranslated === null ? {} : { language: written, untranslated: set.untranslated }),
  }
}

/** The questionnaires handed in at intake, beside the one of the month, by the codes of their instruments. */
export const QUESTIONNAIRES: Record<Language, Readonly<Record<string, InstrumentWords>>> = {
  en: { 'pcl-5-week': weekEn, 'phq-9': phq9En, asq: asqEn },
  es: { 'pcl-5-week': weekEs, 'phq-9': phq9Es, asq: asqEs },
}
