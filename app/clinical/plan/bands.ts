/**
 * The signed numbers that hold at one level of caution.
 *
 * A number is signed for this level, or for everybody. Where both are there, or a less careful level has a
 * stricter one, the strictest holds: a careful plan is never looser than a less careful one.
 * Source and sign-off: docs/clinical/plan.md
 */

import { CAUTION_LEVELS, type CautionLevel, type DoseBand } from '../protocol/course.ts'
import { type Limits, limitAt, type NumberPath } from '../protocol.ts'

type Stricter = 'lower' | 'higher'

/** Where a number stands for everybody, and which way is strict. A first dose begins at no number for everybody. */
const NUMBERS = {
  startMg: { base: undefined, strict: 'lower', isWhole: false },
  firstMaxMg: { base: 'dose.firstMaxMg', strict: 'lower', isWhole: false },
  stepMaxMg: { base: 'dose.stepMaxMg', strict: 'lower', isWhole: false },
  absoluteMaxMg: { base: 'dose.absoluteMaxMg', strict: 'lower', isWhole: false },
  minDaysBetweenSteps: { base: 'dose.minDaysBetweenSteps', strict: 'higher', isWhole: true },
  maxSessions: { base: 'course.maxSessions', strict: 'lower', isWhole: true },
  minDaysBetweenSessions: { base: 'course.minDaysBetweenSessions', strict: 'higher', isWhole: true },
  reviewAfterSessions: { base: 'course.reviewAfterSessions', strict: 'lower', isWhole: true },
  planDays: { base: 'course.planDays', strict: 'lower', isWhole: true },
  reEvaluateAfterDays: { base: 'course.reEvaluateAfterDays', strict: 'lower', isWhole: true },
} as const satisfies Record<string, { base: NumberPath | undefined; strict: Stricter; isWhole: boolean }>

export type BandNumber = keyof typeof NUMBERS

/** A signed number and where it stands; or where it would have to stand. */
export type Signed = { isSigned: true; value: number; path: string } | { isSigned: false; path: string }

const bandPath = (level: CautionLevel, name: string): string => `dose.bands.${level}.${name}`

/** The strictest number at this level. What is signed for a less careful level alone does not hold here. */
export function bandNumber(name: BandNumber, level: CautionLevel, limits: Limits): Signed {
  const { base } = NUMBERS[name]
  const forAll = base === undefined ? [] : numbersAt(name, base, limitAt(limits, base))
  const own = ofLevel(name, level, limits)
  const [first, ...others] = [...own, ...forAll]
  if (first === undefined) return { isSigned: false, path: base ?? bandPath(level, name) }
  const lessCareful = CAUTION_LEVELS.slice(0, CAUTION_LEVELS.indexOf(level))
  const strictest = [...others, ...lessCareful.flatMap((other) => ofLevel(name, other, limits))].reduce(
    (best, one) => (isStricter(name, one.value, best.value) ? one : best),
    first,
  )
  return { isSigned: true, ...strictest }
}

const isStricter = (name: BandNumber, value: number, than: number): boolean =>
  NUMBERS[name].strict === 'lower' ? value < than : value > than

type Placed = { value: number; path: string }

/** A level signed twice is as strict as the stricter of the two. */
const ofLevel = (name: BandNumber, level: CautionLevel, limits: Limits): Placed[] =>
  bandsOf(level, limits).flatMap((band) => numbersAt(name, bandPath(level, name), band[name]))

const bandsOf = (level: CautionLevel, limits: Limits): readonly DoseBand[] =>
  (limitAt(limits, 'dose.bands') ?? []).filter((band) => band.level === level)

/** What cannot be such a number was signed by nobody: below nothing, without end, half a session. */
function numbersAt(name: BandNumber, path: string, value: number | undefined): Placed[] {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return []
  return NUMBERS[name].isWhole && !Number.isInteger(value) ? [] : [{ value, path }]
}

/** Whether therapy is essential at this level: for everybody, here, or at a less careful level. */
export function isTherapyEssential(
  level: CautionLevel,
  limits: Limits,
): { value: boolean | undefined; path: string } {
  const base = 'integration.isTherapyEssential'
  const upTo = CAUTION_LEVELS.slice(0, CAUTION_LEVELS.indexOf(level) + 1).reverse()
  const placed = [
    ...upTo.flatMap((one) =>
      bandsOf(one, limits).map((band) => ({
        level: one,
        value: band.isTherapistRequired,
        path: bandPath(one, 'isTherapistRequired'),
      })),
    ),
    { level, value: limitAt(limits, base), path: base },
  ]
  return (
    placed.find(({ value }) => value === true) ??
    placed.find((one) => one.level === level && one.value === false) ?? { value: undefined, path: base }
  )
}
