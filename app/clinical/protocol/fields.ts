/** Each field of the protocol, in the order it is read and signed: kind, unit, and what can be meant. */
import type { LimitPath } from '../protocol.ts'
import { CAUTION_LEVELS, MEDICINE_CLASSES } from './course.ts'
import type { AnyField, FieldTable, NumberField, Unit } from './field.ts'

type Range = readonly [from: number, to: number]

const number = (unit: Unit, [from, to]: Range): NumberField => ({ is: 'number', unit, from, to })
/** Measured with decimals. */
const measured = (unit: Unit, [from, to]: Range): NumberField => ({
  ...{ is: 'number', unit, from, to },
  hasParts: true,
})
const points = (outOf: number): NumberField => ({ is: 'number', unit: 'points', from: 0, to: outOf, outOf })
const mean = (outOf: number): NumberField => ({ ...points(outOf), hasParts: true })
const yesNo = { is: 'yes-no' } as const
const level = { is: 'choice', of: CAUTION_LEVELS } as const

const years = number('years', [0, 120])
const months = number('months', [1, 60])
const days = number('days', [0, 730])
const hours = measured('hours', [0, 336])
const minutes = number('minutes', [0, 1440])
const fromDose = number('minutes-from-dose', [-10_080, 2880])
const seconds = number('seconds', [0, 3600])
const sessions = number('sessions', [1, 100])
const times = number('times', [1, 50])
const mg = measured('mg', [0, 2000])
const pressure = number('mmHg', [20, 300])
const perMinute = number('per-minute', [0, 250])
const percent = number('percent', [0, 100])
const celsius = measured('celsius', [30, 45])
const timesUpperLimit = measured('times-upper-limit', [0, 50])

const startAndQuestionnaires = {
  'assessment.minimumAgeYears': years,
  'assessment.statesServed': { is: 'texts' },
  'assessment.pcPtsd5Count': { ...points(5), unit: 'items' },
  'assessment.phq2Total': points(6),
  'assessment.gad2Total': points(6),
  'intake.reviewAgeYears': years,
  'intake.recentEventDays': days,
  'intake.pdmpMaxAgeDays': days,
  'intake.pdmpPrescriberCount': number('prescribers', [1, 50]),
  'intake.pdmpWindowDays': days,
  'intake.plausibleWeightFromKg': measured('kg', [10, 500]),
  'intake.plausibleWeightToKg': measured('kg', [10, 500]),
  'intake.plausibleHeightFromCm': number('cm', [50, 280]),
  'intake.plausibleHeightToCm': number('cm', [50, 280]),
  'intake.requiredConsents': { is: 'texts' },
  'instruments.pcl5.cutOffTotal': points(80),
  'instruments.pcl5.severeTotal': points(80),
  'instruments.pcl5.worseningPoints': points(80),
  'instruments.pcl5.reliableChangePoints': points(80),
  'instruments.pcl5.meaningfulChangePoints': points(80),
  'instruments.pcl5.endpointTotal': points(80),
  'instruments.phq9.reviewTotal': points(27),
  'instruments.phq9.worseningPoints': points(27),
  'instruments.phq9.meaningfulChangePoints': points(27),
  'instruments.phq9.reliableChangePoints': points(27),
  'instruments.gad7.worseningPoints': points(21),
  'instruments.gad7.meaningfulChangePoints': points(21),
  'instruments.gad7.reliableChangePoints': points(21),
  'instruments.des.reviewMean': mean(100),
  'instruments.des.reviewTaxonMean': mean(100),
  'instruments.dssB.reviewTotal': points(32),
  'instruments.dssB.risePoints': points(32),
  'instruments.dssB.repeatedRisePoints': points(32),
  'instruments.auditC.adviseTotalMen': points(12),
  'instruments.auditC.adviseTotalOthers': points(12),
  'instruments.auditC.reviewTotal': points(12),
  'instruments.dast10.reviewTotal': points(10),
  'instruments.pq16.reviewCount': { ...points(16), unit: 'items' },
  'instruments.icsi.reviewTotal': points(20),
  'instruments.icsi.risePoints': points(20),
  'instruments.suds.highBeforePoints': points(10),
  'instruments.suds.aboveUsualPoints': points(10),
  'instruments.suds.groundingPoints': points(10),
  'instruments.suds.personNowPoints': points(10),
  'instruments.suds.personAfterTools': times,
  'instruments.suds.recheckMinutes': minutes,
  'instruments.suds.reliefWithinMinutes': minutes,
  'instruments.suds.readyToEndPoints': points(10),
  'instruments.cadence.pcl5WeekDays': days,
  'instruments.cadence.pcl5Days': days,
  'instruments.cadence.phq9Days': days,
  'instruments.cadence.gad7Days': days,
  'instruments.cadence.dssBDays': days,
} satisfies Partial<FieldTable>

const medicineAndCourse = {
  'caution.dissociation': level,
  'caution.dissociativeDisorder': level,
  'caution.severity': level,
  'caution.complexPtsd': level,
  'caution.alphaMedicine': level,
  'caution.bloodPressureMedicine': level,
  'caution.noTherapist': level,
  'caution.recentEvent': level,
  'caution.suicideScreen': level,
  'caution.age': level,
  'caution.bloodPressure': level,
  'dose.route': { is: 'choice', of: ['sublingual', 'oral'] },
  'dose.units': { is: 'texts' },
  'dose.unitStrengthsMg': { ...mg, is: 'numbers' },
  'dose.residue': { is: 'choice', of: ['swallow', 'spit'] },
  'dose.holdMinutes': minutes,
  'dose.isWeightBased': yesNo,
  'dose.firstMinMg': mg,
  'dose.firstMaxMg': mg,
  'dose.stepMaxMg': mg,
  'dose.absoluteMaxMg': mg,
  'dose.absoluteMaxMgPerKg': measured('mg-per-kg', [0, 20]),
  'dose.minDaysBetweenSteps': days,
  'dose.requiresPrescriberReviewBetweenSteps': yesNo,
  'dose.stepsWithoutImprovementCount': number('steps', [1, 20]),
  'dose.bands': {
    is: 'rows',
    key: 'level',
    keys: CAUTION_LEVELS,
    columns: {
      startMg: mg,
      firstMinMg: mg,
      firstMaxMg: mg,
      stepMaxMg: mg,
      absoluteMaxMg: mg,
      minDaysBetweenSteps: days,
      maxSessions: sessions,
      minDaysBetweenSessions: days,
      reviewAfterSessions: sessions,
      planDays: days,
      reEvaluateAfterDays: days,
      isTherapistRequired: yesNo,
    },
    needs: [],
  },
  'course.maxSessions': sessions,
  'course.minDaysBetweenSessions': days,
  'course.maxMonths': months,
  'course.reviewAfterSessions': sessions,
  'course.planDays': days,
  'course.reEvaluateAfterDays': days,
  'course.maintenanceMinDays': days,
  'course.expiryNoticeDays': days,
  'fasting.foodHours': hours,
  'fasting.clearLiquidsMinutes': minutes,
  'fasting.alcoholHours': hours,
  'fasting.sedativeHours': hours,
  'fasting.cannabisHours': hours,
  'medicines.classes': {
    is: 'rows',
    key: 'class',
    keys: MEDICINE_CLASSES,
    columns: {
      action: { is: 'choice', of: ['block', 'review', 'inform'] },
      holdHours: hours,
      washOutDays: days,
    },
    needs: ['action'],
  },
  'medicines.alphaMedicineFromHours': hours,
  'medicines.alphaMedicineToHours': hours,
  'medicines.reconciledWithinDays': days,
  'refill.maxUnits': number('units-of-supply', [1, 200]),
  'refill.earlyDays': days,
  'refill.blockFromTimes': times,
  'refill.cravingPoints': points(10),
  'refill.cravingTimes': times,
} satisfies Partial<FieldTable>

const readings = {
  'vitals.atHome.reviewSystolicMmHg': pressure,
  'vitals.atHome.holdSystolicMmHg': pressure,
  'vitals.atHome.reviewDiastolicMmHg': pressure,
  'vitals.atHome.holdDiastolicMmHg': pressure,
  'vitals.before.reviewSystolicMmHg': pressure,
  'vitals.before.holdSystolicMmHg': pressure,
  'vitals.before.reviewDiastolicMmHg': pressure,
  'vitals.before.holdDiastolicMmHg': pressure,
  'vitals.before.restMinutes': minutes,
  'vitals.before.holdBelowPulsePerMinute': perMinute,
  'vitals.before.reviewBelowPulsePerMinute': perMinute,
  'vitals.before.reviewAbovePulsePerMinute': perMinute,
  'vitals.before.holdAbovePulsePerMinute': perMinute,
  'vitals.before.reviewBelowOxygenPercent': percent,
  'vitals.before.holdBelowOxygenPercent': percent,
  'vitals.before.holdBelowBreathsPerMinute': perMinute,
  'vitals.before.reviewAboveBreathsPerMinute': perMinute,
  'vitals.before.holdAboveBreathsPerMinute': perMinute,
  'vitals.before.reviewTemperatureCelsius': celsius,
  'vitals.before.holdTemperatureCelsius': celsius,
  'vitals.before.standingFallSystolicMmHg': number('mmHg', [0, 200]),
  'vitals.before.standingBelowSystolicMmHg': pressure,
  'vitals.before.standingFromAgeYears': years,
  'vitals.before.mayGoWithout': {
    is: 'choices',
    of: ['blood-pressure', 'pulse', 'oxygen', 'breathing', 'temperature'],
  },
  'vitals.during.reviewSystolicMmHg': pressure,
  'vitals.during.reviewDiastolicMmHg': pressure,
  'vitals.during.highSystolicMmHg': pressure,
  'vitals.during.highDiastolicMmHg': pressure,
  'vitals.during.lowSystolicMmHg': pressure,
  'vitals.during.repeatMinutes': minutes,
  'vitals.during.pulseFromPerMinute': perMinute,
  'vitals.during.pulseToPerMinute': perMinute,
  'vitals.during.reviewBelowOxygenPercent': percent,
  'vitals.during.emergencyOxygenPercent': percent,
  'vitals.during.personBelowBreathsPerMinute': perMinute,
  'vitals.during.personAboveBreathsPerMinute': perMinute,
  'vitals.during.emergencyBelowBreathsPerMinute': perMinute,
  'vitals.during.emergencyPauseSeconds': seconds,
  'vitals.during.readingAtMinutes': { ...fromDose, is: 'numbers' },
  'vitals.after.highestSystolicMmHg': pressure,
  'vitals.after.highestDiastolicMmHg': pressure,
  'vitals.after.lowestSystolicMmHg': pressure,
  'vitals.after.lowestOxygenPercent': percent,
  'vitals.after.oxygenFallPercent': percent,
} satisfies Partial<FieldTable>

const sessionAndAfter = {
  'fitness.minimumSleepHours': hours,
  'fitness.pregnancyTestMaxAgeHours': hours,
  'session.phases': {
    is: 'rows',
    key: 'phase',
    keys: [
      ...(['eligibility', 'day-of-check', 'preparation', 'dose'] as const),
      ...(['onset', 'peak', 'return', 'recovery'] as const),
    ],
    columns: { fromMinutes: fromDose, toMinutes: fromDose },
    needs: ['fromMinutes', 'toMinutes'],
  },
  'session.lookInEveryMinutes': minutes,
  'session.silence.callSupportPersonMinutes': minutes,
  'session.silence.callClinicianMinutes': minutes,
  'session.silence.emergencyGuidanceMinutes': minutes,
  'session.vomitingTimes': times,
  'session.frozenMinutes': minutes,
  'session.lateSedationAfterMinutes': minutes,
  'session.lateSedationWithinMinutes': minutes,
  'session.minimumObservationMinutes': minutes,
  'session.maximumObservationMinutes': minutes,
  'session.rouseEveryMinutes': minutes,
  'session.readyToEndRecheckMinutes': minutes,
  'session.maximumSyncAgeMinutes': minutes,
  'support.minimumAgeYears': years,
  'support.isSoberRequired': yesNo,
  'support.staysHours': hours,
  'drive.rule': { is: 'choice', of: ['next-day-after-sleep'] },
  'drive.notBeforeHours': hours,
  'escalation.tiers': {
    is: 'rows',
    key: 'whom',
    keys: ['clinician-on-duty', 'prescriber', 'backup', 'coordinator'],
    columns: { afterMinutes: minutes },
    needs: ['afterMinutes'],
    orderedBy: 'afterMinutes',
  },
  'escalation.helpAnsweredSeconds': seconds,
  'escalation.suicideAnsweredSeconds': seconds,
  'escalation.dutyPhone': { is: 'text' },
  'escalation.watchedCoordinatorHours': hours,
  'escalation.watchedClinicianHours': hours,
  'escalation.watchedAfterScreenDays': days,
  'escalation.nudgeHours': hours,
  'escalation.coordinatorHours': hours,
  'escalation.clinicianHours': hours,
  'integration.windowFromHours': hours,
  'integration.windowToHours': hours,
  'integration.isTherapyEssential': yesNo,
  'monitoring.altReviewTimesUpperLimit': timesUpperLimit,
  'monitoring.altHoldTimesUpperLimit': timesUpperLimit,
  'monitoring.liverEveryMonths': months,
  'monitoring.bladderEveryMonths': months,
  'monitoring.substanceEveryMonths': months,
  'monitoring.homeBloodPressureEveryMonths': months,
  'monitoring.missedCheckIns': times,
  'monitoring.unrealLongerThanHours': hours,
  'schedule.questionsOnSessionDay': number('questions', [0, 100]),
  'schedule.questionsPerDayInWatch': number('questions', [0, 100]),
  'schedule.heavyScalesPerWeek': number('scales', [0, 20]),
} satisfies Partial<FieldTable>

export const FIELDS: FieldTable = {
  ...medicineAndCourse,
  ...startAndQuestionnaires,
  ...readings,
  ...sessionAndAfter,
}

export const fieldAt = (path: LimitPath): AnyField => FIELDS[path]

/** Every field, in the order a protocol is read. */
export const LIMIT_PATHS: readonly LimitPath[] = Object.keys(FIELDS).filter(isLimitPath)

export function isLimitPath(path: string): path is LimitPath {
  return Object.hasOwn(FIELDS, path)
}
