/** Blood pressure as it is written: two numbers that belong together. */
import { numberOf, type Told } from './question.ts'

/**
 * The lower number is not below the upper one: which of the two was written wrong, nobody can say. One alone is not judged.
 *
 * Sign-off: docs/clinical/intake.md
 */
export function cannotBe(
  [upper, lower]: readonly [upper: string, lower: string],
  told: Told | undefined,
): boolean {
  const [above, below] = [numberOf(told, upper), numberOf(told, lower)]
  return above !== undefined && below !== undefined && above <= below
}
