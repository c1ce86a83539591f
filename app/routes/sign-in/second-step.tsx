/** /sign-in/second-step: the code after the password. Nobody is signed in before it fits. */
import { safeNext } from '../../access/login/next.ts'
import type { Words } from '../../content/words.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { HiddenFields } from '../../ui/hidden-fields.tsx'
import { open, type Route, type RouteContext } from '../route.ts'
import { callerOf, goOn, START, textIn, waitReply } from './replies.tsx'

export const secondStepRoutes: Route[] = [
  open('GET', '/sign-in/second-step', (c) => codePage(c, { next: safeNext(c.req.query('next'), START) })),

  open('POST', '/sign-in/second-step', async (c) => {
    const fields = await c.var.fields()
    const next = safeNext(fields.next, START)
    const code = textIn(fields, 'paperCode') || textIn(fields, 'code')
    const outcome = await c.var.services.login.verifySecondStep(callerOf(c), code)
    switch (outcome.status) {
      case 'signed-in':
        return goOn(c, next, outcome.setCookies)
      case 'wrong-code':
        return codePage(c, { next, problem: c.var.words.signIn.secondStep.wrong })
      case 'start-again':
        return goOn(c, `/sign-in?again&next=${encodeURIComponent(next)}`)
      case 'too-many-tries':
        return waitReply(c, outcome)
    }
  }),
]

type CodeView = { next: string; problem?: string }

function codePage(c: RouteContext, view: CodeView): Response {
  const words = c.var.words.signIn.secondStep
  const status = view.problem === undefined ? 200 : 400
  return c.var.page({ area: 'plain', title: words.title, body: <CodePage words={words} {...view} />, status })
}

function CodePage({ words, next, problem }: CodeView & { words: Words['signIn']['secondStep'] }) {
  return (
    <div class="narrow flow">
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <form class="flow" method="post">
        <HiddenFields fields={{ next }} />
        <Field
          name="code"
          label={words.code}
          error={problem}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={10}
          width="code"
        />
        <Button kind="first">{words.button}</Button>
        <details>
          <summary>{words.paperTitle}</summary>
          <div class="flow">
            <p>{words.paperText}</p>
            <Field name="paperCode" label={words.paperCode} autocomplete="off" maxLength={20} width="code" />
            <Button>{words.button}</Button>
          </div>
        </details>
      </form>
    </div>
  )
}
