/** A number two people sign and nobody reads protects nobody. */
import { expect, test } from 'vitest'
import { unreadLimits } from './limits-read.ts'

/** Signed and read by nothing yet, each with its reason. A limit that is read has to leave this list. */
const NOT_READ: Readonly<Record<string, string>> = {
  'dose.requiresPrescriberReviewBetweenSteps':
    'every step of a dose is a new plan, which a prescriber signs anyway',
  'course.maintenanceMinDays': 'nothing of the product plans a time after the course',
  'medicines.reconciledWithinDays': 'the list is asked in the intake, and the day asks what is new since',
  'instruments.phq9.reliableChangePoints':
    'the PHQ-9 is asked in the intake alone: there is no later one to compare',
  'instruments.gad7.worseningPoints': 'the GAD-7 is not asked yet',
  'instruments.gad7.meaningfulChangePoints': 'the GAD-7 is not asked yet',
  'instruments.gad7.reliableChangePoints': 'the GAD-7 is not asked yet',
  'drive.rule': 'it has one value, which the words of every evening and morning say',
  'monitoring.bladderEveryMonths': 'the signs are asked on each day of a session, which is more often',
  'monitoring.substanceEveryMonths': 'nothing asks again in the course what the intake asked of substances',
  'monitoring.homeBloodPressureEveryMonths':
    'readings are taken on each day of a session, which is more often',
}

test('every limit of the protocol is read by a rule, a plan, a session, a gate or a page', () => {
  expect(unreadLimits()).toEqual(Object.keys(NOT_READ))
})
