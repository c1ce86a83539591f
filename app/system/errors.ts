/**
 * The five ways a request may fail on purpose, and the one way a start may.
 *
 * `message` is written for logs and must hold no health information: ids and
 * codes only. What the person reads is chosen from `code` in content/. Anything
 * that is neither is a bug and becomes a 500.
 */
const HTTP_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
} as const

export type ErrorCode = keyof typeof HTTP_STATUS

export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
  }

  get status() {
    return HTTP_STATUS[this.code]
  }
}

/**
 * Groundwork will not start, and says why in one sentence for the person at the
 * keyboard. No data was touched. Printed without a stack; the exit code is 1.
 */
export class Refusal extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'Refusal'
  }
}

/** What the operating system or the database calls it, such as ENOENT; else the words. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
