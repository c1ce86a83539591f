/** `npm run build`: the browser's bundle and the server's, from the sources as they are now. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { checkNode, ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs'
import { main } from './run.mjs'

await main(async () => {
  checkNode()
  await ensureInstalled()
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true })
  await ensureBuilt()
})
