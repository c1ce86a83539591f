/** /sign-in: by passkey, by password, or by asking for a link. Works without script but for the passkey. */
import { safeNext } from '../../access/login/next.ts'
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { HiddenFields } from '../../ui/hidden-fields.tsx'
import { Notice } from '../../ui/notice.tsx'
import { open, type Route, type RouteContext } from '../route.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { callerOf, goOn, START, textIn, waitReply, withNext } from './replies.tsx'

export const signInRoutes: Route[] = [
  open('GET', '/sign-in', async (c) => {
    const isSignedIn = (await c.var.services.login.findSession(c.req.raw.headers)) !== undefined
    const notice = c.req.query('again') === undefined ? undefined : c.var.words.signIn.secondStep.startAgain
    return signInPage(c, { next: safeNext(c.req.query('next'), START), isSignedIn, notice })
  }),

  open('POST', '/sign-in', async (c) => {
    const words = c.var.words.signIn.withPassword
    const fields = await c.var.fields()
    const next = safeNext(fields.next, START)
    const [email, password] = [textIn(fields, 'email'), textIn(fields, 'password')]
    if (email.trim() === '' || password === '')
      return signInPage(c, { next, email, problem: { in: 'password', text: words.missing } })

    const outcome = await c.var.services.login.signInWithPassword(callerOf(c), { email, password })
    switch (outcome.status) {
      case 'signed-in':
        return goOn(c, next, outcome.setCookies)
      case 'second-step':
        return goOn(c, withNext('/sign-in/second-step', next), outcome.setCookies)
      case 'too-many-tries':
        return waitReply(c, outcome)
      case 'refused':
        return signInPage(c, { next, email, problem: { in: 'password', text: words.refused } })
    }
  }),
]

type SignInView = {
  next: string
  email?: string
  isSignedIn?: boolean
  /** Said above everything: why the person is here again. */
  notice?: string | undefined
  problem?: { in: 'password' | 'link'; text: string }
}

export function signInPage(c: RouteContext, view: SignInView): Response {
  const words = c.var.words.signIn
  const isDemo = c.var.services.mode === 'demo'
  return c.var.page({
    area: 'plain',
    title: words.title,
    body: <SignInPage words={words} isDemo={isDemo} {...view} />,
    status: view.problem ? 400 : 200,
    islands: ['passkey'],
  })
}

function SignInPage({
  words,
  isDemo,
  next,
  email = '',
  isSignedIn = false,
  notice,
  problem,
}: SignInPageProps) {
  return (
    <div class="narrow flow sign-in">
      <h1>{words.title}</h1>
      {notice !== undefined && <Notice>{notice}</Notice>}
      {isDemo && (
        <Notice>
          <p>{words.demo}</p>
          <p>
            <a href="/demo">{words.demoLink}</a>
          </p>
        </Notice>
      )}
      {isSignedIn && (
        <Notice>
          <p>{words.already}</p>
          <p>
            <ButtonLink href={next}>{words.goOn}</ButtonLink>
          </p>
        </Notice>
      )}
      <Card labelledBy="with-passkey">
        <h2 id="with-passkey">{words.passkey.title}</h2>
        <p>{words.passkey.text}</p>
        <PasskeyButton
          words={words.passkey}
          does="sign-in"
          label={words.passkey.button}
          next={next}
          needsScript={words.passkey.needsScript}
        />
      </Card>
      <Card labelledBy="with-password">
        <h2 id="with-password">{words.withPassword.title}</h2>
        {problem?.in === 'password' && <Notice kind="problem">{problem.text}</Notice>}
        <form class="flow" method="post" action="/sign-in">
          <HiddenFields fields={{ next }} />
          <Field
            name="email"
            label={words.email}
            type="email"
            value={email}
            autocomplete="username"
            required
          />
          <Field
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            required
          />
          <Button kind="first">{words.withPassword.button}</Button>
        </form>
        <p class="quiet">{words.withPassword.forgotten}</p>
      </Card>
      <Card labelledBy="with-link">
        <h2 id="with-link">{words.withLink.title}</h2>
        <p>{words.withLink.text}</p>
        {problem?.in === 'link' && <Notice kind="problem">{problem.text}</Notice>}
        <form class="flow" method="post" action="/sign-in/link">
          <HiddenFields fields={{ next }} />
          <Field name="linkEmail" label={words.email} type="email" autocomplete="email" required />
          <Button>{words.withLink.button}</Button>
        </form>
      </Card>
    </div>
  )
}

type SignInPageProps = SignInView & { words: Words['signIn']; isDemo: boolean }
