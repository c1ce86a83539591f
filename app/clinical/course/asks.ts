/**
 * What is asked again in the time between sessions, beside the long questions about the week: mood, feeling unreal, and
 * alcohol and other substances.
 *
 * How often is signed. Where a text of a scale is in force the scale is asked, and otherwise what stands in for it.
 * Sign-off: docs/clinical/schedule.md
 */
import type { Day } from '../calendar-day.ts'
import { phq9 } from '../instruments/phq9.ts'
import { QUESTION_PARTS } from '../intake/parts.ts'
import { SCALE_PARTS, type ScalePart, standInsIn } from '../intake/scales.ts'
import { type Limits, limitAt } from '../protocol.ts'
import { type Ask, nextAsk, schedule } from '../schedule.ts'

/** `habits`: our own questions, as far as no scale covers them. The key stands in the address. */
export type CourseAsk = 'mood' | 'habits' | (typeof ASKED_SCALES)[number]

/** Of the DAST-10 and the TAPS-1 one is asked, as in the intake. */
const ASKED_SCALES = ['lately', 'year', 'ten', 'twelve'] as const satisfies readonly ScalePart[]
export const COURSE_ASKS: readonly CourseAsk[] = ['mood', ...ASKED_SCALES, 'habits']

export const isCourseAsk = (key: string): key is CourseAsk => COURSE_ASKS.some((known) => known === key)

/** A signed number of months, in days: thirty for each. */
const DAYS_IN_A_MONTH = 30

export type Asking = {
  today: Day
  sessionDays: readonly Day[]
  /** Since when somebody is in this course. */
  beganOn: Day
  /** When each was last answered, in the intake or since. */
  last: Partial<Record<CourseAsk, Day | undefined>>
  inForce: ReadonlySet<ScalePart>
}

/** What of our own questions on substances is left to ask, by their names. */
export function ownSubstanceQuestions(inForce: ReadonlySet<ScalePart>): string[] {
  const covered = standInsIn('habits').flatMap(({ scale, names }) => (isAsked(scale, inForce) ? names : []))
  const standIns = new Set(standInsIn('habits').flatMap(({ names }) => names))
  return QUESTION_PARTS.habits
    .map(({ name }): string => name)
    .filter((name) => standIns.has(name) && !covered.includes(name))
}

/** Due today, in their order. On the day of a session nothing of it. */
export function asksDue({ today, sessionDays, beganOn, last, inForce }: Asking, limits: Limits): CourseAsk[] {
  if (sessionDays.includes(today)) return []
  const due = COURSE_ASKS.flatMap((key): Ask[] => {
    if (!isThere(key, inForce)) return []
    const questions = key === 'habits' ? ownSubstanceQuestions(inForce).length : itemsOf(key)
    const everyDays = cadenceOf(key, limits)
    const ask = nextAsk({ instrument: key, questions, firstOn: beganOn, everyDays }, last[key])
    return ask ? [ask] : []
  })
  const span = { today, days: 1, sessionDays, watchDays: 0 }
  const asked = schedule(due, span, limits.schedule ?? {}).days[0]?.asks ?? []
  return COURSE_ASKS.filter((key) => asked.some(({ instrument }) => instrument === key))
}

const isThere = (key: CourseAsk, inForce: ReadonlySet<ScalePart>): boolean =>
  key === 'mood' || (key === 'habits' ? ownSubstanceQuestions(inForce).length > 0 : isAsked(key, inForce))

const isAsked = (scale: ScalePart, inForce: ReadonlySet<ScalePart>): boolean =>
  inForce.has(scale) && !(scale === 'twelve' && inForce.has('ten'))

const itemsOf = (key: Exclude<CourseAsk, 'habits'>): number =>
  key === 'mood' ? phq9.items.length : SCALE_PARTS[key].instrument.items.length

function cadenceOf(key: CourseAsk, limits: Limits): number | undefined {
  if (key === 'mood') return limitAt(limits, 'instruments.cadence.phq9Days')
  if (key === 'lately') return limitAt(limits, 'instruments.cadence.dssBDays')
  const months = limitAt(limits, 'monitoring.substanceEveryMonths')
  return months === undefined ? undefined : months * DAYS_IN_A_MONTH
}
