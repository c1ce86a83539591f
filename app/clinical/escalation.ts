/**
 * Whom an alert that nobody has seen goes to, and when: the signed order, from the moment it was raised.
 *
 * Source: ESC-1, ESC-2; protocol.md §3. Sign-off: docs/clinical/session.md
 */
import type { EscalationLimits } from './protocol/follow-up.ts'

const MINUTE_MS = 60_000

/** Everybody there is, in the order they are asked where nobody signed one. */
const EVERYBODY = ['clinician-on-duty', 'prescriber', 'backup', 'coordinator'] as const
export type Whom = (typeof EVERYBODY)[number]

/** What an alert asks for: some are answered within a signed time, whatever the order says. */
export type Asking = 'help' | 'suicide' | 'look'

export type EscalationStep = { whom: Whom; afterMs: number }

/** Kinds of alerts, as the machine and the rules name them. */
const HELP: readonly string[] = ['help-asked', 'not-safe', 'emergency', 'D08', 'D13']
const SUICIDE: readonly string[] = ['S01', 'S02', 'S03', 'B01', 'B02', 'B04', 'B05', 'E06']

/** @param about the machine's kind of an alert, or the rule that raised it */
export const askingOf = (about: string): Asking =>
  HELP.includes(about) ? 'help' : SUICIDE.includes(about) ? 'suicide' : 'look'

/**
 * The steps in their order. Nobody is waited for longer than the signed time for an answer: when it is over, the
 * second in the order is told, whatever was signed for them. Nothing signed is no reason to wait: then all are told
 * at once.
 */
export function escalationSteps(limits: EscalationLimits | undefined, asking: Asking): EscalationStep[] {
  const tiers = limits?.tiers ?? EVERYBODY.map((whom) => ({ whom, afterMinutes: 0 }))
  const ordered = [...tiers].sort((a, b) => a.afterMinutes - b.afterMinutes)
  return ordered.map(({ whom, afterMinutes }, place) => ({
    whom,
    afterMs: Math.min(
      afterMinutes * MINUTE_MS,
      place === 1 ? answeredWithinMs(limits, asking) : Number.POSITIVE_INFINITY,
    ),
  }))
}

function answeredWithinMs(limits: EscalationLimits | undefined, asking: Asking): number {
  if (asking === 'look') return Number.POSITIVE_INFINITY
  const seconds = asking === 'help' ? limits?.helpAnsweredSeconds : limits?.suicideAnsweredSeconds
  return (seconds ?? 0) * 1000
}
