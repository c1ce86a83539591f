/** /care-team/people/:patientId: what somebody shows to their therapist or support person, and nothing else. */
import { readShared } from '../../care/read-shared.ts'
import { planSections } from '../../content/plan-words.ts'
import { clockface, dayText } from '../../system/time.ts'
import { SharedPersonPage } from '../../ui/pages/shared-person.tsx'
import { onePatient } from '../route.ts'

export const person = onePatient('GET', '/care-team/people/:patientId', 'read-shared', async (c, permit) => {
  const { words, language, services } = c.var
  const { db, vault, now, practice } = services
  const read = await readShared({ db, vault, now: now() }, permit)
  const { appointment, wishes, plan, scores, sessions } = read
  const face = clockface(language, practice.timeZone)
  const day = (on: string) => dayText(language, on).text
  return c.var.page({
    area: 'plain',
    title: words.shared.title,
    body: (
      <SharedPersonPage
        words={words.shared}
        view={{
          name: read.givenName,
          appointment: appointment && clockface(language, appointment.timeZone).instant(appointment.startsAt),
          wishes: wishes && (wishes.card ?? null),
          plan: plan && (plan.plan ? planSections(language, plan.plan, day) : null),
          scores:
            scores &&
            [
              ...scores.weeks.map((response) => ({ ...response, of: 'week' as const })),
              ...scores.months.map((response) => ({ ...response, of: 'month' as const })),
            ]
              .sort((a, b) => b.authoredAt.getTime() - a.authoredAt.getTime())
              .map(({ of, total, authoredAt }) => ({
                of,
                total: total ?? undefined,
                at: face.day(authoredAt),
              })),
          sessions: sessions?.map(({ startsAt, timeZone, endedAt }) => ({
            startsAt: clockface(language, timeZone).instant(startsAt),
            isClosed: endedAt !== null,
          })),
        }}
      />
    ),
  })
})
