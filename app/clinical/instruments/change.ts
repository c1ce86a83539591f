/**
 * Change between two totals of one instrument, version, window and language.
 *
 * Published figures for "meaningful" and "reliable" differ, so they are limits
 * of the signed protocol and have no default: without one, nobody can say.
 */
import { type Truth, truth } from './truth.ts'

export type ChangeLimits = {
  /** A change of this many points matters to the person. */
  meaningfulPoints?: number
  /** A change of this many points is more than chance. */
  reliablePoints?: number
  /** A total at or beyond this one is nearer to people without the condition. */
  endpoint?: number
}

export type Change = {
  /** Now minus before. */
  points: number
  direction: 'better' | 'worse' | 'same'
  isMeaningful: Truth
  isReliable: Truth
  reachesEndpoint: Truth
  /** Share of the earlier total that is gone: 0.5 is a fall by half. Undefined from an earlier total of 0. */
  fall: number | undefined
}

/** @param higherIs what a rising total means: `worse` for symptoms, `better` for well-being */
export function change(
  before: number,
  now: number,
  { meaningfulPoints, reliablePoints, endpoint }: ChangeLimits,
  higherIs: 'worse' | 'better' = 'worse',
): Change {
  const points = now - before
  const isAtLeast = (limit: number | undefined) =>
    truth(limit === undefined ? undefined : Math.abs(points) >= limit)
  const isRise = points > 0
  return {
    points,
    direction: points === 0 ? 'same' : isRise === (higherIs === 'better') ? 'better' : 'worse',
    isMeaningful: isAtLeast(meaningfulPoints),
    isReliable: isAtLeast(reliablePoints),
    reachesEndpoint: truth(
      endpoint === undefined ? undefined : higherIs === 'worse' ? now <= endpoint : now >= endpoint,
    ),
    fall: before === 0 ? undefined : -points / before,
  }
}
