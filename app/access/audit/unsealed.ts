import type pg from 'pg'

export type Unsealed = {
  count: number
  oldestAt: Date | undefined
  /** Left out although the sealer went on to later ones: somebody took links away, or slipped events in. */
  passedOver: number
  /** A server is running on this database and seals what is written within a second. */
  isSealerHere: boolean
}

/** No transaction of the app lives longer, so the sealer meets every event within this time. */
const STRAGGLER = '60 seconds'

/** Events no link speaks of, and whether that is as it should be. As the sealer, on its only connection. */
export async function findUnsealed(sealer: Pick<pg.ClientBase, 'query'>): Promise<Unsealed> {
  const { rows } = await sealer.query<{ count: string; oldest_at: Date | null; passed_over: string }>(
    `with sealed as (
       select event.practice_id, max(event.at) as latest_at
       from audit_seal as seal join audit_event as event using (practice_id, position)
       group by event.practice_id
     )
     select count(*), min(event.at) as oldest_at,
       count(*) filter (where sealed.latest_at > event.at + interval '${STRAGGLER}') as passed_over
     from audit_event as event left join sealed using (practice_id)
     where not exists (
       select from audit_seal as seal
       where seal.practice_id = event.practice_id and seal.position = event.position)`,
  )
  const { rowCount: others } = await sealer.query(
    `select from pg_stat_activity
     where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`,
  )
  return {
    count: Number(rows[0]?.count),
    oldestAt: rows[0]?.oldest_at ?? undefined,
    passedOver: Number(rows[0]?.passed_over),
    isSealerHere: others !== 0,
  }
}
