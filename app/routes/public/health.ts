import { open } from '../route.ts'

/** The process is alive. */
export const healthz = open('GET', '/healthz', (c) => c.json({ status: 'ok' }))

/** It can answer people: the database is there. What the worker does is not asked here. */
export const readyz = open('GET', '/readyz', async (c) => {
  const isReady = await c.var.services.isReady()
  return c.json({ status: isReady ? 'ok' : 'unavailable' }, isReady ? 200 : 503)
})
