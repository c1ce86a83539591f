import { SUICIDE_SCREEN_FACTS } from '../../facts/suicide-screen.ts'

/** What all rules of the suicide screen share. */
export const SUICIDE_SCREEN = { facts: SUICIDE_SCREEN_FACTS, source: 'docs/clinical/rules.md' } as const
