/**
 * Whatever is killed, an answer that was acknowledged is there, once and whole.
 *
 * Patients hand in check-ins over HTTP as fast as answers come back while the server, the postmaster and
 * both are ended with SIGKILL in turn, at moments drawn from a seed. KILLS (50) counts all of them: of 50, the server alone
 * is killed 17 times, the postmaster alone 17 times, both together 16 times. KILLS and SEED set number and moments.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PATIENTS } from '../../practice/people.ts'
import { SEED } from '../seed.ts'
import { type MortalHouse, makeHouse } from './mortal-house.ts'
import { openPatient, type SendingPatient } from './sending-patient.ts'
import { expectChain, expectOnce, expectToldOnce, expectWhole, listResponses } from './stored-whole.ts'

const KILLS = Number(process.env.KILLS || 50)
const VICTIMS = ['server', 'postmaster', 'both'] as const
/** Fewer people than the server answers at once: what is measured is loss, not waiting. */
const SENDERS = PATIENTS.slice(0, 8)
/** How long after the house is back the next kill comes, at most. */
const LATEST_MS = 600
/** What is under way is given ten seconds; it does not take them. */
const STOPPED_WITHIN_MS = 20_000

let house: MortalHouse
beforeEach(async () => {
  house = await makeHouse()
  house.begin('scripts/start.mjs') // builds what is out of date; later starts go straight to the server
  await house.ready()
  await house.everybodyThere()
})
afterEach(() => house.remove())

test(
  `${KILLS} kills in all, of server, postmaster and both in turn: nothing acknowledged is lost, doubled or half-stored`,
  async () => {
    say(`KILLS=${KILLS} SEED=${SEED}`)
    const random = randomFrom(SEED)
    const before = new Set((await listResponses(house)).map(({ id }) => id))
    const patients = await openPatients()
    const servers: number[] = []
    let isOver = false
    const sending = Promise.all(patients.map((patient) => patient.sendUntil(() => isOver)))
    const givenUp = sending.then(() => new Promise<never>(() => {})) // rejects when a patient gave up

    for (let kill = 0; kill < KILLS; kill += 1) {
      servers.push(house.pid() ?? 0)
      await Promise.race([untilAcknowledged(patients, 1 + Math.floor(random() * 8)), givenUp])
      await sleep(random() * LATEST_MS)
      await strike(VICTIMS[kill % VICTIMS.length] ?? 'both', random)
    }
    await untilAcknowledged(patients, 1)
    isOver = true
    await sending

    expect(patients.flatMap(({ faults }) => faults)).toEqual([])
    const acknowledged = new Map(patients.flatMap((patient) => [...patient.acknowledged]))
    await expectOnce(house, acknowledged, before)
    await expectWhole(house)
    await expectToldOnce(house)
    const links = await expectChain(house)

    expect(await house.end('SIGTERM')).toBe(0)
    expect(house.processes()).toEqual([])
    expect(servers.filter(isAlive)).toEqual([])
    const sum = (of: (patient: SendingPatient) => number) =>
      patients.reduce((total, each) => total + of(each), 0)
    say(
      `${acknowledged.size} acknowledged, ${sum(({ counts }) => counts.sentAgain)} sent again ` +
        `(${sum(({ counts }) => counts.handedBack)} handed back whole), ${links} audit links, 0 lost`,
    )
  },
  60_000 + KILLS * 15_000,
)

test('a stop under load lets what is under way finish, takes nothing new, and exits with 0', async () => {
  const before = new Set((await listResponses(house)).map(({ id }) => id))
  const [held, ...others] = await openPatients()
  if (!held) throw new Error('the demo has nobody in it')
  const lock = await holdBack(SENDERS[0]?.familyName ?? '')
  let isOver = false
  const sending = Promise.all(others.map((patient) => patient.sendUntil(() => isOver)))
  let isHeld = false
  const heldSending = held.sendUntil(() => isHeld) // one form
  await untilAcknowledged(others, 20)
  await lock.untilAwaited()
  isHeld = true

  const stopping = performance.now()
  const ended = house.end('SIGTERM')
  await until(
    'nothing new is taken',
    async () => !(await fetch(`${house.url}/healthz`).catch(() => undefined)),
  )
  await lock.letGo()
  expect(await ended).toBe(0)
  expect(performance.now() - stopping).toBeLessThan(STOPPED_WITHIN_MS)
  expect(house.processes()).toEqual([])
  await heldSending
  expect(held.counts).toEqual({ sentAgain: 0, handedBack: 0 })
  expect(held.acknowledged.size).toBe(1)

  house.begin()
  await house.ready()
  isOver = true
  await sending
  expect([held, ...others].flatMap(({ faults }) => faults)).toEqual([])
  expect(others.reduce((sum, { counts }) => sum + counts.handedBack, 0)).toBe(0)
  await expectOnce(house, new Map([held, ...others].flatMap(({ acknowledged }) => [...acknowledged])), before)
  await expectWhole(house)
})

/** Keeps one patient's answers waiting at the database, at the lock that each of their responses takes. */
async function holdBack(familyName: string) {
  const client = new pg.Client(house.connectionAs('owner'))
  await client.connect()
  await client.query(
    `select pg_advisory_lock(hashtextextended(practice_id || ' ' || patient_id, 0)) from patient where family_name = $1`,
    [familyName],
  )
  const waiting = "select from pg_locks where locktype = 'advisory' and not granted"
  return {
    untilAwaited: () => until('somebody waits', async () => (await client.query(waiting)).rowCount === 1),
    letGo: () => client.end(),
  }
}

/** Ends one process or two as a power cut would, and sees to it that the house comes back. */
async function strike(victim: (typeof VICTIMS)[number], random: () => number): Promise<void> {
  const postmaster = house.postmasterPid()
  if (victim !== 'server' && postmaster === undefined) throw new Error('there is no postmaster to kill')
  const killPostmaster = () => process.kill(postmaster ?? 0, 'SIGKILL')
  if (victim === 'postmaster') {
    killPostmaster() // and the server brings another; until then what answers are children without a parent
    await until('a new postmaster', () => ![undefined, postmaster].includes(house.postmasterPid()))
    return
  }
  const isServerFirst = random() < 0.5
  if (victim === 'both' && !isServerFirst) killPostmaster()
  await house.end('SIGKILL')
  if (victim === 'both' && isServerFirst) killPostmaster()
  house.begin()
  await house.ready()
}

/** Each draws from a seed of their own, so that their answers do not depend on who is quicker. */
const openPatients = () =>
  Promise.all(
    SENDERS.map(({ givenName, familyName }, i) =>
      openPatient(house.url, `${givenName} ${familyName}`, randomFrom(SEED + 1 + i)),
    ),
  )

/** Until so many more forms have been acknowledged: the house works again. */
async function untilAcknowledged(patients: readonly SendingPatient[], more: number): Promise<void> {
  const count = () => patients.reduce((total, { acknowledged }) => total + acknowledged.size, 0)
  const wanted = count() + more
  await until('something acknowledged', () => count() >= wanted)
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await isSo())) {
    if (!house.isRunning()) throw new Error(`the server ended by itself:\n${house.said()}`)
    if (Date.now() > end) throw new Error(`${what}: not within a minute:\n${house.said()}`)
    await sleep(5)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The same numbers, 0 to 1, for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
