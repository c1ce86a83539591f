/** What the three screens of a session show, in the reader's words. */

import { isOwnFear, judgedNow } from '../care/judge-session.ts'
import { speaksOf } from '../care/raise-alerts.ts'
import { alertState, type Room } from '../care/read-room.ts'
import { seenIn } from '../care/session-log.ts'
import { endingFacts, hasStood, lastWaking } from '../clinical/day/facts-of-ending.ts'
import { dosedAt } from '../clinical/day/facts-of-session.ts'
import { limitAt } from '../clinical/protocol.ts'
import type { RuleId } from '../clinical/rules/all.ts'
import { RULE_GROUPS } from '../clinical/rules/all.ts'
import { repeatAtMinutes } from '../clinical/rules/in-session/circulation.ts'
import { isRoomRule, type RoomRuleId } from '../clinical/rules/in-the-room.ts'
import type { Finding } from '../clinical/rules/rule.ts'
import { pressureIn } from '../clinical/session/ending.ts'
import { instantOf, refOf } from '../clinical/session/events.ts'
import { type Alert, type AlertKind, openAlerts } from '../clinical/session/state.ts'
import { type Place, placeAt } from '../clinical/session.ts'
import { type AlertState, alertWords, besideParts, teamText } from '../content/rule-words.ts'
import type { StoredAlert } from '../records/alerts.ts'
import { AppError } from '../system/errors.ts'
import { isUuid, newUuid } from '../system/ids.ts'
import { clockface } from '../system/time.ts'
import type { RoomView } from '../ui/pages/session-room.tsx'
import type { RouteContext } from './route.ts'

const MINUTE_MS = 60_000

export const practicePhone = (c: RouteContext, room: Room | undefined): string | null =>
  (room && limitAt(room.session.limits, 'escalation.dutyPhone')) ?? c.var.services.practice.phone

/** The true form of an alert, or of a page that has none yet. */
export function stateOf(c: RouteContext, room: Room, alert: StoredAlert | undefined): AlertState {
  const face = clockface(c.var.language, room.session.booked.timeZone)
  return alertState(room, alert, {
    text: (at) => face.instant(at).text,
    opensUnknown: c.var.words.sessionDay.opensUnknown,
    practice: { name: c.var.services.practice.name, phone: practicePhone(c, room) },
  })
}

/**
 * The alert that speaks for a rule or a button, or for several: the latest that is open, or else the latest, so that what
 * was looked at stays looked at. Another's is none of its own. Without any named, the latest that is open.
 */
export const alertOf = ({ alerts }: Room, ...about: readonly string[]): StoredAlert | undefined => {
  const isOpen = ({ settled }: StoredAlert) => settled === null
  if (about.length === 0) return alerts.find(isOpen)
  const own = alerts.filter((alert) => about.some((one) => speaksOf(alert, one)))
  return own.find(isOpen) ?? own[0]
}

export const toldOf = (c: RouteContext, room: Room, alert: StoredAlert | undefined): string =>
  teamText(c.var.language, stateOf(c, room, alert))

export function roomView(c: RouteContext, room: Room, now: Date): RoomView {
  const { session } = room
  const { reading, numbers, limits } = session
  const reached = placeAt(reading.session, now.getTime(), numbers)
  // What was ready has something against it now: there is nothing to start.
  const place = reached === 'ready-for-dose' && room.against.length > 0 ? 'preparing' : reached
  const begin = dosedAt(reading)
  const minutes =
    begin === undefined ? undefined : Math.max(0, Math.floor((now.getTime() - begin) / MINUTE_MS))
  const isOpen = place !== 'complete'
  const open = room.alerts.filter(({ settled }) => settled === null)
  const says = isOpen ? saysNow(c, room, now) : []
  const toConfirm = (about: AlertKind) => openAlerts(reading.session).find(({ kind }) => kind === about)
  return {
    place,
    minutes,
    nextLook: begin === undefined || !isOpen ? undefined : nextLook(c, room, begin, now),
    nextReading: begin === undefined || !isOpen ? undefined : nextReading(c, room, begin, now, limits),
    mayStandFirst: begin !== undefined && isOpen && !hasStood(reading),
    isGone: reading.session.isSupportPersonGone,
    stop: reading.session.stop?.after,
    needsDoseConfirmed: toConfirm('one-dose-to-confirm')?.key,
    needsUnitsConfirmed: unitsToConfirm(room, toConfirm('units-to-confirm')),
    says: [...new Set(says.map(({ todo }) => todo))],
    told: [
      ...new Set([...says.flatMap(({ told }) => told ?? []), ...open.map((alert) => toldOf(c, room, alert))]),
    ],
    note: noteOf(c),
  }
}

/** The units somebody wrote that are not the plan's. */
function unitsToConfirm({ session }: Room, alert: Alert | undefined): RoomView['needsUnitsConfirmed'] {
  const what = session.events.find((event) => refOf(event) === alert?.from)?.what
  return alert && what?.kind === 'dose-started' ? { alert: alert.key, units: what.units } : undefined
}

/**
 * What the rules say to whoever is beside them, in words of their own: the two strongest, never what could not be
 * judged, nor what the patient said for nobody there to read.
 */
function saysNow(c: RouteContext, room: Room, now: Date): Said[] {
  const found = judgedNow(room.session, now).filter((finding) => !finding.isUnknown && !isOwnFear(finding))
  const texts = (some: readonly Finding[]) => some.flatMap((finding) => saidBeside(c, room, finding) ?? [])
  const standing = found.filter(({ ruleId }) => ruleId === STANDING)
  const others = found.filter(({ ruleId }) => ruleId !== STANDING && ruleId !== END)
  const said = texts(others)
  const once = said.filter(({ todo }, index) => said.findIndex((other) => other.todo === todo) === index)
  return [...once.slice(0, 2), ...texts(standing)]
}

/** Asked for at this moment, beside whatever else there is. */
const STANDING: RoomRuleId = 'E11'
/** Said on the page of the end. */
const END: RoomRuleId = 'E01'

type Said = ReturnType<typeof besideParts>

/** One finding in the words for whoever is beside them; undefined for a rule that is not theirs to read. */
export function saidBeside(
  c: RouteContext,
  room: Room,
  { ruleId, severity }: Pick<Finding, 'ruleId' | 'severity'>,
): Said | undefined {
  if (!isRoomRule(ruleId)) return undefined
  return besideParts(c.var.language, ruleId, stateOf(c, room, alertOf(room, ruleId)), severity)
}

/** After an answer: why something was not possible, or that it was written. */
function noteOf(c: RouteContext): RoomView['note'] {
  const { room } = c.var.words.sessionDay
  const said = c.req.query('said')
  if (said === undefined) return undefined
  if (said === 'stored') return { kind: 'done', text: room.stored }
  return { kind: 'problem', text: room.why[said] ?? room.refused }
}

type Next = { isDue: boolean; at: string }
const nextAt = (c: RouteContext, room: Room, at: number, now: Date): Next => ({
  isDue: now.getTime() >= at,
  at: clockface(c.var.language, room.session.booked.timeZone).clock(new Date(at)),
})

export const isAsleep = ({ session }: Room, now: Date): boolean =>
  endingFacts(session.reading, session.limits, now.getTime())?.isAsleep === true

/**
 * From the last look-in, or the dose; who was asleep is woken as often as signed, counted from when they were last.
 * Nobody signed how often: now.
 */
function nextLook(c: RouteContext, room: Room, begin: number, now: Date): RoomView['nextLook'] {
  const { events, numbers, limits, reading } = room.session
  const looks = events
    .filter(({ what }) => what.kind === 'look-in' || what.kind === 'comfort-needed')
    .map(instantOf)
  const due = Math.max(begin, ...looks) + (numbers.lookInEveryMinutes ?? 0) * MINUTE_MS
  if (!isAsleep(room, now)) return { ...nextAt(c, room, due, now), isToWake: false }
  const woken = lastWaking(reading)?.at ?? begin
  const wake = woken + (limitAt(limits, 'session.rouseEveryMinutes') ?? 0) * MINUTE_MS
  return { ...nextAt(c, room, Math.min(due, wake), now), isToWake: true }
}

/** The first planned reading since which nothing was measured. The ones of the day's check count at the dose. */
function nextReading(
  c: RouteContext,
  room: Room,
  begin: number,
  now: Date,
  limits: Room['session']['limits'],
): Next | undefined {
  const planned = [...(limitAt(limits, 'vitals.during.readingAtMinutes') ?? [])].sort((a, b) => a - b)
  const taken = room.session.events.flatMap((event) => {
    if (event.what.kind !== 'vitals' || event.what.readings.systolicMmHg === undefined) return []
    const atMinutes = Math.max(0, (instantOf(event) - begin) / MINUTE_MS)
    return [{ atMinutes, pressure: pressureIn(event.what.readings) }]
  })
  const latest = taken.toSorted((a, b) => a.atMinutes - b.atMinutes).findLast(({ pressure }) => pressure)
  const due = planned.find((minute) => !taken.some(({ atMinutes }) => atMinutes >= minute))
  const again = latest?.pressure && repeatAtMinutes({ ...latest, ...latest.pressure }, limits)
  const next = Math.min(due ?? Number.POSITIVE_INFINITY, again ?? Number.POSITIVE_INFINITY)
  return next === Number.POSITIVE_INFINITY ? undefined : nextAt(c, room, begin + next * MINUTE_MS, now)
}

/** What every form of a session carries: which session, and what its page was made from. */
export const roomFields = (room: Room) => ({
  sessionId: room.session.booked.id,
  seen: JSON.stringify(seenIn(room.session)),
})

const KINDS = [
  'start',
  'well',
  'comfort',
  'stands',
  'emergency',
  'confirm',
  'confirm-units',
  'gone',
  'extra',
  'stop',
  'help',
  'aside',
  'distress',
  'end',
  'close',
]
export const newIds = (): Record<string, string> => Object.fromEntries(KINDS.map((kind) => [kind, newUuid()]))

export type SentRoom = { id: string; sessionId: string; seen?: Readonly<Record<string, number>> }

/** @throws AppError invalid for a form that is not one of ours */
export function readRoomFields({ id, sessionId, seen }: Record<string, unknown>): SentRoom {
  if (!isUuid(id) || !isUuid(sessionId))
    throw new AppError('invalid', 'a form of a session came without its ids')
  const claimed = seenFrom(seen)
  return { id, sessionId, ...(claimed && { seen: claimed }) }
}

/** Unreadable, it is as if everything had been seen: no event then claims to know less than it did. */
function seenFrom(seen: unknown): Readonly<Record<string, number>> | undefined {
  if (typeof seen !== 'string' || seen.length > 2000) return undefined
  try {
    const value: unknown = JSON.parse(seen)
    if (typeof value !== 'object' || value === null) return undefined
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, number] => Number.isInteger(entry[1])),
    )
  } catch {
    return undefined
  }
}

export const isRuleId = (id: string): id is RuleId =>
  Object.values(RULE_GROUPS).some((group) => Object.hasOwn(group, id))

export const BEFORE_DOSE: readonly Place[] = ['not-ready', 'preparing', 'ready-for-dose']
export const neutralText = (c: RouteContext): string => alertWords[c.var.language].neutral
