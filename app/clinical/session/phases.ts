/**
 * Where a session is by the clock after the dose, and what a stop asks for there.
 *
 * The minutes are limits of the signed protocol. Source: P-3 of docs/clinical/rules.md.
 * Sign-off: docs/clinical/session.md
 */
import type { DoseLimits } from '../protocol/course.ts'
import type { SessionLimits } from '../protocol/session.ts'
import { ENDING_NUMBERS, type EndingLimits } from './ending.ts'

/**
 * The limits a session runs by, pinned when it becomes ready. `plannedUnits`: what the signed plan says is taken.
 */
export type SessionNumbers = Pick<
  SessionLimits,
  'phases' | 'lookInEveryMinutes' | 'silence' | 'minimumObservationMinutes' | 'maximumObservationMinutes'
> &
  Pick<DoseLimits, 'holdMinutes'> & { plannedUnits?: number; ending?: EndingLimits }

/** What nobody signed of what a session needs. As long as there is any, no session becomes ready. */
export function unsignedNumbers(numbers: SessionNumbers): string[] {
  const needed: Record<string, unknown> = {
    plannedUnits: numbers.plannedUnits,
    holdMinutes: numbers.holdMinutes,
    lookInEveryMinutes: numbers.lookInEveryMinutes,
    minimumObservationMinutes: numbers.minimumObservationMinutes,
    maximumObservationMinutes: numbers.maximumObservationMinutes,
    'silence.callSupportPersonMinutes': numbers.silence?.callSupportPersonMinutes,
    'silence.callClinicianMinutes': numbers.silence?.callClinicianMinutes,
    'silence.emergencyGuidanceMinutes': numbers.silence?.emergencyGuidanceMinutes,
  }
  for (const phase of AFTER_DOSE)
    needed[`phases.${phase}`] = numbers.phases?.find((signed) => signed.phase === phase)?.fromMinutes
  for (const name of ENDING_NUMBERS) needed[`ending.${name}`] = numbers.ending?.[name]
  return Object.keys(needed).filter((name) => needed[name] === undefined)
}

/** The signed phases after the dose, in their order, and what the session is called in each. */
const AFTER_DOSE = ['dose', 'onset', 'peak', 'return', 'recovery'] as const
const PLACES = {
  dose: 'dosed',
  onset: 'onset',
  peak: 'peak',
  return: 'returning',
  recovery: 'recovering',
} as const
export type PlaceAfterDose = (typeof PLACES)[(typeof AFTER_DOSE)[number]]

/**
 * The place in the session by minutes since the dose. Where signed phases overlap, the later one holds; where
 * there is a hole, the one before it goes on. Without any signed phase: `recovering`, watched with the lights on.
 */
export function placeAfterDose(minutes: number, { phases = [] }: SessionNumbers): PlaceAfterDose {
  const isSigned = phases.some(({ phase }) => AFTER_DOSE.some((name) => name === phase))
  if (!isSigned) return 'recovering'
  const begun = AFTER_DOSE.filter((name) =>
    phases.some(({ phase, fromMinutes }) => phase === name && minutes >= fromMinutes),
  )
  return PLACES[begun.at(-1) ?? 'dose']
}

/**
 * What a stop asks for. `nothing`: no reason, no cost. `spit-and-rinse`: what is left in the mouth comes out, and
 * the time is told; then as later. `lights-on`: lights on, music off, watched until steady.
 */
export type AfterStop = 'nothing' | 'spit-and-rinse' | 'lights-on'

/**
 * @param minutesSinceDose undefined before the dose. Less than none at all (a clock that went back) counts as none.
 * @returns spitting out for as long as the dose is held, the last minute included; without a signed number, always
 */
export function afterStop(minutesSinceDose: number | undefined, { holdMinutes }: SessionNumbers): AfterStop {
  if (minutesSinceDose === undefined) return 'nothing'
  return holdMinutes === undefined || minutesSinceDose <= holdMinutes ? 'spit-and-rinse' : 'lights-on'
}
