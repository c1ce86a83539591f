/** From the end of the session to bed. What is missing here closes nothing and lets nobody drive. */
import type { AfterSessionFacts } from '../../facts/after-session.ts'
import { limitAt } from '../../protocol.ts'
import { advise, atLeast, below, block, both, either, is, isNot, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { AFTER_SESSION } from './about.ts'

/** E01: no session closes before the whole list is true and enough time has gone by. */
export const notReadyToEnd: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E01',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  limits: ['session.minimumObservationMinutes'],
  sections: ['I-16', 'S-6'],
  judge: (facts, limits) =>
    judged(
      block(
        isNot(facts, 'isReadyToEnd'),
        below(facts, 'minutesSinceDose', limits, 'session.minimumObservationMinutes'),
      ),
    ),
}

/** E02: too long, and still not ready: somebody looks now. */
export const tooLongNotReady: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E02',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  isSafety: true,
  limits: ['session.maximumObservationMinutes'],
  sections: ['I-16'],
  judge: (facts, limits) =>
    judged(
      review(
        both(
          isNot(facts, 'isReadyToEnd'),
          atLeast(facts, 'minutesSinceDose', limits, 'session.maximumObservationMinutes'),
        ),
      ),
    ),
}

/** E03: not before the next day, after sleep, and never before the signed hours. */
export const noDrivingYet: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E03',
  version: 1,
  severities: ['block'],
  whenUnknown: 'block',
  limits: ['drive.notBeforeHours'],
  sections: ['S-6', 'label'],
  judge: (facts, limits) =>
    judged(
      block(
        both(
          is(facts, 'plansToDrive'),
          either(
            isNot(facts, 'isNextDay'),
            isNot(facts, 'sleptSinceDose'),
            below(facts, 'hoursSinceDose', limits, 'drive.notBeforeHours'),
          ),
        ),
      ),
    ),
}

/** E11: the first time on one's feet, always. A hand only where touch was agreed. */
export const firstTimeStanding: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E11',
  version: 1,
  severities: ['advise'],
  whenUnknown: 'advise',
  limits: [],
  sections: ['S-5'],
  judge: (facts) => judged(advise(is(facts, 'isFirstTimeStanding'))),
}

/** E12: asleep before the list is complete is watched, not left: woken at the signed times, breaths counted. */
export const asleepBeforeReady: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E12',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  isSafety: true,
  limits: ['session.rouseEveryMinutes'],
  sections: ['I-15'],
  judge: (facts, limits) => {
    const path = 'session.rouseEveryMinutes'
    const every = limitAt(limits, path)
    const isSigned = {
      holds: every === undefined ? undefined : true,
      evidence: {},
      missing: every === undefined ? [{ kind: 'limit' as const, name: path }] : [],
    }
    const judgement = judged(review(both(is(facts, 'isAsleep'), isNot(facts, 'isReadyToEnd'), isSigned)))
    if (judgement.outcome === 'clear') return judgement
    const { minutesSinceRoused } = facts
    return { ...judgement, evidence: { ...judgement.evidence, minutesSinceRoused, [path]: every } }
  },
}

/** E13: drowsier, confused or short of breath once it was closed: an emergency, the same night too. */
export const worseAfterClose: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E13',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-7'],
  judge: (facts) => {
    const isWorse = either(
      is(facts, 'isDrowsierThanAtClose'),
      is(facts, 'isConfused'),
      is(facts, 'isShortOfBreath'),
    )
    // Before the close the rules of the session judge these. Not knowing whether it was closed delays nothing.
    const isOpen = facts.isSessionClosed === false
    return isOpen ? { outcome: 'clear', evidence: {} } : judged(block(isWorse))
  },
}
