/** Serves a floor from a process of its own. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { MortalHouse } from '../../tests/browser/mortal-house.ts'
import type { FloorTask } from './floors.ts'
import { superuserOf } from './ground.ts'

/** Ends the floor when `work` has ended. */
export async function withFloor(
  house: MortalHouse,
  task: FloorTask,
  work: (floor: { url: string; pid: number }) => Promise<void>,
): Promise<void> {
  const program = path.join(import.meta.dirname, 'floor.ts')
  const floor = spawn(
    process.execPath,
    ['--import', 'tsx', program, JSON.stringify({ connection: superuserOf(house), task })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const url = await new Promise<string>((resolve, reject) => {
      floor.stdout.once('data', (text) => resolve(String(text).trim()))
      floor.once('exit', (code) => reject(new Error(`the floor ended with ${code}`)))
    })
    await work({ url, pid: floor.pid ?? 0 })
  } finally {
    floor.kill()
  }
}
