import type { RuleId } from './all.ts'

/**
 * Parts of rules that nothing in the house tells today: what such a fact stands at wherever the rule is judged.
 *
 * Such a part never fires, and its count of findings says nothing about anybody. Whoever makes the facts takes the
 * constant from here; `undefined` is a fact nobody makes. Why each is so, in words: `app/content/en/rules-page.ts`.
 * `tests/facts-told.test.ts` holds the list against what rules read and what is made.
 */
export const TOLD_BY_NOTHING = {
  A03: { saysCrisisWords: false },
  B11: { pq16Count: 'not-loaded' },
  C01: { cssrsLevel: 'not-loaded', cssrsItemsSkipped: 'not-loaded' },
  D03: { hasBreathingPauses: false, longestPauseSeconds: 0 },
  D15: { isQuestionnaireRequested: false },
  E06: { cssrsLevel: 'not-loaded', cssrsItemsSkipped: 'not-loaded' },
  F07: { icsiTotal: 'not-loaded', icsiBaseline: 'not-loaded' },
} as const satisfies Partial<Record<RuleId, Readonly<Record<string, unknown>>>>

export type PartlyToldRule = keyof typeof TOLD_BY_NOTHING

export const isPartlyTold = (id: RuleId): id is PartlyToldRule => Object.hasOwn(TOLD_BY_NOTHING, id)

/** In the order of the programme. */
export const PARTLY_TOLD = Object.keys(TOLD_BY_NOTHING) as PartlyToldRule[]

/** By their names. */
export const untoldFacts = (id: PartlyToldRule): readonly string[] => Object.keys(TOLD_BY_NOTHING[id])
