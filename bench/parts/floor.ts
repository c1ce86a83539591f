/**
 * The floor: what node:http and pg do at best with the same durable rows. No login, no permit, no audit of
 * reads, no row-level security (it connects as the superuser), one prepared query per request.
 *
 * `node floor.ts <task as JSON>` prints the address it listens on.
 */
import http from 'node:http'
import { openPool } from '../../app/database/connection.ts'
import type { Connection } from '../../app/database/roles.ts'
import { FLOORS, type FloorTask } from './floors.ts'

const { connection, task }: { connection: Connection; task: FloorTask } = JSON.parse(process.argv[2] ?? '')
const answer = FLOORS[task.kind](openPool(connection, 12), task)

const server = http.createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    answer(body).then(
      ({ status, html }) => {
        response.writeHead(status, { 'content-type': 'text/html; charset=UTF-8' })
        response.end(html)
      },
      (error) => {
        response.writeHead(500)
        response.end(String(error))
      },
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`)
})
