/** `npm run import -- /path/to/folder`: an export, whole, into an empty database. */
import path from 'node:path'
import { trailVerifier } from '../access/audit/trail.ts'
import { runCommand } from '../command.ts'
import { defaultDataDir } from '../database/embedded/folder.ts'
import { checkExport, importFrom, keepCheckpoints } from '../database/export/import.ts'
import { readConfig, readSecret } from '../system/config.ts'
import { Refusal } from '../system/errors.ts'

await runCommand(async ({ args, env, say, signal, openHouse }) => {
  const [given] = args
  if (given === undefined || args.length > 1)
    throw new Refusal('Name the folder of one export: npm run import -- /path/to/folder')
  const folder = path.resolve(env.INIT_CWD ?? '.', given)
  const { mode } = readConfig({ env, nodeVersion: process.version })
  const dataDir = defaultDataDir({ say: () => {}, env })
  const manifest = await checkExport(folder, readSecret(mode, dataDir, env).secret)
  if (manifest.mode !== mode)
    throw new Refusal(
      `This is an export of a ${manifest.mode} installation: set GROUNDWORK_MODE=${manifest.mode}.`,
    )
  signal.throwIfAborted()
  const { server, secret } = await openHouse()
  await importFrom({ server, folder, manifest, signal, verifyTrail: trailVerifier(secret) })
  const checkpointFile = path.join(dataDir, 'audit-checkpoints.jsonl')
  const unknown = await keepCheckpoints(folder, checkpointFile)

  const { tables, jobs, trail, createdAt } = manifest
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(
    `Imported ${rows} rows of ${tables.length} tables and ${jobs.rows} waiting jobs, as they were on ${createdAt}. The audit chain of ${trail.links} links was read again.`,
  )
  if (trail.troubles > 0)
    say(`The audit chain had ${trail.troubles} troubles when it was exported and has them still: see verify.`)
  if (unknown > 0)
    say(`${checkpointFile} has ${unknown} checkpoints that the export does not know: verify will name them.`)
  if (mode === 'demo' && env.GROUNDWORK_SECRET)
    say('This demo lives by the GROUNDWORK_SECRET that is set now: keep it, and set it at every start.')
  say('Everybody signs in anew. Waiting jobs are done when the server starts.')
  return 'fine'
})
