import type { CourseFacts } from '../../facts/course.ts'
import { above, advise, atLeast, atMost, block, isOver, judged, review } from '../condition.ts'
import type { Rule } from '../rule.ts'
import { COURSE } from './about.ts'

/** F05: a course has an end. Another one needs a new consent and a review. */
export const courseComplete: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F05',
  version: 1,
  severities: ['block'],
  whenUnknown: 'review',
  limits: ['course.maxSessions'],
  sections: ['S-1', 'S-11'],
  judge: (facts, limits) => judged(block(atLeast(facts, 'sessionsInCourse', limits, 'course.maxSessions'))),
}

/** F06: most published courses ended within months. */
export const longCourse: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F06',
  version: 1,
  severities: ['review'],
  whenUnknown: 'advise',
  limits: ['course.maxMonths'],
  sections: ['S-10', 'S-11'],
  judge: (facts, limits) => judged(review(above(facts, 'monthsInCourse', limits, 'course.maxMonths'))),
}

/** F15: the signed protocol or the legal basis is about to run out, or has. On its last day it still holds. */
export const expiry: Rule<CourseFacts> = {
  ...COURSE,
  id: 'F15',
  version: 1,
  severities: ['block', 'advise'],
  whenUnknown: 'block',
  limits: ['course.expiryNoticeDays'],
  sections: ['T-8', 'P-5'],
  judge: (facts, limits) =>
    judged(
      block(isOver(facts, 'protocolDaysLeft'), isOver(facts, 'telehealthBasisDaysLeft')),
      advise(
        atMost(facts, 'protocolDaysLeft', limits, 'course.expiryNoticeDays'),
        atMost(facts, 'telehealthBasisDaysLeft', limits, 'course.expiryNoticeDays'),
      ),
    ),
}
