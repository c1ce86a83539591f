import { expect, test } from 'vitest'
import { missedCheckIns } from './check-ins.ts'

const days = (number: number) => number * 86_400_000

test.each<[string, number[], number[], number | undefined, number, number]>([
  ['no session, nothing is due', [], [], 7, 30, 0],
  ['the day after has not come', [0], [], 7, 0.9, 0],
  ['the day after', [0], [], 7, 1, 1],
  ['a week not over', [0], [1], 7, 7.9, 0],
  ['a week after the answer', [0], [1], 7, 8, 1],
  ['the day after and a week', [0], [], 7, 7, 2],
  ['two sessions without a word', [0, 7], [], undefined, 8, 2],
  ['the second alone', [0, 7], [1], undefined, 8, 1],
  ['an answer ends the row', [0, 7], [7.5], undefined, 8, 1],
  ['answered this very moment', [0, 7], [8], undefined, 8, 0],
  ['answered since', [0, 7], [8.2], undefined, 9, 0],
  ['an answer that lies ahead says nothing', [0, 7], [20], undefined, 8, 2],
  ['weeks nobody signed are not counted', [0], [1], undefined, 60, 0],
  ['nor are weeks of no days', [0], [1], 0, 60, 0],
])('%s', (_what, sessions, answered, weekEveryDays, now, expected) => {
  const checkIns = { sessionsAt: sessions.map(days), answeredAt: answered.map(days), weekEveryDays }
  expect(missedCheckIns(checkIns, days(now))).toBe(expected)
})
