/** The demo's own time, as its page shows it and puts it forward. */
import { Trouble, type Visitor } from './browser.ts'
import { mustBeFine } from './fill.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const STEPS = [
  ['a-week', 7 * 24 * HOUR_MS],
  ['a-day', 24 * HOUR_MS],
  ['an-hour', HOUR_MS],
  ['a-quarter', 15 * MINUTE_MS],
  ['five-minutes', 5 * MINUTE_MS],
] as const

export type Clock = {
  now: () => Promise<Date>
  /** Goes forward until it is at least that late (epoch milliseconds), by the largest steps that do not go past it. */
  until: (atMs: number) => Promise<void>
}

export function openClock(visitor: Visitor): Clock {
  const now = async () => {
    const [shown] = mustBeFine(await visitor.get('/demo/clock')).times
    if (shown === undefined) throw new Trouble('/demo/clock: it shows no time')
    return new Date(shown)
  }
  return {
    now,
    async until(atMs) {
      for (;;) {
        const left = atMs - (await now()).getTime()
        if (left <= 0) return
        const [name] = STEPS.find(([, ms]) => ms <= left) ?? ['five-minutes']
        const page = mustBeFine(await visitor.get('/demo/clock'))
        const form = page.forms.find(({ action }) => action === '/demo/clock')
        const button = form?.buttons.find(({ value }) => value === name)
        if (!form || !button) throw new Trouble('/demo/clock: it cannot be put forward')
        mustBeFine(await visitor.send(page, form, {}, button))
      }
    },
  }
}
