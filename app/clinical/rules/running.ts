/**
 * Which rules are judged at which moment. The acts pass these lists and no others, so what is said of a rule, that it
 * is judged or that nothing asks it yet, cannot differ from what happens. `tests/running-rules.test.ts` looks at the
 * acts. A rule that stands in no list is written and tested, and a count of zero findings says nothing about it.
 */
import type { AfterSessionFacts } from '../facts/after-session.ts'
import type { AssessmentFacts } from '../facts/assessment.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { InSessionFacts } from '../facts/in-session.ts'
import type { IntakeFacts } from '../facts/intake.ts'
import type { SuicideScreenFacts } from '../facts/suicide-screen.ts'
import { afterSessionRules as E } from './after-session/rules.ts'
import type { AnyRule, RuleId } from './all.ts'
import { assessmentRules } from './assessment/rules.ts'
import { courseRules as F } from './course/rules.ts'
import { alsoAtTheGate } from './day-of/also-at-the-gate.ts'
import { dayOfRules } from './day-of/rules.ts'
import { asFarAsKnown } from './in-session/as-far-as-known.ts'
import { inSessionRules } from './in-session/rules.ts'
import { intakeRules as B } from './intake/rules.ts'
import type { Rule } from './rule.ts'
import { suicideScreenRules } from './suicide-screen/rules.ts'

const at = <Facts>(...rules: readonly Rule<Facts>[]): readonly Rule<Facts>[] => rules
const screen = Object.values(suicideScreenRules)

export const JUDGED_AT = {
  assessment: at<AssessmentFacts>(...Object.values(assessmentRules)),

  intake: at<IntakeFacts & SuicideScreenFacts>(...Object.values(B), ...screen),
  /** As soon as the part of the intake with their questions is kept. */
  told: at<IntakeFacts>(B.B11, B.B12, B.B29),
  /** Each questionnaire for itself, the moment it is handed in. */
  screen: at<SuicideScreenFacts>(...screen),
  /** The suicide screen of a loaded text, with each of its screens. */
  risk: at<IntakeFacts>(B.B01, B.B02, B.B03, B.B04),
  mood: at<IntakeFacts>(B.B05),
  moodAgain: at<CourseFacts>(F.F04),
  month: at<CourseFacts>(F.F01),
  week: at<CourseFacts>(F.F01, F.F02, F.F03, F.F05, F.F06, F.F12),

  /** Alcohol and other substances, asked again. */
  substances: at<CourseFacts>(F.F14),

  /** What only a clinician records, once somebody is under treatment. */
  recorded: at<CourseFacts>(F.F08, F.F11),
  order: at<IntakeFacts>(B.B16, B.B31, B.B32, B.B33, B.B34, B.B36, B.B42),
  orderTerms: at<CourseFacts>(F.F15),
  orderInCourse: at<CourseFacts>(F.F05, F.F06, F.F09),

  gate: at<DayOfFacts>(...screen, ...Object.values(dayOfRules), ...alsoAtTheGate),
  gateInCourse: at<CourseFacts>(F.F07, F.F13),
  /** Whenever a session could become ready, and at the dose: what can be taken back on any day. */
  untilDose: at<IntakeFacts>(B.B31),
  session: at<InSessionFacts>(...Object.values<Rule<InSessionFacts>>(inSessionRules).map(asFarAsKnown)),
  lateInSession: at<AfterSessionFacts>(E.E02),
  restingInSession: at<AfterSessionFacts>(E.E11, E.E12),
  /** When the end is asked for. The session refuses by itself; the rule says why. */
  askedToEnd: at<AfterSessionFacts>(E.E01),
  tonight: at<AfterSessionFacts>(E.E13),

  nextDay: at<AfterSessionFacts>(...screen, E.E03, E.E05, E.E06, E.E07, E.E08, E.E09, E.E10),
  nextDayInCourse: at<CourseFacts>(F.F05, F.F06, F.F07, F.F10),
  silence: at<AfterSessionFacts>(E.E04),
  silenceInCourse: at<CourseFacts>(F.F16),
} as const

export type Moment = keyof typeof JUDGED_AT

export const MOMENTS = Object.keys(JUDGED_AT) as Moment[]

const ids: ReadonlySet<string> = new Set(
  Object.values<readonly AnyRule[]>(JUDGED_AT).flatMap((rules) => rules.map(({ id }) => id)),
)

export const isRunning = (id: RuleId): boolean => ids.has(id)

/** Every moment a rule is judged at. */
export const momentsOf = (id: RuleId): Moment[] =>
  MOMENTS.filter((moment) => JUDGED_AT[moment].some((rule: AnyRule) => rule.id === id))
