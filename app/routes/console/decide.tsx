/** /console/patients/:patientId/decide: a prescriber decides how somebody goes on. */
import { randomUUID } from 'node:crypto'
import { inScope, type Permit } from '../../access/permit.ts'
import { type Decision, decideCourse, decisionsFrom, LONGEST_REASON } from '../../care/decide-course.ts'
import { ENROLMENT_STATES, type EnrolmentState, isStopped } from '../../clinical/enrolment.ts'
import { OffRamp } from '../../clinical/off-ramp.ts'
import { findEnrolment } from '../../records/enrolments.ts'
import { getPatient } from '../../records/patients.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { DecidePage, type DecideProblem } from '../../ui/pages/decide.tsx'
import { onePatient, type Route, type RouteContext } from '../route.ts'

const PATH = '/console/patients/:patientId/decide'
const WRITTEN = ['to', 'reason', 'stopVisit', 'lastMeasures', 'therapist', 'ifItReturns'] as const
/** Those from which a course is not completed without saying why. */
const REASON_TO_COMPLETE: EnrolmentState = 're-evaluation-due'

export const decideRoutes: readonly Route[] = [
  onePatient('GET', PATH, 'read-chart', (c, permit) => show(c, permit, { id: randomUUID() })),
  onePatient('POST', PATH, 'decide-course', async (c, permit, member) => {
    const { db, vault, now } = c.var.services
    const fields = await c.var.fields()
    const { id } = fields
    const from = stateIn(fields.from)
    if (!isUuid(id) || !from)
      throw new AppError('invalid', 'a decision came without its id, or without its state')
    const read = readDecision(fields, { id, from, at: now() })
    if ('problems' in read)
      return show(c, permit, { id, problems: read.problems, sent: writtenIn(fields) }, 400)
    await decideCourse({ db, vault }, permit, member, read)
    return c.redirect(`/console/patients/${permit.patientId}`, 303)
  }),
]

const stateIn = (value: unknown) => ENROLMENT_STATES.find((state) => state === value)

const writtenIn = (fields: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    WRITTEN.flatMap((name) => {
      const value = fields[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

type Made = Pick<Decision, 'id' | 'from' | 'at'>

/** The decision a form holds, or what is missing in it. */
function readDecision(fields: Record<string, unknown>, made: Made): Decision | { problems: DecideProblem[] } {
  const written = writtenIn(fields)
  const to = stateIn(written.to)
  if (!to) return { problems: ['decision'] }
  const reason = (written.reason ?? '').trim()
  const needsReason =
    to === 'paused' || to === 'discharged' || (to === 'completed' && made.from === REASON_TO_COMPLETE)
  const offRamp = OffRamp.safeParse(written)
  const faults = new Set(offRamp.success ? [] : offRamp.error.issues.map(({ path }) => path[0]))
  const problems: DecideProblem[] = []
  if ((needsReason && reason === '') || reason.length > LONGEST_REASON) problems.push('reason')
  if (isStopped(to)) {
    if (['stopVisit', 'lastMeasures', 'therapist'].some((name) => faults.has(name))) problems.push('offRamp')
    if (faults.has('ifItReturns')) problems.push('ifItReturns')
  }
  if (problems.length > 0) return { problems }
  return {
    ...made,
    to,
    ...(reason !== '' && { reason }),
    ...(offRamp.success && isStopped(to) && { offRamp: offRamp.data }),
  }
}

type Shown = { id: string; problems?: DecideProblem[]; sent?: Record<string, string> }

async function show(
  c: RouteContext,
  permit: Permit<'read-chart' | 'decide-course'>,
  { id, problems = [], sent = {} }: Shown,
  status: 200 | 400 = 200,
): Promise<Response> {
  const { words, language, services } = c.var
  const { patient, enrolment } = await inScope(services.db, permit, async (scope) => ({
    patient: await getPatient(scope),
    enrolment: await findEnrolment(scope),
  }))
  const face = clockface(language, services.practice.timeZone)
  return c.var.page({
    area: 'console',
    title: words.journey.decide.title,
    body: (
      <DecidePage
        words={words.journey}
        name={`${patient.givenName} ${patient.familyName}`}
        patientHref={`/console/patients/${patient.id}`}
        standing={enrolment && { state: enrolment.state, since: face.instant(new Date(enrolment.sinceAt)) }}
        decisions={enrolment ? decisionsFrom(enrolment) : []}
        hidden={{ id, from: enrolment?.state ?? '' }}
        sent={sent}
        problems={problems}
      />
    ),
    status,
  })
}
