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
import { heldOnRecord } from './held-on-record.ts'
import { integrationAfter } from './integration-after.ts'
import type { OpenSession } from './session-log.ts'

/** Trauma symptoms clearly worse than they once were: looked at before the next dose. */
const WORSE = ['F01']

export async function dayRecord(
  scope: Scope<AboutPatient>,
  { booked, limits, isTherapyEssential }: OpenSession,
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
  // The month and the week are two windows: a total of the one says nothing about a total of the other.
  const weeks = await listSeries(scope, pcl5Week)
  const [trauma, traumaSeries] =
    weeks.length > 0 ? ([pcl5Week, weeks] as const) : ([pcl5, await listSeries(scope, pcl5)] as const)
  const mood = await listSeries(scope, phq9)
  const afterLast = last && (await integrationAfter(scope, last, limits, now))
  return {
    ageYears: ageYears(patient.bornOn, now, booked.timeZone),
    daysSinceLastSession: daysSince(last, today),
    unitsExpected: units.expected,
    openAdverseEvents: (await heldOnRecord(scope, booked.id)).length,
    openWorsenings: await countOpenFindings(scope, WORSE, booked.id),
    // Nobody becomes ready without both: see clinical/readiness.ts.
    ...{ isPreparationFinished: isPrepared, isPreparationAgreed: isPrepared },
    isFollowUpBooked: (await findIntegration(scope, booked.id)) !== undefined,
    ...{ isTherapyEssential, keptIntegrationAppointment: afterLast?.isThere },
    pcl5: latest(traumaSeries, (answers) => trauma.score(answers)),
    previousPcl5Total: previousTotal(traumaSeries),
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
