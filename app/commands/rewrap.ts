/**
 * `npm run rewrap`: after a change of GROUNDWORK_SECRET, wraps the practices' keys for the new one. Needs the secret
 * before it as OLD_GROUNDWORK_SECRET; without it, nothing that was told can ever be opened again. Harmless to repeat.
 */
import { rewrapPracticeKey } from '../access/vault.ts'
import { runCommand } from '../command.ts'
import { openDatabase, openPool } from '../database/connection.ts'
import { Refusal } from '../system/errors.ts'

await runCommand(async ({ env, say, openHouse }) => {
  const old = env.OLD_GROUNDWORK_SECRET
  if (!old) throw new Refusal('OLD_GROUNDWORK_SECRET is missing: the secret as it was before the change.')
  const { connectionAs, secret } = await openHouse()
  const owner = openDatabase(openPool(connectionAs('owner'), 1))
  try {
    const changed = await owner.transaction().execute(async (trx) => {
      const keys = await trx.selectFrom('practice_key').selectAll().forUpdate().execute()
      let count = 0
      for (const { practice_id, wrapped } of keys) {
        const again = rewrapOrRefuse(practice_id, wrapped, { old, new: secret })
        if (!again) continue
        await trx
          .updateTable('practice_key')
          .set({ wrapped: again })
          .where('practice_id', '=', practice_id)
          .execute()
        count += 1
      }
      return count
    })
    say(changed === 0 ? 'Every key fits the secret already.' : `Wrapped anew: ${changed}.`)
    return 'fine'
  } finally {
    await owner.destroy()
  }
})

function rewrapOrRefuse(practiceId: string, wrapped: Buffer, secrets: { old: string; new: string }) {
  try {
    return rewrapPracticeKey(practiceId, wrapped, secrets)
  } catch (cause) {
    throw new Refusal(
      'OLD_GROUNDWORK_SECRET is not the secret the keys were wrapped with. Nothing was changed.',
      {
        cause,
      },
    )
  }
}
