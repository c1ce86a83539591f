import { describe, expect, test } from 'vitest'
import { asq } from './asq.ts'
import { cssrs } from './cssrs.ts'
import type { Answers } from './instrument.ts'
import { pcl5 } from './pcl5.ts'
import { phq9 } from './phq9.ts'
import { asksForPerson, earlierSafetyAnswers, safetyAnswers } from './safety-answers.ts'

const NO = { 'asq-01': 0, 'asq-02': 0, 'asq-03': 0, 'asq-04': 0 }

describe('asks for a person', () => {
  test.each<[Answers, boolean]>([
    [{}, false],
    [{ 'asq-01': 0 }, false],
    [NO, false],
    [{ ...NO, 'asq-02': 1 }, true],
    [{ 'asq-02': 'skipped' }, true],
    [{ ...NO, 'asq-05': 1 }, true],
    [{ ...NO, 'asq-05': 0 }, false],
  ])('ASQ %j: %s', (answers, asks) => {
    expect(asksForPerson(asq, answers)).toBe(asks)
  })

  test.each<[Answers, boolean]>([
    [{ 'phq9-08': 3 }, false],
    [{ 'phq9-09': 0 }, false],
    [{ 'phq9-09': 1 }, true],
    [{ 'phq9-09': 3 }, true],
    [{ 'phq9-09': 'skipped' }, true],
    [{ 'phq9-08': 'skipped' }, false],
  ])('PHQ-9 %j: %s', (answers, asks) => {
    expect(asksForPerson(phq9, answers)).toBe(asks)
  })

  test('every question of the C-SSRS does, and none of the PCL-5', () => {
    for (const { linkId } of cssrs.items) expect(asksForPerson(cssrs, { [linkId]: 1 })).toBe(true)
    expect(asksForPerson(pcl5, { 'pcl5-16': 4, 'pcl5-20': 'skipped' })).toBe(false)
  })
})

describe('answers about safety', () => {
  test('are taken out of all others, and what was not reached is not made up', () => {
    expect(safetyAnswers(phq9, { 'phq9-01': 3, 'phq9-09': 2 })).toEqual({ 'phq9-09': 2 })
    expect(safetyAnswers(phq9, { 'phq9-01': 3 })).toEqual({})
    expect(safetyAnswers(asq, { 'asq-03': 'skipped' })).toEqual({ 'asq-03': 'skipped' })
  })

  test('alone are no questionnaire that is complete', () => {
    expect(phq9.score(safetyAnswers(phq9, { 'phq9-09': 2 })).status).toBe('incomplete')
    expect(asq.score(safetyAnswers(asq, { ...NO, 'asq-01': 1 })).outcome).toBe('positive')
  })

  test('of an earlier screen are those without the question that only some of them bring up', () => {
    const first = { ...NO, 'asq-01': 1 }
    expect(earlierSafetyAnswers(asq, first)).toEqual([first])
    expect(earlierSafetyAnswers(asq, { ...first, 'asq-05': 0 })).toEqual([first, { ...first, 'asq-05': 0 }])
    expect(earlierSafetyAnswers(phq9, { 'phq9-01': 1, 'phq9-09': 1 })).toEqual([{ 'phq9-09': 1 }])
    expect(earlierSafetyAnswers(pcl5, { 'pcl5-01': 1 })).toEqual([])
  })
})
