import { readInScope } from '../../access/permit.ts'
import { getPatient } from '../../records/patients.ts'
import { findLatestResponse, type LatestResponse } from '../../records/questionnaire-responses.ts'
import { type Clockface, clockface } from '../../system/time.ts'
import { type CheckInState, TodayPage } from '../../ui/pages/today.tsx'
import { ownRecord } from '../route.ts'

/** A check-in looks back on a month: until the next is due, the last one stands. */
const CHECK_IN_EVERY_MS = 28 * 24 * 3_600_000

/** The patient's first page: the next thing, and what became of the last. */
export const today = ownRecord('GET', '/portal', 'read-today', async (c, permit) => {
  const { words, language, services } = c.var
  const [patient, latest] = await readInScope(services.db, permit, (scope) =>
    Promise.all([getPatient(scope), findLatestResponse(scope)]),
  )
  const face = clockface(language, services.practice.timeZone)
  const hour = face.hour(services.now())
  return c.var.page({
    area: 'portal',
    title: words.portal.title,
    body: (
      <TodayPage
        words={words.portal}
        name={patient.givenName}
        partOfDay={hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'}
        checkIn={stateOf(latest, services.now(), face)}
      />
    ),
  })
})

function stateOf(latest: LatestResponse | undefined, now: Date, face: Clockface): CheckInState {
  if (!latest || now.getTime() - latest.authoredAt.getTime() >= CHECK_IN_EVERY_MS) return { state: 'due' }
  const sentAt = face.instant(latest.authoredAt)
  if (!latest.seen) return { state: 'sent', sentAt }
  return { state: 'seen', sentAt, seenAt: face.instant(latest.seen.at), seenBy: latest.seen.by }
}
