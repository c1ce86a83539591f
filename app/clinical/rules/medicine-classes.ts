import type { MedicineClass } from '../protocol/course.ts'
import { type Limits, limitAt } from '../protocol.ts'
import type { Condition } from './condition.ts'

/**
 * Medicines of a class to which the signed protocol gives this action. A class it says nothing about is unknown:
 * nobody has decided what it means here.
 */
export function hasClassFor(
  action: 'block' | 'review',
  name: string,
  classes: readonly MedicineClass[] | undefined,
  limits: Limits,
): Condition {
  if (classes === undefined)
    return { holds: undefined, evidence: { [name]: undefined }, missing: [{ kind: 'fact', name }] }
  const signed = limitAt(limits, 'medicines.classes') ?? []
  const actionOf = (taken: MedicineClass) => signed.find((entry) => entry.class === taken)?.action
  const found = classes.filter((taken) => actionOf(taken) === action)
  if (found.length > 0) return { holds: true, evidence: { [name]: found.join(', ') }, missing: [] }
  const unsigned = classes.filter((taken) => actionOf(taken) === undefined)
  if (unsigned.length === 0) return { holds: false, evidence: {}, missing: [] }
  return {
    holds: undefined,
    evidence: { [name]: unsigned.join(', ') },
    missing: [{ kind: 'limit', name: 'medicines.classes' }],
  }
}
