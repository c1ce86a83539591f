/** What somebody told in the free assessment and kept when they registered, in lines a prescriber reads. */
import { assessmentFacts } from '../../clinical/assessment/facts.ts'
import {
  type AssessmentAnswers,
  assessmentAnswersIn,
  type Question,
  questionsOf,
  SCREENS,
  type Screen,
} from '../../clinical/assessment/questions.ts'
import type { Segment } from '../../clinical/facts/fact.ts'
import type { ScoreResult } from '../../clinical/instruments/instrument.ts'
import { INSTRUMENT_NAMES } from '../../content/instrument-names.ts'
import type { Language, Words } from '../../content/words.ts'
import type { AnswerSheet } from '../../records/answer-sheets.ts'
import type { AnswerLine, AnswerSection } from '../../ui/intake-answers.tsx'
import type { When } from '../../ui/when.tsx'
import { groupsOf } from '../public/assessment-questions.ts'

/** What the record keeps apart, wherever it was asked. */
const SEGMENT_OF: Partial<Record<string, Segment>> = { pregnant: 'pregnancy' }

type Reading = { words: Words; language: Language; instant: (at: Date) => When }

/** One section of this segment; none where nothing was kept, or nothing of it belongs here. */
export function assessmentSection(
  sheet: AnswerSheet | undefined,
  segment: Segment,
  { words, language, instant }: Reading,
): AnswerSection[] {
  if (!sheet) return []
  const answers = assessmentAnswersIn(sheet.answers)
  const own = words.review.answers
  const lines = SCREENS.flatMap((screen) => linesOf(screen, answers, segment, { words, language }))
  const scores = segment === 'general' ? scoreLines(answers, own) : []
  if (lines.length === 0) return []
  const source = { text: own.assessment.source, at: instant(sheet.authoredAt) }
  return [{ title: own.assessment.title, source, lines: [...scores, ...lines] }]
}

function linesOf(
  screen: Screen,
  answers: AssessmentAnswers,
  segment: Segment,
  { words, language }: Pick<Reading, 'words' | 'language'>,
): AnswerLine[] {
  const isHere = ({ name }: Question) => (SEGMENT_OF[name] ?? 'general') === segment
  // The questions of a month are asked after a yes alone.
  const questions = questionsOf(screen, []).filter(isHere)
  if (screen === 'event-month' && questions.every(({ name }) => answers[name] === undefined)) return []
  const place = { words: words.assessment, language, states: [] }
  return groupsOf(screen, questions, place, { answers, unclear: [], written: {} })
    .flatMap((group) => group.questions)
    .map(({ text, choices, chosen }) => ({
      label: text,
      text:
        chosen.length === 0
          ? words.review.answers.notReached
          : chosen.map((one) => choices.find(({ value }) => value === one)?.label ?? one).join('; '),
    }))
}

function scoreLines(answers: AssessmentAnswers, own: Words['review']['answers']): AnswerLine[] {
  const { pcPtsd5, phq2, gad2 } = assessmentFacts(answers)
  const line = (code: string, scored: ScoreResult<{ total: number }> | undefined): AnswerLine => ({
    label: INSTRUMENT_NAMES[code] ?? code,
    text: scored?.status === 'complete' ? own.scores.total(String(scored.score.total)) : own.scores.noTotal,
  })
  return [line('pc-ptsd-5', pcPtsd5), line('phq-2', phq2), line('gad-2', gad2)]
}
