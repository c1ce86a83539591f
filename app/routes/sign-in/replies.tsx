/** What the pages of signing in have in common: who calls, going on with new cookies, asking to wait. */
import type { Caller } from '../../access/login/call.ts'
import type { TooManyTries } from '../../access/login/limits.ts'
import type { Words } from '../../content/words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { RouteContext } from '../route.ts'

export const callerOf = (c: RouteContext): Caller => ({
  headers: c.req.raw.headers,
  clientAddress: c.var.clientAddress,
})

/** Where somebody lands who was not on their way anywhere: the page their role begins with. */
export const START = '/start'

/** On to a path of our own, with the cookies sign-in made. */
export function goOn(c: RouteContext, path: string, setCookies: readonly string[] = []): Response {
  for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true })
  return c.redirect(path, 303)
}

/** `/sign-in?next=…`, without the query when there is nowhere in particular to go. */
export const withNext = (path: string, next: string) =>
  next === START ? path : `${path}?next=${encodeURIComponent(next)}`

/** One text of a form. What was sent twice, or as a file, is nobody's answer. */
export const textIn = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** Too many tries: says when to come back, and that nobody did wrong. */
export function waitReply(c: RouteContext, { retryAfterSeconds }: TooManyTries): Response {
  const words = c.var.words.signIn
  c.header('retry-after', String(retryAfterSeconds))
  const body = (
    <div class="narrow flow">
      <h1>{words.tooMany.title}</h1>
      <p class="lead">{words.tooMany.text}</p>
      <p>{whenAgain(words, retryAfterSeconds)}</p>
      <p class="actions">
        <ButtonLink href="/sign-in">{words.tooMany.back}</ButtonLink>
      </p>
    </div>
  )
  return c.var.page({ area: 'plain', title: words.tooMany.title, body, status: 429 })
}

const whenAgain = (words: Words['signIn'], seconds: number) =>
  seconds > 2 * 3600
    ? words.tryAgainAfter(Math.ceil(seconds / 3600))
    : words.tryAgainIn(Math.ceil(seconds / 60))
