import { AFTER_SESSION_FACTS } from '../../facts/after-session.ts'

/** What all rules after a session share. */
export const AFTER_SESSION = { facts: AFTER_SESSION_FACTS, source: 'docs/clinical/rules.md' } as const
