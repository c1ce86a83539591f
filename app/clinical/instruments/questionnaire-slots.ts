/** The instruments whose text does not ship: their scorers wait for one that a practice may use. */
import { auditC } from './audit-c.ts'
import { cadss6 } from './cadss6.ts'
import { cssrs } from './cssrs.ts'
import { dast10 } from './dast10.ts'
import { des2 } from './des2.ts'
import { dssB } from './dss-b.ts'
import { icsi } from './icsi.ts'
import { type Instrument, type Item, upTo } from './instrument.ts'
import { isi } from './isi.ts'
import { itq } from './itq.ts'
import { kset, ksetOf, LOOKED_AT_FROM_MILD } from './kset.ts'
import { mdq } from './mdq.ts'
import type { LoadedText } from './questionnaire-text.ts'
import { stopBang } from './stop-bang.ts'
import { taps1 } from './taps1.ts'
import { who5 } from './who5.ts'
import { wsas } from './wsas.ts'

export type TextSlot = {
  instrument: Instrument<unknown>
  /** The questions a text must have, in this order. */
  items: readonly Item[]
  /** Which further questions come is up to the text: their `linkId` begins like this, and they take these values. */
  further?: { prefix: string; values: readonly number[] }
}

const fixed = (instrument: Instrument<unknown>): TextSlot => ({ instrument, items: instrument.items })

/** Its questions are the licensed text's own. What is looked at from the mildest on must be among them. */
const ksetSlot: TextSlot = {
  instrument: kset,
  items: LOOKED_AT_FROM_MILD.map((name) => ({ linkId: `kset-${name}`, values: upTo(3) })),
  further: { prefix: 'kset-', values: upTo(3) },
}

export const TEXT_SLOTS: readonly TextSlot[] = [
  ...[itq, dssB, des2, cssrs, auditC, taps1, dast10, mdq].map(fixed),
  ...[isi, stopBang, who5, wsas, icsi].map(fixed),
  ...[ksetSlot, fixed(cadss6)],
]

export const slotOf = (code: string): TextSlot | undefined =>
  TEXT_SLOTS.find(({ instrument }) => instrument.code === code)

/** The instrument with the questions of a loaded text: its own, but for the one whose text brings them. */
export function instrumentWith({ instrument, further }: TextSlot, text: LoadedText): Instrument<unknown> {
  if (further === undefined) return instrument
  const effects = Object.keys(text.items).map((linkId) => linkId.slice(further.prefix.length))
  return ksetOf(
    effects.map((name) =>
      LOOKED_AT_FROM_MILD.includes(name) ? { name, isLookedAtFromMild: true } : { name },
    ),
  )
}

/**
 * What a publisher prints before a question, out of our `linkId`: `1` of audit-c-01, `P1` of itq-p-01,
 * `6-recent` of cssrs-6-recent. Letters and figures alone, without leading zeros.
 */
export function printedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(^|[a-z])0+(?=\d)/g, '$1')
}

/** How the linkIds of a slot begin: what no publisher prints. */
export function commonStart(items: readonly Item[]): string {
  const [first = '', ...others] = items.map(({ linkId }) => linkId)
  const differs = [...first].findIndex((letter, i) => others.some((other) => other[i] !== letter))
  return first.slice(0, first.lastIndexOf('-', differs < 0 ? first.length : differs) + 1)
}
