import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** The themes as they are written: what a later one does not name, it takes from paper. */
const [paper, evening, dusk] = readFileSync('app/ui/tokens.css', 'utf8')
  .split(/@media \(prefers-color-scheme: dark\)|\.dusk \{/)
  .map(colorsOf)

const themes: Record<string, Record<string, string>> = {
  paper: { ...paper },
  evening: { ...paper, ...evening },
  dusk: { ...paper, ...dusk },
}

const GROUNDS = ['ground', 'surface', 'sunk']

describe.each(Object.entries(themes))('in the theme %s', (_theme, colors) => {
  const between = (a: string, b: string) => contrast(luminance(colors[a]), luminance(colors[b]))

  test.each([
    ...['ink', 'ink-soft', 'deep', 'deep-strong', 'ember'].flatMap((text) =>
      GROUNDS.map((ground): [string, string] => [text, ground]),
    ),
    ['deep-on', 'deep'],
    ['deep-on', 'deep-strong'],
    ['emergency-on', 'emergency'],
    ['ink', 'deep-wash'],
    ['deep', 'deep-wash'],
    ['ink', 'ember-wash'],
    ['deep', 'ember-wash'],
  ])('the text %s on %s has a contrast of 4.5 or more', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(GROUNDS)('the border of a control on %s has a contrast of 3 or more', (ground) => {
    expect(between('edge', ground)).toBeGreaterThanOrEqual(3)
  })
})

function colorsOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (oklch\([^)]+\));/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Relative luminance of `oklch(L% C H)`, by Ottosson's matrices and WCAG 2. */
function luminance(color: string | undefined): number {
  const [L = 0, C = 0, H = 0] = (color ?? '').match(/[\d.]+/g)?.map(Number) ?? []
  const a = C * Math.cos((H * Math.PI) / 180)
  const b = C * Math.sin((H * Math.PI) / 180)
  const l = (L / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const clip = (value: number) => Math.min(1, Math.max(0, value))

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
