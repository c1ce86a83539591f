/**
 * Which of their own pages are open to somebody, by where they stand, and what a closed one waits for.
 *
 * What was reached once stays open to read, through a break and after the end. Somebody the practice sees without a way
 * of the programme is held up by nothing but what asks about a session.
 * Source and sign-off: docs/clinical/enrolment.md
 */
import { type EnrolmentState, hasEnded } from './enrolment.ts'

/** `preparing`, `inviting`: to write there; the page itself is `prepare`, `people`. */
export const OWN_PAGES = [
  'check-in',
  'progress',
  'plan',
  'supply',
  'prepare',
  'preparing',
  'people',
  'inviting',
  'booking',
  'follow-up',
] as const
export type OwnPage = (typeof OWN_PAGES)[number]

/** What comes first: the texts signed, a plan signed, what was ordered there, a session that has closed. */
export type ComesFirst = 'consented' | 'accepted' | 'supplied' | 'integrating'
/** `declined`: this way was not the right one. `ended`: there is nothing to add any more. */
export type WhyClosed = ComesFirst | 'declined' | 'ended'

const FIRST: Record<OwnPage, ComesFirst> = {
  'check-in': 'consented',
  progress: 'consented',
  plan: 'accepted',
  supply: 'accepted',
  prepare: 'accepted',
  preparing: 'accepted',
  people: 'accepted',
  inviting: 'accepted',
  booking: 'supplied',
  'follow-up': 'integrating',
}
const WHILE_IT_GOES_ON: readonly OwnPage[] = ['preparing', 'inviting']

const IN_ORDER: readonly EnrolmentState[] = [
  ...(['assessed', 'registered', 'consented', 'intake-complete', 'in-review', 'accepted'] as const),
  ...(['supplied', 'ready', 'session-day', 'in-session', 'recovering', 'integrating'] as const),
]
/** States beside the order, by the furthest that is certain from them alone. */
const AS_FAR_AS: Partial<Record<EnrolmentState, EnrolmentState>> = {
  declined: 'in-review',
  're-evaluation-due': 'ready',
  completed: 'ready',
}

/** Where somebody stands and has been. */
export type Been = {
  state: EnrolmentState | undefined
  pausedFrom?: EnrolmentState | undefined
  been: readonly EnrolmentState[]
  hasClosedSession: boolean
  /** There is somebody whose access they could take back: that is never closed. */
  hasPeople: boolean
}

/** @returns undefined where the page is open */
export function whyClosed(page: OwnPage, standing: Been): WhyClosed | undefined {
  const { state, hasPeople } = standing
  const first = FIRST[page]
  if (state === undefined) return first === 'integrating' && !hasReached(first, standing) ? first : undefined
  const isEnded = hasEnded(state)
  if (!hasReached(first, standing)) {
    if (page === 'people' && hasPeople) return undefined
    return state === 'declined' ? 'declined' : isEnded ? 'ended' : first
  }
  return isEnded && WHILE_IT_GOES_ON.includes(page) ? 'ended' : undefined
}

function hasReached(stage: ComesFirst, { state, pausedFrom, been, hasClosedSession }: Been): boolean {
  if (stage === 'integrating' && hasClosedSession) return true
  return [state, pausedFrom, ...been].some((one) => one !== undefined && rank(one) >= rank(stage))
}

const rank = (state: EnrolmentState): number => IN_ORDER.indexOf(AS_FAR_AS[state] ?? state)
