import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { words } from '../content/words.ts'
import { FindingList } from './finding-list.tsx'
import type { FindingView } from './finding-row.tsx'

const make = (ruleId: string, severity: FindingView['severity'], isUnknown = false, day = '01') => ({
  ...{ id: `${ruleId} ${day}`, ruleId, ruleVersion: 1, severity, isUnknown, evidence: {}, source: 'x' },
  ...{ found: { iso: `2026-11-${day}T00:00:00Z`, text: day }, protocol: null },
})

const shown = (findings: readonly FindingView[]) => {
  const html = renderToString(<FindingList words={words.en.patient} findings={findings} />)
  const [open = ''] = html.split('<details')
  const rules = (part: string) => [...part.matchAll(/([A-Z]\d\d) v1/g)].map(([, id]) => id)
  const folds = html.split('<details').slice(1)
  return {
    open: rules(open),
    folded: folds.map((fold) => [/<summary>(.*?)<\/summary>/.exec(fold)?.[1], ...rules(fold)]),
    html,
  }
}

test('what asks for action stands open, once for each rule; the rest is folded with how many there are', () => {
  const all = [
    ...[make('D16', 'review', false, '02'), make('D16', 'review'), make('E06', 'block', true)],
    ...[make('C05', 'block'), make('E08', 'advise'), make('E10', 'inform'), make('F04', 'review', true)],
    make('E02', 'advise', true),
  ]
  expect(shown(all)).toMatchObject({
    open: ['C05', 'E06', 'D16', 'F04'],
    folded: [
      ['Found again: 1', 'D16'],
      ['Could not be judged: 1', 'E02'],
      ['Advice and information: 2', 'E08', 'E10'],
    ],
  })
})

test('nothing is lost on the way: each finding stands on the page once', () => {
  const all = (['block', 'review', 'advise', 'inform'] as const).flatMap((severity) =>
    [true, false].flatMap((isUnknown) =>
      ['01', '02'].map((day) => make(`B${severity.length}${isUnknown ? 1 : 2}`, severity, isUnknown, day)),
    ),
  )
  const { open, folded } = shown(all)
  expect(open.length + folded.reduce((sum, [, ...rules]) => sum + rules.length, 0)).toBe(all.length)
})

test('where nothing asks for action that is said, and never over a rule that asks for a look and was not judged', () => {
  const { nothingToDo } = words.en.patient.finding.group
  expect(shown([make('E10', 'inform')]).html).toContain(nothingToDo)
  expect(shown([make('B01', 'review', true)]).html).not.toContain(nothingToDo)
})
