import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ENROLMENT_STATES,
  type Enrolment,
  type EnrolmentRole,
  type EnrolmentState,
  type EnrolmentStep,
  hasEnded,
  isStopped,
  takeStep,
  waysFrom,
} from './enrolment.ts'

const ROLES: EnrolmentRole[] = [
  'patient',
  'support-person',
  'prescriber',
  'care-coordinator',
  'medical-director',
  'system',
]
const at = (state: EnrolmentState, pausedFrom?: EnrolmentState): Enrolment => ({
  ...{ state, sinceAt: 0 },
  ...(pausedFrom && { pausedFrom }),
})
const step = (enrolment: Enrolment, to: EnrolmentState, role: EnrolmentRole, reason?: string) =>
  takeStep(enrolment, { to, role, at: 1, ...(reason !== undefined && { reason }) })

/** Every step on the way, with everybody who may take it. What is not here is refused. */
const TABLE: [EnrolmentState, EnrolmentState, EnrolmentRole[]][] = [
  ['assessed', 'registered', ['patient']],
  ['registered', 'consented', ['patient']],
  ['consented', 'intake-complete', ['patient', 'care-coordinator']],
  ['intake-complete', 'in-review', ['prescriber', 'care-coordinator', 'system']],
  ['in-review', 'accepted', ['prescriber']],
  ['in-review', 'declined', ['prescriber']],
  ['in-review', 'intake-complete', ['prescriber', 'care-coordinator']],
  ['accepted', 'supplied', ['care-coordinator', 'system']],
  ['supplied', 'ready', ['prescriber', 'care-coordinator', 'system']],
  ['ready', 'session-day', ['patient', 'care-coordinator', 'system']],
  ['ready', 're-evaluation-due', ['prescriber', 'system']],
  ['session-day', 'in-session', ['patient', 'support-person', 'prescriber']],
  ['session-day', 'ready', ['patient', 'support-person', 'prescriber', 'care-coordinator', 'system']],
  ['in-session', 'recovering', ['patient', 'support-person', 'prescriber', 'system']],
  ['in-session', 'ready', ['patient', 'support-person', 'prescriber', 'system']],
  ['recovering', 'integrating', ['support-person', 'prescriber', 'system']],
  ['integrating', 'ready', ['prescriber', 'care-coordinator', 'system']],
  ['integrating', 're-evaluation-due', ['prescriber', 'system']],
  ['integrating', 'completed', ['prescriber']],
  ['re-evaluation-due', 'accepted', ['prescriber']],
  ['re-evaluation-due', 'ready', ['prescriber']],
  ['re-evaluation-due', 'completed', ['prescriber']],
]
const ENDED: EnrolmentState[] = ['declined', 'completed', 'discharged']

const mayTake = (from: EnrolmentState, to: EnrolmentState, role: EnrolmentRole): boolean => {
  if (to === 'paused') return !ENDED.includes(from) && !['support-person', 'system'].includes(role)
  if (to === 'discharged')
    return from !== 'discharged' && ['patient', 'prescriber', 'medical-director'].includes(role)
  return TABLE.some(([a, b, roles]) => a === from && b === to && roles.includes(role))
}

describe.each(ENROLMENT_STATES.filter((state) => state !== 'paused'))('from %s', (from) => {
  test.each(ENROLMENT_STATES)('to %s: by those who may, and by nobody else', (to) => {
    for (const role of ROLES) {
      const result = step(at(from), to, role, 'because')
      expect([role, result.isTaken]).toEqual([role, mayTake(from, to, role)])
      if (result.isTaken) expect(result.enrolment).toMatchObject({ state: to, sinceAt: 1 })
    }
  })
})

describe('a step that cannot be taken', () => {
  test('out of order says what can be, and by whom', () => {
    expect(step(at('assessed'), 'accepted', 'prescriber')).toEqual({
      ...{ isTaken: false, why: 'out-of-order', from: 'assessed' },
      possible: [
        { to: 'registered', roles: ['patient'] },
        { to: 'paused', roles: ['patient', 'prescriber', 'care-coordinator', 'medical-director'] },
        { to: 'discharged', roles: ['patient', 'prescriber', 'medical-director'] },
      ],
    })
  })

  test.each<[string, Enrolment, EnrolmentState, EnrolmentRole]>([
    ['somebody-else', at('in-review'), 'accepted', 'care-coordinator'],
    ['somebody-else', at('recovering'), 'integrating', 'patient'],
    ['reason-needed', at('in-review'), 'declined', 'prescriber'],
    ['reason-needed', at('re-evaluation-due'), 'completed', 'prescriber'],
    ['reason-needed', at('ready'), 'paused', 'care-coordinator'],
    ['reason-needed', at('ready'), 'discharged', 'prescriber'],
    ['ended', at('discharged'), 'registered', 'patient'],
    ['out-of-order', at('completed'), 'ready', 'prescriber'],
  ])('%s', (why, enrolment, to, role) => {
    expect(step(enrolment, to, role, ' ')).toMatchObject({ isTaken: false, why })
    expect(step(enrolment, to, role)).toMatchObject({ isTaken: false, why })
  })

  test('because it lies before the last one', () => {
    const since = { state: 'ready', sinceAt: 10 } as const
    const to = { to: 'session-day', role: 'patient' } as const
    expect(takeStep(since, { ...to, at: 9 })).toMatchObject({ isTaken: false, why: 'earlier' })
    expect(takeStep(since, { ...to, at: 10 })).toMatchObject({ isTaken: true })
  })
})

describe('a pause', () => {
  test('needs no reason from the patient, and offers the off-ramp', () => {
    expect(step(at('integrating'), 'paused', 'patient')).toMatchObject({
      isTaken: true,
      enrolment: { state: 'paused', pausedFrom: 'integrating' },
      follows: ['off-ramp'],
    })
  })

  test.each<[EnrolmentState, EnrolmentState, EnrolmentRole[]]>([
    ['consented', 'consented', ['patient', 'prescriber', 'care-coordinator']],
    ['in-review', 'in-review', ['patient', 'prescriber', 'care-coordinator']],
    ['accepted', 'accepted', ['prescriber']],
    ['supplied', 'supplied', ['prescriber']],
    ['ready', 'ready', ['prescriber']],
    ['session-day', 'ready', ['prescriber']],
    ['in-session', 'integrating', ['prescriber']],
    ['recovering', 'integrating', ['prescriber']],
    ['integrating', 'integrating', ['prescriber']],
    ['re-evaluation-due', 're-evaluation-due', ['prescriber']],
  ])('from %s goes on at %s', (from, to, roles) => {
    for (const role of ROLES) expect(step(at('paused', from), to, role).isTaken).toBe(roles.includes(role))
    const ways = [...waysFrom(at('paused', from)).keys()]
    expect(ways).toEqual([
      ...new Set([to, ...(roles.length === 1 ? ['re-evaluation-due'] : []), 'discharged']),
    ])
  })

  test('of which nobody knows where it came from goes on in review', () => {
    expect(step(at('paused'), 'in-review', 'care-coordinator').isTaken).toBe(true)
    expect(step(at('paused'), 'ready', 'prescriber').isTaken).toBe(false)
  })
})

test('the end of a course offers the off-ramp too; a step on the way offers none, and remembers no pause', () => {
  for (const from of ['integrating', 're-evaluation-due'] as const)
    expect(step(at(from), 'completed', 'prescriber', 'decided together')).toEqual({
      ...{ isTaken: true, follows: ['off-ramp'], enrolment: { state: 'completed', sinceAt: 1 } },
    })
  expect(step(at('registered'), 'consented', 'patient')).toEqual({
    ...{ isTaken: true, follows: [], enrolment: { state: 'consented', sinceAt: 1 } },
  })
})

test('leaving is always open to the patient, without a reason, until it has ended', () => {
  for (const state of ENROLMENT_STATES.filter((one) => one !== 'discharged'))
    expect(step(at(state), 'discharged', 'patient')).toMatchObject({ isTaken: true, follows: ['off-ramp'] })
})

test('whatever is tried in whatever order, nobody is supplied, ready or in session whom no prescriber accepted', () => {
  const steps = fc.array(
    fc.record({
      to: fc.constantFrom(...ENROLMENT_STATES),
      role: fc.constantFrom(...ROLES),
      reason: fc.constant('because'),
    }),
    { maxLength: 60 },
  )
  const after: EnrolmentState[] = [
    'supplied',
    'ready',
    'session-day',
    'in-session',
    'recovering',
    'integrating',
    'completed',
  ]
  fc.assert(
    fc.property(steps, (list) => {
      let now = at('assessed')
      let isAccepted = false
      for (const [i, one] of list.entries()) {
        const taken: EnrolmentStep = { ...one, at: i }
        const result = takeStep(now, taken)
        if (!result.isTaken) continue
        isAccepted ||= one.to === 'accepted' && one.role === 'prescriber'
        now = result.enrolment
        if (after.includes(now.state)) expect(isAccepted).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a way has ended when it was declined, completed or left; a break is no end', () => {
  expect(ENROLMENT_STATES.filter(hasEnded)).toEqual(['declined', 'completed', 'discharged'])
  expect(hasEnded(undefined)).toBe(false)
})

test('stopped is a break as well, and no way that never began', () => {
  expect(ENROLMENT_STATES.filter(isStopped)).toEqual(['paused', 'completed', 'discharged'])
  expect(isStopped(undefined)).toBe(false)
})
