import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Proofs that a value came from us, and values that travel through a browser unread. */
export type Seals = {
  /** 128 bits, base64url. */
  seal: (purpose: string, ...parts: string[]) => string
  isSealed: (seal: unknown, purpose: string, ...parts: string[]) => boolean
  /** What a form carries along that nobody but us can read or change: base64url, good for one purpose. */
  wrap: (purpose: string, value: unknown) => string
  /** The value; undefined for anything that did not come from `wrap` for this purpose, whole. */
  unwrap: (purpose: string, wrapped: unknown) => unknown
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function openSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'seals', 32))
  const wrapping = Buffer.from(hkdfSync('sha256', secret, '', 'what forms carry', 32))
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
    wrap: (purpose, value) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, wrapping, nonce).setAAD(Buffer.from(purpose))
      const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]
      return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url')
    },
    unwrap: (purpose, wrapped) => {
      if (typeof wrapped !== 'string') return undefined
      const bytes = Buffer.from(wrapped, 'base64url')
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv(CIPHER, wrapping, bytes.subarray(0, NONCE_BYTES))
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]
        return JSON.parse(Buffer.concat(text).toString('utf8'))
      } catch {
        return undefined // not ours, or not whole
      }
    },
  }
}

/** Hex: tells one file from another. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
