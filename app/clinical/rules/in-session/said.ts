/** What the person says or asks for. */
import type { InSessionFacts } from '../../facts/in-session.ts'
import { block, both, is, isOneOf, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { IN_SESSION } from './about.ts'

/** D08: help was asked for. */
export const askedForHelp: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D08',
  version: 1,
  severities: ['review'],
  limits: [],
  sections: ['T-1'],
  judge: (facts) => judged(review(is(facts, 'pressedHelp'))),
}

/** D13: words about ending their life: the crisis path. */
export const suicidalWords: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D13',
  version: 1,
  severities: ['block'],
  limits: [],
  sections: ['T-4'],
  judge: (facts) => judged(block(is(facts, 'saysSuicidalWords'))),
}

/** D15: at the peak nobody is asked to fill in anything. Not knowing the phase asks nothing either. */
export const questionsAtPeak: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D15',
  version: 1,
  severities: ['block'],
  limits: [],
  sections: ['T-1'],
  judge: (facts) =>
    judged(block(both(is(facts, 'isQuestionnaireRequested'), isOneOf(facts, 'phase', ['peak'])))),
}

/** D19: afraid of the person who is there, or acting on voices. Whoever is there steps back and touches nobody. */
export const afraidOrHearing: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D19',
  version: 1,
  severities: ['review'],
  limits: [],
  sections: ['S-3'],
  judge: (facts) => judged(review(is(facts, 'fearsSupportPerson'), is(facts, 'actsOnVoices'))),
}

/** D21: stopping is always possible, leaving and driving are not safe yet. */
export const wantsToLeave: Rule<InSessionFacts> = {
  ...IN_SESSION,
  id: 'D21',
  version: 1,
  severities: ['review'],
  limits: [],
  sections: ['S-6'],
  judge: (facts) => {
    const judgement = judged(review(is(facts, 'wantsToStopOrLeave'), is(facts, 'wantsToDrive')))
    const { phase, minutesSinceDose } = facts
    return judgement.outcome === 'review'
      ? { ...judgement, evidence: { ...judgement.evidence, phase, minutesSinceDose } }
      : judgement
  },
}
