/** Limits that cannot both be meant. A protocol that contradicts itself is not signed. */
import { type LimitAt, type Limits, limitAt, type NumberPath } from '../protocol.ts'
import { CAUTION_LEVELS, type DoseBand } from './course.ts'
import type { Place } from './places.ts'

/** What stands at `low` is not above what stands at `high`. */
export type Contradiction = { low: Place; high: Place }

/** The first of each pair is never above the second. What nobody signed contradicts nothing. */
const IN_ORDER: readonly (readonly [low: NumberPath, high: NumberPath])[] = [
  ['dose.firstMinMg', 'dose.firstMaxMg'],
  ['dose.firstMaxMg', 'dose.absoluteMaxMg'],
  ['course.reviewAfterSessions', 'course.maxSessions'],
  ['course.reEvaluateAfterDays', 'course.planDays'],
  ['medicines.alphaMedicineFromHours', 'medicines.alphaMedicineToHours'],
  ['intake.plausibleWeightFromKg', 'intake.plausibleWeightToKg'],
  ['intake.plausibleHeightFromCm', 'intake.plausibleHeightToCm'],
  ['instruments.pcl5.cutOffTotal', 'instruments.pcl5.severeTotal'],
  ['instruments.pcl5.meaningfulChangePoints', 'instruments.pcl5.reliableChangePoints'],
  ['instruments.dssB.repeatedRisePoints', 'instruments.dssB.risePoints'],
  ['instruments.auditC.adviseTotalOthers', 'instruments.auditC.adviseTotalMen'],
  ['instruments.auditC.adviseTotalMen', 'instruments.auditC.reviewTotal'],
  ['instruments.suds.groundingPoints', 'instruments.suds.personNowPoints'],
  ['instruments.suds.recheckMinutes', 'instruments.suds.reliefWithinMinutes'],
  ['vitals.atHome.reviewSystolicMmHg', 'vitals.atHome.holdSystolicMmHg'],
  ['vitals.atHome.reviewDiastolicMmHg', 'vitals.atHome.holdDiastolicMmHg'],
  ['vitals.before.reviewSystolicMmHg', 'vitals.before.holdSystolicMmHg'],
  ['vitals.before.reviewDiastolicMmHg', 'vitals.before.holdDiastolicMmHg'],
  ['vitals.before.holdBelowPulsePerMinute', 'vitals.before.reviewBelowPulsePerMinute'],
  ['vitals.before.reviewBelowPulsePerMinute', 'vitals.before.reviewAbovePulsePerMinute'],
  ['vitals.before.reviewAbovePulsePerMinute', 'vitals.before.holdAbovePulsePerMinute'],
  ['vitals.before.holdBelowOxygenPercent', 'vitals.before.reviewBelowOxygenPercent'],
  ['vitals.before.holdBelowBreathsPerMinute', 'vitals.before.reviewAboveBreathsPerMinute'],
  ['vitals.before.reviewAboveBreathsPerMinute', 'vitals.before.holdAboveBreathsPerMinute'],
  ['vitals.before.reviewTemperatureCelsius', 'vitals.before.holdTemperatureCelsius'],
  ['vitals.during.lowSystolicMmHg', 'vitals.during.reviewSystolicMmHg'],
  ['vitals.during.reviewSystolicMmHg', 'vitals.during.highSystolicMmHg'],
  ['vitals.during.reviewDiastolicMmHg', 'vitals.during.highDiastolicMmHg'],
  ['vitals.during.pulseFromPerMinute', 'vitals.during.pulseToPerMinute'],
  ['vitals.during.emergencyOxygenPercent', 'vitals.during.reviewBelowOxygenPercent'],
  ['vitals.during.emergencyBelowBreathsPerMinute', 'vitals.during.personBelowBreathsPerMinute'],
  ['vitals.during.personBelowBreathsPerMinute', 'vitals.during.personAboveBreathsPerMinute'],
  ['vitals.after.lowestSystolicMmHg', 'vitals.after.highestSystolicMmHg'],
  ['session.silence.callSupportPersonMinutes', 'session.silence.callClinicianMinutes'],
  ['session.silence.callClinicianMinutes', 'session.silence.emergencyGuidanceMinutes'],
  ['session.minimumObservationMinutes', 'session.maximumObservationMinutes'],
  ['escalation.watchedCoordinatorHours', 'escalation.watchedClinicianHours'],
  ['escalation.nudgeHours', 'escalation.coordinatorHours'],
  ['escalation.coordinatorHours', 'escalation.clinicianHours'],
  ['integration.windowFromHours', 'integration.windowToHours'],
  ['monitoring.altReviewTimesUpperLimit', 'monitoring.altHoldTimesUpperLimit'],
]

/** Which way is stricter, from one level of caution to a more careful one. */
const STRICTER: Partial<Record<keyof DoseBand, 'lower' | 'higher'>> = {
  startMg: 'lower',
  firstMaxMg: 'lower',
  stepMaxMg: 'lower',
  absoluteMaxMg: 'lower',
  maxSessions: 'lower',
  reviewAfterSessions: 'lower',
  planDays: 'lower',
  reEvaluateAfterDays: 'lower',
  minDaysBetweenSteps: 'higher',
  minDaysBetweenSessions: 'higher',
}

/** The order within one level. */
const WITHIN_BAND = [
  ['firstMinMg', 'startMg'],
  ['startMg', 'firstMaxMg'],
  ['firstMinMg', 'firstMaxMg'],
  ['firstMaxMg', 'absoluteMaxMg'],
] as const

/** Every contradiction, in the order a protocol is read. */
export function contradictions(limits: Limits): Contradiction[] {
  const plain = IN_ORDER.filter(([low, high]) => isAbove(limitAt(limits, low), limitAt(limits, high))).map(
    ([low, high]) => ({ low: { path: low }, high: { path: high } }),
  )
  const bands = limitAt(limits, 'dose.bands') ?? []
  return [...plain, ...bands.flatMap(within), ...levels(bands), ...phases(limits)]
}

const isAbove = (low: unknown, high: unknown): boolean =>
  typeof low === 'number' && typeof high === 'number' && low > high

const bandPlace = ({ level }: DoseBand, column: string): Place => ({ path: 'dose.bands', row: level, column })

const within = (band: DoseBand): Contradiction[] =>
  WITHIN_BAND.filter(([low, high]) => isAbove(band[low], band[high])).map(([low, high]) => ({
    low: bandPlace(band, low),
    high: bandPlace(band, high),
  }))

/** A level more careful than another may only be equal or stricter. */
function levels(bands: LimitAt<'dose.bands'>): Contradiction[] {
  const inOrder = CAUTION_LEVELS.flatMap((level) => bands.find((band) => band.level === level) ?? [])
  return inOrder.flatMap((careful, i) =>
    Object.entries(STRICTER).flatMap(([column, strict]) => {
      const name = column as keyof DoseBand
      // The nearest that has such a number: a level that leaves it out is as the one before.
      const usual = inOrder.slice(0, i).findLast((band) => band[name] !== undefined)
      if (!usual) return []
      const [low, high] = strict === 'lower' ? [careful, usual] : [usual, careful]
      return isAbove(low[name], high[name])
        ? [{ low: bandPlace(low, name), high: bandPlace(high, name) }]
        : []
    }),
  )
}

const phases = (limits: Limits): Contradiction[] =>
  (limitAt(limits, 'session.phases') ?? [])
    .filter(({ fromMinutes, toMinutes }) => isAbove(fromMinutes, toMinutes))
    .map(({ phase }) => ({
      low: { path: 'session.phases', row: phase, column: 'fromMinutes' },
      high: { path: 'session.phases', row: phase, column: 'toMinutes' },
    }))
