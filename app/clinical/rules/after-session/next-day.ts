import { type AfterSessionFacts, SEVERE } from '../../facts/after-session.ts'
import { truth } from '../../instruments/truth.ts'
import {
  above,
  advise,
  atLeast,
  atMost,
  block,
  both,
  either,
  hasAny,
  is,
  isNot,
  isOneOf,
  isPositive,
  judged,
  not,
  reading,
  review,
} from '../condition.ts'
import type { Rule } from '../rule.ts'
import { AFTER_SESSION } from './about.ts'

/** E04: silence on the day after. Sooner for whoever is closely watched; first a nudge, then a person. */
export const nextDaySilence: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E04',
  version: 1,
  severities: ['review', 'advise'],
  whenUnknown: 'review',
  isSafety: true,
  limits: [
    'escalation.watchedAfterScreenDays',
    'escalation.watchedCoordinatorHours',
    'escalation.watchedClinicianHours',
    'escalation.nudgeHours',
    'escalation.coordinatorHours',
    'escalation.clinicianHours',
  ],
  sections: ['S-10'],
  judge: (facts, limits) => {
    const isSilent = isNot(facts, 'isNextDayCheckDone')
    const isWatched = either(
      is(facts, 'isFirstSession'),
      is(facts, 'hadSessionEvent'),
      atMost(facts, 'daysSincePositiveSuicideScreen', limits, 'escalation.watchedAfterScreenDays'),
    )
    const since = (
      path: `escalation.${'watchedCoordinator' | 'watchedClinician' | 'nudge' | 'coordinator' | 'clinician'}Hours`,
    ) => atLeast(facts, 'hoursSinceDose', limits, path)
    return judged(
      review(
        both(isSilent, isWatched, since('escalation.watchedClinicianHours')),
        both(isSilent, since('escalation.clinicianHours')),
      ),
      advise(
        both(isSilent, isWatched, since('escalation.watchedCoordinatorHours')),
        both(isSilent, either(since('escalation.nudgeHours'), since('escalation.coordinatorHours'))),
      ),
    )
  },
}

/** E05: anything severe; blood in the urine, loss of sight or craving from the mildest on. */
export const sideEffects: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E05',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  isSafety: true,
  limits: [],
  sections: ['I-17'],
  judge: (facts) => {
    const worst = facts.worstSideEffect
    return judged(
      review(
        reading('worstSideEffect', truth(worst === undefined ? undefined : worst >= SEVERE), 'severe'),
        is(facts, 'hasBladderBlood'),
        is(facts, 'hasVisionLoss'),
        is(facts, 'hasCraving'),
      ),
    )
  },
}

/** E06: the C-SSRS on the next day, as B01 to B04. Where its text is not loaded, S01 to S03 judge the ASQ. */
export const suicideRiskNextDay: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E06',
  version: 1,
  severities: ['block', 'review'],
  whenUnknown: 'block',
  mark: '‡',
  limits: [],
  sections: ['I-7', 'I-0'],
  judge: (facts) =>
    judged(
      block(isOneOf(facts, 'cssrsLevel', ['high', 'moderate']), isPositive(facts, 'cssrsItemsSkipped')),
      review(isOneOf(facts, 'cssrsLevel', ['low'])),
    ),
}

/** E07: unreal for too long, voices, or less sleep with more energy: seen the same day, and no next session before. */
export const stillChanged: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E07',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['monitoring.unrealLongerThanHours'],
  sections: ['S-7'],
  judge: (facts, limits) =>
    judged(
      block(
        above(facts, 'unrealForHours', limits, 'monitoring.unrealLongerThanHours'),
        is(facts, 'hearsVoices'),
        is(facts, 'hasLessSleepMoreEnergy'),
      ),
    ),
}

/** E08: no appointment in the window. An offer; where therapy is essential, C23 asks before the next session. */
export const noAppointmentInWindow: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E08',
  version: 1,
  severities: ['advise'],
  whenUnknown: 'nothing',
  limits: ['integration.windowFromHours', 'integration.windowToHours'],
  sections: ['practice', 'E-4'],
  judge: (facts, limits) => {
    const hours = 'hoursToIntegrationAppointment'
    const isInWindow = both(
      atLeast(facts, hours, limits, 'integration.windowFromHours'),
      atMost(facts, hours, limits, 'integration.windowToHours'),
    )
    return judged(advise(isNot(facts, 'hasIntegrationAppointment'), not(isInWindow)))
  },
}

/** E09: a serious event stops this person's course. What it means for a lot or the programme, the director decides. */
export const seriousEvent: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E09',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: [],
  sections: ['S-10'],
  judge: (facts) => judged(block(hasAny(facts, 'seriousEvents'))),
}

/** E10: whatever was felt is kept, and judged by nobody. */
export const integrationKept: Rule<AfterSessionFacts> = {
  ...AFTER_SESSION,
  id: 'E10',
  version: 1,
  severities: ['inform'],
  whenUnknown: 'nothing',
  limits: [],
  sections: ['I-19'],
  judge: ({ integration }) =>
    integration === undefined
      ? { outcome: 'unknown', evidence: { integration }, missing: [{ kind: 'fact', name: 'integration' }] }
      : { outcome: 'inform', evidence: { integration } },
}
