import { createHash, randomBytes } from 'node:crypto'

/** 256 bits: nobody guesses one. */
export const newLinkToken = () => randomBytes(32).toString('base64url')

/** The shape of a token. Anything else in an address is not worth asking the database about. */
export const isLinkToken = (value: string) => /^[A-Za-z0-9_-]{43}$/.test(value)

/**
 * What the database keeps of a link: enough to know it again, not enough to open it. The library's own
 * setting that hashes identifiers also takes the hash itself for a token, so that one stays off.
 */
export const hashOfLink = (token: string) => createHash('sha256').update(token).digest('base64url')

/** What the library reads when a link is opened. */
export const linkValue = (email: string) => JSON.stringify({ email })
