import { DAY_OF_FACTS } from '../../facts/day-of.ts'

/** What all rules of the day share. */
export const DAY_OF = { facts: DAY_OF_FACTS, source: 'docs/clinical/rules.md' } as const
