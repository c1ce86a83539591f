import { AppError } from '../../system/errors.ts'
import { readSignedCookie, SESSION_COOKIE, withoutCookie } from './cookie.ts'
import { BASE_PATH, type Library } from './library.ts'
import type { LoginSession } from './session.ts'

/** Who calls: the headers their browser sent, and the address we saw ourselves. */
export type Caller = {
  headers: Headers
  /** From the socket or the one trusted proxy; `undefined` when neither tells. Never a header of theirs. */
  clientAddress: string | undefined
}

export type Answer = {
  status: number
  /** The library's name for what went wrong. */
  code: string | undefined
  body: Record<string, unknown>
  setCookies: string[]
}

export type Call = (
  caller: Caller,
  method: 'GET' | 'POST',
  path: string,
  body?: Record<string, unknown>,
) => Promise<Answer>

/** What the library may see of a browser's headers. The client's address is ours, whatever they sent. */
const PASSED_ON = ['user-agent', 'accept-language']

/**
 * Calls the library as if the browser had, so that its own checks and hooks run. The login a caller holds
 * is passed on only while it is within our limits: the library knows nothing of being idle.
 */
export function openCall(
  library: () => Library,
  options: {
    origin: string
    secret: string
    findSession: (headers: Headers) => Promise<LoginSession | undefined>
  },
): Call {
  return async (caller, method, path, body) => {
    refuseForeign(caller.headers, options.origin)
    const headers = new Headers({ origin: options.origin })
    for (const name of PASSED_ON) copy(caller.headers, headers, name)
    const cookie = await liveCookies(caller.headers, options)
    if (cookie !== undefined) headers.set('cookie', cookie)
    if (caller.clientAddress !== undefined) headers.set('x-real-ip', caller.clientAddress)
    if (body) headers.set('content-type', 'application/json')

    const request = new Request(options.origin + BASE_PATH + path, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const response = await library().handler(request)
    const answer = await readBody(response)
    if (response.status >= 500) throw new Error(`sign-in library answered ${response.status}`)
    return {
      status: response.status,
      code: typeof answer.code === 'string' ? answer.code : undefined,
      body: answer,
      setCookies: response.headers.getSetCookie(),
    }
  }
}

/** A form of another site may not sign anybody in or out, or change how they sign in. */
export function refuseForeign(headers: Headers, origin: string): void {
  const from = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  // A page that sends no referrer posts its forms with `Origin: null`; then the browser's own word counts.
  const isForeign =
    (from !== null && from !== 'null' && from !== origin) ||
    (from === 'null' && site !== 'same-origin') ||
    (site !== null && site !== 'same-origin' && site !== 'none')
  if (isForeign) throw new AppError('forbidden', 'a sign-in request came from another origin')
}

async function liveCookies(
  headers: Headers,
  {
    secret,
    findSession,
  }: { secret: string; findSession: (headers: Headers) => Promise<LoginSession | undefined> },
): Promise<string | undefined> {
  const holdsLogin = readSignedCookie(headers, SESSION_COOKIE, secret) !== undefined
  if (holdsLogin && (await findSession(headers))) return headers.get('cookie') ?? undefined
  return withoutCookie(headers, SESSION_COOKIE)
}

function copy(from: Headers, to: Headers, name: string) {
  const value = from.get(name)
  if (value !== null) to.set(name, value)
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  if (!response.headers.get('content-type')?.includes('json') || text === '') return {}
  const body: unknown = JSON.parse(text)
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}
