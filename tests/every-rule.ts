/** Every group of rules with facts for it: any at all, and those of an ordinary person in a signed protocol. */

import type { IntakeFacts } from '../app/clinical/facts/intake.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import { afterSessionRules } from '../app/clinical/rules/after-session/rules.ts'
import { assessmentRules } from '../app/clinical/rules/assessment/rules.ts'
import { courseRules } from '../app/clinical/rules/course/rules.ts'
import { dayOfRules } from '../app/clinical/rules/day-of/rules.ts'
import { inSessionRules } from '../app/clinical/rules/in-session/rules.ts'
import { intakeRules } from '../app/clinical/rules/intake/rules.ts'
import type { Rule } from '../app/clinical/rules/rule.ts'
import { suicideScreenRules } from '../app/clinical/rules/suicide-screen/rules.ts'
import {
  type Arbitraries,
  assessmentArbitraries,
  courseArbitraries,
  intakeArbitraries,
} from './arbitrary-facts.ts'
import {
  afterSessionArbitraries,
  dayOfArbitraries,
  inSessionArbitraries,
  suicideScreenArbitraries,
} from './arbitrary-session-facts.ts'
import {
  itqOf,
  ORDINARY_ASSESSMENT,
  ORDINARY_COURSE,
  ORDINARY_INTAKE,
  pcl5Of,
  SIGNED,
} from './ordinary-patient.ts'
import { ORDINARY_DAY, ORDINARY_MINUTE, ORDINARY_NEXT_DAY, SESSION_SIGNED } from './ordinary-session.ts'

export type GroupUnderTest<Facts extends object> = {
  name: string
  rules: readonly Rule<Facts>[]
  arbitraries: Arbitraries<Facts>
  ordinary: Facts
  signed: Limits
  /** What is different in people whom some rules look at and others do not. */
  others: readonly Partial<Facts>[]
}

type Look = <Facts extends object>(group: GroupUnderTest<Facts>) => void

const group = <Facts extends object>(
  name: string,
  rules: Readonly<Record<string, Rule<Facts>>>,
  arbitraries: Arbitraries<Facts>,
  ordinary: Facts,
  signed: Limits,
  others: readonly Partial<Facts>[] = [],
): GroupUnderTest<Facts> => ({ name, rules: Object.values(rules), arbitraries, ordinary, signed, others })

const { cssrsLevel, asq } = ORDINARY_DAY

const notLoaded = { desMean: 'not-loaded', desTaxonMean: 'not-loaded' } as const
const OTHER_INTAKES: readonly Partial<IntakeFacts>[] = [
  { ...notLoaded, itq: itqOf({ ptsd: true, selfOrganisation: true }) },
  { ...notLoaded, hasTherapist: false, hasPtsdDiagnosis: false, itq: itqOf({}), pcl5: pcl5Of(20) },
  {
    order: {
      ...{ unitStrengthMg: 10, doseMg: 20, stepMg: 5, units: 4 },
      ...{ daysBetweenSessions: 7, daysSinceLastStep: 14, departsIn: [] },
    },
  },
]

/** Each group in turn, in the order of the programme; whatever its facts are, they are its rules' own. */
export function inEveryGroup(look: Look): void {
  look(group('assessment', assessmentRules, assessmentArbitraries, ORDINARY_ASSESSMENT, SIGNED))
  look(group('intake', intakeRules, intakeArbitraries, ORDINARY_INTAKE, SIGNED, OTHER_INTAKES))
  look(group('the day of a session', dayOfRules, dayOfArbitraries, ORDINARY_DAY, SESSION_SIGNED))
  look(group('between dose and end', inSessionRules, inSessionArbitraries, ORDINARY_MINUTE, SESSION_SIGNED))
  look(
    group('after a session', afterSessionRules, afterSessionArbitraries, ORDINARY_NEXT_DAY, SESSION_SIGNED),
  )
  look(group('course', courseRules, courseArbitraries, ORDINARY_COURSE, SIGNED))
  const screened = { cssrsLevel, asq }
  look(group('suicide screen', suicideScreenRules, suicideScreenArbitraries, screened, SESSION_SIGNED))
}
