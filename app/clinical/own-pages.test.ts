import { describe, expect, test } from 'vitest'
import { ENROLMENT_STATES, type EnrolmentState } from './enrolment.ts'
import { type Been, OWN_PAGES, type OwnPage, whyClosed } from './own-pages.ts'

const at = (state: EnrolmentState | undefined, more: Partial<Been> = {}): Been => ({
  ...{ state, been: [], hasClosedSession: false, hasPeople: false, ...more },
})
const openIn = (page: OwnPage) => ENROLMENT_STATES.filter((state) => whyClosed(page, at(state)) === undefined)

const FROM = (first: EnrolmentState) => {
  const order = ENROLMENT_STATES.filter((state) => !['declined', 'paused', 'discharged'].includes(state))
  return order.slice(order.indexOf(first))
}
const SESSION: EnrolmentState[] = ['integrating']

describe('by the state alone, with nothing known of the way before', () => {
  test.each<[OwnPage, EnrolmentState[]]>([
    ['plan', FROM('accepted')],
    ['supply', FROM('accepted')],
    ['prepare', FROM('accepted')],
    ['people', FROM('accepted')],
    ['booking', FROM('supplied')],
    ['preparing', FROM('accepted').filter((state) => state !== 'completed')],
    ['inviting', FROM('accepted').filter((state) => state !== 'completed')],
    ['follow-up', SESSION],
  ])('%s is open in exactly these', (page, states) => {
    expect(openIn(page)).toEqual(states)
  })

  test('the month and how it went are open from the texts that were signed, also to those who were declined', () => {
    const closed: EnrolmentState[] = ['assessed', 'registered', 'paused', 'discharged']
    for (const page of ['check-in', 'progress'] as const)
      expect(ENROLMENT_STATES.filter((state) => whyClosed(page, at(state)) !== undefined)).toEqual(closed)
  })
})

test('what was reached once stays open through a break and after the end; nothing is added after the end', () => {
  const been: EnrolmentState[] = ['registered', 'consented', 'accepted', 'supplied', 'integrating']
  for (const state of ['paused', 'discharged', 'completed'] as const)
    for (const page of OWN_PAGES) {
      const isAdding = page === 'preparing' || page === 'inviting'
      const expected = isAdding && state !== 'paused' ? 'ended' : undefined
      expect(whyClosed(page, at(state, { been })), `${page} in ${state}`).toBe(expected)
    }
  expect(whyClosed('plan', at('paused', { pausedFrom: 'accepted' }))).toBeUndefined()
  expect(whyClosed('plan', at('paused', { pausedFrom: 'consented' }))).toBe('accepted')
})

test('the week is asked after a session that has closed, and of nobody before one', () => {
  expect(whyClosed('follow-up', at('ready'))).toBe('integrating')
  expect(whyClosed('follow-up', at('recovering'))).toBe('integrating')
  expect(whyClosed('follow-up', at('ready', { hasClosedSession: true }))).toBeUndefined()
  expect(whyClosed('follow-up', at('re-evaluation-due'))).toBe('integrating')
  expect(whyClosed('follow-up', at(undefined))).toBe('integrating')
  expect(whyClosed('follow-up', at(undefined, { hasClosedSession: true }))).toBeUndefined()
})

test('taking access back is never closed to somebody who has people', () => {
  for (const state of ENROLMENT_STATES)
    expect(whyClosed('people', at(state, { hasPeople: true })), state).toBeUndefined()
  expect(whyClosed('inviting', at('registered', { hasPeople: true }))).toBe('accepted')
})

test('a closed page says what it waits for, or that this way has ended', () => {
  expect(whyClosed('check-in', at('registered'))).toBe('consented')
  expect(whyClosed('plan', at('in-review'))).toBe('accepted')
  expect(whyClosed('booking', at('accepted'))).toBe('supplied')
  expect(whyClosed('plan', at('declined'))).toBe('declined')
  expect(whyClosed('plan', at('discharged', { been: ['registered'] }))).toBe('ended')
})

test('without a way nothing but what asks about a session is closed', () => {
  const closed = OWN_PAGES.filter((page) => whyClosed(page, at(undefined)) !== undefined)
  expect(closed).toEqual(['follow-up'])
})
