/**
 * Reads a medicine as a person wrote it.
 *
 * Only an exact name is taken, whatever its case, accents, punctuation, dose and form. What is merely near a name
 * is offered as a choice and never assumed. What is near none is not recognized, and a prescriber looks. Page and
 * sources: docs/clinical/medicines.md.
 */
import { lettersIn, slipsAllowed, slipsAtLeast, slipsBetween, soundOf } from './distance.ts'
import { AMBIGUOUS, LOOK_ALIKES } from './look-alikes.ts'
import { NAMED_MEDICINES, type NamedMedicine, nameAt } from './table.ts'
import { isDropped, wordsOf } from './text.ts'

/** A part of the text that is no name, with the names it may have been meant for. */
export type OpenPart = { text: string; choices: readonly NamedMedicine[] }

export type MedicineMatch = {
  /** `known`: every word was understood. `choices`: at least one part is near a name. `unmatched`: near none. */
  is: 'known' | 'choices' | 'unmatched'
  /** Exact names in the text. They count in each case: what was not understood takes none of them back. */
  found: readonly NamedMedicine[]
  open: readonly OpenPart[]
}

/** Total: every text has an answer, the empty one too. */
export function matchMedicine(text: string): MedicineMatch {
  const { found, asked, runs } = cut(wordsOf(text))
  const open = [...asked, ...runs.flatMap(openParts)]
  if (found.length === 0 && open.length === 0) open.push({ text: text.trim(), choices: [] })
  if (open.length === 0) return { is: 'known', found, open }
  return { is: open.some(({ choices }) => choices.length > 0) ? 'choices' : 'unmatched', found, open }
}

/** Names, what may be several things, and runs of words that are neither and say something. */
function cut(words: readonly string[]) {
  const found = new Set<NamedMedicine>()
  const asked: OpenPart[] = []
  const runs: string[][] = []
  let run: string[] = []
  let next = 0
  for (const [at, word] of words.entries()) {
    // Inside the name before.
    if (at < next) continue
    const name = nameAt(words, at)
    const several = severalAt(words, at)
    const isSeveral = several !== undefined && several.length > (name?.length ?? 0)
    if (isSeveral) asked.push(several.part)
    else if (name !== undefined) found.add(name.named)
    else if (!isDropped(words, at)) {
      run.push(word)
      if (run.length === 1) runs.push(run)
      continue
    }
    run = []
    next = at + (isSeveral ? several.length : (name?.length ?? 1))
  }
  return { found: [...found], asked, runs }
}

const SEVERAL = AMBIGUOUS.map(({ text, mayBe }) => ({
  words: wordsOf(text),
  part: { text, choices: NAMED_MEDICINES.filter(({ name }) => mayBe.includes(name)) },
}))

/** What may be more than one thing, beginning at this word. */
function severalAt(words: readonly string[], at: number): { part: OpenPart; length: number } | undefined {
  const found = SEVERAL.find((one) => one.words.every((word, i) => words[at + i] === word))
  return found && { part: found.part, length: found.words.length }
}

/** The whole run if it is near a name; else each of its words that is, and the rest as one. */
function openParts(run: readonly string[]): OpenPart[] {
  const whole = choicesFor(run)
  if (whole.length > 0) return [{ text: run.join(' '), choices: whole }]
  const parts = run.map((word): OpenPart => ({ text: word, choices: choicesFor([word], 1) }))
  const near = parts.filter(({ choices }) => choices.length > 0)
  const rest = parts.filter(({ choices }) => choices.length === 0).map(({ text }) => text)
  return rest.length === 0 ? near : [...near, { text: rest.join(' '), choices: [] }]
}

type Near = { named: NamedMedicine; slips: number }

const INDEX = NAMED_MEDICINES.map((named) => {
  const words = wordsOf(named.name)
  const letters = words.join('')
  const sound = soundOf(letters)
  return { named, words, letters, has: lettersIn(letters), sound, soundHas: lettersIn(sound) }
})

/** @param slipsFewer for one word out of several, which may well be an ordinary word */
function choicesFor(run: readonly string[], slipsFewer = 0): NamedMedicine[] {
  const letters = run.join('')
  const sound = soundOf(letters)
  const written = { letters, has: lettersIn(letters), sound, soundHas: lettersIn(sound) }
  const near = INDEX.flatMap((one): Near[] => {
    const isBeginning = run.every((word, i) => one.words[i] === word)
    if (isBeginning) return [{ named: one.named, slips: 0 }]
    const most = slipsAllowed(Math.max(letters.length, one.letters.length)) - slipsFewer
    const slips = slipsTo(one, written, most)
    return slips <= most ? [{ named: one.named, slips }] : []
  })
  return onePerMedicine(near.sort(byNearness).flatMap(({ named }) => [named, ...takenFor(named)]))
}

/** A name once, also where several reach it, and in Spanish only where the same generic name is not offered already. */
function onePerMedicine(all: readonly NamedMedicine[]): NamedMedicine[] {
  const offered = new Set(all.map(({ name }) => name))
  return [...new Set(all)].filter(({ spanishOf = '' }) => !offered.has(spanishOf))
}

type Spelled = Pick<(typeof INDEX)[number], 'letters' | 'has' | 'sound' | 'soundHas'>

function slipsTo(one: Spelled, written: Spelled, most: number): number {
  // What sounds short is short, however many letters it was written with.
  const bySound = Math.min(most, slipsAllowed(Math.max(one.sound.length, written.sound.length)))
  // Most names share too few letters to be near: those are not walked through.
  return Math.min(
    slipsAtLeast(one.has, written.has) > most
      ? Number.POSITIVE_INFINITY
      : slipsBetween(one.letters, written.letters, most),
    slipsAtLeast(one.soundHas, written.soundHas) > bySound
      ? Number.POSITIVE_INFINITY
      : slipsBetween(one.sound, written.sound, bySound),
  )
}

const byNearness = (a: Near, b: Near): number => a.slips - b.slips || (a.named.name < b.named.name ? -1 : 1)

/** Names this one is confused with. Where there are any, itself is among them. */
function takenFor({ name, spanishOf = name }: NamedMedicine): NamedMedicine[] {
  const pairs = LOOK_ALIKES.filter((pair) => pair.includes(spanishOf))
  return NAMED_MEDICINES.filter((other) => pairs.some((pair) => pair.includes(other.name)))
}
