/**
 * `npm run rewrap`: after a change of GROUNDWORK_SECRET, wraps the practices' keys for the new one. Needs the secret
 * before it as OLD_GROUNDWORK_SECRET; without it, nothing that was told can ever be opened again. Harmless to repeat.
 */
import { rewrapPracticeKey, wrapPracticeKey } from '../access/vault.ts'
import { runCommand } from '../command.ts'
import { openDatabase, openPool } from '../database/connection.ts'
import { Refusal } from '../system/errors.ts'

await runCommand(async ({ env, say, openHouse }) => {
  const old = env.OLD_GROUNDWORK_SECRET
  if (!old) throw new Refusal('OLD_GROUNDWORK_SECRET is missing: the secret as it was before the change.')
  const { connectionAs, secret } = await openHouse({ formerSecret: old })
  const owner = openDatabase(openPool(connectionAs('owner'), 1))
  try {
    const changed = await owner.transaction().execute(async (trx) => {
      const keys = await trx.selectFrom('practice_key').selectAll().forUpdate().execute()
      let count = 0
      for (const { practice_id, wrapped } of keys) {
        const again = rewrapPracticeKey(practice_id, wrapped, { old, new: secret })
        if (!again) continue
        await trx
          .updateTable('practice_key')
          .set({ wrapped: again })
          .where('practice_id', '=', practice_id)
          .execute()
        count += 1
      }
      // A practice in which nobody told anything yet gets its key now: it shows the next start that the secret is right.
      for (const { practice_id } of await trx.selectFrom('practice').select('practice_id').execute())
        await trx
          .insertInto('practice_key')
          .values({ practice_id, wrapped: wrapPracticeKey(secret, practice_id) })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      return count
    })
    say(changed === 0 ? 'Every key fits the secret already.' : `Wrapped anew: ${changed}.`)
    return 'fine'
  } finally {
    await owner.destroy()
  }
})
