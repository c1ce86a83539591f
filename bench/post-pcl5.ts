/**
 * A PCL-5 handed in, each with a finding: answers, score, finding, job and audit, durable before the answer;
 * against one statement that writes the same rows. Then what a patient's longer history costs.
 */
import type { MortalHouse } from '../tests/browser/mortal-house.ts'
import { MAKE_FLOOR } from './parts/floors.ts'
import { machine, query, withHouse } from './parts/ground.ts'
import { goals, percent, table } from './parts/print.ts'
import { type SeededPractice, seed } from './parts/seed.ts'
import { COLUMNS, type Compared, lines, RUN, sideBySide } from './parts/side-by-side.ts'

const CONNECTIONS = 20
/** Check-ins already on record: one every four weeks for four months, three years, thirty years. */
const HISTORIES = [4, 40, 400]

await withHouse(async (house) => {
  await query(house, 'superuser', MAKE_FLOOR)
  const compared: Compared[] = []
  for (const checkIns of HISTORIES) {
    // Enough people that nobody waits for themselves, and that no history grows much while it is measured.
    const people = 2_000
    const practice = await seed(house, {
      patients: people,
      checkIns,
      signedIn: people,
      prescribersSignIn: false,
    })
    compared.push(await measure(house, practice))
  }
  const [usual] = compared
  if (!usual) return
  const title = `A PCL-5 with its finding, ${CONNECTIONS} connections, ${RUN}; ${machine()}`
  table(
    title,
    COLUMNS,
    compared.flatMap((each, i) => lines(`after ${HISTORIES[i]} check-ins`, each)),
  )
  const share = usual.ours.perSecond / usual.floor.perSecond
  const mostMb = Math.max(...compared.map(({ memoryMb }) => memoryMb))
  goals([
    { what: '≥ 40 % of the floor', seen: percent(share, 1), isReached: share >= 0.4 },
    { what: 'memory ≤ 200 MB', seen: `${mostMb.toFixed(0)} MB at most`, isReached: mostMb <= 200 },
  ])
})

async function measure(house: MortalHouse, { practiceId, patients }: SeededPractice): Promise<Compared> {
  const patientIds = patients.map(({ actorId }) => actorId)
  const before = await countFindings(house, patientIds)
  const compared = await sideBySide(house, {
    plan: {
      path: '/portal/check-in',
      cookies: patients.map(({ cookie }) => cookie),
      connections: CONNECTIONS,
      form: { secret: house.secret(), patientIds },
    },
    floor: { kind: 'post', practiceId, patientIds, size: 0 },
    status: 303,
  })
  const found = (await countFindings(house, patientIds)) - before
  if (found < compared.ours.total) throw new Error(`${compared.ours.total} answers left ${found} findings`)
  return compared
}

async function countFindings(house: MortalHouse, patientIds: readonly string[]): Promise<number> {
  const rows = await query<{ count: number }>(
    house,
    'owner',
    'select count(*)::int as count from finding where patient_id = any($1)',
    [patientIds],
  )
  return rows[0]?.count ?? 0
}
