/** A PHQ-9 that was handed in again, against the one before it. */
import type { Scope } from '../access/permit.ts'
import { courseFacts } from '../clinical/course/facts-of-course.ts'
import { withoutUnasked } from '../clinical/course/news.ts'
import { phq9 } from '../clinical/instruments/phq9.ts'
import { type Finding, findings } from '../clinical/rules/rule.ts'
import { JUDGED_AT } from '../clinical/rules/running.ts'
import { findEnrolment } from '../records/enrolments.ts'
import type { SignedProtocol } from '../records/protocol-versions.ts'
import { listSeries, type StoredResponse } from '../records/questionnaire-responses.ts'
import { INTAKE_OPEN_IN } from './tell-intake.ts'

/** One that is not complete is asked for by the rules of the intake while that is open: one finding, not two. */
export async function judgeMood(
  scope: Scope<'submit-answers'>,
  response: StoredResponse,
  protocol: SignedProtocol | undefined,
): Promise<Finding[]> {
  const series = await listSeries(scope, phq9)
  const moods = series.slice(0, series.findIndex(({ id }) => id === response.id) + 1)
  const limits = protocol?.limits ?? {}
  const found = findings(JUDGED_AT.moodAgain, courseFacts({ moods }, limits), limits)
  const state = (await findEnrolment(scope))?.state
  const isAskedElsewhere = state === undefined || INTAKE_OPEN_IN.includes(state)
  return withoutUnasked(found, ['phq9']).filter(({ isUnknown }) => !isUnknown || !isAskedElsewhere)
}
