/** docs/clinical/medicines.md, written from the table and its words, so that the page cannot say something else. */
import type { Ingredient } from '../app/clinical/medicines/ingredient.ts'
import { INTERACTIONS, segmentOf } from '../app/clinical/medicines/interactions.ts'
import { AMBIGUOUS, LOOK_ALIKES } from '../app/clinical/medicines/look-alikes.ts'
import { PRODUCTS } from '../app/clinical/medicines/products.ts'
import { type Mark, MEDICINE_SOURCES } from '../app/clinical/medicines/sources.ts'
import { SPANISH } from '../app/clinical/medicines/spanish.ts'
import { INGREDIENTS } from '../app/clinical/medicines/table.ts'
import { UNJUDGED } from '../app/clinical/medicines/unjudged.ts'
import { MEDICINE_CLASSES, type MedicineClass } from '../app/clinical/protocol/course.ts'
import { classWords, medicineListWords } from '../app/content/medicine-words.ts'

const { en } = medicineListWords

const HEAD = `# Medicines and what they do beside ketamine

Code: \`app/clinical/medicines/\`, words \`app/content/en/medicines/\`. This page is written from them by
\`tests/medicines-page.test.ts\`; change those, then run \`npx vitest run tests/medicines-page.test.ts -u\`.
**Nothing here is signed.** The intake asks for the list, the day of a session for what was started or stopped since.
Licence: our own table and words, under the licence of this repository.

A list of medicines, as a person writes it, becomes classes. The rules that read them: [B18](rules.md#b18--block),
[B19](rules.md#b19--review), [B20](rules.md#b20--review), [B22](rules.md#b22--block-or-review), [C04](rules.md#c04--block-or-review), [C08](rules.md#c08--block-or-review),
[C20](rules.md#c20--review), [C21](rules.md#c21--block), [F17](rules.md#f17--review). What a class means in a practice (block, review,
inform) and for how long a stopped one counts stand in its signed protocol, and nowhere else. The figures below are what
was published, in the excerpt seen. **No text tells a patient to stop a medicine**; a test reads every word a patient can
read.

## How a line is read

- **Exact** names are taken, whatever the case, accents, punctuation, dose and form: generic names, in English and in Spanish,
  brands of the United States, and products, each with everything inside.
- **Near** names are offered as choices and never assumed: slips of the finger (none in three letters, one up to six, two
  up to nine, three beyond), what sounds alike, the beginning of several names, and [look-alikes](#look-alikes) of
  those. *None of these* is always among them. Until the person has chosen, the line counts as not read; after *none of
  these* too, and nothing more is offered.
- **Neither**: the line is a finding for the prescriber: "${en.clinician.unmatched('…')}" A name that is known but of which
  nothing is written is one too: "${en.clinician.unjudged('…')}"
- A word that is not understood beside a name takes the name not back: *not taking Xanax* counts as Xanax, with a question.
- A list is complete when all three kinds were asked about (prescribed; without a prescription; supplements, herbs and
  grapefruit). Until then it is never clear. No list at all is unknown.
- What the state's monitoring programme shows counts as taken beside the list (B18, B19, B22): a benzodiazepine, or an
  opioid, which counts as every class of opioids. Nothing a person said takes it away, and nothing it does not show takes a
  line away. Until it was asked, what it could change is not known.

## Stopped

| what is known | what holds |
|---|---|
| taken now, or the last day is still to come | counts |
| stopped on a day, wash-out signed | counts through that many days after the day; from the next day on it is over |
| stopped, day not known · not known whether taken · no wash-out signed for the class · today not known | unknown: **counts** |

Days are those of the practice's calendar, without hours. Of two entries for one class the longer holds.

## On the day of a session

What was started is a line more; what was stopped counts as stopped on the day it was told. Both are asked by name, and kept for
the sessions after. A line with a class for which hours are signed (\`holdHours\`) is asked about: how many hours ago? Where
a line was taken nearer to the dose, C04 blocks; where nobody said, a prescriber talks first. [The day's check](day-check.md).

## Marks

Evidence: A ${en.clinician.evidence.A} · B ${en.clinician.evidence.B} · C ${en.clinician.evidence.C}.
[V: key] was seen on 22 November 2026 in an excerpt of the [source](#sources); [M] is general knowledge; a *proposal* is a choice of
this project ([what they mean](README.md#marks)). *By name*: the ingredient itself was spoken of, with the mark of its sentence. *By
class*: only its class was, and that it belongs there is [M]. **All brand names, products and look-alikes are [M]**, and so are the Spanish
names: each is to be held against the World Health Organization’s list of nonproprietary names in Spanish. *Toronja* and
*pomelo* for grapefruit were seen in newspapers’ Spanish texts on a notice of the FDA.
`

/** The whole page. */
export const medicinesPage = (): string =>
  [
    HEAD,
    '## Classes\n',
    ...MEDICINE_CLASSES.map(section),
    products(),
    unjudged(),
    lookAlikes(),
    codes(),
    LEFT_OUT,
    sources(),
    SIGNING,
  ].join('\n')

const marks = (all: readonly Mark[]): string => {
  const seen = all.filter((mark) => mark !== 'M')
  const parts = [seen.length > 0 ? `[V: ${seen.join(', ')}]` : '', all.includes('M') ? '[M]' : '']
  return parts.filter((part) => part !== '').join(' ') || 'proposal'
}

function section(one: MedicineClass): string {
  const words = classWords.en[one]
  const { evidence, changesExposure } = INTERACTIONS[one]
  const kept = segmentOf(one) === 'general' ? '' : ' · kept with substance use'
  const rows = INGREDIENTS.filter(({ classes }) => classes.includes(one)).map((entry) => row(entry, one))
  return [
    `### ${words.name}`,
    '',
    `\`${one}\` · evidence ${evidence.join('/')} · ${marks(INTERACTIONS[one].marks)}${changesExposure ? ' · changes exposure' : ''}${kept} · *unsigned*`,
    '',
    `- Prescriber: ${words.clinician}`,
    `- Patient: "${words.patient}"`,
    '',
    '| ingredient | brands | how it is known | also |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function row(
  { name, otherNames, brands, classes, isNamed, marks: own }: Ingredient,
  one: MedicineClass,
): string {
  const names = [name, ...otherNames, ...(SPANISH[name] ?? [])].join(', ')
  const others = classes.filter((other) => other !== one).map((other) => `\`${other}\``)
  const known = isNamed ? `by name, ${marks(own)}` : 'by class'
  return `| ${names} | ${brands.join(', ')} | ${known} | ${others.join(', ')} |`
}

const products = (): string =>
  [
    '## Products of several ingredients\n',
    '| product | inside |',
    '|---|---|',
    ...PRODUCTS.map(
      ({ name, otherNames = [], ingredients }) =>
        `| ${[name, ...otherNames].join(', ')} | ${ingredients.join(', ')} |`,
    ),
    '',
  ].join('\n')

const unjudged = (): string =>
  [
    '## Known names of which nothing is written\n',
    'Parts of products, and what is taken for a name of the table or written beside it. Alone on a line each is a finding for',
    'the prescriber: nothing written is not the same as no interaction.\n',
    `${UNJUDGED.map(({ name, otherNames, brands }) => [name, ...otherNames, ...(SPANISH[name] ?? []), ...brands].join(', ')).join(' · ')}.`,
    '',
  ].join('\n')

const lookAlikes = (): string =>
  [
    '## Look-alikes\n',
    'Where a slip is near one, the other is offered beside it.\n',
    `${LOOK_ALIKES.map(([a, b]) => `${a} and ${b}`).join(' · ')}.\n`,
    'Asked about in each case, because it is written for more than one thing:\n',
    ...AMBIGUOUS.map(({ text, mayBe }) => `- "${text}": ${mayBe.join(' or ')}`),
    '',
  ].join('\n')

const codes = (): string => {
  const all = INGREDIENTS.flatMap(({ name, rxNorm = [] }) => rxNorm.map((code) => ({ of: name, ...code })))
  return [
    '## RxNorm\n',
    'Codes stand here only where they were verified. For every other entry there is none; none was guessed.\n',
    '| ingredient | code | kind | name | mark |',
    '|---|---|---|---|---|',
    ...all.map(
      ({ of, code, termType, name }) => `| ${of} | ${code} | ${termType} | ${name} | ${marks(['INTEROP'])} |`,
    ),
    '',
  ].join('\n')
}

const LEFT_OUT = `## What is not done

- Medicines without an interaction here are not known by name, but for the few above: most lists hold one, and a
  prescriber looks at it.
- Amounts are not read, so a weak and a strong dose are alike, and so are a cream and a tablet.
- Sedating antidepressants (trazodone, mirtazapine, doxepin) stand with the antidepressants alone.
- Opioids sold on the street stand with the other opioids, and medicines for dependence with the medicines: whoever
  prescribes has to see them. Alcohol, cannabis and stimulants nobody prescribed leave only an id in a finding.
- How old the list may be (\`medicines.reconciledWithinDays\`) is read by no rule yet.
- Of Spanish names only the generic ones are known, and everyday words for grapefruit, St. John’s wort, alcohol and a few
  drugs: brands of other countries are not.
`

const sources = (): string =>
  [
    '## Sources\n',
    '| key | what was seen |',
    '|---|---|',
    ...Object.entries(MEDICINE_SOURCES).map(([key, what]) => `| ${key} | ${what} |`),
    '',
  ].join('\n')

const SIGNING = `## Before signing

| version | what | name, credentials | day |
|---|---|---|---|
| 1 | classes, and what is said of each | *unsigned* | |
| 1 | ingredients, brands and products of each class | *unsigned* | |
| 1 | look-alikes, and how near is near | *unsigned* | |
| 1 | how a stopped medicine is counted | *unsigned* | |
`
