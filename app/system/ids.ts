import { createHash } from 'node:crypto'
import { AppError } from './errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

export const newUuid = (): string => crypto.randomUUID()

/** An id out of an address or a form. What is no UUID names nothing here. */
export function checkedUuid(value: string): string {
  if (!isUuid(value)) throw new AppError('not-found', 'an id is not a UUID')
  return value
}

/** The same id for the same text, so that what is made from it is made once. */
export function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
