/** Puts the house together and serves it until told to stop. */

import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { type ServerType, serve } from '@hono/node-server'
import { startArrivals } from '../practice/arrivals.ts'
import { foundDemo, listDemoPeople } from '../practice/demo.ts'
import { startSealer } from './access/audit/sealer.ts'
import { openVault } from './access/vault.ts'
import { escalateAlert } from './care/escalate-alert.ts'
import { followNextDay } from './care/follow-next-day.ts'
import { followSession } from './care/follow-session.ts'
import { tellCareTeam } from './care/tell-care-team.ts'
import { tellPerson } from './care/tell-person.ts'
import { isFurnished } from './database/installation.ts'
import { bringJobsForward, startWorker, type Tasks } from './database/jobs.ts'
import { furnish, type House, openGround, readPractice } from './house.ts'
import { createApp } from './routes/app.tsx'
import { readAssets } from './routes/assets.ts'
import type { Services } from './routes/env.ts'
import { ROUTES } from './routes/routes.ts'
import { readConfig } from './system/config.ts'
import { openSeals } from './system/crypto.ts'
import { openDemoClock } from './system/demo-clock.ts'
import { Refusal } from './system/errors.ts'
import { fieldsOf, type Log, openLog } from './system/log.ts'

const DRAIN_MS = 10_000

// Left to itself, on a large machine, the heap grows to four times what is in use before it is cleared up. A small
// machine has less to give than the few milliseconds that would save.
setFlagsFromString('--heap-growing-percent=70')

const log = openLog()
const startedAt = performance.now()
const closing: (() => Promise<unknown>)[] = []
let isStopping = false

try {
  await start()
} catch (error) {
  await stop(error)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

async function start() {
  const { host, port } = readConfig({ env: process.env, nodeVersion: process.version })
  await refuseTakenPort(host, port)
  const onGivenUp = (reason: Refusal) => void stop(reason)
  const ground = await openGround({ env: process.env, log, onGivenUp })
  closing.push(ground.close)
  const house = await furnish(ground, log)
  closing.push(house.login.settle)
  if (house.config.mode === 'demo') await foundDemo(house, new Date())
  const services = await servicesOf(house, log)

  const { db, login, mail, secret, dataDir, config } = house
  const surroundings = { db, login, mail, origin: config.origin, now: services.now }
  const tasks: Tasks = {
    'tell-care-team': (job) => tellCareTeam(surroundings, job),
    'tell-person': (job) => tellPerson(surroundings, job),
    'follow-session': (job) => followSession(surroundings, job),
    'follow-next-day': (job) => followNextDay(surroundings, job),
    'escalate-alert': (job) => escalateAlert(surroundings, job),
  }
  const arrivals = config.mode === 'demo' ? startArrivals(house, log) : undefined
  // A job looks at how things stand, and what somebody is about to bring would be missing.
  const working = Promise.resolve(arrivals?.over).then(() =>
    isStopping ? undefined : startWorker(house.connectionAs('worker'), tasks, log),
  )
  closing.push(async () => (await working)?.stop())
  const sealer = startSealer({
    pool: house.poolAs('sealer', 2),
    secret,
    checkpointFile: path.join(dataDir, 'audit-checkpoints.jsonl'),
    log,
  })
  closing.push(sealer.stop)
  await listen(services, host, port)
  if (arrivals) closing.push(arrivals.stop)
}

async function servicesOf(house: House, log: Log): Promise<Services> {
  const practice = await readPractice(house)
  if (!practice)
    throw new Refusal(
      'There is no practice in this database yet: found it with "npm run seed -- practice.json".',
    )
  const { config, db, login, demoMail, dataDir } = house
  const jobs = house.poolAs('worker', 1)
  const clock = config.mode === 'demo' ? openDemoClock(path.join(dataDir, 'demo-clock')) : undefined
  return {
    db,
    login,
    log,
    seals: openSeals(house.secret),
    vault: openVault(house.secret),
    mode: config.mode,
    origin: config.origin,
    practice: { ...practice, phone: practice.profile.phone },
    demo: {
      people: config.mode === 'demo' ? await listDemoPeople(house) : [],
      isComplete: () => isFurnished(db),
      forward: async (ms) => {
        clock?.forward(ms)
        await bringJobsForward(jobs, ms)
      },
      listMail: async () => (await demoMail?.list()) ?? [],
    },
    now: clock?.now ?? (() => new Date()),
    trustedProxy: config.trustedProxy,
    postsPerMinute: config.postsPerMinute,
    isReady: async () => {
      const row = await db
        .selectFrom('installation')
        .select('mode')
        .executeTakeFirst()
        .catch(() => undefined)
      return row?.mode === config.mode
    },
  }
}

async function listen(services: Services, host: string, port: number) {
  const client = clientFolder()
  const app = createApp(services, ROUTES, readAssets(client), client)
  const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
    const readyMs = Math.round(performance.now() - startedAt)
    log.info('ready', { port: address.port, durationMs: readyMs })
    greet(services, address.port)
  })
  server.on('error', (error) => void stop(error))
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    if (isStopping) response.setHeader('connection', 'close')
  })
  closing.push(() => drain(server))
}

/**
 * Takes no new connection and lets what is under way end. A browser keeps its
 * connection for the next page: after a stop began it gets one more answer on
 * it, or none, or the stop would last as long as somebody goes on asking.
 */
async function drain(server: ServerType) {
  const kept = 'closeIdleConnections' in server ? server : undefined
  const idle = setInterval(() => kept?.closeIdleConnections(), 50)
  const late = setTimeout(() => kept?.closeAllConnections(), DRAIN_MS)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(idle)
  clearTimeout(late)
}

/** What a person at the keyboard needs next. Not a log line. */
function greet({ mode, origin, practice }: Services, port: number) {
  const address = mode === 'demo' ? `http://localhost:${port}` : origin
  const next =
    mode === 'demo'
      ? `  ${address}/demo      one click to be any of its invented people\n  ${address}/demo/mail where its mail goes\n`
      : `  ${address}/sign-in\n`
  process.stdout.write(`\n${practice.name} is open at ${address}\n${next}\n  Ctrl-C stops everything.\n\n`)
}

/** Asked before anything starts, so that a second start on the same port touches nothing. */
async function refuseTakenPort(host: string, port: number) {
  await new Promise<void>((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start.`
          : `Port ${port} on ${host} cannot be used (${error.code}).`
      reject(new Refusal(sentence))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** dist/client, beside dist/server. */
function clientFolder(): string {
  const beside = path.resolve(import.meta.dirname, '../client')
  return existsSync(beside) ? beside : path.resolve('dist/client')
}

/** Lets what is under way end, then ends what it stood on, last opened first. */
async function stop(because?: unknown) {
  if (isStopping) return
  isStopping = true
  if (because instanceof Refusal) process.stderr.write(`\n${because.message}\n`)
  else if (because !== undefined) log.error('Groundwork cannot go on', fieldsOf(because))
  for (const close of closing.reverse()) {
    await close().catch((error: unknown) => log.error('something did not close well', fieldsOf(error)))
  }
  process.exit(because === undefined ? 0 : 1)
}
