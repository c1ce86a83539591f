/** An account for somebody nobody knows yet. What came of it is said in their mailbox and nowhere else. */
import type { Accounts } from './account.ts'
import { type Caller, refuseForeign } from './call.ts'
import type { Library } from './library.ts'
import type { Limits, TooManyTries } from './limits.ts'
import { REGISTRATIONS } from './rules.ts'

type Parts = { accounts: Accounts; limits: Limits; library: () => Library; origin: string }

export function openRegistration({ accounts, limits, library, origin }: Parts) {
  return {
    /**
     * The account of an address: made now, or the one there is. Its address is not confirmed and it has no way in
     * until a link sent there was opened. Harmless to repeat.
     */
    async accountForRegistration(
      caller: Caller,
      { email, name }: { email: string; name: string },
    ): Promise<{ status: 'ready'; accountId: string } | TooManyTries> {
      refuseForeign(caller.headers, origin)
      const address = email.trim().toLowerCase()
      const wait = await limits.take(REGISTRATIONS, { account: address, clientAddress: caller.clientAddress })
      if (wait) return wait
      const found = await accounts.findIdByEmail(address)
      if (found !== undefined) return { status: 'ready', accountId: found }
      const { internalAdapter } = await library().$context
      const made = await internalAdapter
        .createUser({ email: address, name, emailVerified: false }, { method: 'registration' })
        .catch(async (error: unknown) => {
          // The same form sent twice at one moment: the other one made it.
          const id = await accounts.findIdByEmail(address)
          if (id === undefined) throw error
          return { id }
        })
      return { status: 'ready', accountId: made.id }
    },
  }
}
