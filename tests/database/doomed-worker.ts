/** A worker that takes a job and never ends it: jobs.test.ts kills it. */
import { startWorker } from '../../app/database/jobs.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const never = () => new Promise<void>(() => {})
startWorker(JSON.parse(process.env.WORKER ?? ''), { 'tell-care-team': never, 'follow-session': never }, log)
