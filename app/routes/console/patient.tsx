/** /console/patients/:patientId: one patient, readable in a minute. */
import { type Chart, openChart } from '../../care/open-chart.ts'
import { pcl5 } from '../../clinical/instruments/pcl5.ts'
import type { Words } from '../../content/words.ts'
import type { StoredEnrolment } from '../../records/enrolments.ts'
import type { StoredResponse } from '../../records/questionnaire-responses.ts'
import { ageYears, type Clockface, clockface } from '../../system/time.ts'
import type { AnswersView } from '../../ui/answer-table.tsx'
import { CloseFinding } from '../../ui/close-finding.tsx'
import { CourseSection } from '../../ui/course-section.tsx'
import { PatientPage } from '../../ui/pages/patient.tsx'
import type { TrajectoryEntry } from '../../ui/trajectory-chart.tsx'
import { onePatient, type RouteContext } from '../route.ts'
import { courseView } from './course-view.ts'
import { findingView } from './finding-view.ts'
import { wishLines } from './wish-text.ts'

export const patient = onePatient(
  'GET',
  '/console/patients/:patientId',
  'read-chart',
  async (c, permit, member) => {
    const { now } = c.var.services
    return showPatient(c, await openChart(c.var.services, permit, member, now()))
  },
)

function showPatient(c: RouteContext, chart: Chart): Response {
  const { words, language, services } = c.var
  const { patient, findings, responses, protocol, careTeam, enrolment, watched, contact } = chart
  const zone = services.practice.timeZone
  const face = clockface(language, zone)
  const open = findings.filter(({ closedAt }) => closedAt === null)
  return c.var.page({
    area: 'console',
    title: `${patient.givenName} ${patient.familyName}`,
    body: (
      <PatientPage
        words={words}
        patient={{
          name: `${patient.givenName} ${patient.familyName}`,
          pronouns: patient.pronouns,
          ageYears: ageYears(patient.bornOn, services.now(), zone),
          place: `${patient.place}, ${patient.state}`,
          contact,
          status: enrolment
            ? statusText(words, { ...enrolment, isInSession: watched?.until === 'closed' }, face)
            : null,
        }}
        asOf={face.instant(services.now())}
        findings={open.map((finding) =>
          findingView(finding, { face, language, team: services.practice.name }),
        )}
        actionsFor={({ id }) => (
          <CloseFinding
            words={words.patient.close}
            action={`/console/patients/${patient.id}/findings/${id}/close`}
          />
        )}
        pcl5={responses.map((response) => entryOf(response, face))}
        reliableChange={protocol?.limits.instruments?.pcl5?.reliableChangePoints}
        answers={answersOf(responses.at(-1), face)}
        beside={<CourseSection words={words} {...courseView(chart, face)} />}
        careTeam={careTeam.flatMap(({ name, roles }) => roles.map((role) => ({ name, role })))}
      >
        {enrolment && (
          <p class="with-links">
            <a href={`/console/patients/${patient.id}/review`}>{words.review.link}</a>{' '}
            <a href={`/console/patients/${patient.id}/plan`}>{words.planDesk.link}</a>{' '}
            <a href={`/console/patients/${patient.id}/supply`}>{words.planDesk.toSupply}</a>
          </p>
        )}
      </PatientPage>
    ),
  })
}

/** Where they stand, and what they asked for meanwhile. */
const statusText = (
  words: Words,
  enrolment: StoredEnrolment & { isInSession: boolean },
  face: Clockface,
): string => [words.journey.states[enrolment.state], ...wishLines(words, enrolment, face)].join('. ')

function entryOf({ answers, authoredAt }: StoredResponse, face: Clockface): TrajectoryEntry {
  const result = pcl5.score(answers)
  const at = face.day(authoredAt)
  return result.status === 'complete'
    ? { at, total: result.score.total, clusters: result.score.clusters }
    : { at, total: undefined, skipped: result.skipped.length, notReached: result.notReached.length }
}

function answersOf(latest: StoredResponse | undefined, face: Clockface): AnswersView | null {
  if (!latest) return null
  return {
    handedInAt: face.instant(latest.authoredAt),
    language: latest.language,
    answers: pcl5.items.map(({ linkId }) => ({ linkId, value: latest.answers[linkId] ?? 'not-reached' })),
  }
}
