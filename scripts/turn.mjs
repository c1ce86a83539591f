/** Two starts at once must not install or build at once: one works, the other waits and then finds it done. */
import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stop, stopIfSignalled } from './run.mjs'

const PATIENCE_MS = 15 * 60_000

/**
 * Does `work` while nobody else works on this clone. The turn is a listening
 * socket, which the kernel takes back however its holder ends.
 */
export async function inTurn(root, work) {
  const name = `groundwork-turn-${createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16)}`
  const address = process.platform === 'linux' ? `\0${name}` : path.join(os.tmpdir(), `${name}.sock`)
  const until = Date.now() + PATIENCE_MS
  let turn = await take(address)
  if (!turn) console.log('Another start is preparing this clone; waiting for it.')
  while (!turn) {
    stopIfSignalled()
    if (Date.now() > until)
      throw new Stop('Another start has been preparing this clone for 15 minutes: end it and try again.')
    await sleep(200)
    turn = await take(address)
  }
  try {
    return await work()
  } finally {
    await new Promise((resolve) => turn.close(resolve))
  }
}

/** The held turn, or undefined when somebody has it. */
async function take(address) {
  if (address[0] !== '\0' && !(await answers(address))) rmSync(address, { force: true }) // its holder was killed
  return new Promise((resolve, reject) => {
    const turn = net.createServer()
    turn.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    turn.listen(address, () => resolve(turn))
  })
}

const answers = (address) =>
  new Promise((resolve) => {
    const call = net.connect(address, () => call.destroy(resolve(true)))
    call.once('error', () => resolve(false))
  })
