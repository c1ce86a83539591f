/** A worker in a process of its own that takes jobs and never ends them. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { TestDatabase } from '../postgres.ts'

/** Whoever starts it kills it. */
export const spawnDoomedWorker = (postgres: TestDatabase): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'tests/database/doomed-worker.ts'], {
    env: { ...process.env, WORKER: JSON.stringify(postgres.connectionAs('worker')) },
    stdio: 'inherit',
  })
