/**
 * All rules for one patient, and for 10,000 one after the other: an ordinary person, and one of whom nothing is
 * known. No database, no page: what the judging itself costs.
 */
import os from 'node:os'
import { findings } from '../app/clinical/rules/rule.ts'
import { inEveryGroup } from '../tests/every-rule.ts'

const PATIENTS = 10_000

let rules = 0
const judgeOrdinary: (() => number)[] = []
const judgeUnknown: (() => number)[] = []
inEveryGroup((group) => {
  const nothing = {} as typeof group.ordinary
  rules += group.rules.length
  judgeOrdinary.push(() => findings(group.rules, group.ordinary, group.signed).length)
  judgeUnknown.push(() => findings(group.rules, nothing, {}).length)
})

const cpu = os.cpus()[0]?.model.trim()
console.log(
  `${rules} rules, ${PATIENTS} patients; ${cpu}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`,
)
measure('ordinary', () => judgeOrdinary.reduce((found, judge) => found + judge(), 0))
measure('nothing known', () => judgeUnknown.reduce((found, judge) => found + judge(), 0))

function measure(what: string, judge: () => number): void {
  for (let warm = 0; warm < 1_000; warm += 1) judge()
  const times: number[] = []
  let found = 0
  const cpuBefore = process.cpuUsage()
  for (let patient = 0; patient < PATIENTS; patient += 1) {
    const begun = performance.now()
    found = judge()
    times.push(performance.now() - begun)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => `${(sorted[Math.floor(share * PATIENTS)] ?? Number.NaN).toFixed(3)} ms`
  // Time on a processor, which a busy machine does not stretch; the single times are by the clock.
  const { user, system } = process.cpuUsage(cpuBefore)
  const seconds = (user + system) / 1e6
  console.log(
    `${what}: ${found} findings, p50 ${at(0.5)}, p99 ${at(0.99)}, all ${seconds.toFixed(2)} s of CPU`,
  )
  const isReached = seconds <= 10 && (sorted[PATIENTS / 2] ?? Number.NaN) <= 1
  console.log(`${isReached ? 'reached' : 'MISSED '}  ≤ 1 ms for one, ≤ 10 s for all`)
}
