/**
 * A PostgreSQL 15 from Debian for the tests of `DATABASE_URL`, as old as we
 * support: a cluster of its own in a temporary folder, gone at the end.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aptInstall } from './chromium.mjs'
import { isDebianRoot, Stop, stopIfSignalled } from './run.mjs'

const PROGRAMS = '/usr/lib/postgresql/15/bin'
const READY_WITHIN_MS = 60_000

/** Installs it where CI may; elsewhere it is used if it is there. @returns whether it is there */
export async function findDebianPostgres() {
  if (existsSync(PROGRAMS)) return true
  if (process.env.CI !== 'true' || !isDebianRoot()) return false
  await aptInstall('postgresql-common')
  appendFileSync('/etc/postgresql-common/createcluster.conf', '\ncreate_main_cluster = false\n') // tests make their own
  await aptInstall('postgresql-15')
  return existsSync(PROGRAMS)
}

/** @returns the superuser's address, and `stop`, which ends and removes it */
export async function startDebianPostgres() {
  const account = process.getuid() === 0 ? postgresAccount() : {}
  const home = mkdtempSync(path.join(os.tmpdir(), 'groundwork-pg15-'))
  const data = path.join(home, 'data')
  const passwordFile = path.join(home, 'password')
  const password = randomBytes(24).toString('hex')
  let server
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await Promise.race([ended, sleep(10_000, undefined, { ref: false }).then(() => server.kill('SIGKILL'))])
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (account.uid) for (const each of [home, passwordFile]) chownSync(each, account.uid, account.gid)
    chmodSync(home, 0o700)
    const options = [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]
    const made = spawnSync(path.join(PROGRAMS, 'initdb'), options, { ...account, cwd: '/', encoding: 'utf8' })
    if (made.status !== 0) throw new Stop(`PostgreSQL 15 could not make its folder: ${made.stderr}`)

    const port = await freePort()
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      `port=${port}`,
      'max_connections=200',
    ]
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
    // Its own session: a Ctrl-C in the terminal reaches us, and we end it after the tests have ended.
    server = spawn(path.join(PROGRAMS, 'postgres'), args, {
      ...account,
      cwd: '/',
      stdio: 'ignore',
      detached: true,
    })
    await untilReady(server, data)
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilReady(server, data) {
  const pidFile = path.join(data, 'postmaster.pid')
  const until = Date.now() + READY_WITHIN_MS
  while (!(existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.trim() === 'ready')) {
    stopIfSignalled()
    if (server.exitCode !== null || Date.now() > until) throw new Stop('PostgreSQL 15 did not start.')
    await sleep(20)
  }
}

function postgresAccount() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  if (!line) throw new Stop('PostgreSQL 15 is installed, but its account postgres is missing.')
  const [, , uid, gid] = line.split(':').map(Number)
  return { uid, gid }
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
