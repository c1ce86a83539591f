/** Whether a secret is the one that an installation was made with, told by what only that secret opens or signs. */
import { createPublicKey, verify } from 'node:crypto'
import type { SignedHead, Standing } from '../database/standing.ts'
import { checkpointKey, checkpointText } from './audit/sealer.ts'
import { opensPracticeKey } from './vault.ts'

/**
 * A practice's key decides; where there is none yet, the newest checkpoint of its audit chain.
 *
 * @param secrets more than one only while a change is under way: each row may be of any of them
 * @returns undefined when there is nothing yet that would tell
 */
export function areSecretsOf(
  secrets: readonly string[],
  { practiceKeys, checkpoints }: Pick<Standing, 'practiceKeys' | 'checkpoints'>,
): boolean | undefined {
  if (practiceKeys.length > 0)
    return practiceKeys.every(({ practiceId, wrapped }) =>
      secrets.some((secret) => opensPracticeKey(secret, practiceId, wrapped)),
    )
  if (checkpoints.length > 0)
    return checkpoints.every((checkpoint) => secrets.some((secret) => signed(secret, checkpoint)))
  return undefined
}

function signed(secret: string, checkpoint: SignedHead): boolean {
  const text = Buffer.from(checkpointText(checkpoint))
  return verify(null, text, createPublicKey(checkpointKey(secret)), Buffer.from(checkpoint.signature, 'hex'))
}
