/** What an account has: its address, its ways of signing in. SQL over the library's tables. */
import { getAuthenticatorName } from '@better-auth/passkey'
import type pg from 'pg'

export type Passkey = { id: string; name: string; addedAt: Date }

export type AccountState = {
  accountId: string
  email: string
  name: string
  hasPassword: boolean
  /** An app with codes, checked once. Signing in with the password asks for it. */
  hasSecondStep: boolean
  passkeys: Passkey[]
}

type Row = { id: string; email: string; name: string; has_password: boolean; has_second_step: boolean }

export type Accounts = ReturnType<typeof openAccounts>

export function openAccounts(pool: pg.Pool) {
  async function listPasskeys(accountId: string): Promise<Passkey[]> {
    const { rows } = await pool.query<{
      id: string
      name: string | null
      aaguid: string | null
      createdAt: Date
    }>('select id, name, aaguid, "createdAt" from passkey where "userId" = $1 order by "createdAt"', [
      accountId,
    ])
    return rows.map(({ id, name, aaguid, createdAt }) => ({
      id,
      name: getAuthenticatorName(aaguid ?? undefined) ?? name ?? '',
      addedAt: createdAt,
    }))
  }

  return {
    async find(accountId: string): Promise<AccountState | undefined> {
      const { rows } = await pool.query<Row>(
        `select id, email, name,
           exists (select from account a where a."userId" = u.id and a.password is not null) as has_password,
           exists (select from "twoFactor" t where t."userId" = u.id and t.verified) as has_second_step
         from "user" u where id = $1`,
        [accountId],
      )
      const [row] = rows
      return (
        row && {
          accountId: row.id,
          email: row.email,
          name: row.name,
          hasPassword: row.has_password,
          hasSecondStep: row.has_second_step,
          passkeys: await listPasskeys(accountId),
        }
      )
    },

    async findIdByEmail(email: string): Promise<string | undefined> {
      const { rows } = await pool.query<{ id: string }>('select id from "user" where email = $1', [email])
      return rows[0]?.id
    },

    async removePasskey(accountId: string, passkeyId: string): Promise<void> {
      await pool.query('delete from passkey where "userId" = $1 and id::text = $2', [accountId, passkeyId])
    },

    /** The account whose second step a half-finished sign-in waits for. */
    async findIdOfChallenge(identifier: string, at: Date): Promise<string | undefined> {
      const { rows } = await pool.query<{ value: string }>(
        'select value from verification where identifier = $1 and "expiresAt" > $2',
        [identifier, at],
      )
      return rows[0]?.value
    },

    async insertLink(hash: string, value: string, expiresAt: Date, at: Date): Promise<void> {
      await pool.query(
        `insert into verification (id, identifier, value, "expiresAt", "createdAt", "updatedAt")
         values (gen_random_uuid(), $1, $2, $3, $4, $4)`,
        [hash, value, expiresAt, at],
      )
    },
  }
}
