import { isStopped } from '../../clinical/enrolment.ts'
import type { Wish } from '../../records/enrolments.ts'
import type { OwnStep } from '../../records/own-steps.ts'
import type { Way } from '../../records/way.ts'
import type { Clockface } from '../../system/time.ts'
import type { ToldView } from '../../ui/told.tsx'

/** Whether where they stand is a break, or having left, by their own step: nothing is said of another's. */
export const isOwnStep = ({ state, steps }: Way): boolean =>
  isStopped(state) && steps.at(-1)?.as === 'patient'

/** What became of it. */
export function ownStepTold(way: Way, told: OwnStep | undefined, face: Clockface): ToldView | undefined {
  if (!isOwnStep(way) || !told || told.at < (way.steps.at(-1)?.askedAt ?? way.since)) return undefined
  return toldView(told, face)
}

/** What became of what they wished for, which is not taken yet. */
export const wishTold = (wish: Wish, told: OwnStep | undefined, face: Clockface): ToldView | undefined =>
  told && told.at >= wish.at ? toldView(told, face) : undefined

function toldView(told: OwnStep, face: Clockface): ToldView {
  return {
    sentAt: face.instant(told.at),
    seen: told.seen && { by: told.seen.by, at: face.instant(told.seen.at) },
    isOutsideCover: !told.isInCover,
  }
}
