import type { Log } from '../../system/log.ts'
import type { Accounts } from './account.ts'
import type { Call, Caller } from './call.ts'
import { readSignedCookie, SECOND_STEP_COOKIE } from './cookie.ts'
import { type Limits, MINUTE, type TooManyTries } from './limits.ts'
import { CODE_TRIES, codeOnce, PASSWORD_TRIES, PASSWORD_TRIES_OF_PERSON } from './rules.ts'
import type { Sessions } from './session.ts'

type SignedIn = { status: 'signed-in'; setCookies: string[] }

export type PasswordOutcome =
  | SignedIn
  /** The password was right; the code is asked for next. Nobody is signed in yet. */
  | { status: 'second-step'; setCookies: string[] }
  /** Wrong password, unknown address, an account without a password: all the same. */
  | { status: 'refused' }
  | TooManyTries

export type SecondStepOutcome =
  | SignedIn
  | { status: 'wrong-code' }
  /** The ten minutes, or the tries, ran out. The password is asked for again. */
  | { status: 'start-again' }
  | TooManyTries

type Parts = {
  call: Call
  accounts: Accounts
  limits: Limits
  sessions: Sessions
  secret: string
  now: () => Date
  log: Log
  sweep: () => void
}

const LOCKED_SECONDS = 15 * MINUTE
const APP_CODE = /^\d{6}$/

export function openSignIn({ call, accounts, limits, sessions, secret, now, log, sweep }: Parts) {
  return {
    async signInWithPassword(
      caller: Caller,
      { email, password }: { email: string; password: string },
    ): Promise<PasswordOutcome> {
      sweep()
      const address = email.trim().toLowerCase()
      const tried = { account: address, clientAddress: caller.clientAddress }
      const wait = await limits.take(PASSWORD_TRIES, tried)
      if (wait) {
        log.warn('too many tries at a password')
        return wait
      }
      const answer = await call(caller, 'POST', '/sign-in/email', { email: address, password })
      if (answer.status !== 200) {
        log.info('a password was refused')
        return { status: 'refused' }
      }
      await limits.forget(PASSWORD_TRIES_OF_PERSON, tried)
      await sessions.endOwn(caller.headers)
      if (answer.body.twoFactorRedirect === true)
        return { status: 'second-step', setCookies: answer.setCookies }
      return { status: 'signed-in', setCookies: answer.setCookies }
    },

    /** `code`: six digits from the app, or one of the codes kept on paper. */
    async verifySecondStep(caller: Caller, code: string): Promise<SecondStepOutcome> {
      const challenge = readSignedCookie(caller.headers, SECOND_STEP_COOKIE, secret)
      const account = challenge === undefined ? undefined : await accounts.findIdOfChallenge(challenge, now())
      if (account === undefined) return { status: 'start-again' }
      const tried = { account, clientAddress: caller.clientAddress }
      const wait = await limits.take(CODE_TRIES, tried)
      if (wait) return wait

      const typed = code.replace(/\s/g, '')
      const isFromApp = APP_CODE.test(typed)
      if (isFromApp && (await limits.take(codeOnce(typed), tried))) return { status: 'wrong-code' }
      const path = isFromApp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
      const answer = await call(caller, 'POST', path, { code: typed })
      if (answer.status === 200) {
        await limits.forget(CODE_TRIES, tried)
        return { status: 'signed-in', setCookies: answer.setCookies }
      }
      log.info('a code was refused')
      if (answer.status === 429) return { status: 'too-many-tries', retryAfterSeconds: LOCKED_SECONDS }
      const isWrong = answer.code === 'INVALID_CODE' || answer.code === 'INVALID_BACKUP_CODE'
      return { status: isWrong ? 'wrong-code' : 'start-again' }
    },
  }
}
