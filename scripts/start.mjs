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

await main(async () => {
  await ensureReady()
  const commands = readdirSync(built)
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.slice(0, -'.js'.length))
  if (!commands.includes(command))
    throw new Stop(`There is no command ${command}; there are: ${commands.sort().join(', ')}.`)
})

// A Ctrl-C in `npm start` comes twice: from the terminal and from npm. The second must not cut off the
// orderly stop that the first began. A command that does not listen ends here by `exit`, and not at once,
// so that its PostgreSQL is told to end as well.
let isStopping = false
for (const name of SIGNALS) {
  process.on(name, () => {
    if (!isStopping && process.listenerCount(name) === 1) process.exit(128 + os.constants.signals[name])
    isStopping = true
  })
}

const entry = path.join(built, `${command}.js`)
process.argv = [process.argv[0], entry, ...rest]
await import(pathToFileURL(entry))
