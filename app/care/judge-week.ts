/** How somebody's week has been, judged over the whole course so far. */
import type { Scope } from '../access/permit.ts'
import type { DatedTotal } from '../clinical/course/dose-steps.ts'
import { type CourseRecord, courseFacts } from '../clinical/course/facts-of-course.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { wholeValues } from '../clinical/plan/shape.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { findCourseBegin, findCourseSoFar } from '../records/course.ts'
import { listSignedPlans } from '../records/plans.ts'
import type { SignedProtocol } from '../records/protocol-versions.ts'
import { completeTotals, listSeries, type StoredResponse } from '../records/questionnaire-responses.ts'
import { newInCourse } from './judge-course.ts'

/** What the response itself was asked for: left open, that is a finding. */
const ASKED = ['pcl5', 'earlierTotals']

/**
 * With the sessions there had been by then, the mood beside it, and how the dose of the plan went up. What was not asked
 * again stays unknown.
 *
 * @param earlier complete totals of the same questions, oldest first
 */
export async function judgeWeek(
  scope: Scope<'submit-answers'>,
  response: StoredResponse,
  earlier: readonly DatedTotal[],
  protocol: SignedProtocol | undefined,
): Promise<Finding[]> {
  const until = response.authoredAt
  const isBy = ({ authoredAt }: StoredResponse) => authoredAt <= until
  const [soFar, begin, plans, allMoods] = await Promise.all([
    findCourseSoFar(scope, until),
    findCourseBegin(scope),
    listSignedPlans(scope),
    listSeries(scope, phq9),
  ])
  const moods = allMoods.filter(isBy).filter(isWhole)
  const signed = plans
    .filter(({ signed: { at } }) => at <= until && (begin === undefined || at >= begin))
    .flatMap(({ plan, signed: { at } }) => {
      const doseMg = wholeValues(plan)?.doseMg
      return doseMg === undefined ? [] : [{ at: at.getTime(), doseMg }]
    })
    .reverse()
  const record: CourseRecord = {
    soFar,
    trauma: { pcl5: pcl5Week.score(response.answers), earlierTotals: earlier.map(({ total }) => total) },
    moods,
    doses: {
      signed,
      totals: { pcl5: [...earlier, ...completeTotals([response])], phq9: completeTotals(moods) },
    },
  }
  const limits = protocol?.limits ?? {}
  return newInCourse(scope, findings(JUDGED_AT.week, courseFacts(record, limits), limits), ASKED)
}

/** A mood that was broken off, or is not complete, says nothing about the week; the one before it does. */
const isWhole = ({ total }: StoredResponse) => total !== null
