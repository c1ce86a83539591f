/** What a patient told, put into lines a clinician reads: of the record open to all of it, or of one segment. */
import { intakeIn } from '../../care/intake-facts.ts'
import { answeredIn, type StoredScales } from '../../care/scales-now.ts'
import type { Segment } from '../../clinical/facts/fact.ts'
import { asq } from '../../clinical/instruments/asq.ts'
import type { LoadedText } from '../../clinical/instruments/questionnaire-text.ts'
import { CLINICIAN_QUESTIONS } from '../../clinical/intake/clinician-form.ts'
import { scalesNowOf } from '../../clinical/intake/facts-of.ts'
import { medicinesToldIn } from '../../clinical/intake/medicines-told.ts'
import {
  CLINICIAN_SHEET,
  isQuestionnairePart,
  isQuestionPart,
  PART_GROUPS,
  type PartGroup,
  type PartKey,
  QUESTION_PARTS,
  QUESTIONNAIRE_PARTS,
  type QuestionnairePart,
  type QuestionPart,
  sheetKind,
} from '../../clinical/intake/parts.ts'
import { type Answer, isDeclined, type Question, toldIn, wordOf } from '../../clinical/intake/question.ts'
import {
  isScalePart,
  SCALE_PARTS,
  type ScalePart,
  type ScalesNow,
  scaleStanding,
  segmentOfScale,
} from '../../clinical/intake/scales.ts'
import { segmentOf } from '../../clinical/medicines/interactions.ts'
import { judgedClasses, MEDICINE_KINDS, readMedicine } from '../../clinical/medicines/medicine-list.ts'
import type { Limits } from '../../clinical/protocol.ts'
import type { QuestionText } from '../../content/en/intake-questions.ts'
import { INSTRUMENT_NAMES } from '../../content/instrument-names.ts'
import { questionText } from '../../content/intake-words.ts'
import {
  classWords,
  medicineListWords,
  medicineName,
  openTexts,
  standingText,
} from '../../content/medicine-words.ts'
import type { Language, Words } from '../../content/words.ts'
import type { StoredIntake } from '../../records/intake.ts'
import { calendarDay } from '../../system/time.ts'
import type { AnswerLine, AnswerSection } from '../../ui/intake-answers.tsx'
import { scaleLines, scaleReading } from '../scale-lines.ts'

/** Segments an intake is told in, beside what is open to every clinician of the care team. */
export const INTAKE_SEGMENTS = ['substance-use', 'partner-safety', 'pregnancy'] as const
export type IntakeSegment = (typeof INTAKE_SEGMENTS)[number]
export const isIntakeSegment = (word: string): word is IntakeSegment =>
  INTAKE_SEGMENTS.some((known) => known === word)

type Reading = {
  words: Words
  language: Language
  limits: Limits
  now: Date
  /** Under which scales were answered, by their ids. */
  texts: ReadonlyMap<string, LoadedText>
}

/** Sections in the order of the intake; one whose questions all belong elsewhere is left out. */
export function answerSections(intake: StoredIntake, segment: Segment, reading: Reading): AnswerSection[] {
  return [...toldSections(intake, segment, reading), ...recordedSection(intake, segment, reading)]
}

/** What a clinician recorded of a segment; what is open to all stands in the form itself. */
function recordedSection({ sheets }: StoredIntake, segment: Segment, { words }: Reading): AnswerSection[] {
  const { review } = words
  const told = toldIn(sheets.get(CLINICIAN_SHEET)?.answers)
  const lines = CLINICIAN_QUESTIONS.filter(
    (question: Question) => question.segment === segment && told[question.name] !== undefined,
  ).map((question) => {
    const text = review.questions[question.name] ?? { ask: question.name }
    return { label: text.ask, text: answerText(review.answers, text, question, told[question.name]) }
  })
  return lines.length === 0 ? [] : [{ title: review.record.title, lines }]
}

function toldSections(intake: StoredIntake, segment: Segment, reading: Reading): AnswerSection[] {
  const withScales: WithScales = {
    ...reading,
    answered: answeredIn(intake),
    scales: scalesNowOf(intakeIn(intake, reading.now)),
  }
  return (Object.keys(PART_GROUPS) as PartGroup[]).flatMap((group) =>
    (PART_GROUPS[group] as readonly PartKey[]).flatMap((part) => {
      const lines = linesOf(intake, part, segment, withScales)
      return lines === undefined ? [] : [{ title: reading.words.intake.parts[part].title, lines }]
    }),
  )
}

/** What was answered of the scales, and what decides whether one is asked. */
type WithScales = Reading & Pick<StoredScales, 'answered'> & { scales: ScalesNow }

function linesOf(
  intake: StoredIntake,
  part: PartKey,
  segment: Segment,
  reading: WithScales,
): AnswerLine[] | undefined {
  if (isQuestionPart(part)) return questionLines(intake, part, segment, reading)
  if (isQuestionnairePart(part)) return segment === 'general' ? scoreLines(intake, part, reading) : undefined
  if (isScalePart(part))
    return segmentOfScale(part) === segment ? scaleAnswers(intake, part, reading) : undefined
  return medicineLines(intake, segment, reading)
}

/** Undefined: not asked of this person. */
function scaleAnswers(
  { sheets }: StoredIntake,
  part: ScalePart,
  { words, texts, answered, scales }: WithScales,
): AnswerLine[] | undefined {
  const own = words.review.answers
  const { instrument } = SCALE_PARTS[part]
  const label = INSTRUMENT_NAMES[instrument.code] ?? instrument.code
  const response = answered.get(part)?.response
  if (response) {
    const asked = own.askedBy(words.instruments.language[response.language], response.textVersion)
    const line = { label, text: scaleReading(part, response.answers, own.scores), notes: [asked] }
    return [line, ...scaleLines(response, texts, own)]
  }
  const way = wordOf(toldIn(sheets.get(sheetKind(part))?.answers), 'way')
  if (way === 'never') return [{ label, text: own.way.never }]
  return scaleStanding(part, scales) === 'asked' ? [] : undefined
}

function questionLines(
  { sheets }: StoredIntake,
  part: QuestionPart,
  segment: Segment,
  { words, language }: Reading,
): AnswerLine[] | undefined {
  const all: readonly Question[] = QUESTION_PARTS[part]
  const questions = all.filter((question) => (question.segment ?? 'general') === segment)
  if (questions.length === 0) return undefined
  const sheet = sheets.get(sheetKind(part))
  if (!sheet) return []
  const told = toldIn(sheet.answers)
  return questions.map((question) => {
    const text = questionText(language, question.name)
    return { label: text.ask, text: answerText(words.review.answers, text, question, told[question.name]) }
  })
}

function answerText(
  own: Words['review']['answers'],
  { options = {} }: QuestionText,
  question: Question,
  answer: Answer | undefined,
): string {
  if (answer === undefined) return own.notReached
  if (isDeclined(answer)) return own.declined[answer.declined]
  if (typeof answer === 'string') return options[answer] ?? answer
  if (typeof answer === 'number')
    return question.kind === 'measure'
      ? `${answer} ${question.of === 'height' ? 'cm' : 'kg'}`
      : String(answer)
  return answer.length === 0 ? own.none : answer.map((one) => options[one] ?? one).join('; ')
}

function scoreLines(
  { sheets, responses }: StoredIntake,
  part: QuestionnairePart,
  { words }: Reading,
): AnswerLine[] {
  const own = words.review.answers
  const { code } = QUESTIONNAIRE_PARTS[part]
  const label = INSTRUMENT_NAMES[code] ?? code
  const response = responses.get(code)
  if (!response) {
    const way = wordOf(toldIn(sheets.get(sheetKind(part))?.answers), 'way')
    return way === 'later' || way === 'never' ? [{ label, text: own.way[way] }] : []
  }
  if (code === asq.code) return [{ label, text: own.scores.outcome(asq.score(response.answers).outcome) }]
  const text = response.total === null ? own.scores.noTotal : own.scores.total(String(response.total))
  return [{ label, text }]
}

/** A line that would tell of a substance somebody uses stands in that segment alone. */
function medicineLines(
  { sheets, timeZone }: StoredIntake,
  segment: Segment,
  { words, language, limits, now }: Reading,
): AnswerLine[] | undefined {
  if (segment !== 'general' && segment !== 'substance-use') return undefined
  const told = medicinesToldIn(sheets.get(sheetKind('list'))?.answers)
  if (!told) return segment === 'general' ? [] : undefined
  const own = words.review.answers
  const today = calendarDay(now, timeZone)
  const lines = told.lines
    .map((line) => readMedicine(line))
    .map((line) => ({ line, judged: judgedClasses(line, today, limits) }))
    .filter(
      ({ judged }) =>
        judged.some((one) => segmentOf(one.class) === 'substance-use') === (segment === 'substance-use'),
    )
    .map(({ line, judged }) => ({
      label: line.text,
      text: takingText(own.taking, line.taking),
      notes: [
        ...line.found.map(medicineName),
        ...judged.map((one) => `${classWords[language][one.class].name}. ${standingText(language, one)}`),
        ...openTexts(language, line),
      ],
    }))
  if (segment === 'substance-use') return lines.length === 0 ? undefined : lines
  const asked = MEDICINE_KINDS.flatMap((kind) => {
    const text = told.none.includes(kind)
      ? own.asked.none
      : told.declined.includes(kind)
        ? own.asked.declined
        : null
    return text === null ? [] : [{ label: medicineListWords[language].patient.ask[kind], text }]
  })
  const { prazosin } = told
  const alpha = words.intake.list.prazosin
  return [
    ...lines,
    ...asked,
    {
      label: alpha.ask,
      text: prazosin === undefined ? own.notReached : alpha.options[prazosin],
    },
  ]
}

function takingText(
  words: Words['review']['answers']['taking'],
  taking: ReturnType<typeof readMedicine>['taking'],
): string {
  if (taking === undefined) return words.unsaid
  if (taking === 'taking' || taking === 'not-known') return words[taking]
  return taking.stoppedOn === 'not-known' ? words.stopped : `${words.stopped}: ${taking.stoppedOn}`
}
