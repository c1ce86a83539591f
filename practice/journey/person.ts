/** An invented person, made from a seed: the same seed makes the same people. */

export type Person = {
  nth: number
  givenName: string
  familyName: string
  email: string
  /** 'YYYY-MM-DD' */
  bornOn: string
  ageYears: number
  state: 'FL' | 'NJ'
  place: string
  sexAtBirth: 'female' | 'male'
  /** How hard the month was: each answer of a scale lies near it, 0 to 1. */
  burden: number
  /** Says yes to the one question of the mood questionnaire about it, and no in the screen that follows. */
  hasHardThoughts: boolean
  /** A number from 0 up to but not 1, the next of this person's own. */
  chance: () => number
}

const GIVEN = [
  'Ada',
  'Ben',
  'Carla',
  'Dev',
  'Elena',
  'Frank',
  'Grace',
  'Hugo',
  'Ines',
  'Joan',
  'Kofi',
  'Lena',
]
const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'ke',
  'li',
  'mo',
  'nu',
  'pa',
  're',
  'si',
  'to',
  'vu',
  'we',
]
const PLACES = { FL: ['Miami', 'Tampa', 'Orlando'], NJ: ['Trenton', 'Newark', 'Edison'] } as const

/** @param today whose calendar year ages are counted from */
export function makePerson(seed: number, nth: number, today: Date): Person {
  const chance = chances(seed * 7_919 + nth)
  const pick = <One>(from: readonly One[]): One => from[Math.floor(chance() * from.length)] as One
  const givenName = pick(GIVEN)
  const familyName = surname(seed * 1_009 + nth)
  const state = pick(['FL', 'NJ'] as const)
  const ageYears = 25 + Math.floor(chance() * 30)
  return {
    nth,
    givenName,
    familyName,
    // Every run has people of its own: an address is an account for ever.
    email: `${givenName}.${familyName}.${seed}.${nth}@journey.invalid`.toLowerCase(),
    bornOn: `${today.getUTCFullYear() - ageYears - 1}-06-15`,
    ageYears,
    state,
    place: pick(PLACES[state]),
    sexAtBirth: pick(['female', 'male'] as const),
    burden: 0.3 + chance() * 0.4,
    hasHardThoughts: nth % 9 === 4,
    chance,
  }
}

/** Nobody of a run, and hardly anybody of two, has another's: people are found by their names. */
function surname(number: number): string {
  let rest = number
  let name = ''
  for (let i = 0; i < 5; i++) {
    name += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Mulberry32: small, seeded, good enough to make people differ. */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
