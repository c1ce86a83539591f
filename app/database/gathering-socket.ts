import net from 'node:net'

type Done = (error?: Error | null) => void

/**
 * A socket that sends in one go what one turn of the program writes. The statements that open a
 * transaction then wake the database once instead of once each, which is most of what they cost.
 */
export function gatheringSocket(): net.Socket {
  const socket = new net.Socket()
  let isGathering = false
  // Not by a subclass: connecting puts the plain `write` back.
  socket.once('connect', () => {
    const write = socket.write.bind(socket)
    socket.write = (chunk: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean => {
      if (!isGathering) {
        isGathering = true
        socket.cork()
        process.nextTick(() => {
          isGathering = false
          socket.uncork()
        })
      }
      return typeof encoding === 'string' ? write(chunk, encoding, done) : write(chunk, encoding)
    }
  })
  return socket
}
