/** /console/exceptions: where plans depart from the protocol, for the medical director. */
import { inScope } from '../../access/permit.ts'
import { listPlansWithExceptions } from '../../records/plans.ts'
import { ExceptionsPage } from '../../ui/pages/exceptions.tsx'
import { onList } from '../route.ts'
import { faceOf, planReading } from './plan-views.ts'

export const exceptions = onList(
  'GET',
  '/console/exceptions',
  'read-exceptions',
  async (c, permit, member) => {
    const { words, services } = c.var
    const { plans, inPractice } = await inScope(services.db, permit, listPlansWithExceptions)
    const face = faceOf(c)
    return c.var.page({
      area: 'console',
      title: words.planDesk.exceptions.title,
      body: (
        <ExceptionsPage
          reading={planReading(c)}
          plans={plans.map((plan) => ({
            patient: { id: plan.patientId, name: `${plan.givenName} ${plan.familyName}` },
            version: plan.version,
            protocolVersion: plan.protocolVersion,
            signed: { by: plan.signed.name, at: face.instant(plan.signed.at) },
            exceptions: plan.exceptions,
            hasLink: member.roles.includes('prescriber'),
          }))}
          others={Math.max(0, inPractice - plans.length)}
        />
      ),
    })
  },
)
