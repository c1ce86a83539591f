/**
 * Which questions are asked on which day, so that nobody is asked too much and nothing is forgotten.
 *
 * The limits of burden are the protocol's. What concerns safety comes first and is never put off: where it does
 * not fit, a person asks. Source and sign-off: docs/clinical/schedule.md
 */
import { addDays, type Day, daysFrom } from './calendar-day.ts'
import type { ScheduleLimits } from './protocol/follow-up.ts'

/** One questionnaire, to be asked once, in one piece. */
export type Ask = {
  id: string
  /** Code of the instrument. */
  instrument: string
  /** How many questions it has. */
  questions: number
  /** A long scale, of which there are only so many in seven days. */
  isHeavy?: true
  isSafety?: true
  dueOn: Day
  /** Put off by the person until this day. It keeps its place in the line. */
  notBeforeOn?: Day
}

export type DayKind = 'session' | 'watch' | 'ordinary'

/** @param watchDays for so many days after a session a person is asked how they are */
export function dayKind(on: Day, sessionDays: readonly Day[], watchDays: number): DayKind {
  if (sessionDays.includes(on)) return 'session'
  const isWatched = sessionDays.some((session) => {
    const after = daysFrom(session, on)
    return after !== undefined && after > 0 && after <= watchDays
  })
  return isWatched ? 'watch' : 'ordinary'
}

/** What was asked before, and counts against today or against the seven days. Not said to be about safety: it is not. */
export type AskedBefore = { on: Day; questions: number; isHeavy: boolean; isSafety?: boolean | undefined }

export type Span = { today: Day; days: number; sessionDays: readonly Day[]; watchDays: number }

export type ScheduledDay = { on: Day; kind: DayKind; asks: Ask[] }

export type Schedule = {
  days: ScheduledDay[]
  /** Not within these days, and why. `waitingDays`: since it was due, for whoever looks after the person. */
  waiting: { ask: Ask; why: Waiting; waitingDays: number }[]
  /** Safety questions there is no room for: somebody asks in person on that day. */
  byAPerson: { ask: Ask; on: Day }[]
}

/** `unreadable`: its day is no day, or its number of questions none. */
export type Waiting = 'not-due' | 'put-off' | 'no-room' | 'not-signed' | 'unreadable'

/**
 * Plans the coming days. The same for the same asks, in whatever order they come.
 *
 * On a session day and on each day of the watch there are no more questions than signed. A heavy scale has a limit
 * of its own: so many in any seven days, never on a session day, and on a day of the watch beside nothing but
 * questions about safety. So has, on a day of the watch, every scale with more questions than that day has room for.
 */
export function schedule(
  asks: readonly Ask[],
  span: Span,
  limits: ScheduleLimits,
  askedBefore: readonly AskedBefore[] = [],
): Schedule {
  const readable = asks.filter(isReadable)
  let open = [...new Map(readable.map((ask) => [ask.id, ask])).values()].sort(inLine)
  const asked = [...askedBefore]
  const days: ScheduledDay[] = []
  const byAPerson: Schedule['byAPerson'] = []
  for (const on of daysOf(span)) {
    const day: ScheduledDay = { on, kind: dayKind(on, span.sessionDays, span.watchDays), asks: [] }
    for (const ask of open.filter((one) => opensOn(one) <= on)) {
      if (hasRoom(ask, day, asked, limits)) {
        day.asks.push(ask)
        const { questions, isSafety } = ask
        asked.push({ on, questions, isHeavy: isHeavyOn(day.kind, ask, limits), isSafety })
      } else if (ask.isSafety) byAPerson.push({ ask, on })
    }
    const done = new Set([...day.asks, ...byAPerson.map(({ ask }) => ask)])
    open = open.filter((ask) => !done.has(ask))
    days.push(day)
  }
  const unread = asks.filter((ask) => !isReadable(ask)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const waiting = [...open, ...unread].map((ask) => ({
    ask,
    why: whyWaiting(ask, span, limits),
    waitingDays: Math.max(0, daysFrom(ask.dueOn, span.today) ?? 0),
  }))
  return { days, waiting, byAPerson }
}

const daysOf = ({ today, days }: Span): Day[] =>
  Array.from({ length: days }, (_, i) => addDays(today, i)).filter((day) => day !== undefined)

/** Safety first, then whoever has waited longest. */
const inLine = (a: Ask, b: Ask): number =>
  Number(b.isSafety ?? false) - Number(a.isSafety ?? false) ||
  (daysFrom(b.dueOn, a.dueOn) ?? 0) ||
  (a.id < b.id ? -1 : 1)

const isReadable = ({ dueOn, notBeforeOn, questions }: Ask): boolean =>
  [dueOn, notBeforeOn ?? dueOn].every((day) => daysFrom(day, day) === 0) &&
  Number.isInteger(questions) &&
  questions > 0

/** Nothing about safety is put off. */
const opensOn = ({ dueOn, notBeforeOn, isSafety }: Ask): Day =>
  notBeforeOn !== undefined && !isSafety && notBeforeOn > dueOn ? notBeforeOn : dueOn

/** A scale too long for a day of the watch would otherwise never have its day while sessions go on. */
function isHeavyOn(kind: DayKind, ask: Ask, { questionsPerDayInWatch = 0 }: ScheduleLimits): boolean {
  return ask.isHeavy === true || (kind === 'watch' && !ask.isSafety && ask.questions > questionsPerDayInWatch)
}

function hasRoom(
  ask: Ask,
  day: ScheduledDay,
  asked: readonly AskedBefore[],
  limits: ScheduleLimits,
): boolean {
  if (isHeavyOn(day.kind, ask, limits)) return hasRoomForHeavy(ask, day, asked, limits)
  const isBesideHeavy = asked.some(({ on, isHeavy }) => on === day.on && isHeavy)
  if (day.kind === 'watch' && isBesideHeavy && !ask.isSafety) return false
  const taken = asked
    .filter(({ on, isHeavy: wasHeavy }) => on === day.on && (day.kind === 'session' || !wasHeavy))
    .reduce((sum, { questions }) => sum + questions, 0)
  return taken + ask.questions <= roomOf(day.kind, limits)
}

const roomOf = (kind: DayKind, limits: ScheduleLimits): number => {
  if (kind === 'ordinary') return Number.POSITIVE_INFINITY
  return (kind === 'session' ? limits.questionsOnSessionDay : limits.questionsPerDayInWatch) ?? 0
}

function hasRoomForHeavy(
  ask: Ask,
  { on: today, kind }: ScheduledDay,
  asked: readonly AskedBefore[],
  { heavyScalesPerWeek = 0 }: ScheduleLimits,
): boolean {
  if (kind === 'session') return false
  const isBesideOthers = asked.some(({ on, isSafety }) => on === today && !isSafety)
  if (kind === 'watch' && isBesideOthers && !ask.isSafety) return false
  const inSevenDays = asked.filter((one) => one.isHeavy && Math.abs(daysFrom(one.on, today) ?? 0) < 7)
  return inSevenDays.length < heavyScalesPerWeek
}

function whyWaiting(ask: Ask, span: Span, limits: ScheduleLimits): Waiting {
  if (!isReadable(ask)) return 'unreadable'
  const last = addDays(span.today, span.days - 1) ?? span.today
  if (ask.dueOn > last) return 'not-due'
  if (opensOn(ask) > last) return 'put-off'
  const { questionsOnSessionDay, questionsPerDayInWatch, heavyScalesPerWeek } = limits
  const isSigned =
    heavyScalesPerWeek !== undefined &&
    questionsOnSessionDay !== undefined &&
    questionsPerDayInWatch !== undefined
  return isSigned ? 'no-room' : 'not-signed'
}

/**
 * Puts one off for so many days, as often as the person likes. It keeps the day it was due, so it leads the line
 * when it comes back, and `waitingDays` goes on counting.
 *
 * @returns why not: questions about safety are skipped, which leads to a conversation, and not put off
 */
export function putOff(ask: Ask, today: Day, days: number): Ask | 'safety' | 'not-later' {
  if (ask.isSafety) return 'safety'
  const notBeforeOn = days > 0 ? addDays(today, days) : undefined
  return notBeforeOn === undefined ? 'not-later' : { ...ask, notBeforeOn }
}

/** How often something is asked, by the signed protocol. */
export type Cadence = Omit<Ask, 'id' | 'dueOn' | 'notBeforeOn'> & {
  firstOn: Day
  everyDays: number | undefined
}

/**
 * The next time something is to be asked, after the day it was last answered.
 *
 * @returns undefined when it was asked once and nobody signed how often, or a day is none
 */
export function nextAsk({ firstOn, everyDays, ...what }: Cadence, lastOn: Day | undefined): Ask | undefined {
  const dueOn =
    lastOn === undefined
      ? addDays(firstOn, 0)
      : everyDays === undefined || !(everyDays > 0)
        ? undefined
        : addDays(lastOn, everyDays)
  return dueOn === undefined ? undefined : { ...what, id: `${what.instrument}@${dueOn}`, dueOn }
}
