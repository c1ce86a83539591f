/** A finding in a clinician's words: what was looked at, and what could not be judged for want of what. */
import type { AfterSessionFacts } from '../clinical/facts/after-session.ts'
import type { AssessmentFacts } from '../clinical/facts/assessment.ts'
import type { CourseFacts } from '../clinical/facts/course.ts'
import type { DayOfFacts } from '../clinical/facts/day-of.ts'
import type { InSessionFacts } from '../clinical/facts/in-session.ts'
import type { IntakeFacts } from '../clinical/facts/intake.ts'
import type { Evidence, Finding } from '../clinical/rules/rule.ts'
import { facts as factsEn } from './en/rules/facts.ts'
import { facts as factsEs } from './es/rules/facts.ts'
import { limitLabel } from './limit-words.ts'
import type { Language } from './words.ts'

export type FactName =
  | keyof AssessmentFacts
  | keyof IntakeFacts
  | keyof DayOfFacts
  | keyof InSessionFacts
  | keyof AfterSessionFacts
  | keyof CourseFacts

const factLabels: Record<Language, Record<FactName, string>> = { en: factsEn, es: factsEs }

/** A fact by its name, with its unit; a limit as it is called on the page of the protocol. */
export const labelOf = (language: Language, name: string): string =>
  Object.hasOwn(factLabels[language], name)
    ? factLabels[language][name as FactName]
    : (limitLabel(language, name) ?? name)

/**
 * A value of the evidence as it is read: minutes that have passed whole, hours and other numbers with one decimal at
 * most. Cut, never rounded up: 119.9 minutes are not yet 120. A signed limit stands as it was signed.
 */
export function shownValue(name: string, value: Evidence[string] | null): Evidence[string] | null {
  if (typeof value !== 'number' || name.includes('.')) return value
  return /minutes/i.test(name) ? Math.floor(value) : Math.floor(value * 10) / 10
}

const SENTENCES: Record<Language, (missing: string, unsigned: string, rules: string) => string> = {
  en: (missing, unsigned, rules) =>
    `Cannot be judged.${missing && ` Missing: ${missing}.`}${unsigned && ` Not signed: ${unsigned}.`} Rules: ${rules}.`,
  es: (missing, unsigned, rules) =>
    `No se puede juzgar.${missing && ` Falta: ${missing}.`}${unsigned && ` Sin firmar: ${unsigned}.`} Reglas: ${rules}.`,
}

/** What a finding of rules that could not be judged lacks, and for which rules it speaks. */
export function unknownText(
  language: Language,
  { missing, rules }: Pick<Finding, 'missing' | 'rules'>,
): string {
  const named = (kind: 'fact' | 'limit') =>
    missing
      .filter((one) => one.kind === kind)
      .map(({ name }) => labelOf(language, name))
      .join('; ')
  return SENTENCES[language](named('fact'), named('limit'), rules.map(({ id }) => id).join(', '))
}
