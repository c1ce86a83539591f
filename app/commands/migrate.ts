/** `npm run migrate`: brings the database to this version and says what ran. */
import { runCommand } from '../command.ts'

await runCommand(async ({ say, openHouse }) => {
  const { migrated } = await openHouse()
  say(
    migrated.length === 0
      ? 'The database is up to date.'
      : `The database is up to date now. Migrations that ran: ${migrated.join(', ')}.`,
  )
  return 'fine'
})
