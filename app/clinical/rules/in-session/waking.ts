import type { InSessionFacts } from '../../facts/in-session.ts'
import { type Limits, limitAt } from '../../protocol.ts'
import { block, type Condition, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'
import { isNowOneOf, seen, sleepiness, wakingInOrder } from './looks.ts'

/** D01: no answer, or only to shaking. An emergency. */
export const cannotBeWoken: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D01',
  version: 1,
  severities: ['block'],
  limits: ['session.lookInEveryMinutes'],
  sections: ['S-7', 'I-15'],
  judge: (facts, limits) => judged(block(isNowOneOf(facts, limits, ['not']))),
}

/** D02: answers only when called loudly or several times: a clinician now. */
export const hardToWake: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D02',
  version: 1,
  severities: ['review'],
  limits: ['session.lookInEveryMinutes'],
  sections: ['I-15'],
  judge: (facts, limits) => judged(review(isNowOneOf(facts, limits, ['when-called-loudly']))),
}

/** D20: sleepier again, late. That is not slept off: somebody looks. */
export const sleepierLate: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D20',
  version: 1,
  severities: ['review'],
  limits: [
    'session.lateSedationAfterMinutes',
    'session.lateSedationWithinMinutes',
    'session.lookInEveryMinutes',
  ],
  sections: ['I-15'],
  judge: (facts, limits) => judged(review(isSleepierThanBefore(facts, limits))),
}

function isSleepierThanBefore(facts: InSessionFacts, limits: Limits): Condition {
  return seen('waking', facts.waking, facts, limits, (looks) => {
    const ordered = wakingInOrder(looks)
    const now = ordered.pop() ?? looks[0]
    const after = limitAt(limits, 'session.lateSedationAfterMinutes')
    const within = limitAt(limits, 'session.lateSedationWithinMinutes')
    if (after === undefined || within === undefined) return unsigned(after, within)
    if (now.atMinutes <= after) return { holds: false, evidence: {}, missing: [] }
    // The looks in the time signed; where nobody looked then, the last one before it.
    const recent = ordered.filter(({ atMinutes }) => atMinutes >= now.atMinutes - within)
    const compared = recent.length > 0 ? recent : ordered.slice(-1)
    const before = compared.find((look) => sleepiness(look) < sleepiness(now))
    if (before !== undefined) {
      const waking = `${before.waking} at ${Math.floor(before.atMinutes)}, ${now.waking} at ${Math.floor(now.atMinutes)}`
      return { holds: true, evidence: { waking }, missing: [] }
    }
    if (compared.length > 0) return { holds: false, evidence: {}, missing: [] }
    return { holds: undefined, evidence: { waking: now.waking }, missing: [{ kind: 'fact', name: 'waking' }] }
  })
}

function unsigned(after: number | undefined, within: number | undefined): Condition {
  const missing = [
    ...(after === undefined ? ['session.lateSedationAfterMinutes'] : []),
    ...(within === undefined ? ['session.lateSedationWithinMinutes'] : []),
  ]
  return { holds: undefined, evidence: {}, missing: missing.map((name) => ({ kind: 'limit', name })) }
}
