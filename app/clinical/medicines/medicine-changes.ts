/** What was begun and what was stopped between two lists of one person. What is not known is a change. */
import type { MedicineClass } from '../protocol/course.ts'
import type { Ingredient } from './ingredient.ts'
import { isOpen, type ReadMedicine } from './medicine-list.ts'
import { wordsOf } from './text.ts'
import type { Taking } from './wash-out.ts'

type State = 'taken' | 'stopped' | 'not-known' | 'not-listed'

export type Changes = {
  started: readonly MedicineClass[]
  stopped: readonly MedicineClass[]
  /** Lines nobody could read that were not on the list before, or stood there otherwise. */
  newlyOpen: number
  /** Lines nobody could read that are gone, or stand there otherwise. */
  openBefore: number
}

/** By ingredient, not by class: a second inducer beside a first is new. */
export function changes(before: readonly ReadMedicine[], now: readonly ReadMedicine[]): Changes {
  const all = [...new Set([...before, ...now].flatMap(({ ingredients }) => ingredients))]
  const classesOf = (isChanged: (from: State, to: State) => boolean) =>
    all.filter((one) => isChanged(stateOf(one, before), stateOf(one, now))).flatMap(({ classes }) => classes)
  const [openThen, openNow] = [openKeys(before), openKeys(now)]
  return {
    started: classesOf((from, to) => from !== 'taken' && (to === 'taken' || to === 'not-known')),
    stopped: classesOf(hasStopped),
    newlyOpen: openNow.filter((key) => !openThen.includes(key)).length,
    openBefore: openThen.filter((key) => !openNow.includes(key)).length,
  }
}

/** Gone from the list is no word that it goes on; heard of only once it was stopped, it was stopped all the same. */
function hasStopped(from: State, to: State): boolean {
  if (to === 'taken' || from === 'stopped') return false
  return to === 'stopped' || from !== 'not-listed'
}

const openKeys = (list: readonly ReadMedicine[]): string[] =>
  list.filter(isOpen).map(({ text, taking }) => `${wordsOf(text).join(' ')}: ${stateBy(taking)}`)

const STRONGEST: readonly State[] = ['taken', 'not-known', 'stopped']

function stateOf(ingredient: Ingredient, list: readonly ReadMedicine[]): State {
  const states = list
    .filter(({ ingredients }) => ingredients.includes(ingredient))
    .map(({ taking }) => stateBy(taking))
  return STRONGEST.find((state) => states.includes(state)) ?? 'not-listed'
}

function stateBy(taking: Taking | undefined): State {
  if (taking === 'taking') return 'taken'
  return taking === undefined || taking === 'not-known' ? 'not-known' : 'stopped'
}
