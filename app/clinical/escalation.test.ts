import { expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { type Asking, askingOf, type EscalationStep, escalationSteps } from './escalation.ts'

const MINUTE = 60_000
const signed = INVENTED_LIMITS.escalation
const told = (steps: readonly EscalationStep[]) => steps.map(({ whom, afterMs }) => [whom, afterMs / MINUTE])

test('the signed order and its minutes hold, in whichever order they were written', () => {
  const tiers = [...(signed.tiers ?? [])]
  const expected = [
    ['clinician-on-duty', 0],
    ['prescriber', 5],
    ['backup', 10],
    ['coordinator', 15],
  ]
  expect(told(escalationSteps(signed, 'look'))).toEqual(expected)
  expect(told(escalationSteps({ ...signed, tiers: tiers.reverse() }, 'look'))).toEqual(expected)
})

test.each([
  { asking: 'help', seconds: 120, second: 2 },
  { asking: 'help', seconds: 299, second: 299 / 60 },
  { asking: 'help', seconds: 300, second: 5 },
  { asking: 'help', seconds: 301, second: 5 },
  { asking: 'suicide', seconds: 60, second: 1 },
] as const)('$asking answered within $seconds seconds: the second is told after $second minutes', (row) => {
  const { asking, seconds, second } = row
  const limits = { ...signed, helpAnsweredSeconds: seconds, suicideAnsweredSeconds: seconds }
  expect(told(escalationSteps(limits, asking)).map(([, minutes]) => minutes)).toEqual([0, second, 10, 15])
})

test('nothing signed is no reason to wait', () => {
  const atOnce = [
    ['clinician-on-duty', 0],
    ['prescriber', 0],
    ['backup', 0],
    ['coordinator', 0],
  ]
  for (const asking of ['look', 'help', 'suicide'] as const)
    expect(told(escalationSteps(undefined, asking))).toEqual(atOnce)
  expect(told(escalationSteps({}, 'suicide'))).toEqual(atOnce)
  const { helpAnsweredSeconds: _, ...withoutHelp } = signed
  expect(told(escalationSteps(withoutHelp, 'help'))[1]).toEqual(['prescriber', 0])
  const { suicideAnsweredSeconds: __, ...withoutSuicide } = signed
  expect(told(escalationSteps(withoutSuicide, 'suicide'))[1]).toEqual(['prescriber', 0])
  const { tiers: ___, ...withoutTiers } = signed
  expect(told(escalationSteps(withoutTiers, 'help'))).toEqual(atOnce)
})

test('each kind has its own signed time, and only the second in the order is told sooner for it', () => {
  const limits = { ...signed, helpAnsweredSeconds: 60, suicideAnsweredSeconds: 120 }
  const minutes = (asking: Asking) => told(escalationSteps(limits, asking)).map(([, after]) => after)
  expect(minutes('help')).toEqual([0, 1, 10, 15])
  expect(minutes('suicide')).toEqual([0, 2, 10, 15])
  expect(minutes('look')).toEqual([0, 5, 10, 15])
})

test('help and suicide have times of their own, anything else goes by the order', () => {
  expect(['help-asked', 'emergency', 'S01', 'B05', 'D09', 'E04', 'held'].map(askingOf)).toEqual([
    ...['help', 'help', 'suicide', 'suicide', 'look', 'look', 'look'],
  ])
})
