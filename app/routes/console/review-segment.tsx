/** /console/patients/:patientId/segments/:segment: one part of the record that is kept apart, opened by itself. */
import { inScope } from '../../access/permit.ts'
import { readIntake } from '../../records/intake.ts'
import { findProtocolInForce } from '../../records/protocol-versions.ts'
import { AppError } from '../../system/errors.ts'
import { IntakeAnswers } from '../../ui/intake-answers.tsx'
import { onePatient } from '../route.ts'
import { answerSections, isIntakeSegment } from './intake-answers.ts'

export const reviewSegment = onePatient(
  'GET',
  '/console/patients/:patientId/segments/:segment',
  'read-segment',
  async (c, permit) => {
    const { words, language, services } = c.var
    const segment = c.req.param('segment') ?? ''
    if (!isIntakeSegment(segment)) throw new AppError('not-found', 'no such segment')
    const { intake, limits } = await inScope(services.db, permit, async (scope) => ({
      intake: await readIntake(scope, await services.vault.keyOf(scope)),
      limits: (await findProtocolInForce(scope))?.limits ?? {},
    }))
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
            sections={answerSections(intake, segment, { words, language, limits, now: services.now() })}
            notTold={own.answers.notTold}
          />
        </div>
      ),
    })
  },
)
