/** `npm run bench -- portal-page`: installs and builds what is missing, then measures one row of bench/. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { binary, ensureReady, ROOT } from './ensure.mjs'
import { main, run, Stop } from './run.mjs'

await main(async () => {
  const [row, ...rest] = process.argv.slice(2)
  const rows = readdirSync(path.join(ROOT, 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
  if (!rows.includes(row)) throw new Stop(`Say what to measure: npm run bench -- ${rows.join(' | ')}.`)
  await ensureReady()
  const { code } = await run(
    process.execPath,
    [binary(ROOT, 'tsx'), path.join('bench', `${row}.ts`), ...rest],
    {
      cwd: ROOT,
    },
  )
  process.exitCode = code
})
