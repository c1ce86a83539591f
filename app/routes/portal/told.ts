import type { EnrolmentState } from '../../clinical/enrolment.ts'
import type { OwnStep } from '../../records/own-steps.ts'
import type { Way } from '../../records/way.ts'
import type { Clockface } from '../../system/time.ts'
import type { ToldView } from '../../ui/told.tsx'

const STOPPED: readonly EnrolmentState[] = ['paused', 'discharged']

/** Whether where they stand is a break, or having left, by their own step: nothing is said of another's. */
export const isOwnStep = ({ state, steps }: Way): boolean =>
  STOPPED.includes(state) && steps.at(-1)?.as === 'patient'

/** What became of it. */
export function ownStepTold(way: Way, told: OwnStep | undefined, face: Clockface): ToldView | undefined {
  if (!isOwnStep(way) || !told || told.at < way.since) return undefined
  return {
    sentAt: face.instant(told.at),
    seen: told.seen && { by: told.seen.by, at: face.instant(told.seen.at) },
    isOutsideCover: !told.isInCover,
  }
}
