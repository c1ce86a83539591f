/** Measures the house and its floor in turn, so that whatever else the machine does falls on both. */
import type { MortalHouse } from '../../tests/browser/mortal-house.ts'
import { withFloor } from './floor-process.ts'
import type { FloorTask } from './floors.ts'
import { load, memoryOf, middle, mustAll, type Plan, type Seen } from './load.ts'
import { cpu, ms, percent, perSecond } from './print.ts'

const ROUNDS = Number(process.env.ROUNDS || 5)
const SECONDS = Number(process.env.SECONDS || 5)

export const RUN = `${ROUNDS} rounds of ${SECONDS} s, the middle one`

export type Compared = { ours: Seen; floor: Seen; memoryMb: number }

type Comparison = { plan: Omit<Plan, 'url' | 'seconds'>; floor: FloorTask; status: number }

/** Both are warmed first; then they take turns. The middle round of each, by rate. */
export async function sideBySide(house: MortalHouse, { plan, floor, status }: Comparison): Promise<Compared> {
  const [server = 0, postmaster = 0] = [house.pid(), house.postmasterPid()]
  const all: Record<'ours' | 'floor', Seen[]> = { ours: [], floor: [] }
  await withFloor(house, floor, async ({ url, pid }) => {
    const measure = async (whose: 'ours' | 'floor') => {
      const where = whose === 'ours' ? { url: house.url, pid: server } : { url, pid }
      const seen = await load(
        { ...plan, url: where.url, seconds: SECONDS },
        { server: where.pid, postmaster },
      )
      return mustAll(seen, status)
    }
    await measure('ours')
    await measure('floor')
    for (let round = 0; round < ROUNDS; round += 1) {
      all.ours.push(await measure('ours'))
      all.floor.push(await measure('floor'))
    }
  })
  return { ours: middle(all.ours), floor: middle(all.floor), memoryMb: memoryOf(server).mostMb }
}

export const COLUMNS = ['', 'rate', 'of the floor', 'p50', 'p97.5', 'p99', 'server CPU', 'database CPU']

/** The two lines of a comparison, for a table of COLUMNS. */
export function lines(name: string, { ours, floor }: Compared): string[][] {
  const line = (what: string, seen: Seen) => [
    ...[what, perSecond(seen.perSecond), percent(seen.perSecond, floor.perSecond)],
    ...[ms(seen.p50), ms(seen.p97_5), ms(seen.p99), cpu(seen.serverCpuMs), cpu(seen.databaseCpuMs)],
  ]
  return [line(name, ours), line('  its floor', floor)]
}
