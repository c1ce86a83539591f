/**
 * The PostgreSQL that comes with Groundwork: started with it, ended with it, and
 * brought back when it dies.
 *
 * It listens on 127.0.0.1 alone, without TLS, and takes passwords only. Made for
 * Linux: the lock and the search for leftovers use what its kernel offers.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../../system/errors.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { findCluster, makeCluster, SUPERUSER } from './cluster.ts'
import { type DataFolder, openFolder, type Say } from './folder.ts'
import { freePort, type Postmaster, runPostmaster } from './postmaster.ts'
import { dropStalePidFile, stopLeftovers } from './processes.ts'

export type EmbeddedServer = {
  /** As the superuser: for making roles and databases, never for the application's own queries. */
  connection: { host: string; port: number; user: string; password: string; database: string }
  /** Undefined while there is none. */
  postmasterPid: () => number | undefined
  /** Ends the server and lets go of the folder. Calling it again is harmless. */
  stop: () => Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  say: Say
  /** Called once when the server died too often to be brought back again. `stop` is still to be called. */
  onGivenUp?: (reason: Refusal) => void
  /** A port the database leaves alone: the one the pages will be served on. */
  notPort?: number
  /** PostgreSQL settings that replace ours; for tests and bench. */
  settings?: Record<string, string>
}

/** More deaths than this within the window and something is wrong that a restart does not mend. */
const MOST_DEATHS = 3
const WINDOW_MS = 60_000
const PAUSE_MS = 300

/** @throws Refusal, with no data touched, when it cannot start */
export async function startEmbedded({
  dataDir,
  say,
  onGivenUp = () => {},
  notPort,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = await openFolder(dataDir)
  try {
    const known = findCluster(folder)
    const binaries = findBinaries(folder, say)
    const password = known ?? (await makeCluster(folder, binaries, say))
    const port = await freePort(notPort)
    const connection = { host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' }
    const server = new Supervised({ folder, binaries, port, settings, say, onGivenUp })
    await server.start()
    await checkPassword(connection, folder.path).catch(async (error) => {
      await server.stop()
      throw error
    })
    return { connection, postmasterPid: () => server.pid, stop: () => server.stop() }
  } catch (error) {
    await folder.unlock()
    throw error
  }
}

type Supervision = {
  folder: DataFolder
  binaries: Binaries
  port: number
  settings: Record<string, string>
  say: Say
  onGivenUp: (reason: Refusal) => void
}

class Supervised {
  readonly #with: Supervision
  #postmaster: Postmaster | undefined
  #kept: Promise<void> = Promise.resolve()
  #isStopping = false
  #stopped: Promise<void> | undefined

  constructor(supervision: Supervision) {
    this.#with = supervision
  }

  get pid(): number | undefined {
    return this.#postmaster?.hasEnded() ? undefined : this.#postmaster?.pid
  }

  async start(): Promise<void> {
    process.on('exit', this.#endWithUs)
    try {
      await this.#run()
    } catch (error) {
      process.off('exit', this.#endWithUs)
      throw error
    }
    this.#kept = this.#keep()
  }

  stop(): Promise<void> {
    this.#isStopping = true
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #run(): Promise<void> {
    const { folder, say } = this.#with
    await stopLeftovers(folder.pg, say)
    if (this.#isStopping) return
    dropStalePidFile(folder.pg, say)
    this.#postmaster = runPostmaster(this.#with)
    await this.#postmaster.ready()
  }

  /** Brings the server back, on the same port, as long as that helps. */
  async #keep(): Promise<void> {
    const { say, onGivenUp } = this.#with
    let reason = 'it was killed or crashed'
    let deaths: number[] = []
    for (;;) {
      await this.#postmaster?.ended
      if (this.#isStopping) return
      const now = Date.now()
      deaths = [...deaths.filter((at) => now - at < WINDOW_MS), now]
      if (deaths.length > MOST_DEATHS) {
        onGivenUp(new Refusal(`PostgreSQL ended ${deaths.length} times within a minute: ${reason}`))
        return
      }
      say({ message: 'PostgreSQL ended unexpectedly and is being brought back.' })
      await sleep((deaths.length - 1) * PAUSE_MS)
      try {
        await this.#run()
        if (!this.#isStopping) say({ message: 'PostgreSQL is back.' })
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error) // and its end is the next death
      }
    }
  }

  async #stop(): Promise<void> {
    const { folder, say } = this.#with
    await this.#postmaster?.stop()
    await this.#kept
    await stopLeftovers(folder.pg, say) // children of a postmaster that was killed just now
    process.off('exit', this.#endWithUs)
    await folder.unlock()
  }

  /** A process that ends without calling `stop`, after a bug for example, still takes the server along. */
  readonly #endWithUs = () => {
    if (this.pid !== undefined) process.kill(this.pid, 'SIGINT')
  }
}

/** @throws Refusal when the password file is not the one this database was made with */
async function checkPassword(connection: EmbeddedServer['connection'], home: string): Promise<void> {
  const client = new pg.Client(connection)
  try {
    await client.connect()
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '28P01') throw error
    throw new Refusal(
      `The password in ${home}/superuser-password is not this database's: bring the file back from a backup of the data folder.`,
      { cause: error },
    )
  } finally {
    await client.end()
  }
}
