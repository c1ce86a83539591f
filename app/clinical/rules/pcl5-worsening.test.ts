import { expect, test } from 'vitest'
import { pcl5Of } from '../../../tests/ordinary-patient.ts'
import { pcl5 } from '../instruments/pcl5.ts'
import type { Limits } from '../protocol.ts'
import { pcl5Worsening } from './pcl5-worsening.ts'

const signed: Limits = { instruments: { pcl5: { worseningPoints: 10 } } }
const limit = { kind: 'limit', name: 'instruments.pcl5.worseningPoints' }

test('a rise is told by both totals and the signed number', () => {
  expect(pcl5Worsening.judge({ pcl5: pcl5Of(50), earlierTotals: [52, 40] }, signed)).toMatchObject({
    outcome: 'review',
    evidence: { currentTotal: 50, lowestTotal: 40, worseningPoints: 10 },
  })
})

test('a first total has nothing to be compared with', () => {
  expect(pcl5Worsening.judge({ pcl5: pcl5Of(70), earlierTotals: [] }, {})).toEqual({
    ...{ outcome: 'clear', evidence: { currentTotal: 70 } },
  })
})

test.each<[string, Limits]>([
  ['nothing', {}],
  ['no instrument', { instruments: {} }],
  ['nothing of this one', { instruments: { pcl5: {} } }],
])('where %s is signed nobody can say, and the signature is what is missing', (_what, limits) => {
  expect(pcl5Worsening.judge({ pcl5: pcl5Of(70), earlierTotals: [10] }, limits)).toMatchObject({
    ...{ outcome: 'unknown', missing: [limit] },
  })
})

test('what is missing is called by its own name', () => {
  const fact = (name: string) => ({ kind: 'fact', name })
  expect(pcl5Worsening.judge({ earlierTotals: [10] }, signed).missing).toEqual([fact('pcl5')])
  expect(pcl5Worsening.judge({ pcl5: pcl5Of(50) }, signed).missing).toEqual([fact('earlierTotals')])
  expect(pcl5Worsening.judge({}, signed).missing).toEqual([fact('pcl5'), fact('earlierTotals')])
  const half = pcl5.score({ [pcl5.items[0]?.linkId ?? '']: 4 })
  expect(pcl5Worsening.judge({ pcl5: half, earlierTotals: [10] }, signed)).toMatchObject({
    ...{ outcome: 'unknown', evidence: { skipped: 0, notReached: 19 }, missing: [fact('pcl5')] },
  })
})
