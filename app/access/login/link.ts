/** One-time links: made and sent here, opened once through the library. */
import { randomUUID } from 'node:crypto'
import { AppError } from '../../system/errors.ts'
import type { Role } from '../actor.ts'
import type { Accounts } from './account.ts'
import type { Later } from './background.ts'
import { type Call, type Caller, refuseForeign } from './call.ts'
import type { Limits, TooManyTries } from './limits.ts'
import { hashOfLink, isLinkToken, linkValue, newLinkToken } from './link-token.ts'
import { safeNext } from './next.ts'
import { LINK_OPENINGS, LINK_REQUESTS } from './rules.ts'
import type { Sessions } from './session.ts'

export const LINK_MINUTES = 10
export const INVITATION_DAYS = 3

/** Who signs in by link. Somebody with any other role uses what their account has. */
const LINK_ROLES: readonly Role[] = ['support-person', 'therapist']

/** As partners/mail.ts has it; this room does not know the mail's carrier. */
export type SendMail = (message: { id: string; to: string; subject: string; text: string }) => Promise<void>

/** Turns an address into a mail, in the reader's words. */
export type WriteMail = (url: string) => { subject: string; text: string }

export type RegistrationMails = { first: WriteMail; known: WriteMail }

export type LinkOutcome =
  | { status: 'signed-in'; setCookies: string[] }
  /** Opened before, run out, or never one of ours. */
  | { status: 'spent' }
  | TooManyTries

type Parts = {
  call: Call
  accounts: Accounts
  limits: Limits
  sessions: Sessions
  rolesOf: (accountId: string) => Promise<readonly Role[]>
  origin: string
  now: () => Date
  sendMail: SendMail
  deliver: (message: Parameters<SendMail>[0]) => void
  later: Later
}

/** Whether somebody with these roles signs in by link. */
export const mayUseLinks = (roles: readonly Role[]) =>
  roles.length > 0 && roles.every((role) => LINK_ROLES.includes(role))

export function openLinks(parts: Parts) {
  const { call, accounts, limits, sessions, rolesOf, origin, now, sendMail, deliver, later } = parts

  async function makeMail(email: string, lifetimeMs: number, write: WriteMail, next?: string) {
    const token = newLinkToken()
    const at = now()
    await accounts.insertLink(hashOfLink(token), linkValue(email), new Date(at.getTime() + lifetimeMs), at)
    const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
    return { id: randomUUID(), to: email, ...write(`${origin}/sign-in/link/${token}${query}`) }
  }

  async function sendIfTheyMay(email: string, write: WriteMail, next: string | undefined) {
    const accountId = await accounts.findIdByEmail(email)
    if (accountId === undefined) return
    if (mayUseLinks(await rolesOf(accountId)) || (await needsFirstWayIn(accountId)))
      deliver(await makeMail(email, LINK_MINUTES * 60_000, write, next))
  }

  /** A patient who has set up neither passkey nor password yet: the address is all there is to know them by. */
  async function needsFirstWayIn(accountId: string): Promise<boolean> {
    const account = await accounts.find(accountId)
    if (!account || account.hasPassword || account.passkeys.length > 0) return false
    const roles = await rolesOf(accountId)
    return roles.length > 0 && roles.every((role) => role === 'patient')
  }

  async function answerRegistration(accountId: string, { first, known }: RegistrationMails) {
    const account = await accounts.find(accountId)
    if (!account) return
    const isNew = await needsFirstWayIn(accountId)
    deliver(
      isNew
        ? await makeMail(account.email, INVITATION_DAYS * 86_400_000, first)
        : { id: randomUUID(), to: account.email, ...known(`${origin}/sign-in`) },
    )
  }

  return {
    /**
     * Sends a link to a support person or an outside therapist, to a patient who has no other way in yet, and
     * nothing to anybody else. Nothing that depends on the account is waited for, so neither the answer nor its
     * time tells whether there is one.
     */
    async sendLink(
      caller: Caller,
      { email, next, write }: { email: string; next?: string | undefined; write: WriteMail },
    ): Promise<{ status: 'asked' } | TooManyTries> {
      refuseForeign(caller.headers, origin)
      const address = email.trim().toLowerCase()
      const wait = await limits.take(LINK_REQUESTS, { account: address, clientAddress: caller.clientAddress })
      if (wait) return wait
      const path = safeNext(next, '')
      later('a link could not be made', sendIfTheyMay(address, write, path === '' ? undefined : path))
      return { status: 'asked' }
    },

    /** Opens a link, once. Only ever from a form: mail programs follow links by themselves. */
    async openLink(caller: Caller, token: string): Promise<LinkOutcome> {
      const wait = await limits.take(LINK_OPENINGS, { clientAddress: caller.clientAddress })
      if (wait) return wait
      if (!isLinkToken(token)) return { status: 'spent' }
      const answer = await call(caller, 'GET', `/magic-link/verify?token=${token}`)
      if (answer.status !== 200) return { status: 'spent' }
      await sessions.endOwn(caller.headers)
      return { status: 'signed-in', setCookies: answer.setCookies }
    },

    /**
     * Answers somebody who registered, in their mailbox alone: `first` brings a link that opens the account, and
     * goes out as long as the account has no other way in; `known` says that there is one already.
     */
    mailRegistered(accountId: string, mails: RegistrationMails): void {
      later('a registration was not answered', answerRegistration(accountId, mails))
    },

    /**
     * The first way in for a new account, whatever its role: a link that holds for three days.
     * Rejects when the mail could not be handed over: whoever invites must know.
     */
    async invite(accountId: string, write: WriteMail, next?: string): Promise<void> {
      const account = await accounts.find(accountId)
      if (!account) throw new AppError('not-found', 'no such account')
      await sendMail(await makeMail(account.email, INVITATION_DAYS * 86_400_000, write, next))
    },

    /** A mail that opens nothing, to an account that signs in its own way. Rejects like `invite`. */
    async notify(accountId: string, message: { subject: string; text: string }): Promise<void> {
      const account = await accounts.find(accountId)
      if (!account) throw new AppError('not-found', 'no such account')
      await sendMail({ id: randomUUID(), to: account.email, ...message })
    },
  }
}
