/** The day after: what the person tells, judged by group E, the suicide screen and the course, in one transaction. */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, type Permit, type Scope } from '../access/permit.ts'
import type { Vault } from '../access/vault.ts'
import { nextDayFacts } from '../clinical/day/facts-of-next-day.ts'
import { dosedAt } from '../clinical/day/facts-of-session.ts'
import { DAY_VERSION } from '../clinical/day/questions.ts'
import type { AfterSessionFacts } from '../clinical/facts/after-session.ts'
import type { Answers } from '../clinical/instruments/instrument.ts'
import { isDeclined, type Told } from '../clinical/intake/question.ts'
import { askedLevel } from '../clinical/rules/asks-for-a-person.ts'
import { allFrom, type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import type { Database } from '../database/connection.ts'
import { settleByRecord } from '../records/alerts.ts'
import { insertAnswerSheet } from '../records/answer-sheets.ts'
import { insertFindings, listSessionFindings } from '../records/findings.ts'
import { lockSession } from '../records/session-events.ts'
import { type BookedSession, listSessions } from '../records/sessions.ts'
import { AppError } from '../system/errors.ts'
import { calendarDay, endOfDay } from '../system/time.ts'
import { integrationAfter } from './integration-after.ts'
import { judgeCourseAfter } from './judge-course.ts'
import { supersedeDayDrafts } from './keep-day-answers.ts'
import { type Raise, raiseAll, ruleCause } from './raise-alerts.ts'
import { openSession } from './session-log.ts'

export const NEXT_DAY_SHEET = 'next-day'
/** What ends an alert that nothing had been heard. */
const ANSWERED = 'the person has answered'

/** Neither an answer nor a skip, anywhere: nobody has told anything, and the clock goes on. */
export const isUntold = ({ asq, told }: Pick<NextDay, 'asq' | 'told'>): boolean =>
  [...Object.values(asq), ...Object.values(told)].every((answer) => answer === undefined)

/** Nothing but skips. What a skip asks for is asked all the same. */
export const isAllSkipped = ({ asq, told }: Pick<NextDay, 'asq' | 'told'>): boolean =>
  Object.values(asq).every((answer) => answer === undefined || answer === 'skipped') &&
  Object.values(told).every((answer) => answer === undefined || isDeclined(answer))

/** From when on an answer is one of the day after. What was told before, on the evening itself, ends no watch over it. */
export const dayAfterBegins = ({ startsAt, timeZone }: Pick<BookedSession, 'startsAt' | 'timeZone'>): Date =>
  endOfDay(calendarDay(startsAt, timeZone), timeZone) ?? startsAt

export type NextDay = { id: string; sessionId: string; at: Date; asq: Answers; told: Told }

/** The session the next-day check is about: the latest that closed. */
export async function findEndedSession(scope: Scope<AboutPatient>): Promise<BookedSession | undefined> {
  return (await listSessions(scope)).find(({ endedAt }) => endedAt !== null)
}

/**
 * Nothing new when the sheet was handed in before.
 *
 * @throws AppError invalid where nothing was told: it would end the watch over a silence
 */
export async function tellNextDay(
  db: Database,
  vault: Vault,
  permit: Permit<'tell-day'>,
  { id, sessionId, at, asq, told }: NextDay,
): Promise<void> {
  if (isUntold({ asq, told })) throw new AppError('invalid', 'the day after was handed in with nothing told')
  await inScope(db, permit, async (scope) => {
    await lockSession(scope)
    const booked = await findEndedSession(scope)
    if (booked?.id !== sessionId) throw new AppError('conflict', 'not the session that ended last')
    const key = await vault.keyOf(scope)
    const answers = { asq, told }
    const sheet = { id, kind: NEXT_DAY_SHEET, version: DAY_VERSION, sessionId, answers, authoredAt: at }
    if ((await insertAnswerSheet(scope, key, sheet)) === 'already-stored') return
    await settleByRecord(scope, ruleCause(sessionId, 'E04', ''), { name: 'Groundwork', at }, ANSWERED)
    const { found, protocolVersion } = await judgeNextDay(scope, booked, answers, at, id)
    await insertFindings(scope, { answerSheetId: id, sessionId }, protocolVersion, found)
    await supersedeDayDrafts(scope, { id, answers: asq, at })
    await judgeCourseAfter(scope, key, { sheetId: id, sessionId, kind: NEXT_DAY_SHEET, at })
    const raises = found
      .filter(({ severity }) => severity === 'block' || severity === 'review')
      .filter(({ ruleId, isUnknown }) => !isUnknown || ruleId.startsWith('S'))
      .map(
        (finding): Raise => ({ cause: ruleCause(sessionId, finding.ruleId, id), level: levelFor(finding) }),
      )
    await raiseAll(scope, sessionId, raises, at)
  })
}

/** As loud as anywhere else; of what only this day asks, driving too early too, a person and no emergency. */
const levelFor = (finding: Finding) => askedLevel(finding) ?? 'person-now'

/** What rules of the next day say to these answers; also for the page that thanks. */
export async function judgeNextDay(
  scope: Scope<AboutPatient>,
  booked: BookedSession,
  answers: { asq: Answers; told: Told },
  at: Date,
  sheetId: string,
): Promise<{ found: Finding[]; protocolVersion: number | undefined }> {
  const session = await openSession(scope, booked)
  const begin = dosedAt(session.reading)
  const { hoursAfterEnd } = await integrationAfter(scope, booked, session.limits, at)
  const earlier = await listSessionFindings(scope, booked.id)
  const ended = (await listSessions(scope)).filter(({ endedAt }) => endedAt !== null)
  const facts: AfterSessionFacts = nextDayFacts(
    {
      hoursSinceDose: begin === undefined ? undefined : (at.getTime() - begin) / 3_600_000,
      isNextDay:
        begin === undefined
          ? undefined
          : calendarDay(at, booked.timeZone) > calendarDay(new Date(begin), booked.timeZone),
      isFirstSession: ended.length <= 1,
      hadSessionEvent: earlier.some(({ ruleId, isUnknown }) => ruleId.startsWith('D') && !isUnknown),
      hasIntegrationAppointment: hoursAfterEnd !== undefined,
      hoursToIntegrationAppointment: hoursAfterEnd,
    },
    answers,
  )
  return {
    found: findings(JUDGED_AT.nextDay, facts, session.limits, allFrom(facts, sheetId)),
    protocolVersion: session.protocolVersion,
  }
}
