/**
 * A person's medicines on the day of a session: the recorded list, and what was told on the day.
 *
 * A line is never taken away. What was started is a line more; what was stopped stands as stopped on the day it was told,
 * which is never too early. Source: S-4 and rules C04, C08, C20, C21, F17 of docs/clinical/rules.md.
 * Sign-off: docs/clinical/day-check.md
 */
import type { Day } from '../calendar-day.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts, HeldMedicine } from '../facts/day-of.ts'
import { listOf, numberOf, type Told, wordOf, yesOf } from '../intake/question.ts'
import { holdHoursOf } from '../medicines/hold.ts'
import { CHANGES_EXPOSURE, segmentOf } from '../medicines/interactions.ts'
import { courseMedicineFacts, dayOfMedicineFacts } from '../medicines/medicine-facts.ts'
import {
  isOpen,
  judgedClasses,
  type ListedMedicine,
  MEDICINE_KINDS,
  type MedicineList,
  readMedicine,
} from '../medicines/medicine-list.ts'
import { wordsOf } from '../medicines/text.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type { Limits } from '../protocol.ts'

/** The recorded list; undefined where there is none. */
type Recorded = MedicineList | undefined

const ALPHA: MedicineClass = 'alpha-blocker-or-agonist'
/** C04 asks about these by their names, with hours of its own. */
const ASKED_BY_NAME: readonly MedicineClass[] = ['alcohol', 'cannabis']

/** @param on the day of the sheet, where the person is */
export function withTold(recorded: MedicineList, told: Told, on: Day): MedicineList {
  const [started, stopped] = [nameIn(told, 'newMedicineName'), nameIn(told, 'stoppedMedicineName')]
  if (started === '' && stopped === '') return recorded
  const gone = readMedicine({ text: stopped }).ingredients
  const isGone = (line: ListedMedicine) => readMedicine(line).ingredients.some((one) => gone.includes(one))
  const lines = recorded.medicines.map(
    (line): ListedMedicine => (isGone(line) ? { ...line, taking: { stoppedOn: on } } : line),
  )
  return {
    asked: recorded.asked,
    medicines: [
      ...lines,
      ...(stopped === '' ? [] : [{ text: stopped, taking: { stoppedOn: on } } as const]),
      ...(started === '' ? [] : [{ text: started, taking: 'taking' } as const]),
    ],
  }
}

/** Ticked, and no name beside it. */
const isUnnamed = (told: Told, what: 'started' | 'stopped', name: string): boolean =>
  listOf(told, 'medicineChange')?.includes(what) === true && nameIn(told, name) === ''

const nameIn = (told: Told, name: string): string => wordOf(told, name)?.trim() ?? ''

/** A line of which the hours are asked: by the name of its question, as the person wrote it. */
export type HeldLine = { name: string; text: string }

/** Lines with a class for which hours are signed. An alpha medicine has a question of its own. */
export function heldLines(recorded: Recorded, today: Day, limits: Limits): HeldLine[] {
  const held = (recorded?.medicines ?? []).filter((line) =>
    classesThatCount(line, today, limits).some((one) => one !== ALPHA && (holdHoursOf(one, limits) ?? 0) > 0),
  )
  return [...new Map(held.map((line) => [questionOf(line), line.text])).entries()].map(([name, text]) => ({
    name,
    text,
  }))
}

const questionOf = ({ text }: ListedMedicine): string => `last-${wordsOf(text).join('-')}`

const classesThatCount = (line: ListedMedicine, today: Day, limits: Limits): MedicineClass[] =>
  judgedClasses(readMedicine(line), today, limits)
    .filter(({ standing }) => standing.is !== 'passed')
    .map((judged) => judged.class)
    .filter((one) => !ASKED_BY_NAME.includes(one))

type MedicinesOfDay = Pick<
  DayOfFacts,
  | 'newMedicineClasses'
  | 'newSubstanceClasses'
  | 'newUnmatchedMedicines'
  | 'takesAlphaMedicine'
  | 'hoursSinceAlphaMedicine'
  | 'missedUsualAlphaDose'
  | 'heldMedicines'
  | 'heldSubstances'
> &
  Pick<CourseFacts, 'startedMedicineClasses' | 'stoppedMedicineClasses'>

/** Facts for rules C04, C08, C20, C21 and F17. */
export const medicinesOfDay = (
  recorded: Recorded,
  told: Told,
  today: Day,
  limits: Limits,
): MedicinesOfDay => ({
  ...changeFacts(recorded, told, today, limits),
  takesAlphaMedicine: takesAlpha(recorded, told, today, limits),
  hoursSinceAlphaMedicine: numberOf(told, 'alphaHours'),
  missedUsualAlphaDose: yesOf(told, 'alphaMissed'),
  ...heldFacts(recorded, told, today, limits),
})

/** "Yes" without a name is for a prescriber to ask about: it may have been anything. */
function changeFacts(recorded: Recorded, told: Told, today: Day, limits: Limits): MedicinesOfDay {
  const ticked = listOf(told, 'medicineChange')
  const [started, stopped] = [nameIn(told, 'newMedicineName'), nameIn(told, 'stoppedMedicineName')]
  if (ticked === undefined && started === '' && stopped === '') return {}
  // What is asked is what changed, whatever was gone through before.
  const before: MedicineList = { asked: MEDICINE_KINDS, medicines: recorded?.medicines ?? [] }
  const now = withTold(before, told, today)
  const { newMedicineClasses, newSubstanceClasses, newUnmatchedMedicines } = dayOfMedicineFacts(
    before,
    now,
    today,
    limits,
  )
  const byStart = courseMedicineFacts(before, withTold(before, { newMedicineName: started }, today))
  const byStop = courseMedicineFacts(before, withTold(before, { stoppedMedicineName: stopped }, today))
  const isStartUnnamed = isUnnamed(told, 'started', 'newMedicineName')
  const isStopUnnamed = isUnnamed(told, 'stopped', 'stoppedMedicineName')
  const unnamed = [isStartUnnamed, isStopUnnamed].filter(Boolean).length
  return {
    newMedicineClasses,
    newSubstanceClasses,
    newUnmatchedMedicines: (newUnmatchedMedicines ?? 0) + unnamed,
    startedMedicineClasses: isStartUnnamed ? undefined : byStart.startedMedicineClasses,
    stoppedMedicineClasses:
      isStopUnnamed || mayBeMore(stopped, byStop.stoppedMedicineClasses)
        ? undefined
        : byStop.stoppedMedicineClasses,
  }
}

/** What nobody could read may have been one that changes exposure, unless one is known already. */
const mayBeMore = (name: string, classes: readonly MedicineClass[] = []): boolean =>
  name !== '' &&
  isOpen(readMedicine({ text: name })) &&
  !classes.some((one) => CHANGES_EXPOSURE.includes(one))

/**
 * The list is a yes, whatever is said beside it; where it is whole and says no, nothing is asked. Something that was started
 * and not named may be one.
 */
function takesAlpha(recorded: Recorded, told: Told, today: Day, limits: Limits): boolean | undefined {
  const said = yesOf(told, 'alpha')
  const now = withTold(recorded ?? { asked: [], medicines: [] }, told, today)
  const byList = dayOfMedicineFacts(undefined, now, today, limits).takesAlphaMedicine
  if (byList === true || said === true) return true
  return said ?? (isUnnamed(told, 'started', 'newMedicineName') ? undefined : byList)
}

/** Whether the recorded list settles it before anybody is asked. */
export const alphaByList = (recorded: Recorded, today: Day, limits: Limits): boolean | undefined =>
  dayOfMedicineFacts(undefined, recorded, today, limits).takesAlphaMedicine

/** The lines that settle it, as they were written. */
export const alphaLines = (recorded: Recorded, today: Day, limits: Limits): string[] =>
  (recorded?.medicines ?? [])
    .filter((line) => classesThatCount(line, today, limits).includes(ALPHA))
    .map(({ text }) => text)

function heldFacts(recorded: Recorded, told: Told, today: Day, limits: Limits): MedicinesOfDay {
  if (recorded === undefined) return {}
  const all = recorded.medicines.flatMap((line) =>
    classesThatCount(line, today, limits).map(
      (one): HeldMedicine => ({
        class: one,
        hoursAgo: numberOf(told, one === ALPHA ? 'alphaHours' : questionOf(line)),
      }),
    ),
  )
  return {
    heldMedicines: all.filter((one) => segmentOf(one.class) === 'general'),
    heldSubstances: all.filter((one) => segmentOf(one.class) === 'substance-use'),
  }
}
