import { COURSE_FACTS } from '../../facts/course.ts'

/** What all rules over a course share. */
export const COURSE = { facts: COURSE_FACTS, source: 'docs/clinical/rules.md' } as const
