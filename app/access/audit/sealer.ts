/**
 * Links audit events into one hash chain per practice, off the request path.
 *
 * Events are sealed in batches at most a second after they were written. Every
 * hour the length of each chain is signed and also written to a file outside
 * the database, so that cutting off its end can be noticed.
 */
import { createPrivateKey, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { appendFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { fieldsOf, type Log } from '../../system/log.ts'
import { CHAIN_START, linkHash, SEALED_COLUMNS, type SealedEvent } from './event.ts'

const SEAL_EVERY_MS = 500
const CHECKPOINT_EVERY_MS = 3_600_000
const BATCH = 5_000
/** No transaction of the app lives longer, so what is older than this and sealed has nothing unsealed before it. */
const STRAGGLER_MS = 60_000

export type Checkpoint = { practiceId: string; link: string; hash: string; at: string; signature: string }

export const checkpointText = ({ practiceId, link, hash, at }: Omit<Checkpoint, 'signature'>) =>
  `groundwork audit ${practiceId} ${link} ${hash} ${at}`

/** Ed25519, from the installation's secret, which is never in the database. */
export function checkpointKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'audit checkpoint', 32))
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}

type SealerOptions = { pool: pg.Pool; secret: string; checkpointFile: string; log: Log }

export function startSealer({ pool, secret, checkpointFile, log }: SealerOptions): { stop(): Promise<void> } {
  const key = checkpointKey(secret)
  let stopping = false
  let nextCheckpoint = Date.now()
  let sealedThrough = '0'
  let pause: (() => void) | undefined
  const stopped = (async () => {
    while (!stopping) {
      try {
        const isDue = Date.now() >= nextCheckpoint
        // A checkpoint looks at every event again, for one whose transaction committed very late.
        const batch = await sealBatch(pool, isDue ? '0' : sealedThrough)
        sealedThrough = batch.sealedThrough
        if (batch.count === BATCH) continue
        if (isDue) {
          await signCheckpoints(pool, key, checkpointFile)
          nextCheckpoint = Date.now() + CHECKPOINT_EVERY_MS
        }
      } catch (error) {
        log.warn('sealing the audit trail did not work and is tried again', fieldsOf(error))
      }
      await new Promise<void>((resolve) => {
        pause = resolve
        setTimeout(resolve, SEAL_EVERY_MS)
      })
    }
  })()
  return {
    stop: async () => {
      stopping = true
      pause?.()
      await stopped
    },
  }
}

/**
 * Seals what is not sealed yet, after `from`, at most one batch.
 * `sealedThrough` is the position up to which nothing can be missing any more.
 */
export async function sealBatch(
  pool: pg.Pool,
  from: string,
): Promise<{ count: number; sealedThrough: string }> {
  const client = await pool.connect()
  try {
    // Two servers may run; one seals at a time, and sees what the other sealed.
    await client.query(`begin; select pg_advisory_xact_lock(hashtextextended('groundwork sealer', 0))`)
    const { rows: events } = await client.query<SealedEvent>(
      `select ${SEALED_COLUMNS} from audit_event as event
       left join audit_seal as seal on seal.practice_id = event.practice_id and seal.position = event.position
       where event.position > $1 and seal.position is null
       order by event.position limit ${BATCH}`,
      [from],
    )
    if (events.length > 0) await insertLinks(client, events)
    const { rows } = await client.query<{ through: string }>(
      `select coalesce(max(position), 0) as through from audit_event
       where position > $1 and at < now() - make_interval(secs => ${STRAGGLER_MS / 1000})`,
      [from],
    )
    await client.query('commit')
    const through = events.length === BATCH ? from : (rows[0]?.through ?? from)
    client.release()
    return { count: events.length, sealedThrough: through === '0' ? from : through }
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function insertLinks(client: pg.PoolClient, events: SealedEvent[]) {
  const heads = new Map<string, { link: bigint; hash: Buffer }>()
  const links: { practiceId: string; link: string; position: string; hash: Buffer }[] = []
  for (const event of events) {
    const head = heads.get(event.practice_id) ?? (await findHead(client, event.practice_id))
    const next = { link: head.link + 1n, hash: linkHash(head.hash, event) }
    heads.set(event.practice_id, next)
    links.push({
      practiceId: event.practice_id,
      link: String(next.link),
      position: event.position,
      hash: next.hash,
    })
  }
  await client.query(
    `insert into audit_seal (practice_id, link, position, hash)
     select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[])`,
    [
      links.map(({ practiceId }) => practiceId),
      links.map(({ link }) => link),
      links.map(({ position }) => position),
      links.map(({ hash }) => hash),
    ],
  )
}

async function findHead(client: pg.PoolClient, practiceId: string): Promise<{ link: bigint; hash: Buffer }> {
  const { rows } = await client.query<{ link: string; hash: Buffer }>(
    'select link, hash from audit_seal where practice_id = $1 order by link desc limit 1',
    [practiceId],
  )
  const [head] = rows
  return head ? { link: BigInt(head.link), hash: head.hash } : { link: 0n, hash: CHAIN_START }
}

/** Signs the head of every chain that grew since its last checkpoint. */
export async function signCheckpoints(pool: pg.Pool, key: KeyObject, file: string): Promise<Checkpoint[]> {
  const { rows: heads } = await pool.query<{ practice_id: string; link: string; hash: Buffer }>(
    `select distinct on (practice_id) practice_id, link, hash from audit_seal order by practice_id, link desc`,
  )
  // With a database elsewhere this may be the first that the data folder is needed for.
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const made: Checkpoint[] = []
  for (const head of heads) {
    const statement = {
      practiceId: head.practice_id,
      link: head.link,
      hash: head.hash.toString('hex'),
      at: new Date().toISOString(),
    }
    const signature = sign(null, Buffer.from(checkpointText(statement)), key)
    const { rowCount } = await pool.query(
      `insert into audit_checkpoint (practice_id, link, hash, at, signature) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [head.practice_id, head.link, head.hash, statement.at, signature],
    )
    if (rowCount === 0) continue
    const checkpoint = { ...statement, signature: signature.toString('hex') }
    await appendFile(file, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 })
    made.push(checkpoint)
  }
  return made
}
