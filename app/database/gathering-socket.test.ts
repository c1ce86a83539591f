import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { gatheringSocket } from './gathering-socket.ts'

test('what one turn writes arrives as one piece, in its order, and the next turn’s as another', async () => {
  const pieces: string[] = []
  const server = net.createServer((peer) => peer.on('data', (piece) => pieces.push(String(piece))))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = gatheringSocket().setNoDelay(true)
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')

  const arrived = async (n: number) => {
    while (pieces.length < n) await new Promise((resolve) => setImmediate(resolve))
  }
  socket.write('begin ')
  await Promise.resolve() // the same turn still
  socket.cork()
  socket.write('read ', 'utf8')
  socket.write(Buffer.from('commit'))
  socket.uncork()
  await arrived(1)
  const written = new Promise((resolve) => socket.write('next', resolve))
  await written
  await arrived(2)
  expect(pieces).toEqual(['begin read commit', 'next'])

  socket.destroy()
  server.close()
})
