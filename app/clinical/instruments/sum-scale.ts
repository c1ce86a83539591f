/** Scales that are nothing but a sum, with or without published bands. One place adds; the scales are data. */
import { type Band, bandOf } from './bands.ts'
import type { Instrument } from './instrument.ts'
import { type Bounded, rescored, type Total, totalOf } from './total.ts'

type SumScale = Omit<Instrument<Total, Bounded>, 'score'> & {
  /** How many answers may be missing before there is no total. */
  mayMiss: number
}

export type BandedTotal<Name extends string> = Total & { band: Name }

/** A sum without bands: none was published, so none is shown. */
export function sumScale({ mayMiss, ...about }: SumScale): Instrument<Total, Bounded> {
  return { ...about, score: (answers) => totalOf(about.items, answers, mayMiss) }
}

/** A sum that falls in one of its published bands. */
export function bandedScale<Name extends string>({
  mayMiss,
  bands,
  ...about
}: SumScale & { bands: readonly [Band<Name>, ...Band<Name>[]] }): Instrument<BandedTotal<Name>, Bounded> {
  return {
    ...about,
    score: (answers) =>
      rescored(totalOf(about.items, answers, mayMiss), ({ total }) => ({
        total,
        band: bandOf(total, bands),
      })),
  }
}
