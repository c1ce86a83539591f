/** How an invented person answers a questionnaire. */
import type { Answers, Instrument } from '../../app/clinical/instruments/instrument.ts'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { phq9 } from '../../app/clinical/instruments/phq9.ts'

/** Answers that add up to `total` (0 to 80), uneven as people’s answers are. */
export function answersAdding(total: number, turn: number, { items }: Instrument<unknown> = pcl5): Answers {
  const values = items.map(() => Math.floor(total / items.length))
  let left = total - values.reduce((sum, value) => sum + value, 0)
  for (let i = 0; left > 0; i++, left--) {
    const at = (i * 7 + turn * 3) % values.length
    values[at] = (values[at] ?? 0) + 1
  }
  // One up and one down keeps the sum, and no row looks ruled.
  for (let i = 0; i + 1 < values.length; i += 3) {
    const [up, down] = [values[i] ?? 0, values[i + 1] ?? 0]
    if (up < 4 && down > 0) {
      values[i] = up + 1
      values[i + 1] = down - 1
    }
  }
  return Object.fromEntries(items.map(({ linkId }, i) => [linkId, values[i]]))
}

/** The first questions answered, some skipped, the rest never reached. */
export const answersStopping = ({ answered, skipped }: { answered: number; skipped: number }): Answers =>
  Object.fromEntries(
    pcl5.items.flatMap(({ linkId }, i): [string, number | 'skipped'][] => {
      if (i < answered) return [[linkId, (i % 3) + 1]]
      return i < answered + skipped ? [[linkId, 'skipped']] : []
    }),
  )

/** Some low days, and no thought of not living. */
export const LOW_DAYS: Answers = Object.fromEntries(
  phq9.items.map(({ linkId }, i): [string, number] => [linkId, i < 8 ? 1 : 0]),
)

/** No to each question of the suicide screen; the last is not asked then. */
export const NO_SUCH_THOUGHTS: Answers = { 'asq-01': 0, 'asq-02': 0, 'asq-03': 0, 'asq-04': 0 }
