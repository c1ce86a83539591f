/**
 * Runs other programs for our scripts so that a signal to us ends them too.
 *
 * Node's own modules only: the scripts begin before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'

/** Why a script stops, in one sentence for the person at the keyboard. */
export class Stop extends Error {}

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The programs that run now. */
const running = new Set()

/** The first signal that came, if one did, and a promise of it. */
let received
let tellSignalled
export const signalled = new Promise((resolve) => {
  tellSignalled = resolve
})

/**
 * Runs a script's work. A Stop is printed and exits with 1. A signal is passed on
 * to the running programs; when they have ended and every `finally` is done, we
 * end with the exit code a shell gives that signal.
 */
export async function main(work) {
  const onSignal = (name) => {
    received ??= name
    tellSignalled()
    for (const each of running) signalGroup(each, name)
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
    await Promise.allSettled([...running].map(({ ended }) => ended))
    for (const name of SIGNALS) process.off(name, onSignal)
  }
  if (received !== undefined) process.exit(128 + os.constants.signals[received])
}

/** Throws once a signal came, so that no further step begins. */
export function stopIfSignalled() {
  if (received !== undefined) throw new Stop(`Stopped by ${received}.`)
}

/**
 * Runs a program to its end.
 * @returns {Promise<{ code: number, words: string }>} its exit code, and what it wrote to stderr when `listen` is on
 */
export async function run(program, args, options) {
  const result = await launch(program, args, options).ended
  stopIfSignalled()
  return result
}

/**
 * Starts a program. It leads a process group of its own, which gets our signals,
 * so what it started itself ends as well.
 */
export function launch(program, args, { cwd, env = process.env, listen = false } = {}) {
  stopIfSignalled()
  const stdio = ['ignore', 'inherit', listen ? 'pipe' : 'inherit']
  const child = spawn(program, args, { cwd, env, stdio, detached: true })
  let words = ''
  child.stderr?.on('data', (chunk) => {
    process.stderr.write(chunk)
    words = (words + chunk).slice(-20_000)
  })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ code: status ?? 1, words }))
  }).finally(() => running.delete(launched))
  const launched = { child, ended }
  running.add(launched)
  return launched
}

export function signalGroup({ child: { pid } }, name) {
  try {
    if (pid !== undefined) process.kill(-pid, name)
  } catch {
    // it ended in between
  }
}

/** Whether we may install packages of the system: root, on Debian itself. */
export const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
