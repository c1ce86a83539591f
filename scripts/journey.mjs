/** `npm run journey -- --people 20`: invented people go the whole way through a running demo. */
import path from 'node:path'
import { binary, ensureInstalled, ROOT } from './ensure.mjs'
import { main, run } from './run.mjs'

await main(async () => {
  await ensureInstalled()
  const program = path.join('practice', 'journey', 'journey.ts')
  const { code } = await run(process.execPath, [binary(ROOT, 'tsx'), program, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? ROOT,
  })
  process.exitCode = code
})
