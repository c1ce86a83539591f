/** What the record knows on the day of a session without asking anybody. */
import type { AboutPatient } from '../access/actions.ts'
import type { Scope } from '../access/permit.ts'
import { type Day, daysFrom } from '../clinical/calendar-day.ts'
import type { DayRecord } from '../clinical/day/facts-of-day.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { pcl5 } from '../clinical/instruments/pcl5.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { unitCount } from '../clinical/unit-count.ts'
import { findIntegration } from '../records/appointments.ts'
import { listSteps } from '../records/enrolments.ts'
import { countOpenFindings } from '../records/findings.ts'
import { getPatient } from '../records/patients.ts'
import { listSeries, type StoredResponse } from '../records/questionnaire-responses.ts'
import { type BookedSession, listSessions } from '../records/sessions.ts'
import { listUnitEvents } from '../records/supply.ts'
import { ageYears, calendarDay } from '../system/time.ts'
import type { OpenSession } from './session-log.ts'

/** Found after a session: a side effect, a change that stayed, something serious. */
const ADVERSE = ['E05', 'E07', 'E09']

export async function dayRecord(
  scope: Scope<AboutPatient>,
  { booked, isTherapyEssential }: OpenSession,
  now: Date,
): Promise<DayRecord> {
  const patient = await getPatient(scope)
  const today = calendarDay(now, booked.timeZone) as Day
  const last = (await listSessions(scope)).find(({ endedAt }) => endedAt !== null)
  const units = unitCount(
    (await listUnitEvents(scope)).map(({ event }) => event),
    today,
  )
  const isPrepared = (await listSteps(scope)).some(({ to }) => to === 'ready')
  const week = await listSeries(scope, pcl5Week)
  const worst = week.length > 0 ? week : await listSeries(scope, pcl5)
  const mood = await listSeries(scope, phq9)
  const keptAfterLast = last && (await findIntegration(scope, last.id))?.state === 'kept'
  return {
    ageYears: ageYears(patient.bornOn, now, booked.timeZone),
    daysSinceLastSession: daysSince(last, today),
    unitsExpected: units.expected,
    openAdverseEvents: await countOpenFindings(scope, ADVERSE),
    // Nobody becomes ready without both: see clinical/readiness.ts.
    ...{ isPreparationFinished: isPrepared, isPreparationAgreed: isPrepared },
    isFollowUpBooked: (await findIntegration(scope, booked.id)) !== undefined,
    ...{ isTherapyEssential, keptIntegrationAppointment: keptAfterLast },
    pcl5: latest(worst, (answers) => pcl5.score(answers)),
    previousPcl5Total: previousTotal(worst),
    phq9: latest(mood, (answers) => phq9.score(answers)),
    previousPhq9Total: previousTotal(mood),
  }
}

function daysSince(last: BookedSession | undefined, today: Day): number | 'first-session' | undefined {
  if (last === undefined || last.endedAt === null) return 'first-session'
  return daysFrom(calendarDay(last.endedAt, last.timeZone) as Day, today)
}

const latest = <Score>(
  series: readonly StoredResponse[],
  score: (answers: StoredResponse['answers']) => Score,
): Score | undefined => {
  const last = series.at(-1)
  return last && score(last.answers)
}

/** The last but one that made a total; the first has nothing to stand beside. */
function previousTotal(series: readonly StoredResponse[]): number | 'none' | undefined {
  if (series.length === 0) return undefined
  return series.slice(0, -1).findLast(({ total }) => total !== null)?.total ?? 'none'
}
