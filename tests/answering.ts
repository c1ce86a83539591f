/** Sets of answers for tests of instruments: written down in item order, or any there can be. */
import fc from 'fast-check'
import type { Answers, Item } from '../app/clinical/instruments/instrument.ts'

/** One answer as a test writes it: a value, a skip, or a question never reached. */
export type Written = number | 'skip' | '-'

type WithItems = { items: readonly Item[] }

/** The answers in the order of the items; what is left off at the end was never reached. */
export const answering = ({ items }: WithItems, written: readonly Written[]): Answers =>
  Object.fromEntries(
    items.flatMap(({ linkId }, i) => {
      const answer = written[i] ?? '-'
      return answer === '-' ? [] : [[linkId, answer === 'skip' ? 'skipped' : answer]]
    }),
  )

/** Every item answered `value`, but for the ones named. */
export const allBut = ({ items }: WithItems, value: number, but: Answers = {}): Answers => ({
  ...Object.fromEntries(items.map(({ linkId }) => [linkId, value])),
  ...but,
})

/** Any answers the items take, all there. */
export const anyComplete = ({ items }: WithItems): fc.Arbitrary<Record<string, number>> =>
  fc.record(Object.fromEntries(items.map(({ linkId, values }) => [linkId, fc.constantFrom(...values)])))

/** Any answers the items take, with any of them skipped or never reached. */
export const anyAnswers = ({ items }: WithItems): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      items.map(({ linkId, values }) => [
        linkId,
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom<Answers[string]>(...values) },
          { weight: 1, arbitrary: fc.constantFrom<Answers[string]>('skipped', undefined) },
        ),
      ]),
    ),
  )

/** Numbers no item takes, answers to questions of nobody, and everything that is right. */
export const anythingAtAll = ({ items }: WithItems): fc.Arbitrary<Answers> =>
  fc.dictionary(
    fc.constantFrom(...items.map(({ linkId }) => linkId), 'nobody-asked', '__proto__', 'toString'),
    fc.oneof(
      fc.integer({ min: -2, max: 12 }),
      fc.double(),
      fc.constantFrom<Answers[string]>('skipped', undefined),
    ),
  )

/** Every way to fill the gaps with answers the items take. For a few gaps: the number grows quickly. */
export function everyFilling({ items }: WithItems, answers: Answers): Answers[] {
  return items.reduce<Answers[]>(
    (soFar, { linkId, values }) =>
      typeof answers[linkId] === 'number'
        ? soFar
        : soFar.flatMap((some) => values.map((value) => ({ ...some, [linkId]: value }))),
    [answers],
  )
}
