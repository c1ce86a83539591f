/**
 * The one ladder of silence, climbed on the server from the first check that was missed.
 *
 * Three things are kept apart: somebody reports; a session without network that keeps its agreed calls; and a
 * silence nobody expected. Only the last climbs. Source: P-4 and rule D09 of docs/clinical/rules.md.
 * Sign-off: docs/clinical/session.md
 */
import type { SessionNumbers } from './phases.ts'

const MINUTE_MS = 60_000

export const RUNGS = [
  'nudge',
  'call-support-person',
  'call-clinician',
  'call-backup-and-emergency-guidance',
] as const
export type Rung = (typeof RUNGS)[number]

export type Contact = 'reporting' | 'announced-offline' | 'unexpectedly-silent'

export type Silence = {
  contact: Contact
  /** When the next check is due, or the first one that was missed was. Epoch milliseconds by the server's clock. */
  dueAt: number
  /** Everything that has to have happened by now, lowest first. */
  reached: Rung[]
  /** The next rung, and when, if the silence goes on. Undefined at the top. */
  next?: { rung: Rung; at: number }
}

/**
 * How a watched session (from the dose until it is closed) stands now. Epoch milliseconds by the server's clock.
 *
 * @param lastHeardAt when anything last came in, by network or by an answered call; the dose to begin with
 * @param agreedCallsAt the calls of a session announced to be without network; until the last of them they take the
 *   place of look-ins
 * @param numbers minutes nobody signed are no reason to wait: that rung is reached at once
 */
export function silence(
  lastHeardAt: number,
  agreedCallsAt: readonly number[] | undefined,
  numbers: Pick<SessionNumbers, 'lookInEveryMinutes' | 'silence'>,
  now: number,
): Silence {
  const nextCall = agreedCallsAt?.filter((at) => at > lastHeardAt).sort((a, b) => a - b)[0]
  const dueAt = nextCall ?? lastHeardAt + (numbers.lookInEveryMinutes ?? 0) * MINUTE_MS
  if (now < dueAt)
    return {
      contact: nextCall === undefined ? 'reporting' : 'announced-offline',
      dueAt,
      reached: [],
      next: { rung: 'nudge', at: dueAt },
    }
  const times = rungTimes(dueAt, numbers)
  const top = times.findLastIndex(({ at }) => now >= at)
  const next = times[top + 1]
  return {
    contact: 'unexpectedly-silent',
    dueAt,
    reached: RUNGS.slice(0, top + 1),
    ...(next && { next }),
  }
}

function rungTimes(
  dueAt: number,
  { silence: minutes }: Pick<SessionNumbers, 'silence'>,
): { rung: Rung; at: number }[] {
  const after: Record<Rung, number> = {
    nudge: 0,
    'call-support-person': minutes?.callSupportPersonMinutes ?? 0,
    'call-clinician': minutes?.callClinicianMinutes ?? 0,
    'call-backup-and-emergency-guidance': minutes?.emergencyGuidanceMinutes ?? 0,
  }
  return RUNGS.map((rung) => ({ rung, at: dueAt + after[rung] * MINUTE_MS }))
}
