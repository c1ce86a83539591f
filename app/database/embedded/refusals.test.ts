import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { dataFolder, isRoot, query, start, startInChild, until } from '../../../tests/start/ground.ts'
import { Refusal } from '../../system/errors.ts'
import { mayPass } from './account.ts'
import { defaultDataDir, makeUsable, refuseFullDisk } from './folder.ts'
import { serverProcesses } from './processes.ts'

/** The one sentence of a start that must not succeed. */
async function refusalOf(dataDir: string): Promise<string> {
  const reason = await start(dataDir).catch((error: unknown) => error)
  expect(reason).toBeInstanceOf(Refusal)
  return reason instanceof Refusal ? reason.message : ''
}

/** Names, sizes and times of everything in the folder: what "nothing was touched" means. */
const stateOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => [name, statSync(path.join(folder, name))] as const)
    .map(([name, { size, mtimeMs, mode, uid }]) => `${name} ${size} ${mtimeMs} ${mode} ${uid}`)

test('a second start on the same folder is refused, from here and from elsewhere, and the first goes on', async () => {
  const dataDir = dataFolder()
  const child = await startInChild(dataDir)
  const before = serverProcesses(path.join(dataDir, 'pg'))

  expect(await refusalOf(dataDir)).toBe(`Groundwork is already running on ${dataDir}: stop it first.`)
  const disguised = `${dataDir}-link`
  symlinkSync(dataDir, disguised)
  expect(await refusalOf(disguised)).toMatch(/already running/)

  expect(await query(child.server, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(serverProcesses(path.join(dataDir, 'pg'))).toEqual(expect.arrayContaining(before.slice(0, 1)))
  child.process.kill('SIGKILL')
  await until(() => child.process.signalCode !== null)
  await start(dataDir)
})

test('a folder made by another version is refused and not touched', async () => {
  const dataDir = dataFolder()
  await (await start(dataDir)).stop()
  writeFileSync(path.join(dataDir, 'pg', 'PG_VERSION'), '17\n')
  const before = stateOf(dataDir)
  expect(await refusalOf(dataDir)).toMatch(
    /was made by PostgreSQL 17 and this Groundwork brings 18: .*export/,
  )
  expect(stateOf(dataDir)).toEqual(before)
})

test('a folder called pg that is something else is refused and not touched', async () => {
  const dataDir = dataFolder()
  mkdirSync(path.join(dataDir, 'pg'), { recursive: true })
  chmodSync(dataDir, 0o755)
  writeFileSync(path.join(dataDir, 'pg', 'holiday.txt'), 'mine')
  const before = stateOf(dataDir)
  expect(await refusalOf(dataDir)).toMatch(/pg is not a PostgreSQL data folder/)
  expect(stateOf(dataDir)).toEqual(before)
})

test.each([
  ['is missing', (file: string) => rmSync(file)],
  ["is not this database's", (file: string) => writeFileSync(file, 'another-password')],
])('a password file that %s is named, and the server that was tried is gone', async (_, spoil) => {
  const dataDir = dataFolder()
  await (await start(dataDir)).stop()
  spoil(path.join(dataDir, 'superuser-password'))
  expect(await refusalOf(dataDir)).toMatch(/superuser-password is .*bring .*back from a backup/)
  expect(serverProcesses(path.join(dataDir, 'pg'))).toEqual([])
})

test('a setting PostgreSQL does not take is told in its own words', async () => {
  const dataDir = dataFolder()
  const refused = start(dataDir, { settings: { shared_buffers: 'plenty' } })
  await expect(refused).rejects.toThrow(/^PostgreSQL did not start \(invalid value .*postgres\.log\.$/)
})

test('a folder that cannot be passed is named together with DATA_DIR', async () => {
  const dataDir = dataFolder()
  const closed = path.join(dataDir, 'home')
  mkdirSync(closed, { recursive: true })
  chmodSync(dataDir, 0o755)
  chmodSync(closed, isRoot ? 0o700 : 0o000) // root passes everything itself; PostgreSQL's account does not
  onTestFinished(() => chmodSync(closed, 0o700))
  const sentence = await refusalOf(path.join(closed, 'data'))
  expect(sentence).toContain(closed)
  expect(sentence).toContain('DATA_DIR')
})

test('a folder that cannot be written is named together with DATA_DIR', async () => {
  const dataDir = dataFolder()
  mkdirSync(dataDir, { recursive: true })
  if (!(isRoot && mount(dataDir, 'ro,size=1m'))) chmodSync(dataDir, 0o500)
  const where = isRoot && !isMounted(dataDir) ? '/proc/groundwork' : dataDir // where even root cannot write
  const sentence = await refusalOf(where)
  expect(sentence).toContain(`The data folder ${where} cannot be used by this account`)
  expect(sentence).toContain('DATA_DIR')
})

/** A folder that is there, and a file in it. */
function folderWithFile() {
  const folder = dataFolder()
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const file = path.join(folder, 'notes.txt')
  writeFileSync(file, 'mine')
  return { folder, file }
}

test.each<[string, () => string]>([
  ['a file', () => folderWithFile().file],
  ['below a file', () => path.join(folderWithFile().file, 'data')],
  ['where the file system makes no folders, two levels down', () => '/proc/groundwork/data'],
  [
    'a link to nowhere',
    () => {
      const link = path.join(folderWithFile().folder, 'link')
      symlinkSync('/nowhere/at/all', link)
      return link
    },
  ],
])('a data folder that is %s is refused in one sentence, with either database', async (_, make) => {
  const where = make()
  const sentence = await refusalOf(where)
  expect(sentence).toMatch(/^The data folder .* cannot be used by this account \(E[A-Z]+\): .*DATA_DIR/)
  expect(sentence).toContain(where)
  expect(() => makeUsable(where)).toThrow(sentence)
})

test('a data folder is made level by level, closed to others but for PostgreSQL’s passing, and left empty', () => {
  const folder = path.join(dataFolder(), 'deep')
  const account = { uid: 1, gid: 1, name: 'another' }
  expect(makeUsable(folder, account)).toBe(folder)
  const modeOf = (each: string) => statSync(each).mode & 0o777
  expect([modeOf(folder), modeOf(path.dirname(folder))]).toEqual([0o711, 0o711])
  expect(makeUsable(path.join(folder, 'own'))).toBe(path.join(folder, 'own'))
  expect(modeOf(path.join(folder, 'own'))).toBe(0o700)
  expect(readdirSync(path.join(folder, 'own'))).toEqual([])
})

test.each([
  [200, undefined],
  [199, /disk that holds \/data is full: 199 MB are free and Groundwork needs 200 MB/],
  [0, /0 MB are free/],
])('with %i MB free a start is judged before anything is written', (megabytes, refusal) => {
  const judge = () => refuseFullDisk('/data', megabytes * 2 ** 20)
  if (refusal) expect(judge).toThrow(refusal)
  else expect(judge).not.toThrow()
})

// A disk of one's own takes root's right to mount; the judgement itself is tested above for everybody.
const canMount = isRoot && spawnSync('unshare', ['--mount', 'true']).status === 0

test.runIf(canMount)('a disk that is full before the first start is left as it was', async () => {
  const dataDir = dataFolder()
  mkdirSync(dataDir, { recursive: true })
  mount(dataDir, 'size=100m,mode=755')
  expect(await refusalOf(dataDir)).toMatch(/^The disk that holds .* is full: 100 MB are free/)
  expect(readdirSync(dataDir)).toEqual([])
})

test.runIf(canMount)(
  'rows outlive a disk that fills up while running, and a start on the full disk',
  async () => {
    const dataDir = dataFolder()
    mkdirSync(dataDir, { recursive: true })
    mount(dataDir, 'size=450m,mode=755')
    const onGivenUp = vi.fn()
    const server = await start(dataDir, { onGivenUp })
    await query(server, 'create table kept (row int, weight text); insert into kept values (1)')

    const ballast = path.join(dataDir, 'ballast')
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M'])
    const heavyTable =
      'insert into kept select n, repeat(md5(n::text), 40) from generate_series(1, 20000) as n'
    await expect(query(server, heavyTable)).rejects.toThrow(/No space left/)
    // PostgreSQL cannot go on without its log: it ends, and ends again at each attempt to bring it back.
    const heavyLog =
      'select pg_logical_emit_message(true, $1, repeat($1, 100000)) from generate_series(1, 64)'
    await expect(query(server, heavyLog, ['nightmare'])).rejects.toThrow()
    await until(() => onGivenUp.mock.calls.length > 0)
    expect(onGivenUp.mock.calls[0]?.[0].message).toMatch(/disk that holds .* is full/)
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')).not.toContain('nightmare')
    await server.stop()
    expect(await refusalOf(dataDir)).toMatch(/^The disk that holds .* is full/)

    rmSync(ballast)
    const again = await start(dataDir)
    expect(await query(again, 'select row from kept')).toEqual([{ row: 1 }])
  },
)

/** Puts a small disk of memory at the folder until the test ends; false where that is not allowed. */
function mount(folder: string, options: string): boolean {
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return false
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  return true
}

const isMounted = (folder: string) => readFileSync('/proc/mounts', 'utf8').includes(` ${folder} `)

test.each([
  [{ uid: 1, gid: 1, mode: 0o700 }, true],
  [{ uid: 1, gid: 1, mode: 0o077 }, false],
  [{ uid: 2, gid: 1, mode: 0o010 }, true],
  [{ uid: 2, gid: 1, mode: 0o707 }, false],
  [{ uid: 2, gid: 2, mode: 0o001 }, true],
  [{ uid: 2, gid: 2, mode: 0o776 }, false],
])('a folder of %o lets account 1 pass: %s', (folder, passes) => {
  expect(mayPass(folder, { uid: 1, gid: 1 })).toBe(passes)
})

test('the data are in the clone unless DATA_DIR says otherwise', () => {
  const repo = dataFolder()
  mkdirSync(repo, { recursive: true })
  chmodSync(repo, 0o755)
  const say = vi.fn()
  expect(defaultDataDir({ say, repo, env: {} })).toBe(path.join(repo, '.data'))
  expect(defaultDataDir({ say, repo, env: { DATA_DIR: 'here' } })).toBe(path.join(repo, 'here'))
  expect(defaultDataDir({ say, repo, env: { DATA_DIR: '/srv/there' } })).toBe('/srv/there')
  expect(say).not.toHaveBeenCalled()
})

test.runIf(isRoot)('root’s closed clone gets a folder of its own elsewhere, and is told where', () => {
  const repo = dataFolder()
  mkdirSync(repo, { recursive: true, mode: 0o700 })
  chmodSync(repo, 0o700)
  const systemFolder = `${repo}-system`
  const say = vi.fn()
  const where = defaultDataDir({ say, repo, env: {}, systemFolder })
  expect(where).toMatch(new RegExp(`^${systemFolder}/data-[0-9a-f]{12}$`))
  expect(say.mock.calls[0]?.[0].message).toContain(where)

  // Once there, it stays there, though the home is opened later; and data in the clone are never left behind.
  mkdirSync(path.join(where, 'pg'), { recursive: true })
  chmodSync(repo, 0o755)
  expect(defaultDataDir({ say, repo, env: {}, systemFolder })).toBe(where)
  mkdirSync(path.join(repo, '.data', 'pg'), { recursive: true })
  expect(defaultDataDir({ say, repo, env: {}, systemFolder })).toBe(path.join(repo, '.data'))
  expect(existsSync(where)).toBe(true)
})
