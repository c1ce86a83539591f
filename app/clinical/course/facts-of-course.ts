/**
 * The facts that the rules over a course read, made here and nowhere else: from what the record holds anyway, and from
 * what was told on the day of a session and the day after. What nobody was asked stays unknown.
 *
 * Alcohol and other substances (F14) have a page of their own, `substances.ts`. Medicines begun or stopped (F17) are facts
 * of the day of a session. Sign-off: docs/clinical/rules.md
 */
import { type Day, daysFrom } from '../calendar-day.ts'
import type { NextDayNews } from '../day/facts-of-next-day.ts'
import type { AfterSessionFacts } from '../facts/after-session.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { Answers } from '../instruments/instrument.ts'
import { phq9 } from '../instruments/phq9.ts'
import { listOf, numberOf, type Told, wordOf, yesOf } from '../intake/question.ts'
import type { Limits } from '../protocol.ts'
import { TOLD_BY_NOTHING } from '../rules/told-by-nothing.ts'
import { type CheckIns, missedCheckIns } from './check-ins.ts'
import { type SignedDose, stepsWithoutImprovement, type Totals } from './dose-steps.ts'
import { type SupplySoFar, supplyFacts } from './refill.ts'

/** What a clinician recorded on one occasion. */
export type Recorded = { on: Day; told: Told }

/** All lists hold the oldest first. What is left out was not looked at. */
export type CourseRecord = {
  soFar?: Pick<CourseFacts, 'sessionsInCourse' | 'monthsInCourse'>
  /** One response and the complete totals before it, of the same questions. */
  trauma?: Pick<CourseFacts, 'pcl5' | 'earlierTotals'> | undefined
  moods?: readonly { answers: Answers; total: number | null }[]
  /** Doses of the plan in this course, and the whole totals there are to judge them by. */
  doses?: { signed: readonly SignedDose[]; totals: Totals }
  /** The patient's own half of the day of a session. */
  day?: DayOfFacts
  /** The day after each session of this course. */
  nextDays?: readonly (Pick<AfterSessionFacts, 'hasBladderBlood' | 'hasCraving'> & NextDayNews)[]
  /** Every sheet of what only a clinician records, and the day it is looked at. */
  recorded?: { sheets: readonly Recorded[]; today: Day }
  supply?: { soFar: SupplySoFar; today: Day }
  /** `now` in epoch milliseconds. */
  checkIns?: CheckIns & { now: number }
  /** A last day nobody gave is not known. */
  expiry?: {
    protocolEndsOn: Day | undefined
    basisDaysLeft: CourseFacts['telehealthBasisDaysLeft']
    today: Day
  }
}

export function courseFacts(record: CourseRecord, limits: Limits): CourseFacts {
  const { soFar, trauma, moods, doses, recorded, supply, checkIns, expiry } = record
  return {
    ...soFar,
    ...trauma,
    ...(moods && moodFacts(moods)),
    ...(doses && {
      doseStepsWithoutImprovement: stepsWithoutImprovement(doses.signed, doses.totals, limits),
    }),
    ...toldFacts(record),
    ...(recorded && recordedFacts(recorded.sheets, recorded.today)),
    ...(supply && supplyFacts(supply.soFar, supply.today, limits)),
    ...(checkIns && { missedCheckIns: missedCheckIns(checkIns, checkIns.now) }),
    ...(expiry && {
      protocolDaysLeft:
        expiry.protocolEndsOn === undefined ? undefined : daysFrom(expiry.today, expiry.protocolEndsOn),
      telehealthBasisDaysLeft: expiry.basisDaysLeft,
    }),
    // Nobody is asked a second time. The warning signs stand in.
    ...TOLD_BY_NOTHING.F07,
  }
}

function moodFacts(
  moods: NonNullable<CourseRecord['moods']>,
): Pick<CourseFacts, 'phq9' | 'earlierPhq9Totals'> {
  const [latest, before] = [moods.at(-1), moods.slice(0, -1)]
  // What was broken off is nothing to compare with.
  const earlierPhq9Totals = before.flatMap(({ total }) => (total === null ? [] : [total]))
  const isAskedAgain = latest !== undefined && earlierPhq9Totals.length > 0
  return { phq9: isAskedAgain ? phq9.score(latest.answers) : 'not-asked-again', earlierPhq9Totals }
}

/** What was told on the day and the day after is asked of the time since the session before: it is new. */
function toldFacts({ day, nextDays = [] }: CourseRecord): CourseFacts {
  const cravings = nextDays.flatMap(({ hasCraving }) =>
    // Asked as yes or no: nobody knows how strong a yes was.
    hasCraving === undefined ? [] : [hasCraving ? ('some' as const) : 0],
  )
  const last = nextDays.at(-1)
  return {
    hasNewBloodInUrine: day ? day.hasBloodInUrine : last?.hasBladderBlood,
    hasNewPainOnUrination: day?.hasBladderPain,
    hasNewHeartEvent: day?.hasNewHeartEvent,
    hasNewPsychiatricDiagnosis: day?.hasNewPsychiatricDiagnosis,
    usesOutsideSessions: last?.usesOutsideSessions,
    sharesMedicine: last?.sharesMedicine,
    ...(cravings.length > 0 && { cravings }),
    ...(day && { isPregnantOrTrying: isPregnant(day) }),
  }
}

/** A pregnancy that is possible and was not tested for is a matter of that day: rule C26. */
function isPregnant({ isPregnancyPossible, pregnancyTest }: DayOfFacts): boolean | undefined {
  if (pregnancyTest === 'positive') return true
  return isPregnancyPossible === false || pregnancyTest === 'negative' ? false : undefined
}

function recordedFacts(sheets: readonly Recorded[], today: Day): CourseFacts {
  const latest = sheets.at(-1)
  if (!latest) return {}
  return { ...liverFacts(sheets, latest, today), pdmpShowsNewPrescriber: showsNewPrescriber(sheets, latest) }
}

/** The form carries a value from sheet to sheet, so it is as old as the first sheet of the row that shows it. */
function liverFacts(
  sheets: readonly Recorded[],
  { told }: Recorded,
  today: Day,
): Pick<CourseFacts, 'altTimesUpperLimit' | 'altAgeMonths'> {
  const tenths = numberOf(told, 'altTenthsOfUpperLimit')
  if (tenths === undefined)
    return yesOf(told, 'altNeeded') === false
      ? { altTimesUpperLimit: 'not-needed', altAgeMonths: 'not-needed' }
      : {}
  const otherAt = sheets.findLastIndex((sheet) => numberOf(sheet.told, 'altTenthsOfUpperLimit') !== tenths)
  const since = sheets[otherAt + 1]?.on
  return {
    altTimesUpperLimit: tenths / 10,
    altAgeMonths: since === undefined ? undefined : monthsFrom(since, today),
  }
}

/** Months of the calendar; one that has begun counts, so that a day too many is too old. */
function monthsFrom(from: Day, to: Day): number | undefined {
  const days = daysFrom(from, to)
  if (days === undefined || days < 0) return undefined
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = to.split('-').map(Number)
  return (thisYear - year) * 12 + thisMonth - month + (thisDay > day ? 1 : 0)
}

/** Against what the look-ups of earlier days showed last: another kind of medicine, or more prescribers. */
function showsNewPrescriber(sheets: readonly Recorded[], latest: Recorded): boolean | undefined {
  const askedOn = wordOf(latest.told, 'pdmpAskedOn')
  const before = sheets.filter(({ told }) => {
    const on = wordOf(told, 'pdmpAskedOn')
    return on !== undefined && askedOn !== undefined && on < askedOn
  })
  const then = <Shown>(read: (told: Told) => Shown | undefined): Shown | undefined =>
    before.map(({ told }) => read(told)).findLast((shown) => shown !== undefined)
  const kinds = (told: Told) => listOf(told, 'pdmpShows')
  const many = (told: Told) => numberOf(told, 'pdmpPrescribers')
  const [kindsThen, kindsNow] = [then(kinds), kinds(latest.told)]
  const [manyThen, manyNow] = [then(many), many(latest.told)]
  const isOther = kindsThen && kindsNow?.some((kind) => !kindsThen.includes(kind))
  const isMore = manyThen === undefined || manyNow === undefined ? undefined : manyNow > manyThen
  if (isOther || isMore) return true
  return isOther === false && isMore === false ? false : undefined
}
