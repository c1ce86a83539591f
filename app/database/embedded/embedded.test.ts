import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { dataFolder, isRoot, query, start, startInChild, until } from '../../../tests/start/ground.ts'
import { serverAccount } from './account.ts'
import { serverProcesses } from './processes.ts'

const pgOf = (dataDir: string) => path.join(dataDir, 'pg')
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

/** A query that keeps its process so busy that it does not notice the end of the postmaster. */
const BUSY = 'do $$ begin loop end loop; end $$'

test('a first start makes a database with checksums, UTF-8 and passwords by SCRAM', async () => {
  const dataDir = dataFolder()
  const server = await start(dataDir)

  const [facts] = await query(
    server,
    `select pg_encoding_to_char(encoding) as encoding, datlocale, current_setting('data_checksums') as checksums,
            (select left(rolpassword, 13) from pg_authid where rolname = 'postgres') as password,
            (select string_agg(distinct auth_method, ' ') from pg_hba_file_rules) as methods
     from pg_database where datname = 'postgres'`,
  )
  expect(facts).toEqual({
    encoding: 'UTF8',
    datlocale: 'C.UTF-8',
    checksums: 'on',
    password: 'SCRAM-SHA-256',
    methods: 'scram-sha-256',
  })
  expect(server.connection).toMatchObject({ host: '127.0.0.1', user: 'postgres' })
})

test('it takes no connection but from this machine, has no socket file, and no other account may read its files', async () => {
  const dataDir = dataFolder()
  const server = await start(dataDir)

  const listening = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, address, , state]) => state === '0A' && address?.endsWith(hexPort(server.connection.port)))
    .map(([, address]) => address?.split(':')[0])
  expect(listening).toEqual(['0100007F']) // 127.0.0.1, as the kernel writes it
  expect(await query(server, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
  for (const name of ['superuser-password', 'postgres.log'])
    expect(modeOf(path.join(dataDir, name))).toBe('600')
  expect(modeOf(pgOf(dataDir))).toBe('700')
})

const hexPort = (port: number) => `:${port.toString(16).toUpperCase().padStart(4, '0')}`

test('PostgreSQL learns nothing of our environment', async () => {
  vi.stubEnv('GROUNDWORK_TEST_SECRET', 'not-for-you')
  onTestFinished(() => void vi.unstubAllEnvs())
  const server = await start(dataFolder())
  const environment = readFileSync(`/proc/${server.postmasterPid()}/environ`, 'utf8')
  expect(environment).toContain('TZ=UTC')
  expect(environment).not.toContain('not-for-you')
})

test('rows are there again after a stop, and a later start is quick', async () => {
  const dataDir = dataFolder()
  const first = await start(dataDir)
  await query(first, 'create table kept as select generate_series(1, 100) as row')
  await first.stop()
  expect(serverProcesses(pgOf(dataDir))).toEqual([])

  const before = performance.now()
  const second = await start(dataDir)
  const tookMs = performance.now() - before
  expect(await query(second, 'select count(*)::int from kept')).toEqual([{ count: 100 }])
  expect(tookMs).toBeLessThan(10_000) // about 60 ms; the rest is room for a busy machine
})

test('a killed postmaster comes back on the same port with its rows, though a child of it was busy', async () => {
  const dataDir = dataFolder()
  const server = await start(dataDir)
  await query(server, 'create table kept as select 7 as row')
  const busy = query(server, BUSY).catch((error) => error)
  await until(
    async () => (await query(server, "select from pg_stat_activity where query like 'do%'")).length > 0,
  )

  const killed = server.postmasterPid() ?? 0
  process.kill(killed, 'SIGKILL')
  await until(() => server.said.includes('PostgreSQL is back.'))

  expect(await busy).toBeInstanceOf(Error)
  expect(server.postmasterPid()).not.toBe(killed)
  expect(await query(server, 'select row from kept')).toEqual([{ row: 7 }])
  expect(server.said).toContain('PostgreSQL ended unexpectedly and is being brought back.')
})

test('a server that dies again and again is given up, in one sentence', async () => {
  const onGivenUp = vi.fn()
  const server = await start(dataFolder(), { onGivenUp })
  for (let death = 1; death <= 4; death++) {
    await until(() => server.postmasterPid() !== undefined && server.said.filter(isBack).length === death - 1)
    process.kill(server.postmasterPid() ?? 0, 'SIGKILL')
  }
  await until(() => onGivenUp.mock.calls.length > 0)
  expect(onGivenUp.mock.calls[0]?.[0].message).toMatch(/^PostgreSQL ended 4 times within a minute/)
  await server.stop()
  expect(onGivenUp).toHaveBeenCalledTimes(1)
})

const isBack = (message: string) => message === 'PostgreSQL is back.'

test('a stop while the server is being brought back ends everything', async () => {
  const dataDir = dataFolder()
  const server = await start(dataDir)
  process.kill(server.postmasterPid() ?? 0, 'SIGKILL')
  await sleep(30)
  await Promise.all([server.stop(), server.stop()])
  expect(serverProcesses(pgOf(dataDir))).toEqual([])
})

test('after kill -9 of node alone, the next start ends what was left and keeps the rows', async () => {
  const dataDir = dataFolder()
  const child = await startInChild(dataDir)
  await query(child.server, 'create table kept as select 1 as row')
  child.process.kill('SIGKILL')
  await once(child.process, 'exit')
  expect(serverProcesses(pgOf(dataDir)).map(({ pid }) => pid)).toContain(child.postmasterPid)

  const server = await start(dataDir)
  expect(server.said[0]).toMatch(/^Stopping \d+ PostgreSQL processes/)
  expect(await query(server, 'select row from kept')).toEqual([{ row: 1 }])
})

test('after kill -9 of node and of the postmaster, busy child and all, the next start recovers', async () => {
  const dataDir = dataFolder()
  const child = await startInChild(dataDir)
  await query(child.server, 'create table kept as select 1 as row')
  const busy = query(child.server, BUSY).catch((error) => error)
  await until(
    async () => (await query(child.server, "select from pg_stat_activity where query like 'do%'")).length > 0,
  )
  process.kill(child.process.pid ?? 0, 'SIGSTOP') // so that it can neither reap nor revive the postmaster: a zombie
  process.kill(child.postmasterPid, 'SIGKILL')
  child.process.kill('SIGKILL')
  await once(child.process, 'exit')

  const server = await start(dataDir)
  expect(await busy).toBeInstanceOf(Error)
  expect(await query(server, 'select row from kept')).toEqual([{ row: 1 }])
})

test('a node process that ends without stopping it takes the server along', async () => {
  const dataDir = dataFolder()
  const child = await startInChild(dataDir, 'process.exit(3)')
  await once(child.process, 'exit')
  await until(() => serverProcesses(pgOf(dataDir)).length === 0)
})

test('a pid file that names a stranger does not stop a start, and the stranger is left alone', async () => {
  const dataDir = dataFolder()
  await (await start(dataDir)).stop()
  const account = serverAccount(pgOf(dataDir))
  const stranger = spawn('sleep', ['60'], { cwd: pgOf(dataDir), ...(account ?? {}) })
  onTestFinished(() => void stranger.kill())
  const pid = stranger.pid ?? 0
  writePidFile(dataDir, pid)

  const server = await start(dataDir)
  expect(server.said).toEqual([
    `Process ${pid} in postmaster.pid is not PostgreSQL's any more; the file was removed.`,
  ])
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
})

test('a pid file that names a dead process nobody has reaped does not stop a start', async () => {
  const dataDir = dataFolder()
  await (await start(dataDir)).stop()
  const account = serverAccount(pgOf(dataDir))
  // The shell becomes a `sleep`, which never asks after the child it has inherited.
  const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60'], { ...(account ?? {}) })
  onTestFinished(() => void parent.kill())
  const [printed] = await once(parent.stdout, 'data')
  const pid = Number(printed)
  await until(() => stateOf(pid) === 'Z')
  writePidFile(dataDir, pid)

  const server = await start(dataDir)
  expect(server.said).toEqual([
    `Process ${pid} in postmaster.pid is not PostgreSQL's any more; the file was removed.`,
  ])
})

/** As /proc says it; a shell that asked after its child in time leaves nothing to read. */
function stateOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]
  } catch {
    return undefined
  }
}

const writePidFile = (dataDir: string, pid: number) =>
  writeFileSync(
    path.join(pgOf(dataDir), 'postmaster.pid'),
    `${pid}\n${pgOf(dataDir)}\n1\n5432\n\n127.0.0.1\n`,
  )

test('no value reaches the log: not from an error, nor from a query that was running at a crash', async () => {
  const dataDir = dataFolder()
  const server = await start(dataDir)
  await query(
    server,
    "create table note (words text unique, number int); insert into note values ('nightmare-1')",
  )
  const refused = [
    "insert into note values ('nightmare-1')",
    "insert into note (number) values ('nightmare-2')",
    "select 'nightmare-3' from nowhere",
    "do $$ begin raise warning 'nightmare-4'; end $$; select 1/0",
    "select set_config('log_min_messages', 'nightmare-5', false)",
  ]
  for (const each of refused) await expect(query(server, each)).rejects.toThrow()

  const crashing = query(server, "select pg_sleep(60), 'nightmare-6'").catch((error) => error)
  const running =
    "select pid from pg_stat_activity where query like '%nightmare-6%' and pid <> pg_backend_pid()"
  await until(async () => (await query(server, running)).length > 0)
  const [backend] = await query(server, running)
  process.kill(Number(backend?.pid), 'SIGKILL')
  await crashing
  const log = () => readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')
  await until(() => log().includes('was terminated by signal 9'))
  await until(async () => (await query(server, 'select 1').catch(() => [])).length > 0)
  expect(log()).not.toContain('nightmare')
})

test.runIf(isRoot)('started by root, it runs as an account that is not', async () => {
  const server = await start(dataFolder())
  expect(statSync(`/proc/${server.postmasterPid()}`).uid).toBeGreaterThan(0)
})
