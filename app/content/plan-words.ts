/**
 * What is read of a plan: by the patient in plain sentences, by the prescriber line by line and check by check.
 *
 * The patient reads no amount of the medicine, no score, no level of caution and no diagnosis.
 */

import type { CheckCode, CheckSeverity } from '../clinical/plan/checks.ts'
import type { Why } from '../clinical/plan/lines.ts'
import type { PatientPlan } from '../clinical/plan/patient-plan.ts'
import type { PlanField } from '../clinical/plan/shape.ts'
import type { Caution } from '../clinical/protocol/caution.ts'
import type { CautionLevel } from '../clinical/protocol/course.ts'
import { planReview as planReviewEn } from './en/plan-review.ts'
import { planReview as planReviewEs } from './es/plan-review.ts'
import { labelOf } from './finding-words.ts'
import { type Language, type Words, words } from './words.ts'

export type PlanReviewWords = {
  /** With units. */
  fields: Record<PlanField, string>
  /** Why a line says what it says; the protocol's version is one of the words. */
  why: Record<Why, (version: number) => string>
  levels: Record<CautionLevel, string>
  /** What the fact is, and what it asks for. */
  cautions: Record<Caution, string>
  holds: Record<'yes' | 'no' | 'unknown', string>
  severities: Record<CheckSeverity, string>
  checks: Record<CheckCode, string>
  /** Evidence that is no fact of intake and no limit. */
  evidence: Record<'previous' | 'lastRaisedOn' | 'daysSinceLastStep' | 'startsOn', string>
  missing: string
  /** Above an exception's field for the reason. */
  reason: string
}

export const planReviewWords: Record<Language, PlanReviewWords> = { en: planReviewEn, es: planReviewEs }

/** A fact with its unit, a limit under its path, or what a plan compares with. */
export function planEvidenceLabel(language: Language, name: string): string {
  const { evidence } = planReviewWords[language]
  return Object.hasOwn(evidence, name) ? evidence[name as keyof typeof evidence] : labelOf(language, name)
}

export type PlanSection = {
  key: keyof Words['plan']['headings']
  heading: string
  sentences: readonly string[]
}

/**
 * A signed plan as its patient reads it, what matters most to them first.
 *
 * @param day a calendar day, 'YYYY-MM-DD', in the reader's words
 */
export function planSections(
  language: Language,
  plan: PatientPlan,
  day: (on: string) => string,
): PlanSection[] {
  const say = words[language].plan
  const section = (key: PlanSection['key'], ...sentences: readonly (string | false)[]): PlanSection => ({
    key,
    heading: say.headings[key],
    sentences: sentences.filter((sentence) => sentence !== false),
  })
  const { support, integration, therapist, questionsEveryDays } = plan
  const offer = therapist === 'essential' ? say.integrationEssential : say.integration
  return [
    section('stop', say.stop),
    section('sessions', say.sessions(plan.sessions)),
    ...(plan.sessions > 1 ? [section('spacing', say.spacing(plan.daysBetweenSessions))] : []),
    section(
      'company',
      say.company(support.minimumAgeYears, support.staysHours),
      support.isSober && say.sober,
      say.lookIns(plan.lookInMinutes),
    ),
    section(
      'measured',
      say.readings(plan.readings),
      plan.isStandingReading && say.standing,
      say.observation(plan.observationMinutes),
    ),
    ...(questionsEveryDays === undefined ? [] : [section('questions', say.questions(questionsEveryDays))]),
    section(
      'therapist',
      say.therapist[therapist],
      integration !== undefined && offer(integration.fromHours, integration.toHours),
    ),
    section('lookingBack', say.lookingBack(plan.reviewAfterSessions, day(plan.reEvaluateOn))),
    section('ending', say.ending(day(plan.endsOn))),
    section('afterwards', say.afterwards, say.changes),
  ]
}
