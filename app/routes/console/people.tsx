/** /console/people: everybody on the reader's list by state, and whose turn it is. */
import type { Role } from '../../access/actor.ts'
import { inScope } from '../../access/permit.ts'
import { ENROLMENT_STATES, type EnrolmentState } from '../../clinical/enrolment.ts'
import type { Words } from '../../content/words.ts'
import { type JourneyRow, listJourneys } from '../../records/journeys.ts'
import { clockface } from '../../system/time.ts'
import { JourneysPage, type JourneyView } from '../../ui/pages/journeys.tsx'
import { onList } from '../route.ts'
import { wishLines } from './wish-text.ts'

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
            // A coordinator reads no chart.
            chartHref: permit.role === 'prescriber' ? `/console/patients/${row.patientId}` : null,
            acts: actsOf(permit.role, row),
            since: face.instant(row.since),
            tags: [
              ...wishLines(words, row, face),
              ...row.news.map((one) => words.journey.people.news[one]),
              ...row.gaps.map((gap) => words.booking.desk.gaps[gap]),
            ],
          }))
          return people.length > 0 ? [{ state, people }] : []
        })}
      />
    ),
  })
})

type Act = { page: keyof Words['journey']['people']['acts']; path: string; roles: readonly Role[] }

const REVIEW: Act = { page: 'review', path: 'review', roles: ['prescriber'] }
const SUPPLY: Act = { page: 'supply', path: 'supply', roles: ['prescriber', 'care-coordinator'] }
const BOOKING: Act = { page: 'booking', path: 'booking', roles: ['prescriber', 'care-coordinator'] }
const DECIDE: Act = { page: 'decide', path: 'decide', roles: ['prescriber'] }

/** Where staff work in each state: where the next step is taken first, then what stays open beside it. */
const ACTS: Partial<Record<EnrolmentState, readonly Act[]>> = {
  'intake-complete': [REVIEW],
  'in-review': [REVIEW],
  accepted: [SUPPLY],
  supplied: [BOOKING, SUPPLY],
  ready: [BOOKING, SUPPLY],
  'session-day': [BOOKING, SUPPLY],
  'in-session': [SUPPLY],
  recovering: [SUPPLY],
  integrating: [DECIDE, BOOKING, SUPPLY],
  're-evaluation-due': [DECIDE, SUPPLY],
  paused: [DECIDE, SUPPLY],
  completed: [SUPPLY],
  discharged: [SUPPLY],
}

const actsOf = (role: Role, { state, patientId }: JourneyRow): JourneyView['acts'] =>
  (ACTS[state] ?? [])
    .filter(({ roles }) => roles.includes(role))
    .map(({ page, path }) => ({ page, href: `/console/patients/${patientId}/${path}` }))
