/** /care-team/integration: whoever meets people after their sessions sees when, and says what became of it. */
import { inScope } from '../../access/permit.ts'
import { settleIntegration } from '../../care/settle-integration.ts'
import type { Words } from '../../content/words.ts'
import { listOwnAppointments } from '../../records/appointments.ts'
import { AppError } from '../../system/errors.ts'
import { isUuid } from '../../system/ids.ts'
import { clockface } from '../../system/time.ts'
import { IntegrationPage } from '../../ui/pages/integration.tsx'
import { onePatient, onList, type Route } from '../route.ts'

const PATH = '/care-team/integration'
const HOUR_MS = 3_600_000

const meetings = onList('GET', PATH, 'list-integration', async (c, permit) => {
  const { words, language, services } = c.var
  const listed = await inScope(services.db, permit, listOwnAppointments)
  const is = c.req.query('is') ?? ''
  const done = (Object.keys(words.integration.done) as (keyof Words['integration']['done'])[]).find(
    (one) => one === is,
  )
  const body = (
    <IntegrationPage
      words={words.integration}
      meetings={listed.map(({ id, patientId, givenName, startsAt, timeZone, state, sessionEnd }) => {
        const end = sessionEnd?.recordedAt ?? sessionEnd?.plannedAt
        return {
          ...{ id, patientId, name: givenName, state, at: clockface(language, timeZone).instant(startsAt) },
          end: end && {
            at: clockface(language, timeZone).instant(end),
            isRecorded: sessionEnd?.recordedAt != null,
            hoursAfter: Math.round((startsAt.getTime() - end.getTime()) / HOUR_MS),
          },
        }
      })}
      done={done}
    />
  )
  return c.var.page({ area: 'plain', title: words.integration.title, body })
})

const settle = onePatient('POST', `${PATH}/:patientId`, 'settle-integration', async (c, permit) => {
  const { services } = c.var
  const { appointmentId, state } = await c.var.fields()
  if (!isUuid(appointmentId)) throw new AppError('invalid', 'which appointment?')
  if (state !== 'kept' && state !== 'cancelled') throw new AppError('invalid', 'what became of it?')
  const outcome = await settleIntegration(services.db, permit, {
    id: appointmentId,
    state: state === 'kept' ? 'kept' : 'cancelled-by-therapist',
    at: services.now(),
  })
  return c.redirect(`${PATH}?is=${outcome === 'early' ? 'early' : state}`, 303)
})

export const integrationRoutes: Route[] = [meetings, settle]
