import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Checkpoint } from './sealer.ts'

const Line = z.object({
  practiceId: z.uuid(),
  link: z.string().regex(/^\d+$/),
  hash: z.hex(),
  at: z.string(),
  signature: z.hex(),
})

/** The checkpoints kept outside the database, and the numbers of lines that are none. A missing file has neither. */
export function readCheckpoints(file: string): { checkpoints: Checkpoint[]; unreadable: number[] } {
  const checkpoints: Checkpoint[] = []
  const unreadable: number[] = []
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const parsed = checkpointOf(line)
    if (parsed) checkpoints.push(parsed)
    else unreadable.push(index + 1)
  }
  return { checkpoints, unreadable }
}

function checkpointOf(line: string): Checkpoint | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
