/**
 * Changing how one signs in: password, app with codes, passkeys.
 *
 * Whoever finds a phone unlocked must not be able to move in: every change asks for a recent sign-in or the
 * current password, and where two factors exist, for both.
 */
import type { Role } from '../actor.ts'
import type { AccountState, Accounts } from './account.ts'
import { type Call, type Caller, refuseForeign } from './call.ts'
import { FRESH_MINUTES, type Library } from './library.ts'
import type { Limits, TooManyTries } from './limits.ts'
import { mayUseLinks } from './link.ts'
import { type PasswordProblem, passwordProblem } from './password.ts'
import { CODE_TRIES, CONFIRM_TRIES, codeOnce } from './rules.ts'
import type { LoginSession, Sessions } from './session.ts'

/** Signing in again, with everything the account has, comes first. */
export type SignInAgain = { status: 'sign-in-again' }
type WrongPassword = { status: 'wrong-password' }
/** `setCookies`: the login was exchanged for a new one. */
type Done = { status: 'done'; setCookies: string[] }

export type SecondStepStart =
  | { status: 'started'; uri: string }
  | { status: 'already-on' }
  | { status: 'needs-password' }
  | WrongPassword
  | SignInAgain
  | TooManyTries

export type SecondStepConfirmation =
  | (Done & { backupCodes: string[] })
  | { status: 'wrong-code' }
  | { status: 'not-started' }
  | SignInAgain
  | TooManyTries

export type NewPassword = Done | WrongPassword | SignInAgain | TooManyTries | { status: PasswordProblem }

type Parts = {
  call: Call
  library: () => Library
  sessions: Sessions
  accounts: Accounts
  limits: Limits
  now: () => Date
  practiceName: string
  origin: string
  rolesOf: (accountId: string) => Promise<readonly Role[]>
  tellChanged: (account: AccountState) => void
}

export type Changes = ReturnType<typeof openChanges>

export function openChanges(parts: Parts) {
  const { call, library, sessions, accounts, limits, now, practiceName, origin, rolesOf, tellChanged } = parts

  const isRecent = (session: LoginSession) =>
    now().getTime() - session.signedInAt.getTime() < FRESH_MINUTES * 60_000

  /** The account, if this login may change how it signs in. */
  async function changeable(caller: Caller): Promise<AccountState | undefined> {
    refuseForeign(caller.headers, origin)
    const session = await sessions.find(caller.headers)
    const account = session && (await accounts.find(session.accountId))
    if (!account || !isRecent(session)) return undefined
    const hasMore = account.hasSecondStep || account.passkeys.length > 0
    return hasMore && session.strength === 'one-factor' ? undefined : account
  }

  const again = { status: 'sign-in-again' } as const
  const passwordTries = ({ accountId }: AccountState, { clientAddress }: Caller) =>
    limits.take(CONFIRM_TRIES, { account: accountId, clientAddress })

  return {
    /** True when this login may add or remove ways of signing in now. */
    mayChange: async (caller: Caller) => (await changeable(caller)) !== undefined,

    async startSecondStep(caller: Caller, password: string): Promise<SecondStepStart> {
      const account = await changeable(caller)
      if (!account) return again
      if (account.hasSecondStep) return { status: 'already-on' }
      if (!account.hasPassword) return { status: 'needs-password' }
      const wait = await passwordTries(account, caller)
      if (wait) return wait
      const { status, body } = await call(caller, 'POST', '/two-factor/enable', { password, method: 'totp' })
      if (status !== 200 || typeof body.totpURI !== 'string') return { status: 'wrong-password' }
      return { status: 'started', uri: body.totpURI }
    },

    async confirmSecondStep(caller: Caller, code: string): Promise<SecondStepConfirmation> {
      const account = await changeable(caller)
      if (!account) return again
      if (account.hasSecondStep) return { status: 'not-started' }
      const tried = { account: account.accountId, clientAddress: caller.clientAddress }
      const wait = await limits.take(CODE_TRIES, tried)
      if (wait) return wait
      if (await limits.take(codeOnce(code), tried)) return { status: 'wrong-code' }
      const answer = await call(caller, 'POST', '/two-factor/verify-totp', { code })
      if (answer.code === 'TOTP_NOT_ENABLED') return { status: 'not-started' }
      if (answer.status !== 200) return { status: 'wrong-code' }
      const { backupCodes } = await library().api.viewBackupCodes({ body: { userId: account.accountId } })
      tellChanged(account)
      return { status: 'done', setCookies: answer.setCookies, backupCodes }
    },

    async stopSecondStep(
      caller: Caller,
      password: string,
    ): Promise<Done | WrongPassword | SignInAgain | TooManyTries> {
      const account = await changeable(caller)
      if (!account) return again
      const wait = await passwordTries(account, caller)
      if (wait) return wait
      const answer = await call(caller, 'POST', '/two-factor/disable', { password })
      if (answer.status !== 200) return { status: 'wrong-password' }
      tellChanged(account)
      return { status: 'done', setCookies: answer.setCookies }
    },

    /** Sets the first password, or another one. Every other login of the account ends. */
    async setPassword(
      caller: Caller,
      { current, wanted }: { current: string; wanted: string },
    ): Promise<NewPassword> {
      const account = await changeable(caller)
      if (!account) return again
      const problem = passwordProblem(wanted, [account.email, account.name, practiceName])
      if (problem) return { status: problem }
      const wait = await passwordTries(account, caller)
      if (wait) return wait
      if (!account.hasPassword) {
        await library().api.setPassword({ body: { newPassword: wanted }, headers: caller.headers })
        await sessions.endOthers(account.accountId, caller.headers)
        tellChanged(account)
        return { status: 'done', setCookies: [] }
      }
      const answer = await call(caller, 'POST', '/change-password', {
        currentPassword: current,
        newPassword: wanted,
        revokeOtherSessions: true,
      })
      if (answer.status !== 200) return { status: 'wrong-password' }
      tellChanged(account)
      return { status: 'done', setCookies: answer.setCookies }
    },

    async removePasskey(
      caller: Caller,
      passkeyId: string,
    ): Promise<{ status: 'done' | 'only-way-in' } | SignInAgain> {
      const account = await changeable(caller)
      if (!account) return again
      const hasAnother = account.passkeys.length > 1 || account.hasPassword
      if (!hasAnother && !mayUseLinks(await rolesOf(account.accountId))) return { status: 'only-way-in' }
      await accounts.removePasskey(account.accountId, passkeyId)
      tellChanged(account)
      return { status: 'done' }
    },
  }
}
