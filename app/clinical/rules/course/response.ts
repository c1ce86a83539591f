import type { CourseFacts } from '../../facts/course.ts'
import type { Limits, NumberPath } from '../../protocol.ts'
import { advise, against, atLeast, both, type Condition, inform, judged, not, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { COURSE } from './about.ts'
import { moved, wholeTotal } from './change.ts'

const pcl5Fell = ({ pcl5, earlierTotals }: CourseFacts, limits: Limits, path: NumberPath) =>
  moved('down', 'pcl5', { from: earlierTotals?.[0], to: wholeTotal(pcl5) }, limits, path)

/** F02: a reliable fall to a total nearer to people without PTSD. Said as a question; the person knows best. */
export const pcl5Improved: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F02',
  version: 1,
  severities: ['inform'],
  whenUnknown: 'nothing',
  limits: ['instruments.pcl5.reliableChangePoints', 'instruments.pcl5.endpointTotal'],
  sections: ['I-2'],
  judge: (facts, limits) => {
    if (facts.earlierTotals?.length === 0) return { outcome: 'clear', evidence: {} }
    return judged(
      inform(
        both(
          pcl5Fell(facts, limits, 'instruments.pcl5.reliableChangePoints'),
          against('at-most', 'pcl5', wholeTotal(facts.pcl5), limits, 'instruments.pcl5.endpointTotal'),
        ),
      ),
    )
  },
}

/** F03: after so many sessions without improvement on either scale, going on is a decision and no habit. */
export const noImprovement: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F03',
  version: 2,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: [
    'course.reviewAfterSessions',
    'instruments.pcl5.meaningfulChangePoints',
    'instruments.phq9.meaningfulChangePoints',
  ],
  sections: ['P-2', 'S-11'],
  judge: (facts, limits) => {
    return judged(
      review(
        both(
          atLeast(facts, 'sessionsInCourse', limits, 'course.reviewAfterSessions'),
          not(pcl5Fell(facts, limits, 'instruments.pcl5.meaningfulChangePoints')),
          not(phq9Fell(facts, limits)),
        ),
      ),
    )
  },
}

/** A scale that was not asked again shows no improvement, and excuses none. */
function phq9Fell({ phq9, earlierPhq9Totals }: CourseFacts, limits: Limits): Condition {
  if (phq9 === 'not-asked-again') return { holds: false, evidence: { phq9 }, missing: [] }
  const totals = { from: earlierPhq9Totals?.[0], to: wholeTotal(phq9) }
  return moved('down', 'phq9', totals, limits, 'instruments.phq9.meaningfulChangePoints')
}

/** F04: low mood has grown since the last time it was asked. */
export const phq9Worsening: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F04',
  version: 1,
  severities: ['review'],
  whenUnknown: 'review',
  limits: ['instruments.phq9.worseningPoints'],
  sections: ['I-5', 'S-11'],
  judge: (facts, limits) => {
    const { phq9, earlierPhq9Totals } = facts
    if (phq9 === 'not-asked-again' || earlierPhq9Totals?.length === 0)
      return { outcome: 'clear', evidence: {} }
    const totals = { from: earlierPhq9Totals?.at(-1), to: wholeTotal(phq9) }
    return judged(review(moved('up', 'phq9', totals, limits, 'instruments.phq9.worseningPoints')))
  },
}

/** F12: the dose went up and nothing got better. Depth is not the aim, and no software raises a dose. */
export const stepsWithoutImprovement: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F12',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['dose.stepsWithoutImprovementCount'],
  sections: ['S-3'],
  judge: (facts, limits) =>
    judged(
      review(atLeast(facts, 'doseStepsWithoutImprovement', limits, 'dose.stepsWithoutImprovementCount')),
    ),
}

/** F16: an invitation, and no reminder of what was not done. */
export const missedCheckIns: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F16',
  version: 1,
  severities: ['advise'],
  whenUnknown: 'nothing',
  limits: ['monitoring.missedCheckIns'],
  sections: ['proposal'],
  judge: (facts, limits) =>
    judged(advise(atLeast(facts, 'missedCheckIns', limits, 'monitoring.missedCheckIns'))),
}
