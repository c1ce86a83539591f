/** A worker that takes a job and never ends it: jobs.test.ts kills it. */
import { startWorker } from '../../app/database/jobs.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
startWorker(JSON.parse(process.env.WORKER ?? ''), { 'tell-care-team': () => new Promise(() => {}) }, log)
