import type { CourseRuleId } from '../../../clinical/rules/course/rules.ts'
import type { RuleWords } from '../../rule-words.ts'

/** Group F: what is watched over a whole course. */
export const course: Record<CourseRuleId, RuleWords> = {
  F01: {
    condition:
      'PCL-5 total above the lowest earlier total of the same version and window by the limit or more',
    patient: ({ team }) => `This looks harder than before. ${team}`,
    clinician: 'PCL-5 has risen. Look before the next dose.',
  },
}
