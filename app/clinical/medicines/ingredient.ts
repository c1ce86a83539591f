/**
 * What one entry of the medicine table is. Source of all entries: docs/clinical/medicines.md, which is written
 * from them. No entry is signed.
 */
import type { MedicineClass } from '../protocol/course.ts'
import type { Mark } from './sources.ts'

/** A code of RxNorm that was verified in its own source. Without one there is none: no code is ever guessed. */
export type RxNormCode = { code: string; termType: 'SCDF' | 'SBDF'; name: string }

export type Ingredient = {
  /** The generic name. No two entries share one. */
  name: string
  /** Other generic spellings, abbreviations, and what people call it. */
  otherNames: readonly string[]
  /** Brand names of the United States. */
  brands: readonly string[]
  /** Empty: no interaction of it is written here, which is not the same as none. A prescriber looks. */
  classes: readonly MedicineClass[]
  /** Spoken of by its own name where the interactions were collected. Otherwise only its class was. */
  isNamed: boolean
  /** How its place in its classes is known. Empty: a choice of this project. */
  marks: readonly Mark[]
  rxNorm?: readonly RxNormCode[]
}

type Names = {
  brands?: readonly string[]
  otherNames?: readonly string[]
  rxNorm?: readonly RxNormCode[]
  /** In the place of the family's own. */
  classes?: readonly MedicineClass[]
}

/** Generic names, each with its brands, or with more that is to be said of it. */
export type Family = Readonly<Record<string, readonly string[] | Names>>

/** Ingredients that are in a class because of what they are: general knowledge, checked by nobody yet. */
export const byClass = (classes: readonly MedicineClass[], family: Family): Ingredient[] =>
  entries(classes, family, { isNamed: false, marks: ['M'] })

/** Ingredients spoken of by name, with the marks their sentence carries. */
export const named = (
  classes: readonly MedicineClass[],
  marks: readonly Mark[],
  family: Family,
): Ingredient[] => entries(classes, family, { isNamed: true, marks })

function entries(
  classes: readonly MedicineClass[],
  family: Family,
  known: Pick<Ingredient, 'isNamed' | 'marks'>,
): Ingredient[] {
  return Object.entries(family).map(([name, given]) => {
    const names: Names = isBrands(given) ? { brands: given } : given
    const { brands = [], otherNames = [], rxNorm } = names
    return {
      name,
      otherNames,
      brands,
      classes: names.classes ?? classes,
      ...known,
      ...(rxNorm && { rxNorm }),
    }
  })
}

const isBrands = (given: readonly string[] | Names): given is readonly string[] => Array.isArray(given)
