/** What the record says of one person before anything is asked of them on the day of a session. */
import type { AboutPatient } from '../access/actions.ts'
import { inScope, Permit, type Scope } from '../access/permit.ts'
import type { PatientKey, Vault } from '../access/vault.ts'
import type { Day } from '../clinical/calendar-day.ts'
import { type UnrealFacts, unrealFacts } from '../clinical/course/feeling-unreal.ts'
import { withTold } from '../clinical/day/medicines-of-day.ts'
import { type DayKnown, type OwnDay, ownDay } from '../clinical/day/own-questions.ts'
import { dssB } from '../clinical/instruments/dss-b.ts'
import { textState } from '../clinical/instruments/questionnaire-state.ts'
import { isSameText, scaleResponseIn, scaleSheet } from '../clinical/instruments/scale-response.ts'
import { medicineListOf, medicinesToldIn } from '../clinical/intake/medicines-told.ts'
import { applies, sheetKind } from '../clinical/intake/parts.ts'
import { type Told, toldIn } from '../clinical/intake/question.ts'
import type { Database } from '../database/connection.ts'
import { listLatestSheets, listSheets } from '../records/answer-sheets.ts'
import { listWordings } from '../records/instrument-wordings.ts'
import { getPatient } from '../records/patients.ts'
import { type BookedSession, findNextSession, listSessions } from '../records/sessions.ts'
import { calendarDay } from '../system/time.ts'
import { openSession } from './session-log.ts'

/** The patient's half of the day's check. */
export const PATIENT_SHEET = 'gate-patient'
const [LIST, YOU] = [sheetKind('list'), sheetKind('you')]

/** What need not be asked on the day, because it stands on record: also what was told at the gates before. */
export async function dayKnown(
  scope: Scope<AboutPatient>,
  key: PatientKey,
  booked: Pick<BookedSession, 'id' | 'timeZone'>,
  now: Date,
): Promise<DayKnown> {
  const sheets = await listLatestSheets(scope, key, [LIST, YOU])
  const list = sheets.get(LIST)
  const gone = medicinesToldIn(list?.answers)
  const earlier = (await listSheets(scope, key, PATIENT_SHEET)).filter(
    ({ sessionId, authoredAt }) => sessionId !== booked.id && (!list || authoredAt > list.authoredAt),
  )
  const medicines =
    gone &&
    earlier.reduce(
      (known, { answers, authoredAt }) =>
        withTold(known, dayToldIn(answers), calendarDay(authoredAt, booked.timeZone)),
      medicineListOf(gone),
    )
  return {
    medicines,
    canBePregnant: applies('private', toldIn(sheets.get(YOU)?.answers)),
    today: calendarDay(now, booked.timeZone),
    unreal: await unrealSoFar(scope, key, calendarDay(now, booked.timeZone)),
  }
}

/** Every answer by the text of the latest one: other words are another scale. */
async function unrealSoFar(scope: Scope<AboutPatient>, key: PatientKey, today: Day): Promise<UnrealFacts> {
  const { language } = await getPatient(scope)
  const isAsked = textState(dssB, language, await listWordings(scope), today).state === 'in-force'
  const all = (await listSheets(scope, key, scaleSheet(dssB.code))).flatMap(({ answers, authoredAt }) => {
    const response = scaleResponseIn(answers)
    return response ? [{ at: authoredAt.getTime(), answers: response.answers, response }] : []
  })
  const latest = all.at(-1)
  const series = latest ? all.filter(({ response }) => isSameText(response, latest.response)) : []
  const dosed = (await listSessions(scope)).filter(({ endedAt }) => endedAt !== null)
  const first = Math.min(...dosed.map(({ startsAt }) => startsAt.getTime()))
  return unrealFacts(series, Number.isFinite(first) ? first : undefined, isAsked)
}

/**
 * What is asked of the patient for the session that is ahead; without one, whatever anybody could be asked. Looked up
 * under a permit of its own: until the answers are handed in, nothing was told.
 */
export async function readOwnDay(
  db: Database,
  vault: Vault,
  { actor, patientId }: Permit<'tell-day'>,
  now: Date,
): Promise<OwnDay> {
  const permit = await Permit.ask(db, actor, 'read-own-day', patientId)
  return inScope(db, permit, async (scope) => {
    const booked = await findNextSession(scope)
    if (!booked) return ownDay({ medicines: undefined, canBePregnant: true, today: '' }, {})
    const known = await dayKnown(scope, await vault.keyOf(scope), booked, now)
    return ownDay(known, (await openSession(scope, booked)).limits)
  })
}

/** What somebody told, in a sheet of the day that came out of storage. */
export const dayToldIn = (answers: unknown): Told =>
  toldIn(typeof answers === 'object' && answers !== null && 'told' in answers ? answers.told : undefined)
