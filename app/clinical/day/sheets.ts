/**
 * On which of the two sheets of a session day a fact is told. What one sheet lacks is one finding, however many rules
 * wait for it: nobody reads the same thing thirteen times. The suicide screen is a questionnaire, and stands alone.
 *
 * Source: docs/clinical/rules.md. Sign-off: docs/clinical/session.md
 */
import type { DayOfFacts } from '../facts/day-of.ts'
import type { SheetOf } from '../rules/rule.ts'
import { type DayRecord, partOfRule } from './facts-of-day.ts'

/** What the record knows without asking, and what has a text of its own. */
const ON_NO_SHEET: Record<keyof DayRecord | 'asq' | NotAsked, true> = {
  ...{ ageYears: true, daysSinceLastSession: true, unitsExpected: true, openAdverseEvents: true },
  ...{ openWorsenings: true, isPreparationFinished: true, isPreparationAgreed: true, isFollowUpBooked: true },
  ...{ isTherapyEssential: true, keptIntegrationAppointment: true, pcl5: true, previousPcl5Total: true },
  ...{ phq9: true, previousPhq9Total: true, asq: true, cssrsLevel: true, cssrsItemsSkipped: true },
  ...{ dssB: true, dssBBaseline: true, previousDssBRise: true },
}
type NotAsked = keyof Pick<
  DayOfFacts,
  'cssrsLevel' | 'cssrsItemsSkipped' | 'dssB' | 'dssBBaseline' | 'previousDssBRise'
>

/** The part whose rule it is: what both parts wait for is told to each by itself. */
export const sheetOfDay: SheetOf = ({ id }, factName) =>
  Object.hasOwn(ON_NO_SHEET, factName) ? undefined : partOfRule(id)
