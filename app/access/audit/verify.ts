/** Reads the whole audit trail again and says whether anything in it was changed. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type pg from 'pg'
import { CHAIN_START, linkHash, SEALED_COLUMNS, type SealedEvent } from './event.ts'
import { type Checkpoint, checkpointText } from './sealer.ts'

export type Trouble = {
  practiceId: string
  /** Where in the chain; the row to look at. */
  link: string
  what:
    | 'event changed'
    | 'event missing'
    | 'link missing'
    | 'checkpoint not ours'
    | 'chain differs from checkpoint'
}

export type Verdict = {
  links: number
  checkpoints: number
  /** Events no link speaks of yet: a second's worth on a running server. More means somebody removed links. */
  unsealed: number
  troubles: Trouble[]
}

type Queryable = Pick<pg.ClientBase, 'query'>

const PAGE = 10_000

/**
 * `outside` are the checkpoints kept in the file; a checkpoint that only the file
 * remembers shows that the end of the chain was cut off in the database.
 */
export async function verifyAudit(
  pool: Queryable,
  key: KeyObject,
  outside: readonly Checkpoint[],
): Promise<Verdict> {
  const publicKey = createPublicKey(key)
  const { rows: practices } = await pool.query<{ practice_id: string }>(
    'select practice_id from audit_seal union select practice_id from audit_checkpoint',
  )
  const ids = new Set([...practices.map((row) => row.practice_id), ...outside.map((kept) => kept.practiceId)])
  const verdict: Verdict = { links: 0, checkpoints: 0, unsealed: 0, troubles: [] }
  for (const practiceId of ids) {
    const checkpoints = [...(await listCheckpoints(pool, practiceId)), ...outside].filter(
      (checkpoint) => checkpoint.practiceId === practiceId,
    )
    const wanted = new Map<string, string>()
    for (const checkpoint of checkpoints) {
      verdict.checkpoints += 1
      const text = Buffer.from(checkpointText(checkpoint))
      if (verify(null, text, publicKey, Buffer.from(checkpoint.signature, 'hex')))
        wanted.set(checkpoint.link, checkpoint.hash)
      else verdict.troubles.push({ practiceId, link: checkpoint.link, what: 'checkpoint not ours' })
    }
    verdict.links += await walkChain(pool, practiceId, wanted, verdict.troubles)
  }
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from audit_event as event where not exists (
       select from audit_seal as seal where seal.practice_id = event.practice_id and seal.position = event.position)`,
  )
  verdict.unsealed = Number(rows[0]?.count)
  return verdict
}

async function listCheckpoints(pool: Queryable, practiceId: string): Promise<Checkpoint[]> {
  const { rows } = await pool.query<{ link: string; hash: Buffer; at: Date; signature: Buffer }>(
    'select link, hash, at, signature from audit_checkpoint where practice_id = $1 order by link',
    [practiceId],
  )
  return rows.map(({ link, hash, at, signature }) => ({
    practiceId,
    link,
    hash: hash.toString('hex'),
    at: at.toISOString(),
    signature: signature.toString('hex'),
  }))
}

/** Walks one practice's chain from its first link; names the first trouble of each kind it meets at a link. */
async function walkChain(
  pool: Queryable,
  practiceId: string,
  checkpoints: Map<string, string>,
  troubles: Trouble[],
): Promise<number> {
  let before: Buffer = CHAIN_START
  let link = 0n
  for (;;) {
    const { rows } = await pool.query<SealedEvent & { link: string; hash: Buffer; is_there: boolean }>(
      `select seal.link, seal.hash, event.position is not null as is_there, ${SEALED_COLUMNS}
       from audit_seal as seal
       left join audit_event as event on event.practice_id = seal.practice_id and event.position = seal.position
       where seal.practice_id = $1 and seal.link > $2
       order by seal.link limit ${PAGE}`,
      [practiceId, String(link)],
    )
    for (const row of rows) {
      const report = (what: Trouble['what']) => troubles.push({ practiceId, link: row.link, what })
      if (BigInt(row.link) !== link + 1n) report('link missing')
      else if (!row.is_there) report('event missing')
      else if (!linkHash(before, row).equals(row.hash)) report('event changed')
      const stated = checkpoints.get(row.link)
      if (stated !== undefined && stated !== row.hash.toString('hex')) report('chain differs from checkpoint')
      checkpoints.delete(row.link)
      before = row.hash // go on from what is stored, so that one trouble is one trouble
      link = BigInt(row.link)
    }
    if (rows.length < PAGE) break
  }
  for (const missing of checkpoints.keys()) troubles.push({ practiceId, link: missing, what: 'link missing' })
  return Number(link)
}
