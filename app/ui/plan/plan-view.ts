import type { CautionReading } from '../../clinical/plan/caution.ts'
import type { PlanCheck } from '../../clinical/plan/checks.ts'
import type { PlanLine } from '../../clinical/plan/lines.ts'
import type { Plan } from '../../clinical/plan/shape.ts'
import type { Language, Words } from '../../content/words.ts'
import type { When } from '../when.tsx'

/** Whose plan a page is about, and where its other pages are. */
export type PlanPatient = { id: string; name: string }

export const planHref = ({ id }: Pick<PlanPatient, 'id'>): string => `/console/patients/${id}/plan`

/** What every part of the plan's pages reads with. */
export type PlanReading = {
  language: Language
  words: Words['planDesk']
  /** A calendar day, 'YYYY-MM-DD', in the reader's words. */
  day: (on: string) => string
}

export type DraftView = {
  version: number
  hash: string
  plan: Plan
  changed: { by: string; at: When }
  checks: readonly PlanCheck[]
  /** What the protocol draws for these facts at the plan's level. */
  lines: readonly PlanLine[]
}

export type SignedView = {
  version: number
  plan: Plan
  checks: readonly PlanCheck[]
  signed: { by: string; at: When }
  seenAt: When | null
}

export type CautionView = CautionReading
