import { describe, expect, test } from 'vitest'
import { INVENTED_LIMITS } from '../../practice/demo-protocol.ts'
import { diffLimits } from '../clinical/protocol/diff.ts'
import { LIMIT_PATHS } from '../clinical/protocol/fields.ts'
import type { Limits } from '../clinical/protocol.ts'
import { changeText, limitLabel, limitLines, limitWords } from './limit-words.ts'
import { textsOf } from './texts.ts'
import { LANGUAGES } from './words.ts'

const said = (language: 'en' | 'es', before: Limits, after: Limits) =>
  diffLimits(before, after).map((change) => changeText(language, change))

describe('what changed reads as a sentence', () => {
  const was: Limits = { instruments: { pcl5: { worseningPoints: 10 } }, dose: { isWeightBased: false } }
  const now: Limits = { instruments: { pcl5: { worseningPoints: 8 } }, drive: { notBeforeHours: 16.5 } }

  test('with its units', () => {
    expect(said('en', was, now)).toEqual([
      'was no, now no limit is set',
      'was 10 points of 80, now 8 points of 80',
      'had no limit, now 16.5 hours',
    ])
    expect(said('es', was, now)[1]).toBe('era 10 puntos de 80, ahora 8 puntos de 80')
  })
})

describe('a limit', () => {
  test('that nobody set has no line', () => {
    expect(limitLines('en', {}, 'course.maxSessions')).toEqual([])
  })

  test('of several parts has a line for each row', () => {
    expect(limitLines('en', INVENTED_LIMITS, 'escalation.tiers')).toEqual([
      'Clinician on duty: called after 0 minutes',
      'Prescriber: called after 5 minutes',
      'Person in reserve: called after 10 minutes',
      'Coordinator: called after 15 minutes',
    ])
    expect(limitLines('en', INVENTED_LIMITS, 'vitals.before.mayGoWithout')).toEqual(['temperature'])
  })

  test('is called the same wherever its path stands, down to a cell', () => {
    expect(limitLabel('en', 'dose.bands.careful.startMg')).toBe(
      'Dose: Bands by level of caution: Careful, first dose begins at',
    )
    expect(limitLabel('es', 'drive.notBeforeHours')).toBe('Conducir: No antes, después de la dosis')
    expect(limitLabel('en', 'toString')).toBeUndefined()
    expect(limitLabel('en', 'dose.bands')).toBe('Dose: Bands by level of caution')
  })

  test('is called by a name that no other in its group has', () => {
    for (const language of LANGUAGES) {
      const names = LIMIT_PATHS.map((path) => limitLabel(language, path))
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    }
  })
})

test('the Spanish words are Spanish', () => {
  const spanish = new Map(textsOf(limitWords.es).map(({ place, text }) => [place, text]))
  const same = textsOf(limitWords.en).filter(({ place, text }) => spanish.get(place) === text)
  expect(same.map(({ text }) => text)).toEqual([
    ...['PCL-5', 'PHQ-9', 'GAD-7', 'DES-II', 'DSS-B', 'AUDIT-C', 'DAST-10', 'PQ-16'],
    ...['Alcohol', 'Cannabis', 'mg', 'kg', 'cm', 'mmHg', '%', '°C', 'no'],
  ])
})
