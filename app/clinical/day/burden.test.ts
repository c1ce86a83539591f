/** How many questions somebody meets on the day of a session and on the day after, beside what the protocol allows. */
import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../../practice/demo-protocol.ts'
import { asq } from '../instruments/asq.ts'
import { MEDICINE_KINDS } from '../medicines/medicine-list.ts'
import { ownDay } from './own-questions.ts'
import { type DayQuestion, NEXT_DAY } from './questions.ts'

const { questionsOnSessionDay, questionsPerDayInWatch } = INVENTED_LIMITS.schedule

/** The question about right now comes after a yes or a skip alone. */
const SCREEN = asq.items.length - 1

/**
 * More than the protocol allows, all about safety: each is read by a rule, and the schedule puts no such question off.
 * To be settled by a clinician, by fewer questions or by another number; until then no more may come.
 */
const OVER = { sessionDay: 6, dayAfter: 7 }

type Person = Partial<Parameters<typeof ownDay>[0]>
const questionsOf = (person: Person = {}) =>
  ownDay(
    {
      medicines: { asked: MEDICINE_KINDS, medicines: [] },
      ...{ canBePregnant: true, today: '2026-11-23', ...person },
    },
    INVENTED_LIMITS,
  ).questions
/** Before anything is answered. */
const asOpened = (questions: readonly DayQuestion[]) => questions.filter(({ after }) => after === undefined)

describe('the day of a session', () => {
  test('asks, of somebody for whom nothing special holds, no more than this over the protocol', () => {
    const asked = SCREEN + asOpened(questionsOf()).length
    expect(asked - questionsOnSessionDay).toBe(OVER.sessionDay)
  })

  test('asks less of somebody who cannot be pregnant', () => {
    const fewer = asOpened(questionsOf({ canBePregnant: false })).length
    expect(fewer).toBe(asOpened(questionsOf()).length - 1)
  })

  test('shows what follows an answer beside that answer alone', () => {
    const following = questionsOf().flatMap(({ name, after }) =>
      after ? [`${name} after ${after.name}`] : [],
    )
    expect(following).toEqual([
      'newMedicineName after medicineChange',
      'stoppedMedicineName after medicineChange',
      'alpha after medicineChange',
      'alphaHours after alpha',
      'alphaMissed after alpha',
      'pregnancyTest after pregnant',
      'pregnancyTestHours after pregnant',
      'periodLate after pregnant',
    ])
  })
})

test('the day after asks no more than this over the protocol', () => {
  expect(SCREEN + NEXT_DAY.length - questionsPerDayInWatch).toBe(OVER.dayAfter)
})
