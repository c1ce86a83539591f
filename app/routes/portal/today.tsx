import { type Permit, readInScope } from '../../access/permit.ts'
import { listAsksDue } from '../../care/course-asks.ts'
import type { CourseAsk } from '../../clinical/course/asks.ts'
import { type EnrolmentState, hasEnded, isStopped } from '../../clinical/enrolment.ts'
import { nextThing, type Standing } from '../../clinical/next-thing.ts'
import { gateWords } from '../../content/gate-words.ts'
import type { Language, Words } from '../../content/words.ts'
import { dutyAt } from '../../records/duty.ts'
import { findOwnStep, type OwnStep } from '../../records/own-steps.ts'
import { getPatient } from '../../records/patients.ts'
import { findLatestResponse, type LatestResponse } from '../../records/questionnaire-responses.ts'
import { findWay, findWaySession, type Way, type WaySession } from '../../records/way.ts'
import { type Clockface, calendarDay, clockface } from '../../system/time.ts'
import { type CheckInState, TodayPage } from '../../ui/pages/today.tsx'
import { type AlsoOpen, WayToday } from '../../ui/pages/way-today.tsx'
import type { ToldView } from '../../ui/told.tsx'
import { ownRecord, type RouteContext } from '../route.ts'
import { hrefOf } from './follow-up-more.tsx'
import { isOwnStep, ownStepTold } from './told.ts'

/** A check-in looks back on a month: until the next is due, the last one stands. */
const CHECK_IN_EVERY_MS = 28 * 24 * 3_600_000

/** The patient's first page: the next thing, and what became of the last. */
export const today = ownRecord('GET', '/portal', 'read-today', async (c, permit) => {
  const { words, language, services } = c.var
  const now = services.now()
  const [patient, way] = await readInScope(services.db, permit, (scope) =>
    Promise.all([getPatient(scope), findWay(scope)]),
  )
  const more = way && (await readMore(c, permit, way))
  // Hardly anybody is without a way: everybody else's page does without this question.
  const latest = way ? undefined : await readInScope(services.db, permit, findLatestResponse)
  const zone = services.practice.timeZone
  const face = clockface(language, zone)
  const hour = face.hour(now)
  const partOfDay = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const greeting = words.portal.greeting[partOfDay](patient.givenName)
  return c.var.page({
    area: 'portal',
    title: words.portal.title,
    body: way ? (
      <WayToday
        words={words}
        greeting={greeting}
        {...wayView(words, { ...way, ...more }, { now, zone, face })}
        gaps={gapsOf({ ...way, ...more }, language)}
      />
    ) : (
      <TodayPage words={words.portal} greeting={greeting} checkIn={stateOf(latest, now, face)} />
    ),
  })
})

function stateOf(latest: LatestResponse | undefined, now: Date, face: Clockface): CheckInState {
  if (!latest || now.getTime() - latest.authoredAt.getTime() >= CHECK_IN_EVERY_MS) return { state: 'due' }
  const sentAt = face.instant(latest.authoredAt)
  if (!latest.seen) return { state: 'sent', sentAt }
  return { state: 'seen', sentAt, seenAt: face.instant(latest.seen.at), seenBy: latest.seen.by }
}

type More = {
  session?: WaySession | undefined
  /** What is asked again and due, beside the week. */
  asksDue?: readonly CourseAsk[]
  isCovered?: boolean
  ownStep?: OwnStep | undefined
}

const BEFORE_OR_AFTER_SESSION: readonly EnrolmentState[] = [
  ...(['ready', 'session-day', 'in-session', 'recovering', 'integrating', 're-evaluation-due'] as const),
]
/** Of these, where questions between sessions may be due. */
const BETWEEN_SESSIONS: readonly EnrolmentState[] = ['ready', 'integrating']
const WITH_THE_PRACTICE: readonly EnrolmentState[] = ['intake-complete', 'in-review']

/** What the page says beyond the way itself. In most states that is nothing, and the record is not asked again. */
async function readMore(c: RouteContext, permit: Permit<'read-today'>, way: Way): Promise<More> {
  const { db } = c.var.services
  const now = c.var.services.now()
  if (BETWEEN_SESSIONS.includes(way.state)) {
    const [session, asksDue] = await readInScope(db, permit, (scope) =>
      Promise.all([findWaySession(scope), listAsksDue(scope, c.var.language, now)]),
    )
    return { session, ...(mayBeAsked(way, session) && { asksDue }) }
  }
  if (BEFORE_OR_AFTER_SESSION.includes(way.state))
    return { session: await readInScope(db, permit, findWaySession) }
  if (WITH_THE_PRACTICE.includes(way.state))
    return { isCovered: (await readInScope(db, permit, (scope) => dutyAt(scope, now))) !== undefined }
  if (!isStopped(way.state)) return {}
  // A session may be open behind it, or its next day ahead.
  const [session, ownStep] = await readInScope(db, permit, (scope) =>
    Promise.all([findWaySession(scope), findOwnStep(scope)]),
  )
  return { session, ...(isOwnStep(way) && { ownStep }) }
}

/** After a first session, and once the day after the last is told. */
const mayBeAsked = ({ steps }: Way, session: WaySession | undefined): boolean =>
  steps.some(({ to }) => to === 'integrating') && session?.untoldEndedAt === undefined

/** Before the session alone: what its day rests on and is gone, each in a sentence. */
const gapsOf = ({ state, session }: Way & More, language: Language): string[] =>
  state === 'ready' || state === 'session-day'
    ? (session?.gaps ?? []).map((gap) => gateWords[language].booking[gap])
    : []

type Clock = { now: Date; zone: string; face: Clockface }

function wayView(words: Words, way: Way & More, { now, zone, face }: Clock) {
  const standing = standingOf(way, zone)
  const next = nextThing(standing, calendarDay(now, zone))
  return {
    next,
    when: whenOf(words.way, way, next, face),
    told: toldOf(way, next, face),
    withoutPerson: isWithoutPerson(way, next),
    wish: way.wish?.to,
    steps: way.steps.map(({ to, by, as, at }) => ({
      to,
      by: as === 'system' ? null : as === 'patient' ? words.way.you : by,
      at: face.day(at),
    })),
    askedAt: way.asksDue?.map(hrefOf)[0],
    alsoOpen: alsoOpen(way, next, isDayAfterUntold(way, { now, zone })),
    mayLeave: !hasEnded(way.state),
  }
}

/** Not on the evening itself; from the day after until it is told, whatever else has come since. */
const isDayAfterUntold = ({ session }: More, { now, zone }: Pick<Clock, 'now' | 'zone'>): boolean =>
  session?.untoldEndedAt !== undefined && calendarDay(session.untoldEndedAt, zone) < calendarDay(now, zone)

/** What of the record the next thing hangs on, in calendar days of the practice's zone. */
function standingOf({ state, pausedFrom, session }: Way & More, zone: string) {
  const day = (at: Date) => calendarDay(at, zone)
  const { endedAt, meetingAt, followedUpAt, followUpEveryDays, burden, heavyAt = [] } = session ?? {}
  const standing: Standing = {
    state,
    ...(pausedFrom && { pausedFrom }),
    ...(session && { sessionOn: day(session.startsAt), isDosed: session.isDosed }),
    ...(endedAt && { endedOn: day(endedAt) }),
    isNextDayToldOf: session?.isNextDayToldOf ?? false,
    ...(meetingAt && { meetingOn: day(meetingAt) }),
    ...(followedUpAt && { followedUpOn: day(followedUpAt) }),
    ...(followUpEveryDays !== undefined && { followUpEveryDays }),
    ...(burden && { burden }),
    heavyOn: heavyAt.map(day),
  }
  return standing
}

function whenOf(words: Words['way'], { session }: More, next: string, face: Clockface) {
  if (session && (next === 'session-ahead' || next === 'session-today'))
    return { label: words.onDay, at: face.instant(session.startsAt) }
  const meetingAt = session?.meetingAt
  return meetingAt && next === 'meet' ? { label: words.meetingOn, at: face.instant(meetingAt) } : undefined
}

/** What waits for somebody else, and whether they have looked. */
function toldOf(way: Way & More, next: string, face: Clockface) {
  const { state, since, steps, isCovered = false } = way
  if (next === 'sent' || next === 'in-review') {
    const sent = steps.findLast(({ to }) => to === 'intake-complete')
    const looked = state === 'in-review' ? steps.at(-1) : undefined
    const seen = looked && looked.as !== 'system' ? looked : undefined
    return {
      sentAt: face.instant(sent?.at ?? since),
      seen: seen && { by: seen.by, at: face.instant(seen.at) },
      isOutsideCover: !isCovered,
    } satisfies ToldView
  }
  return STOPPED_CARDS.includes(next) ? ownStepTold(way, way.ownStep, face) : undefined
}

/** Whoever was there has no access any more, while the card speaks of them. */
const isWithoutPerson = ({ session }: Way & More, next: string): next is 'in-session' | 'resting' =>
  (next === 'in-session' || next === 'resting') && session !== undefined && !session.hasPerson

const STOPPED_CARDS: readonly string[] = ['paused', 'completed', 'left', 'paused-early']

/** Pages there is something on, beside the next thing itself. */
function alsoOpen({ steps }: Way, next: string, isUntold: boolean): AlsoOpen[] {
  const been = new Set(steps.map(({ to }) => to))
  const isStoppedOnce = steps.some(({ to }) => isStopped(to))
  const all: [AlsoOpen, boolean][] = [
    ['plan', been.has('accepted') && next !== 'plan'],
    ['supply', been.has('accepted')],
    ['prepare', been.has('supplied') && next !== 'prepare'],
    ['people', been.has('supplied')],
    ['progress', been.has('consented') && next !== 'deciding' && next !== 're-evaluation'],
    ['next-day', next !== 'next-day' && isUntold],
    ['after', isStoppedOnce && !STOPPED_CARDS.includes(next)],
  ]
  return all.flatMap(([page, isOpen]) => (isOpen ? [page] : []))
}
