/**
 * Ketamine Side Effect Tool (KSET): a structured record of side effects, without a total or a cut-off. Each is
 * kept as none 0, mild 1, moderate 2 or severe 3. Which effects are asked comes with the licensed text.
 *
 * Source, licence and sign-off: docs/clinical/kset.md
 */
import { given } from './answers.ts'
import { decided } from './decision.ts'
import { type Instrument, type Item, upTo } from './instrument.ts'
import { type Truth, truth } from './truth.ts'

export type SideEffect = {
  name: string
  /** Looked at from the mildest on: blood in the urine, loss of sight, craving. */
  isLookedAtFromMild?: true
}

export type KsetReadings = {
  /** Something a clinician looks at: anything severe, or any of those looked at from mild. */
  needsReview: Truth
  /** Which, by `linkId`. */
  toReview: string[]
}

/** The effects that are looked at from the mildest on. A text without one of them is not taken. */
export const LOOKED_AT_FROM_MILD: readonly string[] = ['blood-in-urine', 'loss-of-sight', 'craving']

const MILD = 1
const SEVERE = 3

/**
 * The instrument for the effects a practice has loaded. With none loaded it is the empty slot: every response to
 * it is undetermined, never clear.
 */
export function ksetOf(effects: readonly SideEffect[]): Instrument<null, KsetReadings> {
  const items = effects.map(({ name }): Item => ({ linkId: `kset-${name}`, values: upTo(SEVERE) }))
  const reviewFrom = effects.map(({ isLookedAtFromMild }) => (isLookedAtFromMild ? MILD : SEVERE))
  return {
    code: 'kset',
    version: '1.0.0',
    recall: 'since-last-contact',
    source: 'docs/clinical/kset.md',
    items,
    score: (answers) => {
      const levels = items.map((item) => given(item, answers))
      const toReview = items
        .filter((_, i) => (levels[i] ?? 0) >= (reviewFrom[i] ?? SEVERE))
        .map(({ linkId }) => linkId)
      const isOpen = items.length === 0 || levels.includes(undefined)
      const needsReview = truth(toReview.length > 0 ? true : isOpen ? undefined : false)
      const readings = { needsReview, toReview }
      if (items.length === 0)
        return { ...readings, status: 'undetermined', skipped: [], notReached: [], invalid: [] }
      return decided(items, answers, readings, needsReview !== 'undetermined')
    },
  }
}

/** As shipped: no text, so no questions. */
export const kset = ksetOf([])
