/**
 * How careful one patient's plan has to be, fact by fact. The strictest wins.
 *
 * A fact that is missing asks for what it would ask for if it were so; one whose level nobody signed asks for the
 * most careful plan. So nothing missing ever lowers the level.
 * Source: S-2 and S-3 of docs/clinical/rules.md. Sign-off: docs/clinical/plan.md
 */

import { truth } from '../instruments/truth.ts'
import { CAUTIONS, type Caution } from '../protocol/caution.ts'
import { CAUTION_LEVELS, type CautionLevel } from '../protocol/course.ts'
import { type Limits, limitAt } from '../protocol.ts'
import {
  atLeast,
  atMost,
  type Condition,
  either,
  hasAny,
  is,
  isNot,
  isOneOf,
  isPositive,
  reading,
  totalReaches,
} from '../rules/condition.ts'
import { isDissociationHigh, isItqComplex } from '../rules/intake/trauma-and-mood.ts'
import { type Evidence, type Missing, union } from '../rules/rule.ts'
import type { PlanFacts } from './facts.ts'

export type CautionLine = {
  caution: Caution
  /** Whether the fact asks for caution. `unknown` counts as yes. */
  holds: 'yes' | 'no' | 'unknown'
  asksFor: CautionLevel
  /** Facts by name and limits by path, the signed level among them. */
  evidence: Evidence
  missing: readonly Missing[]
}

export type CautionReading = {
  level: CautionLevel
  /** One for each caution there is, in their order. */
  lines: readonly CautionLine[]
  /** Each missing fact and limit once. */
  missing: readonly Missing[]
}

const LEAST: CautionLevel = 'usual'
const MOST: CautionLevel = 'most-careful'

const rank = (level: CautionLevel): number => CAUTION_LEVELS.indexOf(level)

/** The more careful of several. */
export const moreCareful = (...levels: readonly CautionLevel[]): CautionLevel =>
  levels.reduce((most, level) => (rank(level) > rank(most) ? level : most), LEAST)

export const isMoreCareful = (level: CautionLevel, than: CautionLevel): boolean => rank(level) > rank(than)

/** Total: any facts and any limits have a level. */
export function cautionLevel(facts: PlanFacts, limits: Limits): CautionReading {
  const lines = CAUTIONS.map((caution) => lineOf(caution, QUESTIONS[caution](facts, limits), limits))
  return {
    level: moreCareful(...lines.map(({ asksFor }) => asksFor)),
    lines,
    missing: union(...lines.map(({ missing }) => missing)),
  }
}

function lineOf(caution: Caution, { holds, evidence, missing }: Condition, limits: Limits): CautionLine {
  if (holds === false) return { caution, holds: 'no', asksFor: LEAST, evidence, missing: [] }
  const path = `caution.${caution}` as const
  const signed = CAUTION_LEVELS.find((level) => level === limitAt(limits, path))
  return {
    caution,
    holds: holds ? 'yes' : 'unknown',
    asksFor: signed ?? MOST,
    evidence: { ...evidence, [path]: signed },
    missing: signed === undefined ? [...missing, { kind: 'limit', name: path }] : missing,
  }
}

const QUESTIONS: Record<Caution, (facts: PlanFacts, limits: Limits) => Condition> = {
  dissociation: isDissociationHigh,
  dissociativeDisorder: (facts) => is(facts, 'hasDissociativeDisorder'),
  severity: (facts, limits) => totalReaches(facts, 'pcl5', limits, 'instruments.pcl5.severeTotal'),
  complexPtsd: isItqComplex,
  alphaMedicine: (facts) => takes(facts, 'alpha-blocker-or-agonist'),
  bloodPressureMedicine: (facts) => takes(facts, 'other-antihypertensive'),
  noTherapist: (facts) => isNot(facts, 'hasTherapist'),
  recentEvent: (facts, limits) => atMost(facts, 'daysSinceRecentEvent', limits, 'intake.recentEventDays'),
  suicideScreen: (facts) =>
    either(isOneOf(facts, 'cssrsLevel', ['low', 'moderate', 'high']), isAsqPositive(facts)),
  age: (facts, limits) => atLeast(facts, 'ageYears', limits, 'intake.reviewAgeYears'),
  bloodPressure: (facts, limits) =>
    either(
      atLeast(facts, 'homeSystolicMmHg', limits, 'vitals.atHome.reviewSystolicMmHg'),
      atLeast(facts, 'homeDiastolicMmHg', limits, 'vitals.atHome.reviewDiastolicMmHg'),
    ),
}

/** A text that matched no ingredient may be any medicine: as long as there is one, nobody can say no. */
function takes(facts: PlanFacts, medicine: 'alpha-blocker-or-agonist' | 'other-antihypertensive'): Condition {
  const unmatched = isPositive(facts, 'unmatchedMedicines')
  const mayBe: Condition =
    unmatched.holds === true
      ? { ...unmatched, holds: undefined, missing: [{ kind: 'fact', name: 'medicineClasses' }] }
      : unmatched
  return either(hasAny(facts, 'medicineClasses', [medicine]), mayBe)
}

/** Whether a plan has to say that a standing reading is taken: as rule C21, and unknown counts as yes. */
export const needsStandingReading = (facts: PlanFacts, limits: Limits): Condition =>
  either(
    takes(facts, 'alpha-blocker-or-agonist'),
    atLeast(facts, 'ageYears', limits, 'vitals.before.standingFromAgeYears'),
  )

/** Asked beside the C-SSRS too: what the one has not heard, the other may. */
function isAsqPositive({ asq }: PlanFacts): Condition {
  const outcome = asq?.outcome
  const isOpen = outcome === undefined || outcome === 'undetermined'
  return reading('asq', truth(isOpen ? undefined : outcome !== 'negative'), outcome ?? '')
}
