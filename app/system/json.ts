import { isDeepStrictEqual } from 'node:util'

/** Whether two values are the same once they have been stored: JSON keeps no undefined and no order of keys. */
export const isSameJson = (a: unknown, b: unknown): boolean => isDeepStrictEqual(stored(a), stored(b))

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')
