/**
 * What was measured last, and whether a session may end on it.
 *
 * The list before the end says that pressure, oxygen and distress are as the protocol wants them; here they are
 * compared with it. A reading the protocol asks for and nobody took is not a good one.
 * Source: I-16 of docs/clinical/rules.md. Sign-off: docs/clinical/session.md
 */
import type { VitalLimits } from '../protocol/vitals.ts'
import { type Limits, limitAt } from '../protocol.ts'
import type { SessionEvent } from './events.ts'

/** The signed numbers of the end. `readingAtMinutes`: minutes after the dose when a reading is due. */
export type EndingLimits = NonNullable<VitalLimits['after']> & {
  readyToEndPoints?: number
  readingAtMinutes?: readonly number[]
  mayGoWithout?: NonNullable<VitalLimits['before']>['mayGoWithout']
}

/** @param limits the signed protocol's, with the plan's own minutes for readings */
export function endingLimits(limits: Limits): EndingLimits {
  const readyToEndPoints = limitAt(limits, 'instruments.suds.readyToEndPoints')
  const readingAtMinutes = limitAt(limits, 'vitals.during.readingAtMinutes')
  const mayGoWithout = limitAt(limits, 'vitals.before.mayGoWithout')
  return {
    ...limits.vitals?.after,
    ...(readyToEndPoints !== undefined && { readyToEndPoints }),
    ...(readingAtMinutes && { readingAtMinutes }),
    ...(mayGoWithout && { mayGoWithout }),
  }
}

/** Nobody goes on without these; who goes without a reading is in `mayGoWithout`, or nobody is. */
export const ENDING_NUMBERS = [
  ...(['highestSystolicMmHg', 'highestDiastolicMmHg', 'lowestSystolicMmHg'] as const),
  ...(['lowestOxygenPercent', 'oxygenFallPercent', 'readyToEndPoints', 'readingAtMinutes'] as const),
] as const satisfies readonly (keyof EndingLimits)[]

/**
 * The latest of each since something was last swallowed; oxygen also from before the dose. `minutes`: since then, as
 * far as they are certain.
 */
export type Latest = {
  pressure?: { minutes: number; systolicMmHg: number; diastolicMmHg: number }
  oxygen?: { minutes: number; percent: number }
  distress?: { minutes: number; points: number }
  oxygenBeforePercent?: number
}

/** Of all logs, and of those that verify: a good reading counts only where both are good. */
export type Measured = { any: Latest; verified: Latest }

export const NOTHING_MEASURED: Measured = { any: {}, verified: {} }

type Circumstances = {
  /** Missing before the dose: then only what is the person's own is kept. */
  minutes: number | undefined
  isVerified: boolean
}

export function measuredWith(
  { any, verified }: Measured,
  event: SessionEvent,
  { minutes, isVerified }: Circumstances,
): Measured {
  const noted = (latest: Latest) => latestWith(latest, event, minutes)
  return { any: noted(any), verified: isVerified ? noted(verified) : verified }
}

function latestWith(latest: Latest, { what }: SessionEvent, minutes: number | undefined): Latest {
  if (what.kind === 'distress')
    return minutes === undefined ? latest : { ...latest, distress: { minutes, points: what.points } }
  if (what.kind !== 'vitals') return latest
  const { oxygenPercent: percent } = what.readings
  if (minutes === undefined)
    return percent === undefined ? latest : { ...latest, oxygenBeforePercent: percent }
  const pressure = pressureIn(what.readings)
  return {
    ...latest,
    ...(pressure && { pressure: { minutes, ...pressure } }),
    ...(percent !== undefined && { oxygen: { minutes, percent } }),
  }
}

/** Both numbers, the upper above the lower. Anything else was written wrong, and is no reading. Source: S-5 */
export function pressureIn({ systolicMmHg, diastolicMmHg }: Readonly<Record<string, number>>) {
  const isWhole = systolicMmHg !== undefined && diastolicMmHg !== undefined && systolicMmHg > diastolicMmHg
  return isWhole ? { systolicMmHg, diastolicMmHg } : undefined
}

/** Something was swallowed: what is measured counts from here. What was the person's own before all of it stays. */
export const measuredAnew = ({ any, verified }: Measured): Measured => ({
  any: ownOf(any),
  verified: ownOf(verified),
})
const ownOf = ({ oxygenBeforePercent }: Latest): Latest =>
  oxygenBeforePercent === undefined ? {} : { oxygenBeforePercent }

export type NotWell =
  | 'not-signed'
  | 'readings-outside'
  | 'distress-high'
  | 'readings-missing'
  | 'distress-missing'

/**
 * Why a session may not end on what was measured, the strongest first; undefined when it may.
 *
 * The reading that was due last has been taken at its minute or after it, and distress was asked since then.
 *
 * @param minutes since something was last swallowed, as far as they are certain
 */
export function notWell(
  { any, verified }: Measured,
  limits: EndingLimits,
  minutes: number,
): NotWell | undefined {
  if (ENDING_NUMBERS.some((name) => limits[name] === undefined)) return 'not-signed'
  const due = Math.max(0, ...(limits.readingAtMinutes ?? []).filter((minute) => minute <= minutes))
  const found = [any, verified].flatMap((latest) => [
    ...readingsNotWell(latest, limits, due),
    ...distressNotWell(latest, limits, due),
  ])
  return STRONGEST_FIRST.find((why) => found.includes(why))
}

const STRONGEST_FIRST = ['readings-outside', 'distress-high', 'readings-missing', 'distress-missing'] as const

function readingsNotWell(
  { pressure, oxygen, oxygenBeforePercent }: Latest,
  limits: EndingLimits,
  due: number,
): NotWell[] {
  const { highestSystolicMmHg, highestDiastolicMmHg, lowestSystolicMmHg, mayGoWithout = [] } = limits
  const isPressureOutside =
    pressure !== undefined &&
    !(
      within(pressure.systolicMmHg, lowestSystolicMmHg, highestSystolicMmHg) &&
      within(pressure.diastolicMmHg, 0, highestDiastolicMmHg)
    )
  const lowest = lowestOxygen(limits, oxygenBeforePercent)
  const isOxygenOutside =
    oxygen !== undefined && oxygen.percent < (lowest ?? limits.lowestOxygenPercent ?? Number.NaN)
  const isNeeded = (reading: 'blood-pressure' | 'oxygen') => !mayGoWithout.includes(reading)
  const isPressureMissing = isNeeded('blood-pressure') && !(pressure && pressure.minutes >= due)
  const isOxygenMissing = isNeeded('oxygen') && !(oxygen && lowest !== undefined && oxygen.minutes >= due)
  return [
    ...(isPressureOutside || isOxygenOutside ? ['readings-outside' as const] : []),
    ...(isPressureMissing || isOxygenMissing ? ['readings-missing' as const] : []),
  ]
}

const within = (value: number, from = Number.NaN, to = Number.NaN): boolean => value >= from && value <= to

/**
 * The lowest oxygen a session may end on: the signed one, and no more under the person's own than signed.
 *
 * @returns undefined where the person's own is not known, though nobody may go without
 */
export function lowestOxygen(
  { lowestOxygenPercent, oxygenFallPercent, mayGoWithout = [] }: EndingLimits,
  ownPercent: number | undefined,
): number | undefined {
  if (lowestOxygenPercent === undefined || oxygenFallPercent === undefined) return undefined
  if (ownPercent === undefined) return mayGoWithout.includes('oxygen') ? lowestOxygenPercent : undefined
  return Math.max(lowestOxygenPercent, ownPercent - oxygenFallPercent)
}

function distressNotWell(
  { distress }: Latest,
  { readyToEndPoints = Number.NaN }: EndingLimits,
  due: number,
): NotWell[] {
  if (distress !== undefined && !(distress.points <= readyToEndPoints)) return ['distress-high']
  return distress !== undefined && distress.minutes >= due ? [] : ['distress-missing']
}
