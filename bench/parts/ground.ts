/** What every measurement stands on: the built house on an empty folder, a floor beside it, and the machine's name. */
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Connection, DatabaseRole } from '../../app/database/roles.ts'
import { type MortalHouse, makeHouse } from '../../tests/browser/mortal-house.ts'

/** Starts the house, does the work, and leaves neither process nor folder behind. */
export async function withHouse(work: (house: MortalHouse) => Promise<void>): Promise<void> {
  const house = await makeHouse()
  const onSignal = () => void house.remove().then(() => process.exit(130))
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    house.begin()
    await house.ready()
    await house.everybodyThere()
    await work(house)
    const status = await house.end('SIGTERM')
    if (status !== 0) throw new Error(`the server ended with ${status}:\n${house.said()}`)
  } finally {
    await house.remove()
  }
}

/** PostgreSQL's superuser, whom row-level security does not bind: for floors, never for the house. */
export function superuserOf(house: MortalHouse): Connection {
  const password = readFileSync(path.join(house.dataDir, 'superuser-password'), 'utf8').trim()
  return { ...house.connectionAs('owner'), user: 'postgres', password }
}

export const connectionOf = (house: MortalHouse, role: DatabaseRole | 'superuser') =>
  role === 'superuser' ? superuserOf(house) : house.connectionAs(role)

/** Statements on a connection of their own. Returns the rows of the last. */
export async function query<Row extends pg.QueryResultRow>(
  house: MortalHouse,
  role: DatabaseRole | 'superuser',
  text: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client(connectionOf(house, role))
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** One line on the machine, and how busy it was: figures of another machine, or of a busy one, do not compare. */
export function machine(): string {
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const [lastMinute = 0] = os.loadavg()
  return `${cpus.length} × ${cpus[0]?.model.trim()}, ${memory} GiB, Node ${process.versions.node}, load ${lastMinute.toFixed(1)}`
}
