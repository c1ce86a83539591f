/** Hours that are signed between the last one of a class and a dose. Page: docs/clinical/medicines.md. */
import type { MedicineClass } from '../protocol/course.ts'
import { type Limits, limitAt } from '../protocol.ts'

/**
 * The signed hours; where a class stands twice, the longer ones. A line left blank signs none: 0.
 *
 * @returns undefined where nobody signed anything about the class
 */
export function holdHoursOf(ofClass: MedicineClass, limits: Limits): number | undefined {
  const entries = (limitAt(limits, 'medicines.classes') ?? []).filter((entry) => entry.class === ofClass)
  return entries.length === 0 ? undefined : Math.max(...entries.map(({ holdHours }) => holdHours ?? 0))
}
