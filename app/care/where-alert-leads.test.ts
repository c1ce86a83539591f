import { expect, test } from 'vitest'
import { pageOfAlert } from './where-alert-leads.ts'

const ended = new Date('2026-11-22T17:00:00Z')
const at = (milliseconds: number) => new Date(ended.getTime() + milliseconds)
const alert = (about: string, raisedAt = at(-1), sessionEndedAt: Date | null = ended) => ({
  ...{ cause: `one ${about} two`, sessionId: 'one', raisedAt, sessionEndedAt },
})

test.each(['help-asked', 'emergency', 'start-when-off:x', 'rule:D09', 'rule:E02', 'rule:E12', 'rule:E13'])(
  '%s is of the room, before its end and after',
  (about) => {
    for (const raisedAt of [at(-1), at(0), at(1)])
      for (const end of [ended, null]) expect(pageOfAlert(alert(about, raisedAt, end))).toBe('session')
  },
)

test.each(['rule:E03', 'rule:E04', 'rule:E10', 'rule:F16'])('%s is of the days after', (about) => {
  expect(pageOfAlert(alert(about, at(1)))).toBe('chart')
})

test('a suicide screen is of the day of the session until its end, and of the days after from then on', () => {
  expect(pageOfAlert(alert('rule:S01', at(-1)))).toBe('session')
  expect(pageOfAlert(alert('rule:S01', at(0)))).toBe('chart')
  expect(pageOfAlert(alert('rule:S01', at(1)))).toBe('chart')
  expect(pageOfAlert(alert('rule:S01', at(1), null))).toBe('session')
})

test('what no session raised stands in the chart', () => {
  expect(pageOfAlert({ ...alert('rule:S01'), cause: 'record rule:S01 x', sessionId: null })).toBe('chart')
})
