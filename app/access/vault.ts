/**
 * The third lock: what somebody told is kept sealed with a key of that patient alone.
 *
 * The patient's key lies in the database wrapped by the practice's, the practice's wrapped by a key that is derived
 * from the installation's secret and is never stored. A copy of the database, or of a backup, opens nothing.
 * AES-256-GCM throughout; what is sealed is tied to its patient and its row, so that rows cannot be exchanged.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { AboutPatient } from './actions.ts'
import type { Scope } from './permit.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** The first byte says how it was sealed, for the day that changes. */
const FORMAT = Buffer.from([1])

/** Opens and seals for one patient. `place` names the row: its table and id. */
export type PatientKey = {
  seal: (place: string, value: unknown) => Buffer
  /** @throws Error when it was not sealed for this patient and place, or was changed since */
  open: (place: string, sealed: Buffer) => unknown
}

export type Vault = { keyOf: (scope: Scope<AboutPatient>) => Promise<PatientKey> }

export function openVault(secret: string): Vault {
  const outermost = outermostKey(secret)
  return {
    async keyOf(scope) {
      const { practiceId, patientId } = scope
      const wrappedPractice = await practiceKey(scope, () => wrapPracticeKey(secret, practiceId))
      const practice = openBytes(outermost, `practice ${practiceId}`, wrappedPractice)
      const about = `patient ${practiceId} ${patientId}`
      const wrapped = await patientKey(scope, () => sealBytes(practice, about, randomBytes(KEY_BYTES)))
      const key = openBytes(practice, about, wrapped)
      return {
        seal: (place, value) => sealBytes(key, `${about} ${place}`, Buffer.from(JSON.stringify(value))),
        open: (place, sealed) => JSON.parse(openBytes(key, `${about} ${place}`, sealed).toString('utf8')),
      }
    },
  }
}

/** From the installation's secret, and never stored. */
const outermostKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'patient records', KEY_BYTES))

/** A practice's key, new and wrapped. */
export const wrapPracticeKey = (secret: string, practiceId: string): Buffer =>
  sealBytes(outermostKey(secret), `practice ${practiceId}`, randomBytes(KEY_BYTES))

/** Whether this is the secret that a practice's key was wrapped with. */
export const opensPracticeKey = (secret: string, practiceId: string, wrapped: Buffer): boolean =>
  opens(outermostKey(secret), `practice ${practiceId}`, wrapped)

/** Two who make a key at once end with the same one: the second finds the first's. */
async function practiceKey({ trx, practiceId }: Scope<AboutPatient>, make: () => Buffer): Promise<Buffer> {
  const find = trx.selectFrom('practice_key').select('wrapped').where('practice_id', '=', practiceId)
  const found = await find.executeTakeFirst()
  if (found) return found.wrapped
  await trx
    .insertInto('practice_key')
    .values({ practice_id: practiceId, wrapped: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find.executeTakeFirstOrThrow()).wrapped
}

async function patientKey(
  { trx, practiceId, patientId }: Scope<AboutPatient>,
  make: () => Buffer,
): Promise<Buffer> {
  const find = trx
    .selectFrom('patient_key')
    .select('wrapped')
    .where('practice_id', '=', practiceId)
    .where('patient_id', '=', patientId)
  const found = await find.executeTakeFirst()
  if (found) return found.wrapped
  await trx
    .insertInto('patient_key')
    .values({ practice_id: practiceId, patient_id: patientId, wrapped: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find.executeTakeFirstOrThrow()).wrapped
}

function sealBytes(key: Buffer, about: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about))
  return Buffer.concat([FORMAT, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function openBytes(key: Buffer, about: string, sealed: Buffer): Buffer {
  if (sealed[0] !== FORMAT[0]) throw new Error('sealed in a form this version does not know')
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()])
}

/**
 * Wraps a practice's key for a new secret. What the patients' keys and their answers are sealed with stays as it is.
 *
 * @returns undefined when it is wrapped for the new secret already
 * @throws Error when it was wrapped for neither
 */
export function rewrapPracticeKey(
  practiceId: string,
  wrapped: Buffer,
  secrets: { old: string; new: string },
): Buffer | undefined {
  const about = `practice ${practiceId}`
  const [from, to] = [outermostKey(secrets.old), outermostKey(secrets.new)]
  if (opens(to, about, wrapped)) return undefined
  return sealBytes(to, about, openBytes(from, about, wrapped))
}

function opens(key: Buffer, about: string, sealed: Buffer): boolean {
  try {
    openBytes(key, about, sealed)
    return true
  } catch {
    return false
  }
}
