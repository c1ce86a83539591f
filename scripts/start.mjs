/**
 * `node scripts/start.mjs` starts the server; `node scripts/start.mjs migrate …`
 * runs one of its other commands. Either installs and builds first what is missing.
 *
 * The command runs in this very process, so that a signal reaches it.
 */
import { readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureReady, ROOT } from './ensure.mjs'
import { main, SIGNALS, Stop } from './run.mjs'

const [, , command = 'server', ...rest] = process.argv
const built = path.join(ROOT, 'dist', 'server')

// A command that does not listen for a signal ends here, by `exit` and not at once, so that its PostgreSQL is
// told to end as well. First of all, because a signal that finds no listener when its turn comes is lost.
for (const name of SIGNALS) {
  process.on(name, () => {
    if (process.listenerCount(name) === 1) process.exit(128 + os.constants.signals[name])
  })
}

await main(async () => {
  await ensureReady()
  const commands = readdirSync(built)
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
  if (!commands.includes(command))
    throw new Stop(`There is no command ${command}; there are: ${commands.sort().join(', ')}.`)
})

const entry = path.join(built, `${command}.js`)
process.argv = [process.argv[0], entry, ...rest]
await import(pathToFileURL(entry))
