/**
 * What is still missing before somebody is ready for a session. Source and sign-off: docs/clinical/preparation.md
 */
import { PREPARATION_PARTS, type PreparationPart } from './preparation.ts'

export type PersonStanding = 'nobody' | 'asked' | 'agreed'

export type Readiness = {
  partsDone: readonly PreparationPart[]
  support: PersonStanding
  backup: PersonStanding
  hasSession: boolean
  hasIntegration: boolean
}

export const READY_THINGS = [...PREPARATION_PARTS, 'support', 'backup', 'session', 'integration'] as const
export type ReadyThing = (typeof READY_THINGS)[number]

/** In the order they are shown. Empty: ready. */
export function missingFor({
  partsDone,
  support,
  backup,
  hasSession,
  hasIntegration,
}: Readiness): ReadyThing[] {
  const isThere: Record<ReadyThing, boolean> = {
    mindset: partsDone.includes('mindset'),
    setting: partsDone.includes('setting'),
    grounding: partsDone.includes('grounding'),
    wishes: partsDone.includes('wishes'),
    support: support === 'agreed',
    backup: backup === 'agreed',
    session: hasSession,
    integration: hasIntegration,
  }
  return READY_THINGS.filter((thing) => !isThere[thing])
}
