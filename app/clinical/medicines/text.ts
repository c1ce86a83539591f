/** A medicine as somebody wrote it, cut into words that can be compared. */

/**
 * Words without case, accents and punctuation. Letters and digits that touch are parted: `0.5mg` is three words.
 * `#3` reads as `no 3`, `&` and `+` as `and`.
 */
export function wordsOf(text: string): string[] {
  const letters = text
    // First, or what stands above a letter leaves a space in its place.
    .replace(/['’‘`´]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('#', ' no ')
    .replace(/[&+]/g, ' and ')
  return letters.match(/\p{L}+|\p{N}+/gu) ?? []
}

const list = (words: string) => words.split(/\s+/).filter((word) => word !== '')

/**
 * What says how much, in which form or when, and never which medicine. A word that could part two medicines (PM,
 * D, DM, PE, HCT after a brand; not, never, allergic) must not stand here: what is not dropped is looked at.
 */
const DROPPED = new Set([
  ...list('mg mcg ug µg μg gram grams gm ml cc iu meq unit units milligram milligrams percent'),
  ...list('tab tabs tablet tablets cap caps capsule capsules caplet caplets pill pills softgel softgels'),
  ...list('liquid syrup suspension solution elixir oral orally patch patches gel cream ointment spray'),
  ...list('drop drops injection injections shot shots inj inhaler film lozenge lozenges gum chewable'),
  ...list('er xr sr xl cr ir dr la cd ec odt extended delayed immediate sustained release long acting'),
  ...list('hcl hydrochloride hbr hydrobromide sodium tartrate bitartrate'),
  ...list('succinate maleate mesylate besylate sulfate sulphate phosphate citrate acetate pamoate fumarate'),
  ...list('carbonate nitrate oxalate disodium decanoate'),
  ...list('a an the and or with of by for to in at on my i take taking takes use using one two three half'),
  ...list('once twice times time x per each every other day days daily night nights nightly bedtime morning'),
  ...list('mornings afternoon evening evenings noon hour hours hr hrs week weeks weekly weekends month'),
  ...list('monthly qd qhs qam qpm bid tid qid hs prn po sl sublingual as needed when meals food'),
  ...list('mouth am generic brand otc'),
  ...list('tableta tabletas pastilla pastillas capsula capsulas gotas jarabe parche por la el de y con cada'),
  ...list(
    'comprimido comprimidos miligramo miligramos clorhidrato sodico sodica succinato maleato mesilato besilato',
  ),
  ...list(
    'tartrato acetato fumarato citrato fosfato un mi mis los las del en todas todos diaria liberacion prolongada',
  ),
  ...list('dia dias diario noche noches manana tarde hora horas al una uno dos vez veces para tomo'),
])

/** Letters that are a unit or a time only right after a number: `2 g`, `8 pm`, `12 h`. */
const AFTER_A_NUMBER = new Set(['g', 'l', 'h', 'u', 'pm', 'mcl'])

/** What a medicine is for, right after `for`. By itself it may be all that is said of another one: `pain pill`. */
const PURPOSES: ReadonlySet<string | undefined> = new Set([
  ...list(
    'the la las el los my high blood pressure sleep bed anxiety nightmares nightmare pain mood depression headaches',
  ),
  ...list('adhd ptsd allergies heart seizures dormir presion alta ansiedad pesadillas dolor'),
])
const LEADS_TO_PURPOSE: ReadonlySet<string | undefined> = new Set(['for', 'para'])

/** A word is letters or digits, and never both. */
const isNumber = (word: string | undefined) => word !== undefined && /\p{N}/u.test(word)

/** Whether the word at this place says nothing about which medicine it is. */
export function isDropped(words: readonly string[], at: number): boolean {
  const word = words[at]
  if (word === undefined) return true
  if (isNumber(word) || DROPPED.has(word) || isPurpose(words, at)) return true
  return AFTER_A_NUMBER.has(word) && isNumber(words[at - 1])
}

/** Also of what leads to a purpose by itself, which says no name either. */
function isPurpose(words: readonly string[], at: number): boolean {
  let before = at
  while (PURPOSES.has(words[before])) before--
  return LEADS_TO_PURPOSE.has(words[before])
}
