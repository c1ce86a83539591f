/**
 * `npm run journey -- --people 20 --seed 1`: invented people go the whole way through a running demo, by its pages.
 *
 * Prints what was done, how long each kind of request took, and what was wrong; ends with 1 when anything was.
 */
import { parseArgs } from 'node:util'
import { Browser, type Log, type Visitor } from './browser.ts'
import { openClock } from './clock.ts'
import { makePerson } from './person.ts'
import { tellOf } from './report.ts'
import { nameOf, staffBrowser, type Walk } from './walk.ts'
import { goTheWay } from './way.ts'

const AT_ONCE = 6

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

const prescriber = await staffBrowser(origin, log, 'Maya Okafor')
const coordinator = await staffBrowser(origin, log, 'Ana Bell')
let walks: Walk[] = Array.from({ length: count }, (_, i) => newWalk(i + 1))
const [first] = walks
say(`${count} people, seed ${seed}, at ${origin}`)
if (first) await goTheWay(everybody, openClock(new Browser(origin, log)), first).catch(tellTrouble('the way'))

const took = ((performance.now() - begunAt) / 1000).toFixed(1)
say(tellOf(log))
say(`${walks.length} of ${count} people went the whole way in ${took} s.`)
for (const trouble of troubles) say(`TROUBLE ${trouble}`)
process.exit(troubles.length === 0 && walks.length === count ? 0 : 1)

function newWalk(nth: number): Walk {
  const device = `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`
  const own = (): Visitor => new Browser(origin, log, device)
  return {
    person: makePerson(seed, nth, new Date()),
    ...{ patient: own(), support: own(), backup: own(), therapist: own() },
    ...{ prescriber: prescriber.at(device), coordinator: coordinator.at(device) },
    ...{ patientId: '', log, origin },
  }
}

/** Some at once; whoever cannot take the step is said, and does not go on. */
async function everybody(what: string, work: (walk: Walk) => Promise<void>): Promise<void> {
  const begun = performance.now()
  const waiting = [...walks]
  const lost = new Set<Walk>()
  const worker = async () => {
    for (let walk = waiting.shift(); walk; walk = waiting.shift()) {
      const { person } = walk
      await work(walk).catch((error: unknown) => {
        tellTrouble(`${what}: ${nameOf(person)}`)(error)
        lost.add(walk)
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  walks = walks.filter((walk) => !lost.has(walk))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`${seconds.padStart(7)} s  ${what}${lost.size === 0 ? '' : `, ${lost.size} could not`}`)
}

function tellTrouble(about: string): (error: unknown) => void {
  return (error) => troubles.push(`${about}: ${error instanceof Error ? error.message : String(error)}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
