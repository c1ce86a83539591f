import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDemoClock } from './demo-clock.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-clock-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = path.join(folder, 'demo-clock')
const HOUR = 3_600_000
const at = (clock: { now: () => Date }) => clock.now().getTime()

test('goes with real time until it is put forward, and a restart finds it where it was', () => {
  let real = 1_000
  const clock = openDemoClock(file, () => real)
  expect(at(clock)).toBe(1_000)
  clock.forward(2 * HOUR)
  real += 5
  expect(at(clock)).toBe(1_005 + 2 * HOUR)
  expect(at(openDemoClock(file, () => real))).toBe(1_005 + 2 * HOUR)
})

test.each([0, -HOUR, Number.NaN, Number.POSITIVE_INFINITY, 1e15])('is not put forward by %s', (ms) => {
  const clock = openDemoClock(path.join(folder, 'other'), () => 0)
  expect(() => clock.forward(ms)).toThrow(RangeError)
  expect(at(clock)).toBe(0)
})

test.each(['', 'soon', '-5', '1e99'])('a file that says “%s” is real time', (text) => {
  writeFileSync(file, text)
  expect(at(openDemoClock(file, () => 7))).toBe(7)
})
