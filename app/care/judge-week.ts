/** How somebody's week has been, judged over the whole course: the rules of group F that its facts are asked for. */
import type { Scope } from '../access/permit.ts'
import type { CourseFacts } from '../clinical/facts/course.ts'
import { pcl5Week } from '../clinical/instruments/pcl-5-week.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { courseComplete, longCourse } from '../clinical/rules/course/end-of-course.ts'
import { noImprovement, pcl5Improved } from '../clinical/rules/course/response.ts'
import { pcl5Worsening } from '../clinical/rules/pcl5-worsening.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { findCourseSoFar } from '../records/course.ts'
import type { SignedProtocol } from '../records/protocol-versions.ts'
import { completeTotals, listSeries, type StoredResponse } from '../records/questionnaire-responses.ts'

const RULES = [pcl5Worsening, pcl5Improved, noImprovement, courseComplete, longCourse]

/**
 * With the sessions there had been by then, and the mood beside it. What was not asked again stays unknown.
 *
 * @param earlierTotals of the same questions, oldest first
 */
export async function judgeWeek(
  scope: Scope<'submit-answers'>,
  response: StoredResponse,
  earlierTotals: readonly number[],
  protocol: SignedProtocol | undefined,
): Promise<Finding[]> {
  const until = response.authoredAt
  const course = await findCourseSoFar(scope, until)
  const moods = (await listSeries(scope, phq9)).filter(({ authoredAt }) => authoredAt <= until)
  const [latest, before] = [moods.at(-1), moods.slice(0, -1)]
  const facts: CourseFacts = {
    ...course,
    pcl5: pcl5Week.score(response.answers),
    earlierTotals,
    phq9: latest && before.length > 0 ? phq9.score(latest.answers) : undefined,
    earlierPhq9Totals: completeTotals(before),
  }
  return findings<CourseFacts>(RULES, facts, protocol?.limits ?? {})
}
