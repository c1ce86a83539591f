/**
 * Opens the house: configuration, database, sign-in, mail. What server.ts serves
 * and what the commands work on. Composition alone: every part has a room.
 */
import { sql } from 'kysely'
import type pg from 'pg'
import { isPersonRole, type Role } from './access/actor.ts'
import { createLogin, type Login } from './access/login/login.ts'
import { refuseOtherInstallation } from './admission.ts'
import { words } from './content/words.ts'
import { openDatabase, openPool } from './database/connection.ts'
import { startEmbedded } from './database/embedded/embedded.ts'
import { defaultDataDir, makeUsable } from './database/embedded/folder.ts'
import { type FoundedPractice, findPractice } from './database/installation.ts'
import { prepareJobs } from './database/jobs.ts'
import { migrate } from './database/migrate.ts'
import { type Connection, connectionAs, type DatabaseRole, prepareDatabase } from './database/roles.ts'
import { connectionFromUrl } from './database/url.ts'
import type { Mail } from './partners/mail.ts'
import { createDemoMail } from './partners/mail-demo.ts'
import { createSmtpMail } from './partners/mail-smtp.ts'
import { type Config, readConfig, readSecret } from './system/config.ts'
import { Refusal } from './system/errors.ts'
import type { Log } from './system/log.ts'

const DATABASE = 'groundwork'
/** How many queries run at once: two cores do not answer faster with more. */
const APP_CONNECTIONS = 12

export type Ground = {
  config: Config
  secret: string
  dataDir: string
  server: Connection
  /** The migrations that ran just now. */
  migrated: readonly string[]
  connectionAs: (role: DatabaseRole) => Connection
  /** A pool that ends with the house. */
  poolAs: (role: DatabaseRole, size: number) => pg.Pool
  close: () => Promise<void>
}

type GroundOptions = {
  env: NodeJS.ProcessEnv
  log: Log
  onGivenUp: (reason: Refusal) => void
  /** For the one command that changes the secret: what the database may still be under. */
  formerSecret?: string
}

/**
 * The database, started or found, brought to this version.
 * @throws Refusal; unless mode and secret are this database's, nothing in it was altered then
 */
export async function openGround({ env, log, onGivenUp, formerSecret }: GroundOptions): Promise<Ground> {
  const config = readConfig({ env, nodeVersion: process.version })
  const say = ({ message }: { message: string }) => log.info(message)
  const dataDir = defaultDataDir({ say, env })
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir, say, onGivenUp, notPort: config.port })
      : undefined
  const pools: pg.Pool[] = []
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await embedded?.stop()
  }
  try {
    if (!embedded) makeUsable(dataDir)
    const { secret, from, keep } = readSecret(config.mode, dataDir, env)
    const server = embedded
      ? await ownDatabase(embedded.connection)
      : connectionFromUrl(config.databaseUrl ?? '')
    const as = (role: DatabaseRole) => connectionAs(server, secret, role)
    await prepareDatabase(server, secret, async (client) => {
      await refuseOtherInstallation(client, { server, mode: config.mode, secret, from, formerSecret })
      keep()
    })
    const migrated = await bringUpToDate(as)
    const poolAs = (role: DatabaseRole, size: number) => {
      const pool = openPool(as(role), size)
      pools.push(pool)
      return pool
    }
    return { config, secret, dataDir, server, migrated, connectionAs: as, poolAs, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The embedded server is a cluster; ours is one database in it. */
async function ownDatabase(superuser: Connection): Promise<Connection> {
  const pool = openPool(superuser, 1)
  try {
    const { rowCount } = await pool.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await pool.query(`create database ${DATABASE}`)
  } finally {
    await pool.end()
  }
  return { ...superuser, database: DATABASE }
}

async function bringUpToDate(as: Ground['connectionAs']): Promise<string[]> {
  const migrated = await migrate(as('owner'))
  await prepareJobs(as('worker'))
  return migrated
}

export type House = Ground & {
  db: ReturnType<typeof openDatabase>
  login: Login
  mail: Mail
  demoMail: ReturnType<typeof createDemoMail> | undefined
}

/** Sign-in and mail on the ground. The practice may not be founded yet. */
export async function furnish(ground: Ground, log: Log): Promise<House> {
  const { config, secret, dataDir, poolAs } = ground
  const now = () => new Date()
  const db = openDatabase(poolAs('app', APP_CONNECTIONS))
  const demoMail = config.mode === 'demo' ? createDemoMail(`${dataDir}/demo-mail`, now) : undefined
  const mail = demoMail ?? smtp(config)
  const login = createLogin({
    pool: poolAs('login', 8),
    origin: config.origin,
    secret,
    mode: config.mode,
    practiceName: await nameOf(ground),
    sendMail: mail.send,
    changedMail: words.en.mail.signInChanged,
    rolesOf: async (accountId) => {
      const { rows } = await sql<{ roles: string[] }>`
        select roles from access.find_member(${accountId})`.execute(db)
      return rows.flatMap(({ roles }) => roles).filter(isPersonRole) satisfies Role[]
    },
    log,
  })
  await login.migrate()
  return { ...ground, db, login, mail, demoMail }
}

function smtp({ smtp }: Config): Mail {
  if (!smtp) throw new Refusal('SMTP_URL is missing.')
  return createSmtpMail(smtp)
}

const nameOf = async (ground: Ground) => (await readPractice(ground))?.name ?? 'Groundwork'

export async function readPractice({ connectionAs }: Ground): Promise<FoundedPractice | undefined> {
  const owner = openDatabase(openPool(connectionAs('owner'), 1))
  try {
    return await findPractice(owner)
  } finally {
    await owner.destroy()
  }
}
