import type { OrderStanding, SupplyDifference } from '../../clinical/supply.ts'
import type { ReleaseNeeds, UnitCount, UnitEvent } from '../../clinical/unit-count.ts'
import type { When } from '../when.tsx'

export const supplyHref = (patientId: string): string => `/console/patients/${patientId}/supply`

export type EntryView = {
  reference: string
  pharmacy: string
  units: number
  strengthMg: number
  prescribedOn: When
  by: string
  at: When
}

export type OrderView = {
  id: string
  planVersion: number
  units: number
  strengthMg: number
  by: string
  at: When
  standing: OrderStanding
  received: number
  entry: EntryView | null
  differs: readonly SupplyDifference[]
  earlier: readonly EntryView[]
  withdrawn: { by: string; at: When; because: string } | null
  mayReceive: boolean
}

export type UnitsView = {
  count: UnitCount
  needs: ReleaseNeeds
  countedAt: When | null
  /** What was recorded, the latest first. */
  history: readonly { id: string; event: UnitEvent; at: When; by: string }[]
  /** Asked with the count that differs: when it was sent, and who of the team saw it. */
  conversation: { sentAt: When; seen: { by: string; at: When } | null } | null
}

/** A form of the page that could not be carried out: what to say, and what was written. */
export type FormAnswer = {
  form: 'order' | 'reference' | 'delivery' | 'loss'
  orderId: string
  message: string
  written: Readonly<Record<string, string>>
}
