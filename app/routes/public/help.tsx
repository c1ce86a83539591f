import { CRISIS_LINES } from '../../content/crisis.ts'
import { clockface } from '../../system/time.ts'
import { HelpPage } from '../../ui/pages/help.tsx'
import { open } from '../route.ts'

/** Help right now. Asks nothing, reads nothing, works when the database is away. */
export const help = open('GET', '/help', (c) => {
  const { words, language, services } = c.var
  const oldest = CRISIS_LINES.map(({ lastVerifiedOn }) => lastVerifiedOn).sort()[0] ?? ''
  const checkedOn = clockface(language, 'UTC').day(new Date(oldest))
  const body = <HelpPage words={words.help} practice={services.practice} checkedOn={checkedOn} />
  // From a dark room it stays dark.
  if (c.req.query('dim') !== undefined)
    return c.var.page({
      area: 'plain',
      isDusk: true,
      title: words.help.title,
      body: <div class="dusk">{body}</div>,
    })
  return c.var.page({ area: 'public', title: words.help.title, body })
})
