/** A number two people sign and nobody reads protects nobody. */
import { expect, test } from 'vitest'
import { limitsAgainstNothing, unreadLimits } from './limits-read.ts'

/** Signed and read by nothing yet, each with its reason. A limit that is read has to leave this list. */
const NOT_READ: Readonly<Record<string, string>> = {
  'dose.requiresPrescriberReviewBetweenSteps':
    'every step of a dose is a new plan, which a prescriber signs anyway',
  'course.maintenanceMinDays': 'nothing of the product plans a time after the course',
  'medicines.reconciledWithinDays': 'the list is asked in the intake, and the day asks what is new since',
  'instruments.phq9.reliableChangePoints':
    'improvement goes by the meaningful change (F03, F12), a rise by the worsening (F04, C19)',
  'instruments.gad7.worseningPoints': 'the GAD-7 is not asked yet',
  'instruments.gad7.meaningfulChangePoints': 'the GAD-7 is not asked yet',
  'instruments.gad7.reliableChangePoints': 'the GAD-7 is not asked yet',
  'drive.rule': 'it has one value, which the words of every evening and morning say',
  'monitoring.bladderEveryMonths': 'the signs are asked on each day of a session, which is more often',
  'monitoring.homeBloodPressureEveryMonths':
    'readings are taken on each day of a session, which is more often',
}

test('every limit of the protocol is read by a rule, a plan, a session, a gate or a page', () => {
  expect(unreadLimits()).toEqual(Object.keys(NOT_READ))
})

/** Read by a rule, and held against a fact that nothing tells (`app/clinical/rules/told-by-nothing.ts`). */
const AGAINST_NOTHING: Readonly<Record<string, string>> = {
  'instruments.pq16.reviewCount': 'B11: no part of the intake asks the PQ-16',
  'instruments.icsi.risePoints': 'F07: the ICSI is asked once, and the warning signs stand in',
  'vitals.during.emergencyPauseSeconds':
    'D03: a long pause is one sign with blue lips and gasping, and an emergency however long it was',
}

test('a limit that is held against nothing is named, with its reason', () => {
  expect(limitsAgainstNothing()).toEqual(Object.keys(AGAINST_NOTHING))
})
