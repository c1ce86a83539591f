/**
 * The dosing session as a state machine: what each event does.
 *
 * What happened in the room counts even when it was not allowed; what lets the session go on counts only when it
 * was. Source and sign-off: docs/clinical/session.md
 */
import { measuredAnew, measuredWith } from './ending.ts'
import { countsAlways, instantOf, knewOf, refOf, type SessionEvent } from './events.ts'
import type { Merged, MergedEvent } from './merge.ts'
import { afterStop, type SessionNumbers } from './phases.ts'
import { refusalOf } from './refusal.ts'
import {
  type Alert,
  type AlertKind,
  type AlertLevel,
  certainMinutes,
  NEW_SESSION,
  type Receipts,
  type Refused,
  type Session,
} from './state.ts'
import { againstPlan } from './units.ts'

const LEVELS: Record<AlertKind, AlertLevel> = {
  'help-asked': 'person-now',
  emergency: 'emergency',
  'possible-overdose': 'person-now',
  'units-to-confirm': 'confirm',
  'one-dose-to-confirm': 'confirm',
  'dose-not-allowed': 'person-now',
  'stopped-after-dose': 'person-now',
  'support-person-gone': 'person-now',
  'not-safe': 'person-now',
  'log-broken': 'person-now',
}

/** The session after all its events, in the order of `merge`. Total: there is no event it cannot take. */
export function runSession(
  { events, logs }: Merged,
  numbers: SessionNumbers,
  receipts: Receipts = {},
): Session {
  const broken = logs.filter(({ state }) => state === 'broken')
  const start = broken.reduce(
    (session, { deviceId, verifiedTo }) => raise(session, 'log-broken', `${deviceId}/${verifiedTo + 1}`),
    NEW_SESSION,
  )
  return events.reduce((session, event) => step(session, event, numbers, receipts), start)
}

function step(
  before: Session,
  { event, isVerified }: MergedEvent,
  numbers: SessionNumbers,
  receipts: Receipts,
): Session {
  const session = noteMeasured(noteWhoKnows(before, event), { event, isVerified }, receipts)
  const why = refusalOf(session, event, numbers, receipts)
  if (!countsAlways(event.what.kind)) {
    if (!isVerified) return setAside(session, event, 'not-verified')
    if (why !== undefined) return setAside(session, event, why)
  }
  return apply(session, event, why, numbers, receipts)
}

function apply(
  session: Session,
  event: SessionEvent,
  why: Refused | undefined,
  numbers: SessionNumbers,
  receipts: Receipts,
): Session {
  const { what } = event
  const ref = refOf(event)
  switch (what.kind) {
    case 'preparing':
      return { ...session, stage: 'preparing' }
    case 'judged':
      return unready({
        ...session,
        judged: { ...session.judged, [what.part]: { ref, findings: what.findings, opened: [] } },
      })
    case 'opened':
      return { ...session, judged: opened(session.judged, what.judgement, what.ruleId) }
    case 'line-checked':
      return lineChecked(session, what.hasVoiceLine)
    case 'offline-announced':
      return { ...session, offline: { how: what.how, callsAt: what.callsAt } }
    case 'made-ready':
      return { ...session, stage: 'ready-for-dose' }
    case 'paused':
      return isBeforeDose(session) ? { ...session, isPaused: true } : session
    case 'resumed':
      return { ...session, isPaused: false }
    case 'held':
      return isBeforeDose(session) ? unready({ ...session, heldFor: what.reason }) : session
    case 'released': {
      const { heldFor: _, ...released } = session
      return released
    }
    case 'aborted':
      return stopped(session, event, numbers, 'aborted')
    case 'stop':
      return stopped(session, event, numbers, 'stopped')
    case 'dose-started':
      return doseStarted(session, event, why, numbers)
    case 'more-taken':
      return raise(swallowed(session, event), 'possible-overdose', ref)
    case 'look-in':
      return what.isWell && (what.waking ?? 'at-once') === 'at-once' ? session : withoutEndList(session)
    case 'comfort-needed':
      return withoutEndList(session)
    case 'help-asked':
    case 'emergency':
      return raise(withoutEndList(session), what.kind, ref)
    case 'support-person-gone':
      return raise(unready({ ...session, isSupportPersonGone: true }), what.kind, ref)
    case 'not-safe':
      return raise(unready(session), what.kind, ref)
    case 'support-person-back':
      return { ...session, isSupportPersonGone: false }
    case 'alert-settled':
      return {
        ...session,
        alerts: session.alerts.map((alert) =>
          alert.key === what.alert ? { ...alert, settledBy: ref } : alert,
        ),
      }
    case 'end-list':
      return {
        ...session,
        endList: {
          ref,
          answers: what.answers,
          minutesSinceDose: certainMinutes(session, event, receipts) ?? 0,
        },
      }
    case 'closed':
      return { ...session, stage: 'complete' }
    case 'call-answered':
    case 'stands-up':
    case 'tonight':
    case 'distress':
    case 'vitals':
      return session
  }
}

const isBeforeDose = ({ stage }: Session) =>
  stage === 'not-ready' || stage === 'preparing' || stage === 'ready-for-dose'

/** What was ready is looked at again: a new judgement, a hold, a lost line or a person gone takes it back. */
const unready = (session: Session): Session =>
  session.stage === 'ready-for-dose' ? { ...session, stage: 'preparing' } : session

function lineChecked(session: Session, hasVoiceLine: boolean): Session {
  const checked = { ...session, hasVoiceLine }
  return hasVoiceLine || session.offline ? checked : unready(checked)
}

const opened = (judged: Session['judged'], ref: string, ruleId: string): Session['judged'] => {
  const open = (part: 'patient' | 'support-person'): Session['judged'] => {
    const judgement = judged[part]
    return judgement?.ref === ref ? { [part]: { ...judgement, opened: [...judgement.opened, ruleId] } } : {}
  }
  return { ...judged, ...open('patient'), ...open('support-person') }
}

/** A stop is never refused. Before the dose the session is over; after it, watched until it is closed. */
function stopped(
  session: Session,
  event: SessionEvent,
  numbers: SessionNumbers,
  stage: 'stopped' | 'aborted',
): Session {
  const ref = refOf(event)
  const stop = session.stop ?? { ref, after: afterStop(certainMinutes(session, event), numbers) }
  if (isBeforeDose(session)) return { ...session, stop, stage }
  return session.stage === 'dosed' ? raise({ ...session, stop }, 'stopped-after-dose', ref) : session
}

/**
 * One dose, whoever taps. Somebody who knew of it and taps again may have taken a second one; so may somebody who
 * says more units than the plan.
 */
function doseStarted(
  session: Session,
  event: SessionEvent,
  why: Refused | undefined,
  numbers: SessionNumbers,
): Session {
  const ref = refOf(event)
  const earlier = session.swallows.map(({ event: other }) => other)
  const after = counted(swallowed(session, event), event, numbers)
  if (earlier.length === 0) return why === undefined ? after : raise(after, 'dose-not-allowed', ref)
  const isSecond = earlier.some((other) => knewOf(event, other) || isFarFrom(event, other, numbers))
  return raise(after, isSecond ? 'possible-overdose' : 'one-dose-to-confirm', ref)
}

function counted(session: Session, event: SessionEvent, { plannedUnits }: SessionNumbers): Session {
  const { what } = event
  const units = what.kind === 'dose-started' ? againstPlan(what.units, plannedUnits) : 'as-planned'
  if (units === 'as-planned') return session
  return raise(session, units === 'more' ? 'possible-overdose' : 'units-to-confirm', refOf(event))
}

/** Farther apart than a dose is held, on clocks that can be compared. */
function isFarFrom(a: SessionEvent, b: SessionEvent, { holdMinutes = 0 }: SessionNumbers): boolean {
  if (a.clockOffsetMs === undefined || b.clockOffsetMs === undefined) return false
  return Math.abs(instantOf(a) - instantOf(b)) > holdMinutes * 60_000
}

/**
 * Whatever had come before, from here on somebody is watched: also when the session was over. Who had stopped
 * before that is told to spit it out.
 */
function swallowed(session: Session, event: SessionEvent): Session {
  const { stop, swallows } = session
  const swallow = { event, firstKnownOn: { [event.deviceId]: event.deviceAt } }
  return {
    ...withoutEndList({ ...session, stage: 'dosed' }),
    swallows: [...swallows, swallow],
    measured: measuredAnew(session.measured),
    ...(stop?.after === 'nothing' && { stop: { ...stop, after: 'spit-and-rinse' as const } }),
  }
}

/** A closed session keeps what it was closed on. */
const noteMeasured = (session: Session, { event, isVerified }: MergedEvent, receipts: Receipts): Session =>
  session.stage === 'complete'
    ? session
    : {
        ...session,
        measured: measuredWith(session.measured, event, {
          minutes: certainMinutes(session, event, receipts),
          isVerified,
        }),
      }

/** A device that writes an event knowing of a swallow knows of it from then on, by its own clock. */
function noteWhoKnows(session: Session, event: SessionEvent): Session {
  const swallows = session.swallows.map((one) =>
    event.deviceId in one.firstKnownOn || !knewOf(event, one.event)
      ? one
      : { ...one, firstKnownOn: { ...one.firstKnownOn, [event.deviceId]: event.deviceAt } },
  )
  return { ...session, swallows }
}

/** A list that was complete before something happened is not complete any more. A closed session keeps its own. */
function withoutEndList(session: Session): Session {
  if (session.stage === 'complete') return session
  const { endList: _, ...rest } = session
  return rest
}

function raise(session: Session, kind: AlertKind, from: string): Session {
  const key = `${kind}:${from}`
  if (session.alerts.some((alert) => alert.key === key)) return session
  const alert: Alert = { key, kind, level: LEVELS[kind], ...(kind !== 'log-broken' && { from }) }
  return { ...session, alerts: [...session.alerts, alert] }
}

const setAside = (session: Session, event: SessionEvent, why: Refused): Session => ({
  ...session,
  setAside: [...session.setAside, { ref: refOf(event), why }],
})
