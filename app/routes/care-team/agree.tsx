/** /care-team/agree/:patientId: somebody who was asked to be there reads what it means, and agrees. */
import { inScope } from '../../access/permit.ts'
import { agreeToSupport } from '../../care/agree-to-support.ts'
import { getPatient } from '../../records/patients.ts'
import { listOwnPeople } from '../../records/people.ts'
import { clockface } from '../../system/time.ts'
import { BriefingPage } from '../../ui/pages/briefing.tsx'
import { onePatient, type Route } from '../route.ts'

const PATH = '/care-team/agree/:patientId'

const briefing = onePatient('GET', PATH, 'read-briefing', async (c, permit) => {
  const { words, language, services } = c.var
  const { patient, me } = await inScope(services.db, permit, async (scope) => ({
    patient: await getPatient(scope),
    me: (await listOwnPeople(scope)).find(({ actorId }) => actorId === permit.actor.id),
  }))
  const face = clockface(language, services.practice.timeZone)
  const body = (
    <BriefingPage
      words={words.briefing}
      name={patient.givenName}
      action={`/care-team/agree/${patient.id}`}
      standing={
        !me?.invitationId || me.part === 'therapist'
          ? 'none'
          : me.agreedAt
            ? { agreedAt: face.day(me.agreedAt) }
            : 'asked'
      }
    />
  )
  return c.var.page({ area: 'plain', title: words.briefing.title, body })
})

const agree = onePatient('POST', PATH, 'agree-to-support', async (c, permit, { name }) => {
  const { language, services } = c.var
  await agreeToSupport(services.db, permit, { by: name, language, at: services.now() })
  return c.redirect(`/care-team/agree/${permit.patientId}`, 303)
})

export const agreeRoutes: Route[] = [briefing, agree]
