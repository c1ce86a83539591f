/** Any answers that a page takes, and the same with one of them left out. */
import fc from 'fast-check'
import { asked } from '../app/clinical/instruments/answers.ts'
import type { Answers, Instrument } from '../app/clinical/instruments/instrument.ts'
import type { Answer, Question, Told } from '../app/clinical/intake/question.ts'
import { MEDICINE_KINDS, type MedicineList, NONE_OF_THESE } from '../app/clinical/medicines/medicine-list.ts'
import type { Outcome } from '../app/clinical/outcome.ts'
import type { Limits } from '../app/clinical/protocol.ts'
import type { Rule } from '../app/clinical/rules/rule.ts'
import { anyComplete } from './answering.ts'
import { comesOf, isMilder } from './milder.ts'

/** The day all of it is told. */
export const TOLD_ON = '2026-06-15'
const DECLINED: Answer = { declined: 'now' }

/** Any answer a page takes. */
function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'one-of':
      return fc.constantFrom(...question.options)
    case 'several':
      return fc.subarray([...question.options])
    case 'number':
      return fc.oneof(
        fc.integer({ min: question.from, max: question.to }),
        fc.integer({ min: question.from, max: Math.min(question.to, question.from + 12) }),
      )
    case 'measure':
      return question.of === 'height' ? fc.integer({ min: 50, max: 240 }) : fc.integer({ min: 10, max: 300 })
    case 'day':
      return fc.constantFrom(TOLD_ON, '2026-06-14', '2026-05-01', '2026-07-01')
    case 'text':
      return fc.constantFrom('prazosin', 'rifampin', 'a pill')
  }
}

export const anyTold = (questions: readonly Question[]): fc.Arbitrary<Told> =>
  fc.record(Object.fromEntries(questions.map((question) => [question.name, anyAnswer(question)])))

/** Read, near a name, and read by nobody. */
export const anyMedicineList: fc.Arbitrary<MedicineList> = fc.record({
  asked: fc.constant(MEDICINE_KINDS),
  medicines: fc.array(
    fc.record(
      {
        text: fc.constantFrom(
          'sertraline',
          'prazosin',
          'prasosin',
          'toronja',
          'Xanax',
          'my nightmare pill',
          'metformin',
        ),
        taking: fc.constantFrom('taking' as const, { stoppedOn: '2026-01-01' }, { stoppedOn: '2026-06-14' }),
        picked: fc.constantFrom(
          [{ part: 'prasosin', as: 'prazosin' }],
          [{ part: 'prasosin', as: NONE_OF_THESE }],
        ),
      },
      { requiredKeys: ['text', 'taking'] },
    ),
    { maxLength: 3 },
  ),
})

const without = <Value>(all: Readonly<Record<string, Value>>, name: string, as: Value | undefined) => {
  const { [name]: _, ...rest } = all
  return as === undefined ? rest : { ...rest, [name]: as }
}
/** Not reached, or skipped. */
export const leftTold = (told: Told | undefined, name: string, skip: boolean): Told =>
  without(told ?? {}, name, skip ? DECLINED : undefined)
export const leftAnswer = (answers: Answers | undefined, linkId: string, skip: boolean): Answers =>
  without(answers ?? {}, linkId, skip ? ('skipped' as const) : undefined)

/** Rungs of one ladder, the highest first: whoever stands on a higher one is on no lower. */
const LADDERS = [
  ['B01', 'B02', 'B03'],
  ['S01', 'S02'],
]

/** Each rule that is milder without the answer than with it, and no higher rung of its ladder speaks instead. */
export function milderWithout<Facts extends object>(
  rules: readonly Rule<Facts>[],
  whole: Facts,
  left: Facts,
  limits: Limits,
): string[] {
  const isMilderNow = (rule: Rule<Facts>, than: Outcome) => {
    const { outcome } = rule.judge(left, limits)
    return outcome !== 'unknown' && isMilder(outcome, than)
  }
  return rules
    .filter((rule) => {
      const ladder = LADDERS.find((rungs) => rungs.includes(rule.id)) ?? []
      const above = ladder.slice(0, ladder.indexOf(rule.id) + 1)
      const asMuch = rules.filter(({ id }) => id === rule.id || above.includes(id))
      const than = comesOf(rule, whole, limits)
      return asMuch.every((one) => isMilderNow(one, than))
    })
    .map(({ id }) => id)
}

/** Only what was to be asked is answered. */
export const anyAsked = (instrument: Instrument<unknown>): fc.Arbitrary<Answers> =>
  anyComplete(instrument).map((answers) => {
    let kept: Answers = {}
    for (const item of instrument.items)
      if (asked([item], kept).length > 0) kept = { ...kept, [item.linkId]: answers[item.linkId] }
    return kept
  })
