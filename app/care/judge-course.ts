/**
 * The course, looked at whenever one of its facts has changed: on the day of a session, on the day after, when nobody
 * answers, when a clinician records something. The week has a page of its own beside this one, and so has an order.
 *
 * What is new is kept, with what it was found in; what a clinician has before them already, or has answered, is not.
 */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import type { PatientKey } from '../access/vault.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { type CourseRecord, courseFacts } from '../clinical/course/facts-of-course.ts'
import { news, withoutUnasked } from '../clinical/course/news.ts'
import { nextDayFacts } from '../clinical/day/facts-of-next-day.ts'
import type { CourseFacts } from '../clinical/facts/course.ts'
import type { DayOfFacts } from '../clinical/facts/day-of.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { CLINICIAN_SHEET } from '../clinical/intake/parts.ts'
import { toldIn } from '../clinical/intake/question.ts'
import { allFrom, type Finding, findings, type Rule } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { type AnswerSheet, listSheets } from '../records/answer-sheets.ts'
import { findCourseBegin, findCourseSoFar, listCheckInsAnswered, listFoundBefore } from '../records/course.ts'
import { type FoundIn, insertFindings } from '../records/findings.ts'
import { timeZoneOf } from '../records/intake.ts'
import { enqueue } from '../records/jobs.ts'
import { findProtocolInForce, type SignedProtocol } from '../records/protocol-versions.ts'
import { listSessions } from '../records/sessions.ts'
import { calendarDay } from '../system/time.ts'

/** What these rules say that nobody has before them yet. */
export async function newInCourse(
  scope: Scope<AboutPatient>,
  found: readonly Finding[],
  asked: readonly string[] = [],
): Promise<Finding[]> {
  const told = withoutUnasked(found, asked)
  if (told.length === 0) return []
  return news(
    await listFoundBefore(
      scope,
      told.map(({ ruleId }) => ruleId),
    ),
    told,
  )
}

type Looked = { record: CourseRecord; foundIn: FoundIn; sheetId?: string }

/** Keeps what is new. Returns how much that was. */
async function look(
  scope: Scope<AboutPatient>,
  rules: readonly Rule<CourseFacts>[],
  protocol: SignedProtocol | undefined,
  { record, foundIn, sheetId }: Looked,
): Promise<number> {
  const limits = protocol?.limits ?? {}
  const facts = courseFacts(record, limits)
  // What a sensitive segment told leaves as the id of its sheet.
  const found = await newInCourse(scope, findings(rules, facts, limits, allFrom(facts, sheetId)))
  return insertFindings(scope, foundIn, protocol?.version, found)
}

/** With the patient's own half of the day. What it left open is asked for by the rules of the gate. */
export async function judgeCourseOnDay(
  scope: Scope<AboutPatient>,
  { sheetId, sessionId, day }: { sheetId: string; sessionId: string; day: DayOfFacts },
): Promise<void> {
  await look(scope, JUDGED_AT.gateInCourse, await findProtocolInForce(scope), {
    ...{ record: { day }, foundIn: { answerSheetId: sheetId, sessionId }, sheetId },
  })
}

/** The day after a session: one session more, and what every day after told so far. */
export async function judgeCourseAfter(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  { sheetId, sessionId, kind, at }: { sheetId: string; sessionId: string; kind: string; at: Date },
): Promise<void> {
  const begin = await findCourseBegin(scope)
  const sheets = (await listSheets(scope, key, kind)).filter(
    ({ authoredAt }) => begin === undefined || authoredAt >= begin,
  )
  const record: CourseRecord = {
    soFar: await findCourseSoFar(scope, at),
    nextDays: latestOfEach(sheets).map(({ answers, version }) => {
      const { asq = {}, told } = answers as { asq?: Answers; told?: unknown }
      return nextDayFacts({}, { asq, told: toldIn(told), version })
    }),
  }
  const foundIn = { answerSheetId: sheetId, sessionId }
  const protocol = await findProtocolInForce(scope)
  const kept = await look(scope, JUDGED_AT.nextDayInCourse, protocol, { record, foundIn, sheetId })
  if (kept > 0) await enqueue(scope, 'tell-care-team', sheetId, { causeId: sheetId })
}

/** Told twice of one session, the later one counts. */
const latestOfEach = (sheets: readonly AnswerSheet[]): AnswerSheet[] => [
  ...new Map(sheets.map((sheet) => [sheet.sessionId, sheet])).values(),
]

/** With what a clinician recorded of somebody under treatment. */
export async function judgeRecorded(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  { sheetId, at }: { sheetId: string; at: Date },
): Promise<void> {
  if ((await findCourseBegin(scope)) === undefined) return
  const zone = await timeZoneOf(scope)
  const dayOf = (when: Date) => calendarDay(when, zone) as Day
  const sheets = (await listSheets(scope, key, CLINICIAN_SHEET)).map(({ authoredAt, answers }) => ({
    ...{ on: dayOf(authoredAt), told: toldIn(answers) },
  }))
  await look(scope, JUDGED_AT.recorded, await findProtocolInForce(scope), {
    record: { recorded: { sheets, today: dayOf(at) } },
    ...{ foundIn: { answerSheetId: sheetId }, sheetId },
  })
}

/** Nobody has answered the day after a session: how many check-ins that makes in a row. */
export async function judgeSilence(
  scope: Scope<AboutPatient>,
  foundIn: { sessionId: string; sessionEventId: string },
  at: Date,
): Promise<void> {
  const begin = (await findCourseBegin(scope)) ?? new Date(0)
  const protocol = await findProtocolInForce(scope)
  const sessions = (await listSessions(scope)).filter(({ startsAt }) => startsAt >= begin && startsAt <= at)
  const record: CourseRecord = {
    checkIns: {
      sessionsAt: sessions.map(({ startsAt }) => startsAt.getTime()),
      answeredAt: (await listCheckInsAnswered(scope, begin)).map((answered) => answered.getTime()),
      weekEveryDays: protocol?.limits.instruments?.cadence?.pcl5WeekDays,
      now: at.getTime(),
    },
  }
  await look(scope, JUDGED_AT.silenceInCourse, protocol, { record, foundIn })
}
