/**
 * The one next thing on a person's way: what their first page says, whatever state they are in.
 *
 * It plans nothing and moves nobody. Source: product.md, "The journey"; look.md, one thing with why.
 * Sign-off: docs/clinical/enrolment.md
 */
import { addDays, type Day } from './calendar-day.ts'
import type { EnrolmentState } from './enrolment.ts'
import { nextAsk } from './schedule.ts'

export const NEXT_THINGS = [
  'register',
  'sign',
  'tell',
  'sent',
  'in-review',
  'declined',
  'plan',
  'prepare',
  'session-ahead',
  'session-today',
  'in-session',
  'resting',
  'next-day',
  'follow-up',
  'meet',
  'deciding',
  're-evaluation',
  'paused-early',
  'paused',
  'completed',
  'left',
] as const
export type NextThing = (typeof NEXT_THINGS)[number]

/** Where somebody stands. Days are calendar days where the practice is. */
export type Standing = {
  state: EnrolmentState
  pausedFrom?: EnrolmentState
  /** Of the latest session that was not called off. */
  sessionOn?: Day
  /** Once it has closed. */
  endedOn?: Day
  isNextDayToldOf: boolean
  /** The day of the integration appointment, where one stands. */
  meetingOn?: Day
  /** The last questions about the week. */
  followedUpOn?: Day
  /** How often those are asked, by the protocol the session was booked under. */
  followUpEveryDays?: number
}

const BY_STATE: Record<Exclude<EnrolmentState, 'ready' | 'integrating' | 'paused'>, NextThing> = {
  assessed: 'register',
  registered: 'sign',
  consented: 'tell',
  'intake-complete': 'sent',
  'in-review': 'in-review',
  declined: 'declined',
  accepted: 'plan',
  supplied: 'prepare',
  'session-day': 'session-today',
  'in-session': 'in-session',
  recovering: 'resting',
  're-evaluation-due': 're-evaluation',
  completed: 'completed',
  discharged: 'left',
}
const CAN_RESUME: readonly (EnrolmentState | undefined)[] = [
  'assessed',
  'registered',
  'consented',
  'intake-complete',
  'in-review',
]

/** Total: every state has exactly one next thing. */
export function nextThing(standing: Standing, today: Day): NextThing {
  const { state, pausedFrom, sessionOn, endedOn } = standing
  if (state === 'paused') return CAN_RESUME.includes(pausedFrom) ? 'paused-early' : 'paused'
  if (state === 'ready') {
    if (sessionOn === undefined || endedOn !== undefined) return 'prepare'
    return sessionOn <= today ? 'session-today' : 'session-ahead'
  }
  return state === 'integrating' ? afterSession(standing, today) : BY_STATE[state]
}

/** How somebody is comes before everything else; nothing is asked before its day. */
function afterSession(standing: Standing, today: Day): NextThing {
  // Nothing is asked on the evening itself.
  if (!standing.isNextDayToldOf) return standing.endedOn === today ? 'resting' : 'next-day'
  if (isFollowUpDue(standing, today)) return 'follow-up'
  return standing.meetingOn !== undefined && standing.meetingOn >= today ? 'meet' : 'deciding'
}

/**
 * When the questions about the week are due: so many days after the session, and after each answer again.
 *
 * @returns undefined when there was no session, or nobody signed how often
 */
export function followUpDueOn({ endedOn, followedUpOn, followUpEveryDays }: Standing): Day | undefined {
  if (endedOn === undefined || followUpEveryDays === undefined || followUpEveryDays <= 0) return undefined
  const firstOn = addDays(endedOn, followUpEveryDays)
  if (firstOn === undefined) return undefined
  const answeredOn = followedUpOn !== undefined && followedUpOn > endedOn ? followedUpOn : undefined
  const what = { instrument: 'pcl-5-week', questions: 20 }
  return nextAsk({ ...what, firstOn, everyDays: followUpEveryDays }, answeredOn)?.dueOn
}

const isFollowUpDue = (standing: Standing, today: Day): boolean => {
  const dueOn = followUpDueOn(standing)
  return dueOn !== undefined && dueOn <= today
}
