/** Values of a plan's lines as a clinician reads them. */
import { PLAN_FIELDS, type PlanField, type PlanValues } from '../clinical/plan/shape.ts'
import { INSTRUMENT_NAMES } from './instrument-names.ts'
import { limitWords, optionText } from './limit-words.ts'
import { planReviewWords } from './plan-words.ts'
import { type Language, words } from './words.ts'

type Texts = { [Field in PlanField]?: (value: PlanValues[Field]) => string }

/**
 * One value in words; what is missing says so.
 *
 * @param day a calendar day, 'YYYY-MM-DD', in the reader's words
 */
export function planValueText<Field extends PlanField>(
  language: Language,
  field: Field,
  value: PlanValues[Field] | null,
  day: (on: string) => string,
): string {
  const own = words[language].planDesk.values
  if (value === null) return own.none
  const limits = limitWords[language]
  const option = (name: string) => optionText(limits, name)
  const yesNo = (is: boolean) => (is ? limits.yes : limits.no)
  const texts: Texts = {
    route: option,
    residue: option,
    readingAtMinutes: (minutes) => minutes.join(', '),
    isStandingReading: yesNo,
    supportPerson: (rule) => own.support(rule.minimumAgeYears, rule.isSober, rule.staysHours),
    therapist: (kind) => own.therapist[kind],
    integration: (offer) => (offer.isOffered ? own.offered(offer.fromHours, offer.toHours) : own.notOffered),
    questionnaires: (asked) =>
      asked
        .map(({ instrument, everyDays }) => own.every(INSTRUMENT_NAMES[instrument] ?? instrument, everyDays))
        .join(', '),
    startsOn: day,
    endsOn: day,
    reEvaluateOn: day,
  }
  return texts[field]?.(value) ?? String(value)
}

/** What a check printed of a line, in words: `printed` of clinical/plan/shape.ts turned round. */
export function printedText(
  language: Language,
  field: PlanField | undefined,
  text: string,
  day: (on: string) => string,
): string {
  if (text === '' || field === undefined) return levelText(language, text)
  const value = readPrinted(field, text)
  return value === undefined ? text : planValueText(language, field, value, day)
}

/** Without a line it can only be a level of caution; anything else is shown as it stands. */
function levelText(language: Language, text: string): string {
  const { levels } = planReviewWords[language]
  return Object.hasOwn(levels, text) ? levels[text as keyof typeof levels] : text
}

const STRUCTURED: readonly PlanField[] = [
  'readingAtMinutes',
  'isStandingReading',
  'supportPerson',
  'integration',
  'questionnaires',
]

function readPrinted(field: PlanField, text: string): PlanValues[PlanField] | undefined {
  if (!PLAN_FIELDS.includes(field) || text.includes(' ')) return undefined
  if (!STRUCTURED.includes(field)) return text
  try {
    return JSON.parse(text) as PlanValues[PlanField]
  } catch {
    return undefined // several values that were allowed, told as they stand
  }
}
