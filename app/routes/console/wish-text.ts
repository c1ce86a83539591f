import type { Words } from '../../content/words.ts'
import type { Wish } from '../../records/enrolments.ts'
import type { Clockface } from '../../system/time.ts'

/**
 * What somebody asked for while they are watched, when, and from when it holds. Nothing asked: no line.
 *
 * @param isInSession the session it waits for is not closed yet, whatever the state; otherwise it waits for the watch
 */
export function wishLines(
  { journey }: Words,
  { wish, isInSession }: { wish?: Wish | undefined; isInSession: boolean },
  face: Clockface,
): string[] {
  if (!wish) return []
  const { session, watch } = journey.people.wishes[wish.to]
  return [(isInSession ? session : watch)(face.clock(wish.at))]
}
