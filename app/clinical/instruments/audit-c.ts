/**
 * AUDIT-C: how often, how much, and how often six or more; each 0 to 4, total 0 to 12. Who never drinks is not
 * asked the other two. The scorer alone: the wording is loaded by a practice that may use it.
 *
 * The cut-off differs by sex, so it is not in here. Source, licence, cut-offs and sign-off: docs/clinical/audit-c.md
 */
import { given } from './answers.ts'
import { type Instrument, type Item, upTo } from './instrument.ts'
import { type Bounded, type Total, totalOf } from './total.ts'
import { type Truth, truth } from './truth.ts'

/** `onlyFrequency`: every point comes from how often. Often within limits, so the amount is asked about. */
export type AuditCReadings = Bounded & { onlyFrequency: Truth }

const ratings = upTo(4)
const often: Item = { linkId: 'audit-c-01', values: ratings }
const drinks = {
  values: ratings,
  askedWhen: [1, 2, 3, 4, 'skipped' as const].map((is) => ({ linkId: often.linkId, is })),
}
const amount: Item = { linkId: 'audit-c-02', ...drinks }
const six: Item = { linkId: 'audit-c-03', ...drinks }
const items = [often, amount, six]

export const auditC: Instrument<Total, AuditCReadings> = {
  code: 'audit-c',
  version: '1.0.0',
  recall: 'past-year',
  source: 'docs/clinical/audit-c.md',
  items,
  score: (answers) => {
    const frequency = given(often, answers)
    const rest = [amount, six].map((item) => given(item, answers))
    const isNone = frequency === 0 || rest.some((value) => value !== undefined && value > 0)
    const isOnly = frequency !== undefined && rest.every((value) => value === 0)
    return {
      ...totalOf(items, answers, 0),
      onlyFrequency: truth(isNone ? false : isOnly ? true : undefined),
    }
  },
}
