/**
 * What a person reads of a decision rule.
 *
 * A patient reads no dose, no score and no diagnosis, and nothing that a person is said to do before they have
 * done it: what has happened is told in one of three true forms, by the alert's state.
 */
import type { Severity } from '../clinical/outcome.ts'
import type { RuleId } from '../clinical/rules/all.ts'
import type { RoomRuleId } from '../clinical/rules/in-the-room.ts'
import { CRISIS_LINES } from './crisis.ts'
import { afterSession as afterSessionEn } from './en/rules/after-session.ts'
import { alert as alertEn } from './en/rules/alert.ts'
import { assessment as assessmentEn } from './en/rules/assessment.ts'
import { course as courseEn } from './en/rules/course.ts'
import { dayOf as dayOfEn } from './en/rules/day-of.ts'
import { inSession as inSessionEn } from './en/rules/in-session.ts'
import { intake as intakeEn } from './en/rules/intake.ts'
import { suicideScreen as suicideScreenEn } from './en/rules/suicide-screen.ts'
import { afterSession as afterSessionEs } from './es/rules/after-session.ts'
import { alert as alertEs } from './es/rules/alert.ts'
import { assessment as assessmentEs } from './es/rules/assessment.ts'
import { course as courseEs } from './es/rules/course.ts'
import { dayOf as dayOfEs } from './es/rules/day-of.ts'
import { inSession as inSessionEs } from './es/rules/in-session.ts'
import { intake as intakeEs } from './es/rules/intake.ts'
import { suicideScreen as suicideScreenEs } from './es/rules/suicide-screen.ts'
import type { Language } from './words.ts'

export type RuleWords = {
  /** What the rule asks, for whoever signs it. Numbers are the protocol's. */
  condition: string
  /** `null`: the patient reads nothing of it. */
  patient: string | ((say: Say) => string) | null
  /** One sentence for the clinician; the evidence stands beneath with its numbers. */
  clinician: string
}

/** Of a rule that is judged in a session: what whoever is beside the patient reads. They are not the patient. */
export type RoomRuleWords = RuleWords & { beside: string | ((say: Say) => string) }

/** What a group of rules needs to say. */
export type WordsOf<Id extends RuleId> = Record<Exclude<Id, RoomRuleId>, RuleWords> &
  Record<Extract<Id, RoomRuleId>, RoomRuleWords>

/** Sentences that many rules share. */
export type Say = {
  /** Where help is now. One text for all rules, in the words of who reads it. */
  crisis: string
  /** Who knows of it, in its true form. */
  team: string
  /** When there is nothing to say but that somebody has to look. */
  neutral: string
  /** How strong the finding is, where the words hang on it. Not said: as strong as the rule can be. */
  severity: Severity | undefined
}

/** How far an alert has come. Times and names are ready to be read. */
export type AlertState =
  | { is: 'sent'; to: string }
  | { is: 'seen'; by: string; at: string }
  | { is: 'outside-cover'; opens: string; contact: string }

export type AlertWords = {
  crisis: (lifeline: string, emergency: string) => string
  crisisBeside: (lifeline: string, emergency: string) => string
  neutral: string
  sent: (to: string) => string
  seen: (by: string, at: string) => string
  outsideCover: (opens: string, contact: string, lifeline: string, emergency: string) => string
}

export const alertWords: Record<Language, AlertWords> = { en: alertEn, es: alertEs }

export const ruleWords: Record<Language, WordsOf<RuleId>> = {
  en: {
    ...assessmentEn,
    ...intakeEn,
    ...dayOfEn,
    ...inSessionEn,
    ...afterSessionEn,
    ...courseEn,
    ...suicideScreenEn,
  },
  es: {
    ...assessmentEs,
    ...intakeEs,
    ...dayOfEs,
    ...inSessionEs,
    ...afterSessionEs,
    ...courseEs,
    ...suicideScreenEs,
  },
}

const numberOf = (line: 'lifeline' | 'emergency'): string =>
  CRISIS_LINES.find(({ id }) => id === line)?.call ?? ''

/** Who knows of it: sent, seen, or nobody until the practice opens. */
export function teamText(language: Language, state: AlertState): string {
  const words = alertWords[language]
  if (state.is === 'sent') return words.sent(state.to)
  if (state.is === 'seen') return words.seen(state.by, state.at)
  return words.outsideCover(state.opens, state.contact, numberOf('lifeline'), numberOf('emergency'))
}

/** What the patient reads of one rule; null for nothing. @param severity the finding's: some words hang on it */
export function patientText(
  language: Language,
  ruleId: RuleId,
  state: AlertState,
  severity?: Severity,
): string | null {
  const { patient }: RuleWords = ruleWords[language][ruleId]
  return typeof patient === 'function' ? patient(sayTo('patient', language, state, severity)) : patient
}

/** What whoever is beside the patient reads of one rule. @param severity the finding's: some words hang on it */
export function besideText(
  language: Language,
  ruleId: RoomRuleId,
  state: AlertState,
  severity?: Severity,
): string {
  const { beside }: RoomRuleWords = ruleWords[language][ruleId]
  return typeof beside === 'function' ? beside(sayTo('beside', language, state, severity)) : beside
}

/** The same in two parts: what to do, and who knows of it, which many rules have in common. Undefined: not theirs to say. */
export function besideParts(
  language: Language,
  ruleId: RoomRuleId,
  state: AlertState,
  severity?: Severity,
): { todo: string; told: string | undefined } {
  const { beside }: RoomRuleWords = ruleWords[language][ruleId]
  if (typeof beside === 'string') return { todo: beside, told: undefined }
  const say = sayTo('beside', language, state, severity)
  const withoutTeam = beside({ ...say, team: '' })
  return { todo: withoutTeam.trim(), told: withoutTeam === beside(say) ? undefined : say.team }
}

function sayTo(
  who: 'patient' | 'beside',
  language: Language,
  state: AlertState,
  severity: Severity | undefined,
): Say {
  const { crisis, crisisBeside, neutral } = alertWords[language]
  const where = who === 'patient' ? crisis : crisisBeside
  return {
    crisis: where(numberOf('lifeline'), numberOf('emergency')),
    neutral,
    team: teamText(language, state),
    severity,
  }
}
