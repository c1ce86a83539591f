/**
 * /care-team/agree/:patientId: somebody who was asked to be there reads what it means, says on which number they are
 * reached, and agrees; later the number can be changed here.
 */
import { inScope, type Permit } from '../../access/permit.ts'
import { agreeToSupport } from '../../care/agree-to-support.ts'
import { hasEnded } from '../../clinical/enrolment.ts'
import { QUESTION_PARTS } from '../../clinical/intake/parts.ts'
import { wordOf } from '../../clinical/intake/question.ts'
import { isDialable } from '../../clinical/phone-number.ts'
import { listNumbers } from '../../records/contact-points.ts'
import { findEnrolment } from '../../records/enrolments.ts'
import { getPatient } from '../../records/patients.ts'
import { listOwnPeople } from '../../records/people.ts'
import { clockface } from '../../system/time.ts'
import { BriefingPage } from '../../ui/pages/briefing.tsx'
import { readPart } from '../intake-form.ts'
import { onePatient, type Route, type RouteContext } from '../route.ts'
import { textIn } from '../sign-in/replies.tsx'

const PATH = '/care-team/agree/:patientId'

/** Read as a patient's own number is. */
const PHONE = QUESTION_PARTS.home.filter(({ name }) => name === 'phone')

const briefing = onePatient('GET', PATH, 'read-briefing', (c, permit) => show(c, permit))

async function show(
  c: RouteContext,
  permit: Permit<'read-briefing'> | Permit<'agree-to-support'>,
  written?: string,
): Promise<Response> {
  const { words, language, services } = c.var
  const { patient, me, phone, state } = await inScope(services.db, permit, async (scope) => ({
    patient: await getPatient(scope),
    me: (await listOwnPeople(scope)).find(({ actorId }) => actorId === permit.actor.id),
    state: (await findEnrolment(scope))?.state,
    phone: (await listNumbers(scope, await services.vault.keyOf(scope))).get(permit.actor.id),
  }))
  const face = clockface(language, services.practice.timeZone)
  const body = (
    <BriefingPage
      words={words.briefing}
      name={patient.givenName}
      action={`/care-team/agree/${patient.id}`}
      part={me?.part === 'backup' ? 'backup' : 'support'}
      phone={written ?? phone}
      isUnclear={written !== undefined}
      standing={
        !me?.invitationId || me.part === 'therapist' || hasEnded(state)
          ? 'none'
          : me.agreedAt
            ? { agreedAt: face.day(me.agreedAt), isReachable: me.reachableAt !== null }
            : 'asked'
      }
    />
  )
  return c.var.page({
    area: 'plain',
    title: words.briefing.title,
    body,
    status: written === undefined ? 200 : 400,
  })
}

const agree = onePatient('POST', PATH, 'agree-to-support', async (c, permit, { name }) => {
  const { language, services } = c.var
  const fields = await c.var.fields()
  const phone = wordOf(readPart(PHONE, fields).told, 'phone')
  if (phone === undefined || !isDialable(phone)) return show(c, permit, textIn(fields, 'phone'))
  await agreeToSupport(services, permit, { by: name, language, phone, at: services.now() })
  return c.redirect(`/care-team/agree/${permit.patientId}`, 303)
})

export const agreeRoutes: Route[] = [briefing, agree]
