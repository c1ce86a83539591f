import { describe, expect, test } from 'vitest'
import { PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, TODAY } from '../../../tests/ordinary-plan.ts'
import { draftPlan } from '../../clinical/plan.ts'
import { readPlanForm, writtenPlan } from './plan-form.ts'

const { plan } = draftPlan(PLAN_FACTS_ORDINARY, PLAN_PROTOCOL, { startsOn: TODAY })
const written = writtenPlan(plan)
const read = (change: Record<string, string>) => readPlanForm({ ...written, ...change })

test('a plan written into a form and read out of it is the same plan', () => {
  expect(readPlanForm(written)).toEqual({
    status: 'read',
    level: plan.level,
    values: plan.values,
    reasons: {},
  })
})

test('an empty line is a missing one, and a line of several parts is empty only as a whole', () => {
  const empty = Object.fromEntries(
    Object.keys(written).map((name) => [name, name === 'level' ? 'careful' : '']),
  )
  const nothing = readPlanForm(empty)
  expect(nothing.status === 'read' && Object.values(nothing.values).every((value) => value === null)).toBe(
    true,
  )
  expect(read({ 'supportPerson.staysHours': '' })).toEqual({
    status: 'unclear',
    problems: new Map([['supportPerson.staysHours', 'incomplete']]),
  })
})

describe('what is unclear is named', () => {
  test.each([
    ['doseMg', 'twenty', 'not-a-number'],
    ['doseMg', '-5', 'not-a-number'],
    ['doseMg', '0', 'not-above-zero'],
    ['sessions', '2.5', 'not-whole'],
    ['readingAtMinutes', '0, forty', 'not-a-number'],
    ['endsOn', '2027-02-30', 'no-day'],
    ['route', 'by-air', 'not-offered'],
    ['level', '', 'not-offered'],
    ['integration.toHours', '1', 'not-offered'],
    ['unit', 'x'.repeat(101), 'too-long'],
  ])('%s: %s', (name, value, problem) => {
    expect(read({ [name]: value })).toEqual({ status: 'unclear', problems: new Map([[name, problem]]) })
  })
})

test('a form with a field missing was cut off, and says nothing', () => {
  const { doseMg: _, ...rest } = written
  expect(readPlanForm(rest)).toEqual({ status: 'cut-off' })
  expect(readPlanForm({ ...written, doseMg: ['5', '6'] })).toEqual({ status: 'cut-off' })
})

test('reasons come with the code of what they answer', () => {
  expect(read({ 'reason.more-sessions': 'Asked for.' })).toMatchObject({
    reasons: { 'more-sessions': 'Asked for.' },
  })
})
