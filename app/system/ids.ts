import { AppError } from './errors.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

export const newUuid = (): string => crypto.randomUUID()

/** An id out of an address or a form. What is no UUID names nothing here. */
export function checkedUuid(value: string): string {
  if (!isUuid(value)) throw new AppError('not-found', 'an id is not a UUID')
  return value
}
