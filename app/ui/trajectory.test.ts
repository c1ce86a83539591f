import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstTotal, labelsThatFit, layOut, type Plot, scale } from './trajectory.ts'

const plot: Plot = { left: 40, right: 400, top: 10, bottom: 190 }
const day = 86_400_000
const at = (days: number, total: number | undefined) => ({ atMs: days * day, total })

test('the axis runs from nothing at the bottom to the highest total at the top', () => {
  const { dots } = layOut([at(0, 0), at(30, 80)], plot, 80, undefined)
  expect(dots).toEqual([
    { x: 40, y: 190, index: 0 },
    { x: 400, y: 10, index: 1 },
  ])
})

test('a single response stands in the middle, not on an edge', () => {
  expect(layOut([at(3, 40)], plot, 80, undefined).dots).toEqual([{ x: 220, y: 100, index: 0 }])
})

test('a response that could not be scored is a gap in the line, never a zero', () => {
  const { lines, dots, gaps } = layOut([at(0, 40), at(10, 30), at(20, undefined), at(30, 20)], plot, 80, 10)
  expect(lines).toEqual(['M40 100L160 122.5', 'M400 145'])
  expect(dots.map(({ index }) => index)).toEqual([0, 1, 3])
  expect(gaps).toEqual([{ x: 280, index: 2 }])
})

describe('the band of usual change', () => {
  test('lies as far above as below the first total', () => {
    expect(layOut([at(0, 40)], plot, 80, 20).band).toEqual({ y: 55, height: 90 })
  })

  test('ends where the scale ends', () => {
    expect(layOut([at(0, 5)], plot, 80, 20).band).toEqual({ y: 133.8, height: 56.3 })
    expect(layOut([at(0, 75)], plot, 80, 20).band).toEqual({ y: 10, height: 56.3 })
  })

  test('starts from the first total there is', () => {
    const points = [at(0, undefined), at(10, 40)]
    expect(firstTotal(points)).toBe(40)
    expect(layOut(points, plot, 80, 20).band).toEqual({ y: 55, height: 90 })
  })

  test('is not drawn without a signed number, or without a total', () => {
    expect(layOut([at(0, 40)], plot, 80, undefined).band).toBeUndefined()
    expect(layOut([at(0, undefined)], plot, 80, 20).band).toBeUndefined()
  })
})

test('sessions stand where their day is, also outside the responses', () => {
  expect(layOut([at(10, 40), at(20, 40)], plot, 80, undefined, [0, 15 * day]).sessions).toEqual([40, 310])
})

test('every point of any history lies inside the frame', () => {
  const point = fc.record({
    atMs: fc.integer({ min: 0, max: 4e12 }),
    total: fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      const { dots, gaps } = layOut(
        points.sort((a, b) => a.atMs - b.atMs),
        plot,
        80,
        15,
      )
      expect(dots.length + gaps.length).toBe(points.length)
      for (const { x, y } of dots) {
        expect(x).toBeGreaterThanOrEqual(plot.left)
        expect(x).toBeLessThanOrEqual(plot.right)
        expect(y).toBeGreaterThanOrEqual(plot.top)
        expect(y).toBeLessThanOrEqual(plot.bottom)
      }
    }),
  )
})

test('a scale maps its ends onto its ends', () => {
  const x = scale([10, 20], [100, 0])
  expect([x(10), x(15), x(20)]).toEqual([100, 50, 0])
})

test.each([
  { xs: [], kept: [] },
  { xs: [5], kept: [0] },
  { xs: [0, 120], kept: [0, 1] },
  { xs: [0, 119], kept: [1] },
  { xs: [0, 100, 200], kept: [0, 1, 2] },
  { xs: [0, 89, 200], kept: [0, 2] },
  { xs: [0, 111, 200], kept: [0, 2] },
  { xs: [0, 95, 150, 160, 300], kept: [0, 1, 3, 4] },
])('of dates at $xs, each 60 wide, those at $kept are written', ({ xs, kept }) => {
  expect(labelsThatFit(xs, 60)).toEqual(kept)
})
