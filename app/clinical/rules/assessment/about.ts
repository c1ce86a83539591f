import { ASSESSMENT_FACTS } from '../../facts/assessment.ts'

/** What all rules of the free assessment share. */
export const ASSESSMENT = { facts: ASSESSMENT_FACTS, source: 'docs/clinical/rules.md' } as const
