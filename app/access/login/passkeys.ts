/**
 * The four addresses a browser's passkey script needs. What else the library would answer does not exist:
 * no public sign-up, no session in JSON, no way to write to an account that our pages do not have.
 */
import type { Answer, Call, Caller } from './call.ts'
import { deviceName } from './device.ts'
import { BASE_PATH } from './library.ts'
import type { Limits } from './limits.ts'
import { PASSKEY_TRIES } from './rules.ts'

/** What the script is told when it did not work. It shows words for each, never this. */
export type PasskeyProblem = 'refused' | 'sign-in-again' | 'too-many-tries'

type Reply = {
  status: number
  body?: Record<string, unknown>
  setCookies?: string[]
  retryAfterSeconds?: number
}

type Parts = {
  call: Call
  limits: Limits
  mayChange: (caller: Caller) => Promise<boolean>
  /** Ends the login the caller came with: whoever proves themselves anew gets a new one. */
  endOwn: (headers: Headers) => Promise<void>
  /** A passkey was added to the account of this login. */
  added: (caller: Caller) => Promise<void>
}

export function openPasskeys({ call, limits, mayChange, endOwn, added }: Parts) {
  const doors: Partial<Record<string, (caller: Caller, body: unknown) => Promise<Reply>>> = {
    'GET /passkey/generate-authenticate-options': async (caller) => {
      const answer = await call(caller, 'GET', '/passkey/generate-authenticate-options')
      // The library only prefers it; without finger, face or PIN the answer would be refused anyway.
      return offer({ ...answer, body: { ...answer.body, userVerification: 'required' } })
    },

    'POST /passkey/verify-authentication': async (caller, response) => {
      const answer = await call(caller, 'POST', '/passkey/verify-authentication', { response })
      if (answer.status !== 200) return problem(400, 'refused')
      await endOwn(caller.headers)
      return { status: 204, setCookies: answer.setCookies }
    },

    'GET /passkey/generate-register-options': async (caller) => {
      if (!(await mayChange(caller))) return problem(403, 'sign-in-again')
      return offer(await call(caller, 'GET', '/passkey/generate-register-options'))
    },

    'POST /passkey/verify-registration': async (caller, response) => {
      if (!(await mayChange(caller))) return problem(403, 'sign-in-again')
      const name = deviceName(caller.headers.get('user-agent') ?? '')
      const answer = await call(caller, 'POST', '/passkey/verify-registration', {
        response,
        name,
        createSession: true,
      })
      if (answer.status !== 200) return problem(400, 'refused')
      await added(caller)
      await endOwn(caller.headers)
      return { status: 204, setCookies: answer.setCookies }
    },
  }

  return async (request: Request, clientAddress: string | undefined): Promise<Response> => {
    const path = new URL(request.url).pathname.slice(BASE_PATH.length)
    const door = doors[`${request.method} ${path}`]
    if (!door) return send({ status: 404, body: {} })
    const wait = await limits.take(PASSKEY_TRIES, { clientAddress })
    if (wait) return send({ ...problem(429, wait.status), retryAfterSeconds: wait.retryAfterSeconds })
    return send(await door({ headers: request.headers, clientAddress }, await responseIn(request)))
  }
}

const offer = ({ status, body, setCookies }: Answer): Reply =>
  status === 200 ? { status, body, setCookies } : problem(400, 'refused')

const problem = (status: number, code: PasskeyProblem): Reply => ({ status, body: { code } })

/** The credential out of the body. Its shape is checked by the library; what is no JSON is nobody's credential. */
async function responseIn(request: Request): Promise<unknown> {
  if (request.method !== 'POST') return undefined
  try {
    const body: unknown = await request.json()
    return typeof body === 'object' && body !== null && 'response' in body ? body.response : undefined
  } catch {
    return undefined
  }
}

function send({ status, body, setCookies = [], retryAfterSeconds }: Reply): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of setCookies) headers.append('set-cookie', cookie)
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  if (body) headers.set('content-type', 'application/json')
  return new Response(body ? JSON.stringify(body) : null, { status, headers })
}
