/**
 * All rules for one patient, and for 10,000 one after the other: an ordinary person, and one of whom nothing is
 * known. No database, no page: what the judging itself costs.
 */
import os from 'node:os'
import { assessmentRules } from '../app/clinical/rules/assessment/rules.ts'
import { courseRules } from '../app/clinical/rules/course/rules.ts'
import { intakeRules } from '../app/clinical/rules/intake/rules.ts'
import { findings } from '../app/clinical/rules/rule.ts'
import { ORDINARY_ASSESSMENT, ORDINARY_COURSE, ORDINARY_INTAKE, SIGNED } from '../tests/ordinary-patient.ts'

const PATIENTS = 10_000
const assessment = Object.values(assessmentRules)
const intake = Object.values(intakeRules)
const course = Object.values(courseRules)

const judgeOrdinary = () =>
  findings(assessment, ORDINARY_ASSESSMENT, SIGNED).length +
  findings(intake, ORDINARY_INTAKE, SIGNED).length +
  findings(course, ORDINARY_COURSE, SIGNED).length
const judgeUnknown = () =>
  findings(assessment, {}, {}).length + findings(intake, {}, {}).length + findings(course, {}, {}).length

const cpu = os.cpus()[0]?.model.trim()
console.log(
  `${assessment.length + intake.length + course.length} rules, ${PATIENTS} patients; ${cpu}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`,
)
measure('ordinary', judgeOrdinary)
measure('nothing known', judgeUnknown)

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
