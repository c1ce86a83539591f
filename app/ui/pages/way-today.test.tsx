import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { NEXT_THINGS } from '../../clinical/next-thing.ts'
import { LANGUAGES, words } from '../../content/words.ts'
import { WayToday, WHERE } from './way-today.tsx'

const day = { iso: '2026-11-20', text: 'Nov 20, 2026' }

const page = (
  change: Partial<Parameters<typeof WayToday>[0]> & Pick<Parameters<typeof WayToday>[0], 'next'>,
) =>
  renderToString(
    <WayToday
      words={words.en}
      greeting="Good morning, Sam."
      steps={[{ to: 'assessed', by: 'you', at: day }]}
      alsoOpen={[]}
      mayLeave
      {...change}
    />,
  )

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(NEXT_THINGS)(
    '%s has one card, and a way to do it exactly where there is something to do',
    (next) => {
      const html = page({ next, words: words[language] })
      const { title, why, action } = words[language].way.next[next]
      expect(html).toContain(title)
      expect(html).toContain(why.slice(0, 20))
      expect(html.match(/class="button first"/g)?.length ?? 0).toBe(action === undefined ? 0 : 1)
      expect(action === undefined).toBe(WHERE[next] === undefined)
      expect(html).toContain('href="/portal/pause"')
    },
  )
})

test('what has ended offers no way to leave', () => {
  expect(page({ next: 'completed', mayLeave: false })).not.toContain('href="/portal/pause"')
})

test('a long way folds its earlier steps away, and marks where the person is now', () => {
  const steps = Array.from({ length: 9 }, (_, n) => ({
    to: 'ready' as const,
    by: null,
    at: { iso: `2026-11-0${n + 1}`, text: `Nov ${n + 1}` },
  }))
  const html = page({ next: 'prepare', steps })
  expect(html).toContain('<details>')
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
})

describe('what was sent', () => {
  test('and not seen says so, with help first when nobody is on duty', () => {
    const html = page({ next: 'sent', told: { sentAt: day, isOutsideCover: true } })
    expect(html).toContain(words.en.told.notSeen)
    expect(html).toContain(words.en.told.outsideCover)
    expect(page({ next: 'sent', told: { sentAt: day, isOutsideCover: false } })).not.toContain(
      words.en.told.outsideCover,
    )
  })

  test('and seen says by whom and when, and nothing of cover any more', () => {
    const html = page({
      next: 'in-review',
      told: { sentAt: day, seen: { by: 'Dr. Okafor', at: day }, isOutsideCover: true },
    })
    expect(html).toContain('Dr. Okafor saw it')
    expect(html).not.toContain(words.en.told.notSeen)
    expect(html).not.toContain(words.en.told.outsideCover)
  })
})
