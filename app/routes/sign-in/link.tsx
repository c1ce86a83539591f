/**
 * /sign-in/link: asking for a link, and opening one.
 *
 * Looking at a link changes nothing: mail programs fetch every address they see. The link is used up by the
 * button on its page.
 */
import { safeNext } from '../../access/login/next.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { HiddenFields } from '../../ui/hidden-fields.tsx'
import { open, type Route, type RouteContext } from '../route.ts'
import { callerOf, goOn, START, textIn, waitReply } from './replies.tsx'
import { signInPage } from './sign-in.tsx'

export const linkRoutes: Route[] = [
  open('GET', '/sign-in/link', (c) => c.redirect('/sign-in', 303)),

  open('POST', '/sign-in/link', async (c) => {
    const { mail, signIn: words } = c.var.words
    const fields = await c.var.fields()
    const next = safeNext(fields.next, START)
    const email = textIn(fields, 'linkEmail')
    if (email.trim() === '')
      return signInPage(c, { next, problem: { in: 'link', text: words.withLink.missing } })
    const outcome = await c.var.services.login.sendLink(callerOf(c), { email, next, write: mail.link })
    if (outcome.status === 'too-many-tries') return waitReply(c, outcome)
    return c.var.page({ area: 'plain', title: words.asked.title, body: <AskedPage words={words.asked} /> })
  }),

  open('GET', '/sign-in/link/:token', (c) => linkPage(c, safeNext(c.req.query('next'), START))),

  open('POST', '/sign-in/link/:token', async (c) => {
    const next = safeNext((await c.var.fields()).next, START)
    const outcome = await c.var.services.login.openLink(callerOf(c), c.req.param('token') ?? '')
    if (outcome.status === 'too-many-tries') return waitReply(c, outcome)
    return outcome.status === 'signed-in' ? goOn(c, next, outcome.setCookies) : spentPage(c)
  }),
]

function AskedPage({ words }: { words: Words['signIn']['asked'] }) {
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <p>{words.nothing}</p>
      <p class="actions">
        <ButtonLink href="/sign-in">{words.back}</ButtonLink>
      </p>
    </div>
  )
}

// The page is the same for every token: whether it still works is only found out by using it.
function linkPage(c: RouteContext, next: string): Response {
  const words = c.var.words.signIn.link
  const body = (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <form method="post">
        <HiddenFields fields={{ next }} />
        <Button kind="first">{words.button}</Button>
      </form>
    </div>
  )
  return c.var.page({ area: 'plain', title: words.title, body })
}

function spentPage(c: RouteContext): Response {
  const words = c.var.words.signIn.link
  const body = (
    <div class="narrow flow">
      <h1>{words.spentTitle}</h1>
      <p class="lead">{words.spent}</p>
      <p class="actions">
        <ButtonLink href="/sign-in" kind="first">
          {words.another}
        </ButtonLink>
      </p>
    </div>
  )
  return c.var.page({ area: 'plain', title: words.spentTitle, body, status: 400 })
}
