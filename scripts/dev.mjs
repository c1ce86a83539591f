/**
 * `npm run dev`: the server as a person gets it, built and started anew at each
 * change of a source. A change that does not build is told, and the last good
 * server goes on.
 */
import path from 'node:path'
import { nextChange } from './changes.mjs'
import { buildStamp, ensureBuilt, ensureReady, ROOT } from './ensure.mjs'
import { launch, main, Stop, signalGroup, signalled, stopIfSignalled } from './run.mjs'

await main(async () => {
  await ensureReady()
  for (;;) {
    let tried = buildStamp()
    const server = launch(process.execPath, [path.join(ROOT, 'scripts', 'start.mjs')], { cwd: ROOT })
    do {
      tried = await nextChange(ROOT, tried, signalled)
      stopIfSignalled()
    } while (!(await builds()))
    signalGroup(server, 'SIGTERM')
    await server.ended
  }
})

async function builds() {
  try {
    await ensureBuilt()
    return true
  } catch (error) {
    stopIfSignalled()
    if (!(error instanceof Stop)) throw error
    console.error(`${error.message} The server goes on as it was.`)
    return false
  }
}
