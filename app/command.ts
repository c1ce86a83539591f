/**
 * How the operator's commands run: sentences instead of stacks, an orderly stop
 * on Ctrl-C, everything closed that was opened, and an exit code that is true.
 */
import { furnish, type House, openGround } from './house.ts'
import { Refusal } from './system/errors.ts'
import { fieldsOf, type Log, openLog } from './system/log.ts'

export type Command = {
  /** What was typed after the command's name. */
  args: readonly string[]
  env: NodeJS.ProcessEnv
  /** A line for the person at the keyboard. */
  say: (line: string) => void
  log: Log
  /** Aborted by a signal, or when the database is given up. */
  signal: AbortSignal
  /** Brings the database to this version; its house closes when the command has ended. @throws Refusal */
  openHouse: (options?: { formerSecret?: string }) => Promise<House>
}

/** Runs the command and ends the process: 0, or 1 when it refused, failed, or found trouble. */
export async function runCommand(work: (command: Command) => Promise<'fine' | 'trouble'>): Promise<never> {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => stopping.abort(new Refusal(`Stopped by ${name}.`)))
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  // What the house tells is for the same person; what goes wrong keeps the log's own caution.
  const log: Log = { ...openLog(undefined, 'warn'), info: say }
  const closing: (() => Promise<void>)[] = []
  const openHouse: Command['openHouse'] = async (options) => {
    const onGivenUp = (reason: Refusal) => stopping.abort(reason)
    const ground = await openGround({ env: process.env, log, onGivenUp, ...options })
    closing.push(ground.close)
    const house = await furnish(ground, log)
    closing.push(house.login.settle)
    stopping.signal.throwIfAborted()
    return house
  }
  const [, , ...args] = process.argv
  const outcome = await work({ args, env: process.env, say, log, signal: stopping.signal, openHouse }).catch(
    (error: unknown) => {
      if (error instanceof Refusal) process.stderr.write(`\n${error.message}\n`)
      else log.error('the command could not go on', fieldsOf(error))
      return 'trouble'
    },
  )
  for (const close of closing.reverse())
    await close().catch((error: unknown) => log.error('something did not close well', fieldsOf(error)))
  process.exit(outcome === 'fine' ? 0 : 1)
}
