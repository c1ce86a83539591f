/**
 * `npm run export -- /path/to/folder`: everything of this installation, as it is
 * now, in a new folder. With DATABASE_URL the server may go on beside it; the
 * database that comes with Groundwork is open to one program at a time.
 */
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { trailVerifier } from '../access/audit/trail.ts'
import { runCommand } from '../command.ts'
import { exportInto, refuseTaken } from '../database/export/export.ts'
import { Refusal } from '../system/errors.ts'

await runCommand(async ({ args, env, say, signal, openHouse }) => {
  const [wanted] = args
  if (wanted === undefined || args.length > 1)
    throw new Refusal('Name one new folder: npm run export -- /path/to/folder')
  // npm changes to the clone's folder; the path is meant from where it was typed.
  const folder = path.resolve(env.INIT_CWD ?? '.', wanted)
  await refuseTaken(folder)
  const { server, secret, dataDir } = await openHouse()
  const { tables, jobs, trail } = await exportInto({
    ...{ server, secret, folder, signal, groundwork: packageJson.version, createdAt: new Date() },
    checkpointFile: path.join(dataDir, 'audit-checkpoints.jsonl'),
    verifyTrail: trailVerifier(secret),
  })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(
    `Exported ${rows} rows of ${tables.length} tables, ${jobs.rows} waiting jobs and ${trail.links} links of the audit chain.`,
  )
  if (trail.troubles > 0) say(`The audit chain has ${trail.troubles} troubles: "npm run verify" names them.`)
  say(
    `${folder} holds health data and is not encrypted: move it to an encrypted place and keep no copy here.`,
  )
  say('Whoever imports it needs the GROUNDWORK_SECRET too, which is not in it: keep the two apart.')
  return 'fine'
})
