import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type ScoredResponse, trajectory } from '../../clinical/trajectory.ts'
import { words } from '../../content/words.ts'
import { ProgressPage } from './progress.tsx'

const DAY_MS = 86_400_000
const at = (day: number) => ({ id: String(day), at: day * DAY_MS })
const answered = (day: number): ScoredResponse => ({ ...at(day), status: 'complete', total: 40 - day })
const leftOut = (day: number): ScoredResponse => ({ ...at(day), status: 'incomplete' })

const shown = (...responses: ScoredResponse[]) => {
  const course = trajectory(responses, {})
  const days = course.points.map((point) => ({ iso: new Date(point.at).toISOString(), text: point.id }))
  const series = [{ key: 'month' as const, trajectory: course, days }]
  return renderToString(
    <ProgressPage words={words.en.way} series={series} max={80} reliableChange={undefined} />,
  )
}

test('one answer is a sentence and no empty chart; from the second on there is a line', () => {
  const { progress } = words.en.way
  expect(shown(answered(1))).not.toContain('<svg')
  expect(shown(answered(1))).toContain(progress.one)
  expect(shown(answered(1), answered(30))).toContain('<svg')
})

test('answers that were left out make no line either, and that is said', () => {
  expect(shown(answered(1), leftOut(30))).not.toContain('<svg')
  expect(shown(answered(1), leftOut(30))).toContain(words.en.way.progress.unscored)
  expect(shown(leftOut(1))).not.toContain('<svg')
})
