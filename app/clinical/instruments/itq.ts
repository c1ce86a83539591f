/**
 * International Trauma Questionnaire (ITQ): ICD-11 PTSD and complex PTSD. Six symptoms and three questions on
 * function for each of two parts; every item 0 to 4, endorsed from 2.
 *
 * A person has the PTSD pattern or the complex one, never both. A pattern is not a diagnosis.
 * Source, licence, algorithm and sign-off: docs/clinical/itq.md
 */
import { type Filled, missing, missingCount, sum } from './answers.ts'
import { type Answers, type Instrument, numbered, upTo } from './instrument.ts'
import { holds, settle, type Truth } from './truth.ts'

/** Sums of the six symptoms of each part, 0 to 24. Function is not added in. */
export type ItqScore = { ptsd: number; selfOrganisation: number }

/** `self-organisation-only` is a pattern to talk about and no diagnosis. */
export type ItqPattern = 'none' | 'ptsd' | 'complex-ptsd' | 'self-organisation-only' | 'undetermined'

export type ItqReadings = { pattern: ItqPattern; ptsdCriteria: Truth; selfOrganisationCriteria: Truth }

const ENDORSED_FROM = 2

/** P: past month. C: how the person typically is. Numbers 1 to 6 are symptoms, in pairs; 7 to 9 are function. */
const items = [...numbered('itq-p', 9, upTo(4)), ...numbered('itq-c', 9, upTo(4))]
const GROUPS = [
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 8, 9],
]

export const itq: Instrument<ItqScore, ItqReadings> = {
  code: 'itq',
  version: '1.0.0',
  recall: 'several',
  source: 'docs/clinical/itq.md',
  items,
  score: (answers) => {
    const readings: ItqReadings = {
      pattern: settle(items, answers, patternOf),
      ptsdCriteria: holds(items, answers, (values) => meets('itq-p', values)),
      selfOrganisationCriteria: holds(items, answers, (values) => meets('itq-c', values)),
    }
    const gaps = missing(items, answers)
    if (missingCount(gaps) === 0)
      return {
        ...readings,
        status: 'complete',
        score: { ptsd: symptoms('itq-p', answers), selfOrganisation: symptoms('itq-c', answers) },
      }
    const status = readings.pattern === 'undetermined' ? 'undetermined' : 'incomplete'
    return { ...readings, status, ...gaps }
  },
}

/** At least one endorsed in each pair of symptoms, and one in function. */
const meets = (part: 'itq-p' | 'itq-c', values: Filled): boolean =>
  GROUPS.every((group) => group.some((number) => (values[`${part}-0${number}`] ?? 0) >= ENDORSED_FROM))

function patternOf(values: Filled): Exclude<ItqPattern, 'undetermined'> {
  const isPtsd = meets('itq-p', values)
  if (!meets('itq-c', values)) return isPtsd ? 'ptsd' : 'none'
  return isPtsd ? 'complex-ptsd' : 'self-organisation-only'
}

const symptoms = (part: 'itq-p' | 'itq-c', answers: Answers): number =>
  sum([1, 2, 3, 4, 5, 6].map((number) => Number(answers[`${part}-0${number}`])))
