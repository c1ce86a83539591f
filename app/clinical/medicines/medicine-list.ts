/** A patient's list of medicines, and what is made of each line. */
import type { Day } from '../calendar-day.ts'
import type { MedicineClass } from '../protocol/course.ts'
import type { Limits } from '../protocol.ts'
import type { Ingredient } from './ingredient.ts'
import { matchMedicine, type OpenPart } from './match-medicine.ts'
import type { NamedMedicine } from './table.ts'
import { type Standing, standingOf, type Taking } from './wash-out.ts'

/** What is asked about by name: people leave out what no doctor wrote, or what grows. */
export const MEDICINE_KINDS = ['prescribed', 'without-prescription', 'supplement-or-herb'] as const
export type MedicineKind = (typeof MEDICINE_KINDS)[number]

export type ListedMedicine = {
  /** As it was written. */
  text: string
  taking?: Taking
  /** What the person answered to the choices for a part of the text. A name that was not offered settles nothing. */
  picked?: readonly Pick[]
}

/** `none-of-these`: it stays unread, and is offered no more. */
export type Pick = { part: string; as: string }
export const NONE_OF_THESE = 'none-of-these'

export type MedicineList = {
  /** What the person was asked about and answered, if only with "none". */
  asked: readonly MedicineKind[]
  medicines: readonly ListedMedicine[]
}

/** One line, read. */
export type ReadMedicine = ListedMedicine & {
  found: readonly NamedMedicine[]
  /** What no name explains. */
  open: readonly OpenPart[]
  /** Everything inside, each ingredient once. */
  ingredients: readonly Ingredient[]
}

/** Reads one line: exact names, and choices the person has settled. */
export function readMedicine(medicine: ListedMedicine): ReadMedicine {
  const match = matchMedicine(medicine.text)
  const answerTo = ({ text }: OpenPart) => medicine.picked?.find(({ part }) => part === text)?.as
  const pickedFor = (part: OpenPart) => part.choices.find(({ name }) => name === answerTo(part))
  const found = [...match.found, ...match.open.flatMap((part) => pickedFor(part) ?? [])]
  const open = match.open
    .filter((part) => pickedFor(part) === undefined)
    .map((part) => (answerTo(part) === NONE_OF_THESE ? { ...part, choices: [] } : part))
  const ingredients = [...new Set(found.flatMap((named) => named.ingredients))]
  return { ...medicine, found, open, ingredients }
}

/** A known name without any ingredient of which an interaction is written. */
export const isUnjudged = ({ ingredients }: NamedMedicine): boolean =>
  ingredients.every(({ classes }) => classes.length === 0)

/** A line somebody has to look at: a part that is no name, or a name of which nothing is written. */
export const isOpen = ({ open, found }: ReadMedicine): boolean => open.length > 0 || found.some(isUnjudged)

/** One class of one line, and whether it still counts. */
export type JudgedClass = { class: MedicineClass; ingredient: Ingredient; standing: Standing }

/** For the prescriber: every class of a line, with why it counts or not. */
export const judgedClasses = (medicine: ReadMedicine, today: Day, limits: Limits): JudgedClass[] =>
  medicine.ingredients.flatMap((ingredient) =>
    ingredient.classes.map((one) => ({
      class: one,
      ingredient,
      standing: standingOf(medicine.taking, one, today, limits),
    })),
  )
