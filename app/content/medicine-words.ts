/**
 * What a person reads of medicines.
 *
 * A patient is never told to stop one: a test holds it over every word a patient can read. A prescriber reads
 * what is known of a class, why a line counts, and what nobody could read.
 */
import type { Evidence } from '../clinical/medicines/interactions.ts'
import type { OpenPart } from '../clinical/medicines/match-medicine.ts'
import type { JudgedClass, MedicineKind, ReadMedicine } from '../clinical/medicines/medicine-list.ts'
import { isUnjudged } from '../clinical/medicines/medicine-list.ts'
import type { NamedMedicine } from '../clinical/medicines/table.ts'
import type { Standing } from '../clinical/medicines/wash-out.ts'
import type { MedicineClass } from '../clinical/protocol/course.ts'
import { classes as classesEn } from './en/medicines/classes.ts'
import { medicineList as medicineListEn } from './en/medicines/medicine-list.ts'
import { classes as classesEs } from './es/medicines/classes.ts'
import { medicineList as medicineListEs } from './es/medicines/medicine-list.ts'
import type { Language } from './words.ts'

export type ClassWords = {
  /** As a prescriber and whoever signs the protocol read it. */
  name: string
  /** What is known, and what to mind. No number of the protocol, and nothing that decides. */
  clinician: string
  patient: string
}

export type MedicineListWords = {
  /** What the patient reads while writing the list. */
  patient: {
    ask: Record<MedicineKind, string>
    why: string
    none: string
    skip: string
    known: (name: string) => string
    choose: string
    noneOfThese: string
    unmatched: string
    taking: { ask: string; taking: string; stopped: string; stoppedOn: string; unsure: string }
    keep: string
  }
  /** What the prescriber reads of one line. */
  clinician: {
    unmatched: (text: string) => string
    choices: (text: string, names: string) => string
    unjudged: (name: string) => string
    or: string
    standing: {
      taking: string
      'stops-later': string
      'within-wash-out': (days: number, limitDays: number) => string
      passed: (days: number, limitDays: number) => string
      unknown: Record<Extract<Standing, { is: 'unknown' }>['missing'], string>
    }
    evidence: Record<Evidence, string>
  }
}

export const classWords: Record<Language, Record<MedicineClass, ClassWords>> = {
  en: classesEn,
  es: classesEs,
}

export const medicineListWords: Record<Language, MedicineListWords> = {
  en: medicineListEn,
  es: medicineListEs,
}

/** What the patient reads for one part of their text that is no exact name. */
export function openPartForPatient(language: Language, { choices }: OpenPart): string {
  const { patient } = medicineListWords[language]
  return choices.length > 0 ? patient.choose : patient.unmatched
}

/** A name, with what is inside where the name does not say it. */
export function medicineName({ name, ingredients }: NamedMedicine): string {
  const inside = ingredients.map((ingredient) => ingredient.name).join(' + ')
  return inside.toLowerCase() === name.toLowerCase() ? name : `${name} (${inside})`
}

/** The finding for the prescriber: every part of a line that was not recognized, not settled or not judged. */
export function openTexts(language: Language, { open, found }: ReadMedicine): string[] {
  const { clinician } = medicineListWords[language]
  return [
    ...open.map(({ text, choices }) =>
      choices.length > 0
        ? clinician.choices(text, choices.map(medicineName).join(` ${clinician.or} `))
        : clinician.unmatched(text),
    ),
    ...found.filter(isUnjudged).map((named) => clinician.unjudged(medicineName(named))),
  ]
}

/** Why a class counts, or no longer does. */
export function standingText(language: Language, { standing }: Pick<JudgedClass, 'standing'>): string {
  const words = medicineListWords[language].clinician.standing
  if (standing.is === 'unknown') return words.unknown[standing.missing]
  if (standing.is === 'passed') return words.passed(standing.days, standing.limitDays)
  return standing.because === 'within-wash-out'
    ? words['within-wash-out'](standing.days, standing.limitDays)
    : words[standing.because]
}
