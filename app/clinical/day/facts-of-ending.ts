/**
 * The facts that the rules of group E read while somebody is still watched: the first time on their feet, asleep
 * before the end, and whether it may end.
 *
 * Sign-off: docs/clinical/session.md
 */
import type { AfterSessionFacts } from '../facts/after-session.ts'
import { YES } from '../instruments/instrument.ts'
import { readyToEnd } from '../instruments/ready-to-end.ts'
import type { WakingWord } from '../instruments/waking.ts'
import { type Limits, limitAt } from '../protocol.ts'
import { instantOf } from '../session/events.ts'
import type { SessionReading } from '../session.ts'
import { dosedAt } from './facts-of-session.ts'

const MINUTE_MS = 60_000
type Reading = Pick<SessionReading, 'session' | 'toJudge'>

/**
 * Asleep is who did not answer at once when they were last looked at. Before the first look is due, nothing seen is
 * nothing missing; from then on it is not known.
 *
 * @param now epoch milliseconds by the server's clock
 * @returns undefined before the dose, and once it is over
 */
export function endingFacts(reading: Reading, limits: Limits, now: number): AfterSessionFacts | undefined {
  const { session } = reading
  const begin = dosedAt(reading)
  if (begin === undefined || session.stage !== 'dosed') return undefined
  const { endList } = session
  const minutesSinceDose = Math.max(0, (now - begin) / MINUTE_MS)
  const last = lastWaking(reading)
  const every = limitAt(limits, 'session.lookInEveryMinutes')
  const isEarly = every !== undefined && minutesSinceDose <= every
  return {
    minutesSinceDose,
    isReadyToEnd: endList !== undefined && readyToEnd.score(endList.answers).allYes === 'met',
    isAsleep: last === undefined ? (isEarly ? false : undefined) : last.waking !== 'at-once',
    minutesSinceRoused: last && Math.max(0, (now - last.at) / MINUTE_MS),
    isFirstTimeStanding: isFirstTimeStanding(reading),
  }
}

/**
 * The same for asking whether it may end: minutes count from the latest swallow, as they do for closing.
 *
 * @returns undefined before the dose, and once it is over
 */
export function askedToEndFacts(
  reading: Reading,
  limits: Limits,
  now: number,
): AfterSessionFacts | undefined {
  const facts = endingFacts(reading, limits, now)
  const latest = Math.max(...reading.session.swallows.map(({ event }) => instantOf(event)))
  return facts && { ...facts, minutesSinceDose: Math.max(0, (now - latest) / MINUTE_MS) }
}

/** What was last seen of how they wake, and when. */
export function lastWaking({ toJudge }: Reading): { waking: WakingWord; at: number } | undefined {
  return toJudge
    .flatMap(({ event }) =>
      event.what.kind === 'look-in' && event.what.waking !== undefined
        ? [{ waking: event.what.waking, at: instantOf(event) }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at)
    .at(-1)
}

/**
 * Whether they have been on their feet since the dose: somebody pressed that they stand up, or said on the list that
 * they walk. The button always stands there until then, and not pressed is a no.
 */
export const hasStood = ({ toJudge, ...reading }: Reading): boolean => {
  const begin = dosedAt(reading) ?? Number.POSITIVE_INFINITY
  return toJudge.some(
    ({ event }) =>
      instantOf(event) >= begin &&
      (event.what.kind === 'stands-up' ||
        (event.what.kind === 'end-list' && event.what.answers['end-walks'] === YES)),
  )
}

/** From when somebody pressed that they stand up, the first time, until somebody looks again. */
function isFirstTimeStanding({ toJudge, ...reading }: Reading): boolean {
  const begin = dosedAt(reading) ?? Number.POSITIVE_INFINITY
  const after = toJudge.filter(({ event }) => instantOf(event) >= begin)
  const stands = after.filter(({ event }) => event.what.kind === 'stands-up')
  const [first] = stands
  if (first === undefined || stands.length > 1) return false
  return !after.some(
    ({ event }) => event.what.kind === 'look-in' && instantOf(event) > instantOf(first.event),
  )
}
