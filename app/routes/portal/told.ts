import type { Way } from '../../records/way.ts'
import type { Clockface } from '../../system/time.ts'
import type { ToldView } from '../../ui/told.tsx'

/** What became of a break, or of leaving, that was the person's own step: nothing is said of another's. */
export function ownStepTold(
  { state, since, steps, told }: Pick<Way, 'state' | 'since' | 'steps' | 'told'>,
  face: Clockface,
): ToldView | undefined {
  const isOwn = steps.at(-1)?.as === 'patient' && (state === 'paused' || state === 'discharged')
  if (!isOwn || !told || told.at < since) return undefined
  return {
    sentAt: face.instant(told.at),
    seen: told.seen && { by: told.seen.by, at: face.instant(told.seen.at) },
    isOutsideCover: !told.isInCover,
  }
}
