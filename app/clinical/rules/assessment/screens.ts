import type { AssessmentFacts } from '../../facts/assessment.ts'
import { advise, judged, totalReaches } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { ASSESSMENT } from './about.ts'

/** A07: a positive trauma screen leads to more questions, if the person wants them. A skipped one to nothing. */
export const traumaScreen: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A07',
  version: 1,
  severities: ['advise'],
  whenUnknown: 'nothing',
  limits: ['assessment.pcPtsd5Count'],
  sections: ['I-1'],
  judge: (facts, limits) => judged(advise(totalReaches(facts, 'pcPtsd5', limits, 'assessment.pcPtsd5Count'))),
}

/** A08: low mood or worry, on either short screen. */
export const moodOrWorryScreen: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A08',
  version: 1,
  severities: ['advise'],
  whenUnknown: 'nothing',
  limits: ['assessment.phq2Total', 'assessment.gad2Total'],
  sections: ['I-5', 'I-6'],
  judge: (facts, limits) =>
    judged(
      advise(
        totalReaches(facts, 'phq2', limits, 'assessment.phq2Total'),
        totalReaches(facts, 'gad2', limits, 'assessment.gad2Total'),
      ),
    ),
}

/** A09: every result says what a self-check cannot know. */
export const limitsOfSelfCheck: Rule<AssessmentFacts> = {
  ...ASSESSMENT,
  id: 'A09',
  version: 1,
  severities: ['inform'],
  whenUnknown: 'nothing',
  limits: [],
  sections: ['S-1', 'E-5'],
  judge: () => ({ outcome: 'inform', evidence: {} }),
}
