/**
 * What a person has told so far about their safety, while the rest of a questionnaire is still open.
 *
 * Read by the forms that carry answers from screen to screen: an answer that asks for a person does not wait for the
 * last of them. Source: I-0 of docs/clinical/rules.md. Sign-off: docs/clinical/asq.md and docs/clinical/phq9.md
 */
import type { Answers, Instrument, Item } from './instrument.ts'

type Asked = Pick<Instrument<unknown>, 'items'>

/** Answers to items about safety alone, in the order of the items. A question that was not reached is not among them. */
export const safetyAnswers = ({ items }: Asked, answers: Answers): Answers =>
  Object.fromEntries(
    items
      .filter(({ isSafety, linkId }) => isSafety && answers[linkId] !== undefined)
      .map(({ linkId }) => [linkId, answers[linkId]]),
  )

/**
 * Whether one of them asks for a person: anything but a plain no, a skip among it. For the ASQ, the C-SSRS and the
 * PHQ-9, whose lowest answer is the no; an observer's list, where yes is well, is not asked in this way.
 */
export const asksForPerson = ({ items }: Asked, answers: Answers): boolean =>
  items.some((item) => item.isSafety && isMoreThanNo(item, answers[item.linkId]))

const isMoreThanNo = ({ values }: Item, answer: Answers[string]): boolean =>
  answer !== undefined && answer !== values[0]

/**
 * Every set of them that may have been sent with an earlier screen of the same form: without what only some answers
 * bring up, and with it.
 */
export function earlierSafetyAnswers({ items }: Asked, answers: Answers): Answers[] {
  const first = items.filter(({ askedWhen }) => askedWhen === undefined)
  const sets = [safetyAnswers({ items: first }, answers), safetyAnswers({ items }, answers)]
  const differ = Object.keys(sets[0] ?? {}).length !== Object.keys(sets[1] ?? {}).length
  return (differ ? sets : sets.slice(0, 1)).filter((set) => Object.keys(set).length > 0)
}
