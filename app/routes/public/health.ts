import { open } from '../route.ts'

/** The process is alive. */
export const healthz = open('GET', '/healthz', (c) => c.json({ status: 'ok' }))

/** It can do its work: the database answers and is at this program's version. */
export const readyz = open('GET', '/readyz', async (c) => {
  const isReady = await c.var.services.isReady()
  return c.json({ status: isReady ? 'ok' : 'unavailable' }, isReady ? 200 : 503)
})
