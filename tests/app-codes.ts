import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

/** What an authenticator app given `key` (base32) shows now, or some thirty-second steps away. */
export async function codeOf(key: string, steps = 0): Promise<string> {
  const secret = new TextDecoder().decode(base32.decode(key.replace(/\s/g, '')))
  return createOTP(secret, { digits: 6, period: 30 }).hotp(Math.floor(Date.now() / 30_000) + steps)
}
