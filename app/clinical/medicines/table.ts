/**
 * Every name the table knows, and what it stands for: a pure look-up, built once.
 *
 * The sources, the marks and the day it is signed: docs/clinical/medicines.md.
 */
import { BLOOD_PRESSURE } from './blood-pressure.ts'
import { ENZYMES } from './enzymes.ts'
import type { Ingredient } from './ingredient.ts'
import { MIND } from './mind.ts'
import { PRODUCTS } from './products.ts'
import { SEDATING } from './sedating.ts'
import { SPANISH } from './spanish.ts'
import { STIMULATING } from './stimulating.ts'
import { wordsOf } from './text.ts'
import { UNJUDGED } from './unjudged.ts'

/** One entry per ingredient: those with a class, then those of which no interaction is written. */
export const INGREDIENTS: readonly Ingredient[] = [
  ...SEDATING,
  ...STIMULATING,
  ...BLOOD_PRESSURE,
  ...ENZYMES,
  ...MIND,
  ...UNJUDGED,
]

/** A name as it is written on the package, with everything that is inside. */
export type NamedMedicine = {
  name: string
  ingredients: readonly Ingredient[]
  /** The generic name of the table, where this one is what it is called in Spanish. */
  spanishOf?: string
}

const byName = new Map(INGREDIENTS.map((ingredient) => [ingredient.name, ingredient]))

/** @throws when a product, or a Spanish name, is of an ingredient that has no entry */
function ingredientOf(name: string): Ingredient {
  const found = byName.get(name)
  if (found === undefined) throw new Error(`no ingredient is called ${name}`)
  return found
}

/** Every name there is: generic, other spellings, brands, products, and what each is called in Spanish. */
export const NAMED_MEDICINES: readonly NamedMedicine[] = [
  ...INGREDIENTS.flatMap((ingredient) =>
    [ingredient.name, ...ingredient.otherNames, ...ingredient.brands].map((name) => ({
      name,
      ingredients: [ingredient],
    })),
  ),
  ...PRODUCTS.flatMap(({ name, otherNames = [], ingredients }) =>
    [name, ...otherNames].map((one) => ({ name: one, ingredients: ingredients.map(ingredientOf) })),
  ),
  ...Object.entries(SPANISH).flatMap(([spanishOf, names]) =>
    names.map((name) => ({ name, ingredients: [ingredientOf(spanishOf)], spanishOf })),
  ),
]

const byWords = new Map(NAMED_MEDICINES.map((named) => [wordsOf(named.name).join(' '), named]))

/** How many words a name can have, the most first. */
const WORD_COUNTS = [...new Set([...byWords.keys()].map((name) => name.split(' ').length))].sort(
  (a, b) => b - a,
)

/** The longest name that begins at this word, and how many words it takes. */
export function nameAt(
  words: readonly string[],
  at: number,
): { named: NamedMedicine; length: number } | undefined {
  for (const length of WORD_COUNTS) {
    const taken = words.slice(at, at + length)
    const named = byWords.get(taken.join(' '))
    if (named !== undefined) return { named, length: taken.length }
  }
  return undefined
}
