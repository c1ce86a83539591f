/** A patient does one part of the preparation: what they wrote is sealed, that it is done is noted. */
import { inScope, type Permit } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { isCardDone, type PreparationPart, type SettingItem, type Wishes } from '../clinical/preparation.ts'
import type { Database } from '../database/connection.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { markPartDone } from '../records/preparation.ts'
import { becomeReady } from './become-ready.ts'

/** What is handed in with each part. Trying a way to steady leaves nothing written. */
export type PreparedPart =
  | { part: 'mindset'; intention: string }
  | { part: 'setting'; ready: readonly SettingItem[] }
  | { part: 'grounding' }
  | { part: 'wishes'; card: Wishes }

/** The kind of sheet each part is kept as. An intention is shown to nobody but the patient. */
export const SHEET_OF = {
  mindset: 'intention',
  setting: 'preparation',
  wishes: 'wishes',
} as const satisfies Partial<Record<PreparationPart, string>>

type Handed = { id: string; by: string; at: Date; prepared: PreparedPart }

/** A card on which something is still open is kept all the same; it does not count as done yet. */
export async function prepare(
  db: Database,
  vault: Vault,
  permit: Permit<'prepare'>,
  { id, by, at, prepared }: Handed,
): Promise<'done' | 'kept'> {
  return inScope(db, permit, async (scope) => {
    if (prepared.part !== 'grounding') {
      const kind = SHEET_OF[prepared.part]
      const sheet = { id, kind, version: 1, answers: answersOf(prepared), authoredAt: at }
      await insertAnswerSheet(scope, await vault.keyOf(scope), sheet)
    }
    if (prepared.part === 'wishes' && !isCardDone(prepared.card)) return 'kept'
    await markPartDone(scope, prepared.part, at)
    await becomeReady(scope, { by, at })
    return 'done'
  })
}

function answersOf(prepared: Exclude<PreparedPart, { part: 'grounding' }>): unknown {
  if (prepared.part === 'mindset') return { intention: prepared.intention }
  return prepared.part === 'setting' ? { ready: prepared.ready } : prepared.card
}
