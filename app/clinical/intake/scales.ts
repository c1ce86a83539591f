/**
 * Which scale is asked in the intake once there is a text of it, and which questions of ours it then takes the place of.
 *
 * The text is one a practice has loaded. Without it nothing of this is asked, and what it would take the place of is.
 * Page: docs/clinical/intake.md
 */
import type { Segment } from '../facts/fact.ts'
import { auditC } from '../instruments/audit-c.ts'
import { cssrs } from '../instruments/cssrs.ts'
import { dast10 } from '../instruments/dast10.ts'
import { des2 } from '../instruments/des2.ts'
import { dssB } from '../instruments/dss-b.ts'
import { icsi } from '../instruments/icsi.ts'
import type { Answers, Instrument, ScoreResult } from '../instruments/instrument.ts'
import { isi } from '../instruments/isi.ts'
import { itq } from '../instruments/itq.ts'
import { mdq } from '../instruments/mdq.ts'
import { stopBang } from '../instruments/stop-bang.ts'
import { taps1 } from '../instruments/taps1.ts'
import type { Total } from '../instruments/total.ts'
import type { Truth } from '../instruments/truth.ts'
import { who5 } from '../instruments/who5.ts'
import { wsas } from '../instruments/wsas.ts'
import type { QuestionPart } from './parts.ts'
import type { Told } from './question.ts'

/** What a set of answers says: a number of a whole scale, or the word it decides. Undefined: not complete. */
export type ScaleReading = { total: number } | { mean: number } | { outcome: string } | undefined

export type IntakeScale = {
  instrument: Instrument<unknown>
  readingOf: (answers: Answers) => ScaleReading
  /** The part of the record its answers belong to; `general` unless said. */
  segment?: Segment
  /** Questions of ours that are not asked beside it, by their part. */
  insteadOf?: Partial<Record<QuestionPart, readonly string[]>>
  /** Not asked beside this one, which covers it. */
  notBeside?: string
}

const scale = <Score, Readings>(
  instrument: Instrument<Score, Readings>,
  read: (result: ScoreResult<Score, Readings>) => ScaleReading,
) => ({ instrument, readingOf: (answers: Answers) => read(instrument.score(answers)) })

/** An estimate is never shown as if it were complete. */
const total = (result: ScoreResult<Total>): ScaleReading =>
  result.status === 'complete' ? { total: result.score.total } : undefined
const positive = (result: { positive: Truth }): ScaleReading => ({ outcome: result.positive })

/** The key stands in the address, and says nothing about health. */
export const SCALE_PARTS = {
  year: { ...scale(auditC, total), segment: 'substance-use', insteadOf: { habits: ['alcohol-days'] } },
  ten: {
    ...scale(dast10, total),
    segment: 'substance-use',
    insteadOf: { habits: ['drugs', 'medicinesBeyond'] },
  },
  twelve: {
    ...scale(taps1, positive),
    segment: 'substance-use',
    insteadOf: { habits: ['alcohol-days', 'drugs', 'medicinesBeyond'] },
    notBeside: 'ten',
  },
  often: {
    ...scale(des2, (result) => (result.status === 'complete' ? { mean: result.score.mean } : undefined)),
    insteadOf: { support: ['unreal'] },
  },
  lately: { ...scale(dssB, total), insteadOf: { support: ['unreal'] } },
  patterns: scale(itq, ({ pattern }) => ({ outcome: pattern })),
  // What is asked about mania is about now, and about a hospital: the scale asks neither.
  ups: scale(mdq, positive),
  eight: scale(stopBang, ({ risk }) => ({ outcome: risk })),
  rest: scale(isi, total),
  // Blood and leaking are no items of it.
  four: { ...scale(icsi, total), insteadOf: { nights: ['bladder-pain', 'bladder-night'] } },
  well: scale(who5, (result) => (result.status === 'complete' ? { total: result.score.percent } : undefined)),
  days: scale(wsas, total),
  // Beside the built-in screen and never in its place: that one asks about right now.
  also: scale(cssrs, ({ level }) => ({ outcome: level })),
} as const satisfies Record<string, IntakeScale>

export type ScalePart = keyof typeof SCALE_PARTS

export const SCALE_KEYS = Object.keys(SCALE_PARTS) as ScalePart[]

export const isScalePart = (key: string): key is ScalePart => Object.hasOwn(SCALE_PARTS, key)

const scaleOf = (part: ScalePart): IntakeScale => SCALE_PARTS[part]

/** What decides whether a scale is asked: what was told, and which texts there are for this person today. */
export type ScalesNow = {
  parts: Partial<Record<QuestionPart, Told>>
  /** Answers that were handed in, whatever became of the text since. */
  answered: Partial<Record<ScalePart, Answers>>
  /** There is a text in the person's language today. */
  inForce: ReadonlySet<ScalePart>
}

/**
 * `asked`: open. `answered`: handed in, and it counts. `not-asked`: the questions of ours stand in, because there is no
 * text, or because they were answered before there was one: nobody is asked twice.
 */
export type ScaleStanding = 'asked' | 'answered' | 'not-asked'

export function scaleStanding(part: ScalePart, now: ScalesNow): ScaleStanding {
  if (now.answered[part] !== undefined) return 'answered'
  if (!now.inForce.has(part)) return 'not-asked'
  const { insteadOf = {}, notBeside } = scaleOf(part)
  if (notBeside !== undefined && isScalePart(notBeside) && scaleStanding(notBeside, now) !== 'not-asked')
    return 'not-asked'
  const isStoodInFor = entriesOf(insteadOf).some(([told, names]) =>
    names.some((name) => now.parts[told]?.[name] !== undefined),
  )
  return isStoodInFor ? 'not-asked' : 'asked'
}

/** Questions of a part that a scale covers: not asked. */
export const coveredIn = (part: QuestionPart, now: ScalesNow): ReadonlySet<string> =>
  new Set(
    SCALE_KEYS.filter((scale) => scaleStanding(scale, now) !== 'not-asked').flatMap(
      (scale) => scaleOf(scale).insteadOf?.[part] ?? [],
    ),
  )

/** Questions of a part that some scale would cover if there were a text of it, by the parts of those scales. */
export const standInsIn = (part: QuestionPart): readonly { scale: ScalePart; names: readonly string[] }[] =>
  SCALE_KEYS.flatMap((scale) => {
    const names = scaleOf(scale).insteadOf?.[part]
    return names === undefined ? [] : [{ scale, names }]
  })

const entriesOf = (insteadOf: NonNullable<IntakeScale['insteadOf']>) =>
  Object.entries(insteadOf) as [QuestionPart, readonly string[]][]

export const segmentOfScale = (part: ScalePart): Segment => scaleOf(part).segment ?? 'general'
