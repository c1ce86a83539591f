/** What was seen over time: the latest of it, and whether anything should have been seen by now. */
import type { InSessionFacts, Pressure } from '../../facts/in-session.ts'
import { WAKING_WORDS, type WakingWord } from '../../instruments/waking.ts'
import { type Limits, limitAt } from '../../protocol.ts'
import type { Condition } from '../condition.ts'
import type { Missing } from '../rule.ts'

type Seen = { atMinutes: number }

/** By minute. Of what was seen in the same minute the worse comes last, so that the worse counts. */
export const inOrder = <Look extends Seen>(looks: readonly Look[], badness: (look: Look) => number): Look[] =>
  [...looks].sort((a, b) => a.atMinutes - b.atMinutes || badness(a) - badness(b))

type WakingLook = { atMinutes: number; waking: WakingWord }

/** 0 answers at once; each step is harder to wake. */
export const sleepiness = ({ waking }: WakingLook): number => WAKING_WORDS.indexOf(waking)

export const wakingInOrder = (looks: readonly WakingLook[]): WakingLook[] => inOrder(looks, sleepiness)

/**
 * A question about what was seen. Before the first look-in is due, nothing seen is nothing missing; from then on
 * it is unknown.
 */
export function seen<Look>(
  name: string,
  looks: readonly Look[] | undefined,
  facts: InSessionFacts,
  limits: Limits,
  ask: (looks: readonly [Look, ...Look[]]) => Condition,
): Condition {
  const [first, ...others] = looks ?? []
  if (first !== undefined) return ask([first, ...others])
  const every = limitAt(limits, 'session.lookInEveryMinutes')
  const { minutesSinceDose } = facts
  const isEarly = minutesSinceDose !== undefined && every !== undefined && minutesSinceDose <= every
  if (looks !== undefined && isEarly) return { holds: false, evidence: {}, missing: [] }
  const missing: Missing[] = [{ kind: 'fact', name }]
  if (looks !== undefined && every === undefined)
    missing.push({ kind: 'limit', name: 'session.lookInEveryMinutes' })
  return { holds: undefined, evidence: { [name]: undefined }, missing }
}

/** The latest word for waking is one of these. */
export const isNowOneOf = (facts: InSessionFacts, limits: Limits, words: readonly WakingWord[]): Condition =>
  seen('waking', facts.waking, facts, limits, (looks) => {
    const { waking } = wakingInOrder(looks).at(-1) ?? looks[0]
    const holds = words.includes(waking)
    return { holds, evidence: holds ? { waking } : {}, missing: [] }
  })

/**
 * Readings of blood pressure in order. Undefined when the reading that was due last has not been taken, or nobody
 * can say whether it was. One taken at its minute or later counts; so does an early one, unless it was the late one
 * of the due minute before.
 */
export function pressuresInOrder(facts: InSessionFacts, limits: Limits): Pressure[] | undefined {
  const { pressures, minutesSinceDose } = facts
  const dueAt = limitAt(limits, 'vitals.during.readingAtMinutes')
  if (pressures === undefined || minutesSinceDose === undefined || dueAt === undefined) return undefined
  const past = [...dueAt].sort((a, b) => a - b).filter((minute) => minute < minutesSinceDose)
  const last = past.at(-1)
  const isTaken =
    last === undefined ||
    pressures.some(({ atMinutes }) => atMinutes >= last) ||
    past.every((_, i) => takenAfter(past[i - 1], pressures) >= past.length - i)
  return isTaken ? inOrder(pressures, ({ systolicMmHg }) => systolicMmHg) : undefined
}

const takenAfter = (minute: number | undefined, pressures: readonly Pressure[]): number =>
  pressures.filter(({ atMinutes }) => minute === undefined || atMinutes > minute).length
