/** /demo/clock: puts the demo's time forward, so that a session and the days after it can be shown in some minutes. */
import type { Words } from '../../content/words.ts'
import { AppError } from '../../system/errors.ts'
import { clockface, type When } from '../../system/time.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/when.tsx'
import { onlyInDemo, open, type Route } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What can be asked for, by the name its button sends. */
const STEPS = {
  'five-minutes': 5 * MINUTE_MS,
  'a-quarter': 15 * MINUTE_MS,
  'an-hour': HOUR_MS,
  'a-day': 24 * HOUR_MS,
  'a-week': 7 * 24 * HOUR_MS,
} as const
export type ClockStep = keyof typeof STEPS

export const demoClockRoutes: Route[] = [
  onlyInDemo(
    open('GET', '/demo/clock', (c) => {
      const { words, language, services } = c.var
      const now = clockface(language, services.practice.timeZone).instant(services.now())
      const body = <ClockPage words={words.demo} now={now} />
      return c.var.page({ area: 'plain', title: words.demo.clock.title, body })
    }),
  ),

  onlyInDemo(
    open('POST', '/demo/clock', async (c) => {
      const step = textIn(await c.var.fields(), 'step')
      if (!isStep(step)) throw new AppError('invalid', 'no such step of the clock')
      await c.var.services.demo.forward(STEPS[step])
      return c.redirect('/demo/clock', 303)
    }),
  ),
]

const isStep = (value: string): value is ClockStep => Object.hasOwn(STEPS, value)

function ClockPage({ words, now }: { words: Words['demo']; now: When }) {
  return (
    <div class="page flow demo">
      <h1>{words.clock.title}</h1>
      <p class="lead">{words.clock.intro}</p>
      <p>
        {words.clock.now} <Time when={now} />
      </p>
      <form method="post" action="/demo/clock" class="actions">
        {Object.keys(STEPS)
          .filter(isStep)
          .map((step) => (
            <Button key={step} name="step" value={step}>
              {words.clock.steps[step]}
            </Button>
          ))}
      </form>
      <p>
        <a href="/demo">{words.mail.back}</a>
      </p>
    </div>
  )
}
