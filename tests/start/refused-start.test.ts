/** A start that is refused alters nothing: the house that is right goes on, or starts again as if nothing had been. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  cloneRepository,
  expectNothingLeft,
  isServing,
  npmStart,
  refusedStart,
  removeClone,
  type Start,
  signalGroup,
} from './clone.ts'
import { dataFolder, query, start, until } from './ground.ts'

const SECRET = 'q7Zk1vX0pLw9sRt3uYb5nMd8fGh2jKc4eAa6iOoQ1wE2'
const OTHER_SECRET = [...SECRET].reverse().join('')
const PRACTICE = {
  ...{ GROUNDWORK_MODE: 'production', ORIGIN: 'https://practice.example', ALLOW_OLD_NODE: '1' },
  ...{ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'practice@practice.example' },
}

let clone = ''
beforeAll(() => {
  clone = cloneRepository()
})
afterAll(() => removeClone(clone))

test('a house on a PostgreSQL of one’s own goes on, whatever is started wrongly beside it', async () => {
  const server = await start(dataFolder())
  for (const name of ['clinic', 'another']) await query(server, `create database ${name}`)
  const { user, password, host, port } = server.connection
  const on = (database: string) => ({
    DATABASE_URL: `postgres://${user}:${password}@${host}:${port}/${database}`,
    DATA_DIR: emptyFolder(),
  })
  const clinic = { connection: { ...server.connection, database: 'clinic' } }
  const house = await npmStart(clone, { ...on('clinic'), GROUNDWORK_SECRET: SECRET })
  await until(async () => {
    const [row] = await query(clinic, 'select furnished_at from installation')
    return row?.furnished_at != null
  }, 100_000)
  const roles = () =>
    query(server, `select * from pg_authid where rolname like 'groundwork%' order by rolname`)
  const before = await roles()

  const isOther = /is not the secret this database was made with: .*"npm run rewrap"/
  const refused: [NodeJS.ProcessEnv, RegExp, string?][] = [
    [{ ...on('clinic'), ...PRACTICE, GROUNDWORK_SECRET: SECRET }, /^This is the demo’s database/],
    [{ ...on('clinic'), ...PRACTICE, GROUNDWORK_SECRET: OTHER_SECRET }, /^This is the demo’s database/],
    [{ ...on('clinic'), GROUNDWORK_SECRET: OTHER_SECRET }, isOther],
    [on('clinic'), isOther],
    [on('clinic'), isOther, 'verify'],
    [
      { ...on('clinic'), GROUNDWORK_SECRET: OTHER_SECRET, OLD_GROUNDWORK_SECRET: `${OTHER_SECRET}!` },
      /^OLD_GROUNDWORK_SECRET is not the secret .* Nothing was changed\.$/,
      'rewrap',
    ],
    [{ ...on('another'), GROUNDWORK_SECRET: OTHER_SECRET }, /in the database clinic, .* server of its own/],
  ]
  for (const [env, sentence, command] of refused) {
    const { code, told } = await (command ? refusedCommand(command, env) : refusedStart(clone, env))
    expect([code, told]).toEqual([1, [expect.stringMatching(sentence)]])
    expect(existsSync(path.join(env.DATA_DIR ?? '', 'secret')), 'a new secret was left behind').toBe(false)
    expect(await roles()).toEqual(before)
    // Who is connected already would not notice other passwords for a while.
    await query(
      server,
      `select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename like 'groundwork%'`,
    )
    await until(() => isServing(house.port))
    await expectOpen(house)
  }
  await stopped(house)
}, 400_000)

test('the embedded database starts again as it was after starts that were refused', async () => {
  const first = await npmStart(clone)
  await stopped(first)
  const file = path.join(clone, '.data', 'secret')
  const secret = readFileSync(file, 'utf8')
  const telling = async (env: NodeJS.ProcessEnv, sentence: RegExp) => {
    const { code, told } = await refusedStart(clone, env)
    expect([code, told]).toEqual([1, [expect.stringMatching(sentence)]])
  }
  await telling({ ...PRACTICE, GROUNDWORK_SECRET: OTHER_SECRET }, /^This is the demo’s database/)
  await telling({ GROUNDWORK_SECRET: OTHER_SECRET }, /^GROUNDWORK_SECRET is not the secret/)
  rmSync(file)
  await telling({}, /^GROUNDWORK_SECRET is not set and .*secret is missing; a new secret is not the secret/)
  expect(existsSync(file)).toBe(false)
  writeFileSync(file, '')
  await telling({}, /^The secret in .*secret is missing: bring the file back/)

  writeFileSync(file, secret)
  await stopped(await npmStart(clone))
})

test('with a PostgreSQL of one’s own, too, a data folder that cannot be used ends the start', async () => {
  const file = path.join(emptyFolder(), 'notes.txt')
  writeFileSync(file, 'mine')
  const { code, told } = await refusedStart(clone, {
    ...{ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', DATA_DIR: file },
  })
  expect([code, told]).toEqual([
    1,
    [expect.stringMatching(/^The data folder .*notes\.txt cannot be used by this account \(E[A-Z]+\)/)],
  ])
})

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-refused-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** As npm runs it; what it told, without log lines. */
async function refusedCommand(name: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['scripts/start.mjs', name], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, told: said.split('\n').filter((line) => line.trim() !== '') }
}

async function expectOpen({ port }: Start) {
  for (const page of ['/', '/demo'])
    expect((await fetch(`http://127.0.0.1:${port}${page}`)).status, page).toBe(200)
}

async function stopped(house: Start) {
  await expectOpen(house)
  signalGroup(house.npm, 'SIGINT')
  await expectNothingLeft(house)
}
