/** A signed-in patient's first page, every permit on record: 20 connections, against one query without any of it. */
import { machine, withHouse } from './parts/ground.ts'
import { goals, ms, perSecond, table } from './parts/print.ts'
import { seed } from './parts/seed.ts'
import { COLUMNS, lines, RUN, sideBySide } from './parts/side-by-side.ts'

const CONNECTIONS = 20

await withHouse(async (house) => {
  const { practiceId, patients } = await seed(house, {
    patients: 200,
    checkIns: 5,
    signedIn: 200,
    prescribersSignIn: false,
  })
  const cookies = patients.map(({ cookie }) => cookie)
  const page = await fetch(`${house.url}/portal`, { headers: { cookie: cookies[0] ?? '' } })
  const size = Buffer.byteLength(await page.text())

  const compared = await sideBySide(house, {
    plan: { path: '/portal', cookies, connections: CONNECTIONS },
    floor: { kind: 'page', practiceId, patientIds: patients.map(({ actorId }) => actorId), size },
    status: 200,
  })
  const { ours, memoryMb } = compared
  const title = `Portal page, ${size} bytes, ${CONNECTIONS} connections, ${RUN}; ${machine()}`
  table(title, COLUMNS, lines('Groundwork', compared))
  goals([
    { what: '≥ 1,200 pages/s', seen: perSecond(ours.perSecond), isReached: ours.perSecond >= 1200 },
    { what: 'p99 ≤ 40 ms', seen: ms(ours.p99), isReached: ours.p99 <= 40 },
    { what: 'memory ≤ 200 MB', seen: `${memoryMb.toFixed(0)} MB at most`, isReached: memoryMb <= 200 },
  ])
})
