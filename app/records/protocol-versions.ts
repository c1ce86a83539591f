import type { Scope } from '../access/permit.ts'
import type { Limits } from '../clinical/protocol.ts'

export type SignedProtocol = {
  version: number
  limits: Limits
  /** A demo's numbers, made up. Said wherever they are shown. */
  isInvented: boolean
  signedBy: string
  signedAt: Date
}

/** The protocol in force, or undefined: then every rule that needs a limit answers unknown. */
export async function findProtocolInForce({
  trx,
  practiceId,
}: Scope<'submit-answers' | 'read-chart' | 'read-worklist' | 'read-protocol'>): Promise<
  SignedProtocol | undefined
> {
  const row = await trx
    .selectFrom('protocol_version')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      version: row.version,
      limits: row.limits,
      isInvented: row.is_invented,
      signedBy: row.signed_by,
      signedAt: row.signed_at,
    }
  )
}
