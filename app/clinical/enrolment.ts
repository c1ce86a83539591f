/**
 * One person's way through the programme, step by step, and who may take each step.
 *
 * Nothing here ends a session: one that is under way is watched until `session.ts` says it is closed, whatever
 * becomes of the enrolment. Source and sign-off: docs/clinical/enrolment.md
 */

export const ENROLMENT_STATES = [
  'assessed',
  'registered',
  'consented',
  'intake-complete',
  'in-review',
  'declined',
  'accepted',
  'supplied',
  'ready',
  'session-day',
  'in-session',
  'recovering',
  'integrating',
  're-evaluation-due',
  'paused',
  'completed',
  'discharged',
] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

export const ENDED = ['declined', 'completed', 'discharged'] as const satisfies readonly EnrolmentState[]
const STOPPED: readonly EnrolmentState[] = ['paused', 'completed', 'discharged']

/** The way is over, or was not the right one: nobody is asked for anything in it any more. */
export const hasEnded = (state: EnrolmentState | undefined): boolean => ENDED.some((end) => end === state)

/** A break, or an end of somebody who was on the way: what the off-ramp comes with. */
export const isStopped = (state: EnrolmentState | undefined): boolean =>
  state !== undefined && STOPPED.includes(state)

/** `system`: a clock or a record of ours, such as a delivery that arrived or a session that was closed. */
export type EnrolmentRole =
  | 'patient'
  | 'support-person'
  | 'prescriber'
  | 'care-coordinator'
  | 'medical-director'
  | 'system'

/** What somebody may ask for while they are watched after a dose; it is taken when that is over. */
export type Wished = Extract<EnrolmentState, 'paused' | 'discharged'>

export type Enrolment = {
  state: EnrolmentState
  /** Epoch milliseconds. */
  sinceAt: number
  /** Where a paused one goes on. */
  pausedFrom?: EnrolmentState
}

export type EnrolmentStep = {
  to: EnrolmentState
  role: EnrolmentRole
  /** Epoch milliseconds. */
  at: number
  reason?: string
}

type Way = { roles: readonly EnrolmentRole[]; needsReason?: true }
type Ways = Partial<Record<EnrolmentState, Way>>

const PATIENT: Way = { roles: ['patient'] }
const PRESCRIBER: Way = { roles: ['prescriber'] }
const PRESCRIBER_WITH_REASON: Way = { roles: ['prescriber'], needsReason: true }
const IN_THE_ROOM: Way = { roles: ['patient', 'support-person', 'prescriber'] }

const WAYS: Record<Exclude<EnrolmentState, 'paused'>, Ways> = {
  assessed: { registered: PATIENT },
  registered: { consented: PATIENT },
  consented: { 'intake-complete': { roles: ['patient', 'care-coordinator'] } },
  'intake-complete': { 'in-review': { roles: ['prescriber', 'care-coordinator', 'system'] } },
  'in-review': {
    accepted: PRESCRIBER,
    declined: PRESCRIBER_WITH_REASON,
    // Something is still open: the person is asked, not turned away.
    'intake-complete': { roles: ['prescriber', 'care-coordinator'], needsReason: true },
  },
  declined: {},
  accepted: { supplied: { roles: ['care-coordinator', 'system'] } },
  supplied: { ready: { roles: ['prescriber', 'care-coordinator', 'system'] } },
  ready: {
    'session-day': { roles: ['patient', 'care-coordinator', 'system'] },
    're-evaluation-due': { roles: ['prescriber', 'system'] },
  },
  'session-day': {
    'in-session': IN_THE_ROOM,
    // Not today, from whoever says it: no reason, nothing lost.
    ready: { roles: ['patient', 'support-person', 'prescriber', 'care-coordinator', 'system'] },
  },
  'in-session': {
    recovering: { roles: ['patient', 'support-person', 'prescriber', 'system'] },
    // Stopped before the dose.
    ready: { roles: ['patient', 'support-person', 'prescriber', 'system'] },
  },
  // The patient's device closes nothing.
  recovering: { integrating: { roles: ['support-person', 'prescriber', 'system'] } },
  integrating: {
    ready: { roles: ['prescriber', 'care-coordinator', 'system'] },
    're-evaluation-due': { roles: ['prescriber', 'system'] },
    completed: PRESCRIBER,
  },
  're-evaluation-due': { accepted: PRESCRIBER, ready: PRESCRIBER, completed: PRESCRIBER_WITH_REASON },
  completed: {},
  discharged: {},
}

/** From everywhere that has not ended. A patient needs no reason to stop for a while, or for good. */
const PAUSE: Way = { roles: ['patient', 'prescriber', 'care-coordinator', 'medical-director'] }
const DISCHARGE: Way = { roles: ['patient', 'prescriber', 'medical-director'] }

/** Where a pause came from a day that is over, the person goes on from what is true after it. */
const GOES_ON_AT: Partial<Record<EnrolmentState, EnrolmentState>> = {
  'session-day': 'ready',
  'in-session': 'integrating',
  recovering: 'integrating',
}
const BEFORE_ACCEPTED: readonly EnrolmentState[] = [
  'assessed',
  'registered',
  'consented',
  'intake-complete',
  'in-review',
]

/** Every step there is from here, whoever takes it. */
export function waysFrom({
  state,
  pausedFrom,
}: Pick<Enrolment, 'state' | 'pausedFrom'>): ReadonlyMap<EnrolmentState, Way> {
  if (state === 'discharged') return new Map()
  const leaving: Ways = state === 'paused' ? resuming(pausedFrom) : { ...WAYS[state], ...pausing(state) }
  return new Map(Object.entries({ ...leaving, discharged: DISCHARGE }) as [EnrolmentState, Way][])
}

const pausing = (state: EnrolmentState): Ways => (hasEnded(state) ? {} : { paused: PAUSE })

/** What was true before a pause may not be any more: once somebody is under treatment, a prescriber resumes. */
function resuming(pausedFrom: EnrolmentState = 'in-review'): Ways {
  const isEarly = BEFORE_ACCEPTED.includes(pausedFrom)
  const resumed = {
    [GOES_ON_AT[pausedFrom] ?? pausedFrom]: isEarly
      ? { roles: ['patient', 'prescriber', 'care-coordinator'] }
      : PRESCRIBER,
  }
  return isEarly ? resumed : { ...resumed, 're-evaluation-due': PRESCRIBER }
}

/** What comes with a step beside the new state. `off-ramp`: stop visit, last measures, what to do if it returns. */
export type Follows = 'off-ramp'

export type StepResult =
  | { isTaken: true; enrolment: Enrolment; follows: readonly Follows[] }
  /** Nobody's fault: what can be done from here, and by whom, stands beside it. */
  | {
      isTaken: false
      why: WhyNot
      from: EnrolmentState
      possible: { to: EnrolmentState; roles: readonly EnrolmentRole[] }[]
    }

/** `ended`: this one is over, and a new one can begin. `earlier`: its time lies before the last step. */
export type WhyNot = 'ended' | 'out-of-order' | 'somebody-else' | 'reason-needed' | 'earlier'

/** Takes one step, or says kindly why not. Never throws, and changes nothing it was given. */
export function takeStep(enrolment: Enrolment, step: EnrolmentStep): StepResult {
  const ways = waysFrom(enrolment)
  const way = ways.get(step.to)
  const why = whyNot(enrolment, step, ways.size, way)
  if (why !== undefined) {
    const possible = [...ways].map(([to, { roles }]) => ({ to, roles }))
    return { isTaken: false, why, from: enrolment.state, possible }
  }
  const next: Enrolment = { state: step.to, sinceAt: step.at }
  return {
    isTaken: true,
    enrolment: step.to === 'paused' ? { ...next, pausedFrom: enrolment.state } : next,
    follows: isStopped(step.to) ? ['off-ramp'] : [],
  }
}

function whyNot(
  { sinceAt }: Enrolment,
  step: EnrolmentStep,
  ways: number,
  way: Way | undefined,
): WhyNot | undefined {
  if (ways === 0) return 'ended'
  if (!way) return 'out-of-order'
  if (!way.roles.includes(step.role)) return 'somebody-else'
  if (needsReason(way, step) && (step.reason ?? '').trim() === '') return 'reason-needed'
  return step.at >= sinceAt ? undefined : 'earlier'
}

/** Staff say why they pause or discharge somebody; the person themselves never has to. */
const needsReason = ({ needsReason: always }: Way, { to, role }: EnrolmentStep): boolean =>
  always === true || ((to === 'paused' || to === 'discharged') && role !== 'patient')
