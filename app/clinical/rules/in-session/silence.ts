import type { InSessionFacts } from '../../facts/in-session.ts'
import { advise, atLeast, block, both, isNot, isPositive, judged, type Part, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'

/**
 * D09: the one ladder of silence. A nudge at once, then the support person, then the clinician on duty, then the
 * backup person and what to tell the emergency service. Silence that was announced climbs no ladder.
 */
export const silence: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D09',
  version: 1,
  severities: ['block', 'review', 'advise'],
  limits: [
    'session.silence.callSupportPersonMinutes',
    'session.silence.callClinicianMinutes',
    'session.silence.emergencyGuidanceMinutes',
  ],
  sections: ['P-4'],
  judge: (facts, limits) => {
    const unannounced = ({ severity, condition }: Part): Part => ({
      severity,
      condition: both(isNot(facts, 'isOfflineAnnounced'), condition),
    })
    return judged(
      unannounced(block(atLeast(facts, 'silentMinutes', limits, 'session.silence.emergencyGuidanceMinutes'))),
      unannounced(review(atLeast(facts, 'silentMinutes', limits, 'session.silence.callClinicianMinutes'))),
      unannounced(
        advise(
          isPositive(facts, 'missedChecks'),
          atLeast(facts, 'silentMinutes', limits, 'session.silence.callSupportPersonMinutes'),
        ),
      ),
    )
  },
}

/** D14: nobody is at the person's side, or they cannot be reached: at once, without a ladder. */
export const supportPersonGone: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D14',
  version: 1,
  severities: ['review'],
  limits: [],
  sections: ['S-6'],
  judge: (facts) =>
    judged(review(isNot(facts, 'isSupportPersonPresent'), isNot(facts, 'isSupportPersonReachable'))),
}
