/** /account/password: sets a password, or another one. */
import { safeNext } from '../../access/login/next.ts'
import type { Words } from '../../content/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { HiddenFields } from '../../ui/hidden-fields.tsx'
import { type Route, type RouteContext, signedIn } from '../route.ts'
import { callerOf, goOn, textIn, waitReply } from '../sign-in/replies.tsx'
import { accountOf, PASSWORD_FIELD, signInAgainReply } from './account-login.tsx'

const BACK = '/account?saved'

export const passwordRoutes: Route[] = [
  signedIn('GET', '/account/password', async (c) => {
    if (!(await c.var.services.login.mayChange(callerOf(c)))) return signInAgainReply(c, '/account/password')
    return passwordPage(c, { next: safeNext(c.req.query('next'), BACK) })
  }),

  signedIn('POST', '/account/password', async (c) => {
    const { problems } = c.var.words.account.password
    const fields = await c.var.fields()
    const next = safeNext(fields.next, BACK)
    const outcome = await c.var.services.login.setPassword(callerOf(c), {
      current: textIn(fields, 'current'),
      wanted: textIn(fields, 'wanted'),
    })
    switch (outcome.status) {
      case 'done':
        return goOn(c, next, outcome.setCookies)
      case 'sign-in-again':
        return signInAgainReply(c, '/account/password')
      case 'too-many-tries':
        return waitReply(c, outcome)
      case 'wrong-password':
        return passwordPage(c, { next, currentProblem: problems['wrong-password'] })
      default:
        return passwordPage(c, { next, wantedProblem: problems[outcome.status] })
    }
  }),
]

type PasswordView = { next: string; currentProblem?: string; wantedProblem?: string }

async function passwordPage(c: RouteContext, view: PasswordView): Promise<Response> {
  const words = c.var.words.account.password
  const { account } = await accountOf(c)
  const title = account.hasPassword ? words.changeTitle : words.setTitle
  const isProblem = view.currentProblem !== undefined || view.wantedProblem !== undefined
  return c.var.page({
    area: 'plain',
    title,
    body: (
      <PasswordPage words={words} title={title} has={account.hasPassword} email={account.email} {...view} />
    ),
    status: isProblem ? 400 : 200,
  })
}

type PasswordPageProps = PasswordView & {
  words: Words['account']['password']
  title: string
  has: boolean
  email: string
}

function PasswordPage({ words, title, has, email, next, currentProblem, wantedProblem }: PasswordPageProps) {
  return (
    <div class="narrow flow">
      <h1>{title}</h1>
      <p>{words.text}</p>
      <form class="flow" method="post">
        <HiddenFields fields={{ next }} />
        {/* Not read by us: it tells a password manager whose password this is. */}
        <input type="text" name="username" value={email} autocomplete="username" hidden readonly />
        {has && (
          <Field
            name="current"
            label={words.current}
            error={currentProblem}
            autocomplete="current-password"
            {...PASSWORD_FIELD}
          />
        )}
        <Field
          name="wanted"
          label={words.wanted}
          error={wantedProblem}
          autocomplete="new-password"
          {...PASSWORD_FIELD}
        />
        <p class="quiet">{words.others}</p>
        <Button kind="first">{words.save}</Button>
      </form>
    </div>
  )
}
