import { inScope } from '../../access/permit.ts'
import { listOwnPeople } from '../../records/patients.ts'
import { dayText, lastDayOf } from '../../system/time.ts'
import { PeoplePage } from '../../ui/pages/people.tsx'
import { onList } from '../route.ts'

/** Whose care team a therapist, a support person or a coordinator is on today, and until when. */
export const people = onList('GET', '/people', 'list-people', async (c, permit) => {
  const { words, language, services } = c.var
  const rows = await inScope(services.db, permit, listOwnPeople)
  return c.var.page({
    area: 'plain',
    title: words.people.title,
    body: (
      <PeoplePage
        words={words.people}
        people={rows.map(({ patientId, givenName, until, isSharing, isKept }) => ({
          id: patientId,
          name: givenName,
          href: isSharing ? `/care-team/people/${patientId}` : null,
          briefingHref: permit.role === 'support-person' && !isKept ? `/care-team/agree/${patientId}` : null,
          dayHref: permit.role === 'support-person' ? `/care-team/day/${patientId}` : null,
          until: until && dayText(language, lastDayOf(until, services.practice.timeZone)),
        }))}
        briefing={words.briefing.title}
        day={words.sessionDay.title}
      />
    ),
  })
})
