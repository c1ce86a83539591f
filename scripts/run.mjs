/**
 * Runs other programs for our scripts so that a signal to us ends them too.
 *
 * Node's own modules only: the scripts begin before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Why a script stops, in one sentence for the person at the keyboard. */
export class Stop extends Error {}

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The program that runs now, and the signal that came, if one did. */
let running
let received

/**
 * Runs a script's work. A Stop is printed and exits with 1; a signal is passed
 * on to the running program, waits for `finally` blocks, and ends us as it
 * would have without us.
 */
export async function main(work) {
  const onSignal = (name) => {
    received ??= name
    signalRunning(name)
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  try {
    await work()
  } catch (error) {
    if (received === undefined) {
      if (!(error instanceof Stop)) throw error
      console.error(`\n${error.message}`)
      process.exit(1)
    }
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal)
  }
  if (received !== undefined) {
    process.kill(process.pid, received)
    await new Promise(() => {}) // the signal is on its way; nothing more may start
  }
}

/** Throws once a signal came, so that no further step begins. */
export function stopIfSignalled() {
  if (received !== undefined) throw new Stop(`Stopped by ${received}.`)
}

/**
 * Runs a program to its end. It leads a process group of its own, which gets
 * our signals, so what it started itself ends as well.
 * @returns {Promise<{ code: number, words: string }>} its exit code, and what it wrote to stderr when `listen` is on
 */
export async function run(program, args, { cwd, env = process.env, listen = false } = {}) {
  stopIfSignalled()
  const stdio = ['ignore', 'inherit', listen ? 'pipe' : 'inherit']
  const child = spawn(program, args, { cwd, env, stdio, detached: true })
  running = child
  let words = ''
  child.stderr?.on('data', (chunk) => {
    process.stderr.write(chunk)
    words = (words + chunk).slice(-20_000)
  })
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (status) => resolve(status ?? 1))
    })
    stopIfSignalled()
    return { code, words }
  } finally {
    running = undefined
  }
}

function signalRunning(name) {
  if (running?.pid === undefined) return
  try {
    process.kill(-running.pid, name)
  } catch {
    // it ended in between
  }
}

/** Whether we may install packages of the system: root, on Debian itself. */
export const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
