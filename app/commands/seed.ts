/**
 * `npm run seed`: the demo's practice, complete. In production
 * `npm run seed -- practice.json` founds the practice that the file describes.
 */
import path from 'node:path'
import { arrive } from '../../practice/arrivals.ts'
import { foundDemo } from '../../practice/demo.ts'
import { foundFrom } from '../../practice/found-practice.ts'
import { readPracticeFile } from '../../practice/practice-file.ts'
import { runCommand } from '../command.ts'
import { readConfig } from '../system/config.ts'
import { Refusal } from '../system/errors.ts'

await runCommand(async ({ args, env, say, log, signal, openHouse }) => {
  const { mode } = readConfig({ env, nodeVersion: process.version })
  const [given] = args
  if (mode === 'demo') {
    if (given !== undefined)
      throw new Refusal('The demo brings its own practice: set GROUNDWORK_MODE=production to found yours.')
    const house = await openHouse()
    await foundDemo(house, new Date())
    await arrive({ house, log, signal })
    say('The demo practice is complete.')
    return 'fine'
  }
  if (given === undefined || args.length > 1)
    throw new Refusal('Name the file that describes the practice: npm run seed -- practice.json')
  const file = await readPracticeFile(path.resolve(env.INIT_CWD ?? '.', given))
  await foundFrom(await openHouse(), file, { now: new Date(), signal })
  say(
    `${file.name} is founded. ${file.staff.length} invitations were sent; each opens an account once, for 3 days.`,
  )
  say('Staff set up a passkey, or a password and an app with codes, at their first visit.')
  return 'fine'
})
