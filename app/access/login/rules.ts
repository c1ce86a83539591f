/** The figures of sign-in: how many tries, for whom, in how long. */
import { DAY, HOUR, type Limit, MINUTE } from './limits.ts'

/** One person mistyping at one place. */
const SAME_PERSON_HERE: Limit = { name: 'password', per: 'both', max: 5, windowSeconds: 10 * MINUTE }
const SAME_PERSON_HERE_TODAY: Limit = { name: 'password-day', per: 'both', max: 20, windowSeconds: DAY }
/** One address trying many accounts. Wide enough for a clinic whose whole staff share one. */
const ANYBODY_HERE: Limit = { name: 'password-address', per: 'address', max: 60, windowSeconds: 10 * MINUTE }
/** One account tried from many addresses. One address alone cannot use it up; passkeys stay open. */
const SAME_PERSON_ANYWHERE: Limit = { name: 'password-account', per: 'account', max: 100, windowSeconds: DAY }

export const PASSWORD_TRIES = [
  SAME_PERSON_HERE,
  SAME_PERSON_HERE_TODAY,
  ANYBODY_HERE,
  SAME_PERSON_ANYWHERE,
] as const
/** What a right password clears. */
export const PASSWORD_TRIES_OF_PERSON = [
  SAME_PERSON_HERE,
  SAME_PERSON_HERE_TODAY,
  SAME_PERSON_ANYWHERE,
] as const

export const CODE_TRIES: readonly Limit[] = [
  { name: 'code', per: 'both', max: 10, windowSeconds: 10 * MINUTE },
  { name: 'code-address', per: 'address', max: 60, windowSeconds: 10 * MINUTE },
]

/** A code from the app is good for about ninety seconds; within that it opens once, whoever read it. */
export const codeOnce = (code: string): Limit[] => [
  { name: `code ${code}`, per: 'account', max: 1, windowSeconds: 3 * MINUTE },
]

export const LINK_REQUESTS: readonly Limit[] = [
  { name: 'link', per: 'both', max: 3, windowSeconds: 10 * MINUTE },
  { name: 'link-address', per: 'address', max: 20, windowSeconds: HOUR },
  { name: 'link-account', per: 'account', max: 10, windowSeconds: HOUR },
]

export const LINK_OPENINGS: readonly Limit[] = [
  { name: 'link-open', per: 'address', max: 30, windowSeconds: 10 * MINUTE },
]

/** A household or a clinic's waiting room may share an address; one mailbox must not be filled from many. */
export const REGISTRATIONS: readonly Limit[] = [
  { name: 'register', per: 'both', max: 5, windowSeconds: 10 * MINUTE },
  { name: 'register-address', per: 'address', max: 20, windowSeconds: HOUR },
  { name: 'register-account', per: 'account', max: 10, windowSeconds: DAY },
]

export const PASSKEY_TRIES: readonly Limit[] = [
  { name: 'passkey', per: 'address', max: 60, windowSeconds: 10 * MINUTE },
]

/** The current password, asked again before signing in is changed. */
export const CONFIRM_TRIES: readonly Limit[] = [
  { name: 'confirm', per: 'account', max: 10, windowSeconds: 10 * MINUTE },
]

export const STAFF_IDLE_MINUTES = 15
export const IDLE_MINUTES = 30
