/** /sign-out and /sign-out-everywhere. Posted: a link could be followed by a program reading ahead. */
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { open, type Route, type RouteContext, signedIn } from '../route.ts'
import { callerOf, goOn } from './replies.tsx'

export const signOutRoutes: Route[] = [
  // Open, so that it works when the login has run out meanwhile: the cookies go in any case.
  open('POST', '/sign-out', async (c) =>
    goOn(c, '/signed-out', await c.var.services.login.signOut(callerOf(c))),
  ),

  signedIn('POST', '/sign-out-everywhere', async (c) =>
    goOn(c, '/signed-out?everywhere', await c.var.services.login.signOutEverywhere(callerOf(c))),
  ),

  open('GET', '/signed-out', (c) => signedOutPage(c, c.req.query('everywhere') !== undefined)),
]

function signedOutPage(c: RouteContext, everywhere: boolean): Response {
  const words = c.var.words.signIn.signedOut
  const body = (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      {everywhere && <Notice kind="done">{words.everywhere}</Notice>}
      <p class="lead">{words.text}</p>
      <p class="actions">
        <ButtonLink href="/sign-in">{words.again}</ButtonLink>
      </p>
    </div>
  )
  return c.var.page({ area: 'plain', title: words.title, body })
}
