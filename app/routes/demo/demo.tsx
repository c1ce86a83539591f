/** /demo: one click to be any of the demo's people. Outside the demo the address does not exist. */
import type { Words } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { Button } from '../../ui/button.tsx'
import { HiddenFields } from '../../ui/hidden-fields.tsx'
import type { DemoPerson } from '../env.ts'
import { onlyInDemo, open, type Route } from '../route.ts'
import { callerOf, goOn, START, textIn } from '../sign-in/replies.tsx'

export const demoRoutes: Route[] = [
  onlyInDemo(
    open('GET', '/demo', async (c) => {
      const words = c.var.words.demo
      const { people, isComplete } = c.var.services.demo
      const body = <DemoPage words={words} people={people} isComplete={await isComplete()} />
      return c.var.page({ area: 'plain', title: words.title, body })
    }),
  ),

  onlyInDemo(
    open('POST', '/demo', async (c) => {
      const { demo, login } = c.var.services
      const accountId = textIn(await c.var.fields(), 'accountId')
      if (!demo.people.some((person) => person.accountId === accountId))
        throw new AppError('not-found', 'no such person in the demo')
      return goOn(c, START, await login.startDemoSession(callerOf(c), accountId))
    }),
  ),
]

type DemoPageProps = { words: Words['demo']; people: readonly DemoPerson[]; isComplete: boolean }

function DemoPage({ words, people, isComplete }: DemoPageProps) {
  return (
    <div class="page flow demo">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {!isComplete && <p class="note">{words.coming}</p>}
      <p>
        <a href="/demo/mail">{words.mailLink}</a>
      </p>
      <p>
        <a href="/demo/clock">{words.clock.link}</a>
      </p>
      {[...byRole(people)].map(([role, members]) => (
        <section key={role} class="flow" aria-labelledby={`role-${role}`}>
          <h2 id={`role-${role}`}>{roleTitle(words, role)}</h2>
          <ul class="plain-list demo-people">
            {members.map(({ accountId, name, about }) => (
              <li key={accountId} class="card flow">
                <h3>{name}</h3>
                <p lang="en">{about}</p>
                <form method="post" action="/demo">
                  <HiddenFields fields={{ accountId }} />
                  <Button>{words.be(name)}</Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function byRole(people: readonly DemoPerson[]): Map<string, DemoPerson[]> {
  const groups = new Map<string, DemoPerson[]>()
  for (const person of people) groups.set(person.role, [...(groups.get(person.role) ?? []), person])
  return groups
}

const roleTitle = ({ roles }: Words['demo'], role: string): string =>
  Object.entries(roles).find(([name]) => name === role)?.[1] ?? role
