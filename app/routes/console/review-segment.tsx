/** /console/patients/:patientId/segments/:segment: one part of the record that is kept apart, opened by itself. */
import { inScope } from '../../access/permit.ts'
import { textsAnswered } from '../../care/open-review.ts'
import { ASSESSMENT_SHEET } from '../../clinical/assessment/questions.ts'
import { findLatestSheet } from '../../records/answer-sheets.ts'
import { readIntake } from '../../records/intake.ts'
import { findProtocolInForce } from '../../records/protocol-versions.ts'
import { AppError } from '../../system/errors.ts'
import { clockface } from '../../system/time.ts'
import { IntakeAnswers } from '../../ui/intake-answers.tsx'
import { onePatient } from '../route.ts'
import { assessmentSection } from './assessment-answers.ts'
import { answerSections, isIntakeSegment } from './intake-answers.ts'

export const reviewSegment = onePatient(
  'GET',
  '/console/patients/:patientId/segments/:segment',
  'read-segment',
  async (c, permit) => {
    const { words, language, services } = c.var
    const segment = c.req.param('segment') ?? ''
    if (!isIntakeSegment(segment)) throw new AppError('not-found', 'no such segment')
    const { intake, texts, assessment, limits } = await inScope(services.db, permit, async (scope) => {
      const key = await services.vault.keyOf(scope)
      const intake = await readIntake(scope, key)
      return {
        intake,
        texts: await textsAnswered(scope, intake),
        assessment: await findLatestSheet(scope, key, ASSESSMENT_SHEET),
        limits: (await findProtocolInForce(scope))?.limits ?? {},
      }
    })
    const { instant } = clockface(language, services.practice.timeZone)
    const own = words.review
    const title = own.segments.names[segment]
    const { patient } = intake
    return c.var.page({
      area: 'console',
      title: `${patient.givenName} ${patient.familyName} · ${title}`,
      body: (
        <div class="wide patient-page">
          <header class="console-head">
            <h1>
              {patient.givenName} {patient.familyName}
            </h1>
            <p>{title}</p>
            <a class="push" href={`/console/patients/${patient.id}/review`}>
              {own.title}
            </a>
          </header>
          {segment === 'partner-safety' && <p class="note">{own.segments.confidential}</p>}
          <IntakeAnswers
            sections={[
              ...answerSections(intake, segment, { words, language, limits, texts, now: services.now() }),
              ...assessmentSection(assessment, segment, { words, language, instant }),
            ]}
            notTold={own.answers.notTold}
          />
        </div>
      ),
    })
  },
)
