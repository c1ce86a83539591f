import { createHash } from 'node:crypto'

/** An audit event as it is sealed. Every field as text, so that it reads the same for ever. */
export type SealedEvent = {
  practice_id: string
  position: string
  /** UTC with microseconds. */
  at: string
  actor_id: string
  actor_role: string
  kind: string
  action: string
  patient_ids: string[]
  outcome: string
  cause: string | null
}

/** The columns of `audit_event`, as SQL, in the shape of `SealedEvent`. */
export const SEALED_COLUMNS = `
  event.practice_id, event.position, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  event.actor_id, event.actor_role, event.kind, event.action, event.patient_ids::text[], event.outcome, event.cause`

export const CHAIN_START = Buffer.alloc(32)

/** One link: SHA-256 of the link before and of the event. */
export function linkHash(before: Buffer, event: SealedEvent): Buffer {
  const fields = [
    ...[
      event.practice_id,
      event.position,
      event.at,
      event.actor_id,
      event.actor_role,
      event.kind,
      event.action,
    ],
    ...[event.patient_ids, event.outcome, event.cause],
  ]
  return createHash('sha256').update(before).update(JSON.stringify(fields)).digest()
}
