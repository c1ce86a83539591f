/** The demo's people are brought while the house is open: whatever ends it meanwhile, everybody is there once. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { ENROLMENT_STATES } from '../../app/clinical/enrolment.ts'
import { words } from '../../app/content/words.ts'
import { type MortalHouse, makeHouse } from './mortal-house.ts'
import { expectChain } from './stored-whole.ts'

test('ended again and again while people are brought, each start goes on, and the page says so', async () => {
  const house = await makeHouse()
  try {
    house.begin('scripts/start.mjs') // builds what is out of date; later starts go straight to the server
    await house.ready()
    expect(await demoPage(house)).toContain(words.en.demo.coming)
    for (const [signal, afterMs] of [
      ...[['SIGKILL', 200] as const, ['SIGTERM', 0] as const],
      ...[['SIGKILL', 700] as const, ['SIGKILL', 1_500] as const],
    ]) {
      await sleep(afterMs)
      expect(await house.end(signal)).toBe(signal === 'SIGTERM' ? 0 : null)
      house.begin()
      await house.ready()
    }
    await house.everybodyThere()

    expect(await demoPage(house)).not.toContain(words.en.demo.coming)
    expect(await listStates(house)).toEqual(ENROLMENT_STATES.filter((state) => state !== 'assessed').sort())
    expect(await expectChain(house)).toBeGreaterThan(500)
    expect(await house.end('SIGTERM')).toBe(0)
    expect(house.processes()).toEqual([])
  } finally {
    await house.remove()
  }
})

const demoPage = async ({ url }: MortalHouse) =>
  (await fetch(`${url}/demo`, { headers: { connection: 'close' } })).text()

async function listStates(house: MortalHouse): Promise<string[]> {
  const client = new pg.Client(house.connectionAs('owner'))
  await client.connect()
  try {
    const { rows } = await client.query<{ state: string }>('select state from enrolment')
    return rows.map(({ state }) => state).sort()
  } finally {
    await client.end()
  }
}
