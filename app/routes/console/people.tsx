/** /console/people: everybody on the reader's list by state, and whose turn it is. */
import type { Role } from '../../access/actor.ts'
import { inScope } from '../../access/permit.ts'
import { ENROLMENT_STATES, type EnrolmentState } from '../../clinical/enrolment.ts'
import { type JourneyRow, listJourneys } from '../../records/journeys.ts'
import { clockface } from '../../system/time.ts'
import { JourneysPage } from '../../ui/pages/journeys.tsx'
import { onList } from '../route.ts'

const MOST_SHOWN = 1000

export const journeys = onList('GET', '/console/people', 'list-journeys', async (c, permit) => {
  const { words, language, services } = c.var
  const rows = await inScope(services.db, permit, (scope) => listJourneys(scope, MOST_SHOWN))
  const face = clockface(language, services.practice.timeZone)
  const inState = (state: EnrolmentState) => rows.filter((row) => row.state === state)
  return c.var.page({
    area: 'console',
    title: words.journey.people.title,
    body: (
      <JourneysPage
        words={words.journey}
        asOf={face.instant(services.now())}
        groups={ENROLMENT_STATES.flatMap((state) => {
          const people = inState(state).map((row) => ({
            id: row.patientId,
            name: row.name,
            href: actsAt(permit.role, row),
            since: face.instant(row.since),
            isUnseen: row.isUnseen,
          }))
          return people.length > 0 ? [{ state, people }] : []
        })}
      />
    ),
  })
})

/** The page on which the reader acts for somebody in this state. A coordinator reads no chart. */
function actsAt(role: Role, { patientId }: JourneyRow): string | null {
  return role === 'prescriber' ? `/console/patients/${patientId}` : null
}
