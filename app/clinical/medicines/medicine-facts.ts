/**
 * The facts that rules read from a patient's list of medicines, made here and nowhere else.
 *
 * A medicine counts unless its wash-out is known to be over. Adding a line never takes a class away. The order of
 * the lines says nothing.
 */
import type { Day } from '../calendar-day.ts'
import type { CourseFacts } from '../facts/course.ts'
import type { DayOfFacts } from '../facts/day-of.ts'
import type { IntakeFacts } from '../facts/intake.ts'
import { MEDICINE_CLASSES, type MedicineClass } from '../protocol/course.ts'
import type { Limits } from '../protocol.ts'
import { CHANGES_EXPOSURE, segmentOf } from './interactions.ts'
import { changes } from './medicine-changes.ts'
import {
  isOpen,
  judgedClasses,
  MEDICINE_KINDS,
  type MedicineList,
  type ReadMedicine,
  readMedicine,
} from './medicine-list.ts'

type IntakeMedicineFacts = Pick<IntakeFacts, 'medicineClasses' | 'substanceClasses' | 'unmatchedMedicines'>

/**
 * Facts for rules B18 to B20 and B22. Without a list all of them are unknown. Where a kind of medicine was not
 * asked about, what is known stands, and how much is not is unknown.
 *
 * @param today the practice's calendar day
 */
export function intakeMedicineFacts(
  list: MedicineList | undefined,
  today: Day,
  limits: Limits,
): IntakeMedicineFacts {
  if (list === undefined) return {}
  const read = list.medicines.map(readMedicine)
  const counting = classesThatCount(read, today, limits)
  return {
    ...bySegment(counting),
    unmatchedMedicines: isAskedAbout(list) ? read.filter(isOpen).length : undefined,
  }
}

type DayOfMedicineFacts = Pick<
  DayOfFacts,
  'newMedicineClasses' | 'newSubstanceClasses' | 'newUnmatchedMedicines' | 'takesAlphaMedicine'
>

/** Facts for rules C08, C20 and C21: what is new since the list of the last session. */
export function dayOfMedicineFacts(
  before: MedicineList | undefined,
  now: MedicineList | undefined,
  today: Day,
  limits: Limits,
): DayOfMedicineFacts {
  if (now === undefined) return {}
  const read = now.medicines.map(readMedicine)
  const takesAlphaMedicine = takesAlpha(read, isAskedAbout(now), today, limits)
  if (before === undefined) return { takesAlphaMedicine }
  const { started, newlyOpen } = changes(before.medicines.map(readMedicine), read)
  const { medicineClasses, substanceClasses } = bySegment(started)
  return {
    newMedicineClasses: medicineClasses,
    newSubstanceClasses: substanceClasses,
    newUnmatchedMedicines: isAskedAbout(now) ? newlyOpen : undefined,
    takesAlphaMedicine,
  }
}

/** Facts for rule F17: what was begun or stopped between two lists. */
export function courseMedicineFacts(
  before: MedicineList | undefined,
  now: MedicineList | undefined,
): Pick<CourseFacts, 'startedMedicineClasses' | 'stoppedMedicineClasses'> {
  if (before === undefined || now === undefined) return {}
  const change = changes(before.medicines.map(readMedicine), now.medicines.map(readMedicine))
  const isAsked = isAskedAbout(before) && isAskedAbout(now)
  return {
    startedMedicineClasses: ifReadable(change.started, isAsked && change.newlyOpen === 0),
    stoppedMedicineClasses: ifReadable(change.stopped, isAsked && change.openBefore === 0),
  }
}

/** What was not read may have been one that changes exposure: unknown, unless one is known already. */
function ifReadable(classes: readonly MedicineClass[], isReadable: boolean): MedicineClass[] | undefined {
  const isKnown = classes.some((one) => CHANGES_EXPOSURE.includes(one))
  return isReadable || isKnown ? bySegment(classes).medicineClasses : undefined
}

const isAskedAbout = ({ asked }: MedicineList): boolean =>
  MEDICINE_KINDS.every((kind) => asked.includes(kind))

function classesThatCount(read: readonly ReadMedicine[], today: Day, limits: Limits): MedicineClass[] {
  return read
    .flatMap((medicine) => judgedClasses(medicine, today, limits))
    .filter(({ standing }) => standing.is !== 'passed')
    .map((judged) => judged.class)
}

/** Each class once, in the protocol's order; what would tell of a substance goes to its own part of the record. */
function bySegment(classes: readonly MedicineClass[]) {
  const sorted = MEDICINE_CLASSES.filter((one) => classes.includes(one))
  return {
    medicineClasses: sorted.filter((one) => segmentOf(one) === 'general'),
    substanceClasses: sorted.filter((one) => segmentOf(one) === 'substance-use'),
  }
}

const ALPHA = 'alpha-blocker-or-agonist'

/** Unknown while a text nobody could read may have been one, or a kind of medicine was not asked about. */
function takesAlpha(
  read: readonly ReadMedicine[],
  isAsked: boolean,
  today: Day,
  limits: Limits,
): boolean | undefined {
  if (classesThatCount(read, today, limits).includes(ALPHA)) return true
  // What is near a name is not taken for it, so it is not taken for no alpha medicine either.
  const mayBe = read.some(({ open }) => open.length > 0)
  return mayBe || !isAsked ? undefined : false
}
