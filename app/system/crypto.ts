import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Short proofs that a value came from us, one key per purpose. */
export type Seals = {
  /** 128 bits, base64url. */
  seal: (purpose: string, ...parts: string[]) => string
  isSealed: (seal: unknown, purpose: string, ...parts: string[]) => boolean
}

export function openSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'seals', 32))
  const mac = (purpose: string, parts: string[]) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest()
      .subarray(0, 16)
  return {
    seal: (purpose, ...parts) => mac(purpose, parts).toString('base64url'),
    isSealed: (seal, purpose, ...parts) => {
      if (typeof seal !== 'string') return false
      const given = Buffer.from(seal, 'base64url')
      const wanted = mac(purpose, parts)
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
  }
}

/** Hex: tells one file from another. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
