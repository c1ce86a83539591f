import type { AccountState } from '../../access/login/account.ts'
import type { LoginSession } from '../../access/login/session.ts'
import { AppError } from '../../system/errors.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { RouteContext } from '../route.ts'

/** Fields in which a new password is chosen. Browsers offer to make and keep one. */
export const PASSWORD_FIELD = { type: 'password', required: true, maxLength: 128 } as const

/** Whose account it is, by the login and not by anything sent. */
export async function accountOf(c: RouteContext): Promise<{ account: AccountState; session: LoginSession }> {
  const { login } = c.var.services
  const session = await login.findSession(c.req.raw.headers)
  const account = session && (await login.findAccount(session.accountId))
  if (!session || !account) throw new AppError('unauthenticated', 'nobody is signed in')
  return { account, session }
}

/** Changing how one signs in begins with signing in again, and comes back. */
export function SignInAgain({ c, next }: { c: RouteContext; next: string }) {
  const words = c.var.words.account.again
  return (
    <Notice kind="problem" title={words.title}>
      <p>{words.text}</p>
      <p>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(next)}`}>{words.link}</ButtonLink>
      </p>
    </Notice>
  )
}

/** A page that stands where the form was, because the sign-in is too old to change anything. */
export function signInAgainReply(c: RouteContext, next: string): Response {
  const { title } = c.var.words.account.again
  const body = (
    <div class="narrow flow">
      <h1>{c.var.words.account.title}</h1>
      <SignInAgain c={c} next={next} />
    </div>
  )
  return c.var.page({ area: 'plain', title, body, status: 403 })
}
