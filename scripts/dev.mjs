/**
 * `npm run dev`: the server as a person gets it, built and started anew at each
 * change of a source. A change that does not build is told, and the last good
 * server goes on.
 */
import { existsSync, watch } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt, ensureReady, ROOT } from './ensure.mjs'
import { launch, main, Stop, signalGroup, signalled, stopIfSignalled } from './run.mjs'

const WATCHED = ['app', 'practice', 'vite.config.ts']

/** An editor saves in several steps, and a change of branch touches many files. */
const SETTLE_MS = 150

await main(async () => {
  await ensureReady()
  const changes = watchSources()
  try {
    for (;;) {
      const server = launch(process.execPath, [path.join(ROOT, 'scripts', 'start.mjs')], { cwd: ROOT })
      do await changes.next()
      while (!(await builds()))
      signalGroup(server, 'SIGTERM')
      await server.ended
    }
  } finally {
    changes.close()
  }
})

function watchSources() {
  let tell = () => {}
  const present = WATCHED.map((name) => path.join(ROOT, name)).filter((file) => existsSync(file))
  const watchers = present.map((file) => watch(file, { recursive: true }, () => tell()))
  return {
    next: async () => {
      await Promise.race([
        signalled,
        new Promise((resolve) => {
          tell = resolve
        }),
      ])
      stopIfSignalled()
      await sleep(SETTLE_MS)
    },
    close: () => {
      for (const each of watchers) each.close()
    },
  }
}

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
