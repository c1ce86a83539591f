/**
 * `npm run journey -- --people 20 --seed 1`: invented people go the whole way through a running demo, by its pages.
 *
 * Everybody goes step by step together, because the demo has one time for all and it is put forward between the steps.
 * Prints what was done, how long each kind of request took, and what was wrong; ends with 1 when anything was.
 */
import { parseArgs } from 'node:util'
import { type Decision, decide, followUp, keepIntegration, nextDay } from './after.ts'
import { Browser, type Log, Trouble, type Visitor } from './browser.ts'
import { mustBeFine } from './fill.ts'
import { makePerson } from './person.ts'
import { tellOf } from './report.ts'
import { comfort, end, lookIn, passGate, readings, start } from './session-day.ts'
import { book, inviteAll, localIn, planDuty, prepare, type Slot } from './until-ready.ts'
import { assess, consent, tellIntake } from './until-review.ts'
import { findPatient, plan, review, supply } from './until-supplied.ts'
import { nameOf, staffBrowser, type Walk } from './walk.ts'

const AT_ONCE = 6
const ZONE = 'America/New_York'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    url: { type: 'string', default: `http://localhost:${process.env.PORT ?? 3000}` },
  },
})
const count = Number(options.people)
const seed = Number(options.seed)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || seed < 0) {
  say('Say how many: npm run journey -- --people 20 --seed 1')
  process.exit(1)
}
const origin = new URL(options.url).origin
const log: Log = { timings: [], away: 0 }
const troubles: string[] = []
const begunAt = performance.now()

const clock = new Browser(origin, log)
const prescriber = await staffBrowser(origin, log, 'Maya Okafor')
const coordinator = await staffBrowser(origin, log, 'Ana Bell')
let walks: Walk[] = Array.from({ length: count }, (_, i) => newWalk(i + 1))
say(`${count} people, seed ${seed}, at ${origin}`)

await step('the free assessment, and registering', assess)
await step('four consents', consent)
await step('the intake', tellIntake)
await step('review by the prescriber', async (walk) => {
  walk.patientId = await findPatient(walk)
  await review(walk, dayOf(await now()))
})
await step('a plan, signed and read', plan)
await step('an order, and what came', async (walk) => supply(walk, dayOf(await now())))
await step('preparing', prepare)
await step('support person, reserve and therapist', async (walk) =>
  inviteAll(walk, dayOf(new Date((await now()).getTime() + 90 * DAY_MS))),
)
await once('somebody on duty', async () => {
  const from = await now()
  const [walk] = walks
  if (walk) await planDuty(walk, from, new Date(from.getTime() + 6 * DAY_MS), ZONE)
})
const slot = await nextSlot()
await step('booking, with the appointment after it', async (walk) => book(walk, slot, dayOf(await now())))

await until(slot.startsAt.getTime() - 20 * MINUTE_MS)
await step('the gate, on two phones', passGate)
await step('the session begins', start)
await step('the first readings', readings)
const dosedAt = (await now()).getTime()
// Look-ins every quarter of an hour; readings after forty minutes and two hours.
for (const minute of [15, 30, 40, 45, 60, 75, 90, 105, 120]) {
  await until(dosedAt + minute * MINUTE_MS)
  if (minute === 40) await step('readings after 40 minutes', readings)
  else await step(`a look in after ${minute} minutes`, (walk) => lookIn(walk, 3))
  if (minute === 60)
    await step('a hard moment for some', async (walk) => {
      if (walk.person.nth % 4 === 1) await comfort(walk)
      if (walk.person.nth % 4 === 1) await lookIn(walk, 3)
    })
}
await step('readings after two hours', readings)
await until(dosedAt + 125 * MINUTE_MS)
await step('a last look, ready to end, and closed', async (walk) => {
  await lookIn(walk, 2)
  await end(walk)
})
await until(dosedAt + 20 * HOUR_MS)
await step('the next day', nextDay)
await until(slot.integrationAt.getTime() + HOUR_MS)
await step('integration kept', keepIntegration)
await until(dosedAt + 8 * DAY_MS)
await step('how the week was', followUp)
const WAYS: readonly Decision[] = [
  'ready',
  'ready',
  'ready',
  'paused',
  'completed',
  're-evaluation-due',
  'discharged',
]
await step('a decision how to go on', (walk) => decide(walk, WAYS[walk.person.nth % WAYS.length] ?? 'ready'))

const took = ((performance.now() - begunAt) / 1000).toFixed(1)
say(tellOf(log))
say(`${walks.length} of ${count} people went the whole way in ${took} s.`)
for (const trouble of troubles) say(`TROUBLE ${trouble}`)
process.exit(troubles.length === 0 && walks.length === count ? 0 : 1)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function newWalk(nth: number): Walk {
  const own = (): Visitor => new Browser(origin, log)
  return {
    person: makePerson(seed, nth, new Date()),
    ...{ patient: own(), support: own(), backup: own(), therapist: own() },
    ...{ prescriber, coordinator, patientId: '', log, origin },
  }
}

/** Everybody takes the step, some at once; whoever cannot is said, and does not go on. */
async function step(what: string, work: (walk: Walk) => Promise<void>): Promise<void> {
  const begun = performance.now()
  const waiting = [...walks]
  const gone = new Set<Walk>()
  const worker = async () => {
    for (let walk = waiting.shift(); walk; walk = waiting.shift()) {
      await work(walk).catch((error: unknown) => {
        gone.add(walk)
        troubles.push(
          `${what}: ${nameOf(walk.person)}: ${error instanceof Error ? error.message : String(error)}`,
        )
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  walks = walks.filter((walk) => !gone.has(walk))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const lost = gone.size === 0 ? '' : `, ${gone.size} could not`
  say(`${seconds.padStart(7)} s  ${what}${lost}`)
}

async function once(what: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    // Of another run that still lasts: somebody is on duty, and that is all this is for.
    say(`          ${what}: ${why.slice(0, 160)}`)
  })
}

/** By the demo's own time. */
async function now(): Promise<Date> {
  const [shown] = mustBeFine(await clock.get('/demo/clock')).times
  if (shown === undefined) throw new Trouble('/demo/clock: it shows no time')
  return new Date(shown)
}

/** Puts the demo's time forward until it is at least that late, in the largest steps that do not go past it. */
async function until(atMs: number): Promise<void> {
  const steps = [
    ['a-week', 7 * DAY_MS],
    ['a-day', DAY_MS],
    ['an-hour', HOUR_MS],
    ['a-quarter', 15 * MINUTE_MS],
    ['five-minutes', 5 * MINUTE_MS],
  ] as const
  for (;;) {
    const left = atMs - (await now()).getTime()
    if (left <= 0) return
    const [name] = steps.find(([, ms]) => ms <= left) ?? ['five-minutes']
    const page = mustBeFine(await clock.get('/demo/clock'))
    const form = page.forms.find(({ action }) => action === '/demo/clock')
    const button = form?.buttons.find(({ value }) => value === name)
    if (!form || !button) throw new Trouble('/demo/clock: it cannot be put forward')
    mustBeFine(await clock.send(page, form, {}, button))
  }
}

/** In an hour and a half or so, on a full five minutes; integration two days after its planned end. */
async function nextSlot(): Promise<Slot> {
  const at = (await now()).getTime() + 90 * MINUTE_MS
  const startsAt = new Date(Math.ceil(at / (5 * MINUTE_MS)) * 5 * MINUTE_MS)
  return { startsAt, integrationAt: new Date(startsAt.getTime() + 50 * HOUR_MS), zone: ZONE }
}

function dayOf(at: Date): string {
  return localIn(at, ZONE).slice(0, 10)
}
