import { IN_SESSION_FACTS } from '../../facts/in-session.ts'

/** What all rules between the dose and the end share. Whatever is missing here is looked at by a person. */
export const IN_SESSION = {
  facts: IN_SESSION_FACTS,
  source: 'docs/clinical/rules.md',
  whenUnknown: 'review',
  isSafety: true,
} as const
