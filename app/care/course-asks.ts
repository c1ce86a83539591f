/** What somebody in a course is asked again: what is due today, and what comes of the answers about substances. */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { PatientKey, Vault } from '../access/vault.ts'
import { asksDue, type CourseAsk, ownSubstanceQuestions } from '../clinical/course/asks.ts'
import { substanceFacts, toldInTaps1 } from '../clinical/course/substances.ts'
import type { SexAtBirth } from '../clinical/facts/conditions.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import type { TextLanguage } from '../clinical/instruments/questionnaire-text.ts'
import { scaleResponseIn, scaleSheet } from '../clinical/instruments/scale-response.ts'
import { PARTS_VERSION, sheetKind } from '../clinical/intake/parts.ts'
import { type Told, toldIn, wordOf } from '../clinical/intake/question.ts'
import { SCALE_KEYS, SCALE_PARTS, type ScalePart } from '../clinical/intake/scales.ts'
import { findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { Database } from '../database/connection.ts'
import { type AnswerSheet, insertAnswerSheet, listSheets } from '../records/answer-sheets.ts'
import { findCourseBegin, listLastAnswered } from '../records/course.ts'
import { insertFindings } from '../records/findings.ts'
import { listWordings } from '../records/instrument-wordings.ts'
import { readIntake, type StoredIntake, timeZoneOf } from '../records/intake.ts'
import { enqueue } from '../records/jobs.ts'
import { findProtocolInForce } from '../records/protocol-versions.ts'
import { lockPatient } from '../records/questionnaire-responses.ts'
import { listSessions } from '../records/sessions.ts'
import { calendarDay } from '../system/time.ts'
import { type ScaleAnswers, storeScale } from './answer-scale.ts'
import { newInCourse } from './judge-course.ts'
import { scalesIn, scalesInForce } from './scales-now.ts'

/** Our own questions on substances, asked again. */
const HABITS_AGAIN = 'course-habits'

const HABITS = [sheetKind('habits'), HABITS_AGAIN]

/**
 * What is due today, from days alone: nothing told is opened for it.
 *
 * @param language in which the person is asked
 */
export async function listAsksDue(
  scope: Scope<AboutPatient>,
  language: TextLanguage,
  now: Date,
): Promise<CourseAsk[]> {
  const sheets = [...HABITS, ...SCALE_KEYS.map(sheetOf)]
  const [timeZone, texts, answeredAt, sessions, beganAt, protocol] = await Promise.all([
    ...([timeZoneOf(scope), listWordings(scope), listLastAnswered(scope, sheets, [phq9.code])] as const),
    ...([listSessions(scope), findCourseBegin(scope), findProtocolInForce(scope)] as const),
  ])
  const dayOf = (at: Date) => calendarDay(at, timeZone)
  const lastOf = (...names: string[]) => {
    const [last] = names
      .flatMap((name) => answeredAt.get(name) ?? [])
      .sort((a, b) => b.getTime() - a.getTime())
    return last && dayOf(last)
  }
  const today = dayOf(now)
  return asksDue(
    {
      today,
      sessionDays: sessions.map(({ startsAt }) => dayOf(startsAt)),
      beganOn: dayOf(beganAt ?? now),
      last: {
        mood: lastOf(phq9.code),
        habits: lastOf(...HABITS),
        ...Object.fromEntries(SCALE_KEYS.map((part) => [part, lastOf(sheetOf(part))])),
      },
      inForce: scalesInForce(texts, language, today),
    },
    protocol?.limits ?? {},
  )
}

/**
 * Since when what is sent belongs to this course, and when of that something was sent last that is kept as a sheet: of
 * those nobody notes who has seen them.
 */
export async function findSentInCourse(
  scope: Scope<AboutPatient>,
): Promise<{ since: Date | undefined; sheetAt: Date | undefined }> {
  const [since, answeredAt] = await Promise.all([
    findCourseBegin(scope),
    listLastAnswered(scope, [HABITS_AGAIN, ...SCALE_KEYS.map(sheetOf)], []),
  ])
  const sheetAt = [...answeredAt.values()].reduce<Date | undefined>((a, b) => (a && a > b ? a : b), undefined)
  return { since, sheetAt: since && sheetAt && sheetAt >= since ? sheetAt : undefined }
}

const sheetOf = (part: ScalePart) => scaleSheet(SCALE_PARTS[part].instrument.code)

/** What of our own questions on substances no scale covers, by their names. */
export async function listOwnQuestions(
  scope: Scope<AboutPatient>,
  language: TextLanguage,
  now: Date,
): Promise<string[]> {
  const [timeZone, texts] = await Promise.all([timeZoneOf(scope), listWordings(scope)])
  return ownSubstanceQuestions(scalesInForce(texts, language, calendarDay(now, timeZone)))
}

/** A scale asked again, by a text of the practice. */
export async function answerInCourse(
  db: Database,
  vault: Vault,
  permit: Permit<'submit-answers'>,
  answers: ScaleAnswers,
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    const key = await vault.keyOf(scope)
    const outcome = await storeScale(scope, key, answers)
    const part = SUBSTANCE_SCALES.find((one) => SCALE_PARTS[one].instrument.code === answers.instrument.code)
    if (outcome === 'stored' && part)
      await judgeSubstances(scope, key, {
        ...{ sheetId: answers.id, told: FACT_TOLD_BY[part] },
        ...{ language: answers.by.language, at: answers.at },
      })
    return outcome
  })
}

const SUBSTANCE_SCALES = ['year', 'ten', 'twelve'] as const satisfies readonly ScalePart[]
/** The TAPS-1 asks what our own questions ask. */
const FACT_TOLD_BY = {
  ...{ year: 'auditCTotal', ten: 'dast10Total', twelve: 'isSubstanceUseWorse' },
  habits: 'isSubstanceUseWorse',
} as const

/** Our own questions on substances, asked again. @throws AppError conflict for other answers under this id */
export async function tellHabitsAgain(
  db: Database,
  vault: Vault,
  permit: Permit<'submit-answers'>,
  { id, told, language, at }: { id: string; told: Told; language: TextLanguage; at: Date },
): Promise<'stored' | 'already-stored'> {
  return inScope(db, permit, async (scope) => {
    await lockPatient(scope)
    const key = await vault.keyOf(scope)
    const sheet = { id, kind: HABITS_AGAIN, version: PARTS_VERSION, answers: told, authoredAt: at }
    const outcome = await insertAnswerSheet(scope, key, sheet)
    if (outcome === 'stored')
      await judgeSubstances(scope, key, { sheetId: id, told: FACT_TOLD_BY.habits, language, at })
    return outcome
  })
}

type SubstanceFact = (typeof FACT_TOLD_BY)[keyof typeof FACT_TOLD_BY]
type Judging = { sheetId: string; told: SubstanceFact; language: TextLanguage; at: Date }

/**
 * What this sheet told, against the time before: what others told was judged with them. A finding shows the id of the
 * sheet, and no value.
 */
async function judgeSubstances(
  scope: Scope<'submit-answers'>,
  key: PatientKey,
  { sheetId, told, language, at }: Judging,
): Promise<void> {
  const stored = await readIntake(scope, key)
  const sheetsOf = (part: ScalePart) => listSheets(scope, key, sheetOf(part))
  const answersOf = async (part: 'year' | 'ten') =>
    told === FACT_TOLD_BY[part] ? (await sheetsOf(part)).flatMap(answersIn) : []
  const isOwn = told === FACT_TOLD_BY.habits
  const inForce = new Set(scalesIn(stored, language, at).inForce.keys())
  const asksTaps1 = inForce.has('twelve') && !inForce.has('ten')
  const facts = substanceFacts({
    sexAtBirth: sexIn(stored),
    ...{ auditC: await answersOf('year'), dast10: await answersOf('ten') },
    own: isOwn ? await listOwnSoFar(scope, key) : [],
    ownAsked: isOwn ? ownSubstanceQuestions(asksTaps1 ? new Set() : inForce) : [],
  })
  const protocol = await findProtocolInForce(scope)
  const found = await newInCourse(
    scope,
    findings(JUDGED_AT.substances, facts, protocol?.limits ?? {}, { [told]: sheetId }),
    [told],
  )
  const kept = await insertFindings(scope, { answerSheetId: sheetId }, protocol?.version, found)
  if (kept > 0) await enqueue(scope, 'tell-care-team', sheetId, { causeId: sheetId })
}

/** Our own questions and the TAPS-1 as they were answered over time, the oldest first. */
async function listOwnSoFar(scope: Scope<'submit-answers'>, key: PatientKey): Promise<Told[]> {
  const sheetsOf = (kind: string) => listSheets(scope, key, kind)
  const own = [...(await sheetsOf(sheetKind('habits'))), ...(await sheetsOf(HABITS_AGAIN))]
  const taps1 = await sheetsOf(sheetOf('twelve'))
  const names = ownSubstanceQuestions(new Set())
  return [
    ...own.map((sheet) => ({ at: sheet.authoredAt, told: toldIn(sheet.answers) })),
    ...taps1.flatMap((sheet) =>
      answersIn(sheet).map((answers) => ({ at: sheet.authoredAt, told: toldInTaps1(answers) })),
    ),
  ]
    .filter(({ told }) => names.some((name) => told[name] !== undefined))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ told }) => told)
}

const answersIn = ({ answers }: AnswerSheet): Answers[] => {
  const response = scaleResponseIn(answers)
  return response ? [response.answers] : []
}

function sexIn({ sheets }: StoredIntake): SexAtBirth | undefined {
  const word = wordOf(toldIn(sheets.get(sheetKind('you'))?.answers), 'sexAtBirth')
  return (['female', 'male', 'intersex'] as const).find((one) => one === word)
}
