/** Questionnaires that decide something and add nothing up. */
import { missing, missingCount } from './answers.ts'
import type { Answers, Item, ScoreResult } from './instrument.ts'

/**
 * The result of a questionnaire without a score. With answers missing it is `incomplete` when the readings are
 * settled all the same, and `undetermined` when they hang on what is missing.
 */
export function decided<Readings extends object>(
  items: readonly Item[],
  answers: Answers,
  readings: Readings,
  isSettled: boolean,
): ScoreResult<null, Readings> {
  const gaps = missing(items, answers)
  if (missingCount(gaps) === 0) return { ...readings, status: 'complete', score: null }
  return { ...readings, status: isSettled ? 'incomplete' : 'undetermined', ...gaps }
}
