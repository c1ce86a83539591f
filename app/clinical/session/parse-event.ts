/**
 * An event as it comes from outside: from a phone's storage, or from the network.
 *
 * What has not this shape is kept by whoever received it and shown to a person; it is not an event.
 * Sign-off: docs/clinical/session.md
 */
import * as z from 'zod/mini'
import { WAKING_WORDS } from '../instruments/waking.ts'
import { SEVERITIES } from '../outcome.ts'
import type { Happening, SessionEvent } from './events.ts'

/** JSON has no NaN, and a time or a count beyond this is nobody's. */
const number = z.number().check(z.minimum(Number.MIN_SAFE_INTEGER), z.maximum(Number.MAX_SAFE_INTEGER))
const whole = z.int().check(z.minimum(1))
const id = z.string().check(z.minLength(1), z.maxLength(100))
const text = z.string().check(z.maxLength(2000))
const bare = <Kind extends Happening['kind']>(kind: Kind) => z.strictObject({ kind: z.literal(kind) })
const withReason = <Kind extends 'held' | 'released' | 'aborted'>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), reason: text })

const finding = z.strictObject({
  ruleId: id,
  severity: z.enum(SEVERITIES),
  isFinal: z.exactOptional(z.boolean()),
  staysUntil: z.exactOptional(z.union([z.literal('opened'), number])),
})
const answer = z.union([number, z.literal('skipped')])

const happening: z.ZodMiniType<Happening> = z.discriminatedUnion('kind', [
  bare('preparing'),
  z.strictObject({
    kind: z.literal('judged'),
    part: z.enum(['patient', 'support-person']),
    findings: z.array(finding),
  }),
  z.strictObject({
    kind: z.literal('opened'),
    judgement: id,
    ruleId: id,
    reason: text,
    isByPrescriber: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('line-checked'), hasVoiceLine: z.boolean() }),
  z.strictObject({
    kind: z.literal('offline-announced'),
    how: z.enum(['phone-call', 'one-time-code']),
    callsAt: z.array(number),
  }),
  bare('made-ready'),
  bare('paused'),
  bare('resumed'),
  withReason('held'),
  withReason('released'),
  withReason('aborted'),
  z.strictObject({ kind: z.literal('dose-started'), units: number }),
  z.strictObject({ kind: z.literal('more-taken'), units: z.exactOptional(number) }),
  z.strictObject({
    kind: z.literal('look-in'),
    isWell: z.boolean(),
    waking: z.exactOptional(z.enum(WAKING_WORDS)),
  }),
  bare('call-answered'),
  bare('comfort-needed'),
  bare('stands-up'),
  z.strictObject({ kind: z.literal('distress'), points: number }),
  z.strictObject({ kind: z.literal('vitals'), readings: z.record(id, number) }),
  bare('help-asked'),
  bare('not-safe'),
  bare('emergency'),
  bare('support-person-gone'),
  bare('support-person-back'),
  bare('stop'),
  z.strictObject({ kind: z.literal('alert-settled'), alert: text }),
  z.strictObject({ kind: z.literal('end-list'), answers: z.record(id, answer) }),
  z.strictObject({ kind: z.literal('tonight'), signs: z.record(id, number) }),
  z.strictObject({ kind: z.literal('closed'), reason: z.exactOptional(text) }),
])

const event: z.ZodMiniType<SessionEvent> = z.strictObject({
  id,
  sessionId: id,
  deviceId: id,
  deviceOf: z.enum(['patient', 'support-person', 'practice']),
  sequence: whole,
  person: z.enum(['patient', 'support-person', 'backup-person', 'clinician', 'system']),
  personId: id,
  deviceAt: number,
  clockOffsetMs: z.exactOptional(number),
  seen: z.record(id, whole),
  what: happening,
  previous: z.string().check(z.maxLength(64)),
  hash: z.string().check(z.maxLength(64)),
})

/** @returns undefined when it is no event of this version. Whether it is linked is found when logs are merged. */
export function parseEvent(value: unknown): SessionEvent | undefined {
  const parsed = event.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
