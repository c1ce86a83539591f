/**
 * The units somebody says were taken, held against the plan's.
 *
 * Source: rule D10. Sign-off: docs/clinical/session.md
 */
import type { PlanValues } from '../plan/shape.ts'

/** Units of one dose by the signed plan. Rounding of the division is no part of it. */
export function unitsOf({ doseMg, unitStrengthMg }: Pick<PlanValues, 'doseMg' | 'unitStrengthMg'>): number {
  const units = doseMg / unitStrengthMg
  const whole = Math.round(units)
  return Math.abs(units - whole) <= Number.EPSILON * units ? whole : units
}

/**
 * @param planned missing where nobody knows the plan: then no number is the planned one
 * @returns `more`: more whole units than the plan's, part of a unit counted as one
 */
export function againstPlan(units: number, planned: number | undefined): 'as-planned' | 'more' | 'other' {
  if (units === planned) return 'as-planned'
  return planned !== undefined && units > Math.ceil(planned) ? 'more' : 'other'
}
