/**
 * Brings one of the demo's people to where they are on their way, by what they, those beside them and the staff
 * would have done, at times in the past. Each thing has an id of its own and each state is left once: broken off
 * anywhere, the next time goes on from what was reached.
 */
import type { EnrolmentState } from '../../app/clinical/enrolment.ts'
import {
  askPeople,
  becomeReady,
  decide,
  haveSession,
  meetAndAnswer,
  prepareFirst,
  showTherapist,
  tellAfter,
  tellBeside,
  tellOwnDay,
} from './session-and-after.ts'
import { stateOf, type Traveller } from './traveller.ts'
import {
  decline,
  deliver,
  lookThrough,
  makePlan,
  order,
  record,
  recordLicence,
  register,
  signConsents,
  takeUp,
  tellFirst,
  tellRest,
} from './until-supplied.ts'

type Act = (traveller: Traveller) => Promise<void>
type Stage = {
  state: EnrolmentState
  /** Done in this state by everybody who gets here; harmless to repeat. */
  here: readonly Act[]
  /** Done by those who go further; the last of it leads out of this state. */
  onward: readonly Act[]
}

const INTAKE_SEEN = 'Asked about it in the visit.'
const SESSION_SEEN = 'Read, and spoken about.'

/** A session that began goes on by itself, so two states are not left from here. */
const MAIN_WAY: readonly Stage[] = [
  { state: 'registered', here: [], onward: [signConsents] },
  { state: 'consented', here: [tellFirst], onward: [tellRest] },
  { state: 'intake-complete', here: [], onward: [takeUp] },
  { state: 'in-review', here: [record], onward: [lookThrough(INTAKE_SEEN), makePlan] },
  { state: 'accepted', here: [recordLicence, order], onward: [deliver] },
  { state: 'supplied', here: [prepareFirst, askPeople, showTherapist], onward: [becomeReady] },
  { state: 'ready', here: [], onward: [tellOwnDay] },
  { state: 'session-day', here: [], onward: [tellBeside, haveSession] },
  { state: 'integrating', here: [tellAfter], onward: [] },
]

/** Where somebody leaves the main way, and how. */
const TURNS: Partial<Record<EnrolmentState, { from: EnrolmentState; acts: readonly Act[] }>> = {
  declined: { from: 'in-review', acts: [lookThrough(INTAKE_SEEN), decline] },
  discharged: { from: 'supplied', acts: [decide('discharged')] },
  paused: { from: 'ready', acts: [decide('paused')] },
  're-evaluation-due': {
    from: 'integrating',
    acts: [meetAndAnswer, lookThrough(SESSION_SEEN), decide('re-evaluation-due')],
  },
  completed: { from: 'integrating', acts: [meetAndAnswer, lookThrough(SESSION_SEEN), decide('completed')] },
}

/**
 * Harmless to repeat. Somebody whom a visitor has taken elsewhere stays there.
 *
 * @throws AppError for an act that is refused; whatever `signal` throws
 */
export async function goOn(traveller: Traveller): Promise<void> {
  const turn = TURNS[traveller.way.state]
  const last = turn?.from ?? traveller.way.state
  await register(traveller)
  for (const { state, here, onward } of MAIN_WAY) {
    if ((await stateOf(traveller)) === state) {
      const further = state === last ? (turn?.acts ?? []) : onward
      for (const act of [...here, ...further]) await act(traveller)
    }
    if (state === last) return
  }
}
