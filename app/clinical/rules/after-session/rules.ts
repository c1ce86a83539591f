import type { AfterSessionFacts } from '../../facts/after-session.ts'
import type { Rule } from '../rule.ts'
import {
  asleepBeforeReady,
  firstTimeStanding,
  noDrivingYet,
  notReadyToEnd,
  tooLongNotReady,
  worseAfterClose,
} from './ending.ts'
import {
  integrationKept,
  nextDaySilence,
  noAppointmentInWindow,
  seriousEvent,
  sideEffects,
  stillChanged,
  suicideRiskNextDay,
} from './next-day.ts'

/** Group E: from the end of a session to the days after. */
export const afterSessionRules = {
  E01: notReadyToEnd,
  E02: tooLongNotReady,
  E03: noDrivingYet,
  E04: nextDaySilence,
  E05: sideEffects,
  E06: suicideRiskNextDay,
  E07: stillChanged,
  E08: noAppointmentInWindow,
  E09: seriousEvent,
  E10: integrationKept,
  E11: firstTimeStanding,
  E12: asleepBeforeReady,
  E13: worseAfterClose,
} satisfies Record<string, Rule<AfterSessionFacts>>

export type AfterSessionRuleId = keyof typeof afterSessionRules
