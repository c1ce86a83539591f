/**
 * Whom an alert that nobody has seen goes to, and when: the signed order, from the moment it was raised.
 *
 * Source and sign-off: docs/clinical/session.md
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

/** No number of medicine: with none signed the last is asked again so often, rather than never. */
const UNSIGNED_EVERY_MS = 60 * MINUTE_MS

/** Mail sent each minute all night is refused by those who carry it: after an hour of it, the rounds come less often. */
const OFTEN_FOR_MS = 60 * MINUTE_MS
const THEN_AT_MOST_EVERY_MS = 15 * MINUTE_MS

/** The last in the order has been told, and still nobody has looked. */
export type ToldAgain = {
  /** How often they have been told again by now: 0 before the first time. */
  round: number
  /** Between two rounds. */
  everyMs: number
  /** After the alert was raised: when the next round begins. */
  nextAfterMs: number
}

/**
 * The last in the order is told again until somebody has looked, as often as they were waited for: so long as lies
 * between the one before and them, or as the signed time for an answer where all are told at once. After an hour of it, less often.
 *
 * @param sinceMs since the alert was raised
 */
export function toldAgain(
  steps: readonly EscalationStep[],
  limits: EscalationLimits | undefined,
  asking: Asking,
  sinceMs: number,
): ToldAgain {
  const times = steps.map(({ afterMs }) => afterMs)
  const lastMs = Math.max(0, ...times)
  const waitedMs = lastMs - Math.max(0, ...times.filter((afterMs) => afterMs < lastMs))
  const answeredMs = answeredWithinMs(limits, asking)
  const signedMs = [waitedMs, answeredMs].find((ms) => ms > 0 && Number.isFinite(ms)) ?? UNSIGNED_EVERY_MS
  const oftenRounds = Math.floor(OFTEN_FOR_MS / signedMs)
  const isOften = sinceMs - lastMs < oftenRounds * signedMs
  const everyMs = isOften ? signedMs : Math.max(signedMs, THEN_AT_MOST_EVERY_MS)
  const [roundsBefore, beganMs] = isOften ? [0, lastMs] : [oftenRounds, lastMs + oftenRounds * signedMs]
  const rounds = Math.max(0, Math.floor((sinceMs - beganMs) / everyMs))
  return { round: roundsBefore + rounds, everyMs, nextAfterMs: beganMs + (rounds + 1) * everyMs }
}
