/**
 * The facts that the rules of group D read, made from what a session's devices recorded.
 *
 * Readings from before the dose, those of the day's check, count as taken at the dose. What was seen stands until it is
 * looked at again, and what nobody was asked is not known: only a button that always stands there and was not pressed
 * is a no.
 * Sign-off: docs/clinical/session.md
 */

import type { AfterSessionFacts } from '../facts/after-session.ts'
import type { InSessionFacts, Pressure } from '../facts/in-session.ts'
import { type Limits, limitAt, type NumberPath } from '../protocol.ts'
import { TOLD_BY_NOTHING } from '../rules/told-by-nothing.ts'
import { pressureIn } from '../session/ending.ts'
import { instantOf, type SessionEvent } from '../session/events.ts'
import type { SessionNumbers } from '../session/phases.ts'
import type { Silence } from '../session/silence.ts'
import { openAlerts } from '../session/state.ts'
import { placeAt, type SessionReading } from '../session.ts'
import type { TONIGHT_SIGNS } from './questions.ts'

const PHASES = { onset: 'onset', peak: 'peak', returning: 'return', recovering: 'recovery' } as const

/** When the dose was swallowed, by the server's clock as well as anybody knows. */
export function dosedAt({ session }: Pick<SessionReading, 'session'>): number | undefined {
  const { swallows } = session
  return swallows.length === 0 ? undefined : Math.min(...swallows.map(({ event }) => instantOf(event)))
}

/**
 * @param now epoch milliseconds by the server's clock
 * @param silence how the one ladder stands then; without, nobody is waited for
 * @returns undefined before the dose
 */
export function inSessionFacts(
  reading: SessionReading,
  limits: Limits,
  numbers: SessionNumbers,
  now: number,
  silence?: Silence,
): InSessionFacts | undefined {
  const begin = dosedAt(reading)
  if (begin === undefined) return undefined
  const minuteOf = (event: SessionEvent) => Math.max(0, (instantOf(event) - begin) / 60_000)
  const events = reading.toJudge.map(({ event }) => event)
  const vitals = events.flatMap(({ what, ...event }) =>
    what.kind === 'vitals' ? [{ at: minuteOf({ ...event, what }), readings: what.readings }] : [],
  )
  const latest = (name: string) =>
    vitals.findLast(({ readings }) => readings[name] !== undefined)?.readings[name]
  const isSeen = (name: string) => {
    const seen = latest(name)
    return seen === undefined ? undefined : seen === 1
  }
  const wasAskedFor = (name: string) => latest(name) !== undefined
  const open = openAlerts(reading.session).map(({ kind }) => kind)
  const place = placeAt(reading.session, now, numbers)
  const mayGoWithout = limitAt(limits, 'vitals.before.mayGoWithout') ?? []
  return {
    minutesSinceDose: Math.max(0, (now - begin) / 60_000),
    waking: events.flatMap((event) =>
      event.what.kind === 'look-in' && event.what.waking !== undefined
        ? [{ atMinutes: minuteOf(event), waking: event.what.waking }]
        : [],
    ),
    breathsPerMinute: latest('breathsPerMinute'),
    // Long pauses are asked in one tick with blue lips and gasping, and that is an emergency whichever it was.
    ...(wasAskedFor('isBlueOrGasping') && TOLD_BY_NOTHING.D03),
    isBlueOrGasping: isSeen('isBlueOrGasping'),
    oxygenPercent: latest('oxygenPercent') ?? (mayGoWithout.includes('oxygen') ? 'exempt' : undefined),
    pressures: vitals.flatMap(({ at, readings }) => pressure(at, readings)),
    pulsePerMinute: latest('pulsePerMinute'),
    hasChestPain: isSeen('hasChestPain'),
    hasStrokeSign: isSeen('hasStrokeSign'),
    hasSevereHeadache: isSeen('hasSevereHeadache'),
    hasVisionChange: isSeen('hasVisionChange'),
    isDizzyStanding: isSeen('isDizzyStanding'),
    hasFallen: isSeen('hasFallen'),
    distress: events.flatMap((event) =>
      event.what.kind === 'distress' ? [{ atMinutes: minuteOf(event), points: event.what.points }] : [],
    ),
    toolsTriedSinceDistress: toolsTried(events, limits),
    pressedHelp: open.includes('help-asked'),
    saysSuicidalWords: isSeen('saysSuicidalWords'),
    frozenOrFlashbackMinutes: frozenFor(vitals, (now - begin) / 60_000),
    vomitedTimes: wasAskedFor('vomitedTimes')
      ? vitals.filter(({ readings }) => readings.vomitedTimes === 1).length
      : undefined,
    tookExtraDose: open.includes('possible-overdose'),
    // Nobody is asked in front of the person it is about: not said is not known.
    fearsSupportPerson: open.includes('not-safe') ? true : undefined,
    actsOnVoices: isSeen('actsOnVoices'),
    wantsToStopOrLeave: open.includes('stopped-after-dose'),
    wantsToDrive: isSeen('wantsToDrive'),
    ...silenceFacts(reading, now, silence),
    isSupportPersonPresent: !reading.session.isSupportPersonGone,
    isSupportPersonReachable: !reading.session.isSupportPersonGone,
    ...TOLD_BY_NOTHING.D15,
    ...(place in PHASES && { phase: PHASES[place as keyof typeof PHASES] }),
  }
}

/** The evening after the end, by what was said of it last. Until somebody was asked, nobody says that it goes badly. */
export function tonightFacts({
  session,
  toJudge,
}: Pick<SessionReading, 'session' | 'toJudge'>): AfterSessionFacts {
  const last = toJudge.findLast(({ event }) => event.what.kind === 'tonight')?.event.what
  if (last?.kind !== 'tonight') return { isSessionClosed: false }
  const isSeen = (sign: (typeof TONIGHT_SIGNS)[number]) =>
    last.signs[sign] === undefined ? undefined : last.signs[sign] === 1
  return {
    isSessionClosed: session.stage === 'complete',
    isDrowsierThanAtClose: isSeen('isDrowsierThanAtClose'),
    isConfused: isSeen('isConfused'),
    isShortOfBreath: isSeen('isShortOfBreath'),
  }
}

/** Counted from the check that was missed. Announced is only what still keeps its agreed calls. */
function silenceFacts({ session }: SessionReading, now: number, silence: Silence | undefined) {
  if (silence?.contact !== 'unexpectedly-silent')
    return { silentMinutes: 0, missedChecks: 0, isOfflineAnnounced: session.offline !== undefined }
  return { silentMinutes: (now - silence.dueAt) / 60_000, missedChecks: 1, isOfflineAnnounced: false }
}

type Readings = Readonly<Record<string, number>>

function pressure(atMinutes: number, readings: Readings): Pressure[] {
  const both = pressureIn(readings)
  return both ? [{ atMinutes, ...both }] : []
}

/** Each time comfort was needed since distress was last under the grounding limit, or since the start. */
function toolsTried(events: readonly SessionEvent[], limits: Limits): number {
  const grounding = limitAt(limits, 'instruments.suds.groundingPoints')
  const calm = events.findLastIndex(
    ({ what }) => what.kind === 'distress' && grounding !== undefined && what.points < grounding,
  )
  return events.slice(calm + 1).filter(({ what }) => what.kind === 'comfort-needed').length
}

/** From the first look of the row that saw it, until it is looked at again without. Undefined when nobody looked. */
function frozenFor(vitals: readonly { at: number; readings: Readings }[], now: number): number | undefined {
  const looks = vitals.filter(({ readings }) => readings.isFrozen !== undefined)
  if (looks.length === 0) return undefined
  const last = looks.findLastIndex(({ readings }) => readings.isFrozen === 0)
  const first = looks[last + 1]
  return first === undefined ? 0 : Math.max(0, now - first.at)
}

/**
 * When the clock by itself may next make a rule true, with nobody recording anything: too long until the end, no
 * relief, frozen for too long. Epoch milliseconds, later than `now`; undefined when there is nothing to wait for.
 */
export function nextByClock(
  { session, toJudge }: Pick<SessionReading, 'session' | 'toJudge'>,
  limits: Limits,
  now: number,
): number | undefined {
  const begin = dosedAt({ session })
  const instants = (path: NumberPath, from: readonly number[]) => {
    const minutes = limitAt(limits, path)
    return minutes === undefined ? [] : from.map((at) => at + minutes * 60_000)
  }
  const of = (kind: 'distress' | 'vitals') =>
    toJudge.filter(({ event }) => event.what.kind === kind).map(({ event }) => instantOf(event))
  const all = [
    ...instants('session.maximumObservationMinutes', begin === undefined ? [] : [begin]),
    ...instants('instruments.suds.reliefWithinMinutes', of('distress')),
    // Longer than these minutes, not as long.
    ...instants('session.frozenMinutes', of('vitals')).map((at) => at + 1),
  ].filter((at) => at > now)
  return all.length === 0 ? undefined : Math.min(...all)
}
