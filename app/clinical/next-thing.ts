/**
 * The one next thing on a person's way: what their first page says, whatever state they are in.
 *
 * It plans nothing and moves nobody. Source and sign-off: docs/clinical/enrolment.md
 */
import { addDays, type Day } from './calendar-day.ts'
import { type EnrolmentState, isStopped } from './enrolment.ts'
import { pcl5Week } from './instruments/pcl-5-week.ts'
import type { ScheduleLimits } from './protocol/follow-up.ts'
import { type Ask, nextAsk, schedule } from './schedule.ts'

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
  /** Something was taken in it. */
  isDosed?: boolean
  /** Once it has closed. */
  endedOn?: Day
  isNextDayToldOf: boolean
  /** The day of the integration appointment, where one stands. */
  meetingOn?: Day
  /** The last questions about the week. */
  followedUpOn?: Day
  /** How often those are asked, by the protocol the session was booked under. */
  followUpEveryDays?: number
  /** When a long scale was answered, this one or another, and how much that protocol lets be asked. */
  heavyOn?: readonly Day[]
  burden?: ScheduleLimits
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
  const watched = afterLeaving(standing, today)
  if (watched !== undefined) return watched
  if (state === 'paused') return CAN_RESUME.includes(pausedFrom) ? 'paused-early' : 'paused'
  if (state === 'ready') {
    if (sessionOn === undefined || endedOn !== undefined) return 'prepare'
    return sessionOn <= today ? 'session-today' : 'session-ahead'
  }
  return state === 'integrating' ? afterSession(standing, today) : BY_STATE[state]
}

/**
 * Of somebody who paused or left after a dose: the session until it is closed, the evening, and the check of the day
 * after. That is safety, and ends with no programme. Unanswered, it stays open beside what comes then.
 */
function afterLeaving(standing: Standing, today: Day): NextThing | undefined {
  const { state, pausedFrom, isDosed = false, endedOn, isNextDayToldOf } = standing
  if (!isStopped(state) || !isDosed) return undefined
  if (endedOn === undefined) return pausedFrom === 'recovering' ? 'resting' : 'in-session'
  if (isNextDayToldOf) return undefined
  if (endedOn === today) return 'resting'
  return addDays(endedOn, 1) === today ? 'next-day' : undefined
}

/** How somebody is comes before everything else; nothing is asked before its day. */
function afterSession(standing: Standing, today: Day): NextThing {
  // Nothing is asked on the evening itself.
  if (!standing.isNextDayToldOf) return standing.endedOn === today ? 'resting' : 'next-day'
  if (isFollowUpDue(standing, today)) return 'follow-up'
  return standing.meetingOn !== undefined && standing.meetingOn >= today ? 'meet' : 'deciding'
}

/**
 * The questions about the week, with the day they are due: so many days after the session, and after each answer again.
 *
 * @returns undefined when there was no session, or nobody signed how often
 */
export function followUpAsk({ endedOn, followedUpOn, followUpEveryDays }: Standing): Ask | undefined {
  if (endedOn === undefined || followUpEveryDays === undefined || followUpEveryDays <= 0) return undefined
  const firstOn = addDays(endedOn, followUpEveryDays)
  if (firstOn === undefined) return undefined
  const answeredOn = followedUpOn !== undefined && followedUpOn > endedOn ? followedUpOn : undefined
  const { code, items } = pcl5Week
  const what = { instrument: code, questions: items.length, isHeavy: true } as const
  return nextAsk({ ...what, firstOn, everyDays: followUpEveryDays }, answeredOn)
}

/** Due, and not too much today beside what was asked before: the schedule has a place for it. */
function isFollowUpDue(standing: Standing, today: Day): boolean {
  const ask = followUpAsk(standing)
  if (ask === undefined) return false
  const { sessionOn, burden = {}, heavyOn = [] } = standing
  // Nothing daily is asked after a session yet, so no day of the watch is full.
  const span = { today, days: 1, watchDays: 0, sessionDays: sessionOn === undefined ? [] : [sessionOn] }
  const before = heavyOn.map((on) => ({ on, questions: ask.questions, isHeavy: true }))
  return schedule([ask], span, burden, before).days.some(({ asks }) => asks.length > 0)
}
