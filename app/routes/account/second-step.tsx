/**
 * /account/second-step: adds a passkey, or an app with codes. Staff come here first when they signed in with
 * one step; everybody else when they like.
 */
import type { Words } from '../../content/words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Route, type RouteContext, signedIn } from '../route.ts'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'
import { callerOf, goOn, START, textIn, waitReply } from '../sign-in/replies.tsx'
import { accountOf, PASSWORD_FIELD, signInAgainReply } from './account-login.tsx'
import { BackupCodes, ScanPage } from './second-step-app.tsx'

const HERE = '/account/second-step'

export const secondStepEnrolRoutes: Route[] = [
  signedIn('GET', HERE, (c) => choosePage(c)),

  signedIn('POST', HERE, async (c) => {
    const { login } = c.var.services
    const words = c.var.words.account
    const outcome = await login.startSecondStep(callerOf(c), textIn(await c.var.fields(), 'password'))
    switch (outcome.status) {
      case 'started':
        return scanReply(c, { uri: outcome.uri })
      case 'wrong-password':
        return choosePage(c, words.secondStep.wrongPassword)
      case 'needs-password':
        return goOn(c, `/account/password?next=${HERE}`)
      case 'already-on':
        return choosePage(c)
      case 'sign-in-again':
        return signInAgainReply(c, HERE)
      case 'too-many-tries':
        return waitReply(c, outcome)
    }
  }),

  signedIn('POST', '/account/second-step/confirm', async (c) => {
    const words = c.var.words.account.enrol
    const code = textIn(await c.var.fields(), 'code').replace(/\s/g, '')
    const outcome = await c.var.services.login.confirmSecondStep(callerOf(c), code)
    switch (outcome.status) {
      case 'done': {
        for (const cookie of outcome.setCookies) c.header('set-cookie', cookie, { append: true })
        const body = <BackupCodes words={words} codes={outcome.backupCodes} next={START} />
        return c.var.page({ area: 'plain', title: words.doneTitle, body })
      }
      case 'wrong-code':
        return scanReply(c, { problem: words.wrongCode })
      case 'not-started':
        return choosePage(c, words.notStarted)
      case 'sign-in-again':
        return signInAgainReply(c, HERE)
      case 'too-many-tries':
        return waitReply(c, outcome)
    }
  }),

  signedIn('GET', '/account/second-step/off', (c) => offPage(c)),

  signedIn('POST', '/account/second-step/off', async (c) => {
    const password = textIn(await c.var.fields(), 'password')
    const outcome = await c.var.services.login.stopSecondStep(callerOf(c), password)
    switch (outcome.status) {
      case 'done':
        return goOn(c, '/account?saved', outcome.setCookies)
      case 'wrong-password':
        return offPage(c, c.var.words.account.secondStep.wrongPassword)
      case 'sign-in-again':
        return signInAgainReply(c, '/account')
      case 'too-many-tries':
        return waitReply(c, outcome)
    }
  }),
]

async function choosePage(c: RouteContext, problem?: string): Promise<Response> {
  const { words, services } = c.var
  if (!(await services.login.mayChange(callerOf(c)))) return signInAgainReply(c, HERE)
  const { account } = await accountOf(c)
  const state = account.hasSecondStep ? 'on' : account.hasPassword ? 'has-password' : 'no-password'
  const body = <ChoosePage words={words} state={state} problem={problem} />
  const status = problem === undefined ? 200 : 400
  return c.var.page({ area: 'plain', title: words.account.enrol.title, body, status, islands: ['passkey'] })
}

type ChooseProps = {
  words: Words
  state: 'on' | 'has-password' | 'no-password'
  problem?: string | undefined
}

function ChoosePage({ words: { account, signIn }, state, problem }: ChooseProps) {
  const words = account.enrol
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.why}</p>
      <Card labelledBy="add-passkey">
        <h2 id="add-passkey">{words.passkeyTitle}</h2>
        <p>{words.passkeyText}</p>
        <PasskeyButton
          words={signIn.passkey}
          does="add"
          label={account.passkeys.add}
          next={START}
          needsScript={account.passkeys.needsScript}
        />
      </Card>
      <Card labelledBy="add-app">
        <h2 id="add-app">{words.appTitle}</h2>
        {state === 'on' && <p>{words.alreadyOn}</p>}
        {state === 'no-password' && (
          <>
            <p>{words.needsPassword}</p>
            <p>
              <ButtonLink href={`/account/password?next=${HERE}`}>{words.setPassword}</ButtonLink>
            </p>
          </>
        )}
        {state === 'has-password' && (
          <form class="flow" method="post" action={HERE}>
            <p>{words.appText}</p>
            {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
            <Field
              name="password"
              label={words.password}
              autocomplete="current-password"
              {...PASSWORD_FIELD}
            />
            <Button>{words.begin}</Button>
          </form>
        )}
      </Card>
    </div>
  )
}

// The key is shown in the answer itself and never in an address; a page kept by the browser is not kept at all.
function scanReply(c: RouteContext, view: { uri?: string; problem?: string }): Response {
  const words = c.var.words.account.enrol
  const status = view.problem === undefined ? 200 : 400
  return c.var.page({
    area: 'plain',
    title: words.scanTitle,
    body: <ScanPage words={words} {...view} />,
    status,
  })
}

function offPage(c: RouteContext, problem?: string): Response {
  const words = c.var.words.account.secondStep
  const body = (
    <div class="narrow flow">
      <h1>{words.turnOffTitle}</h1>
      <p>{words.turnOffText}</p>
      <form class="flow" method="post" action="/account/second-step/off">
        <Field
          name="password"
          label={c.var.words.signIn.password}
          error={problem}
          autocomplete="current-password"
          {...PASSWORD_FIELD}
        />
        <Button>{words.turnOff}</Button>
      </form>
    </div>
  )
  const status = problem === undefined ? 200 : 400
  return c.var.page({ area: 'plain', title: words.turnOffTitle, body, status })
}
