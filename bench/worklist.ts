/**
 * A prescriber's worklist, 10 connections, against its plain SQL without row-level security: on the team of
 * everybody and of 300, and as the practice grows to 10,000. And one patient's page as a history grows.
 */

import type { MortalHouse } from '../tests/browser/mortal-house.ts'
import { machine, withHouse } from './parts/ground.ts'
import { goals, ms, table } from './parts/print.ts'
import { type SeededPractice, seed } from './parts/seed.ts'
import { COLUMNS, type Compared, lines, RUN, sideBySide } from './parts/side-by-side.ts'

const CONNECTIONS = 10
const PRACTICES = [100, 1_000, 10_000]
const HISTORIES = [4, 40, 400]

const lists: string[][] = []
const charts: string[][] = []
let everybody: Compared | undefined
let some: Compared | undefined
let memoryMb = 0

for (const patients of PRACTICES) {
  await withHouse(async (house) => {
    const practice = await seed(house, { patients, checkIns: 4, signedIn: 0, prescribersSignIn: true })
    everybody = await worklist(house, practice, practice.prescriber)
    lists.push(...lines(`${patients} patients, on the team of all`, everybody))
    if (patients < 10_000) return
    some = await worklist(house, practice, practice.covering)
    lists.push(...lines(`${patients} patients, on the team of ${Math.floor(patients / 33)}`, some))
    memoryMb = Math.max(everybody.memoryMb, some.memoryMb)
    for (const checkIns of HISTORIES) charts.push(...(await chart(house, checkIns)))
  })
}

table(`Worklist, ${CONNECTIONS} connections, ${RUN}; ${machine()}`, COLUMNS, lists)
table(`One patient's page, ${CONNECTIONS} connections, ${RUN}`, COLUMNS, charts)
goals([
  ...[everybody, some].map((compared, i) => {
    const p97_5 = compared?.ours.p97_5 ?? Number.NaN
    const who = i === 0 ? 'of all 10,000' : 'of 303'
    return { what: `p95 ≤ 100 ms on the team ${who} (p97.5 shown)`, seen: ms(p97_5), isReached: p97_5 <= 100 }
  }),
  { what: 'memory ≤ 200 MB', seen: `${memoryMb.toFixed(0)} MB at most`, isReached: memoryMb <= 200 },
])

async function worklist(
  house: MortalHouse,
  { practiceId }: SeededPractice,
  { actorId, cookie }: SeededPractice['prescriber'],
): Promise<Compared> {
  const size = await sizeOf(`${house.url}/console`, cookie)
  return sideBySide(house, {
    plan: { path: '/console', cookies: [cookie], connections: CONNECTIONS },
    floor: { kind: 'worklist', practiceId, patientIds: [], actorId, size },
    status: 200,
  })
}

/** The pages of fifty patients with histories of this length. */
async function chart(house: MortalHouse, checkIns: number): Promise<string[][]> {
  const { practiceId, prescriber, patients } = await seed(house, {
    patients: 50,
    checkIns,
    signedIn: 50,
    prescribersSignIn: true,
  })
  const path = `/console/patients/${patients[0]?.actorId}`
  const size = await sizeOf(`${house.url}${path}`, prescriber.cookie)
  const compared = await sideBySide(house, {
    plan: { path, cookies: [prescriber.cookie], connections: CONNECTIONS },
    floor: { kind: 'series', practiceId, patientIds: patients.map(({ actorId }) => actorId), size },
    status: 200,
  })
  return lines(`${checkIns} check-ins`, compared)
}

async function sizeOf(url: string, cookie: string): Promise<number> {
  const page = await fetch(url, { headers: { cookie } })
  if (page.status !== 200) throw new Error(`${new URL(url).pathname} answered ${page.status}`)
  return Buffer.byteLength(await page.text())
}
