import type { Chart } from '../../care/open-chart.ts'
import { pcl5Week } from '../../clinical/instruments/pcl-5-week.ts'
import type { Clockface } from '../../system/time.ts'
import type { CourseView } from '../../ui/course-section.tsx'
import { pcl5Trajectory } from '../pcl5-trajectory.ts'

/** The course as the clinician reads it: state, steps, and the weeks against the limits in force. */
export function courseView(
  { patient, enrolment, steps, weeks, protocol }: Chart,
  face: Clockface,
): CourseView {
  return {
    standing: enrolment && { state: enrolment.state, since: face.instant(new Date(enrolment.sinceAt)) },
    decideHref: `/console/patients/${patient.id}/decide`,
    steps: steps.map(({ to, by, as, reason, at, askedAt }) => ({
      ...{ to, by, as, reason, at: face.instant(at) },
      ...(askedAt && { askedAt: face.instant(askedAt) }),
    })),
    entries: weeks.map(({ answers, authoredAt }) => {
      const result = pcl5Week.score(answers)
      const at = face.day(authoredAt)
      return result.status === 'complete'
        ? { at, total: result.score.total, clusters: result.score.clusters }
        : { at, total: undefined, skipped: result.skipped.length, notReached: result.notReached.length }
    }),
    trajectory: pcl5Trajectory(pcl5Week, weeks, protocol?.limits ?? {}),
    limits: protocol?.limits.instruments?.pcl5 ?? {},
    protocol: protocol && { version: protocol.version, signedOn: face.day(protocol.signedAt).text },
  }
}
