/**
 * The load generator, a process of its own: reads a plan and prints what it saw, both as JSON.
 * Every request is somebody's own: their login, and for a form its own id and seal, as a browser would send it.
 */
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { pcl5 } from '../../app/clinical/instruments/pcl5.ts'
import { openSeals } from '../../app/system/crypto.ts'
import type { Plan } from './load.ts'

const plan: Plan = JSON.parse(await text(process.stdin))
const { url, path, cookies, connections, seconds, form } = plan
const seals = form && openSeals(form.secret)
let turn = Math.floor(Math.random() * cookies.length)

const result = await autocannon({
  url: `${url}${path}`,
  connections,
  duration: seconds,
  requests: [
    {
      method: form ? 'POST' : 'GET',
      setupRequest: (request) => {
        const nth = turn++ % cookies.length
        const headers = { cookie: cookies[nth] ?? '', origin: url }
        if (!form || !seals) return { ...request, headers }
        const responseId = randomUUID()
        const fields = {
          ...{ responseId, seal: seals.seal('check-in form', form.patientIds[nth] ?? '', responseId) },
          ...Object.fromEntries(pcl5.items.map(({ linkId }) => [linkId, '3'])),
          step: 'hand-in',
        }
        return {
          ...request,
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        }
      },
    },
  ],
})
process.stdout.write(JSON.stringify(result))
