import { INTAKE_FACTS } from '../../facts/intake.ts'

/** What all rules of intake share. */
export const INTAKE = { facts: INTAKE_FACTS, source: 'docs/clinical/rules.md' } as const
