/** Devices of one session that record, meet, and lose each other: for tests of what their logs say together. */
import { seal } from '../app/clinical/session/chain.ts'
import type { DeviceOf, Happening, PersonInSession, SessionEvent } from '../app/clinical/session/events.ts'
import type { SessionNumbers } from '../app/clinical/session/phases.ts'
import { refusalOf } from '../app/clinical/session/refusal.ts'
import { openAlerts } from '../app/clinical/session/state.ts'
import { placeAt, readSession } from '../app/clinical/session.ts'

export const SESSION = 'session-1'
export const MINUTE = 60_000
/** When minute 0 is. */
export const BEGIN = Date.UTC(2026, 10, 22, 15)

/** Invented numbers: signed by nobody. */
export const NUMBERS: SessionNumbers = {
  holdMinutes: 10,
  lookInEveryMinutes: 15,
  minimumObservationMinutes: 120,
  maximumObservationMinutes: 240,
  silence: { callSupportPersonMinutes: 3, callClinicianMinutes: 5, emergencyGuidanceMinutes: 10 },
  phases: [
    { phase: 'dose', fromMinutes: 0, toMinutes: 15 },
    { phase: 'onset', fromMinutes: 5, toMinutes: 20 },
    { phase: 'peak', fromMinutes: 20, toMinutes: 70 },
    { phase: 'return', fromMinutes: 70, toMinutes: 120 },
    { phase: 'recovery', fromMinutes: 120, toMinutes: 240 },
  ],
  plannedUnits: 1,
  ending: {
    ...{ highestSystolicMmHg: 140, highestDiastolicMmHg: 90, lowestSystolicMmHg: 90 },
    ...{ lowestOxygenPercent: 94, oxygenFallPercent: 2, readyToEndPoints: 4 },
    ...{ readingAtMinutes: [0, 40], mayGoWithout: ['oxygen'] },
  },
}

export const ALL_YES = Object.fromEntries(
  ['awake', 'calm', 'walks', 'pressure', 'no-vomiting', 'oxygen', 'company', 'no-driving'].map((item) => [
    `end-${item}`,
    1,
  ]),
)

const PERSONS: Record<DeviceOf, PersonInSession> = {
  patient: 'patient',
  'support-person': 'support-person',
  practice: 'clinician',
}

type Clock = { fastMs?: number; isMeasured?: boolean }

export class Device {
  readonly log: SessionEvent[] = []
  private readonly seen: Record<string, number> = {}
  private readonly of: DeviceOf
  private readonly clock: Clock

  /** `fastMs`: how far its clock is ahead. `isMeasured`: whether it knows that from the server. */
  constructor(of: DeviceOf, clock: Clock = {}) {
    this.of = of
    this.clock = clock
  }

  /** What would be recorded, `minute` minutes after the beginning in true time. */
  draft(what: Happening, minute: number, person: PersonInSession = PERSONS[this.of]) {
    const { fastMs = 0, isMeasured = true } = this.clock
    const sequence = this.log.length + 1
    return {
      ...{
        id: `${this.of}:${sequence}`,
        sessionId: SESSION,
        deviceId: this.of,
        deviceOf: this.of,
        sequence,
        person,
      },
      ...{ personId: person, deviceAt: BEGIN + minute * MINUTE + fastMs, seen: { ...this.seen }, what },
      ...(isMeasured && { clockOffsetMs: 0 - fastMs }),
    }
  }

  record(what: Happening, minute: number, person?: PersonInSession): SessionEvent {
    const event = seal(this.draft(what, minute, person), this.log.at(-1)?.hash ?? '')
    this.log.push(event)
    return event
  }

  /** Receives everything another has recorded so far. */
  hear(other: Device): void {
    if (other.log.length > 0) this.seen[other.of] = other.log.length
  }
}

/** The three of a session, and how they meet. */
export function devices(clocks: Partial<Record<DeviceOf, Clock>> = {}) {
  const patient = new Device('patient', clocks.patient)
  const support = new Device('support-person', clocks['support-person'])
  const practice = new Device('practice')
  const all = [patient, support, practice]
  return {
    ...{ patient, support, practice },
    meet: (...who: Device[]) => {
      const met = who.length > 0 ? who : all
      for (const one of met) for (const other of met) if (one !== other) one.hear(other)
    },
    events: () => all.flatMap(({ log }) => log),
  }
}

/** Up to the dose at minute 0, with everything in order and everybody in touch. */
export function readyToDose(clocks: Partial<Record<DeviceOf, Clock>> = {}) {
  const room = devices(clocks)
  room.patient.record({ kind: 'preparing' }, -60)
  room.meet()
  room.patient.record({ kind: 'judged', part: 'patient', findings: [] }, -50)
  room.support.record({ kind: 'judged', part: 'support-person', findings: [] }, -45)
  room.support.record({ kind: 'line-checked', hasVoiceLine: true }, -40)
  room.meet()
  room.support.record({ kind: 'made-ready' }, -5)
  room.meet()
  return room
}

/** A dose at minute 0, tapped by the support person. */
export function dosed(clocks: Partial<Record<DeviceOf, Clock>> = {}) {
  const room = readyToDose(clocks)
  room.support.record({ kind: 'dose-started', units: 1 }, 0)
  room.meet()
  return room
}

export type Room = ReturnType<typeof devices>

export const read = (room: Room, numbers = NUMBERS) => readSession(room.events(), SESSION, numbers)
export const of = (room: Room, numbers = NUMBERS) => read(room, numbers).session
export const place = (room: Room, minute: number) => placeAt(of(room), BEGIN + minute * MINUTE, NUMBERS)
export const openKinds = (room: Room) => openAlerts(of(room)).map(({ kind }) => kind)

/** Why something may not happen on a device at that minute. */
export const why = (room: Room, device: Device, what: Happening, minute: number, numbers = NUMBERS) =>
  refusalOf(of(room, numbers), device.draft(what, minute), numbers)

/** Something happens, and everybody hears of it. */
export const record = (room: Room, device: Device, what: Happening, minute: number) => {
  device.record(what, minute)
  room.meet()
}

export const settleAll = (room: Room, minute: number) => {
  for (const { key } of openAlerts(of(room)))
    room.practice.record({ kind: 'alert-settled', alert: key }, minute)
  room.meet()
}

/** What the protocol asks for before the end, and all of it well. */
export const measuredWell = (room: Room, minute: number) => {
  const readings = { systolicMmHg: 124, diastolicMmHg: 78, oxygenPercent: 97 }
  record(room, room.support, { kind: 'vitals', readings }, minute)
  record(room, room.support, { kind: 'distress', points: 2 }, minute)
}

/** The readings, the whole list, and a minute later the end. */
export const ended = (room: Room, minute = 125) => {
  measuredWell(room, minute)
  record(room, room.support, { kind: 'end-list', answers: ALL_YES }, minute)
  record(room, room.support, { kind: 'closed' }, minute + 1)
}
